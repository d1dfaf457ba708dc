"""The words of a legal text, cut so that what a lawyer reads as one stays one.

``L. 162-12-17``, ``n° 2002-322``, ``45 000 €``, ``1er``, ``3°``, ``aujourd'hui`` are one token each; an elided article
(``l'``) is a token of its own. A token runs to the next one: white space rides with the word before it, so tokens tile the text
(habit of kpdecker/jsdiff: separate space tokens let spaces outvote words).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from itertools import accumulate
from typing import TypeVar

from statutes_diff.language.patterns import GAP
from statutes_diff.language.tables import words_beside
from statutes_diff.language.typography import HYPHENS, folded

T = TypeVar("T")

_LETTERS = ("A-Z", "a-z", "ª", "µ", "º", "À-Ö", "Ø-ö", "ø-ɏ", "\u0300-\u036f", "\u0370-\u03ff", "\u0400-\u04ff", "\u1e00-\u1eff")
# Sets of far-apart characters above U+00FF are slow to compile (65,536 places each): these are ranges, or what a class excludes.
LETTER = f"[{''.join(_LETTERS)}]"
_HYPHEN = "[-‐-–]"
_NO_LETTER = r"(?![^\W\d_])"
_NO_WORD = r"(?![^\W_])"

# Repetitions are bounded or possessive, and but for the first, which is the usual word, each alternative starts with another
# character class, so the scan is linear. One group around all: ``split`` gives the tokens between what stands between them.
TOKEN = re.compile(
    rf"""(
      [a-zà-öø-ÿ]{{2,80}}+ (?=[\s.,;:)])                                          # most words: for speed alone
    | (?:L\.?{GAP}?O|[LRDA])                                                    # an article: L, LO, R, D, A
      (?: \.{GAP}? \*{{0,2}} {GAP}? | \*{{1,2}}\.? {GAP}? | (?=\d) | {GAP}(?=\d{{1,5}}{_HYPHEN}\d) )
      \d{{1,5}} (?:{_HYPHEN}\d{{1,4}}){{0,6}} {_NO_WORD}
    | \d{{1,5}} (?:{_HYPHEN}\d{{1,4}}){{1,6}} {_NO_WORD}                            # 221-6, of a code without letters
    | [nN][°º] {GAP}? \d{{1,6}} (?:(?:[/.]|{_HYPHEN})\d{{1,6}}){{0,4}}             # n° 2002-322, n° 2016/679
    | \d{{1,3}} (?:(?:\.|{GAP})\d{{3}}){{1,6}} (?!\d) (?:,\d{{1,9}})? (?:{GAP}?[€%])?  # 45 000 €
    | \d{{1,18}} (?:(?:er|re|ère|ème|nd|nde|e){_NO_LETTER} | [°º] | ,\d{{1,9}})? (?:{GAP}?[€%])?
    | [aA]ujourd['’]hui | [qQ]uelqu['’]une?{_NO_LETTER} | [pP]rud['’]hom[^\W\d_]{{1,8}}
    | {LETTER}{{1,9}}+ ['’]                                                       # l', qu', jusqu'
    | {LETTER}{{1,80}} (?:[-‐‑]{LETTER}{{1,40}}){{0,8}}
    | \.\.\. | \S
    )""",
    re.VERBOSE,
)
_SQUEEZED = re.compile(r"[\s.*]")
_MOST_KNOWN = 65536  # words kept; a code has some 20,000


class Tokens:
    """The tokens of one text: token ``i`` is ``text[starts[i]:starts[i + 1]]``, its word ends at ``ends[i]``.

    ``starts`` has one entry more than ``keys`` (the end of the text); leading white space belongs to the first token.
    """

    __slots__ = ("_kinds", "ends", "keys", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int], keys: list[str]) -> None:
        self.text, self.starts, self.ends, self.keys = text, starts, ends, keys
        self._kinds: list[str] | None = None

    @property
    def kinds(self) -> list[str]:
        """Of each token: article (a number of one), act, number, word, other; told when first asked for."""
        if self._kinds is None:
            self._kinds = list(map(_kinds.__getitem__, self.keys))
        return self._kinds

    def __len__(self) -> int:
        return len(self.keys)


class Known(dict[str, T]):
    """What is told of each word once and then looked up, at the cost of a dictionary; begun anew when it is full."""

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        told = self[word] = self._tell(word)
        return told


def _kind(word: str) -> str:
    """The kind of a token, told from the characters of its word or of its key: each alternative of ``TOKEN`` begins and ends in
    its own way, and folding changes neither."""
    if not word:  # a sign that nobody sees
        return "other"
    if word.isascii() and word.isalpha():
        return "word"
    if word[0].isdecimal():
        return "article" if any(hyphen in word for hyphen in HYPHENS) else "number"
    if word[-1].isdecimal():
        return "act" if word[1] in "°º" else "article"
    return "word" if len(word) > 1 and word != "..." or _is_letter(word) else "other"


def _is_letter(character: str) -> bool:
    return any(letters[0] <= character <= letters[-1] for letters in _LETTERS)


def _key(word: str) -> str:
    """What a token is compared by: its typography folded, and an article's number without dots, stars and spaces."""
    if word.isascii() and word.isalpha():
        return word
    kind = _kinds[word]
    if kind == "article" or kind == "act":
        return _SQUEEZED.sub("", folded(word))
    if kind == "number":
        return folded(word).replace(" ", "").replace("º", "°")
    return folded(word)


_kinds = Known(_kind)
kind_of = _kinds.__getitem__
"""The kind of a token by its word or its key (``Tokens.kinds``)."""
_keys = Known(_key)


@functools.lru_cache(maxsize=8192)  # a changed alinéa is cut for its edits, its institutions and its references
def tokens(text: str) -> Tokens:
    """Cut a text into tokens; linear in its length."""
    parts = TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    words = parts[1::2]
    starts, ends = bounds[::2], bounds[1::2]
    if words:
        starts[0] = 0
    return Tokens(text, starts, ends, list(map(_keys.__getitem__, words)))


def bare_tokens(piece: str) -> list[str]:
    """The words of the tokens of a piece of text as they stand, and nothing else about them: for pieces looked at once."""
    return TOKEN.split(piece)[1::2]


@functools.cache
def function_words() -> frozenset[str]:
    """Words that carry no meaning alone (articles, prepositions, conjunctions, auxiliaries), lower case."""
    return words_beside(__file__, "data/function_words.txt")


def is_content(key: str) -> bool:
    """True when a token says something by itself: a number, a reference, a noun, a verb, an adjective."""
    return _contents[key]


def contents(keys: list[str]) -> list[bool]:
    """``is_content`` of every token of a text."""
    return list(map(_contents.__getitem__, keys))


def _says_something(key: str) -> bool:
    return any(c.isalnum() for c in key) and key.lower() not in function_words()


_contents = Known(_says_something)
