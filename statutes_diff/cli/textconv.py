"""Print a text as git shows it in a diff: a line for each heading and alinéa, numbered.

This is what “git-setup” makes git call; “git log -p” and “git show” then compare alinéas, whatever the file is written in. A
file that is no law text comes out as it is: nothing is ever an error here.

Examples:

    statutes-diff textconv code.html
    statutes-diff textconv --no-numbers code.html
"""

from __future__ import annotations

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.messages import N_


@click.command("textconv", cls=Command, help=__doc__)
@argument("file", N_("FILE"))
@option(
    "--numbers/--no-numbers",
    default=True,
    help=N_("Number the alinéas (by default); without numbers, one that is put in does not change the lines below it."),
)
@_options.lang_option
def command(*, file: str, numbers: bool) -> None:
    """See the module."""
    from statutes_diff.cli._output import write

    with open(file, "rb") as read:
        data = read.read()
    write(_converted(file, data, numbers=numbers) or data, "-")


def _converted(name: str, data: bytes, *, numbers: bool) -> str:
    """The text in lines; empty for what is no law text. git stops at a textconv that fails, so nothing may."""
    from statutes_diff import api
    from statutes_diff.reports._views.lines import lines

    try:
        statute = api.read_data(name, data)
        return lines(statute, numbers=numbers)
    except Exception:
        return ""
