"""New contents for files, whole or not at all: written beside them, then put in their place."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def replace_all(files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Put contents, in pieces, into files: none is touched before all are written, and a reader sees the old or the new ones.

    Raises:
        OSError: named as the file was.
    """
    ready: list[tuple[str, str, Path]] = []
    with _tidied():
        try:
            for name, pieces in files:
                path = Path(os.path.realpath(name))  # a link stays a link
                with named(name), _beside(path) as (beside, out):
                    ready.append((name, beside, path))
                    out.writelines(pieces)
            for name, beside, path in ready:
                with named(name):
                    os.replace(beside, path)
        except BaseException:
            for _name, beside, _path in ready:
                with suppress(OSError):
                    os.unlink(beside)
            raise


@contextmanager
def named(shown: str) -> Iterator[None]:
    """Let what cannot be written be called as the user called it, whatever lies beside it or behind a link."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, shown) from error


class _Ended(BaseException):
    """Somebody ends the program."""


@contextmanager
def _tidied() -> Iterator[None]:
    """Let the block clear away what it began when the program is ended (SIGTERM, SIGHUP); then end as if it had not waited."""
    import signal
    import threading

    def end(number: int, _frame: object) -> None:
        raise _Ended(number)

    names = ("SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()  # no other thread is asked
    ending = [getattr(signal, name) for name in names if hasattr(signal, name)]
    usual = [number for number in ending if signal.getsignal(number) is signal.SIG_DFL]  # nohup has it ignored: so it stays
    try:
        for number in usual:
            signal.signal(number, end)
        yield
    except _Ended as ended:
        signal.signal(ended.args[0], signal.SIG_DFL)
        signal.raise_signal(ended.args[0])
    finally:
        for number in usual:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def _beside(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """A new file beside another, with the permissions of that one once it is written; its name and the file itself."""
    import tempfile

    if path.exists() and not os.access(path, os.W_OK):  # it could be replaced all the same
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
    with open(handle, "wb") as out:
        yield name, out
        out.flush()
        os.fsync(handle)
    os.chmod(name, _mode(path))


def _mode(path: Path) -> int:
    """The permissions the file had, or those any new file gets."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
