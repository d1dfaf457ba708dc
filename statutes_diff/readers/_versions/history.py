"""What the links of the LEGI base, and the site that prints them, say of an article's history.

What an act does to an article is said in two ways: a participle where the article is the "cible" (MODIFIE), a noun where it is
the "source" (MODIFICATION). The other two say what the article does to another text.
"""

from __future__ import annotations

import functools
import re

from statutes_diff.language.amendment_notes import amendment_note
from statutes_diff.language.typography import unaccented
from statutes_diff.model import AmendmentNote

_PARTICIPLES = {
    "CREE": "inserted",
    "MODIFIE": "modified",
    "RECTIFICATION": "modified",
    "ABROGE": "repealed",
    "TRANSFERE": "transferred",
    "DEPLACE": "transferred",
    "CODIFIE": "codified",
    "RETABLI": "reinstated",
}
_NOUNS = {
    "CREATION": "inserted",
    "MODIFICATION": "modified",
    "RECTIFICATION": "modified",
    "ABROGATION": "repealed",
    "TRANSFERT": "transferred",
    "DEPLACEMENT": "transferred",
    "CODIFICATION": "codified",
    "RETABLISSEMENT": "reinstated",
}
_PRINTED = re.compile(
    rf"(?i)\s*({'|'.join([*_PARTICIPLES, *_NOUNS])})e?s?\b(?:\s(?:en\sdernier\slieu\s)?par\b)?\s*(?:l['’]|la\s|le\s)?"
    r"(?=(?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]|d[ée]cision|r[èe]glement|d[ée]lib[ée]ration|constitution|convention|rectificatif)\b)"
)


def verb_of(link_type: str, orientation: str) -> str:
    """What a link says that was done to the article, as a verb of the history; empty when it says something else."""
    if orientation == "source":
        return _NOUNS.get(link_type, "")
    if orientation == "cible":
        return _PARTICIPLES.get(link_type, "")
    return _PARTICIPLES.get(link_type) or _NOUNS.get(link_type, "")


def amendment(verb: str, act: str, line: int) -> AmendmentNote:
    """An act as the base names it (``LOI n°2019-774 du 24 juillet 2019 - art. 15 (V)``) as an entry of the history."""
    return AmendmentNote(verb, *_parts(act), act, line)


@functools.lru_cache(maxsize=4096)  # an act amends many articles
def _parts(act: str) -> tuple[str, str, str, str]:
    """Act, provision and publication; all of it is the act when the words are not understood."""
    found = amendment_note(f"Modifié par {act}", 1)
    return (found.act, found.provision, found.published, found.published_on) if found else (act, "", "", "")


def printed_amendment(words: str, line: int) -> AmendmentNote | None:
    """An entry as the site prints it (``Création Loi n°…``, ``Modifié par LOI n°… - art. 1``); None for other words."""
    found = _PRINTED.match(unaccented(words[:600])) if len(words) < 600 else None
    if not found or len(unaccented(words)) != len(words):
        return amendment_note(words, line)
    verb = (_PARTICIPLES | _NOUNS)[found[1].upper()]
    return (amendment(verb, words[found.end() :].strip(), line))._replace(text=words)
