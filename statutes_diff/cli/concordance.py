"""Tell which new number each old article has: the table that practitioners draw up when a text is recodified.

An article that was split has a line for each successor, one that was merged a line for each origin. Whatever ties two
articles is said: the number, the same text, a similar text with its likeness and the next best candidate.

An article without successor, or without origin, is a gap; one outside an excerpt is not called one.

Examples:

    statutes-diff concordance old.md new.md
    statutes-diff concordance old.md new.md -f xlsx -o concordance.xlsx
    statutes-diff concordance old.md new.md --by new --full
    statutes-diff concordance old.md new.md --pairs mine.csv -f csv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.cli._inputs import check
from statutes_diff.cli._progress import waiting
from statutes_diff.cli._reading import DAYS_OF_BOTH
from statutes_diff.messages import N_
from statutes_diff.model import Side

if TYPE_CHECKING:
    from statutes_diff.cli._reading import Reading


@click.command("concordance", cls=Command, help=__doc__)
@argument("old", N_("OLD"))
@argument("new", N_("NEW"))
@_options.format_option("concordance")
@_options.reading(DAYS_OF_BOTH)
@_options.pairs_option
@option("--by", type=click.Choice(get_args(Side)), default="old", help=N_("The version whose order the lines follow."))
@option("--full", is_flag=True, help=N_("Show each article that keeps its number on a line of its own."))
def command(
    *,
    old: str,
    new: str,
    report: str | None,
    output: str,
    articles: tuple[str, ...],
    reading: Reading,
    color: str,
    pairs: str | None,
    by: Side,
    full: bool,
) -> None:
    """See the module."""
    check([old, new, *filter(None, [pairs])], output)
    from statutes_diff import api
    from statutes_diff.cli._format import printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view
    from statutes_diff.reports import View

    shows = printer("concordance", report, output)
    versions = reading.versions(old, new)
    given = api.read_pairs(pairs, *versions) if pairs is not None else ()
    with waiting(N_("Comparing")):
        table = api.concordance(*versions, articles=articles, pairs=given, by=by)
    # Articles asked for by name are few, and need not be neighbours: no line stands for a range of them.
    write(shows.concordance(table, view(output, color, View(full=full or bool(articles)))), output)
