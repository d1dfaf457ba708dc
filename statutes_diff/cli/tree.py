"""Show how a text was read: its divisions, articles and alinéas with their numbers, and what was repaired on the way.

Examples:

    statutes-diff tree code.md
    statutes-diff tree code.md --article "L. 162-5"
    statutes-diff tree code.md -f json -o tree.json
"""

from __future__ import annotations

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument
from statutes_diff.cli._inputs import check
from statutes_diff.cli._reading import ONE_DAY, Reading
from statutes_diff.messages import N_


@click.command("tree", cls=Command, help=__doc__)
@argument("file", N_("FILE"))
@_options.format_option("tree")
@_options.reading(ONE_DAY)
def command(
    *,
    file: str,
    report: str | None,
    output: str,
    articles: tuple[str, ...],
    reading: Reading,
    color: str,
) -> None:
    """See the module."""
    check((file,), output)
    from statutes_diff.cli._articles import check_articles, only_articles
    from statutes_diff.cli._format import printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view

    shows = printer("tree", report, output)
    (statute,) = reading.statutes(file)
    check_articles([statute], articles)
    write(shows.tree(only_articles(statute, articles), view(output, color)), output)
