"""What a check looks at: the texts of a corpus, each with what several rules ask of it, worked out once and only when asked."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.patterns import late
from statutes_diff.model import Article, Comparison, LedgerRow, LocatedReference, Message, Note, Place, Statute, Target
from statutes_diff.readers._document import Document
from statutes_diff.references.outline import Outline, outline

if TYPE_CHECKING:
    from statutes_diff.checks._typography import Habits

_BREAK = late("\r\n|\r|\n|\u2028|\u2029")


class Found(NamedTuple):
    """What a rule finds, before it has a level: file and line, what is wrong, and what tells it from its like."""

    file: str
    line: int
    message: Message
    text: str = ""
    article: str = ""
    words: str = ""


class Line(NamedTuple):
    """A line of a file as it stands there, with the article that it belongs to."""

    file: str
    number: int
    words: str
    article: str


class Cited(NamedTuple):
    """One target of a renvoi: where the words stand, and the text of the corpus that they point into."""

    text: Text
    place: Place
    found: LocatedReference
    target: Target
    into: Text
    own: bool

    @property
    def words(self) -> str:
        """The words of the renvoi."""
        return self.found.reference.text

    def told(self, message: Message) -> Found:
        """What is wrong with it, at its line."""
        return self.text.at(self.place.article, message, self.words, self.found.locus.alinea)


@dataclass(eq=False, repr=False)
class Text:
    """One code or act: its statute, the files that it was read from by their names, and its earlier version.

    ``key`` tells it from the others, in both versions alike. ``whole``: what the configuration says of it, None when it says
    nothing (see ``_coverage``). ``focus``: the articles whose renvois are asked for, None for all.
    """

    key: str
    name: str
    statute: Statute
    documents: Mapping[str, Document]
    old: Text | None = None
    whole: bool | None = None
    focus: frozenset[str] | None = None

    def at(self, article: Article, message: Message, words: str = "", alinea: int = 0) -> Found:
        """A finding in an article: at its heading, or at one of its alinéas (from 1)."""
        line = article.alineas[alinea - 1].line if alinea else article.line
        return Found(self.file(article), line, message, self.name, article.number, words)

    def noted(self, note: Note, words: str = "") -> Found:
        """A finding that a reader has noted."""
        file = note.file or self.statute.source
        line = max(note.line, 1)
        return Found(file, line, note.message, self.name, self.article_at(file, line), words or str(note.message))

    def file(self, article: Article) -> str:
        """The name of the file that an article stands in."""
        return article.file or self.statute.source

    @functools.cached_property
    def places(self) -> tuple[Place, ...]:
        """Every article with its divisions."""
        return tuple(self.statute.places())

    @functools.cached_property
    def doubles(self) -> frozenset[str]:
        """The numbers that several articles bear: which of them a renvoi means cannot be told."""
        counted = Counter(place.article.number for place in self.places)
        return frozenset(number for number, count in counted.items() if count > 1)

    @functools.cached_property
    def outline(self) -> Outline:
        """The articles by number and order."""
        return outline(self.statute)

    @functools.cached_property
    def references(self) -> tuple[tuple[Place, LocatedReference], ...]:
        """Every renvoi with the article it stands in."""
        from statutes_diff.references.survey import surveyed

        title, asked = self.statute.title, self.focus
        places = [place for place in self.places if asked is None or place.article.number in asked]
        return tuple((place, found) for place in places for found in surveyed(self.outline, place, title))

    @functools.cached_property
    def habits(self) -> Habits:
        """How the text prints its apostrophes and the spaces beside its punctuation."""
        from statutes_diff.checks._typography import habits

        return habits(alinea.text for place in self.places for alinea in place.article.alineas)

    @functools.cached_property
    def comparison(self) -> Comparison | None:
        """The earlier version beside this one; None when there is none."""
        if self.old is None:
            return None
        from statutes_diff.compare import compare_statutes

        return compare_statutes(self.old.statute, self.statute)

    @functools.cached_property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """What became of each renvoi since the earlier version."""
        if self.comparison is None:
            return ()
        from statutes_diff.references.ledger import ledger

        return ledger(self.comparison)

    def lines(self) -> Iterator[Line]:
        """Every line of the text's files that holds words, where they are files of characters."""
        for file, document in self.documents.items():
            for number, words in enumerate(lines_of(document), 1):
                if words and not words.isspace():
                    yield Line(file, number, words, self.article_at(file, number))

    def article_at(self, file: str, line: int) -> str:
        """The number of the article that a line stands in, "" above the first one."""
        import bisect

        lines, numbers = self._starts.get(file, ((), ()))
        at = bisect.bisect_right(lines, line)
        return numbers[at - 1] if at else ""

    @functools.cached_property
    def _starts(self) -> dict[str, tuple[Sequence[int], Sequence[str]]]:
        """For each file the lines at which its articles start, and their numbers."""
        found: dict[str, tuple[list[int], list[str]]] = {}
        for article in sorted(self.statute.articles(), key=lambda article: article.line):
            lines, numbers = found.setdefault(self.file(article), ([], []))
            lines.append(article.line)
            numbers.append(article.number)
        return dict(found)


@dataclass(eq=False, repr=False)
class Corpus:
    """All texts of a check, and the files that are none: ``unread`` cannot be read, ``skipped`` hold no article. ``documents``
    and ``formats``: those of the files that were read, by their names."""

    texts: Sequence[Text]
    unread: Sequence[Found] = ()
    skipped: Sequence[str] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)

    def places(self) -> Iterator[tuple[Text, Place]]:
        """Every article of every text."""
        return ((text, place) for text in self.texts for place in text.places)

    def cited(self) -> Iterator[Cited]:
        """Every target of every renvoi that points into a text of the corpus; quoted words point nowhere for sure."""
        for text in self.texts:
            for place, found in text.references:
                if not found.quoted:
                    for target in found.reference.targets:
                        into = text if target.text is None else self.named(target.text)
                        if into:
                            yield Cited(text, place, found, target, into, target.text is None)

    def named(self, name: str) -> Text | None:
        """The text of that name, None when the corpus lacks it, or has several."""
        from statutes_diff.references.identity import text_key

        return self._named.get(text_key(name))

    @functools.cached_property
    def _named(self) -> dict[str, Text | None]:
        from statutes_diff.references.identity import text_key

        found: dict[str, Text | None] = {}
        for text in self.texts:
            if text.statute.title:
                key = text_key(text.statute.title)
                found[key] = None if key in found else text
        return found


def lines_of(document: Document) -> list[str]:
    """The lines of a file as they stand there; none of a file that is no text (Word, PDF)."""
    from statutes_diff.sources import InputError

    try:
        return _BREAK.split(document.text)
    except InputError:
        return []
