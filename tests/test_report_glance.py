"""A comparison at a glance: --stat, --summary, two columns; nothing wider than the screen."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import reports
from statutes_diff.cli import _view
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, Place
from statutes_diff.reports import View
from statutes_diff.reports._terminal.stat import Row, _bar
from statutes_diff.reports._views.segments import Segment, one_side
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED, Run
from tests.golden_plugin import Golden
from tests.values import replace

TERMINAL = reports.load("terminal")
ACCOUNTS = {"account": cases.ACCOUNT, "recast": cases.RECAST_ACCOUNT, "nothing": Account(replace(cases.COMPARISON, articles=()))}
GLANCES: dict[str, Any] = {
    "stat": TERMINAL.compare_stat,
    "summary": TERMINAL.compare_summary,
    "beside": lambda account, view: TERMINAL.compare(account, view._replace(beside=True)),
}


@pytest.mark.parametrize("name", GLANCES)
@pytest.mark.parametrize(("language", "width"), [("en", 80), ("fr", 60), ("fr", 160)])
def test_golden(golden: Golden, name: str, language: str, width: int) -> None:
    with speaking(language):
        golden(GLANCES[name](cases.ACCOUNT, View(width=width)), f"glance-{name}-{language}-{width}.txt")


@pytest.mark.parametrize("name", GLANCES)
@pytest.mark.parametrize("account", ACCOUNTS)
@pytest.mark.parametrize("width", [60, 80, 100, 132, 160, 200])
def test_no_line_is_wider_than_the_screen_nor_ends_in_a_space(name: str, account: str, width: int) -> None:
    lines = GLANCES[name](ACCOUNTS[account], View(width=width)).split("\n")
    assert max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip(" ")] == []


@pytest.mark.parametrize("name", GLANCES)
def test_colour_changes_no_character(name: str) -> None:
    coloured = GLANCES[name](cases.ACCOUNT, View(color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == GLANCES[name](cases.ACCOUNT, View())


def test_stat_counts_words_of_each_article_and_their_sum() -> None:
    lines = TERMINAL.compare_stat(cases.ACCOUNT, View(width=120)).split("\n")
    rows = [re.fullmatch(r" (.+?)  (\w+)\s* \|\s+(\d+) (\+*)(-*)", line) for line in lines[:2]]
    assert [(row[1].strip(), row[2]) for row in rows if row] == [("L. 12-5", "modified"), ("L. 12-7 → L. 12-8", "renumbered")]
    assert [int(row[3]) for row in rows if row] == [len(row[4]) + len(row[5]) for row in rows if row]
    total = re.search(r"(\d+) words inserted \(\+\), (\d+) words removed \(-\)", " ".join(lines))
    assert total and int(total[1]) + int(total[2]) == sum(int(row[3]) for row in rows if row)


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 9000), st.integers(8, 60))
def test_a_bar_fits_and_shows_whatever_is_there(inserted: int, removed: int, more: int, room: int) -> None:
    plus, minus = _bar(Row("", "", inserted, removed), inserted + removed + more, room)
    assert plus >= 0 and minus >= 0 and plus + minus <= room
    assert (plus > 0, minus > 0) == (inserted > 0, removed > 0)


def test_summary_is_the_first_page_alone() -> None:
    said = TERMINAL.compare_summary(cases.ACCOUNT, View(width=120))
    assert "What matters first:\n  1. " in said
    assert "this is not a repeal" in said and "Verified: " in said
    assert "Il comprend" not in said and "{+" not in said


def test_a_filter_is_told() -> None:
    view = View(only=frozenset({"editorial"}))
    assert "is not shown" in TERMINAL.compare_summary(cases.ACCOUNT, view) or "are not shown" in TERMINAL.compare_summary(
        cases.ACCOUNT, view
    )
    assert "not shown" in TERMINAL.compare_stat(cases.ACCOUNT, view)


@pytest.mark.parametrize(
    ("width", "terminal", "rewritten", "asked", "beside"),
    [
        (160, True, False, None, True),
        (159, True, False, None, False),
        (200, False, False, None, False),
        (200, True, True, None, False),
        (200, True, False, False, False),
        (60, False, False, True, True),
    ],
)
def test_two_columns_by_themselves_on_a_wide_terminal_only(
    monkeypatch: pytest.MonkeyPatch, width: int, terminal: bool, rewritten: bool, asked: bool | None, beside: bool
) -> None:
    monkeypatch.setattr(_view, "to_terminal", lambda output: terminal)
    assert _view.in_columns(View(width=width, rewritten=rewritten), asked, "-").beside is beside


def test_what_came_has_nothing_on_the_left() -> None:
    pair = ArticlePair("inserted", None, Place(cases.article("L1-1", "Le maire délibère."), ()), "none", 0.0)
    said = TERMINAL.compare(Account(replace(cases.COMPARISON, articles=(pair,))), View(width=160, beside=True))
    (line,) = [line for line in said.split("\n") if "délibère" in line]
    assert line.index("{+") > 80


def run_of(text: str, kind: Any = "equal") -> Segment:
    return Segment(kind, text)


def test_one_side_leaves_no_gap_where_the_other_stood() -> None:
    words = [
        run_of("le maire "),
        run_of("ou le préfet", "deleted"),
        run_of(", saisi "),
        run_of("par lui", "inserted"),
        run_of("."),
    ]
    assert "".join(run.text for run in one_side(words, "deleted")) == "le maire, saisi par lui."
    assert "".join(run.text for run in one_side(words, "inserted")) == "le maire ou le préfet, saisi."
    twice = [run_of("a "), run_of("b", "deleted"), run_of(" "), run_of("c", "inserted"), run_of(" d")]
    assert "".join(run.text for run in one_side(twice, "deleted")) == "a c d"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--stat", "--summary"], "--stat and --summary are two answers"),
        (["--stat", "-f", "json"], "--stat goes with these formats: terminal"),
        (
            ["--summary", "-o", "report.html"],
            "report.html asks for html, which --summary does not go with: choose one of markdown, terminal with -f",
        ),
    ],
)
def test_a_glance_that_a_format_does_not_have_is_refused(run: Run, arguments: list[str], words: str) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()


def test_the_commands(run: Run) -> None:
    assert run("compare", OLD_SEED, NEW_SEED, "--stat").stdout.startswith(b" L. 162-12-17  modified | 356 ++")
    assert b"Verified" in run("compare", OLD_SEED, NEW_SEED, "--summary").stdout
    assert b"on the left" in run("compare", OLD_SEED, NEW_SEED, "--side-by-side").stdout
