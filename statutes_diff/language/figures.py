"""Numbers in a text, in figures or in words, where the readers of amounts, rates, counts and dates begin.

``45 000``, ``1,5 million``, ``0, 42`` and ``vingt et un`` are numbers; ``3°``, ``2e``, ``L. 162-5`` and ``1/30`` are not.
"""

from __future__ import annotations

import functools
import re
from itertools import chain
from typing import NamedTuple

from statutes_diff.language.dates import MONTHS
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.quantities import WORDS, number_value
from statutes_diff.language.typography import folded, unaccented

# What follows a number in a list: before any other word, "3, 5" is a decimal that a consolidator spaced ("3, 5 tonnes").
_NO_LIST = (
    r"(?!(?:et|ou|à|a|de|du|des|dans|au|aux|ainsi|par|sur|pour|ci|est|sont|le|la|les|ter|bis|quater|relati\w*|mentionn\w*)(?!\w))"
)
# A number in figures ends where no letter, degree sign or further number follows: repetitions keep what they took.
_NUMBER = late(
    rf"""
    (?<![\w./°º]) (?<!\d,) (?<!\w[-‐‑–])
    (?:
      (?P<figures>
        \d{{1,3}} (?:(?:\.|{GAP})\d{{3}}){{1,5}}+ (?!\d) (?:,(?:\d{{1,4}}|[\ \u00a0]\d\d(?={GAP}(?:€|euros)))(?!\d))?+
      | (?:0,[\ \u00a0]\d{{1,4}}+ | \d{{1,3}}+,[\ \u00a0]\d{{1,2}}+ (?={GAP}{{0,2}}(?:[€%]|p\.|{_NO_LIST}[^\W\d_]{{2}})))
      | \d{{1,9}}+ (?:,\d{{1,4}}(?!\d)|\.\d{{1,2}}(?![\d.]))?+
      )
      (?! (?!F\b)[\w°º] | [-‐‑/]\d )
      (?P<scale> {GAP}(?:mille|millions?|milliards?)(?!\w) )?
    | {WORDS}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PER_BEFORE = late(r"p(?:\.|our)\s?$")  # the 100 of "5 p. 100"
_JOINS = (" à ", " et ", " ou ")
_DATED_BEFORE = late(rf"\b(?:annees?|exercices?|en|depuis|{'|'.join(MONTHS)}) $")
# Where a number may begin, behind a character that is no letter: a pattern that begins with a class finds its places fast.
_WORDS = (
    "[dD](?:eux|ix|ouze)|[tT]r(?:ois|eize|ente)|[qQ]u(?:atre|atorze|inze|arante)|[cC](?:inq|inquante|ents?)|[sS](?:ix|ept|eize|oixante)"
    "|[hH]uit|[nN]euf|[oO]nze|[vV]ingts?|[mM]ill(?:e|ions?|iards?)"
)
_BEGIN = late(rf"\W(?=\d|(?:{_WORDS}|[uU]ne?)(?!\w))")
_TELLING = late(rf"\W(?:\d|(?:{_WORDS})(?!\w))")
_POINT = late(r"\d{1,9}\.\d{1,2}")


class Number(NamedTuple):
    """A number at ``[start, end)``."""

    start: int
    end: int
    value: float


class Figure(NamedTuple):
    """Words that say how much or how many of something, at ``[start, end)``.

    ``unit`` in English or, of counted things, their noun; ``weak``: the words may say no number (``un membre``).
    """

    start: int
    end: int
    words: str
    number: float
    unit: str
    weak: bool = False

    @property
    def value(self) -> str:
        """The number in figures with its unit: ``45000 EUR``."""
        return f"{self.number:.10g} {self.unit}"


@functools.lru_cache(maxsize=8192)  # each reader of figures asks it of the same words
def any_number(text: str) -> bool:
    """Whether a text holds a number, "un" apart: most do not, and need not be read."""
    return bool(_TELLING.search(f" {text}"))


def numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number that begins in ``[start, end)`` of a text, in order; linear in the text."""
    return list(_numbers(text, start, len(text) if end is None else end))


def is_year(text: str, number: Number) -> bool:
    """Whether a number is the year of the words before it: ``en 2004``, ``1er janvier 2004``."""
    return number.end - number.start == 4 and bool(
        _DATED_BEFORE.search(unaccented(text[max(0, number.start - 12) : number.start]))
    )


def is_low_end(text: str, low: Number, high: Number) -> bool:
    """Whether two numbers are a range, or a choice, of which the upper one alone has the unit: ``de 15 à 75 euros``."""
    if folded(text[low.end : min(high.start, low.end + 8)]) not in _JOINS or is_year(text, low):
        return False
    return text[low.start : low.end].lower() not in ("un", "une") and not _PER_BEFORE.search(
        text, max(0, low.start - 6), low.start
    )


@functools.lru_cache(maxsize=8192)  # each reader of figures asks for the numbers of the same words, one after the other
def _numbers(text: str, start: int, end: int) -> tuple[Number, ...]:
    found: list[Number] = []
    begins = (begin.end() for begin in _BEGIN.finditer(text, max(0, start - 1), end))
    for begin in begins if start else chain((0,), begins):
        if found and begin < found[-1].end:
            continue
        number = _NUMBER.match(text, begin, end)
        value = _value(number) if number else None
        if number and value is not None:
            found.append(Number(number.start(), number.end(), value))
    return tuple(found)


def _value(found: re.Match[str]) -> float | None:
    figures, scale = found["figures"], found["scale"]
    if figures is None:
        return number_value(found.group())
    value = float(figures) if _POINT.fullmatch(figures) else number_value(figures)
    return value * (number_value(scale.strip()) or 1) if scale and value is not None else value
