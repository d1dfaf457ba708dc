"""Which words a passage carried over to another article: they stand in both versions and neither came nor went."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from statutes_diff.compare.ends import ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Article, Passage, Span
    from statutes_diff.rules._changed import Side


class Carried:
    """The words that passages hold on both sides, by article and alinéa.

    Of a passage that may be read as a pair of its own the alinéas are set apart already: no rule sees them as come or gone.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._kept: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
        for passage in passages:
            if not passage.whole:
                edits = [edit for edit in passage.edits if edit.channel != "editorial"]
                self._keep(passage.old.article, passage.old_alineas, [edit.old for edit in edits])
                self._keep(passage.new.article, passage.new_alineas, [edit.new for edit in edits])

    def _keep(self, article: Article, alineas: Sequence[int], edited: Sequence[Span]) -> None:
        """What stands between the edits of a passage, in the text of each of its alinéas."""
        for index, (start, end) in ranges(article, alineas):
            self._kept[id(article), index] += [(a - start, b - start) for a, b in _between(edited, start, end)]

    def holds(self, side: Side, start: int, end: int) -> bool:
        """True when words of a side went to another article, or came from one, as they are."""
        if not self._kept:
            return False
        for index, (at, behind) in ranges(side.article, side.indices):
            if start <= behind:
                kept = self._kept.get((id(side.article), index), ())
                return any(first <= start - at and end - at <= last for first, last in kept)
        return False


def _between(edited: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ``[start, end)`` between edits."""
    inside = [(max(a, start), min(b, end)) for a, b in edited if a <= end and b >= start]
    for (_, before), (after, _) in pairwise([(start, start), *inside, (end, end)]):
        if before < after:
            yield before, after
