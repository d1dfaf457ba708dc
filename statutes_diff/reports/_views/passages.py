"""What a report says of passages: words of one article that stand in another, at the place that they left and where they are.

The changes of a passage are shown once, at the new place, and only where nothing would be called struck that stands somewhere
else: its alinéas stand on one side only, and no other passage has a share in them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from statutes_diff.language.citation import locus_of
from statutes_diff.messages import plural, translated
from statutes_diff.reports._views.places import old_place, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import AlineaPair, ArticlePair, Comparison, Locus, Passage, Place

_MOST = 0.5  # of the words of an alinéa: fewer are only some of them
_IN_A_ROW = 24  # code points that tell where words come from

_Side: TypeAlias = Literal["old", "new"]


@dataclass(slots=True)
class Passages:
    """The passages of a comparison by the articles (by identity) that they left and came to.

    ``told``: those whose changes are shown at their new place.
    """

    left: defaultdict[int, list[Passage]] = field(default_factory=lambda: defaultdict(list))
    came: defaultdict[int, list[Passage]] = field(default_factory=lambda: defaultdict(list))
    told: set[int] = field(default_factory=set)

    def leading(self, alinea: AlineaPair, pair: ArticlePair) -> Passage | None:
        """The passage that begins with an alinéa of a pair, on the side where it stands alone, and whose changes are told."""
        place, numbers = (pair.new, alinea.new) if alinea.new else (pair.old, alinea.old)
        for passage in self._of(place, bool(alinea.new)) if not (alinea.old and alinea.new) else ():
            alineas = passage.new_alineas if alinea.new else passage.old_alineas
            if id(passage) in self.told and numbers[0] in alineas:
                return passage
        return None

    def said(self, alinea: AlineaPair, pair: ArticlePair) -> str:
        """Where words of an alinéa come from, and where others now stand."""
        came = [p for p in self._of(pair.new, True) if self._holds(p, "new", alinea.new)]
        left = [p for p in self._of(pair.old, False) if self._holds(p, "old", alinea.old)]
        alone = not (alinea.old and alinea.new)
        return " · ".join([*_came(came, alinea.new, alone), *_left(left, alinea.old, alone)])

    def _holds(self, passage: Passage, side: _Side, numbers: Sequence[int]) -> bool:
        """A passage whose changes are told elsewhere stands for all its alinéas; any other for those that hold words of it."""
        alineas = passage.old_alineas if side == "old" else passage.new_alineas
        return not set(alineas).isdisjoint(numbers) and (id(passage) in self.told or _tells(passage, side, numbers))

    def _of(self, place: Place | None, new: bool) -> Sequence[Passage]:
        held = self.came if new else self.left
        return held.get(id(place.article), ()) if place else ()


def passages_of(comparison: Comparison, shown: Iterable[ArticlePair]) -> Passages:
    """Index the passages of a comparison; ``shown``: the article pairs that the report lists, with the alinéas it lists."""
    found = Passages()
    for passage in comparison.passages:
        found.left[id(passage.old.article)].append(passage)
        found.came[id(passage.new.article)].append(passage)
    listed = {id(pair.new.article) for pair in shown if pair.new and pair.status != "not-covered"} if comparison.passages else ()
    found.told.update(id(passage) for passage in comparison.passages if passage.whole and id(passage.new.article) in listed)
    return found


def _came(passages: Sequence[Passage], numbers: Sequence[int], alone: bool) -> Iterator[str]:
    if passages:
        n = len(numbers)
        places = old_place(where([locus for passage in passages for locus in _loci(passage.old, passage.old_alineas)], None))
        whole = alone and sum(_share(passage, "new", numbers) for passage in passages) >= _MOST
        yield translated(
            plural("comes from {places}", "come from {places}", n, places=places)
            if whole
            else plural("some of its words come from {places}", "some of their words come from {places}", n, places=places)
        )


def _left(passages: Sequence[Passage], numbers: Sequence[int], alone: bool) -> Iterator[str]:
    if passages:
        n = len(numbers)
        places = where([locus for passage in passages for locus in _loci(passage.new, passage.new_alineas)], None)
        whole = alone and sum(_share(passage, "old", numbers) for passage in passages) >= _MOST
        yield translated(
            plural("now stands in {places}", "now stand in {places}", n, places=places)
            if whole
            else plural("some of its words now stand in {places}", "some of their words now stand in {places}", n, places=places)
        )


def _share(passage: Passage, side: _Side, numbers: Sequence[int]) -> float:
    """The share of the characters of some of its alinéas that stand on the other side too."""
    kept, length = _kept(passage, side, numbers)
    return sum(kept) / max(length, 1)


def _tells(passage: Passage, side: _Side, numbers: Sequence[int]) -> bool:
    """True when some words in a row of these alinéas, or most of a short one, stand on the other side.

    A long passage may leap over alinéas of which it holds a "de la" here and there.
    """
    kept, length = _kept(passage, side, numbers)
    return max(kept, default=0) >= min(_IN_A_ROW, _MOST * length)


def _kept(passage: Passage, side: _Side, numbers: Sequence[int]) -> tuple[list[int], int]:
    """How long each stretch of some of its alinéas is that stands on the other side too; and these alinéas together."""
    spans = [edit.old if side == "old" else edit.new for edit in passage.edits]
    place, alineas = (passage.old, passage.old_alineas) if side == "old" else (passage.new, passage.new_alineas)
    found: list[int] = []
    start = length = 0
    for number in alineas:
        end = start + len(place.article.alineas[number - 1].text)
        if number in numbers:
            inside = [(max(a, start), min(b, end)) for a, b in spans if a <= end and b >= start]
            found += [after - before for (_, before), (after, _) in pairwise([(start, start), *inside, (end, end)])]
            length += end - start
        start = end + 1
    return found, length


def _loci(place: Place, alineas: Iterable[int]) -> Iterator[Locus]:
    return (locus_of(place.article, number) for number in alineas)
