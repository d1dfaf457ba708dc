"""Renvois that count to another place since this change.

What it finds: with ``--against``, words that stayed ("au troisième alinéa de l'article L. 5") while alinéas or items came,
went or moved there, so that they now lead to other words than before.

Why it matters: nobody amends such a renvoi because nobody sees it; the article that it stands in may be untouched.

Example: an alinéa is inserted at the head of article L. 5; "le troisième alinéa de l'article L. 5" is now its former second
one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._renvois import became

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "warning"
VERSIONS = 2


def find(corpus: Corpus) -> Iterator[Found]:
    """The rows of the ledger that say so."""
    return became(corpus, "retargeted")
