"""One source on its way to a reader: its bytes, and its characters with the encoding they are in, decided by rule.

A byte order mark, then UTF-8, then the one of three single-byte encodings of old French files that gives the most French letters.
"""

from __future__ import annotations

import codecs
import re
from functools import cached_property
from typing import NamedTuple

from statutes_diff.messages import msg, plural
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
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FEW = 4  # right sequences for each wrong byte
_SCORED = 200_000  # bytes that are enough to tell an encoding
_HEAD = 20_000  # characters that are enough to tell a format


class Decoded(NamedTuple):
    """A source as characters, the encoding that was taken, and what had to be said about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


class Document:
    """A source to be read. Readers of text use ``text``; readers of other formats use ``data``."""

    def __init__(self, source: Source, encoding: str | None = None) -> None:
        self.source = source
        self.data = source.data
        self._asked = encoding

    @cached_property
    def decoded(self) -> Decoded:
        """The characters, decoded when first asked for.

        Raises:
            InputError: binary data, or bytes that the encoding asked for does not know.
        """
        return decoded(self.source, self._asked)

    @property
    def text(self) -> str:
        """The characters of the source."""
        return self.decoded.text

    @cached_property
    def head(self) -> str:
        """The start of the text, enough to tell a format by; empty for binary data."""
        try:
            return self.text[:_HEAD]
        except InputError:
            return ""


def decoded(source: Source, encoding: str | None = None) -> Decoded:
    """Decode a source; ``encoding`` overrules the rule.

    Raises:
        InputError: binary data, or bytes that the encoding asked for does not know.
    """
    if encoding:
        return Decoded(_strict(source, encoding, 0), codecs.lookup(encoding).name)
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return Decoded(_strict(source, name, len(mark)), name)
    if b"\0" in source.data:
        raise InputError(source.name, msg("is not text: it holds NUL bytes"), _line_at(source.data, source.data.index(b"\0")))
    try:
        return Decoded(source.data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _faulty_utf8(source, error.start) or _single_byte(source, error.start)


def _faulty_utf8(source: Source, offset: int) -> Decoded | None:
    """UTF-8 with a few wrong bytes (a file cut off, a line pasted from elsewhere), those read as windows-1252; None when the
    wrong bytes are not few."""
    right = len(_SEQUENCE.findall(source.data))
    wrong = sum(byte > 127 for byte in _SEQUENCE.sub(b"", source.data))
    if wrong * _FEW > right:
        return None
    message = plural(
        "{n} byte is not UTF-8: read as {encoding}", "{n} bytes are not UTF-8: read as {encoding}", wrong, encoding="cp1252"
    )
    codecs.register_error("statutes-diff-cp1252", _as_cp1252)
    note = Note(_line_at(source.data, offset), "encoding", message)
    return Decoded(source.data.decode("utf-8", "statutes-diff-cp1252"), "utf-8", (note,))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _single_byte(source: Source, offset: int) -> Decoded:
    name = max(_OLD, key=lambda candidate: (_likeness(source.data, candidate), -_OLD.index(candidate)))
    message = msg("not UTF-8: read as {encoding}, which gives the most French letters", encoding=name)
    return Decoded(source.data.decode(name, "replace"), name, (Note(_line_at(source.data, offset), "encoding", message),))


def _strict(source: Source, encoding: str, start: int) -> str:
    try:
        return source.data[start:].decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise InputError(source.name, msg("unknown encoding: {encoding}", encoding=encoding)) from None
    except UnicodeDecodeError as error:
        offset = start + error.start
        byte = f"0x{source.data[offset]:02x}"
        reason = msg("byte {byte} is not {encoding}", byte=byte, encoding=encoding)
        raise InputError(source.name, reason, _line_at(source.data, offset)) from None


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _likeness(data: bytes, encoding: str) -> int:
    """How French the bytes above ASCII look in an encoding: French letters count for it, all else against it."""
    high = bytes(byte for byte in data[:_SCORED] if byte > 127)
    return sum(_FRENCH.get(character, -3) for character in high.decode(encoding, "replace"))
