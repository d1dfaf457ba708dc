"""From least edits to the edits that an amending act would have ordered: which words between two changes are kept.

The ugly cases that this module exists for: "nationale" kept between "Caisse" and "de l'assurance maladie" because another
body's name holds the same word; "comptable" kept in "l'agent comptable" → "le directeur comptable et financier", which an act
replaces whole; a sentence that was written anew, of which five words happened to stay.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress, count, pairwise
from operator import ne

from statutes_diff.compare.sides import CITED, LINKS, SENTENCE_ENDS, Hunk, Sides, trimmed
from statutes_diff.language.dates import MONTHS
from statutes_diff.language.tokens import Tokens
from statutes_diff.language.typography import unaccented

MOST_FUNCTION_WORDS = 4
FEWEST_KEPT = 3  # words: two edits are worth their while when they spare the reader as many
LONGEST_GROUP = 5  # words: of one group between what it lost and what it gained, and of either
LONGEST_DATE = 3  # tokens between the number of an act and the year: "du 31 décembre"
LEAST_KEPT = 0.2
SHORTEST_STEM = 3
ENDINGS = frozenset(("", *"e s es x l le les aux ux f fs ve ves er ers ère ères nt ent t vent".split()))
LONGEST_LIST = 40  # tokens: longer runs are no list of numbers


def merged(hunks: list[Hunk], sides: Sides) -> list[Hunk]:
    """Join hunks that too few words keep apart, then those of a stretch that was written anew."""
    found: list[Hunk] = []
    for hunk in hunks:
        joined = hunk
        while found and is_stray(found[-1], joined, sides):
            joined = found.pop().to(joined)
        found.append(joined)
    return [trimmed(hunk, sides) for hunk in _stretches(found, sides)]


def is_stray(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """True when the equal words between two hunks are too light to stand: few, or inside one group of words."""
    content = sides.kept(left, right)
    if content > LONGEST_GROUP:
        return False
    weights = _weight(left, sides), _weight(right, sides)
    between = right.old_start - left.old_end
    if _parted(left, right, sides):
        return between == 1 and not any(weights) and not sides.old_breaks
    if between <= LONGEST_DATE and min(weights) and _one_date(left, right, sides):
        return True
    if _apart(left, right, sides):
        return False
    if not content:
        return between <= MOST_FUNCTION_WORDS
    if _clauses(left, right) or (min(weights) and _one_way(left, right)):
        return False
    return between < FEWEST_KEPT or (min(weights) > 0 and between <= LONGEST_GROUP and _one_group(left, right, sides))


def _clauses(left: Hunk, right: Hunk) -> bool:
    """True when words were only struck or only inserted at both places, many at one of them: each reads best alone."""
    return _one_sided(left) and _one_sided(right) and max(_size(left), _size(right)) > LONGEST_GROUP * 2


def _one_way(left: Hunk, right: Hunk) -> bool:
    """True when words were only inserted at both places, or only struck: what stands between them stayed where it was."""
    return (left.old_start == left.old_end and right.old_start == right.old_end) or (
        left.new_start == left.new_end and right.new_start == right.new_end
    )


def _one_group(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """True when words went and others came at two places of one group of words, without a stop: a term that was built anew
    ("le centre de sécurité sociale des migrants" → "le centre des liaisons de sécurité sociale")."""
    if not (_one_sided(left) and _one_sided(right)) or (left.old_start == left.old_end) == (right.old_start == right.old_end):
        return False
    if max(_size(left), _size(right)) > LONGEST_GROUP:
        return False
    olds, news = sides.before.kinds[left.old_start : right.old_end], sides.after.kinds[left.new_start : right.new_end]
    return "other" not in olds and "other" not in news


def _size(hunk: Hunk) -> int:
    """How many tokens a hunk strikes and inserts."""
    return hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start


def _weight(hunk: Hunk, sides: Sides) -> int:
    """How many words with a meaning a hunk changes, on its heavier side."""
    return max(sides.struck(hunk), sides.inserted(hunk))


def _parted(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """True when a sentence, a cell or a line ends between two hunks."""
    keys = sides.before.keys
    if any(keys[i] in SENTENCE_ENDS and not _abbreviates(keys, i) for i in range(left.old_end, right.old_start)):
        return True
    return _within(sides.old_breaks, left.old_end, right.old_start) or _within(sides.new_breaks, left.new_end, right.new_start)


def _abbreviates(keys: list[str], at: int) -> bool:
    """True for the full stop of "15 p. 100" and of an initial."""
    return keys[at] == "." and at > 0 and len(keys[at - 1]) == 1 and keys[at - 1].isalpha()


def _within(breaks: list[int], start: int, end: int) -> bool:
    return bool(breaks) and bisect_left(breaks, start) < bisect_right(breaks, end)


def _apart(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """Two changes that stay two however near: other numbers in a list, and a word that agrees with one that came or went."""
    if (_agrees(left, sides) and _one_sided(right)) or (_agrees(right, sides) and _one_sided(left)):
        return True
    if not _cites(left, sides) or not _cites(right, sides) or _moves_on(left, right, sides):
        return False
    return _one_sided(left) == _one_sided(right) or sides.kept(left, right) > 0


def _one_date(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """True when other numbers stand at two places of one date, or of an act's number and its date: "n° 74-1184 du 31 décembre
    1974" → "n° 2004-1463 du 23 décembre 2004" is one name for another, though "du" and "décembre" stayed."""
    if _one_sided(left) or _one_sided(right):
        return False
    olds, news = sides.before.kinds, sides.after.kinds
    if olds[right.old_start] != "number" or news[right.new_start] != "number":
        return False
    first, *others = sides.before.keys[left.old_end : right.old_start]
    ends = {olds[left.old_end - 1], news[left.new_end - 1]}
    if ends == {"act"}:
        return first == "du" and all(map(_dates, others))
    return ends == {"number"} and not others and _is_month(first)


