"""Say what a rule finds, why it matters and what it looks like; without a name, list the rules.

A rule is what a finding is named after: “institution” when two versions are compared, “dangling-reference” when a corpus is
checked.

Examples:

    statutes-diff explain
    statutes-diff explain institution
    statutes-diff explain dangling-reference --lang fr
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, Formatter, argument, is_verbatim, paragraphs
from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 100  # columns: longer lines of prose are hard to read


def _completed(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The rules whose names begin so."""
    from statutes_diff import rules

    return [name for name in rules.names() if name.startswith(incomplete)]


@click.command("explain", cls=Command, help=__doc__)
@argument("rule", N_("RULE"), required=False, shell_complete=_completed)
@_options.lang_option
@_options.pager_option
@_options.output_option
def command(*, rule: str | None, output: str) -> None:
    """See the module."""
    from statutes_diff.cli._output import write

    write(explained(rule) if rule else listed(), output)


def explained(rule: str) -> str:
    """The help of a rule, as the terminal shows it.

    Raises:
        UsageError: no rule has this name.
    """
    name = rule.lower().replace("_", "-")
    _refuse_unknown(name, rule)
    formatter = _formatter()
    formatter.write(f"{name}\n")
    for paragraph in _paragraphs(name):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(paragraph)
    return formatter.getvalue()


def listed() -> str:
    """Every rule with the first sentence of its help: those of ``compare``, then those of ``check``."""
    from statutes_diff import checks, rules

    formatter = _formatter()
    for heading, names in ((_("Rules of compare"), rules.names()), (_("Rules of check"), checks.names())):
        formatter.write_heading(heading)
        formatter.write_dl([(name, next(_paragraphs(name))) for name in names])
        formatter.write_paragraph()
    formatter.write_text(_("The whole of it: statutes-diff explain RULE"))
    return formatter.getvalue()


def _paragraphs(rule: str) -> Iterator[str]:
    """The help of a rule in the language in force, a paragraph at a time; examples to type are the same in all."""
    from statutes_diff import api

    for paragraph in paragraphs(api.explain(rule)):
        yield f"\b\n{paragraph}" if is_verbatim(paragraph) else _(paragraph)


def _refuse_unknown(name: str, asked: str) -> None:
    from statutes_diff import checks, rules

    names = (*rules.names(), *checks.names())
    if name not in names:
        raise click.UsageError(_("no rule is called {name}; there are {names}").format(name=asked, names=", ".join(names)))


def _formatter() -> Formatter:
    from statutes_diff.cli._view import view

    return Formatter(width=min(view("-", "auto").width, WIDEST))
