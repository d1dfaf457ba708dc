"""Renvois to an alinéa that its article does not reach.

What it finds: words that name an alinéa by its number, in an article of the corpus that has fewer, every new line counted
(circulaire of 20 October 2000). Older renvois may count full stops; ``--alineas phrase`` counts so.

Why it matters: the rule that the reader is sent to is not there; most often an alinéa was repealed and the renvoi forgotten.

Example: "au cinquième alinéa de l'article L. 5" where article L. 5 has four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._renvois import lacking
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Cited, Corpus, Found
    from statutes_diff.model import Message

LEVEL = "error"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each renvoi to an alinéa that is not there."""
    return (cited.told(_missing(cited)) for cited in lacking(corpus, "no-alinea"))


def _missing(cited: Cited) -> Message:
    number = cited.target.article or ""
    there = cited.into.outline.places[number].article.alineas
    return plural(
        "article {number} has {n} alinéa, no alinéa {alinea}{item}",
        "article {number} has {n} alinéas, no alinéa {alinea}{item}",
        len(there),
        number=article_printed(number),
        alinea=cited.target.alinea or 0,
        item=f" ({', '.join(cited.target.item)})" if cited.target.item else "",
    )
