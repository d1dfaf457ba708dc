"""What a Word file shows beside its text (footnotes, comments, text boxes, pictures, headers) and what was done to read it:
each becomes a note that keeps the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.messages import N_, msg, plural
from statutes_diff.model import Message, Note
from statutes_diff.readers._html.markup import xml_root
from statutes_diff.readers.docx.styles import W
from statutes_diff.readers.docx.words import Aside

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_CALLED = ("footnote", "endnote", "comment")
_WRITTEN = ("styles", "footnotes", "endnotes", "comments", "header", "footer")
_NUMBERED = ("footnote", "endnote")
_KEPT = {
    "footnote": N_("footnote {number}, kept here: “{words}”"),
    "endnote": N_("endnote {number}, kept here: “{words}”"),
    "comment": N_("comment, kept here: “{words}”"),
    "text-box": N_("text box, kept here: “{words}”"),
    "picture": N_("picture left out: words that it shows are not read; it is described as “{words}”"),
    "hidden": N_("hidden text left out: “{words}”"),
    "field": N_("field without a result left out: “{words}”"),
    "formula": N_("formula written on one line: “{words}”"),
    "contents": N_("table of contents left out: “{words}”"),
    "page-furniture": N_("page header or footer left out: “{words}”"),
}


class Asides:
    """The notes of one document, and the parts beside its body."""

    def __init__(self, name: str, document: WordDocument) -> None:
        self._name = name
        self._body: _Element = document.element
        self._relations = list(document.part.rels.values())
        self.targets = {relation.rId: relation.target_ref for relation in self._relations if relation.is_external}
        self._texts = {(kind, key): element for kind in _CALLED for key, element in self._called(kind)}
        self._notes: list[Note] = []
        self._counted: dict[str, tuple[int, int]] = {}
        self._contents: list[tuple[int, str]] = []
        self._numbers = dict.fromkeys(_CALLED, 0)

    def part(self, kind: str) -> _Element | None:
        """The root of the part of that kind; None when there is none."""
        return next(self._roots(kind), None)

    def holds(self, tag: str) -> bool:
        """True when the body, the styles or any part beside them holds such an element."""
        roots = (root for kind in _WRITTEN for root in self._roots(kind))
        return any(next(root.iter(tag), None) is not None for root in (self._body, *roots))

    def furniture(self) -> Iterator[_Element]:
        """The headers and footers of the pages."""
        yield from self._roots("header")
        yield from self._roots("footer")

    def _roots(self, kind: str) -> Iterator[_Element]:
        for relation in self._relations:
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                part = relation.target_part
                root = getattr(part, "element", None)
                yield xml_root(part.blob, self._name) if root is None else root

    def _called(self, kind: str) -> Iterator[tuple[str, _Element]]:
        """The notes of a kind by their identifiers, separators aside."""
        for root in self._roots(f"{kind}s"):
            for element in root.iterchildren(W + kind):
                if element.get(W + "type") in (None, "normal"):
                    yield element.get(W + "id") or "", element

    def called(self, aside: Aside) -> _Element | None:
        """The footnote, endnote or comment that is called; it is given once, however often it is called."""
        return self._texts.pop((aside.kind, aside.called), None)

    def add(self, line: int, kind: str, words: str = "") -> None:
        """Note what stands beside the text, with its words."""
        if kind in _CALLED:
            self._numbers[kind] += 1
        self._notes.append(Note(line, kind, _message(kind, words, self._numbers.get(kind, 0))))

    def once(self, kind: str, words: str) -> None:
        """Note what stands on every page, once."""
        note = Note(0, kind, _message(kind, words))
        if note not in self._notes:
            self._notes.append(note)

    def count(self, kind: str, line: int) -> None:
        """Count what is said once for the whole document, at the line where it first stands."""
        first, number = self._counted.get(kind, (line, 0))
        self._counted[kind] = (first, number + 1)

    def contents(self, line: int, words: str) -> None:
        """Keep a line of the table of contents."""
        if words.strip():
            self._contents.append((line, " ".join(words.split())))

    def notes(self) -> list[Note]:
        """All notes, in no order."""
        counted = [Note(line, *_counted(kind, number)) for kind, (line, number) in self._counted.items()]
        words = " / ".join(words for _, words in self._contents)
        contents = [Note(self._contents[0][0], "contents", _message("contents", words))] if words else []
        return self._notes + counted + contents


def _message(kind: str, words: str, number: int = 0) -> Message:
    if kind == "picture" and not words:
        return msg("picture left out: words that it shows are not read")
    if kind == "embedded":
        return msg("embedded document left out: paste its text into this one")
    return msg(_KEPT[kind], words=words, number=number) if kind in _NUMBERED else msg(_KEPT[kind], words=words)


def _counted(kind: str, n: int) -> tuple[str, Message]:
    """The code and the message of what is said once for the whole document."""
    if kind == "numbered":
        return "numbering", plural(
            "one number or bullet that Word draws is written into the text",
            "{n} numbers and bullets that Word draws are written into the text",
            n,
        )
    if kind == "inserted":
        return "tracked-insertion", plural(
            "one tracked insertion is read as accepted", "{n} tracked insertions are read as accepted", n
        )
    if kind == "moved":
        return "tracked-move", plural("one tracked move is read as accepted", "{n} tracked moves are read as accepted", n)
    return "tracked-deletion", plural(
        "one tracked deletion is read as accepted: its words are not read",
        "{n} tracked deletions are read as accepted: their words are not read",
        n,
    )
