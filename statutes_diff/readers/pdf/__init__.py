"""PDF files with text (the extra ``pdf``): printed lines become paragraphs again, headers and page numbers are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options

MAGIC = b"%PDF-"


def likeness(document: Document) -> float:
    """The magic bytes, which may stand a little way in."""
    return 0.95 if document.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(MAGIC) else 0.0


def read(document: Document, options: Options) -> Statute:
    """See ``reading``: imported when a file of this format is read."""
    from statutes_diff.readers.pdf.reading import read

    return read(document, options)
