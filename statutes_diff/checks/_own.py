"""Renvois of which the words themselves leave no doubt that the text at hand, or the one that is named, is meant.

What a program reads as "of this text" may be of another one whose name it does not know ("du nouveau code forestier"), or a
number that is misprinted ("R. 322-15-6°"). A rule that says that something is missing asks here first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Cited

# The rest of a list of numbers; possessive, so that no text makes it try the same words twice.
_LIST = (
    r"(?>\(\d{1,2} ?[a-z]{2,9}\)|[\s,;()*]|\b(?:et|ou|à|ainsi que|articles?|par)\b"
    r"|\b(?:par|les?|aux?|de l['’]|des|du)(?=\s?(?:[IVX]{1,5}\b|\d{1,3}°|[a-z]\)|articles?\b))"
    r"|(?:LO|[LRDA])\s?\.?\s?\*?\s?\d[\d-]*+|\d[\d-]*+(?:er\b|°)?|[IVX]{1,5}\b|[a-z]\))"
)
_ELSEWHERE = re.compile(
    rf"(?i){_LIST}{{0,40}}+\b(?:du|dudit|de la|de ladite|de l['’]|de cette|de ce)\s?(?!pr[ée]sente?\b)(?:[a-zà-ÿ]+ )?"
    r"(?:code|loi|ordonnance|d[ée]cret|arr[êe]t[ée]|convention|trait[ée]|r[èe]glement|directive|accord|charte|protocole)\b"
)
_DIGIT = re.compile(r"\d")
_SEEN = re.compile(r"(?i)[\s,]{1,2}(?:sus-?vis[ée]|pr[ée]cit[ée]|sus-?mentionn[ée])")
_AMENDS = re.compile(
    r"(?i)\b(?:est|sont) (?:ainsi (?:modifi|r[ée]dig|compl[ée]t)[ée]|abrog[ée]|ins[ée]r[ée])"
    r"|\bil est (?:ins[ée]r[ée]|ajout[ée]|cr[ée][ée])"
)


def certain(cited: Cited) -> bool:
    """True where the words name an article by its number, and no text but the one they are taken to mean."""
    reference = cited.found.reference
    text = cited.place.article.alineas[cited.found.locus.alinea - 1].text
    if not _DIGIT.search(reference.text) or text[reference.end : reference.end + 1] in ("°", "º", "-"):
        return False
    behind = text[reference.end : reference.end + 200]
    return not cited.own or not (_ELSEWHERE.match(behind) or _SEEN.match(behind) or _amends_another(cited))


def _amends_another(cited: Cited) -> bool:
    """True in an article of a law that amends: its numbers are mostly those of the amended text, named once at its head. A code
    amends nothing but itself."""
    coded = (cited.target.article or "")[:1].isalpha() or unaccented(cited.into.statute.title).startswith(("code", "livre des"))
    return not coded and _AMENDS.search(cited.place.article.text) is not None
