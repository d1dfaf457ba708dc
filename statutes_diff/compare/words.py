"""Two texts to edits: what a lawyer would say was struck, inserted and replaced.

Exact least edits on tokens first (rapidfuzz, bit-parallel LCS), then the clean-up that makes them readable: no stray function
word kept between two changes, no name cut in half, insertions slid to natural edges; and where too little is left in
common, one honest rewrite with its reason.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from statutes_diff.compare.channels import channel_of
from statutes_diff.compare.hunks import Hunk, agreeing, balanced, merged, slid, whole_names
from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import Tokens, is_content, tokens
from statutes_diff.messages import msg
from statutes_diff.model import Channel, Edit, Message, Op, Span

LEAST_KEPT = 0.2
FEW_WORDS = 6
MOST_CELLS = 400_000_000


@dataclass(frozen=True, slots=True)
class WordDiff:
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
        return WordDiff(tuple(_made((0, len(old)), (0, len(new)), channel)))
    hunks, reason = _hunks(before, after)
    return WordDiff(tuple(_edits(before, after, hunks)), reason)


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
    if (rest.old_end - rest.old_start) * (rest.new_end - rest.new_start) > MOST_CELLS:
        return [*heads, rest], msg("shown as one replacement: too long to compare word by word")
    found = whole_names(merged(_least(rest, before, after), before, after), before, after, head)
    if _rewritten(found, before, after):
        whole = Hunk(head.old_end, len(before), head.new_end, len(after))
        return [*heads, whole], msg("rewritten: too little in common to show word by word")
    body = [
        part for hunk in balanced(slid(found, before, after, head), before, after, head) for part in agreeing(hunk, before, after)
    ]
    return heads + body, None


def _marker_tokens(side: Tokens) -> int:
    """How many tokens the markers at the start take; none when nothing follows them."""
    chain, at = markers(side.text[:60])
    count = bisect_left(side.starts, at) if chain else 0
    return count if count < len(side) else 0


def _common_ends(olds: list[str], news: list[str]) -> tuple[int, int]:
    """How many tokens are equal at the start, and at the end of what is left."""
    most = min(len(olds), len(news))
    start = 0
    while start < most and olds[start] == news[start]:
        start += 1
    end = 0
    while end < most - start and olds[-1 - end] == news[-1 - end]:
        end += 1
    return start, end


def _least(rest: Hunk, before: Tokens, after: Tokens) -> list[Hunk]:
    """The changed ranges of a least edit script inside a range of both texts."""
    olds, news = before.keys[rest.old_start : rest.old_end], after.keys[rest.new_start : rest.new_end]
    if not olds or not news:
        return [rest]
    from rapidfuzz.distance import Indel

    codes: dict[str, int] = {}
    left = [codes.setdefault(key, len(codes)) for key in olds]
    right = [codes.setdefault(key, len(codes)) for key in news]
    found: list[Hunk] = []
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            continue
        hunk = Hunk(
            step.src_start + rest.old_start,
            step.src_end + rest.old_start,
            step.dest_start + rest.new_start,
            step.dest_end + rest.new_start,
        )
        if found and found[-1].old_end == hunk.old_start and found[-1].new_end == hunk.new_start:
            last = found.pop()
            hunk = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        found.append(hunk)
    return found


def _rewritten(hunks: list[Hunk], before: Tokens, after: Tokens) -> bool:
    """True when so few words with a meaning are kept that single edits would only mislead."""
    olds = sum(map(is_content, before.keys))
    news = sum(map(is_content, after.keys))
    struck = sum(is_content(key) for hunk in hunks for key in before.keys[hunk.old_start : hunk.old_end])
    most = max(olds, news)
    return min(olds, news) >= FEW_WORDS and olds - struck < LEAST_KEPT * most


def _edits(before: Tokens, after: Tokens, hunks: list[Hunk]) -> list[Edit]:
    found: list[Edit] = []
    old_at = new_at = 0
    for hunk in hunks:
        found += _retyped(before, after, old_at, hunk.old_start, new_at, followed=True)
        found += _edit(before, after, hunk, touching=hunk.old_start == old_at)
        old_at, new_at = hunk.old_end, hunk.new_end
    return found + _retyped(before, after, old_at, len(before), new_at, followed=False)


def _edit(before: Tokens, after: Tokens, hunk: Hunk, *, touching: bool) -> list[Edit]:
    """One hunk as character ranges. The white space before it counts with it, so that ", L. 2" can be inserted after
    "L. 1" and before " et" (unless it touches the hunk before it); then what both sides start and end with is left out."""
    old = (before.starts[hunk.old_start] if touching else before.ends[hunk.old_start - 1], before.starts[hunk.old_end])
    new = (after.starts[hunk.new_start] if touching else after.ends[hunk.new_start - 1], after.starts[hunk.new_end])
    return _made(*_without_common_space(before.text, after.text, old, new), channel_of(before, after, hunk))


def _without_common_space(old_text: str, new_text: str, old: Span, new: Span) -> tuple[Span, Span]:
    (a, b), (c, d) = old, new
    while a < b and c < d and old_text[a] == new_text[c] and old_text[a].isspace():
        a, c = a + 1, c + 1
    while a < b and c < d and old_text[b - 1] == new_text[d - 1] and old_text[b - 1].isspace():
        b, d = b - 1, d - 1
    return (a, b), (c, d)


def _retyped(before: Tokens, after: Tokens, old_at: int, old_end: int, new_at: int, *, followed: bool) -> list[Edit]:
    """Editorial edits inside a run of equal tokens: the same words in other typography. The white space that ends a run
    belongs to the hunk that follows it."""
    if old_at == old_end:
        return []
    new_end = new_at + old_end - old_at
    old_stop = before.ends[old_end - 1] if followed else before.starts[old_end]
    new_stop = after.ends[new_end - 1] if followed else after.starts[new_end]
    if before.text[before.starts[old_at] : old_stop] == after.text[after.starts[new_at] : new_stop]:
        return []
    found: list[Edit] = []
    for i, j in zip(range(old_at, old_end), range(new_at, new_end), strict=True):
        old = (before.starts[i], min(before.starts[i + 1], old_stop))
        new = (after.starts[j], min(after.starts[j + 1], new_stop))
        if before.text[old[0] : old[1]] != after.text[new[0] : new[1]]:
            found += _retyped_token(before, after, old, new, before.ends[i], after.ends[j])
    return found


def _retyped_token(before: Tokens, after: Tokens, old: Span, new: Span, old_word: int, new_word: int) -> list[Edit]:
    if before.text[old[0] : old_word] == after.text[new[0] : new_word]:
        return _made((old_word, old[1]), (new_word, new[1]), "editorial")
    return _made(*_without_common_space(before.text, after.text, old, new), "editorial")


def _made(old: Span, new: Span, channel: Channel) -> list[Edit]:
    if old[0] == old[1] and new[0] == new[1]:
        return []
    op: Op = "insert" if old[0] == old[1] else "delete" if new[0] == new[1] else "replace"
    return [Edit(op, old, new, channel)]
