"""Sums of money in a text: ``45 000 €``, ``300 000 F``, ``trois mille euros``, ``1,5 million d'euros``, ``de 15 à 75 euros``.

Francs are those that the euro replaced at 6,55957 (règlement (CE) n° 2866/98); francs of the Pacific and of other countries are
currencies of their own. ``1585 F`` after the word "article" is a number of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.figures import Figure, is_low_end, numbers
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Number

FRANCS_PER_EURO = 6.55957
# How French codes converted: to the cent; to a round sum less than 2 % away (25 000 F became 3 800 euros); at 15 euros for 100 F
# (50 000 F became 7 500 euros), which the ordonnance n° 2000-916 took for fines, and for 700 000 F alone 100 000 euros. Sums that
# fit none of these moved by 4 % at least, or are no round sums.
_ROUNDING = 0.02
_PER_FRANC = 0.15
_ROUNDER = {700_000: 100_000}

_CURRENCY = late(
    rf"{GAP}{{0,2}}(?:d['’]{GAP}?|de{GAP})?(?:(?P<euro>(?:[Ee]uros?|EUROS?|EUR)(?!\w)|€)|(?P<franc>(?:[Ff]rancs?|FRANCS?|FF?)(?![\w'’]))"
    rf"(?:{GAP}(?P<other>CFP|C\.F\.P\.?|Pacifique|suisses?|belges?|luxembourgeois|or)(?!\w))?)"
)
_LONE_F = late(r"F(?!\w)")
_ARTICLE_BEFORE = late(r"\b(?:articles?|art\.)[ \u00a0](?:[\dA-Z \u00a0,-]|et |à |ou |bis |ter |quater ){0,30}$")


def any_amount(text: str) -> bool:
    """Whether a text may hold a sum of money, told at a glance."""
    return (
        "uro" in text
        or "€" in text
        or "CFP" in text
        or "franc" in text
        or "EUR" in text
        or "FRANC" in text
        or bool(_LONE_F.search(text))
    )


def amounts(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every sum of money that begins in ``[start, end)`` of a text, in order; linear in the text."""
    return tuple(_amounts(text, numbers(text, start, end)))


def _amounts(text: str, found: list[Number]) -> Iterator[Figure]:
    for index, number in enumerate(found):
        end, unit = _currency(text, number)
        if unit:
            if index and is_low_end(text, low := found[index - 1], number):
                yield Figure(low.start, low.end, text[low.start : end], low.value, unit)
            yield Figure(number.start, end, text[number.start : end], number.value, unit)


def _currency(text: str, number: Number) -> tuple[int, str]:
    """Where the words of a sum end, and its currency; empty for a number of something else."""
    found = _CURRENCY.match(text, number.end)
    if not found:
        return 0, ""
    if found["euro"]:
        return found.end(), "EUR"
    bare = found["franc"] == "F" and number.end - number.start <= 4
    if bare and _ARTICLE_BEFORE.search(text, max(0, number.start - 48), number.start):
        return 0, ""
    other = unaccented(found["other"] or "").replace(".", "")
    return found.end(), "FRF" if not other else "XPF" if other in ("cfp", "pacifique") else f"franc {other.rstrip('s')}"


def converted(francs: float, euros: float) -> bool:
    """Whether a sum in euros is a sum in francs at the legal rate, exact or rounded as the codes round."""
    exact = francs / FRANCS_PER_EURO
    if abs(euros - francs * _PER_FRANC) < 1e-9:
        return True
    return abs(euros - exact) <= min(_step(euros), max(exact * _ROUNDING, 0.01))


def _step(euros: float) -> float:
    """What a sum may be rounded to: the greatest of 0,01 0,05 0,1 0,5 1 5 10… that it is a multiple of."""
    cents = round(euros * 100)
    step = 1
    while cents and cents % (step * 10) == 0:
        step *= 10
    return (step * 5 if cents % (step * 5) == 0 else step) / 100


def rounder(francs: float, euros: float) -> bool:
    """Whether the sums are those of the one conversion that the scale of fines rounds further."""
    return _ROUNDER.get(int(francs)) == euros
