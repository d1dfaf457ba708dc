"""From when and until when a provision applies: ``entre en vigueur le 1er mars 2030``, ``jusqu'au 31 décembre 2031``.

The words of ``data/commencement.toml`` with the time behind them, and bare times: "à compter du 1er janvier 2030", "à compter de la
publication de la loi". A delay that runs from a publication ("six mois à compter de la publication") is no such time.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statutes_diff.language.patterns import late
from statutes_diff.language.phrases import APOSTROPHE, NOT, Phrases
from statutes_diff.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[\\ \u00a0\u202f]"  # the space of a verbose pattern
_MONTH = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_DAY = rf"(?:1er|premier|[0-3]?\d){_SPACE}(?:{_MONTH}){_SPACE}(?:1[89]|20)\d\d(?!\d)"
_OF = rf"(?:de{_SPACE}(?:la{_SPACE}|l{APOSTROPHE}|sa{_SPACE}|son{_SPACE}|leur{_SPACE}|cette{_SPACE})?|du{_SPACE}|des{_SPACE}|d{APOSTROPHE})"
_EVENT = rf"(?:publication|promulgation|entrée{_SPACE}en{_SPACE}vigueur|parution)(?:[^.;:,()\n]|\.(?=\s?\d)){{0,90}}(?!\w)"
_DATE_OF = rf"(?:(?:date|jour|lendemain){_SPACE}{_OF})?"
_TIME = late(
    rf"""
    (?<![\w'’-])(?:
      (?: (?:[àa]{_SPACE}(?:compter|partir|dater)|dès) {_SPACE}{_OF}{_DATE_OF} (?:{_DAY}|{_EVENT})
      | jusqu{APOSTROPHE}(?:au|à){_SPACE}(?:la{_SPACE}|l{APOSTROPHE})?{_DATE_OF}(?:{_DAY}|{_EVENT}) )
      (?:{_SPACE}et{_SPACE}jusqu{APOSTROPHE}(?:au|à){_SPACE}{_DAY})?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REST = late(r"(?!\s(?:et|ou|si|s['’]))(?:[^.;:,\n]|\.(?=\s?\d)){0,140}(?!\w)", re.IGNORECASE)
_TO_TIME = 90  # code points between words of application and the time behind them
_DELAY_BEFORE = late(
    r"(?:\bdélais?|\bmois|\bjours?|\bans?|\bannées?|\bsemaines?|\bheures?)(?:\s(?:au|plus|moins|maximum|francs?|suivants?|tard))*\s$",
    re.IGNORECASE,
)
_DELAY_OF = late(r"\bdélais?\s[^.;:,\n]{0,60}$", re.IGNORECASE)
_SIGNS = ("vigueur", "compter d", "partir d", "dater d", "jusqu", "effet", "dès ")


@dataclass(frozen=True, slots=True)
class Commencement:
    """Words that say from when or until when, at ``[start, end)``; ``key``: equal for the same words."""

    start: int
    end: int
    key: str


def commencements(text: str) -> tuple[Commencement, ...]:
    """Every one of them in a text, in order and apart; linear in the text."""
    small = text.lower()
    return tuple(_commencements(text)) if any(sign in small for sign in _SIGNS) else ()


def _commencements(text: str) -> Iterator[Commencement]:
    times = [found.span() for found in _TIME.finditer(text)]
    spans = sorted([*_applications(text, times), *(span for span in times if not _is_delay(text, span[0]))])
    free = 0
    for start, end in spans:
        if start >= free:
            yield Commencement(start, end, _key(text[start:end]))
            free = end


def _applications(text: str, times: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words of entry into force to the end of their clause, words of application to the time behind them."""
    for row, found in _phrases().found(text):
        if "time" not in rows()[row]:
            rest = _REST.match(text, found.end())
            yield found.start(), rest.end() if rest else found.end()
            continue
        behind = next((span for span in times if 0 <= span[0] - found.end() <= _TO_TIME), None)
        if behind and not any(stop in text[found.end() : behind[0]] for stop in ".;:\n"):
            yield found.start(), behind[1]


def _is_delay(text: str, start: int) -> bool:
    """True when a delay runs from this time."""
    before = text[max(0, start - 80) : start]
    return bool(_DELAY_BEFORE.search(before) or _DELAY_OF.search(before))


def _key(words: str) -> str:
    return " ".join(tokens(words).keys).lower()


@functools.cache
def rows() -> tuple[dict[str, Any], ...]:
    """Every group of the data file."""
    data = (Path(__file__).with_name("data") / "commencement.toml").read_text("utf-8")
    return tuple(tomllib.loads(data)["words"])


@functools.cache
def _phrases() -> Phrases:
    return Phrases([row["phrases"] for row in rows()], before=NOT)
