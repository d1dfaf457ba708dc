"""What changed between two versions of a French statute, in the words and coordinates that lawyers use.

Each command has its own help and examples: statutes-diff COMMAND --help.

A text is given as a file, a directory that holds one article a file, or - for standard input. What it is written in
(Markdown, HTML, XML, JSON, plain text) is found from its content, never from its name.

Exit codes: 0 done; 1 differences with --exit-code, findings of check; 2 trouble (wrong usage, unreadable input, full disk, a
bug); 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

from importlib import import_module

import click

import statutes_diff
from statutes_diff.cli import _registry
from statutes_diff.cli._help import Group, Option
from statutes_diff.cli._options import lang_option
from statutes_diff.messages import N_


class Commands(Group):
    """The commands are the files of this room; only the one that runs is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return _registry.names(__package__)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(_registry.module_of(__package__ or "", cmd_name)).command
        return command if isinstance(command, click.Command) else None


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"statutes-diff {statutes_diff.__version__}")
        ctx.exit()


@click.command("statutes-diff", cls=Commands, help=__doc__, no_args_is_help=True)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show the version and exit."),
)
@lang_option
def group() -> None:
    """The program; its help is this module's docstring."""
