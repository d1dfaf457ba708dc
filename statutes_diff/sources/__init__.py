"""From what the user names to bytes: a file, a directory, a tar, ``-`` for stdin, or ``REV:path`` in a git repository.

Nothing is decoded here, nothing is guessed from a name. git is asked in ``git.py`` and nowhere else.
"""

from __future__ import annotations

import errno
import os
import stat
import sys

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.archive import HEAD, is_archive, unpacked
from statutes_diff.sources.errors import InputError, NoLawError

__all__ = ["STDIN", "InputError", "NoLawError", "on_disk", "sources", "unpacked", "versions"]

STDIN = "-"
_NOT_THERE = frozenset((errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP))


def sources(spec: str) -> tuple[Source, ...]:
    """The files that a name stands for: one, or all of a directory or a tar in the order of their paths.

    A path that exists wins over ``REV:path``. In a directory, hidden files and folders, links that lead nowhere, pipes and
    devices are no law text and are passed over.

    Raises:
        InputError: nothing there, not readable, or git does not know it.
    """
    if spec == STDIN:
        return unpacked(_stdin())
    try:
        mode = _mode(spec)
        if mode is not None and stat.S_ISDIR(mode):
            return _directory(spec)
        if mode is not None or ":" not in spec:
            return unpacked(Source(spec, _content(spec)))
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else spec
        raise InputError(name, msg("cannot be read: {reason}", reason=error.strerror or str(error))) from None
    except ValueError:
        raise InputError(spec, msg("is not a file name")) from None
    from statutes_diff.sources.git import revision

    return revision(spec)


def on_disk(spec: str) -> bool:
    """True for a name whose files can be written to: a file or a folder, neither ``REV:path`` nor a tar nor stdin."""
    if not os.path.isfile(spec):
        return os.path.isdir(spec)
    with open(spec, "rb") as file:
        return not is_archive(file.read(HEAD))


def versions(old: str, new: str) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """The files of two versions, as ``sources`` finds them; a content that stands in both is one and the same value, so that
    ``is`` tells what did not change.

    Raises:
        InputError: as ``sources``.
    """
    if _may_be_revision(old) and _may_be_revision(new):
        from statutes_diff.sources.git import two_folders

        folders = two_folders(old, new)
        if folders:
            return folders
    known: dict[bytes, bytes] = {}
    olds, news = ([_known(source, known) for source in sources(spec)] for spec in (old, new))
    return tuple(olds), tuple(news)


def _known(source: Source, known: dict[bytes, bytes]) -> Source:
    data = known.setdefault(source.data, source.data)
    return source if data is source.data else source._replace(data=data)


def _may_be_revision(spec: str) -> bool:
    """True for what has the form ``REV:path`` and is no path that exists."""
    return ":" in spec and "\0" not in spec and not os.path.lexists(spec)


def _stdin() -> Source:
    if sys.stdin is None:  # closed by the caller
        raise InputError("<stdin>", msg("is closed"))
    return Source("<stdin>", sys.stdin.buffer.read())


def _mode(spec: str) -> int | None:
    """What a path is, None when nothing is there."""
    try:
        return os.stat(spec).st_mode
    except OSError as error:
        if error.errno in _NOT_THERE:
            return None
        raise


def _directory(spec: str) -> tuple[Source, ...]:
    from pathlib import Path  # with its URLs it costs more than a small comparison

    root = Path(spec)
    found: list[Source] = []
    for folder, subfolders, files in os.walk(root, onerror=_refuse):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        paths = [os.path.join(folder, name) for name in sorted(files) if not name.startswith(".")]
        above = Path(folder).relative_to(root).parts
        found += [Source(path, _content(path), above) for path in paths if os.path.isfile(path)]
    if not found:
        raise InputError(str(root), msg("holds no file"))
    return tuple(found)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _refuse(error: OSError) -> None:
    raise error
