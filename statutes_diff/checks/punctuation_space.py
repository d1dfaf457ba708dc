"""Spaces beside punctuation that differ from the rest of the text.

What it finds: a semicolon, colon, exclamation or question mark before which a space lacks, or is of another kind, in a text that
nearly always prints it otherwise; and a space before a comma or a full stop. ``--fix`` mends it.

Why it matters: two versions differ where no word changed, and a sign may begin a line.

Example: "les mots:" in a code that prints "les mots :" everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._typography import punctuation, slipping
from statutes_diff.messages import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.checks._typography import Habits, Slip
    from statutes_diff.model import Alinea, Message

LEVEL = "info"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each alinéa with such spaces, once; tables are laid out with spaces and are left alone."""
    return slipping(corpus, _slips, _said, before=12, after=2)


def _slips(alinea: Alinea, usual: Habits) -> Iterable[Slip]:
    return () if alinea.table else punctuation(alinea.text, usual)


def _said(n: int, words: str) -> Message:
    return plural(
        "a space beside punctuation is not the text's usual one: “{words}”",
        "{n} spaces beside punctuation are not the text's usual ones, first: “{words}”",
        n,
        words=words,
    )
