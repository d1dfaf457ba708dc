"""Amendment notes: the history that consolidated texts print beside an article.

Two styles: ``(Loi n° 2002-322 du 6 mars 2002 art. 3 I Journal Officiel du 7 mars 2002)`` of the old editions, and
``Modifié par LOI n°2014-873 du 4 août 2014 - art. 1`` of the open data.
"""

from __future__ import annotations

import re

from statutes_diff.language.dates import iso_date
from statutes_diff.language.patterns import late
from statutes_diff.language.typography import unaccented
from statutes_diff.model import AmendmentNote

_VERBS = {
    "insere": "inserted",
    "cree": "inserted",
    "ajoute": "inserted",
    "modifie": "modified",
    "remplace": "modified",
    "abroge": "repealed",
    "transfere": "transferred",
    "codifie": "codified",
    "retabli": "reinstated",
}
_NOTE = late(
    r"""
    \s*\(?\s*
    (?: (?P<verb> ins[ée]r[ée] | cr[ée][ée] | ajout[ée] | modifi[ée] | remplac[ée] | abrog[ée] | transf[ée]r[ée] | codifi[ée]
          | r[ée]tabli ) e?s? \s+ (?:par|en\s+dernier\s+lieu\s+par) \s+ (?:l['’]|la\s|le\s)? )?
    (?P<act> (?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]|d[ée]cision|r[èe]glement|d[ée]lib[ée]ration)
        (?:\s(?:organique|constitutionnelle|de\sfinances|rectificative))? [^()]{0,120}? \d{4} (?!\s?-\d) )
    (?: [ \u00a0,-]{1,4} (?P<provision> (?:art|annexe|titre|article)[^()]{0,160}?(?:\([^()]{0,20}\)[^()]{0,80}?)? ) )?
    (?: [ \u00a0,-]{1,4} (?P<published> (?:Journal\sOfficiel|JORF|JO\b|J\.O\.) [^()]{0,80}? ) )?
    (?: [ \u00a0,]{1,3} (?:en\svigueur|date\sd['’]entr[ée]e|sous\sr[ée]serve|rectificatif) [^()]{0,160} )?
    \s*\)?\s*[.;]?\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENS = late(
    r"(?i)\s*\(?\s*(?:(?:ins[ée]r|cr[ée]|ajout|modifi|remplac|abrog|transf[ée]r|codifi|r[ée]tabl)\w{1,4} (?:par|en dernier)"
    r"|\((?:loi|d[ée]cret|ordonnance|arr[êe]t[ée])\b)"
)


def looks_like_note(text: str) -> bool:
    """True when a paragraph opens as an amendment note does."""
    return len(text) < 600 and _OPENS.match(text) is not None


def amendment_note(text: str, line: int) -> AmendmentNote | None:
    """Read one note; None when the words are not those of a note. A note without a verb says that the act modified."""
    found = _NOTE.match(" ".join(text[:600].split(" "))) if looks_like_note(text) else None
    if not found:
        return None
    act, provision = found["act"].strip(), (found["provision"] or "").strip(" -,")
    published = (found["published"] or "").strip()
    return AmendmentNote(_verb(found["verb"]), act, provision, published, iso_date(published), text.strip(), line)


def _verb(word: str | None) -> str:
    return _VERBS[unaccented(word)] if word else "modified"
