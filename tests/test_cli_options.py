"""What holds for the options of every command: each is given once, and none is taken that has no effect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from statutes_diff import reports
from statutes_diff.cli import main
from statutes_diff.cli._group import group
from statutes_diff.cli._help import Option
from tests.git_cases import Repository

CONTEXT = click.Context(group)
COMMANDS = {name: command for name in group.list_commands(CONTEXT) if (command := group.get_command(CONTEXT, name))}
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for option in command.params
    if isinstance(option, click.Option) and (not option.is_flag or option.secondary_opts)
]


def value(option: click.Option) -> list[str]:
    """Some value of an option, as it is typed."""
    if option.is_flag:
        return []
    return [str(option.type.choices[0]) if isinstance(option.type, click.Choice) else "2020-01-01"]


def refusal(command: str, arguments: list[str]) -> str:
    """Why a command line is refused before anything runs; empty when it is not, or for want of the texts alone."""
    try:
        COMMANDS[command].make_context(command, arguments)
    except click.MissingParameter:
        return ""
    except click.UsageError as error:
        return error.format_message()
    return ""


# Once each


@pytest.mark.parametrize(("command", "option"), OPTIONS, ids=lambda each: getattr(each, "name", each))
def test_an_option_of_one_value_is_given_once(command: str, option: click.Option) -> None:
    """The last would win in silence, whether it stands there by its short name, its long one or its opposite."""
    for again in (*option.opts, *option.secondary_opts):
        said = refusal(command, [option.opts[0], *value(option), again, *value(option)])
        expected = "" if option.multiple else f"{max(option.opts, key=len)} may be given once only"
        assert expected in said if expected else "once only" not in said


def test_a_flag_says_the_same_twice() -> None:
    assert refusal("compare", ["--full", "--full", "old", "new"]) == ""


@pytest.mark.parametrize("command", ["compare", "concordance", "tree", "refs", "check", "log", "blame"])
def test_a_day_is_asked_of_the_texts_that_the_command_reads(command: str) -> None:
    (said,) = [
        option.help or "" for option in COMMANDS[command].params if isinstance(option, click.Option) and option.name == "dates"
    ]
    assert ("for OLD and for NEW" in said) == (command in ("compare", "concordance"))
    twice = refusal(command, ["--date", "2020-01-01", "--date", "2021-01-01", *["x"] * 2])
    assert ("once only" in twice) == (command in ("tree", "check", "log", "blame"))


def test_help_is_given_whatever_else_is_wrong() -> None:
    with pytest.raises(click.exceptions.Exit):
        COMMANDS["compare"].make_context("compare", ["-f", "json", "-f", "csv", "--help"])


# None without an effect

Done = Callable[..., tuple[int, bytes, str]]
LAW = "# Code du bornage\n\n" + "".join(
    f"## Article {n}\n\nLe juge {n} statue selon l'article {n % 9 + 1}. Il paie 100 euros.\n\nLe reste demeure.\n\n"
    for n in range(1, 10)
)
AMENDED = LAW.replace("100 euros", "200 euros", 3).replace("Le juge 7 statue", "La cour 7 juge")
ASKING = {
    "--author": ["Me X"],
    "--revision-date": ["2020-01-01"],
    "--view": ["rewritten"],
    "--table": ["findings"],
    "--color": ["always"],
}
HEEDED = [
    (name, each, option)
    for name, command in COMMANDS.items()
    for each in reports.formats(name)
    for option in command.params
    if isinstance(option, Option) and option.goes_with
]


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Done:
    """The exit code of a command on a small text, its result and its talk."""
    repository = Repository(tmp_path)
    repository.commit("1", "2001-01-01", {"old.md": LAW, "new.md": LAW})
    repository.commit("2", "2002-01-01", {"new.md": AMENDED})
    monkeypatch.chdir(tmp_path)

    def ran(command: str, *options: str) -> tuple[int, bytes, str]:
        texts = {
            "log": ["new.md", "--article", "1"],
            "blame": ["new.md", "--article", "1"],
            "refs": ["old.md"],
            "tree": ["old.md"],
        }
        code = main([command, *texts.get(command, ["old.md", "new.md"]), *options, "-o", "out", "--lang", "en"])
        return code, Path("out").read_bytes() if Path("out").exists() else b"", capfd.readouterr().err

    return ran


@pytest.mark.parametrize(("command", "format", "option"), HEEDED, ids=lambda each: getattr(each, "name", each))
def test_an_option_is_refused_where_the_format_does_not_heed_it(done: Done, command: str, format: str, option: Option) -> None:
    """In silence, its result would be taken for what was asked for; where it is taken, it changes the result."""
    called = max(option.opts, key=len)
    code, result, said = done(command, "-f", format, called, *ASKING.get(called, []))
    if format not in option.goes_with:
        assert (code, result) == (2, b"")
        assert (
            f"{called} goes with these formats: {', '.join(f for f in reports.formats(command) if f in option.goes_with)}" in said
        )
    else:
        assert code == 0 and result != done(command, "-f", format)[1]


@pytest.mark.parametrize(
    ("command", "part", "options"),
    [
        ("compare", "--stat", ["--author", "X"]),
        ("compare", "--stat", ["--inbound"]),
        ("compare", "--summary", ["--side-by-side"]),
        ("compare", "--summary", ["--view", "rewritten"]),
        ("compare", "--view rewritten", ["--side-by-side"]),
    ],
)
def test_an_option_is_refused_beside_a_part_that_does_not_show_it(
    done: Done, command: str, part: str, options: list[str]
) -> None:
    code, result, said = done(command, *part.split(), *options)
    assert (code, result) == (2, b"") and f"{options[0]} does not go with {part}" in said


@pytest.mark.parametrize("options", ["--color never", "--view minimal", "--no-side-by-side", "--author statutes-diff", "--full"])
def test_what_every_format_does_may_be_asked_of_every_format(done: Done, options: str) -> None:
    code, result, said = done("compare", "-f", "json", *options.split())
    assert (code, said) == (0, "") and result