def _dates(key: str) -> bool:
    """A part of a date."""
    return _is_month(key) or key.removesuffix("er").isdigit()


def _is_month(key: str) -> bool:
    return unaccented(key) in MONTHS


def _agrees(hunk: Hunk, sides: Sides) -> bool:
    """One word for the same word in another gender or number."""
    if hunk.old_end - hunk.old_start != 1 or hunk.new_end - hunk.new_start != 1:
        return False
    return inflected(sides.before.keys[hunk.old_start], sides.after.keys[hunk.new_start])


def _one_sided(hunk: Hunk) -> bool:
    return hunk.old_start == hunk.old_end or hunk.new_start == hunk.new_end


def _cites(hunk: Hunk, sides: Sides) -> bool:
    """Numbers or references alone, struck, inserted or replaced, with what links them in a list."""
    before, after = _listed(sides.before, hunk.old_start, hunk.old_end), _listed(sides.after, hunk.new_start, hunk.new_end)
    return before is not None and after is not None and bool(before | after)


def _moves_on(left: Hunk, right: Hunk, sides: Sides) -> bool:
    """True when a number struck at one place is inserted at the other: ", 2" inserted and "2" replaced by "3" in "1 et 2" is a
    list that grew ("1, 2 et 3")."""
    struck = [_listed(sides.before, hunk.old_start, hunk.old_end) or frozenset() for hunk in (left, right)]
    inserted = [_listed(sides.after, hunk.new_start, hunk.new_end) or frozenset() for hunk in (left, right)]
    return bool(struck[0] & inserted[1] or struck[1] & inserted[0])


def _listed(side: Tokens, start: int, end: int) -> frozenset[str] | None:
    """The numbers of a run that holds nothing else than numbers and what links them; None when it does."""
    if end - start > LONGEST_LIST:
        return None
    items = [i for i in range(start, end) if side.keys[i] not in LINKS]
    return frozenset(side.keys[i] for i in items) if all(side.kinds[i] in CITED for i in items) else None


def inflected(old: str, new: str) -> bool:
    """The same word in another gender or number: "mentionnées", "mentionnés"; "restituera", "restitue" are two words."""
    most = min(len(old), len(new))
    stem = next(compress(count(), map(ne, old, new)), most)
    return stem >= SHORTEST_STEM and old != new and old[stem:] in ENDINGS and new[stem:] in ENDINGS


def _stretches(hunks: list[Hunk], sides: Sides) -> list[Hunk]:
    """Join the hunks of each stretch of a sentence of which less than one fifth of the words was kept."""
    found: list[Hunk] = []
    run: list[Hunk] = []
    for hunk in hunks:
        if run and (_parted(run[-1], hunk, sides) or (_cites(run[-1], sides) and _cites(hunk, sides))):
            found += _anew(run, sides)
            run = []
        run.append(hunk)
    return found + _anew(run, sides)


def _anew(run: list[Hunk], sides: Sides) -> list[Hunk]:
    """One hunk for a run that keeps too little of either side, else the run itself."""
    if len(run) < 2:
        return run
    kept = sum(sides.kept(left, right) for left, right in pairwise(run))
    changed = min(sum(map(sides.struck, run)), sum(map(sides.inserted, run)))
    return [run[0].to(run[-1])] if kept < LEAST_KEPT * (kept + changed) else run


def in_cells(hunk: Hunk, sides: Sides) -> list[Hunk]:
    """The hunk cut where cells or lines end, when as many end on both sides."""
    olds = sides.old_breaks[bisect_left(sides.old_breaks, hunk.old_start) : bisect_right(sides.old_breaks, hunk.old_end)]
    news = sides.new_breaks[bisect_left(sides.new_breaks, hunk.new_start) : bisect_right(sides.new_breaks, hunk.new_end)]
    if not olds or len(olds) != len(news):
        return [hunk]
    cuts = [(hunk.old_start, hunk.new_start), *zip(olds, news, strict=True), (hunk.old_end, hunk.new_end)]
    parts = [trimmed(Hunk(a, b, c, d), sides) for (a, c), (b, d) in pairwise(cuts)]
    return [part for part in parts if part.old_start < part.old_end or part.new_start < part.new_end]
