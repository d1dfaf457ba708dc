"""Lengths of time in a text: ``deux mois``, ``quinze jours francs``, ``18 mois``, ``les cinq dernières années``.

An age (``âgé de seize ans``), an hour of the day (``à 18 heures``) and a slice of the calendar (``une année civile``, ``un jour
férié``) are no durations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from statutes_diff.language.ages import is_age
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.quantities import NUMBER, number_value
from statutes_diff.language.typography import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

Unit: TypeAlias = Literal["hour", "day", "week", "month", "quarter", "half-year", "year"]

_UNITS: dict[str, Unit] = {
    "heure": "hour",
    "jour": "day",
    "semaine": "week",
    "mois": "month",
    "trimestre": "quarter",
    "semestre": "half-year",
    "an": "year",
    "année": "year",
}
# In days, for "longer" and "shorter" only: a month is no fixed number of days in law.
_DAYS: dict[Unit, float] = {
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 365.25 / 12,
    "quarter": 365.25 / 4,
    "half-year": 365.25 / 2,
    "year": 365.25,
}

_DURATION = late(
    rf"""
    (?<![\w.,/°-])
    (?P<number> {NUMBER} )
    {GAP} {{1,2}}
    (?: (?P<which> premi[eè]re?s | derni[eè]re?s | prochaine?s )[\ \u00a0] )?
    (?P<unit> heure | jour | semaine | mois | trimestre | semestre | année | an ) s? (?![\w-])
    (?P<half> [\ \u00a0]et[\ \u00a0]demie? (?!\w) )?
    (?: [\ \u00a0] (?P<kind> francs? | ouvrables? | ouvrés? | calendaires? | consécuti(?:fs?|ves?) | civile?s? ) (?!\w) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The unit alone, behind its space: most texts have none, and are not searched for numbers.
_ANY_UNIT = late(rf"{GAP}(?:an|ann[ée]e|jour|mois|heure|semaine|trimestre|semestre)s?(?![\w-])", re.IGNORECASE)
_AGE_BEFORE = late(r"(?:\b[âa]g(?:e|é|ée|és|ées)|\bmineure?s?)\b[^.;:,()]{0,30}$", re.IGNORECASE)
_CLOCK_BEFORE = late(r"\b(?:à|entre|avant|après|dès|vers|heures et)[\s\u00a0]$", re.IGNORECASE)
_CALENDAR_AFTER = late(
    r"[\s\u00a0](?:civile?|scolaire|universitaire|donnée?|déterminée?|considérée?|antérieure?|précédente?|férié|chômé|ouvrable|non)\b",
    re.IGNORECASE,
)
_LOOK = 48  # how far around the words their sense is looked for, in code points


class Duration(NamedTuple):
    """Words that say a length of time, at ``[start, end)``; ``kind``: how its days are counted, if said (``franc``)."""

    start: int
    end: int
    words: str
    number: float
    unit: Unit
    kind: str = ""

    @property
    def value(self) -> str:
        """The length in figures, with its unit in English: ``2 month``, ``15 day franc``."""
        return " ".join(filter(None, (f"{self.number:g}", self.unit, self.kind)))

    @property
    def days(self) -> float:
        """About how many days, to compare two lengths by."""
        return self.number * _DAYS[self.unit]


def durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in a text, in order; linear in the text."""
    return tuple(_durations(text)) if _ANY_UNIT.search(text) else ()


def _durations(text: str) -> Iterator[Duration]:
    for found in _DURATION.finditer(text):
        count = number_value(found["number"])
        unit = _UNITS[found["unit"].lower()]
        if count is None or _is_something_else(text, found, unit, count):
            continue
        count += 0.5 if found["half"] else 0
        yield Duration(found.start(), found.end(), found.group(), count, unit, _singular(found["kind"] or ""))


def _is_something_else(text: str, found: re.Match[str], unit: Unit, count: float) -> bool:
    """An age, an hour of the day, a year or a day of the calendar."""
    before = text[max(0, found.start() - _LOOK) : found.start()]
    after = text[found.end("unit") : found.end("unit") + _LOOK].lstrip("s")
    if unit == "year" and (_AGE_BEFORE.search(before) or is_age(text, found.start(), found.end("unit"))):
        return True
    if unit == "hour" and count <= 24 and _CLOCK_BEFORE.search(before):
        return True
    return count == 1 and bool(_CALENDAR_AFTER.match(after))


def _singular(kind: str) -> str:
    """How the days are counted, in one form: ``francs`` → ``franc``, ``consécutives`` → ``consécutif``."""
    plain = folded(kind).lower().rstrip("s")
    if plain.startswith("consécuti"):
        return "consécutif"
    return plain.removesuffix("e") if plain.startswith("civil") else plain
