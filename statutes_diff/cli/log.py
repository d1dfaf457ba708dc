"""List the versions of an article through the history of its git repository, the newest first.

PATH is a text in one file, or a folder of articles, as the last commit has it; REV:PATH takes another revision. The commit
message names the act in a well-kept corpus: it is shown with the day, and with what became of the article.

The article is followed through renumbering and to other files. Commits that leave its text as it was are passed over. Of a merge
the first parent is followed: what its branch did is one step.

Examples:

    statutes-diff log code/ --article L162-12-17
    statutes-diff log code.md --article "L. 162-5" --patch --lang fr
    statutes-diff log v2004:code.md --article L162-5 -f json -o history.json
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, option
from statutes_diff.cli._history import article_of_path
from statutes_diff.cli._inputs import check
from statutes_diff.cli._progress import waiting
from statutes_diff.messages import N_

if TYPE_CHECKING:
    from statutes_diff.cli._reading import Reading


@click.command("log", cls=Command, help=__doc__)
@article_of_path
@_options.format_option("log")
@option("--patch", is_flag=True, help=N_("Show what each version changed, as compare does."))
def command(
    *, path: str, article: str | None, report: str | None, output: str, reading: Reading, color: str, patch: bool
) -> None:
    """See the module."""
    check((path,), output)
    from statutes_diff import api
    from statutes_diff.cli._format import printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._view import view

    show = printer("log", report, output)
    with waiting(N_("Following the article through the commits")):
        found = api.history(path, article, options=reading.options())
        patches = api.patches(found) if patch else ()
    write(show.log(found, patches, view(output, color)), output)
