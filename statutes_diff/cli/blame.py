"""Tell for each run of words of an article which commit brought it, word by word.

PATH is a text in one file, or a folder of articles, as the last commit has it; REV:PATH takes another revision. The article is
followed through renumbering and to other files, and its words to the articles that they came from.

A word keeps its commit where its alinéa moved and where only its typography changed. Of a merge the first parent is followed:
what its branch brought is the merge's.

Examples:

    statutes-diff blame code/ --article L162-12-17
    statutes-diff blame code.md --article "L. 162-5" --lang fr
    statutes-diff blame v2004:code.md --article L162-5 -f json -o blame.json
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command
from statutes_diff.cli._history import article_of_path
from statutes_diff.cli._inputs import check
from statutes_diff.cli._progress import waiting
from statutes_diff.messages import N_

if TYPE_CHECKING:
    from statutes_diff.cli._reading import Reading


@click.command("blame", cls=Command, help=__doc__)
@article_of_path
@_options.format_option("blame")
def command(*, path: str, article: str | None, report: str | None, output: str, reading: Reading, color: str) -> None:
    """See the module."""
    check((path,), output)
    from statutes_diff import api
    from statutes_diff.cli._format import printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view

    show = printer("blame", report, output)
    with waiting(N_("Following the article through the commits")):
        found = api.blame(path, article, options=reading.options())
    write(show.blame(found, view(output, color)), output)
