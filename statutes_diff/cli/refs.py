"""List the cross-references (renvois) of one or more texts: where each stands and what it points to.

A reference whose target does not stand in the text at hand is listed as well, and said to be outside it. Words in quotation
marks are said to be; where an official link over the words leads elsewhere, a note says so.

Places are cited as a lawyer does, in any spelling: an article, an item or an alinéa of it, another text or its article. A
number alone is an article of the text read, or of any text where that one has none of this number.

Examples:

    statutes-diff refs code.md
    statutes-diff refs code.md --article L162-12-17 -f json
    statutes-diff refs code.md --to L162-5 --full
    statutes-diff refs code.md --to "L. 1411-2 du code de la santé publique"
    statutes-diff refs code.md --dangling -f csv -o dangling.csv
    statutes-diff refs code.md --external --count
    statutes-diff refs code.md -f dot | dot -Tsvg -o code.svg
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.cli._inputs import check
from statutes_diff.cli._reading import DAY_OF_EACH
from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from statutes_diff.cli._reading import Reading


def _cited(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse words that cite nothing before a long text is read for them."""
    if values:
        from statutes_diff.references.filters import places

        for words in values:
            if not places(words):
                from statutes_diff.terminal import named

                said = _("{words} cites no article, text or division").format(words=named(words))
                raise click.BadParameter(said, context, parameter)
    return values


@click.command("refs", cls=Command, help=__doc__)
@argument("files", N_("FILE"), nargs=-1, required=True)
@_options.format_option("refs")
@_options.reading(DAY_OF_EACH)
@option(
    "--to",
    metavar=N_("PLACE"),
    multiple=True,
    callback=_cited,
    help=N_("Only references that lead there, or into it; may be given several times."),
)
@option("--dangling", is_flag=True, help=N_("Only references to an article, division, alinéa or item that this text lacks."))
@option("--external", is_flag=True, help=N_("Only references to another text."))
@option("--count", is_flag=True, help=N_("Show how many there are, of what kind, and what is cited most."))
@option(
    "--full",
    is_flag=True,
    goes_with=("csv", "json", "markdown", "terminal", "xlsx", "--count"),
    help=N_("Show the beginning of the text that each one points to; all lines of a count."),
)
def command(
    *,
    files: tuple[str, ...],
    report: str | None,
    output: str,
    articles: tuple[str, ...],
    reading: Reading,
    color: str,
    to: tuple[str, ...],
    dangling: bool,
    external: bool,
    count: bool,
    full: bool,
) -> None:
    """See the module."""
    check(files, output)
    from statutes_diff import api
    from statutes_diff.cli._articles import check_articles
    from statutes_diff.cli._format import part_printer, printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view
    from statutes_diff.reports import View
    from statutes_diff.reports._views.refs_words import asked

    show = part_printer("--count", "ref_counts", report, output) if count else printer("refs", report, output).refs
    statutes = reading.statutes(*files)
    check_articles(statutes, articles)
    found = [
        (
            statute,
            api.references(statute, articles=articles, to=to, dangling=dangling, external=external, excerpts=full and not count),
        )
        for statute in statutes
    ]
    write(show(found, view(output, color, View(full=full)), asked(to, dangling=dangling, external=external)), output)
