"""Bytes to characters: which encoding a source is in, decided by rule and said in a note.

A byte order mark, then UTF-8, then the one of three single-byte encodings of old French files that gives the most French letters.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from statutes_diff.messages import msg
from statutes_diff.model import Note, Source
from statutes_diff.sources import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = ("cp1252", "iso8859-15", "cp850")
_FRENCH = {**dict.fromkeys("éèàçêùâîôûëïüÿœæ", 2), **dict.fromkeys("ÉÈÀÇÊÙÂÎÔÛËÏŒÆ«»°’‘–—…€§“”\u00a0", 1)}


@dataclass(frozen=True, slots=True)
class Document:
    """A source as characters, with the encoding that was taken and what had to be said about it."""

    source: Source
    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decoded(source: Source, encoding: str | None = None) -> Document:
    """Decode a source; ``encoding`` overrules the rule.

    Raises:
        InputError: binary data, or bytes that the encoding asked for does not know.
    """
    if encoding:
        return Document(source, _asked(source, encoding), codecs.lookup(encoding).name)
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return _strict(Source(source.name, source.data[len(mark) :], source.folders), name)
    if b"\0" in source.data:
        raise InputError(source.name, msg("is not text: it holds NUL bytes"), _line_at(source.data, source.data.index(b"\0")))
    try:
        return Document(source, source.data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        line = _line_at(source.data, error.start)
    name = max(_OLD, key=lambda candidate: (_likeness(source.data, candidate), -_OLD.index(candidate)))
    note = Note(line, "encoding", msg("not UTF-8: read as {encoding}, which gives the most French letters", encoding=name))
    return Document(source, source.data.decode(name, "replace"), name, (note,))


def _asked(source: Source, encoding: str) -> str:
    try:
        return source.data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise InputError(source.name, msg("unknown encoding: {encoding}", encoding=encoding)) from None
    except UnicodeDecodeError as error:
        reason = msg("byte {byte} is not {encoding}", byte=f"0x{source.data[error.start]:02x}", encoding=encoding)
        raise InputError(source.name, reason, _line_at(source.data, error.start)) from None


def _strict(source: Source, encoding: str) -> Document:
    return Document(source, _asked(source, encoding), encoding)


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _likeness(data: bytes, encoding: str) -> int:
    """How French the bytes above ASCII look in an encoding: French letters count for it, all else against it."""
    high = bytes(byte for byte in data[:200_000] if byte > 127)
    return sum(_FRENCH.get(character, -3) for character in high.decode(encoding, "replace"))
