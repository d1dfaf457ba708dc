"""The hooks of pre-commit and the GitHub action, by the lines that they run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from statutes_diff.cli import _registry
from tests.conftest import ROOT
from tests.git_cases import Repository, article, environment

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
CITING = article("L1", "Le juge statue selon les formes prévues à l'article L. 2.")
CITED = article("L2", "Le juge entend les parties avant de statuer.")
needs_check = pytest.mark.skipif("check" not in _registry.names("statutes_diff.cli"), reason="no check command")


def hooks() -> dict[str, dict[str, str]]:
    """The hooks by their ids: the manifest is one level of plain keys, so that no YAML library is wanted."""
    found: dict[str, dict[str, str]] = {}
    for block in MANIFEST.read_text("utf-8").split("\n- ")[1:]:
        fields = dict(re.findall(r"^ *(\w+): (.+)$", block, re.MULTILINE))
        found[fields["id"]] = fields
    return found


def entry(name: str, *files: str) -> list[str]:
    """What pre-commit runs for a hook: its entry, its arguments, the files that it passes."""
    hook = hooks()[name]
    arguments = [part.strip('"') for part in hook.get("args", "[]").strip("[]").split(", ") if part]
    program, *rest = shlex.split(hook["entry"])
    assert program == "statutes-diff"
    passed = [] if hook.get("pass_filenames") == "false" else [file for file in files if re.search(hook["files"], file)]
    return [sys.executable, "-m", "statutes_diff", *rest, *arguments, *passed]


def ran(repository: Repository, name: str, *files: str) -> subprocess.CompletedProcess[str]:
    env = environment(PYTHONPATH=str(ROOT))
    command = entry(name, *files)
    return subprocess.run(command, cwd=repository.folder, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "corpus")
    more = {"L3.md": article("L3", "Le juge est saisi par requête."), "README.md": "Un corpus.\n"}
    made.commit("1", "2001-01-01", {"L1.md": CITING, "L2.md": CITED, **more})
    return made


def test_the_hooks_that_are_promised() -> None:
    found = hooks()
    assert set(found) == {"statutes-diff", "statutes-diff-all"}
    assert found["statutes-diff"]["require_serial"] == "true"
    assert (found["statutes-diff-all"]["always_run"], found["statutes-diff-all"]["pass_filenames"]) == ("true", "false")
    assert all(hook["language"] == "python" for hook in found.values())


@needs_check
def test_a_commit_that_repeals_a_cited_article_is_blocked(repository: Repository) -> None:
    repository.write({"L2.md": None})
    repository.git("add", "-A")
    done = ran(repository, "statutes-diff-all")
    assert done.returncode == 1 and "L1.md:3: dangling-reference: " in done.stdout


@needs_check
def test_a_clean_commit_passes(repository: Repository) -> None:
    repository.write({"L3.md": article("L3", "Le juge est saisi par déclaration au greffe.")})
    repository.git("add", "-A")
    for name in ("statutes-diff", "statutes-diff-all"):
        done = ran(repository, name, "L3.md", "x.c")
        assert (done.returncode, done.stdout) == (0, "")


@needs_check
def test_old_sins_block_nothing_new_ones_do(repository: Repository) -> None:
    repository.commit("2", "2002-01-01", {"L2.md": None})
    assert ran(repository, "statutes-diff-all").returncode == 0
    repository.write({"L3.md": article("L3", "Le juge est saisi comme il est dit au 2° de l'article L. 1.")})
    repository.git("add", "-A")
    done = ran(repository, "statutes-diff-all")
    assert done.returncode == 1 and "L3.md:3: " in done.stdout and "L1.md" not in done.stdout


@needs_check
def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    first = Repository(tmp_path / "new")
    first.write({"L1.md": CITING, "L3.md": article("L3", "Le juge est saisi par requête.")})
    first.git("add", "-A")
    done = ran(first, "statutes-diff-all")
    assert done.returncode == 1 and "L1.md:3: dangling-reference: " in done.stdout and done.stderr.startswith("statutes-diff: ")


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_pre_commit_takes_the_manifest() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def script(name: str) -> str:
    """The lines that a step of the action runs."""
    text = (ROOT / "action.yml").read_text("utf-8")
    found = re.search(rf"- name: {name}\n[\s\S]*?run: \|\n((?: {{8}}.*\n|\n)+)", text)
    assert found
    return "\n".join(line[8:] for line in found[1].splitlines())


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"PATHS": ".", "AGAINST": "", "OPTIONS": ""}, ["check", "--format", "github", "--", "."]),
        (
            {"PATHS": "codes/ $(touch ran)", "AGAINST": "HEAD", "OPTIONS": "--fail-on error"},
            ["check", "--format", "github", "--fail-on", "error", "--against", "HEAD", "--", "codes/", "$(touch", "ran)"],
        ),
    ],
)
def test_the_action_passes_what_it_is_given(repository: Repository, values: dict[str, str], expected: list[str]) -> None:
    """A value from a pull request is never a command."""
    program = repository.folder / "bin" / "statutes-diff"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    program.chmod(0o755)
    env = environment(PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}", **values)
    command = ["bash", "-eo", "pipefail", "-c", script("Check")]
    done = subprocess.run(command, cwd=repository.folder, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == expected
    assert not (repository.folder / "ran").exists()
