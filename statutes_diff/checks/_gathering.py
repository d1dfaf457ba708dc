"""From the files of a corpus to its texts: which files are law, and which of them belong to one code.

In this order: a file that holds several articles is a text of its own, under the title that it gives, and files of one title
are one text; a file of one article belongs to the text whose title it gives (front matter, heading); without a title, to the
nearest folder above it that is named after a text ("Code civil", "loi_2014-1"), else to the folder or the files that were named.
A folder whose files describe themselves as one text (LEGI XML) is that text.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from statutes_diff import readers
from statutes_diff.checks._corpus import Corpus, Found, Text
from statutes_diff.language.typography import unaccented
from statutes_diff.messages import msg
from statutes_diff.model import Source, Statute
from statutes_diff.readers import Options
from statutes_diff.readers._collection import collected
from statutes_diff.readers._document import Document
from statutes_diff.references.identity import text_key
from statutes_diff.sources import STDIN, InputError, NoLawError

_LAW = (".md", ".txt", ".html", ".htm", ".xml", ".json", ".docx", ".pdf", ".tex", ".rst")
_TEXT_FOLDER = re.compile(r"(?:code|loi|lois|constitution|decret|ordonnance|arrete|reglement|convention|livre des procedures)\b")


def may_hold_law(name: str) -> bool:
    """True for a file that is read where it stands in a folder, by its name."""
    return name.lower().endswith(_LAW)


class Root(NamedTuple):
    """One path that was named, with its files; ``folder``: it is one, so that not each of its files need be law."""

    name: str
    sources: Sequence[Source]
    folder: bool


@dataclass
class _Gathered:
    """Files on their way to texts, by the key of the text that they belong to; ``parts``: the texts of which only files of one
    article were named, one by one, so that the others stand elsewhere."""

    options: Options
    texts: dict[str, list[tuple[Source, Statute]]] = field(default_factory=dict)
    ready: list[tuple[str, Statute]] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    unread: list[Found] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    parts: dict[str, None] = field(default_factory=dict)


def gathered(roots: Sequence[Root], options: Options, *, whole: bool | None = None, strict: bool = True) -> Corpus:
    """Read the files of all paths and put them together. What is no law is passed over, even where it was named: a hook names
    whatever a commit changes. What is damaged is a finding.

    Raises:
        InputError: ``strict``: the one file that was named cannot be read, or no file of the folders holds law.
    """
    found = _Gathered(options)
    alone = strict and len(roots) == 1
    for root in roots:
        statute = _one_text(root, options)
        if statute:
            found.ready.append((f"root {root.name}", statute))
        else:
            for source in root.sources:
                _file(found, root, source, alone=alone)
    if strict and any(root.folder for root in roots) and not (found.texts or found.ready or found.unread):
        raise InputError(roots[-1].name, msg("holds no article of a law"))
    texts = [_text(found, key, statute, whole) for key, statute in _statutes(found)]
    return Corpus(texts, found.unread, found.skipped, found.documents, found.formats)


def _text(found: _Gathered, key: str, statute: Statute, whole: bool | None) -> Text:
    """A text with its files; one of which only parts were named is no whole one, unless the configuration says so."""
    if whole is None and key in found.parts:
        whole = False
    return Text(key, statute.title, statute, _documents(found, statute), whole=whole)


def _one_text(root: Root, options: Options) -> Statute | None:
    return readers.gathered(root.name, root.sources, options) if root.folder else None


def _file(found: _Gathered, root: Root, source: Source, *, alone: bool) -> None:
    """Read one file and put it where it belongs; ``alone``: nothing else was named."""
    if source.name in found.documents:
        return
    document = Document(source, found.options.encoding)
    statute = _law(found, root, source, alone=alone and not root.folder)
    if statute is None:
        return
    found.documents[source.name] = document
    found.formats[source.name] = statute.format
    key, several = _key(root, source, statute), _holds_several(statute)
    if root.folder or several:
        found.parts.pop(key, None)
    elif key not in found.texts:
        found.parts[key] = None
    found.texts.setdefault(key, []).append((source, statute))


def _law(found: _Gathered, root: Root, source: Source, *, alone: bool) -> Statute | None:
    """The law of one file; None where it is noted as skipped or unread. ``alone``: one that cannot be read is an error."""
    statute = None
    try:
        if not root.folder or may_hold_law(source.name):
            statute = readers.read(source, found.options)
    except NoLawError:
        if alone:
            raise
    except InputError as error:
        if alone:
            raise
        found.unread.append(Found(source.name, error.line or 1, error.message, words=str(error.message)))
        return None
    if statute and (root.name == STDIN or all(note.code != "no-article-heading" for note in statute.notes)):
        return statute
    found.skipped.append(source.name)
    return None


def _holds_several(statute: Statute) -> bool:
    articles = iter(statute.articles())
    return next(articles, None) is not None and next(articles, None) is not None


def _key(root: Root, source: Source, statute: Statute) -> str:
    if statute.title:
        return f"title {text_key(statute.title)}"
    if _holds_several(statute):
        return f"file {source.name}"
    folder = _named_folder(os.path.dirname(source.name))
    return f"folder {folder}" if folder else f"root {root.name if root.folder else ''}"


@functools.lru_cache(maxsize=4096)
def _named_folder(folder: str) -> str:
    """The nearest folder, from this one upwards, that is named after a text, as a path; "" when there is none."""
    while folder and folder != os.path.dirname(folder):
        if _names_a_text(os.path.basename(folder)):
            return folder
        folder = os.path.dirname(folder)
    return ""


def _names_a_text(folder: str) -> bool:
    return _TEXT_FOLDER.match(unaccented(folder).replace("_", " ").replace("-", " ")) is not None


def _statutes(found: _Gathered) -> Iterator[tuple[str, Statute]]:
    """The texts by their keys."""
    yield from found.ready
    for key, files in found.texts.items():
        yield key, files[0][1] if len(files) == 1 and not key.startswith("folder ") else _together(key, files)


def _together(key: str, files: list[tuple[Source, Statute]]) -> Statute:
    """Several files as one text; a folder named after the text gives it its title."""
    kind, _, name = key.partition(" ")
    base = os.path.commonpath([os.path.dirname(source.name) for source, _ in files])
    placed = [(source._replace(folders=_below(base, source.name)), statute) for source, statute in files]
    statute = collected(base or files[0][0].name, placed)
    if not statute.title and kind == "folder":
        statute = replace(statute, title=os.path.basename(name).replace("_", " "))
    return statute


def _below(base: str, name: str) -> tuple[str, ...]:
    """The folders between the top of a text and one of its files."""
    inner = os.path.relpath(os.path.dirname(name) or ".", base or ".")
    return () if inner == "." else tuple(inner.split(os.sep))


def _documents(found: _Gathered, statute: Statute) -> dict[str, Document]:
    files = dict.fromkeys([statute.source, *(article.file for article in statute.articles())])
    return {file: found.documents[file] for file in files if file in found.documents}
