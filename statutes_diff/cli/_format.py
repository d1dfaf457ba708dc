"""Which report prints a result: that of ``-f``; else that of the name after ``-o`` by its suffix; else the terminal's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from statutes_diff import reports
from statutes_diff.cli._help import Option
from statutes_diff.cli._output import refuse_terminal
from statutes_diff.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

PLAIN = "terminal"


def printer(command: str, asked: str | None, output: str, plain: str = PLAIN, part: str | None = None) -> ModuleType:
    """The report that prints what a command found, asked for by name, or chosen for the file that it is written to, or ``plain``;
    ``part``: the option that asks for a part of it.

    Raises:
        UsageError: the suffix names a format that this command, or the part, does not have: plain text in a ``.csv`` would be
            taken for one; another option has no effect in the format.
        ClickException: the format is no text and would go to a terminal.
    """
    name = asked or _of_suffix(command, output, plain, part)
    _refuse_idle(command, name, part)
    found = reports.load(name)
    refuse_terminal(found, output)
    return found


def _refuse_idle(command: str, name: str, part: str | None) -> None:
    """Refuse an option that the format does not heed: who gave it would take the result for what was asked for."""
    context = click.get_current_context(silent=True)
    for option in context.command.params if context else ():
        if context and isinstance(option, Option) and option.goes_with and option.asks(context):
            called = max(option.opts, key=len)
            if part and part not in option.goes_with:
                raise click.UsageError(_("{option} does not go with {part}").format(option=called, part=part))
            if name not in option.goes_with:
                raise _not_with(called, [each for each in reports.formats(command) if each in option.goes_with])


def _not_with(option: str, formats: Iterable[str]) -> click.UsageError:
    said = _("{option} goes with these formats: {formats}")
    return click.UsageError(said.format(option=option, formats=", ".join(formats)))


def part_printer(option: str, command: str, asked: str | None, output: str) -> Callable[..., str | bytes | Iterable[str]]:
    """What prints a part of a result (``--count``, ``--stat``) in the format asked for.

    Raises:
        UsageError: the format has no such part; ClickException: as ``printer``.
    """
    offered = reports.formats(command)
    if asked and asked not in offered:
        raise _not_with(option, offered)
    found: Callable[..., str | bytes | Iterable[str]] = getattr(printer(command, asked, output, part=option), command)
    return found


def _of_suffix(command: str, output: str, plain: str, part: str | None) -> str:
    """The format that a file's name asks for; plain text where the suffix is of no format, or where there is none."""
    name = reports.of_suffix(os.path.splitext(output)[1]) or plain
    offered = reports.formats(command)
    if name not in offered:
        said = _("{name} asks for {format}, which this command does not write: choose one of {formats} with -f")
        if part:  # the command itself may write it
            said = _("{name} asks for {format}, which {part} does not go with: choose one of {formats} with -f")
        raise click.UsageError(said.format(name=output, format=name, part=part, formats=", ".join(offered)))
    return name
