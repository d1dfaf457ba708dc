"""The outline of a page: the articles shown, under the division that each stands in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statutes_diff.reports._html.articles import ArticleView
    from statutes_diff.reports._views.account import ArticleBlock

_FEW = 60  # articles: an outline of more begins folded


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline: an article, or articles that run on."""

    number: str
    former: str
    article: ArticleView


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours that stand under one heading; ``above``: the headings around it, where they are others than those before."""

    heading: str
    above: tuple[str, ...]
    items: list[Item]
    open: bool


def groups(blocks: Sequence[ArticleBlock], views: Iterable[ArticleView]) -> list[Group]:
    """The articles in the order of the report, neighbours of one division together."""
    few = len(blocks) <= _FEW
    found: list[Group] = []
    last: tuple[str, ...] = ()
    for path, group in groupby(zip(blocks, views, strict=True), key=lambda both: _path(both[0])):
        above, heading = path[:-1], path[-1] if path else ""
        items = [_item(block, view) for block, view in group]
        found.append(Group(heading, _other(above, last), items, few))
        last = above
    return found


def _other(above: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    """The headings from the first on that is another than before; the innermost where the others only ended."""
    if above == last:
        return ()
    same = sum(1 for _both in takewhile(lambda both: both[0] == both[1], zip(above, last, strict=False)))
    return above[same:] or above[-1:]


def _item(block: ArticleBlock, view: ArticleView) -> Item:
    old, new = (article_printed(place.article.number) if place else "" for place in (block.pair.old, block.pair.new))
    return Item(new or old, old if new and old != new else "", view)


def _path(block: ArticleBlock) -> tuple[str, ...]:
    place = block.pair.new or block.pair.old
    return tuple([division.heading for division in place.path]) if place else ()
