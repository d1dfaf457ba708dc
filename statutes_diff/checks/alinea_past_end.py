"""Renvois to an alinéa that its article does not reach.

What it finds: words that name an alinéa by its number, in an article of the corpus that has fewer, every new line counted
(circulaire of 20 October 2000): older ways of counting find even fewer.

Why it matters: the rule that the reader is sent to is not there; most often an alinéa was repealed and the renvoi forgotten.

Example: "au cinquième alinéa de l'article L. 5" where article L. 5 has four.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.checks._renvois import lacking
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import plural
from statutes_diff.references.standing import span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Cited, Corpus, Found
    from statutes_diff.model import Message

LEVEL = "error"
# The alinéa is counted in its item; in "2° du deuxième alinéa" the item stands in the alinéa.
_OF_ITEM = re.compile(r"alinéas?(?: \d+(?:,| et| à| \d+)*)? (?:du|des) (?:[IVXLC]+|[A-Z]|[a-z]|\d+°?)(?![\w'’])")


def find(corpus: Corpus) -> Iterator[Found]:
    """Each renvoi to an alinéa that is not there, however alinéas and the items in them are counted."""
    return (cited.told(_missing(cited)) for cited in lacking(corpus, "no-alinea") if _past_end(cited))


def _past_end(cited: Cited) -> bool:
    """True when the article has too few alinéas; of "deuxième alinéa du IV", all those from the start of the IV on."""
    article = cited.into.outline.places[cited.target.article or ""].article
    inside = span(cited.into.outline, article, cited.target.item) if _OF_ITEM.search(cited.words) else None
    first = inside[0] if inside else 1
    return abs(cited.target.alinea or 0) > len(article.alineas) - first + 1


def _missing(cited: Cited) -> Message:
    number, counted = cited.target.article or "", cited.target.alinea or 0
    there = len(cited.into.outline.places[number].article.alineas)
    item = f" ({', '.join(cited.target.item)})" if cited.target.item else ""
    if counted < 0:
        return plural(
            "article {number} has {n} alinéa; the words count {alinea} from its end",
            "article {number} has {n} alinéas; the words count {alinea} from its end",
            there,
            number=article_printed(number),
            alinea=-counted,
        )
    return plural(
        "article {number} has {n} alinéa, no alinéa {alinea}{item}",
        "article {number} has {n} alinéas, no alinéa {alinea}{item}",
        there,
        number=article_printed(number),
        alinea=counted,
        item=item,
    )
