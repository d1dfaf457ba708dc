"""Where a result goes: standard output as UTF-8 whatever the locale, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

import click

from statutes_diff.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import ModuleType


def write(result: str | bytes | Iterable[str], output: str) -> None:
    """Write a report to ``output`` (``-`` is standard output), one that comes in pieces piece by piece.

    An OSError names what could not be written.
    """
    if output == "-" and isinstance(result, str) and to_terminal(output):
        from statutes_diff.cli._pager import paged

        if paged(result):
            return
    pieces: Iterable[str | bytes] = [result] if isinstance(result, (str, bytes)) else result
    data = (piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces)
    if output == "-":
        _to_stdout(data)
    else:
        from pathlib import Path

        _to_file(data, Path(os.path.realpath(output)), output)  # a link stays a link


def same_file(output: str, inputs: Iterable[str]) -> bool:
    """True when writing would overwrite one of the texts that are read: never what a lawyer means."""
    with suppress(OSError):
        return output != "-" and any(_same(output, path) for path in inputs if os.path.exists(path))
    return False


def _same(output: str, path: str) -> bool:
    """True for the same file, and for a file that exists below a folder that is read."""
    if not os.path.isdir(path):
        return os.path.exists(output) and os.path.samefile(output, path)
    below = os.path.commonpath([os.path.realpath(output), os.path.realpath(path)]) == os.path.realpath(path)
    return below and os.path.exists(output)


def to_terminal(output: str) -> bool:
    """True when the result goes to a terminal."""
    return output == "-" and sys.stdout is not None and sys.stdout.isatty()


def _is_screen(output: str) -> bool:
    """True for a terminal, as standard output or by a name of its own (``/dev/tty``)."""
    if output == "-":
        return to_terminal(output)
    with suppress(OSError):
        if stat.S_ISCHR(os.stat(output).st_mode):
            with open(output, "wb", buffering=0) as device:
                return device.isatty()
    return False


def refuse_no_place(output: str) -> None:
    """Refuse a file that cannot be: a folder, or one whose folder is not there. Told after a long comparison it would be lost.

    Raises:
        OSError: named as the user named it.
    """
    if output == "-":
        return
    if not output:  # a path that is made of it would be the present folder
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), output)
    if os.path.isdir(output):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), output)
    with _named(output):
        with suppress(FileNotFoundError):
            os.stat(output)
        os.stat(os.path.join(os.path.dirname(os.path.realpath(output)), ""))


def refuse_terminal(report: ModuleType, output: str) -> None:
    """Refuse a format of bytes that no one can read on a screen."""
    if getattr(report, "BINARY", False) and _is_screen(output):
        name = report.__name__.rpartition(".")[2]
        raise click.ClickException(_("{format} is no text for a screen: name a file with -o").format(format=name))


def _to_stdout(data: Iterable[bytes]) -> None:
    if sys.stdout is None:  # closed before the program began
        raise OSError(9, os.strerror(9), _("standard output"))
    try:
        sys.stdout.flush()
        for piece in data:
            left = memoryview(piece)
            while left:  # unbuffered (PYTHONUNBUFFERED), one write may take a part only
                left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, _("standard output")) from error


def _to_file(data: Iterable[bytes], path: Path, shown: str) -> None:
    with _named(shown):
        if os.path.exists(shown) and not os.path.isfile(shown):  # a device or a pipe cannot be replaced; a folder says so itself
            with open(shown, "wb") as out:  # by its own name: what /dev/stdout leads to has none
                out.writelines(data)
        else:
            _replace(data, path)


@contextmanager
def _named(shown: str) -> Iterator[None]:
    """Let what cannot be written be called as the user called it, whatever lies beside it or behind a link."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, shown) from error


def _replace(data: Iterable[bytes], path: Path) -> None:
    """Write beside the file, then put the new one in its place: a reader sees the old result or the new one."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    name = ""
    with _tidied():
        try:
            with _beside(path) as (name, out):
                out.writelines(data)
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise


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


def replace_all(files: Sequence[tuple[str, bytes]]) -> None:
    """Put new contents into files that exist: all are written beside them first, and no file is touched when one cannot be."""
    from pathlib import Path

    ready: list[tuple[str, Path]] = []
    with _tidied():
        try:
            for name, data in files:
                path = Path(os.path.realpath(name))
                if not os.access(path, os.W_OK):
                    raise PermissionError(13, os.strerror(13), name)
                with _named(name), _beside(path) as (beside, out):
                    ready.append((beside, path))
                    out.write(data)
            for beside, path in ready:
                os.replace(beside, path)
        except BaseException:
            for beside, _path in ready:
                with suppress(OSError):
                    os.unlink(beside)
            raise


@contextmanager
def _beside(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """A new file beside another, with the permissions of that one once it is written; its name and the file itself."""
    import tempfile

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
