"""Spaces beside punctuation that differ from the rest of the text.

What it finds: a semicolon, colon, exclamation or question mark before which a space lacks, or is of another kind, in a text that
nearly always prints it otherwise; and a space before a comma or a full stop. ``--fix`` mends it.

Why it matters: two versions differ where no word changed, and a sign may begin a line.

Example: "les mots:" in a code that prints "les mots :" everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._typography import punctuation
from statutes_diff.messages import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import Message

LEVEL = "info"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each alinéa with such spaces, once; tables are laid out with spaces and are left alone."""
    for text in corpus.texts:
        for place in text.places:
            for number, alinea in enumerate(place.article.alineas, 1):
                slips = [] if alinea.table else list(punctuation(alinea.text, text.habits))
                if slips:
                    words = alinea.text[max(slips[0].start - 12, 0) : slips[0].end + 2].replace("\n", " ")
                    yield text.at(place.article, _said(len(slips), words), words, number)


def _said(n: int, words: str) -> Message:
    return plural(
        "a space beside punctuation is not the text's usual one: “{words}”",
        "{n} spaces beside punctuation are not the text's usual ones, first: “{words}”",
        n,
        words=words,
    )
