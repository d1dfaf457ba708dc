"""Amendment notes that cannot be read.

What it finds: words that stand beside an article like its history ("(Loi n° … du …)", "Modifié par …") and cannot be parsed into
act, provision and publication.

Why it matters: the article's history is incomplete for everything that reads it by program.

Example: "Modifié par la loi de l'an dernier".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "info"


def find(corpus: Corpus) -> Iterator[Found]:
    """What the readers noted."""
    for text in corpus.texts:
        yield from (text.noted(note) for note in text.statute.notes if note.code == "amendment-note")
