"""Renvois to a number that holds another text now.

What it finds: with ``--against``, words that still name an article whose number this change gave to another one: the text that
they meant has gone to another number, or is removed.

Why it matters: the renvoi looks sound, the article exists, and yet it sends the reader to another rule.

Example: article L. 12 became L. 14 and a new L. 12 took its place; "au sens de l'article L. 12" was forgotten elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._renvois import became

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "error"
VERSIONS = 2


def find(corpus: Corpus) -> Iterator[Found]:
    """The rows of the ledger that say so."""
    return became(corpus, "stale")
