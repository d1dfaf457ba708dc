"""PDF files with text (the extra ``pdf``): printed lines become paragraphs again, headers and page numbers are left out."""

from __future__ import annotations

from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import Options
from statutes_diff.readers._text.flow import Passage, flowed
from statutes_diff.readers._text.paragraphs import Block, joined
from statutes_diff.readers.pdf.furniture import without_furniture
from statutes_diff.readers.pdf.pages import lines_of_pages
from statutes_diff.readers.pdf.paragraphs import paragraphs


def read(document: Document, options: Options) -> Statute:
    """Read the text; lines are counted through all pages, headers included."""
    notes: list[Note] = []
    lines = lines_of_pages(document.source.name, document.data, notes)
    found, pages = paragraphs(without_furniture(lines, notes), notes)

    def repaired(blocks: list[Block], notes: list[Note]) -> list[Block]:
        return joined(blocks, notes, pages)

    return flowed(document, "pdf", [Passage(block) for block in found], notes, repaired)
