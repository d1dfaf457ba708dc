"""``--author`` and ``--revision-date``: who signs the revisions of a Word file, and the day they bear.

Both are fixed unless the user says otherwise, so that the same texts give the same file on every machine and every day.
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from statutes_diff.cli._help import Function, option
from statutes_diff.messages import N_, _
from statutes_diff.reports._views.view import AUTHOR, REVISED

if TYPE_CHECKING:
    from statutes_diff.reports._views.view import View


class Signature(NamedTuple):
    """The name and the moment (ISO 8601, in UTC) of all revisions."""

    author: str
    revised: str

    def on(self, view: View) -> View:
        """The view, signed."""
        return view._replace(author=self.author, revised=self.revised)


def signature(function: Function) -> Function:
    """Take both options as one ``signature``."""

    @functools.wraps(function)
    def signed(**values: Any) -> Any:
        return function(signature=Signature(values.pop("author"), values.pop("revised")), **values)

    day = N_("The day (YYYY-MM-DD) that the revisions of a Word file bear; always the same one by default.")
    name = N_("The author of the revisions of a Word file; statutes-diff by default.")
    dated = option(
        "--revision-date", "revised", metavar=N_("DAY"), default=REVISED, goes_with=("docx",), callback=_moment, help=day
    )(cast(Function, signed))
    return option("--author", metavar=N_("NAME"), default=AUTHOR, goes_with=("docx",), callback=_name, help=name)(dated)


def _name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    from statutes_diff.terminal import printable

    name = value.strip()
    if not name or printable(name) != name or "\n" in name or "\t" in name:
        raise click.BadParameter(_("a name is one line of visible characters"), context, parameter)
    return name


def _moment(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value == REVISED:
        return value
    try:
        return f"{datetime.date.fromisoformat(value).isoformat()}T00:00:00Z"
    except ValueError:
        from statutes_diff.terminal import named

        raise click.BadParameter(
            _("{value} is no day: write YYYY-MM-DD").format(value=named(value)), context, parameter
        ) from None
