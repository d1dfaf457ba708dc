"""A tar to its members, compressed or not: nothing is written to the disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, cast

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.errors import InputError

_GZIP, _BZIP2, _XZ = _PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
MOST_UNPACKED = 2_000_000_000  # bytes; LEGI's own daily archives unpack to far less
MOST_RATIO = 200  # times the archive; a tar of many small XML files, packed as well as can be, unpacks to some 60 times its size
ALWAYS = 50_000_000  # bytes that no ratio forbids
HEAD = BLOCK = 512  # bytes: the first ones tell an archive, which is made of such blocks
_PIECE = 1 << 20  # bytes
_CUT = msg("broken archive: it ends in the middle")
_DAMAGED = msg("broken archive: its content is damaged")


def is_archive(data: bytes) -> bool:
    """True for the bytes, or the first ones, of a tar or of what a tar may be compressed with."""
    return data[257:262] == b"ustar" or data.startswith(_PACKED)


def unpacked(source: Source) -> tuple[Source, ...]:
    """The files of a tar, compressed or not, in the order of their paths; the source itself when it is no archive.

    Nothing is written to the disk, so a member's name can do no harm; hidden members are passed over as in a directory.

    Raises:
        InputError: a broken archive, or one that unpacks to more than MOST_UNPACKED bytes, or than its size explains.
    """
    if not is_archive(source.data):
        return (source,)
    plain = _Plain(source)
    try:
        found = sorted(_members(plain), key=lambda member: (member.folders, member.name))
        plain.close()
    except Exception as error:
        raise _refusal(plain, error) from None
    if not found:
        raise InputError(source.name, msg("holds no file"))
    return tuple(found)


class _Plain:
    """The tar itself as a file that is read once from its start to its end, and no further than its size explains."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.is_packed = source.data.startswith(_PACKED)
        self.most = min(MOST_UNPACKED, max(ALWAYS, MOST_RATIO * len(source.data)))
        self.last = b""
        self._at = 0
        self._file = _uncompressed(source.data)

    def read(self, size: int = -1) -> bytes:
        try:
            most = self.most - self._at + 1
            data = self._file.read(most if size < 0 else min(size, most))
        except EOFError:
            raise InputError(self.name, _CUT) from None
        except MemoryError:
            raise
        except Exception:  # each way of compressing has its own
            raise InputError(self.name, _DAMAGED) from None
        self._at += len(data)
        self.refuse_past(self._at)
        self.last = data
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, position: int) -> int:
        if position < self._at:  # no archive needs it, and unpacking would begin again each time
            raise ValueError
        while self._at < position and self.read(min(position - self._at, _PIECE)):
            pass
        return self._at

    def close(self) -> None:
        """See to it that the archive is whole: its last block is empty, and what is compressed comes out right to its end."""
        if self.last.count(0) != BLOCK:
            raise InputError(self.name, _CUT if len(self.last) < BLOCK else _DAMAGED)
        if damage := self.damage():
            raise damage

    def damage(self) -> InputError | None:
        """What is wrong with the rest of what is compressed: only its end tells whether all of it came out right."""
        try:
            while self.read(_PIECE):
                pass
        except InputError as found:
            return found
        return None

    def refuse_past(self, size: int) -> None:
        """Refuse an archive that unpacks to that many bytes."""
        if size > self.most and self.most < MOST_UNPACKED:
            raise InputError(self.name, msg("unpacks to far more than its size explains: refused"))
        if size > self.most:
            raise InputError(self.name, msg("unpacks to more than {n} bytes: unpack it and name the folder", n=self.most))


def _uncompressed(data: bytes) -> IO[bytes]:
    packed = io.BytesIO(data)
    if data.startswith(_GZIP):
        import gzip

        return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
    if data.startswith(_BZIP2):
        import bz2

        return bz2.BZ2File(packed)
    if data.startswith(_XZ):
        import lzma

        return lzma.LZMAFile(packed)
    return packed


def _members(plain: _Plain) -> Iterator[Source]:
    import tarfile
    from pathlib import PurePosixPath

    size = 0
    with tarfile.open(fileobj=cast("IO[bytes]", plain), mode="r:") as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if not member.isfile() or any(part.startswith(".") and part not in (".", "..") for part in path.parts):
                continue
            size += member.size  # of a file with holes more than the archive holds
            plain.refuse_past(size)
            content = archive.extractfile(member)
            if content is not None:
                yield Source(f"{plain.name}/{path}", content.read(), path.parts[:-1])


def _refusal(plain: _Plain, error: Exception) -> Exception:
    """What is wrong with an archive, in words; the error itself where it is none of an archive."""
    from tarfile import TarError

    if isinstance(error, TarError) and "unexpected end" in str(error):
        return InputError(plain.name, _CUT)
    if isinstance(error, TarError) and plain.is_packed and plain.tell() <= BLOCK:
        return plain.damage() or InputError(plain.name, msg("is compressed, and no tar: unpack it first"))
    return InputError(plain.name, _DAMAGED) if isinstance(error, (TarError, ValueError, RecursionError)) else error
