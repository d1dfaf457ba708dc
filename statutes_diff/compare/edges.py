"""Where an edit starts and ends: names and numbers whole, brackets in pairs, insertions at natural edges.

The ugly cases that this module exists for: "l'avis. Cet" shown as inserted where a lawyer reads "Cet avis … l'agence." as one
new sentence; "44 sexies{+ A+}" where the number of the article is "44 sexies A".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

from statutes_diff.compare.hunks import inflected, is_stray
from statutes_diff.compare.sides import LINKS, SENTENCE_ENDS, Hunk, Sides
from statutes_diff.language.cited import named_codes
from statutes_diff.language.institutions import names
from statutes_diff.language.numbers import LATIN
from statutes_diff.language.tokens import Tokens, function_words

FURTHEST_SLIDE = 400
BRACKET_REACH = 8
LONGEST_NAME = 24  # tokens
_Inside: TypeAlias = tuple[frozenset[int], frozenset[int]]
NO_NAMES: _Inside = (frozenset(), frozenset())
_NUMBERED = frozenset(("article", "number"))


def whole_names(hunks: list[Hunk], sides: Sides, head: Hunk) -> list[Hunk]:
    """Widen each hunk until it cuts no institution's name, no number and no elided word on either side, joining those that then
    meet or leave a stray word between them; never into ``head``. Words that are only struck from a name, or only added to it, are
    shown as that."""
    names_of = _names_near([hunk for hunk in hunks if _replaces(hunk, sides)], sides)
    found: list[Hunk] = []
    for hunk, following in pairwise([*hunks, _end(sides)]):
        left = found[-1] if found else head
        inside = names_of if _replaces(hunk, sides) else NO_NAMES
        back = _steps(hunk.old_start, hunk.new_start, -1, hunk.old_start - left.old_end, sides, inside)
        most = following.old_start - hunk.old_end
        on = max(_steps(hunk.old_end, hunk.new_end, 1, most, sides, inside), min(_elided(hunk, sides), most))
        wide = hunk
        if back or on:
            wide = Hunk(hunk.old_start - back, hunk.old_end + on, hunk.new_start - back, hunk.new_end + on)
        if found and (_meet(left, wide) or is_stray(left, wide, sides)):
            wide = found.pop().to(wide)
        found.append(wide)
    return found


def _meet(left: Hunk, right: Hunk) -> bool:
    return right.old_start == left.old_end and right.new_start == left.new_end


def _end(sides: Sides) -> Hunk:
    """The end of both texts, as the hunk after the last."""
    olds, news = len(sides.before), len(sides.after)
    return Hunk(olds, olds, news, news)


def _names_near(hunks: list[Hunk], sides: Sides) -> _Inside:
    """The boundaries that fall inside names, on both sides, from a little before the first hunk to a little after the last."""
    if not hunks:
        return NO_NAMES
    first, last = hunks[0], hunks[-1]
    return _inside(sides.before, first.old_start, last.old_end), _inside(sides.after, first.new_start, last.new_end)


def _inside(side: Tokens, start: int, end: int) -> frozenset[int]:
    """The boundaries (token indices) near a run that fall inside the name of an institution or a code."""
    start, end = max(start - LONGEST_NAME, 0), min(end + LONGEST_NAME, len(side))
    near = Tokens(side.text, side.starts[start : end + 1], side.ends[start:end], side.keys[start:end])
    whole = [*names(near), *named_codes(near)]
    return frozenset(start + at for first, last in whole for at in range(first + 1, last))


def _replaces(hunk: Hunk, sides: Sides) -> bool:
    """True when a hunk puts other words for those that it strikes; a capital and a hyphen make no other word."""
    olds = "".join(sides.before.keys[hunk.old_start : hunk.old_end])
    news = "".join(sides.after.keys[hunk.new_start : hunk.new_end])
    return bool(olds and news) and olds.lower().replace("-", "") != news.lower().replace("-", "")


def _steps(old: int, new: int, way: int, most: int, sides: Sides, inside: _Inside) -> int:
    """How far a boundary must move through equal tokens to leave every name and every number."""
    for step in range(most):
        i, j = old + way * step, new + way * step
        if i not in inside[0] and j not in inside[1] and not _in_number(sides.before, i) and not _in_number(sides.after, j):
            return step
    return max(most, 0)


def _elided(hunk: Hunk, sides: Sides) -> int:
    """One word more for a hunk that puts other words and would end in an elided one ("École d'" → "Institut de l'")."""
    if not _replaces(hunk, sides) or not (sides.struck(hunk) or sides.inserted(hunk)):
        return 0
    old, new = sides.before.keys[hunk.old_end - 1].lower(), sides.after.keys[hunk.new_end - 1].lower()
    next_says = hunk.old_end < len(sides.before.keys) and sides.old_says[hunk.old_end]
    return int(old != new and next_says and (old.endswith("'") or new.endswith("'")))


def _in_number(side: Tokens, at: int) -> bool:
    """True when a boundary falls inside a number of several words: "44 | sexies", "44 sexies | A", "15 p. | 100"."""
    keys = side.keys
    if not 0 < at < len(keys):
        return False
    key, last = keys[at], keys[at - 1]
    if key in LATIN:
        return side.kinds[at - 1] in _NUMBERED
    if last == "p":
        return key == "." and keys[at + 1 : at + 2] == ["100"]
    if key == "100":
        return last == "." and keys[max(at - 2, 0)] == "p"
    return len(key) == 1 and key.isupper() and last in LATIN


def balanced(hunks: list[Hunk], sides: Sides, head: Hunk) -> list[Hunk]:
    """Widen a hunk that takes one bracket of two, where the other one stands close by: "(UPA" for "(U2P" becomes "(UPA)"."""
    found: list[Hunk] = []
    for hunk, following in pairwise([*hunks, _end(sides)]):
        left = hunk.old_start - (found[-1] if found else head).old_end
        right = following.old_start - hunk.old_end
        found.append(_closed(hunk, sides, min(left, BRACKET_REACH), min(right, BRACKET_REACH)))
    return found


def _closed(hunk: Hunk, sides: Sides, left: int, right: int) -> Hunk:
    olds, news = sides.before.keys, sides.after.keys
    open_before = _open(olds[hunk.old_start : hunk.old_end])
    open_after = _open(news[hunk.new_start : hunk.new_end])
    if open_before == open_after == 0 or open_before * open_after < 0:
        return hunk
    ahead = open_before + open_after > 0
    for step in range(1, (right if ahead else left) + 1):
        on, back = (step, 0) if ahead else (0, step)
        wide = Hunk(hunk.old_start - back, hunk.old_end + on, hunk.new_start - back, hunk.new_end + on)
        if not _open(olds[wide.old_start : wide.old_end]) and not _open(news[wide.new_start : wide.new_end]):
            return wide
    return hunk


def _open(keys: list[str]) -> int:
    """How many brackets a run opens more than it closes."""
    return keys.count("(") + keys.count("[") - keys.count(")") - keys.count("]")


def slid(hunks: list[Hunk], sides: Sides, head: Hunk) -> list[Hunk]:
    """Slide pure insertions and deletions along the equal tokens around them to the edge where the words make a group;
    never into ``head``."""
    found: list[Hunk] = []
    for hunk, following in pairwise([*hunks, _end(sides)]):
        left = hunk.old_start - (found[-1] if found else head).old_end
        found.append(_slid(hunk, sides, left, following.old_start - hunk.old_end))
    return found


def _slid(hunk: Hunk, sides: Sides, left: int, right: int) -> Hunk:
    inserted = hunk.old_start == hunk.old_end
    if not inserted and hunk.new_start != hunk.new_end:
        return hunk
    keys = sides.after.keys if inserted else sides.before.keys
    start, end = (hunk.new_start, hunk.new_end) if inserted else (hunk.old_start, hunk.old_end)
    shifts = _shifts(keys, start, end, left, right)
    if len(shifts) == 1:
        return hunk
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


def ends_apart(hunk: Hunk, sides: Sides) -> list[Hunk]:
    """Set apart a last word that only agrees with what came before it ("mentionnées" → "et l'accord | mentionnés"), and the stop
    of an item that is no longer the last of its list ("du conseil | ;" → "du bureau | .")."""
    if hunk.old_start == hunk.old_end or hunk.new_start == hunk.new_end:
        return [hunk]
    last = Hunk(hunk.old_end - 1, hunk.old_end, hunk.new_end - 1, hunk.new_end)
    first = Hunk(hunk.old_start, last.old_start, hunk.new_start, last.new_start)
    return [first, last] if _only_agrees(first, last, sides) or _stops(first, last, sides) else [hunk]


def _only_agrees(first: Hunk, last: Hunk, sides: Sides) -> bool:
    """True when the words before are only struck or only inserted, and say something."""
    if (first.old_start == first.old_end) == (first.new_start == first.new_end):
        return False
    agrees = inflected(sides.before.keys[last.old_start], sides.after.keys[last.new_start])
    return agrees and bool(sides.struck(first) or sides.inserted(first))


def _stops(first: Hunk, last: Hunk, sides: Sides) -> bool:
    """True for ``.`` and ``;`` at the end of both texts, behind words that were replaced."""
    if last.old_end < len(sides.before) or last.new_end < len(sides.after):
        return False
    stops = {sides.before.keys[last.old_start], sides.after.keys[last.new_start]}
    return stops == {".", ";"} and first.old_start < first.old_end and first.new_start < first.new_end
