"""What a report says of passages: words of one article that stand in another, at the place that they left and where they are.

The changes of a passage are shown once, at the new place, and only where nothing would be called struck that stands somewhere
else: its alinéas stand on one side only, and no other passage has a share in them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from statutes_diff.language.citation import locus_of
from statutes_diff.messages import plural, translated
from statutes_diff.reports._views.places import old_place, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import AlineaPair, ArticlePair, Comparison, Locus, Passage, Place

_MOST = 0.5  # of the words of an alinéa: fewer are only some of them


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
        came = [p for p in self._of(pair.new, True) if set(p.new_alineas) & set(alinea.new)]
        left = [p for p in self._of(pair.old, False) if set(p.old_alineas) & set(alinea.old)]
        alone = not (alinea.old and alinea.new)
        return " · ".join([*_came(came, len(alinea.new), alone), *_left(left, len(alinea.old), alone)])

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


def _came(passages: Sequence[Passage], n: int, alone: bool) -> Iterator[str]:
    if passages:
        places = old_place(where([locus for passage in passages for locus in _loci(passage.old, passage.old_alineas)], None))
        whole = alone and sum(_kept(passage, "new") for passage in passages) >= _MOST
        yield translated(
            plural("comes from {places}", "come from {places}", n, places=places)
            if whole
            else plural("some of its words come from {places}", "some of their words come from {places}", n, places=places)
        )


def _left(passages: Sequence[Passage], n: int, alone: bool) -> Iterator[str]:
    if passages:
        places = where([locus for passage in passages for locus in _loci(passage.new, passage.new_alineas)], None)
        whole = alone and sum(_kept(passage, "old") for passage in passages) >= _MOST
        yield translated(
            plural("now stands in {places}", "now stand in {places}", n, places=places)
            if whole
            else plural("some of its words now stand in {places}", "some of their words now stand in {places}", n, places=places)
        )


def _kept(passage: Passage, side: Literal["old", "new"]) -> float:
    """The share of the characters of one side that stand on the other side too."""
    spans = [edit.old if side == "old" else edit.new for edit in passage.edits]
    place, alineas = (passage.old, passage.old_alineas) if side == "old" else (passage.new, passage.new_alineas)
    length = sum(len(place.article.alineas[number - 1].text) + 1 for number in alineas) - 1
    return 1 - sum(end - start for start, end in spans) / max(length, 1)


def _loci(place: Place, alineas: Iterable[int]) -> Iterator[Locus]:
    return (locus_of(place.article, number) for number in alineas)
