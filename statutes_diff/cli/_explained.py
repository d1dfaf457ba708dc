"""The help of a rule as the terminal shows it, and the list of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from statutes_diff.cli._help import Formatter, is_verbatim, paragraphs
from statutes_diff.messages import _
from statutes_diff.terminal import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDEST = 100  # columns: longer lines of prose are hard to read


def show(rule: str, given: Mapping[str, Any]) -> None:
    """Explain a rule instead of what else was asked for; ``given``: the other options and the texts, as they were typed.

    Raises:
        UsageError: no rule has this name, a format was asked for, or the answer would overwrite a text.
    """
    from statutes_diff.cli._inputs import check
    from statutes_diff.cli._output import write

    output = given.get("output", "-")
    if given.get("report"):
        raise click.UsageError(_("--explain prints plain text: {option} does not go with it").format(option="-f"))
    check([text for name in ("old", "new", "paths") for text in _texts(given.get(name))], output)
    words = explained(rule)
    if output == "-":
        click.echo(words, nl=False)
    else:
        write(words, output)


def _texts(given: object) -> list[str]:
    """The names that one argument of the command line stands for."""
    if isinstance(given, str):
        return [given]
    return [name for name in given if isinstance(name, str)] if isinstance(given, (tuple, list)) else []


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
        raise click.UsageError(_("no rule is called {name}; there are {names}").format(name=named(asked), names=", ".join(names)))


def _formatter() -> Formatter:
    from statutes_diff.cli._view import view

    return Formatter(width=min(view("-", "auto").width, WIDEST))
