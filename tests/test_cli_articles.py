"""``--article``: a part of a text, in any spelling of the number, and an error when it is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import OLD_SEED, Run

CODE = """\
# Code des exemples

## Titre Ier : Des exemples

### Chapitre Ier : Des bons

#### Article L. 111-1

Le titulaire dépose la demande mentionnée à l'article L. 111-2.

#### Article L. 111-2

La demande est datée.

### Chapitre II : Des autres

#### Article L. 112-1

Le présent chapitre s'applique dans les conditions prévues à l'article L. 111-1.
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    path = tmp_path / "code.md"
    path.write_text(CODE, encoding="utf-8")
    return path


def numbers(run: Run, *arguments: object) -> list[str]:
    done = run("tree", *arguments, "-f", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    return [article["number"] for article in json.loads(done.stdout)["articles"]]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([], ["L111-1", "L111-2", "L112-1"]),
        (["L. 111-2"], ["L111-2"]),
        (["L111-2"], ["L111-2"]),
        (["L112-1", "L.111-1"], ["L111-1", "L112-1"]),
    ],
)
def test_the_tree_of_some_articles(run: Run, code: Path, asked: list[str], shown: list[str]) -> None:
    options = [part for number in asked for part in ("--article", number)]
    assert numbers(run, code, *options) == shown


def test_an_article_keeps_its_divisions_and_the_others_go(run: Run, code: Path) -> None:
    shown = run("tree", code, "--article", "L112-1").stdout.decode()
    assert "Des autres" in shown
    assert "Des bons" not in shown


def test_the_references_of_some_articles(run: Run, code: Path) -> None:
    done = run("refs", code, OLD_SEED, "--article", "L. 112-1", "-f", "json")
    found = json.loads(done.stdout)["references"]
    assert {reference["article"] for reference in found} == {"L112-1"}
    assert "L. 111-1" in [reference["text"] for reference in found]


@pytest.mark.parametrize("command", ["tree", "refs"])
def test_an_article_that_is_not_there_is_an_error(run: Run, code: Path, command: str) -> None:
    done = run(command, code, "--article", "L111-3")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"statutes-diff: {code}: article L111-3 does not stand in this text\n"
