"""Words that say how far a provision reaches: exceptions, reservations, conditions, limits, and negation.

``à l'exception de``, ``sauf``, ``sous réserve de``, ``le cas échéant``, ``notamment``, ``à peine de nullité`` are rows of
``data/scope.toml``.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import APOSTROPHE, Phrases, holds
from statutes_diff.language.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statutes_diff.language.phrases import Span


class Qualifier(NamedTuple):
    """Words at ``[start, end)`` that say how far a provision reaches, and the group that they belong to."""

    start: int
    end: int
    group: str


def qualifiers(text: str, places: Iterable[Span] | None = None) -> tuple[Qualifier, ...]:
    """Every one of them in a text, in order; linear in the text. ``places``: only those near these ranges."""
    found = (Qualifier(each.start, each.end, str(rows()[each.group]["name"])) for each in _phrases().found(text, places))
    return tuple(found)


def may_qualify(small: str) -> bool:
    """True when a text in small letters may hold such words: a quick look."""
    return _phrases().may_stand_in(small)


_NEGATION = late(
    rf"(?<![\w'’-])n(?:e{GAP}|{APOSTROPHE})(?P<words>[^.;:,()\n]{{1,60}}?)(?<!\w)(?P<second>pas|plus|point|jamais|qu(?:e(?!\w)|{APOSTROPHE}))(?![\w-])",
    re.IGNORECASE,
)
_NE_SIGNS = ("ne", "n'", "n’", "Ne", "N'", "N’")
_NE = late(rf"(?<![\w'’-])n(?:e(?!\w)|{APOSTROPHE})", re.IGNORECASE)


class Negation(NamedTuple):
    """``ne sont pas`` at ``[start, end)``, without its particles: ``sont``; ``only``: its second word is "que"."""

    start: int
    end: int
    words: str
    only: bool


def negations(text: str) -> tuple[Negation, ...]:
    """Every negation of two words in a text, in order; linear in the text."""
    return tuple(
        Negation(found.start(), found.end(), " ".join(found["words"].split()), found["second"].lower().startswith("qu"))
        for found in _NEGATION.finditer(text)
    )


def may_negate(text: str) -> bool:
    """True when a text has the first word of a negation."""
    return holds(text, _NE_SIGNS) and bool(_NE.search(text))


@functools.cache
def rows() -> tuple[dict[str, Any], ...]:
    """Every group of the data file."""
    return tuple(table(__file__, "scope.toml")["qualifier"])


@functools.cache
def _phrases() -> Phrases:
    return Phrases([row["phrases"] for row in rows()])
