"""Words that point to a text as it once was: what they name need not stand in the text of today."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Cited

_AFTER = re.compile(
    r"(?i)(?:[^.;]|(?<=\b[LRDA])\.){0,160}?"
    r"(?:\bdans (?:sa|leurs?|ses|la|les|une|sa propre) (?:version|r[ée]daction)s?\b|\babrog[ée]e?s?\b"
    r"|\ben vigueur (?:avant|jusqu|au |le |[àa] la date)|\bant[ée]rieure?s? (?:à|au)\b"
    r"|\bcodifi[ée]|\banciens?\b|\bnumérotation\b)"
)
_BEFORE = re.compile(
    r"(?i)(?:\banciens? [^.;]{0,60}|\babrog[ée]e?s?[^.;]{0,80}|\bavant [^.;]{0,120}|\bpremi[eè]re rédaction [^.;]{0,40}"
    r"|\bdevenue?s? [^.;]{0,30})$"
)


def historic(cited: Cited) -> bool:
    """True where the words around a renvoi say that an earlier state of the law is meant."""
    reference = cited.found.reference
    text = cited.place.article.alineas[cited.found.locus.alinea - 1].text
    return speaks_of_the_past(text, reference.start, reference.end)


def speaks_of_the_past(text: str, start: int, end: int) -> bool:
    """The same of words of an alinéa."""
    after, before = text[end : end + 200], text[max(start - 160, 0) : start]
    return _AFTER.match(after) is not None or _BEFORE.search(before) is not None
