"""Two articles that bear one number.

What it finds: an article whose number another one of the same text bears already, in the same file or in another one. A repealed
double without text, and articles of annexes that count anew, are left alone.

Why it matters: a renvoi to that number has two answers.

Example: "Article L. 12" twice in one chapter, the second a copy that should have become L. 12-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text
    from statutes_diff.model import Article, Message, Place

LEVEL = "error"


def find(corpus: Corpus) -> Iterator[Found]:
    """Every bearer of a number behind the first one."""
    for text in corpus.texts:
        first: dict[tuple[str, int], Article] = {}
        for place in text.places:
            if place.article.alineas and place.article.label != "sans numéro":
                known = first.setdefault((place.article.number, _annex(place)), place.article)
                if known is not place.article:
                    yield text.at(place.article, _said(text, known))


def _said(text: Text, known: Article) -> Message:
    return msg(
        "article {number} stands a second time; first in {file}, line {line}",
        number=article_printed(known.number), file=text.file(known), line=known.line,
    )  # fmt: skip


def _annex(place: Place) -> int:
    """The annex that an article stands in, by the identity of the node; 0 for the text itself."""
    return next((id(division) for division in place.path if division.kind == "annexe"), 0)
