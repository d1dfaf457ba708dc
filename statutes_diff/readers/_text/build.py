"""From headings and alinéas to a statute: shared by the readers of text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from statutes_diff.language.amendment_notes import amendment_note, looks_like_note
from statutes_diff.language.divisions import DIVISION_KINDS, Heading
from statutes_diff.language.markers import Outline, markers
from statutes_diff.language.numbers import article_key
from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import NO_VERSION, Alinea, AmendmentNote, Annotation, Article, Division, Note, Version
from statutes_diff.readers._text.paragraphs import Block

# In capitals it is the consolidator's; a "Nota :" in small letters belongs to the text (forms, tables in annexes).
_NOTA = late(r"\(?\*{0,2}\s?NOTA\b")
_PLACEHOLDER = late(
    r"(?i)\(?\s*(abrog[ée]|p[ée]rim[ée]|transf[ée]r[ée]|disjoint|annul[ée])e?s?(?:\s+par\b[^()]{0,200})?\s*\)?\s*[.;]?"
)
_ITALIC = late(r"([*_])(?=\S)(.{1,2000})(?<=\S)\1\s*", re.DOTALL)
_RANKS = {kind: rank for rank, kind in enumerate(DIVISION_KINDS)}


def alineas(found: Iterable[Block]) -> tuple[Alinea, ...]:
    """Alinéas with their markers and depths; a chain of markers (``I.-A.-1°``) is written ``I.A.1°``."""
    outline = Outline([])
    made: list[Alinea] = []
    for block in found:
        chain, _ = ([], 0) if block.table else markers(block.text)
        marker = ".".join(m.words for m in chain) or None
        made.append(Alinea(block.text, marker, outline.place(chain), block.line, block.links, block.table))
    return tuple(made)


def article(label: str, line: int, found: list[Block], notes: list[Note]) -> Article:
    """An article from its blocks: history before and after the text and NOTA apart, all else alinéas."""
    text, annotations = _without_nota(found)
    text, history = _without_history(text, annotations, notes)
    state = _state(text, annotations, history)
    version = Version(state) if state else NO_VERSION
    return Article(
        article_key(label), label, () if state else alineas(text), tuple(history), tuple(annotations), line, "", version
    )


def with_heading(article: Article, words: str) -> Article:
    """The article with what its heading says behind the number: a state ("(Abrogé)") or a title, beside the text."""
    if not words:
        return article
    state = _PLACEHOLDER.fullmatch(words)
    beside = Annotation("state" if state else "title", words, article.line)
    version = Version(state[1].lower()) if state else article.version
    return dataclasses.replace(article, annotations=(beside, *article.annotations), version=version)


def _state(text: list[Block], annotations: list[Annotation], history: list[AmendmentNote]) -> str:
    """The state of an article whose only words say it ("(Abrogé)", "(Abrogé par loi n° …)"); empty for any other."""
    if not text:
        return {"repealed": "abrogé", "transferred": "transféré"}.get(history[-1].verb, "") if history else ""
    found = _PLACEHOLDER.fullmatch(text[0].text) if len(text) == 1 else None
    if not found:
        return ""
    annotations.append(Annotation("state", text[0].text, text[0].line))
    return found[1].lower()


def _without_nota(found: list[Block]) -> tuple[list[Block], list[Annotation]]:
    for at, block in enumerate(found):
        if _NOTA.match(block.text):
            return found[:at], [Annotation("nota", b.text, b.line) for b in found[at:]]
    return found, []


def _without_history(
    found: list[Block], annotations: list[Annotation], notes: list[Note]
) -> tuple[list[Block], list[AmendmentNote]]:
    first, last = 0, len(found)
    while first < last and _is_history(found[first]):
        first += 1
    while last > first and _is_history(found[last - 1]):
        last -= 1
    history: list[AmendmentNote] = []
    for block in (*found[:first], *found[last:]):
        words = _plain(block.text)
        parsed = amendment_note(words, block.line)
        if parsed:
            history.append(parsed)
        else:
            annotations.append(Annotation("history", words, block.line))
            notes.append(Note(block.line, "amendment-note", msg("amendment note not understood: “{words}”", words=words)))
    return found[first:last], history


def _is_history(block: Block) -> bool:
    if not looks_like_note(_plain(block.text)):
        return False
    return _plain(block.text) is not block.text or amendment_note(block.text, block.line) is not None


def _plain(text: str) -> str:
    """The words of a paragraph set in italics as a whole; the very same text when it is not."""
    italic = _ITALIC.fullmatch(text) if text[:1] in "*_" else None
    return italic[2].strip() if italic else text


@dataclass(slots=True, eq=False, repr=False)
class _Open:
    """A division still being read."""

    heading: Heading
    words: str
    line: int
    children: list[Division | Article] = field(default_factory=list)
    holds_article: bool = False

    def closed(self) -> Division:
        return Division(self.heading.kind, self.heading.number, self.heading.title, self.words, tuple(self.children), self.line)


class Nesting:
    """Puts divisions and articles into one tree as they come; ``finish`` gives the top of it."""

    def __init__(self) -> None:
        self._root: list[Division | Article] = []
        self._open: list[_Open] = []
        self._first_kind = ""
        self.empty: list[Note] = []

    def division(self, heading: Heading, words: str, line: int) -> None:
        """Open a division: what is of its rank or below it closes."""
        self._first_kind = self._first_kind or heading.kind
        while self._open and self._rank(self._open[-1].heading) >= self._rank(heading):
            self._close()
        self._open.append(_Open(heading, words, line))

    def article(self, article: Article) -> None:
        """Put an article into the innermost open division."""
        if self._open:
            self._open[-1].holds_article = True
        (self._open[-1].children if self._open else self._root).append(article)

    def finish(self) -> tuple[Division | Article, ...]:
        """Close everything and give the tree."""
        while self._open:
            self._close()
        return tuple(self._root)

    def _rank(self, heading: Heading) -> float:
        """A "première partie" met inside a code whose outline does not start with a partie stands below the chapters
        (Code civil, livre III, titre V)."""
        if heading.kind == "partie" and self._first_kind != "partie":
            return _RANKS["chapitre"] + 0.5
        if heading.kind == "annexe":
            return _RANKS["livre"]
        return _RANKS[heading.kind]

    def _close(self) -> None:
        done = self._open.pop()
        if done.holds_article and self._open:
            self._open[-1].holds_article = True
        if not done.holds_article:
            self.empty.append(Note(done.line, "empty-division", msg("heading without any article: “{words}”", words=done.words)))
        (self._open[-1].children if self._open else self._root).append(done.closed())
