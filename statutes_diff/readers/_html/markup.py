"""The one way into HTML and XML: no entities, no network, no comments; and HTML to alinéas.

Source: lxml's own guidance on untrusted input (lxml FAQ, "Is lxml vulnerable to XML bombs?").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import Link, Message, Note
from statutes_diff.readers._html.tables import Table
from statutes_diff.readers._html.tags import BREAKING, INVISIBLE
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.sources import InputError

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, XMLParser, _Element

_ENTITIES = late(r"<!(?:DOCTYPE\s[^>]{0,2000}\[|ENTITY)", re.IGNORECASE)
_SPACE = late(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")  # all but the single space, which may stay


def html_root(text: str, name: str, line: int) -> _Element:
    """Parse a fragment of HTML under one root.

    Raises:
        InputError: a DOCTYPE that declares entities, or markup past the parser's limits of depth and size.
    """
    return _html(f"<html><body>{text}</body></html>", name, line)


def html_page(text: str, name: str) -> _Element:
    """Parse a whole page of HTML.

    Raises:
        InputError: as ``html_root``.
    """
    return _html(text, name, 1)


def _html(text: str, name: str, line: int) -> _Element:
    from lxml import etree

    if "<!" in text and _ENTITIES.search(text):
        raise InputError(name, msg("declares entities in a DOCTYPE: refused"), line)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, recover=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise InputError(name, msg("HTML cannot be read: {reason}", reason=str(error)), line) from None
    _whole(parser, name, line)
    return root if root is not None else etree.fromstring(b"<html/>", parser)


def _whole(parser: HTMLParser, name: str, line: int) -> None:
    """A parser that recovers gives an empty tree, and no error, when its limits are passed (depth 256, 10 MB without a tag)."""
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            reason = entry.message.partition(",")[0].strip()  # what follows is advice to programmers
            raise InputError(name, msg("HTML cannot be read: {reason}", reason=reason), line + entry.line - 1)


def xml_root(data: bytes, name: str, *, recover: bool = False) -> _Element:
    """Parse XML; ``recover`` makes the best of what is not well-formed.

    Raises:
        InputError: a DOCTYPE that declares entities, or XML that is not well-formed (nothing to recover).
    """
    from lxml import etree

    if b"<!" in data and _ENTITIES.search(data.decode("latin-1")):
        raise InputError(name, msg("declares entities in a DOCTYPE: refused"))
    try:
        root = cast("_Element | None", etree.fromstring(data, _xml_parser(recover)))
    except etree.XMLSyntaxError as error:
        raise InputError(
            name, msg("XML cannot be read: {reason}", reason=" ".join((error.msg or "?").split())), error.lineno or None
        ) from None
    if root is None:
        raise InputError(name, msg("XML cannot be read: {reason}", reason="no element"))
    return root


@functools.cache
def _xml_parser(recover: bool) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


@dataclass(slots=True)
class _Line:
    """The alinéa being collected: runs of text, and the links over them."""

    line: int
    runs: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)

    def add(self, text: str) -> None:
        words = _SPACE.sub(" ", text)
        if words[:1] == " " and (not self.runs or self.runs[-1].endswith(" ")):
            words = words[1:]
        if words:
            self.runs.append(words)
            self.length += len(words)


class Reading:
    """One pass over a parsed fragment that yields its alinéas; ``notes`` says what was left out."""

    def __init__(self, first_line: int, file: str = "") -> None:
        self.notes: list[Note] = []
        self._first = first_line
        self._now = _Line(first_line)
        self._blocks: list[Block] = []
        self._links: list[tuple[int, str, str]] = []

    def blocks(self, root: _Element) -> list[Block]:
        """The alinéas under ``root``, in order."""
        for event, element in _events(root):
            if isinstance(element, str):
                self._now.add(element)
            elif event == "open":
                self._open(element)
            else:
                self._shut(element)
        self._flush(self._first)
        return self._blocks

    def _line_of(self, element: _Element) -> int:
        line = cast("int | None", element.sourceline)  # the stubs leave its type open
        return self._first + max((line or 1) - 1, 0)

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag == "table":
            self._flush(self._line_of(element))
            self._table(element)
        elif tag in INVISIBLE:
            self.notes.append(Note(self._line_of(element), "invisible", msg("<{tag}> left out: it shows no text", tag=str(tag))))
        elif tag in BREAKING:
            self._flush(self._line_of(element))
        elif tag == "img":
            self.notes.append(Note(self._line_of(element), "picture", _picture(element.get("alt") or "")))
        elif tag == "a":
            self._links.append((self._now.length, element.get("title") or "", element.get("href") or ""))

    def _shut(self, element: _Element) -> None:
        if element.tag == "a" and self._links:
            start, title, href = self._links.pop()
            if self._now.length > start and (title or href):
                self._now.links.append(Link(start, self._now.length, title, href))
        elif element.tag in BREAKING and element.tag != "br":
            self._flush(self._line_of(element))

    def _flush(self, line: int) -> None:
        if not self._now.runs and not self._links:
            self._now.line = line
            return
        raw = "".join(self._now.runs)
        text = raw.strip(" ")
        if text.strip():
            shift = len(raw) - len(raw.lstrip(" "))
            links = _trimmed(self._now.links, text, shift) if self._now.links else ()
            self._blocks.append(Block(text, self._now.line, line, links))
        self._now = _Line(line)
        self._links = [(0, title, href) for _, title, href in self._links]

    def _table(self, table: _Element) -> None:
        text = Table().text(_events(table, entered=True))
        if text:
            self._blocks.append(Block(text, self._line_of(table), self._line_of(table), (), True))


def _picture(description: str) -> Message:
    """An image may show law (a formula, a map): its words are not read, and a note says so."""
    if not description.strip():
        return msg("picture left out: words that it shows are not read")
    return msg("picture left out: words that it shows are not read; it is described as “{words}”", words=description.strip())


def _trimmed(links: list[Link], text: str, shift: int) -> tuple[Link, ...]:
    """Links over the words they name, without the spaces at their edges (`L. 162-32-1 </a>et`)."""
    made: list[Link] = []
    for link in links:
        start, end = max(link.start - shift, 0), min(link.end - shift, len(text))
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            made.append(Link(start, end, link.title, link.href))
    return tuple(made)


def _events(root: _Element, *, entered: bool = False) -> Iterator[tuple[str, _Element | str]]:
    """Opens, texts and closes in document order; invisible elements are opened but not entered, tables only when
    ``entered``."""
    stack: list[tuple[str, _Element | str]] = [("enter", root)]
    while stack:
        event, item = stack.pop()
        if event != "enter" or isinstance(item, str):
            yield event, item
            continue
        yield "open", item
        if not len(item) and item.tag not in INVISIBLE:  # most elements: worth a short way
            if item.text:
                yield "text", item.text
            yield "close", item
            continue
        inside: list[tuple[str, _Element | str]] = []
        if (entered or item.tag != "table") and item.tag not in INVISIBLE:
            if item.text:
                inside.append(("text", item.text))
            for child in item:
                inside.append(("enter", child))
                if child.tail:
                    inside.append(("text", child.tail))
        stack.append(("close", item))
        stack.extend(reversed(inside))
