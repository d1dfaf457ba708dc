"""Renvois to an article that is repealed.

What it finds: words that name an article that stands in the corpus as repealed, transferred or out of force, with no text, unless
they place it in the past.

Why it matters: the article has a number and no rule; the words that send the reader there were left behind by the repeal.

Example: "dans les conditions de l'article L. 7" where the corpus prints "Article L. 7 (Abrogé)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._historic import historic
from statutes_diff.checks._own import certain
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text

LEVEL = "warning"
_LIVE = frozenset(("", "en vigueur", "vigueur", "vigueur_diff", "vigueur différée", "vigueur avec terme"))


def find(corpus: Corpus) -> Iterator[Found]:
    """Each renvoi to an article without force; of a number that stands twice, both must be."""
    dead = {text: _dead(text) for text in corpus.texts}
    for cited in corpus.cited():
        state = dead[cited.into].get(cited.target.article or "")
        if state and certain(cited) and not historic(cited):
            number = article_printed(cited.target.article or "")
            yield cited.told(msg("article {number} is without force: {state}", number=number, state=state))


def _dead(text: Text) -> dict[str, str]:
    """The numbers that only articles without force and without text bear, with their state."""
    articles = [place.article for place in text.places]
    alive = {article.number for article in articles if article.alineas or article.version.state.lower() in _LIVE}
    return {article.number: article.version.state for article in articles if article.number not in alive}
