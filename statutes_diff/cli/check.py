"""Check a corpus of law: does every article exist that is cited, does every alinéa, is nothing lost or broken.

All paths together are one corpus, in which references resolve: files, folders with one article a file, or both. One line is
printed for each finding: path:line: rule: what. “explain” lists the rules and says what each one finds.

A configuration file (statutes-diff.toml, or the table tool.statutes-diff of pyproject.toml) sets the same and more. A comment
in the text excuses a finding; it gives the rule and a reason.

With --against only what is new since a revision is told, and what this change left behind elsewhere: references to a number
that is another article's now, to an alinéa that has moved. A baseline leaves out the sins of old.

Examples:

    statutes-diff check code.md
    statutes-diff check codes/ --against HEAD
    statutes-diff check codes/ --against $(git merge-base main HEAD) -f github
    statutes-diff check codes/ --write-baseline known.json
    statutes-diff check codes/ --baseline known.json -f sarif -o law.sarif
    statutes-diff check codes/ --select dangling,alinea --fail-on error
    statutes-diff check codes/ --select mixed,punctuation --fix
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from statutes_diff.cli import _options
from statutes_diff.cli._help import Command, argument, option
from statutes_diff.cli._inputs import check
from statutes_diff.cli._progress import waiting
from statutes_diff.cli._reading import ONE_DAY, reading_options
from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from statutes_diff.checks._settings import Settings
    from statutes_diff.cli._reading import Reading
    from statutes_diff.model import Checked


PLAIN = "text"


def _rules(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in comma lists, each of which begins the name of a rule."""
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip() or not value.strip())
    if names:
        from statutes_diff import checks
        from statutes_diff.checks._settings import unknown

        wrong = unknown(names)
        if wrong is not None:
            from statutes_diff.terminal import named

            there = ", ".join(checks.names())
            raise click.BadParameter(_("no rule begins with {word}; there are {names}").format(word=named(wrong), names=there))
    return names


@click.command("check", cls=Command, help=__doc__)
@argument("paths", N_("PATH"), nargs=-1, required=True)
@_options.format_option("check", default=PLAIN)
@option("--select", metavar=N_("RULES"), multiple=True, callback=_rules, help=N_("Only these rules: names or their beginnings."))
@option("--ignore", metavar=N_("RULES"), multiple=True, callback=_rules, help=N_("Not these rules."))
@option(
    "--fail-on",
    type=click.Choice(["info", "warning", "error", "never"]),
    help=N_("Leave with 1 when there are findings of this level or above; warning by default."),
)
@option("--against", metavar=N_("REV"), help=N_("Only what is new since this revision of git, or since another copy at a path."))
@option("--baseline", metavar=N_("FILE"), help=N_("Leave out the findings of this file."))
@option("--write-baseline", metavar=N_("FILE"), help=N_("Write the findings there, as known ones, and leave with 0."))
@option("--fix", is_flag=True, help=N_("Mend apostrophes and spaces beside punctuation in the files; never a word."))
@_options.explain_option
@_options.lang_option
@reading_options(ONE_DAY)
@_options.output_option
def command(
    *,
    paths: tuple[str, ...],
    report: str | None,
    output: str,
    reading: Reading,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    against: str | None,
    baseline: str | None,
    write_baseline: str | None,
    fix: bool,
) -> int:
    """See the module."""
    check(_threatened(paths, output), output)
    if write_baseline is not None:
        _refuse_beside_baseline({"-f": report, "-o": output != "-", "--fail-on": fail_on})
    settings = _settings(select, ignore, fail_on, baseline)
    if fix:
        _fix(paths, settings, reading)
    if write_baseline is not None:
        check(_threatened(paths, write_baseline), write_baseline)
        return _write_baseline(_checked(paths, replace(settings, baseline=None), reading, against), write_baseline)
    result = _checked(paths, settings, reading, against)
    from statutes_diff.checks._settings import fails
    from statutes_diff.cli._format import printer
    from statutes_diff.cli._output import write
    from statutes_diff.cli._run import DIFFERENT, DONE
    from statutes_diff.cli._view import view

    show = printer("check", report, output, PLAIN)
    write(show.check(result, view(output, "never")), output)
    if show.__name__.endswith(f".{PLAIN}"):
        _tell(result)
    return DIFFERENT if any(fails(finding.level, settings) for finding in result.findings) else DONE


def _threatened(paths: tuple[str, ...], output: str) -> list[str]:
    """The paths that a file may be a text of: a folder is none where such a file would be passed over, as an old report."""
    import os

    from statutes_diff.checks._gathering import may_hold_law

    return [path for path in paths if may_hold_law(output) or not os.path.isdir(path)]


def _refuse_beside_baseline(given: dict[str, object]) -> None:
    """A baseline is all that is written then, and the exit code is 0: a report that was asked for would be missed."""
    for name, value in given.items():
        if value:
            said = _("--write-baseline writes the baseline alone and leaves with 0: {option} does not go with it")
            raise click.UsageError(said.format(option=name))


def _settings(select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, baseline: str | None) -> Settings:
    """Those of the configuration file, overruled by the command line; rules to ignore add to those of the file."""
    from statutes_diff.checks._configuration import configured

    settings = configured(".")
    return replace(
        settings,
        select=select or settings.select,
        ignore=(*settings.ignore, *ignore),
        fail_on=fail_on or settings.fail_on,
        baseline=baseline if baseline is not None else settings.baseline,
    )


def _checked(paths: tuple[str, ...], settings: Settings, reading: Reading, against: str | None) -> Checked:
    from statutes_diff import api

    with waiting(N_("Checking")):
        return api.check(
            paths,
            against=against,
            settings=settings,
            format=reading.format,
            encoding=reading.encoding,
            date=reading.date,
            alineas=reading.alineas,
        )


def _write_baseline(result: Checked, name: str) -> int:
    from statutes_diff.checks._baseline import written
    from statutes_diff.cli._errors import remark
    from statutes_diff.cli._output import write
    from statutes_diff.messages import plural

    write(written(result.findings), name)
    remark(plural("{n} finding is known from now on", "{n} findings are known from now on", len(result.findings)), name, None)
    return 0


def _fix(paths: tuple[str, ...], settings: Settings, reading: Reading) -> None:
    """Mend the files before they are checked: all of them, or none."""
    from statutes_diff.checks._checking import mended
    from statutes_diff.cli._errors import remark
    from statutes_diff.cli._replacing import replace_all
    from statutes_diff.messages import plural
    from statutes_diff.readers import Options

    if "-" in paths:
        raise click.UsageError(_("--fix mends files: standard input is none"))
    found = mended(paths, settings, Options(reading.format, reading.encoding))
    replace_all([(each.file, [each.data]) for each in found])
    for each in found:
        remark(plural("{n} place mended", "{n} places mended", each.places), each.file, None)


def _tell(result: Checked) -> None:
    """The figures, for whoever watches."""
    from statutes_diff.cli._errors import told
    from statutes_diff.messages import plural, translated

    words = [
        translated(plural("{n} finding", "{n} findings", len(result.findings))),
        translated(plural("{n} article checked", "{n} articles checked", result.articles)),
    ]
    if result.known:
        words.append(translated(plural("{n} known before", "{n} known before", result.known)))
    if result.excused:
        words.append(translated(plural("{n} excused", "{n} excused", result.excused)))
    if result.excerpts:
        words.append(translated(plural("{n} text taken for an excerpt", "{n} texts taken for excerpts", result.excerpts)))
    if result.skipped:
        words.append(translated(plural("{n} file without articles", "{n} files without articles", len(result.skipped))))
    told(", ".join(words))
