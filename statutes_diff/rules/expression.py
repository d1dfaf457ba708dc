"""A group of words that recurred in an article and stands there no more, or that came into its standing text several times.

What it finds: words that stood twice or more in an article and stand nowhere in its new version, with what became of each place:
words struck out of it, words put in its place, or the whole alinéa gone; and the reverse, words that stood nowhere and were put
twice or more into alinéas that stay. A group has at least three words, two of them with a meaning of their own, crosses no
punctuation and is as long as it can be. Names of bodies, numbers and the formulas of renvois are left to their own rules; an
article or a passage that is wholly rewritten is left to the reader.

Why it matters: a notion that an article was built on has left it, or come into it, although each place alone looks like a detail.

Example: "Les accords nationaux et régionaux" stood in alinéas 3 and 6. In alinéa 3 "et régionaux" is struck, alinéa 6 is gone:
the expression "accords nationaux et régionaux" 2 before, 0 after.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from statutes_diff.language.institutions import names
from statutes_diff.language.patterns import late
from statutes_diff.language.tables import words_beside
from statutes_diff.language.tokens import Known, Tokens, is_content, tokens
from statutes_diff.messages import plural
from statutes_diff.model import Finding
from statutes_diff.rules._changed import cited, distinct, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Edit, Locus
    from statutes_diff.rules._changed import ChangedAlineas, ChangedArticle, Changes, Side

_LEAST_WORDS, _MOST_WORDS = 3, 12
_LEAST_LIKENESS = 0.3  # below it an article is rewritten, and what left it is told by reading it
_BESIDE = 4  # words beside an edit that an expression of three may take, and one for the space that the edit begins with
_SLACK = 40  # code points that an edit may take beside an expression: with more it says nothing about the expression

# A quick cut into the keys of the tokens, near enough: threes of words are looked up before anything is cut with care.
_QUICK = late(r"[^\W_]+(?:-[^\W_]+)*'?|[^\w\s]")
_SIGNS = ",.;:()"
_UNUSUAL = late(r"[^a-zàâäçéèêëîïôöùûü0-9',.;:() \u00a0\n-]")
_NO_HYPHEN = late(r"-(?:(?<![^\W_]-)|(?![^\W_]))")  # no letters on both sides

Trigram: TypeAlias = tuple[str, str, str]
Fate: TypeAlias = Literal["struck", "replaced", "gone"]
_Sides: TypeAlias = "list[tuple[ChangedAlineas, Side]]"


@dataclass(eq=False, repr=False)
class _Place:
    """Where an expression stands: the alinéas, and the range of their text on the side that is looked at."""

    alineas: ChangedAlineas
    side: Side
    start: int
    end: int

    @functools.cached_property
    def edits(self) -> list[Edit]:
        """The edits of these words."""
        return self.alineas.editing(self.start, self.end, new=self.side is self.alineas.new)

    @property
    def telling(self) -> bool:
        """The words were edited by themselves, in an alinéa that stays, rather than swept away with a passage."""
        if self.alineas.note or not (self.alineas.old and self.alineas.new and self.edits):
            return False
        new = self.side is self.alineas.new
        spans = [edit.new if new else edit.old for edit in self.edits]
        return spans[-1][1] - spans[0][0] <= self.end - self.start + _SLACK

    @property
    def words(self) -> str:
        return " ".join(self.side.text[self.start : self.end].split())

    @property
    def locus(self) -> Locus:
        return self.side.locus(self.start)


def find(changes: Changes) -> Iterator[Finding]:
    """The expressions that left or entered an article which stands in both versions."""
    for article in changes.articles:
        if article.pair.old and article.pair.new and article.pair.score >= _LEAST_LIKENESS:
            yield from _in(article)


def _in(article: ChangedArticle) -> Iterator[Finding]:
    """Only changed alinéas can have lost or won the last mention: the others are asked last, and only about what is left."""
    changed = [alineas for alineas in article.alineas if alineas.edits or not (alineas.old and alineas.new)]
    touched = [_touched(changed, new=new) for new in (False, True)]
    leave, enter = _recur(touched[0], touched[1]), _recur(touched[1], touched[0])
    if not (leave or enter):
        return
    olds: _Sides = [(alineas, alineas.old) for alineas in changed if alineas.old]
    news: _Sides = [(alineas, alineas.new) for alineas in changed if alineas.new]
    left = [places for places in _recurring(olds, _only_in(leave, news, article)) if any(place.telling for place in places)]
    yield from map(_left, left)
    exchanged = {edit for places in left for place in places for edit in place.edits}
    for places in _recurring(news, _only_in(enter, olds, article)):
        if all(place.telling and exchanged.isdisjoint(place.edits) for place in places):
            yield _entered(places)


def _touched(changed: Iterable[ChangedAlineas], *, new: bool) -> list[Trigram]:
    """The threes of words of one side that an edit touched, with some that stand beside, and those of alinéas that the other
    side lacks: all that may recur on this side and stand nowhere on the other."""
    found: list[Trigram] = []
    for alineas in changed:
        side = alineas.new if new else alineas.old
        if side:
            whole = not (alineas.old and alineas.new)
            for start, end in [(0, len(side.text))] if whole else _around(side.text, alineas.edits, new=new):
                found += _trigrams(side.text[start:end])
    return found


def _recur(here: list[Trigram], there: list[Trigram]) -> set[Trigram]:
    """Those that recur here and do not stand there, where some of them may begin an expression and some end it."""
    if len(set(here)) == len(here):
        return set()
    again = {three for three, count in Counter(here).items() if count > 1}
    again.difference_update(there)
    threes = {three for three in again if three[0][0].isalpha() and three[1][0].isalpha() and three[2][0].isalpha()}
    whole = any(_has_meaning(three[0]) for three in threes) and any(_has_meaning(three[2]) for three in threes)
    return threes if whole else set()


def _around(text: str, edits: Iterable[Edit], *, new: bool) -> list[tuple[int, int]]:
    """The ranges of a text in which edits took or brought words, with the three words before and behind."""
    found: list[tuple[int, int]] = []
    for edit in edits:
        start, end = edit.new if new else edit.old
        for _ in range(_BESIDE):
            start = max(text.rfind(" ", 0, max(0, start)), 0)
            end = len(text) if (behind := text.find(" ", end + 1)) < 0 else behind
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _trigrams(text: str) -> list[Trigram]:
    """Each three words that follow each other, singular and plural alike."""
    words = list(map(_singulars.__getitem__, _cut(_small(text))))
    return list(zip(words, words[1:], words[2:], strict=False))


def _small(text: str) -> str:
    """A text in small letters, of one typography: "en œuvre" and "en oeuvre" are one expression."""
    return text.lower().replace("’", "'").replace("œ", "oe").replace("æ", "ae")


def _cut(small: str) -> list[str]:
    """The words and signs of a text in small letters: plain text is parted at its spaces, which is faster."""
    if _UNUSUAL.search(small) or ("-" in small and _NO_HYPHEN.search(small)):
        return _QUICK.findall(small)
    small = small.replace("'", "' ")
    for sign in _SIGNS:
        small = small.replace(sign, f" {sign} ")
    return small.split()


def _singular(word: str) -> str:
    """A word without the mark of the plural: a change of number alone is no change of expression."""
    return word.rstrip("sx") or word


_singulars = Known(_singular)


def _only_in(threes: set[Trigram], there: _Sides, article: ChangedArticle) -> set[Trigram]:
    """Those of some threes of words that stand nowhere on the other side, changed alinéas first."""
    for _, side in there:
        if not threes:
            return threes
        if _may_stand(threes, side.text):
            threes.difference_update(_trigrams(side.text))
    for alineas in article.alineas if threes else ():
        if alineas.old and alineas.new and not alineas.edits and _may_stand(threes, alineas.old.text):
            threes.difference_update(_trigrams(alineas.old.text))
    return threes


def _may_stand(threes: Iterable[Trigram], text: str) -> bool:
    """A quick look: the text has the longest word of one of them."""
    small = _small(text)
    return any(max(three, key=len) in small for three in threes)


def _recurring(sides: _Sides, threes: set[Trigram]) -> list[list[_Place]]:
    """The places of each longest group of words made of these threes, in order of its first place."""
    if not (any(_has_meaning(three[0]) for three in threes) and any(_has_meaning(three[2]) for three in threes)):
        return []
    groups: dict[tuple[str, ...], list[_Place]] = {}
    for alineas, side in sides:
        if not _may_stand(threes, side.text) or threes.isdisjoint(_trigrams(side.text)):
            continue
        cut = tokens(side.text)
        keys = [key.lower() for key in cut.keys]
        stems = list(map(_singulars.__getitem__, keys))
        for i, j in _ranges(cut, keys, stems, threes):
            groups.setdefault(tuple(stems[i:j]), []).append(_Place(alineas, side, cut.starts[i] if i else 0, cut.ends[j - 1]))
    return [groups[group] for group in _longest({group: len(places) for group, places in groups.items()})]


def _ranges(cut: Tokens, keys: list[str], stems: list[str], threes: set[Trigram]) -> Iterator[tuple[int, int]]:
    """The ranges of tokens that may be an expression: a meaning at both ends, no name of a body cut or taken alone."""
    meaning = [_has_meaning(key) for key in keys]
    named = names(cut)
    for i in range(len(keys) - 2):
        if meaning[i] and (stems[i], stems[i + 1], stems[i + 2]) in threes:
            for j in _ends(cut, stems, threes, i):
                if meaning[j - 1] and all(i <= a and b <= j and (i, j) != (a, b) for a, b in _met(named, i, j)):
                    yield i, j


def _met(named: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """The names that share a token with a range; names follow one another and do not overlap."""
    first = bisect_right(named, start, key=lambda name: name[1])
    last = bisect_left(named, end, key=lambda name: name[0])
    return named[first:last]


def _ends(cut: Tokens, stems: list[str], threes: set[Trigram], start: int) -> Iterator[int]:
    """Where a group that starts here may end: as far as the threes and the words reach."""
    for j in range(start, min(len(stems), start + _MOST_WORDS)):
        if cut.kinds[j] != "word":
            return
        if j - start >= _LEAST_WORDS - 1:
            if (stems[j - 2], stems[j - 1], stems[j]) not in threes:
                return
            yield j + 1


@functools.lru_cache(maxsize=4096)
def _has_meaning(key: str) -> bool:
    """A noun, a verb, an adjective that is no word of a legal formula."""
    return len(key) > 1 and key[-1] != "'" and is_content(key) and key not in _formula_words()


@functools.cache
def _formula_words() -> frozenset[str]:
    return words_beside(__file__, "_formula_words.txt")


def _longest(counts: dict[tuple[str, ...], int]) -> list[tuple[str, ...]]:
    """The groups that recur, in order, without those that stand inside a longer one."""
    within: set[tuple[str, ...]] = set()
    for group in sorted((group for group, count in counts.items() if count > 1), key=len, reverse=True):
        if group not in within:
            size = len(group)
            within.update(group[i : i + n] for n in range(_LEAST_WORDS, size) for i in range(size - n + 1))
    return [group for group, count in counts.items() if count > 1 and group not in within]


def _left(places: list[_Place]) -> Finding:
    """The finding for words that stand no more; its values say where they were struck, replaced, or gone with their alinéa."""
    fates: dict[tuple[Fate, str], list[Locus]] = {}
    for place in places:
        fates.setdefault(_fate(place), []).append(place.locus)
    told: dict[str, str] = {"struck": "", "replaced": "", "gone": ""}
    for (fate, said), loci in fates.items():
        where = cited(loci, whole=False) + (f" ({said})" if said else "")
        told[fate] += f", {where}" if told[fate] else where
    words = places[0].words
    message = plural(
        "expression “{words}”: {n} time before, nowhere after",
        "expression “{words}”: {n} times before, nowhere after",
        len(places),
        words=words,
        before=len(places),
        after=0,
        **told,
    )
    return Finding("expression", "substantive", message, old=words, where_old=_loci(places))


def _fate(place: _Place) -> tuple[Fate, str]:
    """What became of an expression at one place, with the words struck or put there when they can be told."""
    alineas, start, end = place.alineas, place.start, place.end
    if alineas.new is None:
        return "gone", ""
    if place.edits and all(edit.op == "delete" for edit in place.edits):
        struck = [place.side.text[max(start, edit.old[0]) : min(end, edit.old[1])].strip() for edit in place.edits]
        return "struck", ", ".join(quoted(words) for words in struck if words)
    first, last = alineas.image(start, end)
    words = " ".join(alineas.new.text[first:last].split())
    return "replaced", quoted(words) if words and place.telling else ""


def _entered(places: list[_Place]) -> Finding:
    words = places[0].words
    message = plural(
        "expression “{words}”: nowhere before, {n} time after",
        "expression “{words}”: nowhere before, {n} times after",
        len(places),
        words=words,
        before=0,
        after=len(places),
    )
    return Finding("expression", "substantive", message, new=words, where_new=_loci(places))


def _loci(places: Iterable[_Place]) -> tuple[Locus, ...]:
    return distinct(place.locus for place in places)
