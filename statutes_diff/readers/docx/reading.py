"""Word files (.docx): paragraphs are alinéas, styles and words make the headings, tracked changes are read as accepted."""

from __future__ import annotations

from statutes_diff.model import Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import Options
from statutes_diff.readers._text.flow import flowed
from statutes_diff.readers._text.paragraphs import joined
from statutes_diff.readers.docx.body import Body
from statutes_diff.readers.docx.package import opened


def read(document: Document, options: Options) -> Statute:
    """Read the text as Word shows it; lines are numbers of paragraphs, a table counting as one."""
    name = document.source.name
    body = Body(name, opened(name, document.data))
    return flowed(document, "docx", body.passages, body.notes, joined)
