"""Markers of enumeration: what an alinéa starts with, and the level it opens (``I.``, ``A.``, ``1°``, ``a)``, ``-``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from statutes_diff.language.numbers import LATIN, roman_value
from statutes_diff.language.patterns import late

_BIS = "(?:" + "|".join(sorted(LATIN, key=len, reverse=True)) + ")"
_DASHES = "-‐‑–—―"

# The "A" of an item put before the first ("1° A Les…"); before a small letter or a figure it is the word à ("1° A la qualité…").
_EXTRA = r"\s[A-Z]\b(?!['’]|\s[a-zà-ÿ\d])"
# Bullets of Word and of PDF files; the last ones are those of its Symbol and Wingdings fonts (private use).
_BULLETS = "•●○■□▪▫◦‣∙·\uf02d\uf0a7\uf0b7\uf0d8\uf0fc"
_DASH = "[-‐-―]"

# One marker with its punctuation. "I." and "A." need a dot, bracket or dash so that "A l'article" stays a word.
_MARKER = late(
    rf"""
      (?!(?:LO|[LRDA])\.?\s?\*{{0,2}}\s?\d{{1,5}}(?:-\d|[\s,;](?!°)))                  # an article's number is no marker
      (?:
      \(?(?P<degree>\d{{1,3}}\s?[°º](?:\s{_BIS}\b|{_EXTRA})?(?:\s?[.)])?)                   # 1°  2° bis  3°)
    | (?P<roman>[IVXLC]{{1,7}}(?:\s{_BIS}\b|{_EXTRA})?)
          \s?(?:\.(?:\s?{_DASH}(?!\w-))?|\s?{_DASH}(?=\s?\S)|\)|°)                                # II.  I. -  IV bis.-
    | (?P<capital>[A-Z]{{1,2}}(?:\s{_BIS}\b)?)(?:\s?\.\s?{_DASH}|\.(?=\s)|\)|\s{_DASH}\s)         # A.  B.-  C)
    | \(?(?P<letter>[a-z]{{1,2}}(?:\s{_BIS}\b)?)(?:\s?\)|\.(?=\s)(?<!p\.))                         # a)  aa)  b.
    | \(?(?P<number>\d{{1,3}}(?:\s{_BIS}\b)?)(?:\s?\)|\.(?:\s?{_DASH}|(?=\s))|\s{_DASH}\s)      # 1.  1)  2.-
    | (?P<dash>[{_DASHES}{_BULLETS}])(?=\s?\S)
    )
    """,
    re.VERBOSE,
)
# One of these stands in every marker, or right behind it; most alinéas begin without.
_SIGNS = frozenset(f".)°º{_DASHES}‒{_BULLETS}")
_LONGEST = 40  # characters of a marker with its punctuation: "XXXVIII quinquedecies A. -"
_ROMAN_LETTERS = frozenset("ivxlcdm")


class Marker(NamedTuple):
    """One marker: its bare words (``3° bis``) and its series (degree, roman, capital, letter, number, dash)."""

    words: str
    series: str


def markers(text: str) -> tuple[list[Marker], int]:
    """The chain of markers that a text starts with (``I.-A.-1°`` has three) and where the words after them start."""
    chain: list[Marker] = []
    at = len(text) - len(text.lstrip())
    while len(chain) < 5:
        found = None if _SIGNS.isdisjoint(text[at : at + _LONGEST]) else _MARKER.match(text, at)
        if not found or found.lastgroup is None or (chain and found.lastgroup == "dash"):
            break
        chain.append(_marker(found, found.lastgroup))
        end = found.end()
        at = end + len(text[end : end + 40]) - len(text[end : end + 40].lstrip())
        if chain[-1].series == "dash":
            break
    return chain, at


def _marker(found: re.Match[str], series: str) -> Marker:
    if series == "dash":
        return Marker("-", series)
    words = " ".join(found[series].rstrip(".) ").split()).replace("º", "°")
    if series == "degree":
        words = words.replace(" °", "°")
    return Marker(words, series)


@dataclass(slots=True, eq=False, repr=False)
class Outline:
    """Follows the markers of one article from alinéa to alinéa and says how deep each one stands.

    ``open`` holds the enclosing markers, outermost first. Roman and capital series (``I.``, ``A.``) own the unmarked alinéas
    that follow; the items of ``1°``, ``a)`` and ``-`` do not, so an unmarked alinéa closes them.
    """

    open: list[Marker]

    def place(self, chain: list[Marker]) -> int:
        """Enter an alinéa with its chain of markers; its depth: the number of markers it stands under, its own included."""
        if not chain:
            while self.open and self.open[-1].series not in ("roman", "capital"):
                self.open.pop()
        for marker in chain:
            settled = self._settled(marker)
            self._close(settled)
            self.open.append(settled)
        return len(self.open)

    def _settled(self, marker: Marker) -> Marker:
        """``I``, ``V``, ``C`` may be Roman or a letter of a series: the series that is open and expects it wins."""
        if marker.series == "roman" and len(marker.words) == 1:
            before = chr(ord(marker.words) - 1)
            if any(m.series == "capital" and m.words[:1] == before for m in self.open):
                return Marker(marker.words, "capital")
            if marker.words in "CDLM" and not any(m.series == "roman" for m in self.open):
                return Marker(marker.words, "capital")
        if marker.series == "capital" and roman_value(marker.words) and any(m.series == "roman" for m in self.open):
            return Marker(marker.words, "roman")
        if marker.series == "letter" and set(marker.words) <= _ROMAN_LETTERS and marker.words[0] in "ivx":
            before = chr(ord(marker.words[0]) - 1)
            if not any(m.series == "letter" and m.words in (before, marker.words[0]) for m in self.open):
                return Marker(marker.words, "small-roman")
        return marker

    def _close(self, marker: Marker) -> None:
        for at, opened in enumerate(self.open):
            if opened.series == marker.series:
                del self.open[at:]
                return
