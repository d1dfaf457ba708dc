"""Alinéas that stand at the same place, alone between the same neighbours: one alinéa rewritten, where something is in common.

A lawyer reads "le deuxième alinéa est ainsi rédigé" there, not one alinéa struck and another one inserted; and what cites the
second alinéa still cites it. Where the two have nothing in common they stay apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from statutes_diff.compare.alineas.listing import Couple
from statutes_diff.compare.alineas.sides import FEW, Side, alike, kept, same_marker

ALIKE_IN_PLACE = 0.25
ALIKE_UNDER_ITS_MARKER = 0.15  # "3°" for "3°"; and a table for a table
ENOUGH = 3  # words in common; of very few words half


def in_place(olds: Sequence[Side], news: Sequence[Side], couples: Sequence[Couple]) -> Iterator[Couple]:
    """The pairs among what is left on both sides: one old and one new alinéa between the same two couples."""
    old_gaps = _gaps(olds, [couple.old for couple in couples])
    new_gaps = _gaps(news, [couple.new for couple in couples])
    for gap, before in old_gaps.items():
        after = new_gaps.get(gap, [])
        if len(before) == len(after) == 1 and _same_place(before[0], after[0]):
            yield Couple((before[0].number,), (after[0].number,))


def _gaps(sides: Sequence[Side], paired: Sequence[tuple[int, ...]]) -> dict[int, list[Side]]:
    """What is left, by the couple that it stands before; not what stands between the parts of a couple."""
    firsts, lasts = [numbers[0] for numbers in paired], [numbers[-1] for numbers in paired]
    found: defaultdict[int, list[Side]] = defaultdict(list)
    for side in sides:
        gap = bisect_left(firsts, side.number)
        if gap == bisect_left(lasts, side.number):
            found[gap].append(side)
    return found


def _same_place(old: Side, new: Side) -> bool:
    olds, news = (old.every, new.every) if _grown(old, new) or _grown(new, old) else (old.words, new.words)
    common = kept(olds, news)
    if common < min(ENOUGH, len(olds) / 2, len(news) / 2) or old.alinea.table != new.alinea.table:
        return False
    least = ALIKE_UNDER_ITS_MARKER if same_marker(old, new) or old.alinea.table else ALIKE_IN_PLACE
    return alike(common, len(olds), len(news)) >= least


def _grown(few: Side, many: Side) -> bool:
    """True when one of two alinéas has no more than a word or two with a meaning, which all stand in the other one: all words of
    both are compared then, not all of the one with those of the other that have a meaning."""
    return 0 < len(few.content) <= FEW < len(many.content) and set(few.content) <= set(many.content)
