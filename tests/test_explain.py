"""``explain`` and ``--explain``: every rule is explained, in both languages, on the terminal and on its page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from statutes_diff import api, checks
from statutes_diff.cli._help import is_verbatim, paragraphs
from statutes_diff.rules import names
from tests.conftest import ROOT, Run

sys.path.insert(0, str(ROOT / "tools"))

import messages  # tools/messages.py
import rules_page  # tools/rules_page.py


def words(text: str) -> str:
    """Text without its line breaks and indents."""
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part)


def shown(run: Run, *arguments: str, lang: str = "en") -> str:
    done = run(*arguments, env={"LANGUAGE": lang})
    assert (done.returncode, done.stderr) == (0, b"")
    return words(done.stdout.decode())


@pytest.mark.parametrize("rule", [*names(), *checks.names()])
def test_every_rule_has_french_help(rule: str) -> None:
    catalogue = messages.translations(messages.CATALOGUE)
    prose = [paragraph for paragraph in paragraphs(api.explain(rule)) if not is_verbatim(paragraph)]
    lacking = [text for text in prose if text not in catalogue or not messages.is_translated(catalogue[text])]
    assert lacking == [], f"{rule.replace('-', '_')}.py: run `make messages`, then translate what it lists"


def test_the_extractor_reads_the_help_of_rules() -> None:
    path = ROOT / "statutes_diff" / "rules" / "duration.py"
    assert next(messages.docstring_messages(path)).startswith("Lengths of time")
    assert list(messages.docstring_messages(path.with_name("_changed.py"))) == []


@pytest.mark.parametrize("rule", ["duration", "institution", "dangling-reference"])
def test_a_rule_is_explained(run: Run, rule: str) -> None:
    said = shown(run, "explain", rule)
    assert said.startswith(f"{rule} ")
    assert [paragraph for paragraph in paragraphs(api.explain(rule)) if words(paragraph) not in said] == []
    assert shown(run, "compare", "--explain", rule) == said  # OLD and NEW are not asked for


def test_the_name_of_a_rule_is_read_kindly(run: Run) -> None:
    assert shown(run, "explain", "Duration") == shown(run, "explain", "duration")


def test_without_a_name_every_rule_is_listed(run: Run) -> None:
    said = shown(run, "explain")
    every = [*names(), *checks.names()]
    assert [rule for rule in every if f"{rule} {words(next(paragraphs(api.explain(rule))))}" not in said] == []


@pytest.mark.parametrize("command", [("explain", "foo"), ("compare", "--explain", "foo")])
def test_an_unknown_rule_is_told_with_those_there_are(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command)
    first, hint = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (2, b"")
    assert first.startswith("statutes-diff: no rule is called foo; there are ") and "institution" in first
    assert hint.startswith("Try ")


def test_an_explanation_goes_to_a_file(run: Run, tmp_path: object) -> None:
    path = f"{tmp_path}/duration.txt"
    assert run("explain", "duration", "-o", path).stdout == b""
    with open(path, encoding="utf-8") as file:
        assert file.read().startswith("duration\n")


@pytest.mark.parametrize("command", ["compare", "check"])
@pytest.mark.parametrize("end", [False, True])
def test_the_option_writes_to_the_file_too(run: Run, tmp_path: Path, command: str, end: bool) -> None:
    """Wherever the two stand; a text that is named is not overwritten."""
    file = ["-o", str(tmp_path / "duration.txt")]
    asked = ["--explain", "duration"]
    done = run(command, *(asked + file if end else file + asked))
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "duration.txt").read_bytes() == run("explain", "duration").stdout
    for options, said in ((["duration.txt", *file], b"would overwrite it"), (["-f", "json"], b"-f does not go with it")):
        done = run(command, *asked, *options, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
        assert (done.returncode, done.stdout) == (2, b"") and said in done.stderr


def test_the_pages_of_the_rules_are_up_to_date() -> None:
    assert rules_page.PAGE.read_text("utf-8") == rules_page.page(), "run `make rules`"
    assert rules_page.CHECK_PAGE.read_text("utf-8") == rules_page.check_page(), "run `make rules`"


@pytest.mark.parametrize("rule", [*names(), *checks.names()])
def test_the_page_says_what_each_rule_finds_why_and_how_it_looks(rule: str) -> None:
    pages = rules_page.page() + rules_page.check_page()
    section = pages.partition(f"\n## {rule}\n")[2].partition("\n## ")[0]
    assert [label for label in ("What it finds", "Why it matters", "Example") if f"\n**{label}**: " not in section] == []


def test_no_rule_of_compare_has_the_name_of_one_of_check() -> None:
    assert not set(names()) & set(checks.names())
