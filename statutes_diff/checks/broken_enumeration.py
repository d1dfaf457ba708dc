"""Enumerations that do not count on.

What it finds: an item that skips a number, comes a second time or goes back in its list: 1°, 2°, 4°; a), b), b). "2° bis"
after 2°, "3° à 5° (abrogés)" and a list that starts anew are in order; annexes count in too many ways.

Why it matters: an item was lost or copied, or was repealed without a trace, and renvois to the items behind it may count
wrong.

Example: 1°, 2°, 4° in one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._enumerations import breaks
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "warning"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each break, at the item behind it."""
    for text, place in corpus.places():
        found_here = () if "annexe" in place.article.label.lower() else breaks(place.article)
        for found in found_here:
            before, after = found.before.words, found.after.words
            message = msg("{after} comes after {before} in its list", before=before, after=after)
            yield text.at(place.article, message, f"{before} {after}", found.alinea)
