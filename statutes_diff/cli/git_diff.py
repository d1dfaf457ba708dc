"""Compare two versions of a file for git, which calls this as its diff driver once “git-setup” has told it to.

git passes the path, then the file, its id and its mode before and after, and of a renamed file its new path. What is no law
text is shown as git shows it. The exit code is 0 whatever changed: git takes any other for a failure.

Examples:

    statutes-diff git-diff a.md old.tmp 1a2b3c4 100644 a.md 5d6e7f8 100644
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument
from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from statutes_diff.model import Statute

_UNMERGED = 1  # arguments: the path of a file whose merge is not settled


@click.command("git-diff", cls=Command, help=__doc__)
@argument("values", N_("PATH OLD-FILE OLD-ID OLD-MODE NEW-FILE NEW-ID NEW-MODE"), nargs=-1, required=True)
@_options.lang_option
def command(*, values: tuple[str, ...]) -> None:
    """See the module."""
    from statutes_diff.cli._output import write
    from statutes_diff.cli._pager import keep_off

    keep_off(click.get_current_context())  # paging is git's
    if len(values) == _UNMERGED:
        return
    if len(values) not in (7, 8, 9):
        raise click.UsageError(_("git gives 7 values of a file, and 9 of a renamed one"))
    path, old, new = values[0], values[1], values[4]
    write(_head(path, values[7] if len(values) > 7 else path), "-")
    write(_shown(path, old, new), "-")


def _head(path: str, renamed: str) -> str:
    from statutes_diff.terminal import printable

    return f"{printable(path if renamed == path else f'{path} → {renamed}')}\n"


def _shown(path: str, old: str, new: str) -> str | bytes:
    """The account of two files; where they are no law text or it cannot be given, the diff of their lines."""
    from statutes_diff.cli._output import to_terminal
    from statutes_diff.sources.git.driver import plain, wants_color

    color = wants_color(to_terminal("-"))
    try:
        return _account(path, old, new, color=color) or plain(path, old, new, color=color)
    except Exception:  # whatever it is, the reader wants to see what changed
        return plain(path, old, new, color=color)


def _account(path: str, old: str, new: str, *, color: bool) -> str:
    from statutes_diff import api, reports
    from statutes_diff.model import Override, Statute
    from statutes_diff.reports._views.lines import is_law

    versions = [_version(f"{side}/{path}", file) for side, file in (("a", old), ("b", new))]
    held = [[article.number for article in statute.articles()] if statute else [] for statute in versions]
    if not any(statute and is_law(statute) for statute in versions):
        return ""
    before, after = (statute or Statute("", os.devnull, "", "", ()) for statute in versions)
    pairs = (
        [] if all(held) else [*(Override(number, None) for number in held[0]), *(Override(None, number) for number in held[1])]
    )
    account = api.compare(before, after, pairs=pairs)
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 80
    return str(reports.load("terminal").compare(account, reports.View(color=color, width=width))) + "\n"


def _version(name: str, file: str) -> Statute | None:
    """One side of a file; None where it is not there."""
    from statutes_diff import api

    if file == os.devnull:
        return None
    with open(file, "rb") as read:
        return api.read_data(name, read.read())
