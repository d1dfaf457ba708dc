"""The pager: for a long result that a person looks at, and for nothing else."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import NEW_SEED, OLD_SEED, clean_environment


class Seen(NamedTuple):
    """What a terminal showed, and how the program left."""

    text: str
    code: int


def on_a_terminal(*arguments: object, env: dict[str, str], interrupt: bool = False, stdin_too: bool = True) -> Seen:
    """Run the program on a terminal of 24 lines; ``interrupt`` presses Ctrl-C once it shows something."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "statutes_diff", *map(str, arguments)]
    stdin = theirs if stdin_too else subprocess.DEVNULL
    environment = clean_environment(**env)
    environment.pop("LESS", None)
    process = subprocess.Popen(command, stdin=stdin, stdout=theirs, stderr=theirs, env=environment, start_new_session=True)
    os.close(theirs)
    shown = b""
    deadline = time.monotonic() + 50
    while time.monotonic() < deadline:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if interrupt and shown:
                os.killpg(process.pid, signal.SIGINT)
                interrupt = False
        elif process.poll() is not None:
            break
    os.close(ours)
    if time.monotonic() >= deadline:
        os.killpg(process.pid, signal.SIGKILL)
    return Seen(shown.decode().replace("\r\n", "\n"), process.wait(10))


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that keeps what it is given beside itself."""
    path = tmp_path / "pager"
    path.write_text(f'#!/bin/sh\necho PAGER; cat > "{tmp_path}/seen"\n')
    path.chmod(0o755)
    return path


SEEDS = ("compare", OLD_SEED, NEW_SEED)


def test_a_long_result_goes_to_the_pager_whole(pager: Path) -> None:
    seen = on_a_terminal(*SEEDS, "--color", "never", env={"PAGER": str(pager)})
    assert (seen.text, seen.code) == ("PAGER\n", 0)
    plain = on_a_terminal(*SEEDS, "--color", "never", "--no-pager", env={"PAGER": str(pager)})
    assert (pager.parent / "seen").read_text("utf-8") == plain.text
    assert plain.text.startswith("Old version: CODE DE LA SECURITE SOCIALE\n")


def test_a_short_result_needs_none(pager: Path) -> None:
    seen = on_a_terminal(*SEEDS, "--stat", env={"PAGER": str(pager)})
    assert "PAGER" not in seen.text and "L. 162-12-20" in seen.text


@pytest.mark.parametrize(("command"), [SEEDS, ("tree", OLD_SEED), ("refs", OLD_SEED)])
def test_every_command_has_one(pager: Path, command: tuple[object, ...]) -> None:
    assert on_a_terminal(*command, env={"PAGER": str(pager)}).text == "PAGER\n"


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"PAGER": "absent-pager"}, {"PAGER": "'"}])
def test_where_no_pager_can_be_the_screen_has_it_all(pager: Path, environment: dict[str, str]) -> None:
    seen = on_a_terminal(*SEEDS, env={"PAGER": str(pager), **environment})
    assert "PAGER" not in seen.text
    assert "Verified: in each of the 10 alinéas" in seen.text.replace("\n  ", " ")


def test_colours_stay_without_a_pager() -> None:
    assert "\x1b[" in on_a_terminal(*SEEDS, env={"PAGER": "absent-pager"}).text


def test_nobody_at_the_keys_no_pager(pager: Path) -> None:
    assert "PAGER" not in on_a_terminal(*SEEDS, env={"PAGER": str(pager)}, stdin_too=False).text


def test_leaving_the_pager_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "pager"
    path.write_text("#!/bin/sh\nhead -n 1\n")
    path.chmod(0o755)
    seen = on_a_terminal(*SEEDS, "--color", "never", env={"PAGER": str(path)})
    assert (seen.text, seen.code) == ("Old version: CODE DE LA SECURITE SOCIALE\n", 0)


def test_ctrl_c_in_the_pager_is_the_pager_s(tmp_path: Path) -> None:
    path = tmp_path / "pager"
    path.write_text("#!/bin/sh\ntrap 'echo heard; exit 0' INT\necho shown\nwhile :; do sleep 0.1; done\n")
    path.chmod(0o755)
    seen = on_a_terminal(*SEEDS, env={"PAGER": str(path)}, interrupt=True)
    assert seen.text == "shown\nheard\n"
    assert "Traceback" not in seen.text
