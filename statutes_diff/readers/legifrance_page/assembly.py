"""A page of legifrance.gouv.fr saved from a browser: an article, a section or a whole code; or a page of another make with
headings that read "Article …".
"""

from __future__ import annotations

import dataclasses
import re

from statutes_diff.language.amendment_notes import looks_like_note
from statutes_diff.language.divisions import Heading
from statutes_diff.messages import msg, plural
from statutes_diff.model import AmendmentNote, Annotation, Article, Link, Note, Statute, Version
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import Options
from statutes_diff.readers._remarks import second, without_text
from statutes_diff.readers._text.build import Nesting, article
from statutes_diff.readers._text.outline import Mark, headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers._versions.history import printed_amendment
from statutes_diff.readers.legifrance_page.furniture import is_label
from statutes_diff.readers.legifrance_page.page import Page, Piece, page
from statutes_diff.readers.legifrance_page.version import printed_version, split_state
from statutes_diff.sources import NoLawError

_RANGE = re.compile(r"\s*\((?:Articles?|Art\.)\s[^()]{1,200}\)$")
_NOTA = re.compile(r"(?i)\(?nota\s{0,3}[:.]?")
_BLANK = "0"  # a line that is no heading


def read(document: Document, options: Options) -> Statute:
    """Read the articles of a page, with its headings as divisions."""
    found = page(document)
    return _Assembly(document, found).statute()


