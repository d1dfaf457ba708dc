"""Word files (.docx): paragraphs are alinéas, styles and words make the headings, tracked changes are read as accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.readers.docx.sniffing import is_word, looks_like_office

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options


def likeness(document: Document) -> float:
    """A Word file is sure; another zip or an old Office file is claimed too, to say what it is."""
    if not looks_like_office(document.data):
        return 0.0
    return 0.9 if is_word(document.data) else 0.5


def read(document: Document, options: Options) -> Statute:
    """See ``reading``: imported when a file of this format is read."""
    from statutes_diff.readers.docx.reading import read

    return read(document, options)
