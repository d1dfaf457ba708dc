"""Say what a rule finds, why it matters and what it looks like; without a name, list the rules.

A rule is what a finding is named after: “institution” when two versions are compared, “dangling-reference” when a corpus is
checked.

Examples:

    statutes-diff explain
    statutes-diff explain institution
    statutes-diff explain dangling-reference --lang fr
"""

from __future__ import annotations

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument
from statutes_diff.messages import N_


def _completed(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The rules whose names begin so."""
    from statutes_diff import checks, rules

    return [name for name in (*rules.names(), *checks.names()) if name.startswith(incomplete)]


@click.command("explain", cls=Command, help=__doc__)
@argument("rule", N_("RULE"), required=False, shell_complete=_completed)
@_options.lang_option
@_options.pager_option
@_options.output_option
def command(*, rule: str | None, output: str) -> None:
    """See the module."""
    from statutes_diff.cli._explained import explained, listed
    from statutes_diff.cli._output import write

    write(explained(rule) if rule is not None else listed(), output)
