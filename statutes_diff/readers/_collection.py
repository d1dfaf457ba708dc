"""A text stored one article a file: many sources to one statute, folders as divisions, in the order of the law."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from statutes_diff.language.divisions import division_heading
from statutes_diff.language.numbers import number_order, roman_value
from statutes_diff.messages import msg
from statutes_diff.model import Article, Division, Note, Source, Statute


@dataclass(slots=True)
class _Folder:
    """A folder being filled: its own files' trees and its subfolders by name."""

    children: list[tuple[str, tuple[Division | Article, ...]]] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)


def collected(name: str, read: Sequence[tuple[Source, Statute]]) -> Statute:
    """One statute from many, each with the source that it was read from; notes and articles keep their file."""
    root = _Folder()
    notes: list[Note] = []
    for source, statute in read:
        here = root
        for folder in source.folders:
            here = here.folders.setdefault(folder, _Folder())
        here.children.append((_stem(source.name), tuple(_with_file(c, source.name) for c in statute.children)))
        notes += [dataclasses.replace(note, file=source.name) for note in statute.notes]
    children = _children(root)
    notes += _duplicates(children)
    title = next((statute.title for _, statute in read if statute.title), "")
    formats = "+".join(sorted({statute.format for _, statute in read}))
    encodings = "+".join(sorted({statute.encoding for _, statute in read}))
    return Statute(title, name, formats, encodings, children, tuple(notes))


def _with_file(node: Division | Article, file: str) -> Division | Article:
    if isinstance(node, Article):
        return Article(node.number, node.label, node.alineas, node.history, node.annotations, node.line, file, node.version)
    return dataclasses.replace(node, children=tuple(_with_file(child, file) for child in node.children))


def _children(folder: _Folder) -> tuple[Division | Article, ...]:
    """Files before folders, both in the order of the law ("Livre II" before "Livre X", "L. 9" before "L. 10")."""
    found: list[Division | Article] = []
    for _, nodes in sorted(folder.children, key=lambda child: (number_order(child[0]), child[0])):
        found += nodes
    for name in sorted(folder.folders, key=_order):
        heading = division_heading(name)
        inside = _children(folder.folders[name])
        if heading:
            found.append(Division(heading.kind, heading.number, heading.title, name, inside, 0))
        else:
            found.append(Division("intitule", None, name, name, inside, 0))
    return tuple(found)


def _stem(name: str) -> str:
    """A file's name without folders and suffix, and without the word "Article": what orders it."""
    stem = os.path.splitext(os.path.basename(name))[0]
    return stem[7:].lstrip(" -_") if stem[:7].lower() == "article" else stem


def _order(name: str) -> tuple[object, ...]:
    """By the number in a folder's name, Roman or Arabic; the words decide between equals."""
    words = [str(roman_value(word) or word) for word in name.replace("_", " ").split()]
    heading = division_heading(name)
    label = heading.number if heading and heading.number else name
    number = roman_value(label.removesuffix("er")) if heading else None
    return (number_order(str(number) if number else label), number_order(" ".join(words)), name)


def _duplicates(children: Iterable[Division | Article]) -> list[Note]:
    """Numbers that stand in more than one file."""
    seen: dict[str, Article] = {}
    found: list[Note] = []
    for place in Statute("", "", "", "", tuple(children)).places():
        article = place.article
        first = seen.setdefault(article.number, article)
        if first.file != article.file:
            message = msg(
                "article {number} stands a second time (first in {file}): both are kept", number=article.label, file=first.file
            )
            found.append(Note(article.line, "duplicate-number", message, article.file))
    return found
