"""What holds for the options of every command: each is given once, and none is taken that has no effect."""

from __future__ import annotations

import click
import pytest

from statutes_diff.cli._group import group

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
