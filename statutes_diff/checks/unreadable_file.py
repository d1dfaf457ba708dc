"""Files of a folder that cannot be read.

What it finds: a file whose name says that it may hold law (.md, .txt, .html, .xml, .docx, .pdf …) and that holds no text, is
binary or broken.

Why it matters: an article is missing from the corpus, and every renvoi to it leads nowhere.

Example: an empty "Article L. 12.md".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "error"


def find(corpus: Corpus) -> Iterator[Found]:
    """What could not be read when the corpus was gathered."""
    return iter(corpus.unread)
