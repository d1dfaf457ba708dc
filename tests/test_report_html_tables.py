"""Tables of the law in the page: from the rows and cells each version can be read, without what is the other one's."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from statutes_diff.compare.alineas.tables import table_diff
from statutes_diff.model import Account, AlineaPair, ArticlePair, Place
from statutes_diff.reports._html.tables import Row, rows
from statutes_diff.reports._html.words import runs
from statutes_diff.reports._views.segments import segments
from tests import html_cases, report_cases
from tests.cases_reader import cases
from tests.test_compare_tables import TABLES
from tests.values import replace


def table(old: str, new: str) -> list[Row]:
    edits = table_diff(old, new).edits
    return rows(runs(segments(old, new, edits, full=True, sided=True), [], [], (old, new)), (old, new))


def read(found: list[Row], side: str) -> list[list[str]]:
    """The cells of one version."""
    gone = "inserted" if side == "old" else "deleted"

    def cell(held: Any) -> str:
        kept = (run for run in held.runs if run.kind != gone and run.side in ("", side))
        return "".join(words for run in kept for words, _link in run.pieces).strip()

    return [[cell(each) for each in row.cells if each.side in ("", side)] for row in found if row.side in ("", side)]


def plain(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("tables.txt", 3))
def test_each_version_can_be_read(title: str, old: str, new: str, expected: str) -> None:
    old, new = old.replace(" | ", "\t"), new.replace(" | ", "\t")
    found = table(old, new)
    assert found, title
    assert (read(found, "old"), read(found, "new")) == (plain(old), plain(new)), title


@given(TABLES, TABLES)
def test_each_version_can_be_read_or_it_is_read_as_lines(old: str, new: str) -> None:
    found = table(old, new)
    if found:
        assert (read(found, "old"), read(found, "new")) == (plain(old), plain(new))


def test_a_changed_figure_stands_in_its_cell() -> None:
    tree = html_cases.parsed(html_cases.page(report_cases.ACCOUNT))
    (row,) = [row for row in tree.xpath("//table[@class='law']//tr") if row.xpath(".//ins")]
    assert [cell.text_content() for cell in row] == ["Moins de 3 m", "12 €14 €"]
    assert [(mark.tag, mark.text) for mark in row.xpath(".//del | .//ins")] == [("del", "12 €"), ("ins", "14 €")]


def test_a_row_that_came_is_one_of_the_new_version() -> None:
    old = report_cases.article("L1", report_cases.alinea("a\tb\nc\td", table=True))
    new = report_cases.article("L1", report_cases.alinea("a\tb\nx\ty\nc\td", table=True))
    edits = table_diff(old.text, new.text).edits
    pair = ArticlePair(
        "modified", Place(old, ()), Place(new, ()), "number", 0.9, alineas=(AlineaPair("modified", (1,), (1,), edits),)
    )
    account = Account(replace(report_cases.COMPARISON, articles=(pair,)))
    tree = html_cases.parsed(html_cases.page(account))
    found = [(row.get("class"), [cell.text_content() for cell in row]) for row in tree.xpath("//table[@class='law']//tr")]
    assert found == [(None, ["a", "b"]), ("n", ["x", "y"]), (None, ["c", "d"])]
