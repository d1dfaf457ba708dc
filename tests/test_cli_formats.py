"""Which format a result is in: what ``-f`` says, else what the file's suffix says; and no bytes on a screen."""

from __future__ import annotations

import json
import os
import pty
from pathlib import Path

import click
import pytest

from statutes_diff import reports
from statutes_diff.cli import _registry
from statutes_diff.cli._format import printer
from tests.conftest import NEW_SEED, OLD_SEED, ROOT, Run


@pytest.mark.parametrize(
    ("suffix", "format"),
    [
        (".md", "markdown"),
        (".markdown", "markdown"),
        (".JSON", "json"),
        (".csv", "csv"),
        (".gv", "dot"),
        (".terminal", "terminal"),
    ],
)
def test_a_suffix_names_a_format(suffix: str, format: str) -> None:
    assert reports.of_suffix(suffix) == format


@pytest.mark.parametrize("suffix", ["", ".", ".txt", ".doc", "._account", ".__init__", ".view"])
def test_any_other_suffix_names_none(suffix: str) -> None:
    assert reports.of_suffix(suffix) is None


@pytest.mark.parametrize("format", reports.names())
def test_every_format_is_the_suffix_of_its_files(format: str) -> None:
    assert reports.of_suffix(f".{format}") == format


@pytest.mark.parametrize(
    ("asked", "output", "format"),
    [
        (None, "-", "terminal"),
        (None, "report", "terminal"),
        (None, "report.txt", "terminal"),
        (None, "a.md/report", "terminal"),
        (None, "a.txt/report.md", "markdown"),
        ("json", "report.md", "json"),
        ("terminal", "report.xlsx", "terminal"),
    ],
)
def test_what_is_asked_for_wins_then_the_suffix(asked: str | None, output: str, format: str) -> None:
    assert printer("compare", asked, output) is reports.load(format)


def test_a_format_that_a_command_does_not_have_is_not_written_as_text() -> None:
    with pytest.raises(click.UsageError, match=r"graph\.dot asks for dot"):
        printer("compare", None, "graph.dot")


COMMANDS = [["compare", OLD_SEED, NEW_SEED], ["concordance", OLD_SEED, NEW_SEED], ["tree", OLD_SEED], ["refs", OLD_SEED]]


@pytest.mark.parametrize("name", [name for name in _registry.names("statutes_diff.cli") if reports.formats(name)])
def test_every_command_that_has_formats_lets_the_suffix_choose(name: str) -> None:
    """``-f`` has no value of its own: who loads a report by it alone has none to load."""
    source = (ROOT / "statutes_diff" / "cli" / f"{name}.py").read_text("utf-8")
    assert "format_option(" in source and "printer(" in source and "reports.load(" not in source


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_goes_by_the_suffix(run: Run, tmp_path: Path, command: list[object]) -> None:
    done = run(*command, "-o", tmp_path / "report.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["schema"].startswith("statutes-diff/")


@pytest.mark.parametrize("command", COMMANDS)
def test_any_other_file_is_plain_text_whatever_the_environment_says_of_terminals(
    run: Run, tmp_path: Path, command: list[object]
) -> None:
    done = run(*command, "-o", tmp_path / "report.txt", env={"FORCE_COLOR": "1", "COLUMNS": "200"})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "report.txt").read_bytes() == run(*command).stdout


@pytest.mark.parametrize("format", [name for name in reports.names() if getattr(reports.load(name), "BINARY", False)])
def test_bytes_are_refused_by_a_terminal_and_nothing_is_read(run: Run, tmp_path: Path, format: str) -> None:
    """Also by the name of a terminal. The text is missing: that would be the second thing to say."""
    command = next(name for name in ("compare", "concordance", "tree", "refs") if format in reports.formats(name))
    texts = [tmp_path / "absent"] * (2 if command in ("compare", "concordance") else 1)
    ours, theirs = pty.openpty()
    try:
        for output in ("-", os.ttyname(theirs)):
            done = run(command, *texts, "-f", format, "-o", output, stdout=theirs, stderr=-1)
            assert done.returncode == 2
            assert done.stderr.decode() == f"statutes-diff: {format} is no text for a screen: name a file with -o\n"
    finally:
        os.close(theirs)
        os.close(ours)
