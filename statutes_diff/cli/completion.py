"""Print what teaches a shell to complete commands, options, their values and file names with the tab key.

The file that starts the shell reads it, once for bash, zsh or fish:

    eval "$(statutes-diff completion bash)"            # ~/.bashrc
    eval "$(statutes-diff completion zsh)"             # ~/.zshrc
    statutes-diff completion fish | source             # config.fish

Examples:

    statutes-diff completion bash -o statutes-diff.bash
    statutes-diff completion zsh
"""

from __future__ import annotations

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument
from statutes_diff.cli._run import COMPLETION
from statutes_diff.messages import N_

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", cls=Command, help=__doc__)
@argument("shell", N_("SHELL"), type=click.Choice(SHELLS))
@_options.lang_option
@_options.output_option
def command(*, shell: str, output: str) -> None:
    """See the module."""
    from statutes_diff.cli._output import write

    write(script(shell), output)


def script(shell: str) -> str:
    """The script of a shell, as click writes it; it asks the program itself what could come next."""
    from click.shell_completion import get_completion_class

    from statutes_diff.cli._group import group

    made = get_completion_class(shell)
    if made is None:  # click knows these three
        raise LookupError(shell)
    completion = made(group, {}, "statutes-diff", COMPLETION)
    return made.source_template % completion.source_vars()
