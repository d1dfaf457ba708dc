"""Which report prints a result: that of ``-f``; else that of the name after ``-o`` by its suffix; else the terminal's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from statutes_diff import reports
from statutes_diff.cli._output import refuse_terminal
from statutes_diff.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from statutes_diff.reports._views.view import Table

PLAIN = "terminal"


def printer(command: str, asked: str | None, output: str, plain: str = PLAIN) -> ModuleType:
    """The report that prints what a command found, asked for by name, or chosen for the file that it is written to, or ``plain``.

    Raises:
        UsageError: the suffix names a format that this command does not have: plain text in a ``.csv`` would be taken for one.
        ClickException: the format is no text and would go to a terminal.
    """
    found = reports.load(asked or _of_suffix(command, output, plain))
    refuse_terminal(found, output)
    return found


def part_printer(option: str, command: str, asked: str | None, output: str) -> Callable[..., str | bytes | Iterable[str]]:
    """What prints a part of a result (``--count``, ``--stat``) in the format asked for.

    Raises:
        UsageError: the format has no such part; ClickException: as ``printer``.
    """
    offered = reports.formats(command)
    if asked and asked not in offered:
        said = _("{option} goes with these formats: {formats}")
        raise click.UsageError(said.format(option=option, formats=", ".join(offered)))
    found: Callable[..., str | bytes | Iterable[str]] = getattr(printer(command, asked, output), command)
    return found


def for_table(show: Callable[..., object], table: Table | None) -> Table:
    """The table that ``--table`` asks for, the first one when nobody asks.

    Raises:
        UsageError: the format prints all tables, or none.
    """
    if table is not None and not show.__module__.endswith(".csv"):
        raise click.UsageError(_("--table goes with -f csv, which holds one table; other formats hold them all"))
    return table or "alineas"


def _of_suffix(command: str, output: str, plain: str) -> str:
    """The format that a file's name asks for; plain text where the suffix is of no format, or where there is none."""
    name = reports.of_suffix(os.path.splitext(output)[1]) or plain
    offered = reports.formats(command)
    if name not in offered:
        said = _("{name} asks for {format}, which this command does not write: choose one of {formats} with -f")
        raise click.UsageError(said.format(name=output, format=name, formats=", ".join(offered)))
    return name
