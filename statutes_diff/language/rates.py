"""Rates and shares in a text: ``5,5 %``, ``10 p. 100``, ``dix pour cent``, ``la moitié``, ``un tiers``, ``1/30``, ``le double``.

All are told in per cent, so that ``50 p. 100`` and ``la moitié`` are equal. ``un tiers`` may be a person and ``le dixième`` a
place in a row: they are shares only before what they are a share of.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from statutes_diff.language.figures import Figure, is_low_end, numbers
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Number

_PER = late(
    rf"{GAP}{{0,2}}(?:(?P<mille>‰|(?:p\.|pour){GAP}?(?:1{GAP}?000|mille)(?!\w))|%|(?:p\.|pour){GAP}?(?:100|cents?)(?!\w))"
)
_PERCENT = ("%", "100", "cent", "‰", "mille", "1 000", "1\u00a0000")

_PARTS = {
    part: value
    for value, part in enumerate(
        "tiers quart cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième "
        "seizième dix-septième dix-huitième dix-neuvième vingtième".split(),
        start=3,
    )
} | {
    "vingt-quatrième": 24, "vingt-cinquième": 25, "trentième": 30, "trente-sixième": 36, "quarantième": 40, "cinquantième": 50,
    "soixantième": 60, "centième": 100, "cent-vingtième": 120, "millième": 1000,
}  # fmt: skip
_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6, "décuple": 10, "centuple": 100}
_SHARES = ("moitié", "tiers", "quart", "ième", "/", "uple", "triple", "double")

_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
# What a share is a share of: without it the words may name a person or a place in a row.
_OF = rf"(?={GAP}(?:de|du|des|au{GAP}(?:moins|plus)|lorsque)(?!\w)|{GAP}d['’])"
_SOME_PARTS = late(rf"{GAP}(?P<part>{_PART})(?P<s>s?)(?!\w)(?P<of>{_OF})?(?!{GAP}(?:de{GAP}bonne{GAP}foi|d['’]heure))")
_SHARE = late(
    rf"""
    (?<![\w/,-])
    (?: (?: (?:[Ll]a|par|[Dd]e|d['’]une|une|cette|sa|à){GAP} (?P<half>moitié)(?!\w) )
      | (?: (?:le|du|au){GAP}
            (?: (?P<part>{_PART}) {_OF} (?!{GAP}(?:d['’]heure|(?:du|de){GAP}(?:présent|l['’]article|mois|rang|bonne)))
              | (?P<times>{"|".join(_MULTIPLES)}) (?={GAP}(?:de|du|des|lorsque|en)(?!\w)|{GAP}d['’]|[.,;)]|$) ) )
      | (?: (?<!n°[ ]) (?<!directive[ ]) (?<!règlement[ ])
            (?P<over>[1-9]\d{{0,2}}) (?: [ \u00a0]?/[ \u00a0]?(?P<decimal>[1-9]\d{{0,2}}(?:,[ ]?\d\d?)?)(?!\w){_OF}
            | /(?P<under>[1-9]\d{{0,2}}|1000)(?:e|è|ème|ième|°)?(?![\w/.-]|[ ]\d\d\d) ) )
    )
    """,
    re.VERBOSE,
)


def any_rate(text: str) -> bool:
    """Whether a text may hold a rate or a share, told at a glance."""
    return holds(text, _PERCENT) or holds(text, _SHARES)


def rates(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every rate, share and multiple that begins in ``[start, end)`` of a text, in order; linear in the text."""
    stop = len(text) if end is None else end
    shares = _SHARE.finditer(text, start, stop) if holds(text[start:stop], _SHARES) else ()
    found = chain(_counted(text, numbers(text, start, stop)), (_share(share) for share in shares))
    return tuple(sorted(filter(None, found), key=lambda figure: figure.start))


def _counted(text: str, found: list[Number]) -> Iterator[Figure]:
    """Rates and shares that begin with a number: ``de 5 à 10 %``, ``deux tiers``."""
    for index, number in enumerate(found):
        if per := _PER.match(text, number.end):
            scale = 0.1 if per["mille"] else 1.0
            if index and is_low_end(text, low := found[index - 1], number):
                yield _rate(text, low.start, per.end(), low.value * scale)
            yield _rate(text, number.start, per.end(), number.value * scale)
        elif (parts := _SOME_PARTS.match(text, number.end)) and _is_share(number, parts):
            yield _rate(text, number.start, parts.end(), 100 * number.value / _PARTS[parts["part"]])


def _is_share(number: Number, parts: re.Match[str]) -> bool:
    """One part of something, or several, in the plural and fewer than a whole: ``sept centième`` is one part of 700, and
    ``cent cinquantièmes`` are parts of 150."""
    if number.value == 1:
        return parts["of"] is not None
    return number.value < _PARTS[parts["part"]] and (bool(parts["s"]) or parts["part"] == "tiers")


def _share(found: re.Match[str]) -> Figure | None:
    """A share or a multiple that has no number of its own, None when the words say something else."""
    if found["over"]:
        over, under = int(found["over"]), float((found["decimal"] or found["under"]).replace(" ", "").replace(",", "."))
        value = over / under if over < under else None
    elif found["times"]:
        value = float(_MULTIPLES[found["times"]])
    else:
        value = 1 / _PARTS[found["part"]] if found["part"] else 0.5
    return _rate(found.string, found.start(), found.end(), 100 * value) if value else None


def _rate(text: str, start: int, end: int, percent: float) -> Figure:
    return Figure(start, end, text[start:end], round(percent, 6), "percent")
