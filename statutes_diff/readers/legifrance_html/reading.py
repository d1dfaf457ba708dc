"""Headings as Markdown, and what stands between them as HTML."""

from __future__ import annotations

from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._html.false_tags import without_false_tags
from statutes_diff.readers._html.markup import Reading, html_root
from statutes_diff.readers._html.tags import TAG
from statutes_diff.readers._options import Options
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers._text.walk import lines_of, statute

_HOLDING = frozenset(("p", "div", "table", "ul", "ol", "blockquote", "center"))


def read(document: Document, options: Options) -> Statute:
    """Read headings as Markdown, and what stands between them as HTML."""
    lines = lines_of(document.text)

    def content(start: int, end: int, notes: list[Note]) -> list[Block]:
        return _blocks(lines, start, end, notes, document.source.name)

    return statute(document, "legifrance-html", lines, content)


def _blocks(lines: list[str], start: int, end: int, notes: list[Note], name: str) -> list[Block]:
    """Lines outside every element are alinéas of their own; lines inside one belong together."""
    found: list[Block] = []
    held: list[str] = []
    depth = 0
    for index in range(start, end):
        line = lines[index]
        depth = max(0, depth + _opened(line))
        if held or line.strip():
            held.append(line)
        if held and depth == 0:
            found += _parsed(held, index + 2 - len(held), notes, name)
            held = []
    return found + _parsed(held, end + 1 - len(held), notes, name)


def _parsed(held: list[str], line: int, notes: list[Note], name: str) -> list[Block]:
    text = "\n".join(held)
    if not text.strip():
        return []
    if "<" not in text and "&" not in text:
        return [Block(text.strip(), line, line)]
    reading = Reading(line)
    found = reading.blocks(html_root(without_false_tags(text, line, notes), name, line))
    notes += reading.notes
    return found


def _opened(line: str) -> int:
    """How many elements that hold text the line opens more than it closes."""
    count = 0
    if "<" in line:
        for found in TAG.finditer(line):
            tag = found.group()
            closing = tag[1] == "/"
            if tag.strip("</").lower() in _HOLDING:
                count += -1 if closing else 1
    return count
