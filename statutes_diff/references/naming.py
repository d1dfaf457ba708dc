"""The name of the text that a renvoi leads to, where its words leave it unsaid: from an official link, else from the title."""

from __future__ import annotations

from statutes_diff.language.numbers import article_key
from statutes_diff.language.patterns import late
from statutes_diff.model import Alinea, LocatedReference, Target
from statutes_diff.references.vocabulary import proper_name

# "Code de la sécurité sociale. - art. L162-5 (V)": the text, the article, its state.
_TITLE = late(r"(?P<text>[^.]{3,200})\. ?- art\. (?P<article>[^()]{1,40})")


def text_named(alinea: Alinea, found: LocatedReference, target: Target, title: str) -> str | None:
    """The text's name as printed; of the statute itself by the link over the words, else by its title; None if unknown."""
    if target.text is not None:
        return target.text
    return _linked(alinea, found, target.article) or (proper_name(title) if title else None)


def _linked(alinea: Alinea, found: LocatedReference, article: str | None) -> str | None:
    """What the link over these words says; only a link that names the same article is believed."""
    for link in alinea.links:
        if link.start < found.reference.end and found.reference.start < link.end:
            title = _TITLE.match(link.title)
            if title and article_key(title["article"]) == article:
                return title["text"]
    return None
