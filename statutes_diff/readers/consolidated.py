"""Consolidated text, plain or in Markdown: headings in bold, with ``#``, underlined or bare; paragraphs are alinéas."""

from __future__ import annotations

from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import Options
from statutes_diff.readers._text import paragraphs as _paragraphs
from statutes_diff.readers._text.glance import only_article
from statutes_diff.readers._text.inline import with_links
from statutes_diff.readers._text.pages import without_pages
from statutes_diff.readers._text.paragraphs import Block, wrap_width
from statutes_diff.readers._text.walk import lines_of, statute


def likeness(document: Document) -> float:
    """Any text can be read as plain text; every other reader knows its own better."""
    return 0.1


def glance(data: bytes) -> tuple[str, str] | None:
    """The number (key) and label of the one article of a file of this format; None where a glance does not tell."""
    return None if b"<" in data else only_article(data)


def read(document: Document, options: Options) -> Statute:
    """Read plain or Markdown text; a line is an alinéa unless the text is hard-wrapped."""
    lines = lines_of(document.text)
    furniture: list[Note] = []
    pages = without_pages(lines, furniture)
    width = wrap_width(lines)

    def content(start: int, end: int, notes: list[Note]) -> list[Block]:
        return list(with_links(_paragraphs.joined(_paragraphs.blocks(lines, start, end, width), notes, pages)))

    return statute(document, "consolidated", lines, content, furniture)
