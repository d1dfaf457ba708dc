"""What the reports may assume about the place they are shown in: colours and width."""

from __future__ import annotations

import os

from statutes_diff.cli._output import to_terminal
from statutes_diff.reports._views.view import View

WIDTH_WHEN_PIPED = 80  # columns
WIDE = 160  # columns that hold two readable lines of law side by side


def view(output: str, color: str, wishes: View | None = None) -> View:
    """What the user wishes to see, for a result that goes to ``output``: its colours and its width."""
    terminal = to_terminal(output)
    width = _width_of_terminal() if terminal else WIDTH_WHEN_PIPED
    plain = output != "-" and color == "auto"  # a file is for any reader, whatever the environment says of terminals
    return (wishes or View())._replace(color=not plain and wants_color(color, terminal), width=width)


def in_columns(shown: View, asked: bool | None, output: str) -> View:
    """The view with old and new words side by side: when asked for, else on a terminal that is wide enough."""
    wide = to_terminal(output) and shown.width >= WIDE and not shown.rewritten
    return shown._replace(beside=wide if asked is None else asked)


def _width_of_terminal() -> int:
    from shutil import get_terminal_size  # with its archives it costs more than a small comparison

    return get_terminal_size((WIDTH_WHEN_PIPED, 24)).columns


def wants_color(color: str, terminal: bool) -> bool:
    """``--color`` first, then the environment (no-color.org, force-color.org, bixense.com/clicolors), then the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and os.environ.get("TERM") != "dumb" and os.environ.get("CLICOLOR") != "0"
