"""Where things stand in the page: an id for each article and alinéa shown, and for each text that a renvoi leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statutes_diff.model import ArticlePair, Locus, Place, Side
    from statutes_diff.reports._views.account import ArticleBlock
    from statutes_diff.reports._views.entries import Entry, Extent

_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9-]")


@dataclass(slots=True)
class Anchors:
    """The ids of the page: of articles by their number in each version, of alinéas by number and place in each."""

    ids: dict[int, str] = field(default_factory=dict)
    articles: dict[tuple[Side, str], str] = field(default_factory=dict)
    alineas: dict[tuple[Side, str, int], str] = field(default_factory=dict)

    def of(self, pair: ArticlePair) -> str:
        """The id of an article that is shown."""
        return self.ids[id(pair)]

    def article(self, side: Side, number: str) -> str:
        """The id of the article that bears a number in one version; "" when it is not shown."""
        return self.articles.get((side, number), "")

    def place(self, side: Side, locus: Locus) -> str:
        """The id of an alinéa, or of its article where the alinéa is not shown by itself; "" when neither is."""
        return self.alineas.get((side, locus.article, locus.alinea)) or self.article(side, locus.article)


def anchors_of(blocks: Iterable[ArticleBlock]) -> Anchors:
    """Give each article an id made of its number, today's or the last it had; a number that comes twice is told apart."""
    found, given = Anchors(), set[str]()
    for block in blocks:
        pair = block.pair
        here = _free(_name(pair), given)
        found.ids[id(pair)] = here
        sides: tuple[Side, Side] = ("old", "new")
        for side, place in zip(sides, (pair.old, pair.new), strict=True):
            if place:
                found.articles.setdefault((side, place.article.number), here)
        for entry in block.entries:
            _place(found, pair, entry, here)
    return found


def alinea_id(article: str, entry: Entry) -> str:
    """The id of an entry in an article: ``a-L1.2``, or ``a-L1.o2`` for an alinéa that the old version alone has."""
    if entry.new:
        return f"{article}.{entry.new.alineas[0]}"
    return f"{article}.o{entry.old.alineas[0]}" if entry.old else article


def _place(found: Anchors, pair: ArticlePair, entry: Entry, article: str) -> None:
    here = alinea_id(article, entry)
    sides: tuple[tuple[Side, Extent | None, Place | None], ...] = (("old", entry.old, pair.old), ("new", entry.new, pair.new))
    for side, extent, place in sides:
        if extent and place and extent.article is place.article:  # a passage's old words stand in another article
            for number in extent.alineas:
                found.alineas.setdefault((side, extent.article.number, number), here)


def _name(pair: ArticlePair) -> str:
    place = pair.new or pair.old
    sign = "a" if pair.new else "o"
    return f"{sign}-{_NOT_IN_AN_ID.sub('_', place.article.number)}" if place else sign


def _free(name: str, given: set[str]) -> str:
    number, free = 2, name
    while free in given:
        free, number = f"{name}_{number}", number + 1
    given.add(free)
    return free
