"""What ``tree/1`` holds: the divisions of a statute, its articles with their alinéas and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.model import Division

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Alinea, AmendmentNote, Place, Statute
    from statutes_diff.reports._json.text import Value


def divisions(statute: Statute) -> Iterator[Value]:
    """Every heading in document order, those without an article too: iterative, for it may be deep."""
    stack = [(child, 0) for child in reversed(statute.children)]
    while stack:
        node, depth = stack.pop()
        if isinstance(node, Division):
            yield {
                "kind": node.kind,
                "number": node.number,
                "title": node.title,
                "heading": node.heading,
                "depth": depth,
                "line": node.line,
            }
            stack.extend((child, depth + 1) for child in reversed(node.children))


def article(place: Place) -> Value:
    """An article; its annotations are plain strings, their kinds and lines stand beside them in the same order."""
    here = place.article
    entry: dict[str, Value] = {
        "number": here.number,
        "label": here.label,
        "path": [division.heading for division in place.path],
        "line": here.line,
        "history": [_history(note) for note in here.history],
        "annotations": [annotation.text for annotation in here.annotations],
        "annotation_kinds": [{"kind": a.kind, "line": a.line} for a in here.annotations],
        "alineas": [_alinea(alinea, index) for index, alinea in enumerate(here.alineas, start=1)],
    }
    return {**entry, "file": here.file} if here.file else entry


def _history(note: AmendmentNote) -> Value:
    return {
        "verb": note.verb,
        "act": note.act,
        "provision": note.provision,
        "published": note.published,
        "published_on": note.published_on,
        "text": note.text,
        "line": note.line,
    }


def _alinea(alinea: Alinea, index: int) -> Value:
    entry: dict[str, Value] = {
        "index": index,
        "depth": alinea.depth,
        "marker": alinea.marker,
        "text": alinea.text,
        "line": alinea.line,
    }
    return {**entry, "table": True} if alinea.table else entry
