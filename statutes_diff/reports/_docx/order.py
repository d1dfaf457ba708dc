"""The alinéas of an article in one column that holds both texts: whoever strikes what came has the old order, whoever strikes
what went the new one.

Pairs that keep the order stand once. A pair that does not stands twice, as what left one place and what came to another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from statutes_diff.model import AlineaPair

Side: TypeAlias = Literal["both", "old", "new"]


@dataclass(frozen=True, slots=True)
class Step:
    """A pair at its place: both of its sides, or one of them (then one alinéa, by its place among those of the side)."""

    pair: AlineaPair
    side: Side
    part: int = 0


def ordered(pairs: Iterable[AlineaPair]) -> Iterator[Step]:
    """Every alinéa of both sides once, the pairs that keep the order of both as one step."""
    pairs = list(pairs)
    kept = _in_order([pair for pair in pairs if _may_stand_once(pair)])
    once = set(map(id, kept))
    apart = [pair for pair in pairs if id(pair) not in once]
    olds = sorted(((number, Step(pair, "old", part)) for pair in apart for part, number in enumerate(pair.old)), key=_number)
    news = sorted(((number, Step(pair, "new", part)) for pair in apart for part, number in enumerate(pair.new)), key=_number)
    for pair in kept:
        yield from _before(olds, pair.old[0])
        yield from _before(news, pair.new[0])
        yield Step(pair, "both")
    yield from (step for _at, step in (*olds, *news))


def _number(found: tuple[int, Step]) -> int:
    return found[0]


def _before(steps: list[tuple[int, Step]], limit: int) -> Iterator[Step]:
    """Take the steps off whose alinéa stands before another."""
    count = bisect_left(steps, limit, key=_number)
    yield from (step for _at, step in steps[:count])
    del steps[:count]


def _may_stand_once(pair: AlineaPair) -> bool:
    return bool(pair.old and pair.new) and pair.status != "moved" and in_a_row(pair.old) and in_a_row(pair.new)


def in_a_row(numbers: Sequence[int]) -> bool:
    """True for alinéas that follow one another."""
    return len(numbers) > 0 and list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _in_order(pairs: Sequence[AlineaPair]) -> list[AlineaPair]:
    """The most pairs that keep the order of both sides (a longest increasing subsequence, by patience sorting)."""
    by_new = sorted(pairs, key=lambda pair: pair.new[0])
    tails: list[int] = []  # the last old number of the best chain of each length, and the index of its pair
    ends: list[int] = []
    before: list[int] = []
    for index, pair in enumerate(by_new):
        length = bisect_left(tails, pair.old[0])
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [pair.old[0]]
        ends[length : length + 1] = [index]
    chain, at = [], ends[-1] if ends else -1
    while at >= 0:
        chain.append(by_new[at])
        at = before[at]
    return chain[::-1]
