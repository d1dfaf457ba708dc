"""An alinéa's text as the words that a renvoi is made of: classed, with the numbers of articles and items put together.

The cut is that of ``statutes_diff.language.tokens``; here ``44``, ``sexies`` become one number, ``1°``, ``bis`` one marker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from statutes_diff.language.numbers import article_key
from statutes_diff.language.tokens import Tokens, tokens
from statutes_diff.references.vocabulary import suffixes, words

_LATIN = "|".join(sorted(suffixes(), key=len, reverse=True))
_NOT_LETTER = r"(?![^\W\d_])"
_GAP = "[ \u00a0\u202f]"

# What may follow the digits of an article: 1384-1, 44 sexies, 199 terdecies-0 A, 235 ter ZD; not "5 II" nor "5 A l'issue".
_TAIL = re.compile(
    rf"""
      (?:[-‐‑–]\d{{1,4}}(?!\d)){{0,6}}
      (?:{_GAP}?(?:{_LATIN}){_NOT_LETTER}){{0,3}}
      (?:[-‐‑–]\d{{1,3}}(?!\d))?
      (?:(?:{_GAP}|-)(?![IVX]{{1,2}}\b)(?!A{_GAP}(?:l['’]|la\b))[A-Z]{{1,2}}{_NOT_LETTER}(?!\.?{_GAP}?\d|['’.]))?
      (?:{_GAP}(?:{_LATIN}){_NOT_LETTER}){{0,2}}
    """,
    re.VERBOSE,
)
# What may follow an item's marker: 1° bis, II ter, 8° ter A.
_MARKER_TAIL = re.compile(rf"(?:{_GAP}?(?:{_LATIN}){_NOT_LETTER}){{0,2}}(?:{_GAP}[A-H]{_NOT_LETTER}(?!{_GAP}?['’.\d]))?")
# A number of article that a line wrap cut in two: "L.", new line, "162-5".
_BROKEN = re.compile(r"(?:LO|[LRDA])\s?\.\s{1,4}\*{0,2}\s?\d{1,5}(?:[-‐‑–]\d{1,4}){0,6}(?!\d)")
_SPACES = re.compile(r"\s+")
_LETTERS = frozenset({"L", "LO", "R", "D", "A"})


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Parallel lists: lexeme ``i`` is ``text[starts[i]:ends[i]]``, of class ``kinds[i]`` with value ``values[i]``.

    Classes beside those of the vocabulary: ``LETTERED`` (L. 162-5), ``NUMBER`` (1384-1, also a plain number), ``NTH`` (3e),
    ``DEGREE`` (2°), ``ROMAN``, ``LETTER``, ``ACTNO`` (n° 2002-322), the empty class for every other word.
    """

    text: str
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    values: list[str | int]

    def add(self, start: int, end: int, kind: str, value: str | int) -> None:
        """Set down one more lexeme."""
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)
        self.values.append(value)

    def words(self, first: int, last: int) -> str:
        """The printed words from lexeme ``first`` to ``last`` inclusive, white space made single."""
        return _SPACES.sub(" ", self.text[self.starts[first] : self.ends[last]])


def lexemes(text: str) -> Lexemes:
    """Cut and class a text; linear in its length."""
    cut = tokens(text)
    found = Lexemes(text, [], [], [], [])
    classed = words()
    at = 0
    for i, kind in enumerate(cut.kinds):
        if cut.starts[i] < at:
            continue
        start = cut.starts[i]
        if i == 0:
            start = cut.ends[0] - len(text[: cut.ends[0]].lstrip())
        if kind == "number" and "," in cut.keys[i] and _in_list(found):
            start = _first_of_two(found, start, start + cut.keys[i].index(","))
        if cut.keys[i] in _LETTERS and (whole := _BROKEN.match(text, start)):
            at = _tail(text, whole.end())
            found.add(start, at, "LETTERED", article_key(_SPACES.sub(" ", text[start:at])))
            continue
        known = classed.get(cut.keys[i]) if kind == "word" or kind == "other" else None
        name, value, end = (*known, cut.ends[i]) if known else _shaped(cut, i, start)
        if name == "ROMAN":
            value, end = _marker(text, str(value), end)
        at = end
        found.add(start, end, name, value)
    _close(found)
    return found


def _in_list(found: Lexemes) -> bool:
    """True behind "articles" and inside its list, where "640,641" are two numbers and no decimal one."""
    last = found.kinds[-2:]
    return last[-1:] == ["ARTICLE"] or last == ["NUMBER", "AND"]


def _first_of_two(found: Lexemes, start: int, comma: int) -> int:
    """Set down "640" and the comma; where the second number begins."""
    found.add(start, comma, "NUMBER", found.text[start:comma])
    found.add(comma, comma + 1, "AND", ",")
    return comma + 1


def _close(found: Lexemes) -> None:
    """Stops behind the last word, so that the grammar may look ahead without asking where the text ends."""
    for _ in range(8):
        found.add(len(found.text), len(found.text), "END", "")


def _shaped(cut: Tokens, i: int, start: int) -> tuple[str, str | int, int]:
    """Class, value and end of a token that no word list names."""
    kind, key, end = cut.kinds[i], cut.keys[i], cut.ends[i]
    if start > cut.starts[i] and kind == "number":
        key = cut.text[start:end].strip()
    if kind == "word":
        return _letter(cut.text, key, end)
    if kind == "number":
        return _number(cut.text, key, start, end)
    if kind == "article":
        end = _tail(cut.text, end)
        lettered = "LETTERED" if key[0].isalpha() else "NUMBER"
        return lettered, article_key(_SPACES.sub(" ", cut.text[start:end])), end
    return ("ACTNO" if kind == "act" else ""), key, end


def _letter(text: str, key: str, end: int) -> tuple[str, str | int, int]:
    """A letter that may mark an item (``a``, ``B``, ``aa``); ``y`` is a pronoun."""
    if len(key) == 1 and key.isalpha() and key != "y" or len(key) == 2 and key[0] == key[1] and key.isascii():
        value, end = _marker(text, key, end)
        return "LETTER", value, end
    return "", key, end


def _number(text: str, key: str, start: int, end: int) -> tuple[str, str | int, int]:
    if key.endswith("°"):
        return "DEGREE", *_marker(text, key, end)
    digits = key.rstrip("erèmndg")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 5:
        return "", key, end
    if key.endswith("er") or digits == key:
        end = _tail(text, end)
        return "NUMBER", article_key(_SPACES.sub(" ", text[start:end])), end
    return "NTH", int(digits), end


def _tail(text: str, end: int) -> int:
    found = _TAIL.match(text, end)
    return found.end() if found else end


def _marker(text: str, bare: str, end: int) -> tuple[str, int]:
    """A marker with its suffix: ``1°`` and `` bis`` → ``1° bis``."""
    found = _MARKER_TAIL.match(text, end)
    if found is None or found.end() == end:
        return bare, end
    tail = _SPACES.sub(" ", found.group()).strip()
    return f"{bare} {tail}", found.end()
