"""A tar to its members, compressed or not: nothing is written to the disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.errors import InputError

if TYPE_CHECKING:
    from tarfile import TarFile

_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")  # gzip, bzip2, xz
MOST_UNPACKED = 2_000_000_000  # bytes; LEGI's own daily archives unpack to far less
HEAD = 512  # bytes that tell an archive


def is_archive(data: bytes) -> bool:
    """True for the bytes, or the first ones, of a tar or of what a tar may be compressed with."""
    return data[257:262] == b"ustar" or data.startswith(_PACKED)


def unpacked(source: Source) -> tuple[Source, ...]:
    """The files of a tar, compressed or not, in the order of their paths; the source itself when it is no archive.

    Nothing is written to the disk, so a member's name can do no harm; hidden members are passed over as in a directory.

    Raises:
        InputError: a broken archive, or one that unpacks to more than MOST_UNPACKED bytes.
    """
    if not is_archive(source.data):
        return (source,)
    import tarfile
    import zlib
    from lzma import LZMAError

    try:
        with tarfile.open(fileobj=io.BytesIO(source.data)) as archive:
            found = sorted(_members(source.name, archive), key=lambda member: (member.folders, member.name))
    except (tarfile.TarError, EOFError, OSError, zlib.error, LZMAError, ValueError) as error:
        raise InputError(source.name, msg("broken archive: {reason}", reason=str(error) or type(error).__name__)) from None
    if not found:
        raise InputError(source.name, msg("holds no file"))
    return tuple(found)


def _members(name: str, archive: TarFile) -> Iterator[Source]:
    from pathlib import PurePosixPath

    left = MOST_UNPACKED
    for member in archive:
        path = PurePosixPath(member.name)
        if not member.isfile() or any(part.startswith(".") and part not in (".", "..") for part in path.parts):
            continue
        left -= member.size
        if left < 0:
            raise InputError(name, msg("unpacks to more than {n} bytes: unpack it and name the folder", n=MOST_UNPACKED))
        content = archive.extractfile(member)
        if content is not None:
            yield Source(f"{name}/{path}", content.read(), path.parts[:-1])
