"""Légifrance-style HTML inside Markdown: ``# Article L162-12-17``, then ``<p>…</p>`` with official links, and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.model import Source
from statutes_diff.readers._document import Document
from statutes_diff.readers._html.tags import BREAKING, TAG
from statutes_diff.readers._text.glance import only_article

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._options import Options

_NAMES = BREAKING | {"table", "a", "span", "sup", "font"}
_FEW_TAGS, _SHORT = 200, 1_000_000  # tags and bytes within the limits of the parser, which may refuse what passes them


def likeness(document: Document) -> float:
    """Tags that French law is published with, at the start of the text."""
    head = document.head
    tags = sum(found.group().lstrip("</").lower() in _NAMES for found in TAG.finditer(head)) if "<" in head else 0
    return min(0.9, 0.3 + tags / 20) if tags else 0.0


def glance(data: bytes) -> tuple[str, str] | None:
    """The number (key) and label of the one article of a file of this format; None where a glance does not tell."""
    if not 0 < data.count(b"<") < _FEW_TAGS or len(data) > _SHORT or b"<!" in data or not likeness(Document(Source("", data))):
        return None
    return only_article(data)


def read(document: Document, options: Options) -> Statute:
    """See ``reading``: imported when a file of this format is read."""
    from statutes_diff.readers.legifrance_html.reading import read

    return read(document, options)
