"""From parts and articles, as JSON of several shapes gives them, to a statute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from statutes_diff.language.divisions import Heading, division_heading
from statutes_diff.messages import msg, plural
from statutes_diff.model import Article, Division, Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._json.article import TEXT, article_of, blocks, record_of
from statutes_diff.readers._json.parse import Node
from statutes_diff.readers._options import Options
from statutes_diff.readers._remarks import second
from statutes_diff.readers._versions.choice import chosen
from statutes_diff.readers._versions.record import Record
from statutes_diff.sources import InputError, NoLawError

# Words about a text or a division as a whole, which no article holds.
_AROUND = ("visa", "commentaire", "nota", "signers", "prepWork", "notice", "resume", "observations", "rectificatif")


@dataclass(slots=True)
class Part:
    """A division of a JSON outline, in the order of the law; without a title its children belong to the part above."""

    title: str
    line: int
    children: list[Part | Node] = field(default_factory=list)

    def around(self, node: Node, name: str, notes: list[Note]) -> None:
        """Keep in notes what a node says of the part as a whole."""
        for key in _AROUND:
            for block in blocks(node, (key,), name, notes):
                message = msg("text outside any article, kept here: “{words}”", words=block.text)
                notes.append(Note(block.line, "outside-article", message))

    def articles(self) -> Iterator[Node]:
        """Every article of the part (its depth is bounded by the parser)."""
        for child in self.children:
            if isinstance(child, Part):
                yield from child.articles()
            else:
                yield child


def statute(document: Document, format: str, top: Part, options: Options, notes: list[Note]) -> Statute:
    """The statute of an outline, of each article the version in force on the day asked for.

    Raises:
        InputError: no article, or none in force on that day.
    """
    found = list(top.articles())
    if not found:
        raise NoLawError(document.source.name, msg("holds no article of law: get the text itself, with its articles"))
    kept = _kept(found, options, notes)
    if not kept:
        raise InputError(document.source.name, msg("holds no article in force on {day}", day=options.date or "?"))
    tree = _Tree(document.source.name, kept, notes)
    children = tuple(tree.children(top))
    notes += _without_text(found)
    ordered = sorted(notes, key=lambda note: note.line)
    return Statute(top.title, document.source.name, format, document.decoded.encoding, children, tuple(ordered))


def _kept(nodes: Sequence[Node], options: Options, notes: list[Note]) -> dict[int, Record]:
    """The versions to be read. They are chosen as those of a LEGI folder are; here a place stands for a file."""
    records = [record_of(node) for node in nodes]
    said: list[Note] = []
    kept = {id(record) for record in chosen(records, options.date, said)}
    lines = {str(node.start): node.line for node in nodes}
    notes += [note._replace(line=lines.get(note.file, 0), file="") for note in said]
    return {id(node): record for node, record in zip(nodes, records, strict=True) if id(record) in kept}


def _without_text(nodes: Sequence[Node]) -> list[Note]:
    """A table of contents names articles and gives no words."""
    if any(node.has(*TEXT) for node in nodes):
        return []
    message = plural(
        "the article has no text here", "none of the {n} articles has a text here: is it a table of contents?", len(nodes)
    )
    return [Note(nodes[0].line, "no-text", message)]


class _Tree:
    """Parts to divisions, nodes to articles."""

    def __init__(self, name: str, kept: dict[int, Record], notes: list[Note]) -> None:
        self._name = name
        self._kept = kept
        self._notes = notes
        self._seen: dict[str, Node] = {}

    def children(self, part: Part) -> Iterator[Division | Article]:
        for child in part.children:
            if isinstance(child, Node):
                yield from self._article(child)
            elif child.title:
                yield self._division(child)
            else:
                yield from self.children(child)

    def _division(self, part: Part) -> Division:
        inside = tuple(self.children(part))
        if not inside:
            message = msg("heading without any article: “{words}”", words=part.title)
            self._notes.append(Note(part.line, "empty-division", message))
        heading = division_heading(part.title) or Heading("intitule", None, part.title)
        return Division(heading.kind, heading.number, heading.title, part.title, inside, part.line)

    def _article(self, node: Node) -> Iterator[Article]:
        record = self._kept.get(id(node))
        if record is None:
            return
        made = article_of(node, record, self._name, self._notes)
        before = self._seen.setdefault(made.number, node)
        if before is not node:
            self._notes.append(second(made.label, node.line, before.line))
        yield made
