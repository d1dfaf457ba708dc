"""From least edits to the edits that an amending act would have ordered: merge, keep names whole, slide to natural edges.

The ugly cases that this module exists for: "nationale" kept between "Caisse" and "de l'assurance maladie" because another
body's name holds the same word; "l'avis. Cet" shown as inserted where a lawyer reads "Cet avis … l'agence." as one new sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from statutes_diff.language.institutions import names
from statutes_diff.language.tokens import Tokens, function_words, is_content

SENTENCE_ENDS = frozenset((".", ";", ":", "..."))
LINKS = frozenset((",", "et", "ou", "ainsi", "mais", "ni"))
MOST_FUNCTION_WORDS = 4
FURTHEST_SLIDE = 400
BRACKET_REACH = 8


@dataclass(frozen=True, slots=True)
class Hunk:
    """One changed run of tokens, half-open on both sides; one side may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def merged(hunks: list[Hunk], before: Tokens, after: Tokens) -> list[Hunk]:
    """Join hunks that only words without weight keep apart."""
    found: list[Hunk] = []
    for hunk in hunks:
        while found and _is_stray(found[-1], hunk, before, after):
            left = found.pop()
            hunk = Hunk(left.old_start, hunk.old_end, left.new_start, hunk.new_end)
        found.append(hunk)
    return found


def _is_stray(left: Hunk, right: Hunk, before: Tokens, after: Tokens) -> bool:
    """True when the equal words between two hunks are too light to stand: no content, or little beside what changed."""
    between = before.keys[left.old_end : right.old_start]
    if any(key in SENTENCE_ENDS for key in between):
        return False
    if _swap(left, before, after) and _swap(right, before, after):
        return False
    content = sum(map(is_content, between))
    if content == 0:
        return len(between) <= MOST_FUNCTION_WORDS
    return content * 2 <= min(_weight(left, before, after), _weight(right, before, after)) and content <= 2


def _swap(hunk: Hunk, before: Tokens, after: Tokens) -> bool:
    """One number or reference for another of its kind: each stays an edit of its own in a list."""
    if hunk.old_end - hunk.old_start != 1 or hunk.new_end - hunk.new_start != 1:
        return False
    kind = before.kinds[hunk.old_start]
    return kind == after.kinds[hunk.new_start] and kind in ("article", "number", "act")


def _weight(hunk: Hunk, before: Tokens, after: Tokens) -> int:
    """How many words with a meaning a hunk changes, on its heavier side."""
    olds = sum(map(is_content, before.keys[hunk.old_start : hunk.old_end]))
    news = sum(map(is_content, after.keys[hunk.new_start : hunk.new_end]))
    return max(olds, news)


def whole_names(hunks: list[Hunk], before: Tokens, after: Tokens, head: Hunk) -> list[Hunk]:
    """Widen each hunk until it cuts no institution's name on either side, joining those that meet; never into ``head``."""
    if not hunks:
        return hunks
    old_inside, new_inside = _inside(before), _inside(after)
    if not old_inside and not new_inside:
        return hunks
    found: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        left = found[-1] if found else head
        right = hunks[at + 1] if at + 1 < len(hunks) else Hunk(len(before), len(before), len(after), len(after))
        back = _steps(hunk.old_start, hunk.new_start, -1, hunk.old_start - left.old_end, old_inside, new_inside)
        on = _steps(hunk.old_end, hunk.new_end, 1, right.old_start - hunk.old_end, old_inside, new_inside)
        wide = Hunk(hunk.old_start - back, hunk.old_end + on, hunk.new_start - back, hunk.new_end + on)
        if found and wide.old_start == left.old_end and wide.new_start == left.new_end:
            wide = Hunk(left.old_start, wide.old_end, left.new_start, wide.new_end)
            found.pop()
        found.append(wide)
    return found


def _inside(side: Tokens) -> frozenset[int]:
    """The boundaries (token indices) that fall inside a name."""
    return frozenset(at for start, end in names(side) for at in range(start + 1, end))


def _steps(old: int, new: int, way: int, most: int, old_inside: frozenset[int], new_inside: frozenset[int]) -> int:
    """How far a boundary must move through equal tokens to leave every name."""
    step = 0
    while step < most and (old + way * step in old_inside or new + way * step in new_inside):
        step += 1
    return step


def balanced(hunks: list[Hunk], before: Tokens, after: Tokens, head: Hunk) -> list[Hunk]:
    """Widen a hunk that takes one bracket of two, where the other one stands close by: "(UPA" for "(U2P" becomes "(UPA)"."""
    found: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        left = hunk.old_start - (found[-1] if found else head).old_end
        right = (hunks[at + 1].old_start if at + 1 < len(hunks) else len(before)) - hunk.old_end
        found.append(_closed(hunk, before, after, min(left, BRACKET_REACH), min(right, BRACKET_REACH)))
    return found


