"""A text stored one article a file: many sources to one statute, folders as divisions, in the order of the law."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from statutes_diff.language.divisions import division_heading
from statutes_diff.language.numbers import number_order, roman_value
from statutes_diff.model import Article, Division, Note, Source, Statute
from statutes_diff.readers._remarks import second_file


@dataclass(slots=True, eq=False, repr=False)
class _Folder:
    """A folder being filled: its own files' trees and its subfolders by name."""

    files: list[tuple[Source, Statute]] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)


def collected(name: str, read: Sequence[tuple[Source, Statute]]) -> Statute:
    """One statute from many, each with the source that it was read from; notes and articles keep their file."""
    children = _children(_folders(read))
    notes = [note._replace(file=source.name) for source, statute in read for note in statute.notes]
    notes += _duplicates(Statute("", "", "", "", children))
    title = next((statute.title for _, statute in read if statute.title), "")
    formats = "+".join(sorted({statute.format for _, statute in read}))
    encodings = "+".join(sorted({statute.encoding for _, statute in read}))
    return Statute(title, name, formats, encodings, children, tuple(notes))


def _folders(read: Sequence[tuple[Source, Statute]]) -> _Folder:
    """The files in their folders; files of one folder come one after the other, so that its path is walked once."""
    root = here = _Folder()
    path: tuple[str, ...] = ()
    for source, statute in read:
        if source.folders != path:
            path, here = source.folders, root
            for folder in path:
                here = here.folders.setdefault(folder, _Folder())
        here.files.append((source, statute))
    return root


def _children(folder: _Folder) -> tuple[Division | Article, ...]:
    """Files before folders, both in the order of the law ("Livre II" before "Livre X", "L. 9" before "L. 10")."""
    found: list[Division | Article] = []
    for source, statute in sorted(folder.files, key=_file_order):
        found += [_with_file(child, source.name) for child in statute.children]
    for name in sorted(folder.folders, key=_order):
        heading = division_heading(name)
        inside = _children(folder.folders[name])
        if heading:
            found.append(Division(heading.kind, heading.number, heading.title, name, inside, 0))
        else:
            found.append(Division("intitule", None, name, name, inside, 0))
    return tuple(found)


def _with_file(node: Division | Article, file: str) -> Division | Article:
    if isinstance(node, Article):
        return node.in_file(file)
    return dataclasses.replace(node, children=tuple(_with_file(child, file) for child in node.children))


def _file_order(file: tuple[Source, Statute]) -> tuple[object, str]:
    """By the number in a file's name, without folders and suffix, and without the word "Article"."""
    name = os.path.basename(file[0].name)
    stem = name[: name.rfind(".")] if "." in name else name
    stem = stem[7:].lstrip(" -_") if stem[:7].lower() == "article" else stem
    return number_order(stem), stem


def _order(name: str) -> tuple[object, ...]:
    """By the number in a folder's name, Roman or Arabic; the words decide between equals."""
    words = [str(roman_value(word) or word) for word in name.replace("_", " ").split()]
    heading = division_heading(name)
    label = heading.number if heading and heading.number else name
    number = roman_value(label.removesuffix("er")) if heading else None
    return (number_order(str(number) if number else label), number_order(" ".join(words)), name)


def _duplicates(statute: Statute) -> list[Note]:
    """Numbers that stand in more than one file."""
    seen: dict[str, Article] = {}
    found: list[Note] = []
    for article in statute.articles():
        first = seen.setdefault(article.number, article)
        if first.file != article.file:
            found.append(second_file(article, first))
    return found
