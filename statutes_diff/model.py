"""The values that pass through the program: frozen, slotted, tuples inside; no behaviour beyond their own shape.

Positions (an alinéa's number, an article's place in the outline) are derived by walking; across two versions
identity exists only as a pair. All offsets are code points into the verbatim text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Op: TypeAlias = Literal["replace", "insert", "delete"]
Channel: TypeAlias = Literal["substantive", "reference", "numbering", "editorial"]
ArticleStatus: TypeAlias = Literal["unchanged", "modified", "renumbered", "moved", "inserted", "removed", "not-covered"]
AlineaStatus: TypeAlias = Literal["unchanged", "modified", "inserted", "removed", "moved", "split", "merged"]
How: TypeAlias = Literal["number", "text", "similar", "override", "none"]
ReferenceStatus: TypeAlias = Literal["kept", "added", "removed", "renumbered", "retargeted", "stale", "dangling", "unresolved"]
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user, not yet in a language: an English template, its plural, and the values to put in.

    The plural is chosen by the value named ``n``. ``str(message)`` is the English of the machine formats;
    ``statutes_diff.messages.translated`` gives the French.
    """

    template: str
    plural: str = ""
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        values = dict(self.values)
        template = self.plural if self.plural and values.get("n") != 1 else self.template
        return template.format(**values)


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes came from: a name fit to show, the bytes, and the folders above the file when a directory was read."""

    name: str
    data: bytes
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A repair, a doubt or a thing left out by a reader; ``line`` counts from 1, 0 when the note is about the whole."""

    line: int
    code: str
    message: Message
    file: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An official link over a range of an alinéa's text, with the title that names its true target."""

    start: int
    end: int
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Alinea:
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


@dataclass(frozen=True, slots=True)
class AmendmentNote:
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


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words that stand beside the law without being law: a NOTA, a version line, a state."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Version:
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


@dataclass(frozen=True, slots=True)
class Division:
    """A heading that groups; ``kind`` is a word of DIVISION_KINDS, ``heading`` the verbatim line, ``title`` its words alone."""

    kind: str
    number: str | None
    title: str
    heading: str
    children: tuple[Division | Article, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class Target:
    """What a renvoi points to.

    ``text``: the code's or act's name as printed, None for the statute itself. ``alinea`` and ``sentence`` count
    from 1, or from the end when negative and the target is not at hand. ``item``: bare markers from the outside in.
    ``division``: words of a division, of the statute itself ("présent code"), or, in the ledger, a plural that
    names many alinéas at once ("alinéas précédents"). A range past a documented limit gives its two ends.
    ``implied``: the words name no article ("au précédent alinéa"); ``article`` is the one that they stand in.
    """

    text: str | None = None
    article: str | None = None
    alinea: int | None = None
    item: tuple[str, ...] = ()
    sentence: int | None = None
    division: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A renvoi: the narrowest words that name a target, with the targets they name, inside one alinéa's text."""

    start: int
    end: int
    text: str
    kind: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class LocatedReference:
    """A renvoi with the alinéa it stands in; ``resolved``: every target stands in the text at hand."""

    locus: Locus
    reference: Reference
    resolved: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """One changed run: half-open ranges of the old and the new text. A pair's edits, in order, tile both texts:
    what stands between them is equal to the code point. ``old`` is empty on an insert, ``new`` on a delete."""

    op: Op
    old: Span
    new: Span
    channel: Channel = "substantive"


@dataclass(frozen=True, slots=True)
class AlineaPair:
    """Alinéas of two versions that belong together, by their numbers (from 1) in their articles.

    Edits are ranges of the alinéas' texts joined with newlines. ``note`` gives the reason of every fallback.
    """

    status: AlineaStatus
    old: tuple[int, ...]
    new: tuple[int, ...]
    edits: tuple[Edit, ...] = ()
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Articles of two versions that belong together; one side may be missing. ``score`` is a likeness from 0 to 1.

    ``alineas`` is empty where it would say nothing: equal texts, or one side missing. ``paired`` always lists every alinéa.
    """

    status: ArticleStatus
    old: Place | None
    new: Place | None
    how: How
    score: float
    runner_up: str | None = None
    alineas: tuple[AlineaPair, ...] = ()

    def paired(self) -> tuple[AlineaPair, ...]:
        """Every alinéa of both sides exactly once: the pairs found, or one to one for equal texts."""
        if self.alineas:
            return self.alineas
        olds = range(1, len(self.old.article.alineas) + 1) if self.old else range(0)
        news = range(1, len(self.new.article.alineas) + 1) if self.new else range(0)
        if self.old and self.new:
            return tuple(AlineaPair("unchanged", (i,), (j,)) for i, j in zip(olds, news, strict=True))
        return (*(AlineaPair("removed", (i,), ()) for i in olds), *(AlineaPair("inserted", (), (j,)) for j in news))

    def old_text(self, pair: AlineaPair) -> str:
        """The old alinéas of an inner pair, joined with newlines: what its edits count in."""
        return "\n".join(self.old.article.alineas[i - 1].text for i in pair.old) if self.old else ""

    def new_text(self, pair: AlineaPair) -> str:
        """The new alinéas of an inner pair, joined with newlines."""
        return "\n".join(self.new.article.alineas[i - 1].text for i in pair.new) if self.new else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statutes aligned: every article of both in exactly one pair, every alinéa of a pair in exactly one inner pair."""

    old: Statute
    new: Statute
    articles: tuple[ArticlePair, ...]


@dataclass(frozen=True, slots=True)
class Locus:
    """Where something stands: an article's key, an alinéa's number from 1 (0: the whole article), its enclosing markers."""

    article: str
    alinea: int = 0
    item: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One typed, pinpointed statement about a change. ``old`` and ``new`` are verbatim words, None when there are none.

    The message's values are also the finding's data, so that a report can set them in a table.
    """

    rule: str
    channel: Channel
    message: Message
    old: str | None = None
    new: str | None = None
    where_old: tuple[Locus, ...] = ()
    where_new: tuple[Locus, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference at its place: one side of a row of the ledger, with one of its targets."""

    locus: Locus
    target: Target
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What became of one renvoi from one version to the other; ``evidence`` says why the status was given."""

    status: ReferenceStatus
    old: Mention | None
    new: Mention | None
    evidence: Message | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The whole result of a comparison, verified: what the reports print."""

    comparison: Comparison
    findings: tuple[Finding, ...] = ()
    references: tuple[LedgerRow, ...] = ()
