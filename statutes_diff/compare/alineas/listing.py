"""The order in which pairs of alinéas are told: that of the new text, what was removed where it stood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Couple(NamedTuple):
    """Alinéas that belong together, by their numbers from 1; one side may be missing."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


def listed(olds: int, news: int, couples: Sequence[Couple], moves: Sequence[Couple]) -> list[Couple]:
    """All alinéas of both sides (``olds`` and ``news`` many), each once: the couples that keep the order, what was removed behind
    the couple it followed, then what came or moved there."""
    paired_old = {i for couple in (*couples, *moves) for i in couple.old}
    paired_new = {j for couple in (*couples, *moves) for j in couple.new}
    firsts_old, firsts_new = [couple.old[0] for couple in couples], [couple.new[0] for couple in couples]
    placed = [((place, 0, 0), couple) for place, couple in enumerate(couples, 1)]
    placed += [((bisect_left(firsts_old, i), 1, i), Couple((i,), ())) for i in range(1, olds + 1) if i not in paired_old]
    placed += [((bisect_left(firsts_new, j), 2, j), Couple((), (j,))) for j in range(1, news + 1) if j not in paired_new]
    placed += [((bisect_left(firsts_new, move.new[0]), 2, move.new[0]), move) for move in moves]
    return [couple for _, couple in sorted(placed, key=lambda entry: entry[0])]
