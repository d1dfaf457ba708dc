"""List the cross-references (renvois) of one or more texts: where each stands and what it points to.

A reference whose target does not stand in the text at hand is listed as well, and said to be unresolved.

Examples:

    statutes-diff refs code.md
    statutes-diff refs code.md --article L162-12-17 -f json
"""

from __future__ import annotations

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument
from statutes_diff.cli._inputs import check
from statutes_diff.cli._reading import Reading
from statutes_diff.messages import N_


@click.command("refs", cls=Command, help=__doc__)
@argument("files", N_("FILE"), nargs=-1, required=True)
@_options.format_option("refs")
@_options.reading
def command(
    *,
    files: tuple[str, ...],
    report: str,
    output: str,
    articles: tuple[str, ...],
    reading: Reading,
    color: str,
) -> None:
    """See the module."""
    check(files, output)
    from statutes_diff import api, reports
    from statutes_diff.cli._articles import check_articles
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view

    statutes = reading.statutes(*files)
    check_articles(statutes, articles)
    found = [(statute, api.references(statute, articles=articles)) for statute in statutes]
    write(reports.load(report).refs(found, view(output, color)), output)
