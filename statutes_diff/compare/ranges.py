"""Changed runs of tokens to edits: ranges of characters, with white space where a lawyer would leave it, and typography apart."""

from __future__ import annotations

from statutes_diff.compare.channels import channel_of
from statutes_diff.compare.sides import SENTENCE_ENDS, Hunk
from statutes_diff.language.tokens import Tokens
from statutes_diff.model import Channel, Edit, Op, Span

_SIGNS = 3  # characters


def edits_of(before: Tokens, after: Tokens, hunks: list[Hunk]) -> list[Edit]:
    """The edits of some hunks, in order, and those of typography between them."""
    found: list[Edit] = []
    old_at = new_at = 0
    for index, hunk in enumerate(hunks):
        following = hunks[index + 1] if index + 1 < len(hunks) else None
        found += _retyped(before, after, old_at, hunk.old_start, new_at, followed=True)
        found += _edit(before, after, hunk, hunk.old_start == old_at, following)
        old_at, new_at = hunk.old_end, hunk.new_end
    return _joined(found + _retyped(before, after, old_at, len(before), new_at, followed=False), before.text)


def _joined(edits: list[Edit], old: str) -> list[Edit]:
    """The edits, those of typography as one that touch ("»" and the space before it) or have a lone sign between them ("I. - Les"
    → "I.-Les")."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        if last and last.channel == edit.channel == "editorial" and _beside(old[last.old[1] : edit.old[0]]):
            found[-1:] = made((last.old[0], edit.old[1]), (last.new[0], edit.new[1]), "editorial")
        else:
            found.append(edit)
    return found


def _beside(between: str) -> bool:
    """True when no word stands between two edits, and hardly anything else."""
    return len(between) <= _SIGNS and not any(c.isalnum() for c in between)


def _edit(before: Tokens, after: Tokens, hunk: Hunk, touching: bool, following: Hunk | None) -> list[Edit]:
    """One hunk as character ranges. The white space before it counts with it, so that ", L. 2" can be inserted after
    "L. 1" and before " et" (unless it touches the hunk before it); then what both sides start and end with is left out."""
    with_space = not touching or _closes(before, hunk)
    stopped = following is not None and following.old_start == hunk.old_end and _closes(before, following)
    old = (_bound(before, hunk.old_start, with_space), _bound(before, hunk.old_end, stopped))
    new = (_bound(after, hunk.new_start, with_space), _bound(after, hunk.new_end, stopped))
    old, new = _without_common_space(before.text, after.text, old, new)
    channel = channel_of(before, after, hunk)
    if hunk.old_start == hunk.old_end:
        return made((old[0], old[0]), new, channel) + made(old, (new[1], new[1]), "editorial")
    if hunk.new_start == hunk.new_end:
        return made(old, (new[0], new[0]), channel) + made((old[1], old[1]), new, "editorial")
    return made(old, new, channel)


def _closes(before: Tokens, hunk: Hunk) -> bool:
    """True for one stop in place of another: the white space before it is its own, even behind another edit."""
    return hunk.old_end - hunk.old_start == 1 == hunk.new_end - hunk.new_start and before.keys[hunk.old_start] in SENTENCE_ENDS


def _bound(side: Tokens, at: int, before_space: bool) -> int:
    """Where a boundary between tokens falls in the text: before the white space there, or behind it."""
    return side.ends[at - 1] if before_space and at else side.starts[at]


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
        return made((old_word, old[1]), (new_word, new[1]), "editorial")
    return made(*_without_common_space(before.text, after.text, old, new), "editorial")


def made(old: Span, new: Span, channel: Channel) -> list[Edit]:
    """One edit, or none where both ranges are empty."""
    if old[0] == old[1] and new[0] == new[1]:
        return []
    op: Op = "insert" if old[0] == old[1] else "delete" if new[0] == new[1] else "replace"
    return [Edit(op, old, new, channel)]
