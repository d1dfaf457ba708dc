"""The options that commands share, one decorator each, so that a letter means the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import click

from statutes_diff.cli._help import Function, Option, option
from statutes_diff.cli._reading import reading_options
from statutes_diff.messages import LANGUAGES, N_
from statutes_diff.model import Channel

COLORS = ("auto", "always", "never")


def format_option(command: str, default: str = "terminal") -> Callable[[Function], Function]:
    """``-f``: the reports that can print what this command finds."""
    from statutes_diff import reports

    choice = click.Choice(reports.formats(command))
    said = N_("How to print the result; by default what the suffix of the -o file says, else terminal.")
    if default == "text":
        said = N_("How to print the result; by default what the suffix of the -o file says, else text.")
    return option("-f", "--format", "report", type=choice, help=said)


def output_option(function: Function) -> Function:
    """``-o``: where the result goes."""
    said = N_("Write the result to this file, whole or not at all; - is standard output.")
    return option("-o", "--output", metavar=N_("FILE"), default="-", help=said)(function)


def article_option(function: Function) -> Function:
    """``--article``: a part of the text."""
    said = N_("Only this article, as L. 162-5 or L162-5; may be given several times.")
    return option("--article", "articles", metavar=N_("NUMBER"), multiple=True, help=said)(function)


def only_option(function: Function) -> Function:
    """``--only``: a part of the changes."""
    said = N_("Only changes of this kind; may be given several times.")
    return option("--only", type=click.Choice(get_args(Channel)), multiple=True, help=said)(function)


def pairs_option(function: Function) -> Function:
    """``--pairs``: what the user knows better than the alignment."""
    said = N_("A CSV file of article numbers that belong together, one OLD,NEW a line: they overrule what is found.")
    return option("--pairs", metavar=N_("FILE"), help=said)(function)


def lexicon_option(function: Function) -> Function:
    """``--lexicon``: bodies that the user wants found."""
    said = N_("A CSV file of institutions to be found besides those that are known, one a line under a line of headings.")
    return option("--lexicon", metavar=N_("FILE"), help=said)(function)


class _Explain(Option):
    """It comes before all others, for no text need be named; so it looks itself for where its answer goes."""

    def handle_parse_result(self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]) -> tuple[Any, list[str]]:
        rule = opts.get("explain")
        if rule is not None and not ctx.resilient_parsing:
            from statutes_diff.cli._explained import show

            try:
                show(rule, opts)
            except click.UsageError as error:
                error.ctx = ctx  # whose help is named
                raise
            ctx.exit()
        return super().handle_parse_result(ctx, opts, args)


def explain_option(function: Function) -> Function:
    """``--explain``: what a rule finds, instead of doing anything."""
    said = N_("Say what a rule finds and why it matters, and do nothing else; “explain” lists the rules.")
    return option("--explain", cls=_Explain, metavar=N_("RULE"), is_eager=True, expose_value=False, help=said)(function)


def lang_option(function: Function) -> Function:
    """``--lang``: read by ``_language`` before click sees it, so that errors speak it too; here for the help and the check."""
    said = N_("The language of help, messages and reports; the locale's by default.")
    return option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=said)(function)


def color_option(function: Function) -> Function:
    """``--color``: ``_view`` decides what auto means."""
    said = N_("Colours: by default on a terminal only, and not when NO_COLOR is set.")
    where = ("terminal", "--stat", "--summary", "--count")
    choice = click.Choice(COLORS)
    return option("--color", type=choice, default="auto", goes_with=where, harmless=("never",), help=said)(function)


def pager_option(function: Function) -> Function:
    """``--no-pager``: kept for ``_pager``, which alone asks for it."""

    def keep(context: click.Context, parameter: click.Parameter, off: bool) -> None:
        if off:
            from statutes_diff.cli._pager import keep_off

            keep_off(context)

    said = N_("Never show a long result in a pager (PAGER, else less), as is done on a terminal.")
    return option("--no-pager", is_flag=True, expose_value=False, callback=keep, help=said)(function)


def reading(day: str) -> Callable[[Function], Function]:
    """What every command that reads a text takes, after its own options in the help; ``day``: what ``--date`` says."""

    def add(function: Function) -> Function:
        for each in (lang_option, pager_option, color_option, reading_options(day), article_option, output_option):
            function = each(function)
        return function

    return add
