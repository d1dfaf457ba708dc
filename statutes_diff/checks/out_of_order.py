"""Articles that stand out of the order of their numbers.

What it finds: an article that stands before one of a lower number, or behind one of a higher number, as lawyers order them (L.
9 before L. 10, 44 before 44 bis before 45). Of a series as few articles as possible are named, and annexes are left alone.
Files of a folder are put in order when they are read: there only the divisions can be out of order. Of several in a row the
first is named.

Why it matters: who looks for the article where it should stand takes it for missing.

Example: L. 5, L. 7, L. 6, L. 8: L. 7 or L. 6 stands out of order.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from statutes_diff.checks._series import series
from statutes_diff.language.numbers import article_printed, number_order
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import Message, Place
    from statutes_diff.references.outline import Order

# "L. 161-22-1 A" may be meant to stand before L. 161-22-1 or behind it.
_BEFORE_OR_BEHIND = re.compile(r"[ -][A-Z]{1,2}\b")
LEVEL = "warning"


def find(corpus: Corpus) -> Iterator[Found]:
    """The articles outside the longest series that is in order; of neighbours the first."""
    for text in corpus.texts:
        for places in series(text):
            places = [place for place in places if not _BEFORE_OR_BEHIND.search(place.article.number)]
            kept = _longest([number_order(place.article.number.lstrip("LORDA")) for place in places])
            for at, place in enumerate(places):
                if at not in kept and (at - 1 in kept or not at) and place.article.alineas:
                    yield text.at(place.article, _said(places, kept, at))


def _said(places: Sequence[Place], kept: set[int], at: int) -> Message:
    """Between which articles that are in order it stands."""
    behind = max((index for index in kept if index < at), default=None)
    ahead = min((index for index in kept if index > at), default=None)
    number, before, after = (
        article_printed(places[index].article.number) if index is not None else "" for index in (at, behind, ahead)
    )
    if before and after:
        return msg("article {number} stands between {before} and {after}", number=number, before=before, after=after)
    if before:
        return msg("article {number} stands behind {before}", number=number, before=before)
    return msg("article {number} stands before {after}", number=number, after=after)


def _longest(keys: Sequence[Order]) -> set[int]:
    """The places of the longest series that never goes down (patience sorting)."""
    tops: list[Order] = []
    ends: list[int] = []
    below: list[int] = []
    for at, key in enumerate(keys):
        pile = bisect.bisect_right(tops, key)
        below.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1], ends[pile : pile + 1] = [key], [at]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = below[at]
    return kept
