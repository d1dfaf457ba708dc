"""The JSON trees of the npm data set @socialgouv/legi-data: ``{type, data, children}``, articles with ``texteHtml``."""

from __future__ import annotations

from statutes_diff.messages import msg
from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._json.article import is_article
from statutes_diff.readers._json.parse import Node, Value, parsed
from statutes_diff.readers._json.tree import Part, statute
from statutes_diff.readers._options import Options
from statutes_diff.sources import InputError


def read(document: Document, options: Options) -> Statute:
    """Read a code, an excerpt or one article of the data set."""
    notes: list[Note] = list(document.decoded.notes)
    top = _Outline(document.source.name, notes).top(parsed(document, notes))
    return statute(document, "legi-data", top, options, notes)


class _Outline:
    """The nodes of the data set as parts and articles."""

    def __init__(self, name: str, notes: list[Note]) -> None:
        self._name = name
        self._notes = notes

    def top(self, value: Value) -> Part:
        roots = [root for root in (value if isinstance(value, list) else [value]) if isinstance(root, Node)]
        if not any(isinstance(root.get("data"), Node) for root in roots):
            raise InputError(self._name, msg("is no tree of @socialgouv/legi-data: it has no “type”, “data” and “children”"))
        top = Part("", 1)
        self._into(top, roots)
        codes = [child for child in top.children if isinstance(child, Part)]
        if len(codes) == len(top.children) == 1 and roots[0].get("type") != "section":
            return codes[0]
        return top

    def _into(self, part: Part, nodes: list[Node]) -> None:
        for node in nodes:
            data = node.get("data")
            if not isinstance(data, Node):
                self._notes.append(Note(node.line, "skipped", msg("an entry without “data” is left out")))
            elif node.get("type") == "article" or (not node.get("children") and is_article(data)):
                part.children.append(data)
            else:
                part.children.append(self._part(node, data))

    def _part(self, node: Node, data: Node) -> Part:
        made = Part(data.words("title"), data.line_of("title"))
        made.around(data, self._name, self._notes)
        if is_article(data):
            made.children.append(data)
        self._into(made, list(node.nodes("children")))
        return made
