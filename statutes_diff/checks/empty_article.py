"""Articles without any text.

What it finds: the heading of an article with nothing under it, where nothing says that the article is repealed or transferred.

Why it matters: the text was lost, or the heading was left behind.

Example: "Article L. 12", and then "Article L. 13".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "error"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each article without alinéas and without a state."""
    for text, place in corpus.places():
        article = place.article
        if not article.alineas and not article.version.state:
            yield text.at(article, msg("article {number} has no text", number=article_printed(article.number)))
