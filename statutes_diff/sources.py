"""From what the user names to bytes: a file, a directory, a tar, ``-`` for stdin, or ``REV:path`` in a git repository.

git lives here and nowhere else. Nothing is decoded here, nothing is guessed from a name.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.model import Message, Source

if TYPE_CHECKING:
    from tarfile import TarFile

STDIN = "-"
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")  # gzip, bzip2, xz
MOST_UNPACKED = 2_000_000_000  # bytes; LEGI's own daily archives unpack to far less


class InputError(Exception):
    """Input that cannot be read: the name to show, the line (None: the whole), and what to do about it."""

    def __init__(self, name: str, message: Message, line: int | None = None) -> None:
        super().__init__(name, message, line)
        self.name = name
        self.message = message
        self.line = line

    def __str__(self) -> str:
        place = f"{self.name}:{self.line}" if self.line else self.name
        return f"{place}: {self.message}"


def sources(spec: str) -> tuple[Source, ...]:
    """The files that a name stands for: one, or all of a directory or a tar in the order of their paths.

    A path that exists wins over ``REV:path``. In a directory, hidden files and folders, links that lead nowhere, pipes and
    devices are no law text and are passed over.

    Raises:
        InputError: nothing there, not readable, or git does not know it.
    """
    if spec == STDIN:
        return unpacked(_stdin())
    path = Path(spec)
    try:
        if path.is_dir():
            return _directory(path)
        if path.exists() or ":" not in spec:
            return unpacked(Source(spec, path.read_bytes()))
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else spec
        raise InputError(name, msg("cannot be read: {reason}", reason=error.strerror or str(error))) from None
    except ValueError:
        raise InputError(spec, msg("is not a file name")) from None
    return _revision(spec)


def _stdin() -> Source:
    if sys.stdin is None:  # closed by the caller
        raise InputError("<stdin>", msg("is closed"))
    return Source("<stdin>", sys.stdin.buffer.read())


def unpacked(source: Source) -> tuple[Source, ...]:
    """The files of a tar, compressed or not, in the order of their paths; the source itself when it is no archive.

    Nothing is written to the disk, so a member's name can do no harm; hidden members are passed over as in a directory.

    Raises:
        InputError: a broken archive, or one that unpacks to more than MOST_UNPACKED bytes.
    """
    if not (source.data[257:262] == b"ustar" or source.data.startswith(_PACKED)):
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


def _directory(root: Path) -> tuple[Source, ...]:
    found: list[Source] = []
    for folder, subfolders, files in os.walk(root, onerror=_refuse):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        names = sorted(name for name in files if not name.startswith("."))
        above = Path(folder).relative_to(root).parts
        paths = [(os.path.join(folder, name), Path(folder, name)) for name in names]
        found += [Source(shown, path.read_bytes(), above) for shown, path in paths if path.is_file()]
    if not found:
        raise InputError(str(root), msg("holds no file"))
    return tuple(found)


def _refuse(error: OSError) -> None:
    raise error


def _revision(spec: str) -> tuple[Source, ...]:
    """``REV:path`` through git; a folder becomes all files below it."""
    revision, _, path = spec.partition(":")
    kind = _git(spec, "cat-file", "-t", spec).decode("ascii", "replace").strip()
    if kind == "blob":
        return unpacked(Source(spec, _git(spec, "cat-file", "blob", spec)))
    if kind != "tree":
        raise InputError(spec, msg("is neither a file nor a folder of that revision"))
    listed = _git(spec, "ls-tree", "-r", "-z", "--name-only", spec).split(b"\0")
    names = sorted(os.fsdecode(name) for name in listed if name)
    shown = [name for name in names if not any(part.startswith(".") for part in PurePosixPath(name).parts)]
    if not shown:
        raise InputError(spec, msg("holds no file"))
    base = f"{revision}:{path.rstrip('/')}/" if path.strip("/") else f"{revision}:"
    blobs = _blobs(spec, [base + name for name in shown])
    return tuple(Source(base + n, data, PurePosixPath(n).parts[:-1]) for n, data in zip(shown, blobs, strict=True))


def _blobs(spec: str, names: list[str]) -> list[bytes]:
    """The contents of many objects in one git process (``git cat-file --batch``)."""
    asked = b"".join(os.fsencode(name) + b"\n" for name in names)
    answer = _git(spec, "cat-file", "--batch", stdin=asked)
    found: list[bytes] = []
    at = 0
    for _ in names:
        end = answer.index(b"\n", at)
        header = answer[at:end].rsplit(b" ", 2)
        if len(header) < 3 or header[1] != b"blob":
            raise InputError(spec, msg("holds a name that git cannot list one a line"))
        size = int(header[2])
        found.append(answer[end + 1 : end + 1 + size])
        at = end + size + 2
    return found


def _git(spec: str, *arguments: str, stdin: bytes = b"") -> bytes:
    if spec.startswith("-"):
        raise InputError(spec, msg("is not a file name"))
    import subprocess

    try:
        done = subprocess.run(["git", *arguments], input=stdin, capture_output=True, check=False)
    except (OSError, ValueError):
        raise InputError(spec, msg("no such file, and git cannot be run to look for a revision")) from None
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        raise InputError(spec, msg("no such file, and git says: {reason}", reason=reason[0]))
    return done.stdout
