"""Where words that were replaced at many places still stand in the new version: one pass over its text.

Most alinéas do not hold them: letters of each word are looked for, and only what stands around them is cut into words. A file
that both versions of a folder hold is read only when it has the letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.language.citation import locus_of
from statutes_diff.language.phrases import holds
from statutes_diff.rules._units import places_of, stems, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from statutes_diff.model import Article, Locus, Span, Statute
    from statutes_diff.rules._units import Stems

_MAY_BE_BARE = frozenset("aceiou")
_LEAST_LETTERS = 3
_ASCII = re.compile("[a-z]+")
_WORD = 24  # code points that a word takes with what stands before it

Letters: TypeAlias = tuple[str, ...]  # one of which stands wherever the word does


class Sought(NamedTuple):
    """Words to look for and those that took their place, with letters of each that has enough, the most telling word first.

    ``plain``: letters of each of the old words that a file has wherever it has them, whatever its encoding and its way to write
    accents.
    ``most``: where they stand more often, they are not looked for any longer.
    """

    old: Stems
    new: Stems
    gone: tuple[Letters, ...]
    came: tuple[Letters, ...]
    plain: tuple[bytes, ...] = ()
    most: int = 0

    @classmethod
    def of(cls, old: Stems, new: Stems, words: tuple[str, str]) -> Sought:
        """``words``: the old and the new words as some text has them."""
        gone = _letters(old, new, words[0])
        plain = tuple([max(_ASCII.findall(letters[-1]), key=len, default="").encode() for letters in gone])
        return cls(old, new, gone, _letters(new, old, words[1]), plain)

    @property
    def reach(self) -> int:
        """Code points that the words may take on both sides of their letters."""
        return _WORD * (1 + max(len(self.old), len(self.new)))

    def may_change(self, gone: str, came: str) -> bool:
        """False when the old words did not give way to the new ones between two texts in small letters."""
        return (not self.gone or holds(gone, self.gone[0])) and (not self.came or holds(came, self.came[0]))


def standing(statute: Statute, sought: Sequence[Sought]) -> list[list[Locus]]:
    """For each of some words where they stand, a locus as often as it has them; not counted inside the words that took their
    place. Of words that stand too often one more than ``most``."""
    found: list[list[Locus]] = [[] for _ in sought]
    asked = dict(enumerate(sought))
    for article in statute.articles():
        held = _held(article, asked)
        for place, locus in _in(article, held) if held else ():
            found[place].append(locus)
        if held:
            asked = {place: words for place, words in asked.items() if len(found[place]) <= words.most}
    return found


def _held(article: Article, asked: Mapping[int, Sought]) -> dict[int, Sought]:
    """The words that the article may hold."""
    if article.unread is not None:
        data = article.unread.lower()
        return {at: words for at, words in asked.items() if all(letters in data for letters in words.plain)}
    text = article.text.lower()
    return {at: words for at, words in asked.items() if not words.gone or holds(text, words.gone[0])}


def _in(article: Article, held: Mapping[int, Sought]) -> Iterator[tuple[int, Locus]]:
    for index, alinea in enumerate(article.alineas, start=1):
        text = alinea.text.lower()
        for place, words in held.items():
            if all(holds(text, letters) for letters in words.gone):
                pieces = [alinea.text[slice(*window)] for window in _windows(text, words)]
                for _ in range(sum(_times(words, stems(piece)) for piece in pieces)):
                    yield place, locus_of(article, index)


def _windows(text: str, words: Sought) -> list[Span]:
    """The ranges of a text that hold the letters of a word with what stands around, cut between words and apart."""
    found: list[Span] = []
    for hit in _hits(text, words.gone[0]) if words.gone else ():
        start = text.rfind(" ", 0, max(0, hit - words.reach)) + 1
        end = text.find(" ", hit + words.reach)
        end = len(text) if end < 0 else end
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found if words.gone else [(0, len(text))]


def _hits(text: str, letters: Letters) -> list[int]:
    """Where letters stand, in order."""
    found: list[int] = []
    for run in letters:
        at = text.find(run)
        while at >= 0:
            found.append(at)
            at = text.find(run, at + 1)
    return sorted(found)


def _times(words: Sought, found: Stems) -> int:
    """How often the old words stand there, but for those that are part of the new ones."""
    olds = list(places_of(words.old, found))
    if not olds:
        return 0
    inside = {at + n for at in places_of(words.new, found) for n in range(len(words.new) - len(words.old) + 1)}
    return sum(at not in inside for at in olds)


def _letters(old: Stems, new: Stems, words: str) -> tuple[Letters, ...]:
    """Letters of each of the old words; first those of words that the new ones lack, and of long ones."""
    found = units(words)
    as_written = {unit: words[slice(*span)].lower() for unit, span in zip(found.stems, found.spans, strict=True)}
    letters = [(unit in new, _spellings(unit, as_written.get(unit, unit))) for unit in old]
    return tuple([runs for _, runs in sorted(letters, key=lambda one: (one[0], -len(one[1][:1] and one[1][0]))) if runs])


def _spellings(unit: str, word: str) -> Letters:
    """A part of a word as texts may write it, with its accents and without: not its plural (``tribunal``, ``tribunaux``), nor a
    first letter that may be a capital without its accent (``État``, ``Etat``); none of a short word."""
    word = word.replace("œ", "oe").replace("æ", "ae")
    first = 1 if unit[:1] in _MAY_BE_BARE else 0
    last = len(unit) - unit.endswith("al")
    for digraph in ("oe", "ae"):  # a text may have the ligature
        first = max(first, unit.find(digraph, 0, last) + 2) if digraph in unit[:last] else first
    plain, accented = unit[first:last], word[first:last]
    return tuple(dict.fromkeys([plain, accented])) if last - first >= _LEAST_LETTERS else ()
