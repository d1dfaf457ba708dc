"""Files that are not UTF-8.

What it finds: a file in an old encoding (windows-1252, ISO 8859-15, cp850), which had to be guessed, and a UTF-8 file with single
bytes of another encoding in it. With ``--encoding`` nothing is guessed and nothing said.

Why it matters: the next program guesses otherwise, and "é" becomes "Ã©" or is lost.

Example: a file saved by an old editor among files in UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "warning"


def find(corpus: Corpus) -> Iterator[Found]:
    """What the readers noted, each file once."""
    for text in corpus.texts:
        yield from (text.noted(note, note.file) for note in text.statute.notes if note.code == "encoding")
