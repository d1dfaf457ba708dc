"""Apostrophes of two kinds in one text.

What it finds: a straight apostrophe (') in a text that nearly always prints the curved one (’), or the reverse. ``--fix``
mends it.

Why it matters: a search for "l'article" finds one kind only; two versions differ where no word changed.

Example: "l’article" once in a code that prints "l'article" everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._typography import apostrophes, slipping
from statutes_diff.messages import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import Message

LEVEL = "info"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each alinéa with such apostrophes, once."""
    return slipping(corpus, lambda alinea, usual: apostrophes(alinea.text, usual), _said, before=8, after=8)


def _said(n: int, words: str) -> Message:
    return plural(
        "an apostrophe of another kind than the text's: “{words}”",
        "{n} apostrophes of another kind than the text's, first: “{words}”",
        n,
        words=words,
    )
