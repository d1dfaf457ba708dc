"""The words of an alinéa for a page: runs, in them the stretches that are links.

The runs of a report are made for reading, their white space moved (see ``_segments``), so the ledger's offsets are found again by
counting what is not white space; words that are not where they should be get no link.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.reports._html.cited import Link, Stretch
    from statutes_diff.reports._views.segments import Segment

_SIGNS = "␣⏎⇥⍽"  # what stands for white space that changed

Piece: TypeAlias = "tuple[str, Link | None]"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``equal``, ``deleted``, ``inserted``, ``old`` or ``new``, each piece with its link.

    ``side``: the one version that has this white space (see ``Segment``).
    """

    kind: str
    editorial: bool
    side: str
    pieces: tuple[Piece, ...]


def runs(segments: Sequence[Segment], old: Sequence[Stretch], new: Sequence[Stretch], texts: tuple[str, str]) -> list[Run]:
    """The runs with their links; ``old`` and ``new``: the stretches of the two texts that are links."""
    marks = _Marks(segments)
    if new:
        marks.set(("equal", "inserted", "new"), new, texts[1])
    if old:
        marks.set(("equal", "deleted", "old"), old, texts[0])
    return [Run(run.kind, run.editorial, run.side, tuple(marks.pieces(at))) for at, run in enumerate(segments)]


class _Marks:
    """Links by segment: where each begins and ends in it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self.found: dict[int, dict[tuple[int, int], Link]] = {}

    def set(self, kinds: tuple[str, ...], stretches: Sequence[Stretch], text: str) -> None:
        """Put the stretches of one text on the segments that it is made of."""
        own = [at for at, segment in enumerate(self.segments) if segment.kind in kinds]
        ends = list(accumulate(_length(self.segments[at].text) for at in own))
        for start, end, link in stretches:
            first, last = _length(text[:start]), _length(text[:end])
            place = bisect_right(ends, first)
            if place < len(own) and last <= ends[place]:  # words that changed in part are no link
                before = ends[place - 1] if place else 0
                self._mark(own[place], first - before, last - before, text[start:end], link)

    def _mark(self, at: int, first: int, last: int, words: str, link: Link) -> None:
        text = self.segments[at].text
        start, end = _position(text, first), _position(text, last - 1) + 1
        held = self.found.setdefault(at, {})
        if (start, end) in held:
            new = held[start, end]
            held[start, end] = new if new.words == link.words else replace(new, old=link)
        elif text[start:end].split() == words.split() and all(end <= first or start >= last for first, last in held):
            held[start, end] = link

    def pieces(self, at: int) -> Iterator[Piece]:
        """A segment cut where links begin and end."""
        text, place = self.segments[at].text, 0
        for (start, end), link in sorted(self.found.get(at, {}).items(), key=lambda mark: mark[0]):
            if start > place:
                yield text[place:start], None
            yield text[start:end], link
            place = end
        if place < len(text) or not text:
            yield text[place:], None


def _length(text: str) -> int:
    """How many characters are not white space, nor a sign that stands for it."""
    return sum(map(len, text.split())) - sum(map(text.count, _SIGNS))


def _position(text: str, count: int) -> int:
    """Where the character stands before which ``count`` others are that count."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if _length(text[: middle + 1]) <= count:
            low = middle + 1
        else:
            high = middle
    return low
