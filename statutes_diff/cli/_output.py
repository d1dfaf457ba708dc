"""Where a result goes: standard output as UTF-8 whatever the locale, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from statutes_diff.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable
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
        _to_file(data, output)


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
    from statutes_diff.cli._replacing import named

    with named(output):
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
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), _("standard output"))
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


def _to_file(data: Iterable[bytes], output: str) -> None:
    from statutes_diff.cli._replacing import named, replace_all

    if not os.path.exists(output) or os.path.isfile(output):
        replace_all([(output, data)])
        return
    with named(output), open(output, "wb") as out:  # a device or a pipe cannot be replaced; what /dev/stdout leads to has no name
        out.writelines(data)
