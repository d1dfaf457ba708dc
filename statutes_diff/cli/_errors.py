"""What a person is told when something goes wrong: one line that names the file, the line and what to do.

``statutes-diff: NAME:LINE: message``; a wrong command line gets a second line that names the help. Names come from
anywhere, so everything passes through ``printable``.
"""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statutes_diff.messages import N_, _, translated
from statutes_diff.terminal import named, printable

if TYPE_CHECKING:
    from statutes_diff.model import Message

DEBUG = "STATUTES_DIFF_DEBUG"
_PACKAGE = Path(__file__).parent.parent

# What the system says, for the catalogue; other words of the system are shown as they come.
_SYSTEM = (
    N_("Bad file descriptor"),
    N_("Broken pipe"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
)


def explanation(error: BaseException) -> str:
    """The words for an error: one line, or two for a wrong command line, or a bug with its traceback when asked for."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.UsageError):
        return _usage(error)
    if isinstance(error, click.ClickException):
        return _line(error.format_message())
    if _is_input_error(error):
        return _line(_said(error.message), error.name, error.line)  # type: ignore[attr-defined]
    if isinstance(error, OSError):
        return _line(_(error.strerror or str(error)), error.filename)
    return _bug(error)


def remark(message: Message, name: str, line: int | None) -> None:
    """Tell what is no error: one line about a file that is read, beside the result."""
    with suppress(OSError):
        print(_line(_said(message), name, line), file=sys.stderr, flush=True)


def told(words: str) -> None:
    """One line about the whole result, beside it."""
    with suppress(OSError):
        print(_line(words), file=sys.stderr, flush=True)


def _said(message: Message) -> str:
    """A message in the user's language, the system's reason inside it too."""
    values = tuple((name, _value(name, value)) for name, value in message.values)
    return translated(message._replace(values=values))


def _value(name: str, value: str | int) -> str | int:
    if name == "reason":
        return _(str(value))
    return named(value) if isinstance(value, str) else value


def _line(message: str, name: object = None, line: int | None = None) -> str:
    place = [] if name is None else [named(str(name))]
    where = "".join(f"{part}: " for part in [":".join([*place, *([str(line)] if line else [])])] if part)
    return f"statutes-diff: {_one_line(where)}{_one_line(message)}"


def _one_line(text: str) -> str:
    """Printable, its line breaks and tabs as spaces."""
    return printable(text.replace("\n", " ").replace("\t", " "))


def _usage(error: click.UsageError) -> str:
    said = _line(error.format_message())
    if error.ctx is None:
        return said
    hint = _("Try '{command} {option}' for help.").format(command=error.ctx.command_path, option="--help")
    return f"{said}\n{hint}"


def _is_input_error(error: BaseException) -> bool:
    """True for the error of unreadable input; it can only be one when ``sources`` was loaded to raise it."""
    sources = sys.modules.get("statutes_diff.sources")
    return sources is not None and isinstance(error, sources.InputError)


def _bug(error: BaseException) -> str:
    if os.environ.get(DEBUG):
        return printable("".join(traceback.format_exception(error)).rstrip("\n"))
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    template = _("a bug: {error} (at {place}); set {variable}=1 to see where it comes from, and please report it")
    return _line(template.format(error=words, place=_place(error), variable=DEBUG))


def _place(error: BaseException) -> str:
    """``file:line`` of the last of our own lines that ran, from the package's folder on."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    for frame in reversed(ours or frames):
        path = Path(frame.filename)
        return f"{path.relative_to(_PACKAGE.parent) if ours else path.name}:{frame.lineno}"
    return "?"
