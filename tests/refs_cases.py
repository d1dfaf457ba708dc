"""A small code of our own, as Légifrance prints it: its renvois are what the reports of ``refs`` are tested on."""

from __future__ import annotations

from statutes_diff import api, readers
from statutes_diff.model import LocatedReference, Source, Statute

_LINK = '<a href="/affichCodeArticle.do?cidTexte={}" title="{}">{}</a>'


def _link(words: str, title: str, text: str = "LEGITEXT000009900001") -> str:
    return _LINK.format(text, title, words)


HALLES = (
    "<p>Les halles sont régies par l'article "
    + _link("L. 2", "Code de l'artisanat - art. L2 (V)")
    + " et par les articles L. 3 à L. 5.</p>"
    "<p>I.-Le préfet agit dans les conditions du deuxième alinéa et du septième alinéa de l'article L. 2.</p>"
    "<p>Il entend la commission prévue à l'article "
    + _link("L. 1411-2", "", "LEGITEXT000006072665")
    + " ou au 9° du présent I.</p>"
    "<p>1° Un marché, au sens de l'article " + _link("L. 4", "Code de l'artisanat - art. L14 (V)") + " ;</p>"
    "<p>2° Une foire, au sens de l'article L. 1411-2 du code de la santé publique et de la loi n° 2002-322 du 6 mars 2002.</p>"
)
FOIRES = (
    "<p>Les foires sont soumises à l'article L. 7 du code du travail, ci-après reproduit :</p>"
    "<p>« Art. L. 7.-Au sens de l'article L. 8 et du premier alinéa, voir le présent code.</p>"
    '<p>« Une "foire" est close. »</p>'
    "<p>Le présent titre et l'alinéa précédent s'appliquent aux marchés mentionnés au 1° de l'article L. 1.</p>"
)
SOMME = "<p>=SOMME ; à l'article L. 1, les mots : « à l'article L. 2 » sont remplacés par les mots : « au présent article ».</p>"
TEXT = "\n\n".join(
    [
        *("# Code de l'artisanat", "## Titre Ier : Des halles"),
        *("##### Article L. 1", HALLES),
        *("##### Article L. 2", FOIRES),
        *("##### Article L. 4", SOMME),
    ]
)


def read(text: str = TEXT, name: str = "halles.md") -> Statute:
    """A text as the program reads it."""
    return readers.read(Source(name, text.encode()), readers.Options())


STATUTE: Statute = read()
FOUND: tuple[LocatedReference, ...] = api.references(STATUTE, excerpts=True)
READ = [(STATUTE, FOUND)]
