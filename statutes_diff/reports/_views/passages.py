"""What a report says of passages: words of one article that stand in another, at the place that they left and where they are.

The changes of a passage are shown once, at the new place, and only where nothing would be called struck that stands somewhere
else: its alinéas stand on one side only, and no other passage has a share in them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from statutes_diff.compare.ends import ranges
from statutes_diff.language.citation import locus_of
from statutes_diff.messages import plural, translated
from statutes_diff.reports._views.places import old_place, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import AlineaPair, ArticlePair, Comparison, Locus, Passage, Place, Span

_MOST = 0.5  # of the words of an alinéa: fewer are only some of them
_IN_A_ROW = 24  # code points that tell where words come from

_Side: TypeAlias = Literal["old", "new"]


@dataclass(slots=True, eq=False, repr=False)
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
        return not set(alineas).isdisjoint(numbers) and (id(passage) in self.told or _common(passage, side, numbers).tells)

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
        n, common = len(numbers), [_common(passage, "new", numbers) for passage in passages]
        places = old_place(where([locus for one in common for locus in one.loci], None))
        whole = alone and sum(one.share for one in common) >= _MOST
        yield translated(
            plural("comes from {places}", "come from {places}", n, places=places)
            if whole
            else plural("some of its words come from {places}", "some of their words come from {places}", n, places=places)
        )


def _left(passages: Sequence[Passage], numbers: Sequence[int], alone: bool) -> Iterator[str]:
    if passages:
        n, common = len(numbers), [_common(passage, "old", numbers) for passage in passages]
        places = where([locus for one in common for locus in one.loci], None)
        whole = alone and sum(one.share for one in common) >= _MOST
        yield translated(
            plural("now stands in {places}", "now stand in {places}", n, places=places)
            if whole
            else plural("some of its words now stand in {places}", "some of their words now stand in {places}", n, places=places)
        )


class _Common(NamedTuple):
    """What some alinéas of a passage and its other side have in common.

    ``loci``: the alinéas there that hold words of these; ``longest`` stretch, in code points; ``share`` of these alinéas.
    """

    loci: list[Locus]
    longest: int
    share: float
    length: int

    @property
    def tells(self) -> bool:
        """Some words in a row, or most of a short alinéa: a long passage may leap over alinéas of which it holds a "de la"."""
        return self.longest >= min(_IN_A_ROW, _MOST * self.length)


def _common(passage: Passage, side: _Side, numbers: Sequence[int]) -> _Common:
    new = side == "new"
    here, there = (passage.new, passage.old) if new else (passage.old, passage.new)
    mine, others = (passage.new_alineas, passage.old_alineas) if new else (passage.old_alineas, passage.new_alineas)
    edits = [(edit.new, edit.old) if new else (edit.old, edit.new) for edit in passage.edits]
    spans = [span for number, span in ranges(here.article, mine) if number in numbers]
    found = [stretch for span in spans for stretch in _stretches(edits, *span)]
    length = sum(end - start for start, end in spans)
    shared = {number: sum(max(0, min(b, d) - max(a, c)) for c, d in found) for number, (a, b) in ranges(there.article, others)}
    least = min(_IN_A_ROW, _MOST * max(shared.values(), default=0))
    loci = [locus_of(there.article, number) for number, of in shared.items() if of >= max(least, 1)]
    lengths = [end - start for start, end in found]
    loci = loci or [locus_of(there.article, number) for number in others]
    return _Common(loci, max(lengths, default=0), sum(lengths) / max(length, 1), length)


def _stretches(edits: Sequence[tuple[Span, Span]], start: int, end: int) -> Iterator[Span]:
    """What of ``[start, end)`` here stands there too, as ranges there; ``edits``: here and there."""
    at, across = 0, 0
    for (first, last), (_, beyond) in [*edits, ((end, end), (0, 0))]:
        low, high = max(at, start), min(first, end)
        if low < high:
            yield across + low - at, across + high - at
        at, across = last, beyond
