"""The best way through a gap: which of the possible pairs keep the order of both texts and are most alike in sum."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """Alinéas of a gap that may belong together, by their indices in order: one to one, one to many or many to one.

    ``gain`` is what the pair is worth: a likeness, or the sum of one for each part.
    """

    olds: tuple[int, ...]
    news: tuple[int, ...]
    gain: float


def best_chain(boxes: Iterable[Box]) -> list[Box]:
    """The boxes of the greatest gain in sum, each behind the one before it on both sides; of equal sums the earliest.

    Grows with the number of boxes (times its logarithm), not with the sides of the gap.
    """
    found = sorted(boxes, key=lambda box: (box.olds[0], box.news[0], len(box.olds), len(box.news)))
    ends = sorted(range(len(found)), key=lambda at: (found[at].olds[-1], found[at].news[-1], at))
    stairs = _Stairs()
    sums: list[float] = []
    before: list[int] = []
    closed = 0
    for box in found:
        while closed < len(ends) and found[ends[closed]].olds[-1] < box.olds[0]:
            done = ends[closed]
            stairs.add(found[done].news[-1], sums[done], done)
            closed += 1
        total, last = stairs.best(box.news[0])
        sums.append(total + box.gain)
        before.append(last)
    return _walked(found, sums, before)


def _walked(found: list[Box], sums: list[float], before: list[int]) -> list[Box]:
    """The chain that ends with the greatest sum, in order."""
    at = max(range(len(found)), key=lambda k: (sums[k], -k), default=-1)
    chain: list[Box] = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


class _Stairs:
    """Sums of chains by the new index they end at, rising: a chain that ends later is kept only when it is worth more."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._sums: list[float] = []
        self._boxes: list[int] = []

    def best(self, start: int) -> tuple[float, int]:
        """The greatest sum of a chain that ends before ``start``, and its last box (-1: none)."""
        place = bisect_left(self._ends, start) - 1
        return (self._sums[place], self._boxes[place]) if place >= 0 else (0.0, -1)

    def add(self, end: int, total: float, box: int) -> None:
        """Enter a chain that ends at ``end``."""
        place = bisect_right(self._ends, end)
        if place and self._sums[place - 1] >= total:
            return
        first = place
        while first and self._ends[first - 1] == end:
            first -= 1
        last = place
        while last < len(self._ends) and self._sums[last] <= total:
            last += 1
        self._ends[first:last] = [end]
        self._sums[first:last] = [total]
        self._boxes[first:last] = [box]
