"""Two texts to edits: what a lawyer would say was struck, inserted and replaced.

The most words with a meaning are kept (``least``, rapidfuzz's bit-parallel LCS); then the clean-up that makes edits readable: no
stray word between two changes (``hunks``), no name or number cut in half, insertions slid to natural edges (``edges``); and
where too little is left in common, one honest rewrite with its reason.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from statutes_diff.compare.edges import balanced, ends_apart, slid, whole_names
from statutes_diff.compare.hunks import LEAST_KEPT, in_cells, merged
from statutes_diff.compare.least import least
from statutes_diff.compare.ranges import edits_of, made
from statutes_diff.compare.sides import Hunk, Sides, sides_of
from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import Tokens, tokens
from statutes_diff.messages import msg
from statutes_diff.model import Channel, Edit, Message

FEW_WORDS = 6
MOST_CELLS = 400_000_000


class WordDiff(NamedTuple):
    """The edits from one text to another, in order, and the reason when they are coarser than words."""

    edits: tuple[Edit, ...]
    note: Message | None = None


def word_diff(old: str, new: str) -> WordDiff:
    """The edits that turn ``old`` into ``new``; empty when they are equal to the code point."""
    if old == new:
        return WordDiff(())
    before, after = tokens(old), tokens(new)
    if not len(before) or not len(after):
        channel: Channel = "substantive" if len(before) or len(after) else "editorial"
        return WordDiff(tuple(made((0, len(old)), (0, len(new)), channel)))
    hunks, reason = _hunks(before, after)
    return WordDiff(tuple(edits_of(before, after, hunks)), reason)


def _hunks(before: Tokens, after: Tokens) -> tuple[list[Hunk], Message | None]:
    """The changed token ranges; with a reason when the whole is shown coarser than words.

    Markers are compared with markers, so that "a) Si" for "Lorsque" is a new marker and a replaced word.
    """
    head = Hunk(0, _marker_tokens(before), 0, _marker_tokens(after))
    same_head = before.keys[: head.old_end] == after.keys[: head.new_end]
    heads = [] if same_head else [head]
    start, end = _common_ends(before.keys[head.old_end :], after.keys[head.new_end :])
    rest = Hunk(head.old_end + start, len(before) - end, head.new_end + start, len(after) - end)
    if rest.old_start == rest.old_end and rest.new_start == rest.new_end:
        return heads, None
    sides = sides_of(before, after)
    if sides.struck(rest) * sides.inserted(rest) > MOST_CELLS:
        return [*heads, rest], msg("shown as one replacement: too long to compare word by word")
    found = whole_names(merged(slid(least(rest, sides), sides, head), sides), sides, head)
    if _rewritten(found, sides):
        whole = Hunk(head.old_end, len(before), head.new_end, len(after))
        return [*heads, whole], msg("rewritten: too little in common to show word by word")
    if heads and found:
        heads, found = _heads_met(head, found, before.keys, after.keys)
    body = balanced(slid(found, sides, head), sides, head)
    return heads + [part for hunk in body for cell in in_cells(hunk, sides) for part in ends_apart(cell, sides)], None


def _heads_met(head: Hunk, hunks: list[Hunk], olds: list[str], news: list[str]) -> tuple[list[Hunk], list[Hunk]]:
    """A marker that stands in both texts, behind words that only one of them starts with: these words are the change, not
    the marker ("Un décret… III. - Les" → "III. - Les", two alinéas that a source ran together)."""
    first = hunks[0]
    if head.old_start == head.old_end and first.new_start == first.new_end and first.old_start == 0:
        at = first.old_end - head.new_end
        if at > 0 and olds[at : first.old_end] == news[: head.new_end]:
            return [], [Hunk(0, at, 0, 0), *hunks[1:]]
    if head.new_start == head.new_end and first.old_start == first.old_end and first.new_start == 0:
        at = first.new_end - head.old_end
        if at > 0 and news[at : first.new_end] == olds[: head.old_end]:
            return [], [Hunk(0, 0, 0, at), *hunks[1:]]
    return [head], hunks


def _marker_tokens(side: Tokens) -> int:
    """How many tokens the markers at the start take; none when nothing follows them."""
    chain, at = markers(side.text[:60])
    count = bisect_left(side.starts, at) if chain else 0
    return count if count < len(side) else 0


def _common_ends(olds: list[str], news: list[str]) -> tuple[int, int]:
    """How many tokens are equal at the start, and at the end of what is left."""
    most = min(len(olds), len(news))
    start = next(compress(count(), map(ne, olds, news)), most)
    end = next(compress(count(), map(ne, reversed(olds), reversed(news))), most)
    return start, min(end, most - start)


def _rewritten(hunks: list[Hunk], sides: Sides) -> bool:
    """True when so few words with a meaning are kept that single edits would only mislead: under a fifth of the shorter text."""
    olds, news = sides.old_contents[-1], sides.new_contents[-1]
    kept = olds - sum(map(sides.struck, hunks))
    return min(olds, news) >= FEW_WORDS and kept < LEAST_KEPT * min(olds, news)
