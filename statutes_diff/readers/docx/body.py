"""The body of a Word file: its paragraphs and tables as passages, all else that it shows as notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.language.divisions import division_heading
from statutes_diff.model import Link, Note
from statutes_diff.readers._text.flow import Passage, is_heading
from statutes_diff.readers._text.outline import headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers.docx.asides import Asides
from statutes_diff.readers.docx.numbers import Numbers
from statutes_diff.readers.docx.styles import VAL, Style, Styles, W, find, is_apart, is_outline_level
from statutes_diff.readers.docx.words import PROPERTIES, Aside, Words, Writer, choice, is_mark_deleted

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_AROUND = frozenset(W + name for name in "sdt sdtContent customXml ins moveTo smartTag".split())
_INLINE = frozenset(W + name for name in "r hyperlink fldSimple".split())
_MOST_CARRIED = 100_000  # characters of paragraphs that tracked deletions join
_GONE = frozenset((W + "del", W + "moveFrom"))


class Body:
    """One pass over a document; ``passages`` and ``notes`` are what it gives."""

    def __init__(self, name: str, document: WordDocument) -> None:
        self._asides = Asides(name, document)
        self._styles = Styles(document.styles.element)
        self._numbers = Numbers(self._asides.part("numbering"))
        self._writer = Writer(self._styles, self._asides.targets, may_hide=self._asides.holds(W + "vanish"))
        self._line = 0
        self._inside = 0
        self._carried = Words("", [], [])
        self.passages: list[Passage] = []
        self._blocks(document.element.find(W + "body"))
        self._emit(self._carried, "", False)
        for words in filter(None, map(self._apart, self._asides.furniture())):
            self._asides.once("page-furniture", words)
        self.notes: list[Note] = self._asides.notes()

    def _blocks(self, parent: _Element | None) -> None:
        for child in parent if parent is not None else ():
            tag = child.tag
            if tag == W + "p" or tag in _INLINE:
                self._paragraph(child)
            elif tag == W + "tbl":
                self._table(child)
            elif tag in _GONE:
                self._asides.count("deleted", self._line)
            elif tag == W + "altChunk":
                self._asides.add(self._line, "embedded")
            elif tag not in PROPERTIES:
                self._blocks(choice(child) if tag == _CHOICE else child)

    def _paragraph(self, paragraph: _Element) -> None:
        self._line += not self._inside
        properties = paragraph.find(W + "pPr")
        style_id = _value(properties, "pStyle")
        style = self._styles.of(style_id or None)
        words = _together(self._carried, self._writer.words(paragraph, style.hidden))
        self._carried = Words("", [], [])
        self._revised(properties)
        if is_mark_deleted(properties) and len(words.text) < _MOST_CARRIED:
            self._carried = words
            return
        outline = _value(properties, "outlineLvl")
        marker = "" if style.hidden and not words.text else self._marker(properties, style, style_id)
        if style.contents or (self._writer.in_contents() and not style.heading):
            self._asides.contents(self._line, marker + words.text)
            words = Words("", [], words.asides)
            marker = ""
        heading = is_outline_level(outline) if outline else style.heading
        apart = not heading and bool(words.text) and is_apart(paragraph, style, self._styles)
        self._emit(words, marker, heading, apart)

    def _revised(self, properties: _Element | None) -> None:
        marks = self._writer.revisions
        if properties is not None:
            marks += ["inserted"] * (find(properties, "rPr/w:ins") is not None)
            marks += ["deleted"] * (find(properties, "rPr/w:del") is not None)
        for kind in marks:
            self._asides.count(kind, self._line)
        marks.clear()

    def _marker(self, properties: _Element | None, style: Style, style_id: str) -> str:
        own = _value(properties, "numPr/w:numId")
        number = own or style.number
        if not number:
            return ""
        level = _value(properties, "numPr/w:ilvl") or style.level or self._numbers.level_of_style(number, style_id)
        marker = self._numbers.marker(number, level)
        if marker:
            self._asides.count("numbered", self._line)
        return marker

    def _emit(self, words: Words, marker: str, heading: bool, apart: bool = False) -> None:
        """The paragraph as passages: one for a heading, one for each of its lines otherwise, of which those that are set
        ``apart`` and read as headings are headings."""
        if marker[:3].lower() == "art" and words.text.strip() and headings([marker.strip()]):
            self.passages.append(Passage(Block(marker.strip(), self._line, self._line), True))
            marker, heading = "", False
        text = marker + words.text
        title = " ".join(text.split("\n")).strip() if heading else ""
        if title and is_heading(title):
            self.passages.append(Passage(Block(title, self._line, self._line), True))
        else:
            for block in _lines(text, words.links, len(marker), self._line):
                self.passages.append(Passage(block, apart and _reads_as_heading(block.text)))
        for aside in words.asides:
            self._beside(aside)

    def _beside(self, aside: Aside) -> None:
        element = self._asides.called(aside) if aside.called else aside.element
        if element is not None:
            self._asides.add(self._line, aside.kind, self._apart(element))
        elif not aside.called:
            self._asides.add(self._line, aside.kind, aside.words)

    def _apart(self, element: _Element) -> str:
        """The words of what stands outside the body, on one line."""
        kept, self.passages = self.passages, []
        fields, self._writer.fields = self._writer.fields, []
        self._inside += 1
        self._blocks(element)
        self._inside -= 1
        self._writer.fields = fields
        found, self.passages = self.passages, kept
        return " ".join(passage.block.text.replace("\n", " ").replace("\t", " ") for passage in found)

    def _table(self, table: _Element) -> None:
        rows = [list(_within(row, W + "tc")) for row in self._rows(table)]
        if [len(row) for row in rows] == [1]:  # a frame around paragraphs
            self._blocks(rows[0][0])
            return
        self._line += not self._inside
        text = "\n".join("\t".join(self._apart(cell) for cell in row) for row in rows)
        if text.strip():
            self.passages.append(Passage(Block(text, self._line, self._line, (), True)))

    def _rows(self, table: _Element) -> Iterator[_Element]:
        for row in _within(table, W + "tr"):
            if find(row, "trPr/w:del") is None:
                yield row
            else:
                self._asides.count("deleted", self._line + 1)


def _within(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, through what may stand around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _within(child, tag)


def _reads_as_heading(text: str) -> bool:
    """True for the words of a chapter, of an article or the like: a heading where they are also set apart."""
    words = text.replace("\n", " ").strip()
    return len(words) < 200 and (division_heading(words) is not None or bool(headings([words])))


def _value(properties: _Element | None, path: str) -> str:
    found = None if properties is None else find(properties, path)
    return (found.get(VAL) or "") if found is not None else ""


def _together(before: Words, after: Words) -> Words:
    """One paragraph where a tracked deletion joins two."""
    if not before.text and not before.asides:
        return after
    moved = [_moved(link, len(before.text)) for link in after.links]
    return Words(before.text + after.text, before.links + moved, before.asides + after.asides)


def _moved(link: Link, by: int) -> Link:
    return Link(link.start + by, link.end + by, link.title, link.href)


def _lines(text: str, links: list[Link], marker: int, line: int) -> Iterator[Block]:
    """The lines of a paragraph, each an alinéa, with the links that stand on them."""
    start = 0
    for whole in text.split("\n"):
        words = whole.strip()
        at = start + len(whole) - len(whole.lstrip())
        if words:
            here = (_moved(link, marker - at) for link in links)
            yield Block(words, line, line, tuple(_cut(here, len(words))))
        start += len(whole) + 1


def _cut(links: Iterator[Link], length: int) -> Iterator[Link]:
    for link in links:
        start, end = max(link.start, 0), min(link.end, length)
        if start < end:
            yield Link(start, end, link.title, link.href)