class _Assembly:
    """From the pieces of a page to a statute."""

    def __init__(self, document: Document, found: Page) -> None:
        self._document = document
        self._pieces = found.pieces
        self._named = found.named
        self._title = found.title
        self._notes = [*document.decoded.notes, *found.notes]
        self._nesting = Nesting()
        self._seen: dict[str, Article] = {}
        self._lines: list[str] = []
        self._labels: list[Block] = []
        self._ranges: list[Piece] = []

    def statute(self) -> Statute:
        marks = [mark for mark in self._marks() if self._counts(mark)]
        if not any(mark.article for mark in marks):
            name = self._document.source.name
            raise NoLawError(name, msg("is a page without an article: save the page that shows the text of the articles"))
        self._outside(self._pieces[: marks[0].line // 2])
        for mark, end in zip(marks, [*(mark.line // 2 for mark in marks[1:]), len(self._pieces)], strict=True):
            self._part(mark, self._pieces[mark.line // 2 + 1 : end])
        children = self._nesting.finish()
        notes = sorted([*self._notes, *self._nesting.empty, *self._left_out()], key=lambda note: note.line)
        document = self._document
        return Statute(self._title, document.source.name, "legifrance-page", document.decoded.encoding, children, tuple(notes))

    def _marks(self) -> list[Mark]:
        """The headings among the pieces: a piece is a line of its own here, so that bare headings are told as in any text."""
        bare = not self._named and not any(_says_article(piece) for piece in self._pieces)
        self._lines = [line for piece in self._pieces for line in (self._line(piece, bare), "")]
        return headings(self._lines)

    def _line(self, piece: Piece, bare: bool) -> str:
        if piece.role == "name":
            return "# Article 1"  # its own words are taken later
        if piece.role == "heading":
            return f"# {piece.words}"[:1000] if piece.blocks else _BLANK
        return piece.words if bare and not piece.blocks[0].table else _BLANK

    def _counts(self, mark: Mark) -> bool:
        """False for a heading of the page that is none of the law."""
        piece = self._pieces[mark.line // 2]
        if piece.role == "heading" and mark.article and self._named:
            return False
        if mark.article or mark.division:
            return True
        if self._named:
            return piece.law
        return not _is_beside(piece.words) and mark.words != self._title

    def _part(self, mark: Mark, inside: list[Piece]) -> None:
        piece = self._pieces[mark.line // 2]
        if mark.article is not None:
            if mark.after == mark.line:  # a heading that its text follows on the same line
                inside = [self._rest(mark, piece), *inside]
            self._article(piece, mark.article, inside)
            return
        words = piece.words
        if _RANGE.search(words) and _RANGE.sub("", words):
            self._ranges.append(piece)
            words = _RANGE.sub("", words)
        if words != self._title:
            (line,) = headings([f"# {words}"[:1000]]) or [mark]
            self._nesting.division(line.division or Heading("intitule", None, words), words, piece.line)
        self._outside(inside)

    def _rest(self, mark: Mark, piece: Piece) -> Piece:
        """What follows a heading in its own line (the outline has put spaces for the heading)."""
        line, block = self._lines[mark.line], piece.blocks[0]
        cut = len(line) - len(line.lstrip(" "))
        links = tuple(Link(a.start - cut, a.end - cut, a.title, a.href) for a in block.links if a.start >= cut)
        return Piece("loose", piece.line, [Block(block.text[cut:], block.line, block.end, links)])

    def _article(self, piece: Piece, label: str, inside: list[Piece]) -> None:
        words = re.sub(r"(?i)^\s*(?:article|art\.)[\s\u00a0]+(?=\S)", "", piece.words) if piece.role == "name" else label
        number, state = split_state(words)
        marked = any(part.role == "content" for part in inside)
        contents = [block for part in inside if part.role == "content" for block in part.blocks]
        loose = [block for part in inside if part.role != "content" for block in part.blocks]
        beside = _Beside(state, piece.id)
        left = [block for block in loose if not self._label(block)]
        left = beside.take(left) if marked else beside.take_first(left)
        made = article(number, piece.line, contents if marked else left, self._notes)
        if marked:
            self._kept_outside(left)
        self._nesting.article(self._told(beside.added(made)))

    def _told(self, made: Article) -> Article:
        before = self._seen.setdefault(made.number, made)
        if before is not made:
            self._notes.append(second(made.label, made.line, before.line))
        if not made.alineas and not made.version.state:
            self._notes.append(without_text(made.label, made.line))
        return made

    def _label(self, block: Block) -> bool:
        if is_label(block.text):
            self._labels.append(block)
            return True
        return False

    def _outside(self, pieces: list[Piece]) -> None:
        blocks = [block for piece in pieces for block in piece.blocks if block.text != self._title]
        self._kept_outside([block for block in blocks if not self._label(block)])

    def _kept_outside(self, blocks: list[Block]) -> None:
        for block in blocks:
            message = msg("text outside any article, kept here: “{words}”", words=block.text)
            self._notes.append(Note(block.line, "outside-article", message))

    def _left_out(self) -> list[Note]:
        found: list[Note] = []
        if self._labels:
            names = ", ".join(dict.fromkeys(block.text for block in self._labels))
            message = plural(
                "a label of the site left out: {names}",
                "{n} labels of the site left out: {names}",
                len(self._labels),
                names=names,
            )
            found.append(Note(self._labels[0].line, "site", message))
        if self._ranges:
            message = plural(
                "a range of articles after a heading left out",
                "{n} ranges of articles after headings left out",
                len(self._ranges),
            )
            found.append(Note(self._ranges[0].line, "site", message))
        return found


def _says_article(piece: Piece) -> bool:
    return piece.role == "heading" and re.match(r"(?i)(?:article|art\.)[\s\u00a0]+\S", piece.words[:100]) is not None


def _is_beside(words: str) -> bool:
    return is_label(words) or _NOTA.fullmatch(words) is not None or looks_like_note(words) or printed_version(words) is not None


class _Beside:
    """What a page prints around the text of an article: its version, its history, its NOTA."""

    def __init__(self, state: str, id: str) -> None:
        self._version = Version(state, id=id)
        self._history: list[AmendmentNote] = []
        self._annotations: list[Annotation] = []

    def take_first(self, blocks: list[Block]) -> list[Block]:
        """Take what stands before the text; the first line that is none of it is text, and so is all that follows."""
        for at, block in enumerate(blocks):
            if self._taken(block):
                continue
            return blocks[at:]
        return []

    def take(self, blocks: list[Block]) -> list[Block]:
        """Take from what stands around a text that is marked as such; a NOTA goes on to the end."""
        left: list[Block] = []
        for at, block in enumerate(blocks):
            if _NOTA.match(block.text):
                self._annotations += [Annotation("nota", below.text, below.line) for below in blocks[at:]]
                break
            if not self._taken(block):
                left.append(block)
        return left

    def _taken(self, block: Block) -> bool:
        version = printed_version(block.text)
        if version:
            self._annotations.append(Annotation("version", block.text, block.line))
            state = self._version.state or version.state
            self._version = version._replace(state=state, id=self._version.id)
            return True
        entry = printed_amendment(block.text, block.line)
        if entry:
            self._history.append(entry)
        elif looks_like_note(block.text):
            self._annotations.append(Annotation("history", block.text, block.line))
        return entry is not None or looks_like_note(block.text)

    def added(self, made: Article) -> Article:
        """The article with all this."""
        version = self._version._replace(state=self._version.state or made.version.state)
        return dataclasses.replace(
            made,
            history=(*self._history, *made.history),
            annotations=(*self._annotations, *made.annotations),
            version=version,
        )
