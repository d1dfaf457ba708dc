"""Words that say how far a provision binds: one may (``peut``), must (``doit``, ``est tenu de``), may not (``ne peut``).

Present and future are one ("pourra", "peut"); a conditional ("pourrait") is left alone, for it often says what may happen, not
what is allowed. "doit" before a thing owed ("doit une indemnité") is no word of force.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import APOSTROPHE, Found, Phrases, Span
from statutes_diff.language.tables import table
from statutes_diff.language.typography import unaccented

Force: TypeAlias = Literal["faculty", "obligation", "prohibition", "limit", "exemption", "statement"]
"""``limit``: one may only ("ne peut … que"); ``statement``: a verb in the indicative, without a word of force."""

_SECONDS = frozenset(("pas", "plus", "point"))
_OWED = late(rf"{GAP}(?:des|une?|à|aux?|garantie|réparation|récompense|caution|compte|indemnité|seul{GAP})(?!\w)", re.IGNORECASE)
_ONLY = late(
    rf"(?:{GAP}(?:\[\*[^\]\n]{{1,40}}\*\]|(?!pas\b|plus\b|point\b|et\b|ou\b|si\b|sans\b)[\w'’]{{1,24}})){{0,4}}?{GAP}qu(?:e(?!\w)|{APOSTROPHE})",
    re.IGNORECASE,
)
_INFINITIVE = ("er", "ir", "re", "oir")
_LEAST_STEM, _MOST_ENDING = 3, 3
_ONLY_TO = 90  # how far behind the words their "que" is looked for, in code points


class Modal(NamedTuple):
    """Words of force at ``[start, end)``, their "ne" and "que" included; the verb that they govern begins behind ``core``.
    ``of_itself``: they govern none ("la vente est interdite")."""

    start: int
    end: int
    core: int
    force: Force
    of_itself: bool = False

    def words(self, text: str) -> str:
        """The words as they stand; of a limit from its "ne" to its "que"."""
        return " ".join(text[self.start : self.end].split())


class Verb(NamedTuple):
    """A verb at ``[start, end)``; ``passive``: a participle behind "être"."""

    start: int
    end: int
    words: str
    passive: bool


def modals(text: str, places: Iterable[Span] | None = None) -> tuple[Modal, ...]:
    """Every word of force in a text, in order; linear in the text. ``places``: only those near these ranges."""
    return tuple(_modals(text, places))


def may_hold(small: str) -> bool:
    """True when a text in small letters may hold words of force: a quick look."""
    return _phrases().may_stand_in(small)


def _modals(text: str, places: Iterable[Span] | None) -> Iterator[Modal]:
    for found in _phrases().found(text, places):
        words = text[found.start : found.end].lower()
        if words.startswith(("doi", "dev")) and _OWED.match(text, found.end):
            continue
        yield from _modal(text, found, words, rows()[found.group])


def _modal(text: str, found: Found, words: str, row: dict[str, Any]) -> Iterator[Modal]:
    start, end = found.ne, found.end
    if start < 0:
        yield Modal(found.start, end, end, row["name"], "of_itself" in row)
        return
    only = None if _SECONDS.intersection(words.split()) else _ONLY.match(text, end, end + _ONLY_TO)
    force = row.get("limited") if only else row.get("negated")
    if force:
        yield Modal(start, only.end() if only else end, end, force, "of_itself" in row)


# What may stand between words of force and the verb that they govern: negation, pronouns, adverbs, a short aside.
_BETWEEN = late(
    rf"(?:,[^,.;:\n]{{1,100}},|{GAP}en{GAP}outre(?=\W)|{GAP}(?:pas|plus|point|également|aussi|toutefois|notamment|seule?s?"
    rf"|seulement|alors|donc|être|avoir|se|y|en|les?|la|lui|leur|que|ne)(?=\W)|{GAP}?(?:[sln]|qu){APOSTROPHE}|{GAP}){{0,12}}",
    re.IGNORECASE,
)
_VERB = late(r"[^\W\d_]{2,40}(?![\w'’])")


def governed(text: str, modal: Modal) -> Verb | None:
    """The verb that words of force govern: an infinitive, or the participle behind "être"."""
    between = _BETWEEN.match(text, modal.core)
    found = _VERB.match(text, between.end()) if between else None
    if not between or not found:
        return None
    passive = "être" in between[0].lower()
    return Verb(found.start(), found.end(), found[0], passive) if passive or found[0].endswith(_INFINITIVE) else None


def same_verb(one: str, other: str) -> bool:
    """True when two words look like forms of one verb: they begin alike and differ in their last letters alone."""
    one, other = unaccented(one), unaccented(other)
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _LEAST_STEM and shared >= min(len(one), len(other)) - _MOST_ENDING


@functools.cache
def rows() -> tuple[dict[str, Any], ...]:
    """Every group of the data file."""
    return tuple(table(__file__, "modality.toml")["force"])


@functools.cache
def _phrases() -> Phrases:
    return Phrases([row["phrases"] for row in rows()])
