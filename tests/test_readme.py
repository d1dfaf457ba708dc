"""The examples of the README and the docs are run: what they show is what the program prints.

In a ```console block, a line that starts with ``$ `` is run (``> `` goes on with it) and the lines up to the next ``$ `` are
what it prints, errors included. A line that holds ``…`` or ``...`` alone stands for any number of lines. Commands run in a
copy of the seeds, one after the other, in an English locale, eighty columns wide.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, clean_environment

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A command as a page shows it, and what the page says that it prints."""

    command: str
    output: tuple[str, ...]


def blocks(page: str) -> Iterator[list[Example]]:
    """The console blocks of a page, each a list of examples."""
    for found in BLOCK.finditer(page):
        indent = len(found[1])
        yield list(examples([line[indent:] for line in found[2].splitlines()]))


def examples(lines: list[str]) -> Iterator[Example]:
    """The commands of a block with their outputs."""
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"a console block starts with a command: {lines[:1]}"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        shown = lines[start + 1 : end]
        more = next((i for i, line in enumerate(shown) if not line.startswith("> ")), len(shown))
        command = "\n".join([lines[start][2:], *(line[2:] for line in shown[:more])])
        yield Example(command, tuple(line.rstrip() for line in shown[more:]))


def matches(expected: list[str], printed: list[str]) -> bool:
    """True when the lines are those expected, wildcards taken for any number of lines."""
    if not expected:
        return not printed
    if expected[0].strip() in ("…", "..."):
        return any(matches(expected[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and matches(expected[1:], printed[1:])


def trimmed(lines: list[str]) -> list[str]:
    """Without empty lines at the end: a page may leave them out."""
    end = next((i for i in range(len(lines), 0, -1) if lines[i - 1]), 0)
    return lines[:end]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the seeds and a ``statutes-diff`` that runs this code."""
    shutil.copytree(ROOT / "seeds", tmp_path / "here" / "seeds")
    program = tmp_path / "bin" / "statutes-diff"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m statutes_diff "$@"\n')
    program.chmod(0o755)
    return tmp_path


def run_all(block: list[Example], place: Path) -> None:
    """Run the commands of a block in order; ``$?`` is the code of the one before."""
    environment = clean_environment(PATH=f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}")
    code = 0
    for example in block:
        done = subprocess.run(
            ["sh", "-c", f"(exit {code})\n{example.command}"],
            cwd=place / "here",
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        code = done.returncode
        printed = trimmed([line.rstrip() for line in done.stdout.decode().splitlines()])
        assert matches(trimmed(list(example.output)), printed), f"$ {example.command}\n" + "\n".join(printed)


CASES = [
    pytest.param(block, id=f"{page.relative_to(ROOT).as_posix()}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page.read_text("utf-8")), start=1)
]


def test_the_readme_shows_the_program_at_work() -> None:
    shown = [example.command for block in blocks((ROOT / "README.md").read_text("utf-8")) for example in block]
    assert any("statutes-diff compare" in command for command in shown)


@pytest.mark.parametrize("block", CASES)
def test_the_examples_are_true(block: list[Example], place: Path) -> None:
    run_all(block, place)


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "b"], ["a"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["a", "..."], ["a"], True),
        (["…", "c"], ["a", "b", "c"], True),
        (["…", "d"], ["a", "b", "c"], False),
        (["a…"], ["ab"], False),
        ([], ["a"], False),
        ([], [], True),
    ],
)
def test_the_wildcard(expected: list[str], printed: list[str], same: bool) -> None:
    assert matches(expected, printed) is same


def test_a_wrong_example_is_found(place: Path) -> None:
    page = "```console\n$ (exit 3)\n$ echo $?\n3\n$ printf 'a\\nb\\n' |\n> tac\nb\na\n```\n"
    (block,) = blocks(page)
    assert [example.output for example in block] == [(), ("3",), ("b", "a")]
    run_all(block, place)
    with pytest.raises(AssertionError):
        run_all([Example("echo yes", ("no",))], place)
