"""How many of something, and how old: ``cinquante salariés``, ``3 500 habitants``, ``50 km/h``, ``âgé de dix-huit ans``.

What has a reader of its own is left to it: sums of money, rates, dates, lengths of time. ``un membre`` may be no number: it is
one only beside another number of the same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.ages import is_age
from statutes_diff.language.dates import MONTHS
from statutes_diff.language.figures import Figure, is_low_end, is_year, numbers
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.tokens import is_content
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Number

AGE = "year of age"

_NOUN = late(
    rf"(?:{GAP}(?:premi[èe]re?s?|derni[èe]re?s?|autres?|prochaine?s?|nouveaux|nouvelles?|grande?s?|principaux|principales|mêmes"
    rf"|seule?s?|petite?s?|bonnes?)(?!\w)){{0,2}}"
    rf"{GAP}{{1,2}}(?:d['’])?(?P<noun>[^\W\d_]{{2,40}}(?:/[^\W\d_]{{1,4}})?|[mtgl](?=[ .,;)]|$))(?![\w'’])"
    rf"(?P<of>{GAP}(?:carr[ée]s?|cubes?|à{GAP}l['’]heure|/{GAP}?[^\W\d_]{{1,4}})(?!\w))?"
)
# Read in words without accents and capitals. Numbers behind the first are names of a place: ``le groupe 3 comprend``.
_NAMED_BEFORE = late(
    r"(?:\b(?:articles?|alineas?|annexes?|categories?|classes?|groupes?|niveaux?|titres?|livres?|chapitres?|sections?|parties?"
    r"|tableaux?|colonnes?|lignes?|pages?|notes?|points?|paragraphes?|zones?|numeros?)|n°) $"
)
_BOUND_BEFORE = late(
    r"\b(?:plus|moins|minimum|maximum|limite|seuil|jusqu'|au.dela|(?:ou|moins|plus) egale?s?|superieure?s?|inferieure?s?"
    r"|atteint|atteindre|excede|exceder|depasse|depasser) ?(?:d'|de |a )?(?:l[ea] )?$"
)
_BOUND_AFTER = late(r" (?:au (?:moins|plus|maximum|minimum)|ou plus)\b")

_NOT_COUNTED = frozenset(
    "an ans annee annees jour jours mois semaine semaines heure heures trimestre trimestres semestre semestres euro euros franc "
    "francs pour cent mille tiers quart quarts moitie alinea alineas article articles phrase phrases er ere eme bis ter quater "
    "deg".split()
) | frozenset(MONTHS)


def counts(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every count with its noun, and every age, that begins in ``[start, end)`` of a text, in order; linear in the text."""
    return tuple(_counts(text, numbers(text, start, end)))


def _counts(text: str, found: list[Number]) -> Iterator[Figure]:
    for index, number in enumerate(found):
        end, unit = _counted(text, number)
        if unit:
            if index and is_low_end(text, low := found[index - 1], number):
                yield Figure(low.start, low.end, text[low.start : end], low.value, unit)
            words = text[number.start : end]
            yield Figure(number.start, end, words, number.value, unit, words.lower().startswith(("un ", "une ", "un\u00a0")))


def _counted(text: str, number: Number) -> tuple[int, str]:
    """Where the words of a count end, and what is counted; empty for a number of something else."""
    found = _NOUN.match(text, number.end)
    if not found or is_year(text, number) or _NAMED_BEFORE.search(unaccented(text[max(0, number.start - 16) : number.start])):
        return 0, ""
    noun = unaccented(found["noun"])
    if noun in ("an", "ans") and is_age(text, number.start, found.end()):
        return found.end(), AGE
    if noun in _NOT_COUNTED or noun.endswith(("ieme", "iemes")) or not is_content(found["noun"].lower()):
        return 0, ""
    return found.end(), " ".join([_singular(word) for word in (noun, *unaccented(found["of"] or "").split())])


def _singular(noun: str) -> str:
    return noun.rstrip("sx") or noun


def is_threshold(text: str, figure: Figure) -> bool:
    """Whether the words beside a count say that it is a bound: ``plus de 3 500 habitants``, ``deux membres au moins``."""
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 16]
    return bool(_BOUND_BEFORE.search(unaccented(before)) or _BOUND_AFTER.match(unaccented(after)))
