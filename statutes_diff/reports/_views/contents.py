"""The table of contents of a long report: the articles that changed, by what became of them, each with the name of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _
from statutes_diff.reports._views.status import WORDS

if TYPE_CHECKING:
    from statutes_diff.model import ArticlePair

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_ORDER = ("modified", "renumbered", "moved", "inserted", "removed")
_A_FEW = 3  # articles that need no table of contents


class Entry(NamedTuple):
    """An article of the report: its number, and a name for its place that no other article has."""

    number: str
    anchor: str
    status: str


class Group(NamedTuple):
    """The articles of which the same became, in the order of the report."""

    status: str
    entries: tuple[Entry, ...]


def entries(pairs: Sequence[ArticlePair]) -> list[Entry]:
    """An entry for each article that a report shows, in its order."""
    given: set[str] = set()
    return [_entry(pair, given) for pair in pairs]


def _entry(pair: ArticlePair, given: set[str]) -> Entry:
    place = pair.new or pair.old
    key = place.article.number if place else ""
    name = base = "art-" + _NOT_IN_A_NAME.sub("-", key.lower()).strip("-")
    turn = 1
    while name in given:
        turn += 1
        name = f"{base}-{turn}"
    given.add(name)
    return Entry(article_printed(key), name, pair.status)


def groups(found: Sequence[Entry]) -> Iterator[Group]:
    """The entries by what became of the articles; nothing where they are so few that the report is its own table."""
    if len(found) > _A_FEW:
        for status in _ORDER:
            held = tuple(entry for entry in found if entry.status == status)
            if held:
                yield Group(_(WORDS[status]), held)
