"""Readers: bytes to a statute, one file per format.

A module here without a leading underscore is a reader, found by being there: its file name is the format's public name
(underscores become hyphens), its docstring its help. It offers

- ``likeness(document) -> float``: 0 to 1, how surely this is its format, told from the content alone and at little cost;
- ``read(document, options) -> Statute``;
- and, where many files make one text that they describe themselves (an outline file beside article files),
  ``gathers(documents) -> bool`` and ``gather(name, documents, options) -> Statute``.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib
import pkgutil
from collections.abc import Sequence
from typing import Protocol, TypeAlias, cast

from statutes_diff.messages import msg
from statutes_diff.model import Note, Source, Statute
from statutes_diff.readers._collection import collected
from statutes_diff.readers._counting import by_sentence
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import DEFAULTS, Options
from statutes_diff.sources import InputError

__all__ = ["Gatherer", "Memo", "Options", "Reader", "formats", "read", "read_all", "reader"]


Memo: TypeAlias = dict[tuple[bytes, Options], Statute]


class Reader(Protocol):
    """What a reader module offers."""

    def likeness(self, document: Document) -> float: ...
    def read(self, document: Document, options: Options) -> Statute: ...


class Gatherer(Reader, Protocol):
    """What a reader of texts in many files offers besides."""

    def gathers(self, documents: Sequence[Document]) -> bool: ...
    def gather(self, name: str, documents: Sequence[Document], options: Options) -> Statute: ...


@functools.cache
def formats() -> tuple[str, ...]:
    """The public names of the formats that can be read, in alphabetical order."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in names))


@functools.cache
def reader(format: str) -> Reader:
    """The reader of a format."""
    return cast(Reader, importlib.import_module(f"{__name__}.{format.replace('-', '_')}"))


def read(source: Source, options: Options = DEFAULTS) -> Statute:
    """Read one source; the format is found by its content unless one is named.

    Raises:
        InputError: binary data, an unknown format or encoding, or markup that is refused.
    """
    document = Document(source, options.encoding)
    return _counted(reader(_format_of(document, options)).read(document, options), options)


def _counted(statute: Statute, options: Options) -> Statute:
    return by_sentence(statute) if options.alineas == "phrase" else statute


def _format_of(document: Document, options: Options) -> str:
    if options.format is None:
        return max(formats(), key=lambda candidate: reader(candidate).likeness(document))
    if options.format not in formats():
        raise InputError(document.source.name, msg("unknown format: {format}", format=options.format))
    return options.format


def read_all(name: str, sources: Sequence[Source], options: Options = DEFAULTS, memo: Memo | None = None) -> Statute:
    """Read the files of a directory as one statute; a file that is no law text is passed over with a note.

    ``memo`` keeps what was read by content, so that a file which stands in two versions is parsed once.

    Raises:
        InputError: as ``read``, or none of the files can be read.
    """
    documents = [Document(source, options.encoding) for source in sources]
    for gatherer in _gatherers(options):
        if gatherer.gathers(documents):
            return _counted(gatherer.gather(name, documents, options), options)
    return _counted(_one_article_a_file(name, documents, options, {} if memo is None else memo), options)


def _gatherers(options: Options) -> list[Gatherer]:
    named = [reader(name) for name in formats() if options.format in (None, name)]
    return [cast(Gatherer, found) for found in named if hasattr(found, "gather")]


def _one_article_a_file(name: str, documents: Sequence[Document], options: Options, memo: Memo) -> Statute:
    found: list[tuple[Source, Statute]] = []
    skipped: list[Note] = []
    for document in documents:
        try:
            known = memo.get((document.data, options))
            if known is None:
                known = memo[document.data, options] = reader(_format_of(document, options)).read(document, options)
            found.append((document.source, known))
        except InputError as error:
            if options.format or options.encoding:
                raise
            skipped.append(Note(error.line or 0, "skipped", error.message, document.source.name))
    if not found:
        raise InputError(name, msg("holds no file that can be read"))
    statute = collected(name, found)
    return dataclasses.replace(statute, notes=(*statute.notes, *skipped))
