"""Set up git in this repository so that it shows law as law: alinéas in “git log -p”, the account of compare in “git diff”.

Files that match a PATTERN (by default *.md, *.txt, *.html, *.htm, *.xml and *.docx) get a line in .gitattributes, which
belongs into the next commit; the settings of this clone say what to call for them. Both can be taken out again, and a second
run changes nothing.

“git diff” then prints a report: for a patch that can be applied, ask for “git diff --no-ext-diff --no-textconv”, or set up
with --no-driver. “git difftool -t statutes-diff” compares two files at a time.

Examples:

    statutes-diff git-setup
    statutes-diff git-setup --dry-run "codes/*.md"
    statutes-diff git-setup --no-driver
    statutes-diff git-setup --remove
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.messages import N_, _, msg, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.sources.git.settings import Plan, Setting


@click.command("git-setup", cls=Command, help=__doc__)
@argument("patterns", N_("PATTERN"), nargs=-1)
@option("--remove", is_flag=True, help=N_("Take out what was put in."))
@option("--dry-run", is_flag=True, help=N_("Say what would be done, and do nothing."))
@option("--driver/--no-driver", default=True, help=N_("Let “git diff” print the account (by default), or lines of alinéas."))
@_options.lang_option
def command(*, patterns: tuple[str, ...], remove: bool, dry_run: bool, driver: bool) -> None:
    """See the module."""
    from statutes_diff.cli._output import write
    from statutes_diff.sources.git.settings import PATTERNS, plan, settle

    _refuse_no_pattern(patterns)
    for given in (*patterns, *([] if driver else ["--no-driver"])) if remove else ():
        raise click.UsageError(_("{option} does not go with {part}").format(option="--remove", part=given))
    todo = plan(patterns or PATTERNS, _program(), driver=driver, remove=remove)
    if not dry_run:
        settle(todo.settings)
        _write(todo)
    write("".join([f"{line}\n" for line in _said(todo, dry_run=dry_run)]), "-")


def _refuse_no_pattern(patterns: tuple[str, ...]) -> None:
    """A pattern is a line of ``.gitattributes``: neither none nor several, and git heeds none that begins with "!"."""
    for pattern in patterns:
        if not pattern.strip() or "\n" in pattern or pattern.startswith("!"):
            from statutes_diff.terminal import named

            raise click.UsageError(_("{name} is no pattern of file names").format(name=named(pattern)))


def _program() -> str:
    """How a shell calls this program: by its name where that finds this one, else by the interpreter that runs it."""
    import shlex
    import shutil
    import sys
    from os.path import realpath

    found = shutil.which("statutes-diff")
    if found and realpath(found) == realpath(sys.argv[0]):
        return "statutes-diff"
    return f"{shlex.quote(sys.executable)} -P -m statutes_diff"  # -P: no module of the repository is taken for ours


def _write(todo: Plan) -> None:
    import os

    from statutes_diff.cli._output import write

    if todo.new == todo.old:
        return
    if todo.new:
        write(todo.new, todo.file)
    else:
        os.unlink(todo.file)


def _command(setting: Setting) -> str:
    """What a user would type for it."""
    import shlex

    values = ["--unset", setting.name] if setting.new is None else [setting.name, setting.new]
    return shlex.join(["git", "config", *values])


def _said(todo: Plan, *, dry_run: bool) -> Iterator[str]:
    from statutes_diff.terminal import printable

    if dry_run:
        yield translated(msg("Nothing is done; without --dry-run:"))
    if todo.new != todo.old:
        done = msg("{file}: written", file=todo.file) if todo.new else msg("{file}: removed", file=todo.file)
        yield printable(translated(done))
        before, after = (text.decode("utf-8", "replace").splitlines() for text in (todo.old, todo.new))
        yield from (f"  - {printable(line)}" for line in before if line not in after)
        yield from (f"  + {printable(line)}" for line in after if line not in before)
    for setting in todo.settings:
        yield printable(_command(setting))
    if todo.new == todo.old and not todo.settings:
        yield translated(msg("All is set up so already."))
