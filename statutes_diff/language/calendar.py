"""Days, months and years in a text: ``1er janvier 2020``, ``le 31 décembre``, ``le dernier jour du mois de mai``, ``en 2005``.

The date of an act (``la loi n° 78-17 du 6 janvier 1978``) is part of its name, and no date here.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.dates import MONTHS
from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import holds
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    pass

_MONTH = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)(?![.,]\d)"
_DAY = r"(?:1[ ]?er|premier|[1-9]|[12]\d|3[01])"
_NO_YEAR = (  # a number of an act goes on, and a sum or a count has its unit
    rf"(?![\w°]|-\d|{GAP}(?:[Ee]uros?|francs?|F|€|habitants|m[²2]|m[èe]tres|hectares|salari[ée]s|heures)(?!\w))"
)
_DATE = late(
    rf"""
    (?<![\w.,/-])
    (?:
      # 1er janvier 2020, 31 décembre, le dernier jour du mois de mai
      (?: (?P<day>{_DAY}){GAP} | (?P<edge>premier|dernier){GAP}jour{GAP}(?:du{GAP}mois{GAP})?(?:de{GAP}|d['’]) )
      (?P<month>{_MONTH})(?!\w) (?:{GAP}(?P<year>{_YEAR})(?![\w°]))?
      # du 1er au 15 mars
    | (?P<first>{_DAY}){GAP}(?:au|et|ou)(?:{GAP}le)?{GAP}
      (?={_DAY}{GAP}(?P<its>{_MONTH})(?!\w)(?:{GAP}(?P<then>{_YEAR}))?)
      # janvier 2005, le mois de janvier
    | (?P<alone>{_MONTH}){GAP}(?P<of>{_YEAR})(?![\w°])
    | mois{GAP}(?:de{GAP}|d['’])(?P<only>{_MONTH})(?!\w)
    | (?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])/(?P<y>{_YEAR})(?![\w/])
      # l'exercice 2005, en 2005; behind words that lead to other numbers too, only where the clause ends or goes on
    | (?: (?:[Aa]nn[ée]es?|exercices?|campagnes?|saisons?|sessions?|[Dd]epuis|[Ee]n|l['’]an){GAP}
        | (?:titre{GAP}de|[Jj]usqu['’]en|partir{GAP}de|[Dd][èe]s|[Pp]our|[Aa]vant|[Aa]pr[èe]s){GAP}
          (?={_YEAR}(?:{GAP}?[;:,.)]|{GAP}(?:et|ou|à|au)\b|$))
        | (?:de|entre){GAP}(?={_YEAR}{GAP}(?:à|et){GAP}{_YEAR}(?:{GAP}?[;:,.)]|$)) )
      (?P<in>{_YEAR}){_NO_YEAR}
      # années 2005, 2006 et 2007
    | (?:(?<=\d\d\d\d,[ ])|(?<=\d\d\d\d[ ](?:et|ou)[ ])|(?<=\d\d\d\d[ ]à[ ])) (?P<also>{_YEAR}){_NO_YEAR}
    )
    """,
    re.VERBOSE,
)
# Parts of the names of months, and what years begin with.
_SIGNS = ("nvier", "vrier", "mars", "avril", "uin", "juil", "ao", "embre", "octobre", "19", "20", "18", "17", "16", "15")
_MAY = late(r"\bmai\b")  # by itself: "maire" and "mainlevée" stand everywhere

# Read in words without accents and capitals.
_ACT = (
    "lois?|decrets?|decrets?-lois?|ordonnances?|arretes?|directives?|reglements?|decisions?|conventions?|accords?|protocoles?"
    "|traites?|avenants?|circulaires?|deliberations?|instructions?|recommandations?|avis|constitution|declaration|arrets?|statuts?"
)
_ACT_BEFORE = late(
    rf"""
    (?: \b(?:{_ACT})\b (?:[^;:()"]|\((?:ce|ue|cee|euratom)[^)]{{0,16}}\)){{0,110}}
        (?: \b(?:du|des) | \b(?:faite?|signee?|adoptee?|conclue?|modifiee?)s? (?:[ ]a[ ]\w{{1,20}})? [ ]le )
      | \b(?:journal[ ]officiel|jo|jorf)\b [^;:()"]{{0,20}} [ ]du
      | n°[ ]?[\w-]{{1,12}} (?:[ ]?/[ ]?\w{{1,5}}){{0,2}} (?: [^;:()"]{{0,3}} [ ]du | , )
      | \b(?:decr|arr|ord|circ)\.[ ]?[\w-]{{1,12}}(?:[ ]du)?
    )
    [ ]$
    """,
    re.VERBOSE,
)
# From such words a time runs: a date behind them is one, though an act is named before.
_RUNNING = late(r"(?:compter|partir|dater|jusqu'au|effet|avant|apres|jour|date|entre|depuis|(?:pos|an)terieure?s?)\b.{1,12}$")
_YEARS_BEFORE = late(r"\b(?:annees|exercices|en|entre|de|pour) (?:\d{4}(?:, | et | ou | a )){1,8}$")
_FINANCE = late(r"\blois?\b[^;:.]{0,70}\bde financ[^;:.,]{0,50}$")
_LOOK = 140  # how far before a date its act is looked for, in code points


class CalendarDate(NamedTuple):
    """Words that say a day, a month or a year, at ``[start, end)``; 0 for what they leave open, and -1 for the last day."""

    start: int
    end: int
    words: str
    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def value(self) -> str:
        """In the manner of ISO 8601, with ``--`` for an open year: ``2020-01-01``, ``--12-31``, ``--05-last``, ``2005-06``."""
        day = "last" if self.day < 0 else f"{self.day:02}"
        parts = [f"{self.year}" if self.year else "-", f"{self.month:02}" if self.month else "", day if self.day else ""]
        return "-".join([part for part in parts if part])

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """Whether it fixes a year, a month, a day."""
        return bool(self.year), bool(self.month), bool(self.day)

    @property
    def first_day(self) -> datetime.date | None:
        """The first day that the words fix, None when they leave the year open or there is no such day."""
        if not self.year or self.day < 0:
            return None
        try:
            return datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None


def any_date(text: str) -> bool:
    """Whether a text may hold a date, told at a glance."""
    return holds(text, _SIGNS) or ("mai" in text and _MAY.search(text) is not None)


def calendar_dates(text: str, start: int = 0, end: int | None = None) -> tuple[CalendarDate, ...]:
    """Every date that begins in ``[start, end)`` of a text, in order, but for those that name an act; linear in the text."""
    stop = len(text) if end is None else end
    return tuple(_date(text, found) for found in _DATE.finditer(text, start, stop) if not _names_an_act(text, found))


def _date(text: str, found: re.Match[str]) -> CalendarDate:
    start = found.start("in") if found["in"] else found.start()
    end = found.end("first") if found["first"] else found.end()
    year = next(filter(None, (found[name] for name in ("year", "then", "of", "y", "in", "also"))), "0")
    return CalendarDate(start, end, text[start:end], int(year), _month(found), _day(found))


def _month(found: re.Match[str]) -> int:
    name = found["month"] or found["its"] or found["alone"] or found["only"]
    return MONTHS.index(unaccented(name)) + 1 if name else int(found["m"] or 0)


def _day(found: re.Match[str]) -> int:
    day = (found["edge"] or found["day"] or found["first"] or found["d"] or "0").lower()
    return {"1er": 1, "1 er": 1, "premier": 1, "dernier": -1}.get(day) or int(day)


def _names_an_act(text: str, found: re.Match[str]) -> bool:
    """A date behind the word for an act and "du", but for one that a time runs from; a number in a list that is not of years."""
    start = found.start("in") if found["in"] else found.start()
    before = unaccented(text[max(0, start - _LOOK) : start])
    if found["also"]:
        return not _YEARS_BEFORE.search(before)
    if found["in"]:
        return bool(_FINANCE.search(before))
    return bool(found["year"]) and not _RUNNING.search(before[-24:]) and bool(_ACT_BEFORE.search(before))
