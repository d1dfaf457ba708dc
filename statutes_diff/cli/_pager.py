"""A result that is longer than the screen goes to a pager, as git's do: ``PAGER``, else less; never into a pipe or a file.

click starts the program and waits for it: Ctrl-C is the pager's, and leaving it before the end is no error.
"""

from __future__ import annotations

import os
import sys

import click

_OFF = "statutes_diff.no_pager"  # in click's store of the command that runs


def keep_off(context: click.Context) -> None:
    """What ``--no-pager`` says, until there is something to show."""
    context.meta[_OFF] = True


def paged(text: str) -> bool:
    """Show a text in a pager; False, and nothing shown, where none is wanted, needed or there."""
    if not (_wanted() and _two_way() and _is_long(text) and _is_there()):
        return False
    click.echo_via_pager(text.removesuffix("\n"))  # click ends the last line
    return True


def _wanted() -> bool:
    context = click.get_current_context(silent=True)
    return os.environ.get("TERM") != "dumb" and not (context and context.meta.get(_OFF))


def _two_way() -> bool:
    """True when a person sits at both ends: a pager is moved with keys."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _is_long(text: str) -> bool:
    from shutil import get_terminal_size

    return text.count("\n") >= get_terminal_size((80, 24)).lines


def _is_there() -> bool:
    """True when the pager can be started: without one, colours and all are better on the screen."""
    import shlex
    from shutil import which

    try:
        words = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    except ValueError:  # a quotation mark that nobody closed
        return False
    return which(words[0]) is not None
