"""The numbers of French law: articles, Roman numerals, Latin suffixes, how they are keyed, printed and ordered."""

from __future__ import annotations

import functools
import re

from statutes_diff.language.patterns import late
from statutes_diff.language.typography import folded

_LETTERS = late(r"(?i)^\s*\*{0,2}\s*(L\.?\s?O|[LRDA])\s?\.?\s?\*{0,2}\s?\.?\s*(?=\d)")
_FIRST = late(r"(?i)^(?:1\s?er|1\s?ère|premier|première)\b")
_SPACES = late(r"\s+")
_ROMAN = late(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

# Suffixes in the order of the law, misspellings of the consolidated base beside the form they stand for.
LATIN = {
    name: rank
    for rank, names in enumerate(
        (
            "bis", "ter", "quater", "quinquies quinquiès", "sexies", "septies", "octies", "nonies novies", "decies",
            "undecies", "duodecies", "terdecies", "quaterdecies quatordecies", "quindecies quinquedecies quinqdecies",
            "sexdecies sedecies", "septdecies septemdecies", "octodecies", "novodecies", "vicies", "unvicies", "duovicies",
            "tervicies", "quatervicies quatervecies", "quinvicies", "sexvicies", "septvicies",
        ),
        start=2,
    )
    for name in names.split()
}  # fmt: skip


_MANY = 1 << 18  # all codes together hold 137,000 articles, and both versions ask for the same numbers


@functools.lru_cache(maxsize=_MANY)
def article_key(label: str) -> str:
    """The key of an article's number: ``L. 162-12-17``, ``L162-12-17`` → ``L162-12-17``; ``R.* 42`` → ``R42``; ``1er`` → ``1``.

    Stars do not identify; dots and spaces after the letter neither; words (``Annexe``, ``44 sexies``) keep single spaces.
    """
    key = _SPACES.sub(" ", folded(label)).strip(" .:-")
    found = _LETTERS.match(key)
    if found:
        letters = found[1].upper().replace(".", "").replace(" ", "")
        return letters + _FIRST.sub("1", key[found.end() :].replace("*", "").strip())
    return _FIRST.sub("1", key.replace("*", "").strip())


@functools.lru_cache(maxsize=_MANY)
def article_printed(key: str) -> str:
    """An article's number as a lawyer writes it: ``L162-12-17`` → ``L. 162-12-17``, ``1`` → ``1er``, ``LO141`` → ``LO 141``."""
    found = re.match(r"(LO|[LRDA])(?=\d)", key)
    if found:
        letters = found[1]
        return f"{letters}{' ' if letters == 'LO' else '. '}{key[found.end() :]}"
    return "1er" if key == "1" else key


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals (``XIV`` → 14; ``Ier`` → 1), None when it is none."""
    bare = numeral.removesuffix("er")
    if not bare or not _ROMAN.fullmatch(bare):
        return None
    values = [_ROMAN_VALUES[c] for c in bare]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@functools.lru_cache(maxsize=_MANY)
def number_order(key: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts numbers as lawyers do: L. 9 before L. 10, 44 before 44 bis before 45, L before R before D."""
    parts: list[tuple[int, int, str]] = []
    for digits, word in re.findall(r"(\d+)|([^\W\d_]+)", key):
        if digits:
            parts.append((1, int(digits), ""))
        elif word.lower() in LATIN:
            parts.append((2, LATIN[word.lower()], ""))
        elif not parts and word in _PREFIXES:
            parts.append((0, _PREFIXES.index(word), ""))
        else:
            parts.append((3, 0, word.lower()))
    return tuple(parts)


_PREFIXES = ("Préambule", "LO", "L", "R", "D", "A", "Annexe")
