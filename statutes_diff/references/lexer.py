"""An alinéa's text as the words that a renvoi is made of: classed, with the numbers of articles and items put together.

The cut is that of ``statutes_diff.language.tokens``; here ``44``, ``sexies`` become one number, ``1°``, ``bis`` one marker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from statutes_diff.language.numbers import article_key
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.tokens import Known, Tokens, tokens
from statutes_diff.language.vocabulary import Word, suffixes, words

_LATIN = "|".join(sorted(suffixes(), key=len, reverse=True))
_NOT_LETTER = r"(?![^\W\d_])"
_HYPHEN = "[-‐-–]"

# What either of the next two begins with: most numbers and markers end where their digits do.
_GOES_ON = late(rf"{_HYPHEN}|{GAP}[A-Z]|{GAP}?(?:bis|dec|duo|no[nv]|oct|qua|qui|se[dpx]|ter|und|unv|vic)")
# What a stop that ends a sentence stands before: "l'article L. 96 F. Les agents", not "l'article 12 C. civ.".
_SENTENCE = r"\s{0,4}\Z|\s{1,4}(?!Civ|Com|Env|Pén|Proc|Trav)[A-ZÀ-Ý][a-zà-ÿ'’]"
# What may follow the digits of an article: 1384-1, 44 sexies, 199 terdecies-0 A, 235 ter ZD; not "5 II" nor "5 A l'issue".
_TAIL = late(
    rf"""
      (?:{_HYPHEN}\d{{1,4}}(?!\d)){{0,6}}
      (?:{GAP}?(?:{_LATIN}){_NOT_LETTER}){{0,3}}
      (?:{_HYPHEN}\d{{1,3}}(?!\d))?
      (?:(?:{GAP}|-)(?!I[IVX]?\b|[VX][IVX]\b|[VX]\b(?!{GAP}(?:{_LATIN})))(?!A{GAP}(?:l['’]|la\b))[A-Z]{{1,2}}{_NOT_LETTER}(?!\.?{GAP}?\d|['’]|\.(?!{_SENTENCE})))?
      (?:{GAP}(?:{_LATIN}){_NOT_LETTER}){{0,2}}
    """,
    re.VERBOSE,
)
# What may follow an item's marker: 1° bis, II ter, 8° ter A.
_MARKER_TAIL = late(rf"(?:{GAP}?(?:{_LATIN}){_NOT_LETTER}){{0,2}}(?:{GAP}[A-H]{_NOT_LETTER}(?!{GAP}?['’.\d]))?")
# A number of article that a line wrap cut in two: "L.", new line, "162-5".
_BROKEN = late(r"(?:LO|[LRDA])\s?\.\s{1,4}\*{0,2}\s?\d{1,5}(?:[-‐‑–]\d{1,4}){0,6}(?!\d)")
_SPACES = late(r"\s+")
LETTERS = frozenset({"L", "LO", "R", "D", "A"})
_AHEAD = 8
_STAR = "*"


class Lexemes(NamedTuple):
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
    """Cut and class a text; linear in its length.

    Most tokens are one lexeme each, of a class that their key alone tells: those are set down many at once.
    """
    cut = tokens(text)
    classed = list(map(classes.__getitem__, cut.keys))
    kinds, values = [kind for kind, _ in classed], [value for _, value in classed]
    found = Lexemes(text, [], [], [], [])
    done = 0
    for i in [i for i, kind in enumerate(kinds) if kind == SHAPED]:
        if i >= done:
            _copy(found, cut, kinds, values, done, i)
            done = bisect_left(cut.starts, _put_together(found, cut, i), i + 1)
    _copy(found, cut, kinds, values, done, len(cut))
    if found.starts:
        found.starts[0] = _first(cut)
    _close(found)
    return found


def _copy(found: Lexemes, cut: Tokens, kinds: list[str], values: list[str | int], first: int, after: int) -> None:
    """Set down tokens as they are."""
    found.starts.extend(cut.starts[first:after])
    found.ends.extend(cut.ends[first:after])
    found.kinds.extend(kinds[first:after])
    found.values.extend(values[first:after])


def _first(cut: Tokens) -> int:
    """Where the first word begins: its token begins with the text."""
    return cut.ends[0] - len(cut.text[: cut.ends[0]].lstrip())


def _put_together(found: Lexemes, cut: Tokens, i: int) -> int:
    """Set down the lexeme that begins with token ``i``, with the tokens that belong to it; where it ends."""
    text = cut.text
    start = cut.starts[i] if i else _first(cut)
    if cut.kinds[i] == "number" and "," in cut.keys[i] and _in_list(found):
        start = _first_of_two(found, start, start + cut.keys[i].index(","))
    if cut.keys[i] in LETTERS and (whole := _BROKEN.match(text, start)):
        end = _tail(text, whole.end())
        found.add(start, end, "LETTERED", article_key(_SPACES.sub(" ", text[start:end])))
        return end
    if cut.keys[i] == _STAR:
        return _starred(found, cut, i, start)
    known = words().get(cut.keys[i]) if cut.kinds[i] in ("word", "other") else None
    name, value, end = (*known, cut.ends[i]) if known else _shaped(cut, i, start)
    if name == "ROMAN":
        value, end = _marker(text, str(value), end)
    found.add(start, end, name, value)
    return end


def _starred(found: Lexemes, cut: Tokens, i: int, start: int) -> int:
    """ "*R. 442-18", as "R.* 442-18": a decree of the Council of Ministers; any other star is a word like others."""
    behind = i + 1
    if behind < len(cut) and cut.kinds[behind] == "article" and cut.keys[behind][0].isalpha():
        end = _tail(cut.text, cut.ends[behind])
        found.add(start, end, "LETTERED", article_key(_SPACES.sub(" ", cut.text[cut.starts[behind] : end])))
        return end
    found.add(start, cut.ends[i], "", _STAR)
    return cut.ends[i]


def _class_of(key: str) -> Word:
    """The class and the value of a key that stands for itself; ``SHAPED`` when it depends on what stands around it."""
    known = words().get(key)
    if known is not None:
        return (SHAPED, key) if known[0] == "ROMAN" or key in LETTERS else known
    shaped = _is_letter(key) or key == _STAR or not key.isalpha() and any(c.isdecimal() for c in key)
    return SHAPED if shaped else "", key


SHAPED = "?"
classes = Known(_class_of)


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
    bounds = [len(found.text)] * _AHEAD
    found.starts.extend(bounds)
    found.ends.extend(bounds)
    found.kinds.extend(["END"] * _AHEAD)
    found.values.extend([""] * _AHEAD)


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
    if not _is_letter(key):
        return "", key, end
    value, end = _marker(text, key, end)
    return "LETTER", value, end


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha() and key != "y" or len(key) == 2 and key[0] == key[1] and key.isascii()


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
    found = _TAIL.match(text, end) if _GOES_ON.match(text, end) else None
    return found.end() if found else end


def _marker(text: str, bare: str, end: int) -> tuple[str, int]:
    """A marker with its suffix: ``1°`` and `` bis`` → ``1° bis``."""
    found = _MARKER_TAIL.match(text, end) if _GOES_ON.match(text, end) else None
    if found is None or found.end() == end:
        return bare, end
    tail = _SPACES.sub(" ", found.group()).strip()
    return f"{bare} {tail}", found.end()
