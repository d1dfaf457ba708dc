"""Tell what changed from OLD to NEW, article by article and alinéa by alinéa.

Every comparison is rebuilt before it is shown: OLD with the changes applied is NEW, to the letter. An article that
stands only in OLD is not called removed when NEW is just an excerpt.

Examples:

    statutes-diff compare old.md new.html
    statutes-diff compare old.md new.html --article L162-5 --only substantive
    statutes-diff compare old.md new.html --view rewritten
    statutes-diff compare old.md new.html --stat
    statutes-diff compare old.md new.html -o report.xlsx
    statutes-diff compare 1998/ 2004/ --summary -o summary.md
    cat new.html | statutes-diff compare old.md - -f json
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.cli._inputs import check
from statutes_diff.cli._progress import waiting
from statutes_diff.cli._reading import DAYS_OF_BOTH
from statutes_diff.cli._signature import signature as signature_options
from statutes_diff.messages import N_, _
from statutes_diff.reports._views.view import Table, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from statutes_diff.cli._reading import Reading
    from statutes_diff.cli._signature import Signature
    from statutes_diff.language.additions import Lexicon
    from statutes_diff.model import Account, Channel


@click.command("compare", cls=Command, help=__doc__)
@argument("old", N_("OLD"))
@argument("new", N_("NEW"))
@_options.format_option("compare")
@_options.reading(DAYS_OF_BOTH)
@_options.only_option
@_options.pairs_option
@_options.lexicon_option
@option(
    "--view",
    "wording",
    type=click.Choice(["minimal", "rewritten"]),
    default="minimal",
    goes_with=("docx", "html", "markdown", "pdf", "terminal"),
    help=N_(
        "How people see a changed alinéa: its changed words (minimal, by default), or its old and its new wording whole "
        "(rewritten); not for data and tables."
    ),
)
@option(
    "--table",
    type=click.Choice(get_args(Table)),
    goes_with=("csv",),
    help=N_("Which table -f csv prints: the alinéas (by default), findings, cross-references, numbers or substitutions."),
)
@option("--stat", is_flag=True, help=N_("Show a line an article with how many words changed, and the total; nothing else."))
@option("--summary", is_flag=True, help=N_("Show the first page alone: what was compared, how many changes, what matters first."))
@option(
    "--side-by-side/--no-side-by-side",
    "beside",
    default=None,
    goes_with=("html", "terminal"),
    help=N_("Show the old and the new words in two columns; by default on a terminal of 160 columns or more."),
)
@option("--full", is_flag=True, help=N_("Show unchanged articles and alinéas too."))
@option(
    "--inbound",
    is_flag=True,
    goes_with=("docx", "html", "json", "jsonl", "markdown", "pdf", "terminal", "xlsx"),
    help=N_("Tell which other articles cite each article that changed."),
)
@signature_options
@_options.explain_option
@option("--exit-code", is_flag=True, help=N_("Leave with 1 when there are differences, 0 when there are none."))
def command(
    *,
    old: str,
    new: str,
    report: str | None,
    output: str,
    articles: tuple[str, ...],
    reading: Reading,
    color: str,
    only: tuple[Channel, ...],
    pairs: str | None,
    lexicon: str | None,
    wording: str,
    table: Table | None,
    stat: bool,
    summary: bool,
    beside: bool | None,
    full: bool,
    inbound: bool,
    signature: Signature,
    exit_code: bool,
) -> int:
    """See the module."""
    check([old, new, *filter(None, [pairs, lexicon])], output)
    from statutes_diff import api
    from statutes_diff.cli._output import write
    from statutes_diff.cli._run import DIFFERENT, DONE
    from statutes_diff.cli._view import in_columns, view

    rewritten = wording == "rewritten"
    if beside and rewritten:
        raise click.UsageError(_("{option} does not go with {part}").format(option="--side-by-side", part="--view rewritten"))
    show = _printer(report, output, stat=stat, summary=summary)
    bodies = _bodies(lexicon)
    versions = reading.versions(old, new, whole=full)
    given = api.read_pairs(pairs, *versions) if pairs is not None else ()
    with waiting(N_("Comparing")):
        account = api.compare(*versions, articles=articles, pairs=given, lexicon=bodies, inbound=inbound)
    wishes = signature.on(View(full=full, only=frozenset(only), rewritten=rewritten, table=table or "alineas"))
    shown = in_columns(view(output, color, wishes), beside, output)
    write(show(account, shown), output)
    return DIFFERENT if exit_code and differs(account, only) else DONE


def _printer(report: str | None, output: str, *, stat: bool, summary: bool) -> Callable[..., Any]:
    """The function of a report that prints the account, or the part of it that is asked for."""
    from statutes_diff.cli._format import part_printer, printer

    if stat and summary:
        raise click.UsageError(_("--stat and --summary are two answers: ask for one"))
    if stat:
        return part_printer("--stat", "compare_stat", report, output)
    if summary:
        return part_printer("--summary", "compare_summary", report, output)
    found: Callable[..., Any] = printer("compare", report, output).compare
    return found


def _bodies(name: str | None) -> Lexicon | None:
    """The bodies of ``--lexicon``, once what was noticed in the file is told."""
    if name is None:
        return None
    from statutes_diff import api
    from statutes_diff.cli._errors import remark

    found = api.read_lexicon(name)
    for note in found.notes:
        remark(note.message, name, note.line)
    return found


def differs(account: Account, only: tuple[Channel, ...] = ()) -> bool:
    """True when something changed (of these channels); what an excerpt does not cover did not change. Texts that have no
    article in common differ."""
    pairs = account.comparison.articles
    if pairs and not any(pair.old and pair.new for pair in pairs):
        return True
    return any(not only or channel in only for channel in _channels(account))


def _channels(account: Account) -> set[Channel]:
    """The kinds of change there are. An article or alinéa that came, went or stands elsewhere counts although it has no edit."""
    changed = [pair for pair in account.comparison.articles if pair.status not in ("unchanged", "not-covered")]
    found: set[Channel] = {finding.channel for finding in account.findings}
    for pair in changed:
        if pair.status in ("renumbered", "moved"):
            found.add("numbering")
        if pair.status in ("inserted", "removed") or any(a.status in ("inserted", "removed") for a in pair.alineas):
            found.add("substantive")
        found.update(edit.channel for alinea in pair.alineas for edit in alinea.edits)
    return found
