"""One LEGI file: bytes to an XML tree and its HTML contents, whatever state the file is in.

The ugly case that this module exists for: a file cut in the middle, with ``&nbsp;`` and an open ``<br>`` inside ``CONTENU``. XML
that closes such tags by force puts the words of the file's links into the law's text. So the contents are cut out and read as
the HTML that they are, and what is left is small enough to mend.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from statutes_diff.messages import msg
from statutes_diff.model import Note
from statutes_diff.readers._document import Document
from statutes_diff.readers._html.false_tags import FALSE
from statutes_diff.readers._html.markup import Reading, html_root, xml_root
from statutes_diff.readers._html.tags import TAG
from statutes_diff.readers._options import Options
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers.legi_xml.sniffing import ROOTS, WIDE
from statutes_diff.sources import InputError, NoLawError

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROLOGUE = re.compile(r"\A\s*(?:<\?xml[^>]{0,200}>)?\s*(?:<!DOCTYPE[^>\[]{0,300}>)?")
_CONTENT = re.compile(r"<CONTENU(?:\s[^<>]{0,200})?(?<!/)>")
_CONTENT_END = re.compile(r"</CONTENU\s{0,9}>|</BLOC_TEXTUEL|</NOTA>|<BLOC_TEXTUEL|<LIENS>")
_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
_BARE_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_UNUSUAL = (b"xmlns", b"<P>", b"<P ", b"<BR", b"<DIV", b"<TABLE", b"<SPAN")


@dataclass(slots=True)
class Parsed:
    """A file as a tree: its contents are inside it, or beside it where they had to be cut out."""

    name: str
    root: _Element
    encoding: str
    notes: list[Note] = field(default_factory=list)
    _data: bytes = b""
    _cut: list[tuple[int, str]] | None = None

    def blocks(self, content: _Element) -> list[Block]:
        """The alinéas of a ``CONTENU`` element, with the lines of the file."""
        line, text = line_of(content), content.text or ""
        cut = content.get("cut")
        if self._cut is not None and cut is not None:
            line, text = self._cut[int(cut)]
            return self._html(text, line)
        if not len(content) and "<" in text and TAG.search(text):
            self.notes.append(Note(line, "escaped-markup", msg("markup written as text: read as markup")))
            return self._html(text, line)
        if any(mark in self._data for mark in _UNUSUAL):
            _plain_tags(content)
        content.tag = "div"
        return self._read(content, 1)

    def _html(self, text: str, line: int) -> list[Block]:
        return self._read(html_root(text, self.name, line), line) if text.strip() else []

    def _read(self, element: _Element, line: int) -> list[Block]:
        reading = Reading(line, self.name)
        found = reading.blocks(element)
        self.notes += reading.notes
        return found


def line_of(element: _Element) -> int:
    """The line of the file that an element starts on."""
    return cast("int | None", element.sourceline) or 1  # the stubs leave its type open


def words_of(element: _Element | None) -> str:
    """All words in an element, on one line; no-break spaces stay."""
    return _SPACE.sub(" ", "".join(cast("list[str]", [*element.itertext()]))).strip(" ") if element is not None else ""


def _plain_tags(content: _Element) -> None:
    """Tags in capitals or in a namespace are the same tags."""
    for element in content.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2].lower()


def parsed(document: Document, options: Options) -> Parsed:
    """Parse a file; one that is not well-formed is mended, with notes.

    Raises:
        InputError: no LEGI file, entities that are declared, or nothing that can be mended.
    """
    data, name = document.data, document.source.name
    if not options.encoding and data[:2] not in WIDE and b"<!DOCTYPE" not in data:
        try:
            root = xml_root(data, name)
        except InputError as error:
            return _mended(document, error)
        return _checked(Parsed(name, root, _encoding(root), [], data))
    return _mended(document, None)


def _encoding(root: _Element) -> str:
    return (root.getroottree().docinfo.encoding or "utf-8").lower()


def _checked(found: Parsed) -> Parsed:
    if found.root.tag not in ROOTS:
        raise NoLawError(found.name, msg("is no file of the LEGI base: its root is <{tag}>", tag=str(found.root.tag)))
    if found.root.tag == "ARTICLE" and found.root.find("META") is None:
        raise NoLawError(found.name, msg("is no file of the LEGI base: <{tag}> has no META", tag="ARTICLE"))
    return found


def _mended(document: Document, error: InputError | None) -> Parsed:
    name, notes = document.source.name, list(document.decoded.notes)
    whole = document.text
    skeleton, cut = _without_contents(_PROLOGUE.sub(_newlines, whole, count=1))
    mended = _BARE_LESS.sub("&lt;", _AMPERSAND.sub(_character, _NOT_XML.sub(" ", skeleton))).encode("utf-8")
    try:
        root = xml_root(mended, name)
    except InputError as reason:
        root = xml_root(mended, name, recover=True)
        notes += _lost(mended.decode("utf-8"), root, reason)
    else:
        if error and not notes:
            notes.append(Note(error.line or 0, "malformed-xml", msg("XML mended: {reason}", reason=_why(error))))
    return _checked(Parsed(name, root, document.decoded.encoding, notes, b"", cut))


def _newlines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _without_contents(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with every ``CONTENU`` numbered and empty, lines kept; and the contents, each with its line."""
    parts: list[str] = []
    cut: list[tuple[int, str]] = []
    at, line = 0, 1
    while found := _CONTENT.search(text, at):
        end = _CONTENT_END.search(text, found.end())
        stop = end.start() if end else len(text)
        inner = text[found.end() : stop]
        line += text.count("\n", at, found.end())
        parts += (text[at : found.start()], f'<CONTENU cut="{len(cut)}">', "\n" * inner.count("\n"))
        if not end or not end[0].startswith("</CONTENU"):
            parts.append("</CONTENU>")
        cut.append((line, FALSE.sub(_without_aside, inner)))
        line += inner.count("\n")
        at = stop
    return "".join((*parts, text[at:])), cut


def _without_aside(found: re.Match[str]) -> str:
    return "&lt;" if found[0] == "<" else "\n" * found[0].count("\n")


def _character(found: re.Match[str]) -> str:
    """The character that a named entity of HTML stands for; an ampersand that is none is one."""
    known = html.unescape(found[0]) if found[1] else "&"
    return html.escape(found[0] if known == found[0] else known, quote=False)


def _why(error: InputError) -> str:
    return str(error.message.values[0][1]) if error.message.values else "?"


def _lost(text: str, root: _Element, reason: InputError) -> list[Note]:
    """Notes on a repair by force; the words, where some did not get through it."""
    notes = [Note(reason.line or 0, "malformed-xml", msg("XML mended: {reason}", reason=_why(reason)))]
    words = " ".join(html.unescape(_MARKUP.sub(" ", text)).split())
    kept = "".join(words_of(root).split())
    if words.replace(" ", "") != kept:
        notes.append(Note(reason.line or 0, "malformed-xml", msg("words outside any element, kept here: “{words}”", words=words)))
    return notes
