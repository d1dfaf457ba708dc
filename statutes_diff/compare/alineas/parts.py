"""Where a text is cut so that each piece holds the words of its part: of an alinéa that became several, or was several.

Texts are words here, a letter each (``letters``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate

REACH = 24  # tokens on each side of a cut that are looked at for a more natural one
WORD = 3  # points of grace that a word is worth


def pieces(whole: str, parts: Sequence[str]) -> list[str]:
    """The pieces of ``whole`` that stand for the parts: the words of each up to the last one that a least edit script keeps."""
    ends = _kept_ends(whole, parts)
    return [whole[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _kept_ends(whole: str, parts: Sequence[str]) -> list[int]:
    """Where each part's last kept word ends in the whole, rising; the last part takes the rest."""
    from rapidfuzz.distance import LCSseq

    joined = "".join(parts)
    kept: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(whole, joined):
        if step.tag == "equal":
            kept += zip(range(step.dest_start, step.dest_end), range(step.src_start, step.src_end), strict=True)
    found: list[int] = []
    for end in accumulate(len(part) for part in parts[:-1]):
        before = bisect_left(kept, (end, -1))
        found.append(kept[before - 1][1] + 1 if before else 0)
    return [*found, len(whole)]


def cuts(whole: str, parts: Sequence[str], grace: Callable[[int], int]) -> list[int]:
    """The most natural cuts among those that keep as many words: where the pieces end, rising, the last at the end of ``whole``.

    ``grace`` says how natural it is to cut before a token; ``WORD`` points of it outweigh a word kept. No piece is empty.
    """
    windows = [range(max(end - REACH, 1), min(end + REACH, len(whole) - 1) + 1) for end in _kept_ends(whole, parts)[:-1]]
    joined = "".join(parts)
    heads = list(accumulate(len(part) for part in parts[:-1]))
    ahead = _common(whole, joined, heads, windows)
    mirrored = [range(len(whole) - window.stop + 1, len(whole) - window.start + 1) for window in windows]
    behind = _common(whole[::-1], joined[::-1], [len(joined) - end for end in heads], mirrored)
    found = [0]
    for k, window in enumerate(windows):
        after = max(found[-1] + 1, window.start)
        last = len(whole) - (len(windows) - k)
        free = [at for at in window if after <= at <= last] or [min(found[-1] + 1, last)]
        found.append(max(free, key=lambda at: WORD * (ahead.get((at, k), 0) + behind.get((len(whole) - at, k), 0)) + grace(at)))
    return [*found[1:], len(whole)]


def _common(text: str, pattern: str, heads: Sequence[int], windows: Sequence[range]) -> dict[tuple[int, int], int]:
    """The longest common subsequences of heads of ``text`` (lengths in the windows) and heads of ``pattern``.

    Bit-parallel (H. Hyyrö, 2004): a bit that is no longer set is a word of the pattern that the text brought.
    """
    asked: defaultdict[int, list[int]] = defaultdict(list)
    for k, window in enumerate(windows):
        for at in window:
            asked[at].append(k)
    where: dict[str, int] = {}
    for at, key in enumerate(pattern):
        where[key] = where.get(key, 0) | 1 << at
    masks = [(1 << head) - 1 for head in heads]
    full = bits = (1 << len(pattern)) - 1
    found: dict[tuple[int, int], int] = {}
    for at, key in enumerate(text, 1):
        hits = bits & where.get(key, 0)
        bits = ((bits + hits) | (bits - hits)) & full
        for k in asked.get(at, ()):
            found[at, k] = heads[k] - (bits & masks[k]).bit_count()
    return found
