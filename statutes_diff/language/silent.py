"""What a run of words says once the changes are undone that consolidators make without an act.

Beyond what keys fold already (apostrophes, hyphens, ligatures, "L162-5"): quotation marks that came or went, capitals ("la
caisse" → "la Caisse"), hyphens inside words, stops of abbreviations, "p. 100" for "%", "euros" for "€", "n." for "n°", and the
key words in "[*…*]" that the first consolidators set between the words of the law.
"""

from __future__ import annotations

from statutes_diff.language.numbers import roman_value
from statutes_diff.language.patterns import late
from statutes_diff.language.tokens import Tokens, function_words
from statutes_diff.language.typography import unaccented

_REMARK = late(r"\[\*[^\[\]]{0,200}\*\]|//|/M/")
_STOPS = late(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|\Z)")
_NOTATIONS = (
    (late(r"(?:(?<=[\d ])|\A)(?:p\.?100|pour(?:cent|100))(?![^\W_])"), "%"),
    (late(r"(?:(?<=[\d ])|\A)euros?(?![^\W_])"), "€"),
    (late(r"(?:(?<=[\d ])|\A)francs?(?![^\W_])"), "F"),
    (late(r"\bn\.(?=\d)"), "n°"),
    (late(r"(?<=\d)\.(?=\d{3}(?!\d))"), ""),
)
_HALVES = frozenset(("[", "]", ")"))
_SHORTEST = 3  # letters: "MW" and "mW" are two units, "A" and "a" two items


def said(side: Tokens, start: int, end: int) -> str:
    """The words of a run as letters without spaces; equal results say the same."""
    text = "".join([_plain(side.keys[i], side.kinds[i]) for i in range(start, end)])
    if text in _HALVES and _loose(side, start, end):
        return ""
    if "[" in text or "/" in text:
        text = _REMARK.sub("", text)
    if "." in text and (spelt := _STOPS.sub("", text)) != text:
        text = spelt.lower() if len(spelt) >= _SHORTEST else spelt
    for pattern, notation in _NOTATIONS:
        text = pattern.sub(notation, text)
    return text


def _loose(side: Tokens, start: int, end: int) -> bool:
    """True for half of the brackets of a remark ("[*contenu*" ← "]"), and for the bracket of an item's marker ("1°)")."""
    before, behind = side.keys[start - 1 : start], side.keys[end : end + 1]
    return "*" in (*before, *behind) or (bool(before) and before[0].endswith("°"))


def _plain(key: str, kind: str) -> str:
    if key == '"':
        return ""
    if kind != "word":
        return key
    small = key.lower()
    if len(small) < _SHORTEST:
        return small if small in function_words() and len(small) > 1 else key
    if roman_value(key.upper()):
        return key
    return unaccented(small[:1]) + small[1:].replace("-", "")  # "état", "Etat": a capital may have lost its accent