def _closed(hunk: Hunk, before: Tokens, after: Tokens, left: int, right: int) -> Hunk:
    open_before = _open(before.keys[hunk.old_start : hunk.old_end])
    open_after = _open(after.keys[hunk.new_start : hunk.new_end])
    if open_before == open_after == 0 or open_before * open_after < 0:
        return hunk
    ahead = open_before + open_after > 0
    for step in range(1, (right if ahead else left) + 1):
        on, back = (step, 0) if ahead else (0, step)
        wide = Hunk(hunk.old_start - back, hunk.old_end + on, hunk.new_start - back, hunk.new_end + on)
        sides = (before.keys[wide.old_start : wide.old_end], after.keys[wide.new_start : wide.new_end])
        if not any(map(_open, sides)):
            return wide
    return hunk


def _open(keys: list[str]) -> int:
    """How many brackets a run opens more than it closes."""
    return keys.count("(") + keys.count("[") - keys.count(")") - keys.count("]")


def slid(hunks: list[Hunk], before: Tokens, after: Tokens, head: Hunk) -> list[Hunk]:
    """Slide pure insertions and deletions along the equal tokens around them to the edge where the words make a group;
    never into ``head``."""
    found: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        left = hunk.old_start - (found[-1] if found else head).old_end
        right = (hunks[at + 1].old_start if at + 1 < len(hunks) else len(before)) - hunk.old_end
        found.append(_slid(hunk, before, after, left, right))
    return found


def _slid(hunk: Hunk, before: Tokens, after: Tokens, left: int, right: int) -> Hunk:
    if hunk.old_start != hunk.old_end and hunk.new_start != hunk.new_end:
        return hunk
    inserted = hunk.old_start == hunk.old_end
    keys = after.keys if inserted else before.keys
    start, end = (hunk.new_start, hunk.new_end) if inserted else (hunk.old_start, hunk.old_end)
    shifts = _shifts(keys, start, end, left, right)
    best = max(shifts, key=lambda shift: (_grace(keys, start + shift, end + shift), -abs(shift)))
    return Hunk(hunk.old_start + best, hunk.old_end + best, hunk.new_start + best, hunk.new_end + best)


def _shifts(keys: list[str], start: int, end: int, most_left: int, most_right: int) -> list[int]:
    """The shifts under which the same words are inserted: 0, and as far as the run repeats in the equal words on either side."""
    found = [0]
    left = 0
    while -left < min(most_left, FURTHEST_SLIDE) and keys[start + left - 1] == keys[end + left - 1]:
        left -= 1
        found.append(left)
    right = 0
    while right < min(most_right, FURTHEST_SLIDE) and keys[start + right] == keys[end + right]:
        right += 1
        found.append(right)
    return found


def _grace(keys: list[str], start: int, end: int) -> int:
    """How much the run ``keys[start:end]`` reads as a group of its own."""
    first, last = keys[start].lower(), keys[end - 1].lower()
    before = keys[start - 1] if start else "."
    if last in SENTENCE_ENDS and before in SENTENCE_ENDS:
        return 6
    grace = 0
    if first in LINKS:
        grace += 3
    elif first in function_words():
        grace += 2
    if last in function_words() or last in LINKS:
        grace -= 3
    if first in SENTENCE_ENDS or first in ")»\"'":
        grace -= 2
    if before.lower() in function_words():
        grace -= 1
    return grace


def agreeing(hunk: Hunk, before: Tokens, after: Tokens) -> list[Hunk]:
    """Set apart a last word that only agrees with what came before it ("mentionnées" → "et l'accord | mentionnés")."""
    olds, news = hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start
    if not olds or not news or olds == news or min(olds, news) > 1:
        return [hunk]
    if not _inflections(before.keys[hunk.old_end - 1], after.keys[hunk.new_end - 1]):
        return [hunk]
    first = Hunk(hunk.old_start, hunk.old_end - 1, hunk.new_start, hunk.new_end - 1)
    return [first, Hunk(hunk.old_end - 1, hunk.old_end, hunk.new_end - 1, hunk.new_end)]


def _inflections(old: str, new: str) -> bool:
    """The same word in another gender or number: equal up to its last letters."""
    stem = max(min(len(old), len(new)) - 2, 4)
    return len(old) > 4 and old[:stem] == new[:stem] and abs(len(old) - len(new)) <= 3
