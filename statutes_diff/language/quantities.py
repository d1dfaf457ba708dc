"""Numbers that count things, in figures or in words: ``45 000``, ``18``, ``1,5``, ``quatre-vingt-dix``, ``vingt et un``."""

from __future__ import annotations

import re

from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.typography import unaccented

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            "zero", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
            "quatorze", "quinze", "seize",
        )
    )
    for word in words.split()
}  # fmt: skip
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ATOM = (
    r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingts?|trente|quarante|cinquante|soixante|cents?|mille|millions?|milliards?)(?!\w)"
)

# "et" joins tens and one ("vingt et un", "soixante et onze"); between other numbers it stands between two ("deux et trois ans").
_AND_ONE = r"(?:[\ \u00a0]et[\ \u00a0]|[-‐‑]et[-‐‑])(?=(?:une?|onze)(?!\w))"

# A number in words, and one of either kind, in a verbose pattern's place: bounded, so that no line of numbers can hang it.
WORDS = rf"{_ATOM}(?:(?:[-‐‑]|{_AND_ONE}|[\ \u00a0]){_ATOM}){{0,8}}"
NUMBER = rf"(?:\d{{1,3}}(?:(?:\.|{GAP})\d{{3}}){{1,5}}(?!\d)(?:,\d{{1,4}})?|\d{{1,9}}(?:,\d{{1,4}})?|{WORDS})"
_PARTS = late(r"[^\W_]+")


def number_value(words: str) -> float | None:
    """The value of a number in figures or words, None when it is none: ``quatre-vingt-dix`` → 90, ``1 607`` → 1607."""
    if words[:1].isdigit():
        return float(re.sub(r"[^\d,]", "", words).replace(",", "."))
    parts = [part for part in _PARTS.findall(unaccented(words)) if part != "et"]
    return float(_words_value(parts)) if parts and NUMBER_WORDS.issuperset(parts) else None


def _words_value(parts: list[str]) -> int:
    total, current, last = 0, 0, ""
    for part in parts:
        if part in _SCALES:
            total, current = total + max(current, 1) * _SCALES[part], 0
        elif part in ("cent", "cents"):
            current = max(current, 1) * 100
        elif part in ("vingt", "vingts") and last == "quatre":
            current += 80 - 4
        else:
            current += _UNITS.get(part, 0) or _TENS.get(part, 0)
        last = part
    return total + current


_SCALES = {"mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}


NUMBER_WORDS = frozenset((*_UNITS, *_TENS, *_SCALES, "cent", "cents"))
