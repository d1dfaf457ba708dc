"""Headings of divisions: kind, number, title, and which kind stands inside which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.patterns import late
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Division

# Outermost first. An untitled heading ("intitulé") stands below whatever is open.
DIVISION_KINDS = (
    "partie",
    "livre",
    "titre",
    "sous-titre",
    "chapitre",
    "section",
    "sous-section",
    "paragraphe",
    "sous-paragraphe",
    "annexe",
    "intitule",
)
_KINDS = r"sous[ -]titre|sous[ -]section|sous[ -]paragraphe|partie|livre|titre|chapitre|section|paragraphe|annexes?"
_BEGINNINGS = frozenset("sou par liv tit cha sec ann pre deu tro qua cin six sep hui neu".split())  # of kinds and ordinals
_ORDINALS = (
    "premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|cinqui[eè]me|sixi[eè]me|septi[eè]me|huiti[eè]me|neuvi[eè]me"
)
_NUMBER = (
    r"(?:(?-i:[IVXLC]{1,8})(?:er)?|\d{1,3}(?:er)?(?:[.-]\d{1,3}){0,4}|(?-i:[A-Z]{1,2})|unique|pr[ée]liminaire|liminaire|premi[eè]re?)"
    r"(?:[ \u00a0-](?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|(?-i:[A-Z]{1,2})|\d{1,2})){0,2}"
)
_HEADING = late(
    rf"""
    \s*\(?\s*
    (?: (?P<kind>{_KINDS}) (?:[ \u00a0]{{1,3}}(?P<number>{_NUMBER})(?![\w'’]))?
      | (?P<ordinal>{_ORDINALS}) [ \u00a0] (?P<of>partie|livre|titre)
      | (?P<part>partie)[ \u00a0]+(?=l[ée]gislative|r[ée]glementaire|arr[êe]t[ée]s|annexes?)
    )
    (?P<mark>\s*(?:[:.–—-]\s*)*)
    (?P<title>.{{0,600}}?)\s*\)?\s*$
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_PARTS = late(r"(?i)\s*\(?\s*partie\s+(?:l[ée]gislative|r[ée]glementaire|arr[êe]t[ée]s)")


class Heading(NamedTuple):
    """What a heading says: ``number`` as printed, ``title`` its words without kind and number (empty when it has none)."""

    kind: str
    number: str | None
    title: str


def division_heading(text: str) -> Heading | None:
    """Read a heading by its words: ``Section 2.2 : Accords`` → section, 2.2, Accords; None when it names no division.

    ``Partie de ces obligations…`` is a sentence: a kind without a number counts only alone, or as "Partie législative".
    """
    found = _HEADING.match(text[:800]) if may_be_heading(text) else None
    if not found:
        return None
    if found["ordinal"]:
        return Heading(found["of"].lower(), found["ordinal"].lower(), found["title"])
    if _PARTS.match(text) or found["part"]:
        return Heading("partie", None, text.strip().strip("()").strip())
    kind = unaccented(found["kind"]).replace(" ", "-").rstrip("s") if found["kind"] else "partie"
    if found["number"]:
        sets_apart = found["mark"].strip() or not found["title"] or found["title"].startswith("(")
        return Heading(kind, found["number"], found["title"]) if sets_apart or found["title"][:1].isupper() else None
    if kind == "annexe" and (not found["title"] or re.match(r"(?i)[àa] l['’]|aux? |:", found["title"]) or ":" in found["mark"]):
        return Heading(kind, None, found["title"])
    return Heading(kind, None, found["title"]) if found["title"] and ":" in found["mark"] else None


def may_be_heading(text: str) -> bool:
    """A quick look at the first letters: readers ask of every line."""
    words = text.lstrip()
    if words.startswith("("):
        words = words[1:].lstrip()
    return words[:3].lower() in _BEGINNINGS


def headings(path: Sequence[Division]) -> tuple[str, ...]:
    """A path by its headings as printed: the same for a division whose heading is printed again."""
    return tuple([division.heading for division in path])
