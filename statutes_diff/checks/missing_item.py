"""Renvois to an item that its article does not have.

What it finds: words that name an item ("au 4° de l'article L. 5", "au II de l'article 7") of an article of the corpus in which no
alinéa begins with that marker.

Why it matters: the rule that the reader is sent to is not there; most often the article was rewritten and the renvoi forgotten.

Example: "au 4° de l'article L. 5" where article L. 5 has a 1°, a 2° and a 3°.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._renvois import lacking
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "warning"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each renvoi to an item that is not there."""
    for cited in lacking(corpus, "no-item"):
        number, item = article_printed(cited.target.article or ""), ", ".join(cited.target.item)
        yield cited.told(msg("article {number} has no item {item}", number=number, item=item))
