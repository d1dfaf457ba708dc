"""Which words two texts share: the most words with a meaning, and the words without weight that stand beside them.

The ugly case that this module exists for: in "aux articles 1, 2 et 6" → "aux articles 1, 2, 6 et 7" the longest common
subsequence of all words keeps "et" and strikes "6", which stands in both texts.
"""

from __future__ import annotations

from itertools import compress, pairwise

from statutes_diff.compare.letters import letters
from statutes_diff.compare.sides import CITED, SENTENCE_ENDS, Hunk, Sides, trimmed


def least(rest: Hunk, sides: Sides) -> list[Hunk]:
    """The changed runs inside a range of both texts that keep the most words with a meaning; words without weight are kept where
    they stand beside them."""
    from rapidfuzz.distance import LCSseq

    olds, news = sides.before.keys, sides.after.keys
    left = list(compress(range(rest.old_start, rest.old_end), sides.old_says[rest.old_start : rest.old_end]))
    right = list(compress(range(rest.new_start, rest.new_end), sides.new_says[rest.new_start : rest.new_end]))
    words = letters([olds[i] for i in left]), letters([news[j] for j in right])
    found: list[Hunk] = []
    old_at, new_at = rest.old_start, rest.new_start
    for step in LCSseq.opcodes(*words):
        if step.tag == "equal":
            kept = left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
            found += _gaps(Hunk(old_at, kept[0][-1], new_at, kept[1][-1]), *kept, sides)
            old_at, new_at = kept[0][-1] + 1, kept[1][-1] + 1
    return found + _gap(Hunk(old_at, rest.old_end, new_at, rest.new_end), sides)


def _gaps(around: Hunk, olds: list[int], news: list[int], sides: Sides) -> list[Hunk]:
    """The changes before and between some words that were kept in a row."""
    first = Hunk(around.old_start, olds[0], around.new_start, news[0])
    if sides.before.keys[olds[0] : olds[-1]] == sides.after.keys[news[0] : news[-1]]:
        return _gap(first, sides)
    between = [Hunk(a + 1, b, c + 1, d) for (a, b), (c, d) in zip(pairwise(olds), pairwise(news), strict=True)]
    return [hunk for gap in (first, *between) for hunk in _gap(gap, sides)]


def _gap(gap: Hunk, sides: Sides) -> list[Hunk]:
    """The changes between two words that were kept: one, or one a sentence when as many end on both sides, or one a number
    where numbers of a list were replaced."""
    olds, news = sides.before.keys[gap.old_start : gap.old_end], sides.after.keys[gap.new_start : gap.new_end]
    if olds == news:
        return []
    ends, others = _sentence_ends(olds), _sentence_ends(news)
    if ends and [olds[i] for i in ends] == [news[j] for j in others]:
        return _cut(gap, ends, others, sides)
    links = [i for i, (old, new) in enumerate(zip(olds, news, strict=False)) if old == new]
    if links and len(olds) == len(news) and _only_numbers(gap, sides):
        return _cut(gap, links, links, sides)
    return _cut(gap, [], [], sides)


def _sentence_ends(keys: list[str]) -> list[int]:
    return [i for i, key in enumerate(keys) if key in SENTENCE_ENDS]


def _only_numbers(gap: Hunk, sides: Sides) -> bool:
    """True when number stands against number of its kind, and what links them against itself."""
    olds, news = range(gap.old_start, gap.old_end), range(gap.new_start, gap.new_end)
    before, after = sides.before, sides.after
    return all(
        before.keys[i] == after.keys[j] or (before.kinds[i] == after.kinds[j] and before.kinds[i] in CITED)
        for i, j in zip(olds, news, strict=True)
    )


def _cut(gap: Hunk, olds: list[int], news: list[int], sides: Sides) -> list[Hunk]:
    """A gap cut at tokens that both sides share, by their places in it; without what the parts start or end with."""
    starts = [(gap.old_start, gap.new_start)]
    ends = []
    for i, j in zip(olds, news, strict=True):
        ends.append((gap.old_start + i, gap.new_start + j))
        starts.append((gap.old_start + i + 1, gap.new_start + j + 1))
    ends.append((gap.old_end, gap.new_end))
    parts = [trimmed(Hunk(a, b, c, d), sides) for (a, c), (b, d) in zip(starts, ends, strict=True)]
    return [part for part in parts if part.old_start < part.old_end or part.new_start < part.new_end]
