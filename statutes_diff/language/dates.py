"""Dates in words: ``6 mars 2002`` ⇄ 2002-03-06."""

from __future__ import annotations

import datetime
import re

from statutes_diff.language.patterns import late
from statutes_diff.language.typography import unaccented

MONTHS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre")
DATE = late(
    r"\b(\d{1,2})(?:er)?[ \u00a0]"
    r"(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
    r"[ \u00a0](\d{4})\b",
    re.IGNORECASE,
)


def iso_date(words: str) -> str:
    """The first date in the words as ISO 8601, empty when there is none or no such day exists."""
    found = DATE.search(words[:400])
    if not found:
        return ""
    try:
        return datetime.date(int(found[3]), MONTHS.index(unaccented(found[2])) + 1, int(found[1])).isoformat()
    except ValueError:
        return ""
