"""What the readers of text share: lines, front matter, title, and the walk from headings to articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statutes_diff.language.divisions import Heading
from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._remarks import second, without_text
from statutes_diff.readers._text.build import Nesting, article, with_heading
from statutes_diff.readers._text.outline import Mark, headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.sources import InputError

UNNUMBERED = "sans numéro"
Content = Callable[[int, int, list[Note]], list[Block]]
Number = Callable[[int], int]

_BREAK = late("\r\n|\r|\n|\u2028|\u2029")
_TO_US = late(r"<!--[ \t]*statutes-diff[ \u00a0\u202f]?:[^\n\r]{0,1000}?-->")
_FRONT_TITLE = late(r"\s*(?:title|titre)\s*:\s*(['\"]?)(.{1,400}?)\1\s*$")
_NAMES = late(r"(?i)\(?(?:code|loi|livre des|constitution|d[ée]cret|ordonnance|arr[êe]t[ée]|r[èe]glement|convention)\b")


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their ends, counted as editors do: a form feed starts a page, not a line.

    Comments to this program (``<!-- statutes-diff: ignore … -->``) are no law text and are left out.
    """
    return _BREAK.split(_TO_US.sub("", text) if "<!--" in text else text)


def front_matter(lines: list[str]) -> tuple[int, str]:
    """Where the text starts after a YAML front matter (0 when there is none), and the title that it gives."""
    if not lines or lines[0].strip() != "---":
        return 0, ""
    for index, line in enumerate(lines[1:200], 1):
        if line.strip() in ("---", "..."):
            titles = (found[2] for found in map(_FRONT_TITLE.match, lines[1:index]) if found)
            return index + 1, next(titles, "")
    return 0, ""


def from_one(index: int) -> int:
    """The line number of an index into the lines of a text."""
    return index + 1


def statute(
    document: Document, format: str, lines: list[str], content: Content, notes: Sequence[Note] = (), number: Number = from_one
) -> Statute:
    """Read a text by its headings; ``content(start, end, notes)`` gives the blocks of a range of lines, ``notes`` are those
    that the reader has made before, ``number`` tells where a line stands in the source."""
    return _Walk(document, format, lines, content, notes, number).statute()


class _Walk:
    """One pass over the headings of a text, collecting tree, title and notes."""

    def __init__(
        self, document: Document, format: str, lines: list[str], content: Content, notes: Sequence[Note], number: Number
    ) -> None:
        self._document = document
        self._format = format
        self._lines = lines
        self._content = content
        self._number = number
        self._notes: list[Note] = [*document.decoded.notes, *notes]
        self._nesting = Nesting()
        self._seen: dict[str, int] = {}
        self._start, self._title = front_matter(lines)

    def statute(self) -> Statute:
        marks = headings(self._lines, self._start)
        if any(mark.article is not None for mark in marks):
            self._walk(marks)
        else:
            self._unnumbered()
        document = self._document
        children = self._nesting.finish()
        notes = tuple(sorted(self._notes + self._nesting.empty, key=lambda note: note.line))
        return Statute(self._title, document.source.name, self._format, document.decoded.encoding, children, notes)

    def _walk(self, marks: list[Mark]) -> None:
        self._outside(self._start, marks[0].line)
        ends = [mark.line for mark in marks[1:]] + [len(self._lines)]
        for at, (mark, end) in enumerate(zip(marks, ends, strict=True)):
            if mark.article is not None:
                found = self._content(mark.after, end, self._notes)
                self._article(mark.article, self._number(mark.line), found, mark.beside)
            else:
                self._heading(mark, first=at == 0)
                self._outside(mark.after, end)

    def _heading(self, mark: Mark, first: bool) -> None:
        if mark.division:
            self._nesting.division(mark.division, mark.words, self._number(mark.line))
        elif first and (not self._title or mark.words == self._title or not self._seen):
            self._title = mark.words
        else:
            self._nesting.division(Heading("intitule", None, mark.words), mark.words, self._number(mark.line))

    def _article(self, label: str, line: int, found: list[Block], beside: str = "") -> None:
        made = with_heading(article(label, line, found, self._notes), beside)
        if not made.alineas and not made.version.state:
            self._notes.append(without_text(label, line))
        before = self._seen.setdefault(made.number, line)
        if before != line:
            self._notes.append(second(label, line, before))
        self._nesting.article(made)

    def _unnumbered(self) -> None:
        """A text without any article heading is one article without a number."""
        found = self._content(self._start, len(self._lines), self._notes)
        if not found:
            raise InputError(self._document.source.name, msg("holds no text"))
        message = msg("no article heading: read as one article without a number")
        self._notes.append(Note(found[0].line, "no-article-heading", message))
        self._article(UNNUMBERED, found[0].line, found)

    def _outside(self, start: int, end: int) -> None:
        """Text before the first article or between a division and its first article: the title, or a note that keeps it."""
        for block in self._content(start, end, self._notes):
            if not self._title and not self._seen and len(block.text) < 200 and _NAMES.match(block.text):
                self._title = block.text
            else:
                message = msg("text outside any article, kept here: “{words}”", words=block.text)
                self._notes.append(Note(block.line, "outside-article", message))
