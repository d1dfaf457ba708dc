"""The edits of an alinéa that became several, or of several that became one: each part against its piece, and the seams.

A break that came or went changes how alinéas are counted: with the marker that came with it, it is numbering, not substance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from statutes_diff.compare.alineas.parts import cuts
from statutes_diff.compare.letters import kept, letters
from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.compare.words import WordDiff, word_diff
from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import Tokens, is_content, tokens
from statutes_diff.model import Edit, Message, Op, Span

STOPS = {".": 9, ";": 8, ":": 8, ",": 5}
SHOWN = 1 / 3  # share of a part's words that its edits leave
NEARLY_ALL = 0.75
LINKS = frozenset(("et", "ou", "ainsi", "mais", "ni"))


def split_diff(whole: str, parts: Sequence[str]) -> WordDiff:
    """The edits that turn one text into its parts joined with newlines."""
    return _joined(whole, _pieces(whole, parts), "\n".join(parts), _lines(parts))


def merge_diff(parts: Sequence[str], whole: str) -> WordDiff:
    """The edits that turn parts joined with newlines into one text."""
    return _joined("\n".join(parts), _lines(parts), whole, _pieces(whole, parts))


def shown(old: Sequence[str], new: Sequence[str]) -> list[bool]:
    """For each part, whether the edits leave enough of it for it to be seen as one; one of the sides is a single text."""
    whole, parts = (old[0], new) if len(new) > 1 else (new[0], old)
    return [_stands(part, whole[start:end]) for part, (start, end) in zip(parts, _pieces(whole, parts), strict=True)]


def _stands(part: str, piece: str) -> bool:
    """True when the edits leave a third of the part's words with a meaning, or nearly all of them stand in its piece."""
    side, at = tokens(part), markers(part)[1]
    words = [(i, key.lower()) for i, key in zip(side.starts, side.keys, strict=False) if i >= at and is_content(key)]
    if kept(letters([word for _, word in words]), _lower(tokens(piece))) >= NEARLY_ALL * len(words):
        return True
    changed = [edit.old for edit in _piece_diff(part, piece).edits]
    left = sum(not any(a <= start < b for a, b in changed) for start, _ in words)
    return left >= SHOWN * len(words)


def _lines(parts: Sequence[str]) -> list[Span]:
    """Where each part stands among the parts joined with newlines."""
    found: list[Span] = []
    at = 0
    for part in parts:
        found.append((at, at + len(part)))
        at += len(part) + 1
    return found


def _pieces(whole: str, parts: Sequence[str]) -> list[Span]:
    """The ranges of the whole that stand for the parts, cut where a sentence or a clause ends, without the space between them."""
    side = tokens(whole)
    ends = cuts(_lower(side), [_lower(tokens(part)) for part in parts], lambda at: _grace(side.keys, at))
    starts = [0, *(side.starts[end] for end in ends[:-1])]
    return list(zip(starts, [*(side.ends[end - 1] for end in ends[:-1]), len(whole)], strict=True))


def _lower(side: Tokens) -> str:
    """The words of a text, small, a letter each."""
    return letters(list(map(str.lower, side.keys)))


def _grace(keys: list[str], at: int) -> int:
    """How natural it is to cut before token ``at``."""
    if at >= len(keys):
        return 0
    return STOPS.get(keys[at - 1]) or (2 if keys[at].lower() in LINKS else 0)


def _joined(old: str, old_spans: list[Span], new: str, new_spans: list[Span]) -> WordDiff:
    """The edits of every piece, and between them the breaks."""
    edits: list[Edit] = []
    note: Message | None = None
    seams: list[int] = []
    old_at = new_at = 0
    for (a, b), (c, d) in zip(old_spans, new_spans, strict=True):
        if (a or c) and old[old_at:a] != new[new_at:c]:
            seams.append(len(edits))
            edits.append(_edit((old_at, a), (new_at, c)))
        diff = _piece_diff(old[a:b], new[c:d])
        note = note or diff.note
        edits += [Edit(e.op, (e.old[0] + a, e.old[1] + a), (e.new[0] + c, e.new[1] + c), e.channel) for e in diff.edits]
        old_at, new_at = b, d
    return WordDiff(tuple(_sewn(edits, frozenset(seams), old, new)), note)


def _piece_diff(old: str, new: str) -> WordDiff:
    """The edits of a part. A capital that only a new beginning asks for is typography: "Les agents" for "les agents" keeps both
    words."""
    (a, b), (c, d) = _first_word(old), _first_word(new)
    if old[a:b] == new[c:d] or old[a:b].lower() != new[c:d].lower():
        return word_diff(old, new)
    diff = word_diff(old, f"{new[:c]}{old[a:b]}{new[d:]}")
    edits = diff.edits
    if not any(e.old[0] <= a < e.old[1] or e.new[0] <= c < e.new[1] for e in edits):
        edits = tuple(sorted([*edits, Edit("replace", (a, b), (c, d), "editorial")], key=lambda e: (e.old, e.new)))
    return WordDiff(edits, diff.note) if rebuilt(old, new, edits) == new else word_diff(old, new)


def _first_word(text: str) -> Span:
    """The range of the first token behind the markers."""
    side = tokens(text)
    at = bisect_left(side.starts, markers(text)[1], 0, len(side))
    return (side.starts[at], side.ends[at]) if at < len(side) else (0, 0)


def _edit(old: Span, new: Span) -> Edit:
    op: Op = "insert" if old[0] == old[1] else "delete" if new[0] == new[1] else "replace"
    return Edit(op, old, new, "numbering")


def _sewn(edits: list[Edit], seams: frozenset[int], old: str, new: str) -> list[Edit]:
    """A break together with what goes with it: the stop before it, the marker and the capital behind it."""
    found: list[Edit] = []
    open_seam = False
    for at, edit in enumerate(edits):
        joins = at in seams or open_seam
        if joins and found and _touch(found[-1], edit) and _calm(found[-1], old, new) and _calm(edit, old, new):
            found[-1] = _edit((found[-1].old[0], edit.old[1]), (found[-1].new[0], edit.new[1]))
            open_seam = True
        else:
            found.append(edit)
            open_seam = at in seams
    return found


def _touch(left: Edit, right: Edit) -> bool:
    return left.old[1] == right.old[0] and left.new[1] == right.new[0]


def _calm(edit: Edit, old: str, new: str) -> bool:
    """True for an edit that changes markers, stops, breaks or capitals alone."""
    return edit.channel in ("numbering", "editorial") or _letters(old[slice(*edit.old)]) == _letters(new[slice(*edit.new)])


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
