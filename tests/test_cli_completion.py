"""Completion in a shell, and the manual page: both are made from the commands as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from statutes_diff.cli import _registry
from statutes_diff.cli._group import group
from statutes_diff.cli.completion import SHELLS
from statutes_diff.messages import LANGUAGES
from tests.conftest import ROOT, Run, clean_environment

sys.path.insert(0, str(ROOT / "tools"))

import man_page  # tools/man_page.py

COMMANDS = _registry.names("statutes_diff.cli")


def offered(run: Run, words: str, at: int) -> list[str]:
    """What bash is told could stand as the word ``at`` of a line: its type and the word."""
    done = run(env={"_STATUTES_DIFF_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)})
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().split()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_asks_the_program(run: Run, shell: str) -> None:
    script = run("completion", shell).stdout.decode()
    assert f"_STATUTES_DIFF_COMPLETE={shell}_complete" in script
    assert "statutes-diff" in script


def test_commands_options_values_and_files_are_completed(run: Run) -> None:
    assert offered(run, "statutes-diff co", 1) == ["plain,compare", "plain,completion", "plain,concordance"]
    assert offered(run, "statutes-diff compare --sum", 2) == ["plain,--summary"]
    assert offered(run, "statutes-diff compare -f js", 3) == ["plain,json", "plain,jsonl"]
    assert offered(run, "statutes-diff compare old", 2) == ["file,old"]
    assert offered(run, "statutes-diff compare a b -o re", 5) == ["file,re"]
    assert offered(run, "statutes-diff explain inst", 2) == ["plain,institution"]


@pytest.mark.parametrize("shell", [name for name in ("bash", "zsh", "fish") if shutil.which(name)])
def test_a_shell_reads_the_script(run: Run, tmp_path: Path, shell: str) -> None:
    path = tmp_path / "completion"
    assert run("completion", shell, "-o", path).returncode == 0
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, env=clean_environment(), timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_completes_a_line(run: Run, tmp_path: Path) -> None:
    program = tmp_path / "statutes-diff"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m statutes_diff "$@"\n')
    program.chmod(0o755)
    line = (
        'source <("$1" completion bash); COMP_WORDS=("$1" ref); COMP_CWORD=1; '
        'name=$(complete -p statutes-diff | sed "s/.*-F \\([^ ]*\\).*/\\1/"); "$name" "$1" ref; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", line, "bash", str(program)], capture_output=True, env=clean_environment(), timeout=60, check=False
    )
    assert done.stdout.decode().split() == ["refs"], done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_has_every_command_and_option(language: str) -> None:
    page = man_page.page(language)
    for name in COMMANDS:
        shown = name.replace("-", "\\-")
        assert f".SH statutes\\-diff {shown}\n" in page
        command = group.get_command(click.Context(group), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(option.replace("-", "\\-") in page for option in parameter.opts)
        assert page.count(f"    statutes\\-diff {shown} ") >= 1, "an example"


def test_the_manual_page_speaks_each_language() -> None:
    english, french = (man_page.page(language) for language in ("en", "fr"))
    assert ".SH NAME\n" in english and "Tell what changed from OLD to NEW" in english
    assert ".SH NOM\n" in french and "Dire ce qui a changé" in french and "Tell what changed" not in french


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_can_be_read(tmp_path: Path, language: str) -> None:
    path = man_page.path(language, tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(man_page.page(language), "utf-8")
    done = subprocess.run(["groff", "-man", "-k", "-ww", "-Tutf8", str(path)], capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    plain = re.sub("\x1b\\[[0-9;]*m|.\b", "", done.stdout.decode())  # bold, in either way of the terminal
    assert "--side-by-side" in plain


def test_nothing_of_a_text_is_a_request_of_roff() -> None:
    assert man_page._roff(".so /etc/passwd") == "\\&.so /etc/passwd"
    assert man_page._roff("a\\fB-b") == "a\\(rsfB\\-b"
