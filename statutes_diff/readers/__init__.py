"""Readers: bytes to a statute, one file per format.

A module here without a leading underscore is a reader, found by being there: its file name is the format's public name
(underscores become hyphens), its docstring its help. It offers ``likeness(document) -> float`` (0 to 1: how surely this is its
format) and ``read(document) -> Statute``.
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
from statutes_diff.readers._collection import collected
from statutes_diff.readers._document import Document, decoded
from statutes_diff.sources import InputError


class Reader(Protocol):
    """What a reader module offers."""

    def likeness(self, document: Document) -> float: ...
    def read(self, document: Document) -> Statute: ...


@functools.cache
def formats() -> tuple[str, ...]:
    """The public names of the formats that can be read, in alphabetical order."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in names))


def reader(format: str) -> Reader:
    """The reader of a format."""
    return cast(Reader, importlib.import_module(f"{__name__}.{format.replace('-', '_')}"))


def read(source: Source, *, format: str | None = None, encoding: str | None = None) -> Statute:
    """Read one source; the format is found by its content unless one is named.

    Raises:
        InputError: binary data, an unknown format or encoding, or markup that is refused.
    """
    if format is not None and format not in formats():
        raise InputError(source.name, msg("unknown format: {format}", format=format))
    document = decoded(source, encoding)
    name = format or max(formats(), key=lambda candidate: reader(candidate).likeness(document))
    return reader(name).read(document)


def read_all(name: str, sources: Sequence[Source], *, format: str | None = None, encoding: str | None = None) -> Statute:
    """Read the files of a directory as one statute; a file that is no text is passed over with a note.

    Raises:
        InputError: as ``read``, or none of the files is text.
    """
    found: list[tuple[tuple[str, ...], Statute]] = []
    skipped: list[Note] = []
    for source in sources:
        try:
            found.append((source.folders, read(source, format=format, encoding=encoding)))
        except InputError as error:
            if format or encoding:
                raise
            skipped.append(Note(error.line or 0, "skipped", error.message, source.name))
    if not found:
        raise InputError(name, msg("holds no file that can be read"))
    statute = collected(name, found)
    return dataclasses.replace(statute, notes=(*statute.notes, *skipped))
