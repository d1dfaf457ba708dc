"""A graph in the DOT language, for Graphviz: articles, and who cites whom, how often.

Articles of a statute are ellipses, dashed when they are cited but not there; other texts are boxes. The ``weight`` and the label
of an edge count renvois. What an article says of itself, and renvois to divisions, are no edges.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.references.identity import text_key
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._views.view import View

_MISSING = "style=dashed"
_TEXT = "shape=box"


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """One graph; each statute's articles in a cluster of their own when there are several."""
    graph = _Graph()
    for turn, (statute, found) in enumerate(read):
        graph.add(turn if len(read) > 1 else -1, statute, found)
    return "\n".join(["digraph renvois {", "  rankdir=LR;", *graph.lines(), "}", ""])


class _Graph:
    """Nodes and edges in the order in which they are first named."""

    def __init__(self) -> None:
        self.clusters: list[tuple[int, str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.edges: Counter[tuple[str, str]] = Counter()

    def add(self, turn: int, statute: Statute, found: Sequence[LocatedReference]) -> None:
        """Enter the renvois of one statute; ``turn`` tells its articles from those of others, -1 when there are none."""
        nodes: dict[str, str] = {}
        self.clusters.append((turn, statute.title or statute.source, nodes))
        here = {place.article.number for place in statute.places()}
        for located in found:
            source = _node(turn, located.locus.article)
            cited = self._cited(turn, located, nodes, here)
            if cited:
                nodes.setdefault(source, _attributes(article_printed(located.locus.article)))
            self.edges.update((source, target) for target in cited)

    def _cited(self, turn: int, located: LocatedReference, nodes: dict[str, str], here: set[str]) -> dict[str, None]:
        """The nodes that a renvoi leads to, each once."""
        cited: dict[str, None] = {}
        for target in located.reference.targets:
            if target.text is not None:
                name = f"text {text_key(target.text)}"
                self.texts.setdefault(name, _attributes(target.text, _TEXT))
                cited[name] = None
            elif target.article is not None and target.article != located.locus.article:
                name = _node(turn, target.article)
                lost = () if target.article in here else (_MISSING,)
                nodes.setdefault(name, _attributes(article_printed(target.article), *lost))
                cited[name] = None
        return cited

    def lines(self) -> Iterator[str]:
        """The statements of the graph."""
        for turn, title, nodes in self.clusters:
            if turn < 0:
                yield from (f"  {_quoted(name)} {attributes};" for name, attributes in nodes.items())
                continue
            yield f"  subgraph cluster_{turn} {{"
            yield f"    label={_quoted(title)};"
            yield from (f"    {_quoted(name)} {attributes};" for name, attributes in nodes.items())
            yield "  }"
        yield from (f"  {_quoted(name)} {attributes};" for name, attributes in self.texts.items())
        for (source, target), weight in self.edges.items():
            label = f", label={weight}" if weight > 1 else ""
            yield f"  {_quoted(source)} -> {_quoted(target)} [weight={weight}{label}];"


def _node(turn: int, number: str) -> str:
    return number if turn < 0 else f"{turn} {number}"


def _attributes(label: str, *others: str) -> str:
    return f"[{', '.join([f'label={_quoted(label)}', *others])}]"


def _quoted(text: str) -> str:
    """A quoted string of the language: a backslash escapes there, and labels would read more escapes ("\\N")."""
    plain = " ".join(printable(text).split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
