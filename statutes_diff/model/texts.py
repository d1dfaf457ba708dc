"""One version of a statute as it was read: divisions, articles, alinéas, and where they came from.

All offsets are code points into the verbatim text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from statutes_diff.model.messages import Message


class Source(NamedTuple):
    """Where bytes came from: a name fit to show, the bytes, and the folders above the file when a directory was read."""

    name: str
    data: bytes
    folders: tuple[str, ...] = ()


class Note(NamedTuple):
    """A repair, a doubt or a thing left out by a reader; ``line`` counts from 1, 0 when the note is about the whole."""

    line: int
    code: str
    message: Message
    file: str = ""


class Link(NamedTuple):
    """An official link over a range of an alinéa's text, with the title that names its true target."""

    start: int
    end: int
    title: str
    href: str


class Alinea(NamedTuple):
    """One new line of an article (circulaire du 20 octobre 2000, NOR PRMX0004462C), its marker included in ``text``.

    ``marker`` is bare of punctuation (``II``, ``3°``, ``a``, ``-``), a chain is dotted (``I.A.1°``); ``depth`` counts the
    markers it stands under, its own included: 0 for a plain alinéa.
    A table is one alinéa: cells joined with tabs, rows with newlines.
    """

    text: str
    marker: str | None
    depth: int
    line: int
    links: tuple[Link, ...] = ()
    table: bool = False


class AmendmentNote(NamedTuple):
    """One entry of an article's history, as parsed from the words that consolidated texts print beside the article.

    ``verb`` is one of modified, inserted, repealed, transferred, codified, reinstated; ``published`` keeps the printed words and
    ``published_on`` their date (ISO 8601, empty when none is printed).
    """

    verb: str
    act: str
    provision: str
    published: str
    published_on: str
    text: str
    line: int


class Annotation(NamedTuple):
    """Words that stand beside the law without being law: a NOTA, a version line, a state."""

    kind: str
    text: str
    line: int


class Version(NamedTuple):
    """Which version of an article a source gives, where it says so: its state (``en vigueur``, ``abrogé``, …), the days from and
    up to which it is in force (ISO 8601, ``until`` exclusive and empty when open), and its identifier (``LEGIARTI…``)."""

    state: str = ""
    since: str = ""
    until: str = ""
    id: str = ""


NO_VERSION = Version()


@dataclass(frozen=True, slots=True)
class Article:
    """The numbered unit. ``number`` is its key (``L162-12-17``), ``label`` the number as the source prints it."""

    number: str
    label: str
    alineas: tuple[Alinea, ...]
    history: tuple[AmendmentNote, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    line: int = 1
    file: str = ""
    version: Version = NO_VERSION

    @property
    def text(self) -> str:
        """The alinéas joined with newlines: the text that two versions are compared by."""
        return "\n".join([alinea.text for alinea in self.alineas])

    @property
    def origin(self) -> object:
        """What it was read from, as an identity: articles of one origin say the same, to the code point."""
        return self

    @property
    def shared(self) -> bool:
        """True for an article in a file that both versions hold, equal to the byte; it is read when its text is asked for."""
        return False

    @property
    def unread(self) -> bytes | None:
        """The file of a shared article that is not read yet: a number that does not stand there does not stand in the text."""
        return None

    def in_file(self, file: str) -> "Article":
        """The same article, told to stand in a file of a folder."""
        return Article(self.number, self.label, self.alineas, self.history, self.annotations, self.line, file, self.version)


@dataclass(frozen=True, slots=True)
class Division:
    """A heading that groups; ``kind`` is a word of DIVISION_KINDS, ``heading`` the verbatim line, ``title`` its words alone."""

    kind: str
    number: str | None
    title: str
    heading: str
    children: "tuple[Division | Article, ...]"
    line: int = 1


class Place(NamedTuple):
    """An article with the divisions it stands in, outermost first: derived by walking a statute."""

    article: Article
    path: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a text, as read from one source."""

    title: str
    source: str
    format: str
    encoding: str
    children: tuple[Division | Article, ...]
    notes: tuple[Note, ...] = ()

    def articles(self) -> Iterator[Article]:
        """Every article in document order."""
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Division):
                    stack.append(iter(child.children))
                    break
                yield child
            else:
                stack.pop()

    def places(self) -> Iterator[Place]:
        """Every article with its divisions, in document order (iterative: nesting may be deeper than the stack)."""
        stack: list[tuple[Iterator[Division | Article], tuple[Division, ...]]] = [(iter(self.children), ())]
        while stack:
            children, path = stack[-1]
            for child in children:
                if isinstance(child, Division):
                    stack.append((iter(child.children), (*path, child)))
                    break
                yield Place(child, path)
            else:
                stack.pop()
