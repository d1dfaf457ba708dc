"""Readers: bytes to a statute, one file per format.

A module here without a leading underscore is a reader, found by being there: its file name is the format's public name
(underscores become hyphens), its docstring its help. It offers

- ``likeness(document) -> float``: 0 to 1, how surely this is its format, told from the content alone and at little cost;
- ``read(document, options) -> Statute``;
- and, where many files make one text that they describe themselves (an outline file beside article files),
  ``gathers(documents) -> bool`` and ``gather(name, documents, options) -> Statute``;
- and, where the first line of a file may tell its one article, ``glance(data)``: its number and label, or None.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib
import pkgutil
from collections.abc import Sequence
from typing import Protocol, cast

from statutes_diff.messages import msg
from statutes_diff.model import Note, Source, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import DEFAULTS, Options
from statutes_diff.readers._shared import Glance, Memo, Reading, Words, glanced, shared
from statutes_diff.sources import InputError

__all__ = ["Gatherer", "Memo", "Options", "Reader", "formats", "gathered", "read", "read_all", "reader"]


class Reader(Protocol):
    """What a reader module offers."""

    def likeness(self, document: Document) -> float: ...
    def read(self, document: Document, options: Options) -> Statute: ...


class Gatherer(Reader, Protocol):
    """What a reader of texts in many files offers besides."""

    def gathers(self, documents: Sequence[Document]) -> bool: ...
    def gather(self, name: str, documents: Sequence[Document], options: Options) -> Statute: ...


class Glancer(Reader, Protocol):
    """What a reader offers that can tell the only article of a file without reading it."""

    def glance(self, data: bytes) -> tuple[str, str] | None: ...


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
    if options.alineas != "phrase":
        return statute
    from statutes_diff.readers._counting import by_sentence

    return by_sentence(statute)


def _format_of(document: Document, options: Options) -> str:
    if options.format is None:
        return max(formats(), key=lambda candidate: reader(candidate).likeness(document))
    if options.format not in formats():
        raise InputError(document.source.name, msg("unknown format: {format}", format=options.format))
    return options.format


def read_all(name: str, sources: Sequence[Source], options: Options = DEFAULTS, memo: Memo | None = None) -> Statute:
    """Read the files of a directory as one statute; a file that is no law text is passed over with a note.

    ``memo`` is shared by two versions that are read one after the other.

    Raises:
        InputError: as ``read``, or none of the files can be read.
    """
    memo = Memo() if memo is None else memo
    known = _glanced(sources, options, memo)
    documents = [Document(source, options.encoding) for source, found in zip(sources, known, strict=True) if found is None]
    for gatherer in _gatherers(options):
        if gatherer.gathers(documents):
            every = [Document(source, options.encoding) for source in sources]
            return _counted(gatherer.gather(name, every, options), options)
    return _one_article_a_file(name, sources, known, options, memo)


def gathered(name: str, sources: Sequence[Source], options: Options = DEFAULTS) -> Statute | None:
    """The text that many files describe together (LEGI XML), None when they are not such files."""
    documents = [Document(source, options.encoding) for source in sources]
    gatherer = next((found for found in _gatherers(options) if found.gathers(documents)), None)
    return _counted(gatherer.gather(name, documents, options), options) if gatherer else None


def _gatherers(options: Options) -> list[Gatherer]:
    return [cast(Gatherer, found) for found in _named(options).values() if hasattr(found, "gather")]


def _named(options: Options) -> dict[str, Reader]:
    """The readers that may be asked, by format."""
    return {name: reader(name) for name in formats() if options.format in (None, name)}


def _one_article_a_file(
    name: str, sources: Sequence[Source], known: Sequence[Statute | None], options: Options, memo: Memo
) -> Statute:
    """``known``: what a glance has told of each file."""
    found: list[tuple[Source, Statute]] = []
    skipped: list[Note] = []
    for source, statute in zip(sources, known, strict=True):
        try:
            found.append((source, statute or _once(source, options, memo)))
        except InputError as error:
            if options.format or options.encoding:
                raise
            if memo.whole or id(source.data) not in memo.common:
                skipped.append(Note(error.line or 0, "skipped", error.message, source.name))
    if not found:
        raise InputError(name, msg("holds no file that can be read"))
    from statutes_diff.readers._collection import collected

    statute = collected(name, found)
    return dataclasses.replace(statute, notes=(*statute.notes, *skipped))


def _once(source: Source, options: Options, memo: Memo) -> Statute:
    """A file read; one that both versions hold, once for both."""
    if id(source.data) not in memo.common:
        return read(source, options)
    known = memo.known.get(id(source.data))
    if known is None:
        known = memo.known[id(source.data)] = shared(read(source, options), whole=memo.whole)
    return known


def _glanced(sources: Sequence[Source], options: Options, memo: Memo) -> list[Statute | None]:
    """What a glance at its heading tells of each file that both versions hold; None for the others, and where it tells too
    little."""
    common, known = () if memo.whole else memo.common, memo.glanced
    for data in [source.data for source in sources if id(source.data) in common and id(source.data) not in known]:
        known[id(data)] = _glance(data, options)
    return [known.get(id(source.data)) for source in sources]


def _glance(data: bytes, options: Options) -> Statute | None:
    for name, glance, reading in _glances(options):
        told = glance(data)
        if told:
            return glanced(*told, name, Words(data, reading))
    return None


@functools.cache
def _glances(options: Options) -> tuple[tuple[str, Glance, Reading], ...]:
    """The formats that may be told by a glance, with how to glance and how to read."""
    if options.encoding:
        return ()
    named = _named(options).items()
    reading = functools.partial(_reread, options)
    return tuple((name, cast(Glancer, found).glance, reading) for name, found in named if hasattr(found, "glance"))


def _reread(options: Options, data: bytes) -> Statute:
    return read(Source("", data), options)
