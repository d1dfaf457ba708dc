"""From when and until when a provision applies: ``entre en vigueur le 1er mars 2030``, ``jusqu'au 31 décembre 2031``.

The words of ``data/commencement.toml`` with the time behind them, and bare times: "à compter du 1er janvier 2030", "à compter de
la publication de la loi". A delay that runs from a publication ("six mois à compter de la publication") is no such time.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import APOSTROPHE, Phrases, holds, joined
from statutes_diff.language.tables import table
from statutes_diff.language.tokens import tokens
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_DAY = rf"(?:1er|premier|[0-3]?\d){GAP}(?:{_MONTH}){GAP}(?:1[89]|20)\d\d(?!\d)"
_OF = rf"(?:de{GAP}(?:la{GAP}|l{APOSTROPHE}|sa{GAP}|son{GAP}|leur{GAP}|cette{GAP})?|du{GAP}|des{GAP}|d{APOSTROPHE})"
_EVENT = rf"(?:publication|promulgation|entrée{GAP}en{GAP}vigueur|parution)(?:[^.;:,()\n]|\.(?=\s?\d)){{0,90}}(?!\w)"
_DATE_OF = rf"(?:(?:date|jour|lendemain){GAP}{_OF})?"
_TIME = late(
    rf"""
    (?<![\w'’-])(?:
      (?: (?:[àa]{GAP}(?:compter|partir|dater)|dès) {GAP}{_OF}{_DATE_OF} (?:{_DAY}|{_EVENT})
      | jusqu{APOSTROPHE}(?:au|à){GAP}(?:la{GAP}|l{APOSTROPHE})?{_DATE_OF}(?:{_DAY}|{_EVENT}) )
      (?:{GAP}et{GAP}jusqu{APOSTROPHE}(?:au|à){GAP}{_DAY})?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# To the end of the clause, or to what says under which condition.
_REST = late(
    r"(?!\s(?:et|ou)\b)(?:,[^.;:,\n]{1,100},(?=\s(?:[àa]|le|au|dès|lors|jusqu)\b))?"
    r"(?:(?!\s(?:si|s['’]il|lorsqu|quand|sous)\b)(?:[^.;:,\n]|\.(?=\s?\d))){0,110}(?!\w)",
    re.IGNORECASE,
)
_TO_TIME = 90  # code points between words of application and the time behind them
_DELAY_BEFORE = late(r"\b(?:délais?|mois|jours?|ans?|années?|semaines?|heures?)(?:\s[^.;:,\n]{0,24})?\s$", re.IGNORECASE)
_DELAY_OF = late(r"\b(?:délais?\s[^.;:,\n]{0,60}|cour(?:t|ent|ra|ront|ir)(?:\s\w{1,12})?\s)$", re.IGNORECASE)
_REMARK = late(r"\[\*[^\[\]\n]{1,90}\*\]")
_TIME_SIGN = late(rf"(?:compter|partir|dater){GAP}d|usqu['’]|ès{GAP}l")
_SIGNS = ("vigueur", "effet", "ompter", "artir", "ater d", "usqu", "ès l")


class Commencement(NamedTuple):
    """Words that say from when or until when, at ``[start, end)``; ``key``: equal for the same words."""

    start: int
    end: int
    key: str


def commencements(text: str) -> tuple[Commencement, ...]:
    """Every one of them in a text, in order and apart; linear in the text."""
    return tuple(_commencements(text)) if holds(text, _SIGNS) else ()


def _commencements(text: str) -> Iterator[Commencement]:
    signs = (found.span() for found in _TIME_SIGN.finditer(text))
    times = [found.span() for start, end in joined(signs, len(text), 4, 140) for found in _TIME.finditer(text, start, end)]
    spans = sorted([*_applications(text, times), *(span for span in times if not _is_delay(text, span[0]))])
    free = 0
    for start, end in spans:
        if start >= free:
            yield Commencement(start, end, _key(text[start:end]))
            free = end


def _applications(text: str, times: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words of entry into force to the end of their clause, words of application to the time behind them."""
    for found in _phrases().found(text):
        if "time" not in rows()[found.group]:
            rest = _REST.match(text, found.end)
            if rest and rest[0].strip():
                yield found.whole, rest.end()
            continue
        index = bisect_left(times, (found.end, 0))
        start, end = times[index] if index < len(times) else (len(text), 0)
        if start - found.end <= _TO_TIME and not any(stop in text[found.end : start] for stop in ".;:\n"):
            yield found.whole, end


def _is_delay(text: str, start: int) -> bool:
    """True when a delay runs from this time."""
    before = text[max(0, start - 80) : start]
    return bool(_DELAY_BEFORE.search(before) or _DELAY_OF.search(before))


def _key(words: str) -> str:
    return unaccented(" ".join(tokens(_REMARK.sub("", words)).keys))


@functools.cache
def rows() -> tuple[dict[str, Any], ...]:
    """Every group of the data file."""
    return tuple(table(__file__, "commencement.toml")["words"])


@functools.cache
def _phrases() -> Phrases:
    return Phrases([row["phrases"] for row in rows()])
