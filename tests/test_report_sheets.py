"""The workbooks: every sheet of a comparison, renvois, a tree; nothing cut, no formula, the same bytes each time."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, Inbound, LedgerRow, Place, Target
from statutes_diff.reports import View
from statutes_diff.reports._tables.sheets import _LONGEST, _units, continued
from statutes_diff.reports._views.segments import Segment
from tests import refs_cases
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED, Run
from tests.test_report_sweeps import compared
from tests.test_rules_sweep import COURT
from tests.values import replace
from tests.workbooks import SHEET, cells, names, part, strings, table

XLSX = reports.load("xlsx")


def inserted(text: str) -> Account:
    pair = ArticlePair("inserted", None, Place(cases.article("L1-1", text), ()), "none", 0.0)
    return Account(replace(cases.COMPARISON, articles=(pair,)))


def test_a_comparison_has_its_sheets_in_both_languages() -> None:
    assert names(XLSX.compare(cases.ACCOUNT, View())) == [
        "Summary",
        "Alinéas",
        "Findings",
        "Cross-references",
        "Concordance",
        "Substitutions",
    ]
    with speaking("fr"):
        assert names(XLSX.compare(cases.ACCOUNT, View())) == [
            "Synthèse",
            "Alinéas",
            "Constats",
            "Renvois",
            "Concordance",
            "Substitutions",
        ]


def test_the_first_page_says_what_was_compared_and_what_is_not_shown() -> None:
    lines = cells(XLSX.compare(cases.ACCOUNT, View()))
    assert lines[0] == ["Old version", "Code des halles et marchés"]
    said = {label: words for label, words in lines if label}
    assert said["Result"] == "1 article modified, 1 renumbered, 1 unchanged, 1 only in the old version"
    assert said["Changes by kind"].startswith("substance ")
    assert said["What matters first"].startswith("1. ")
    assert any("this is not a repeal" in str(words) for _label, words in lines)
    assert str(lines[-1][1]).startswith("Verified: ")


def test_each_changed_alinea_is_a_row_with_its_words_marked() -> None:
    book = XLSX.compare(cases.ACCOUNT, View())
    rows = table(book, "Alinéas")
    assert [row["Alinéa"] for row in rows[:5]] == ["modified", "modified (typography only)", "removed", "split", "inserted"]
    assert rows[0]["New text"] == cases.NEW_5.alineas[0].text
    assert rows[3]["New alinéas"] == "7 and 8"
    marked = next(item for item in strings(book) if "".join(item.itertext()) == rows[0]["Words"])
    looks = {(run.findtext(f"{SHEET}t") or "").strip(): run.find(f"{SHEET}rPr") for run in marked.iter(f"{SHEET}r")}
    assert looks["tarifs"].find(f"{SHEET}strike") is not None
    assert looks["tarifs et les horaires"].find(f"{SHEET}u") is not None


def test_full_lists_every_alinea_and_only_filters() -> None:
    assert len(table(XLSX.compare(cases.ACCOUNT, View(full=True)), "Alinéas")) == 12
    shown = table(XLSX.compare(cases.ACCOUNT, View(only=frozenset({"editorial"}))), "Alinéas")
    assert [row["Alinéa"] for row in shown] == ["modified (typography only)"]


def test_findings_and_renvois_are_rows() -> None:
    book = XLSX.compare(replace(cases.ACCOUNT, inbound=(Inbound("L12-5", "modified", "L12-5", (cases.at(1),)),)), View())
    assert [row["Finding"] for row in table(book, "Findings")] == [str(finding.message) for finding in cases.FINDINGS]
    rows = table(book, "Cross-references")
    assert [row["Status"] for row in rows] == [row.status for row in cases.LEDGER]
    assert rows[3]["New target"] == "L. 12-2-1"
    assert names(book)[-1] == "Cited"


def test_a_substitution_has_all_of_its_places() -> None:
    account = compared(left=2)
    (row,) = table(XLSX.compare(account, View()), "Substitutions")
    assert [row[name] for name in ("Old words", "New words", "places", "left")] == [*COURT, 5.0, 2.0]
    assert len(re.findall(r"art\.", str(row["Where after"]))) >= 1


def test_references_of_several_statutes_are_one_sheet() -> None:
    found = [(cases.TREE, cases.REFERENCES), (replace(cases.TREE, source="b.md"), cases.REFERENCES)]
    rows = table(XLSX.refs(found, View()), "Cross-references")
    assert [row["Target"] for row in rows[:4]] == ["L. 12-1", "al. 5", "L. 13-9, al. 2", "L. 13-9, al. 3"]
    assert {row["Source"] for row in rows} == {"halles-1999.md", "b.md"}
    assert rows[3]["What stands there"] == "an article outside the text read"
    assert "Target begins" in table(XLSX.refs([(refs_cases.STATUTE, refs_cases.FOUND)], View(full=True)), "Cross-references")[0]


def test_a_tree_is_a_row_an_alinea() -> None:
    rows = table(XLSX.tree(cases.TREE, View()), "Alinéas")
    assert [row["Text"] for row in rows if row["Article"] == "L. 12-5"] == [alinea.text for alinea in cases.OLD_5.alineas]
    assert rows[3]["Marker"] == "1°"


HOSTILE = ['=HYPERLINK("http://x")', "+1", "-1", "@a", "http://exemple.fr", "{=1}", "\x01\x1b _x0041_", "\ud800", "'=1", "<b>&"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_formula_no_link_in_any_field(text: str) -> None:
    nasty = replace(cases.OLD, title=text, source=text, format=text, encoding=text)
    rows = [LedgerRow("added", None, new) for new in cases.mention(1, text, 5, Target(text=text, article=text))]
    account = replace(inserted(text), references=tuple(rows))
    account = replace(account, comparison=replace(account.comparison, old=nasty))
    for book in (XLSX.compare(account, View()), XLSX.tree(nasty, View()), XLSX.refs([(nasty, cases.REFERENCES)], View(), text)):
        for number in range(1, len(names(book)) + 1):
            assert not list(part(book, f"xl/worksheets/sheet{number}.xml").iter(f"{SHEET}f", f"{SHEET}hyperlink"))


@pytest.mark.parametrize("length", [_LONGEST - 1, _LONGEST, _LONGEST + 1, 100_000])
@pytest.mark.parametrize("letter", ["é", "𝔸", "mot "])
def test_what_is_too_long_for_a_cell_goes_on_in_the_next_row_and_says_so(length: int, letter: str) -> None:
    text = (letter * length)[:length]
    rows = table(XLSX.compare(inserted(text), View()), "Alinéas")
    assert all(_units(str(value)) <= _LONGEST for row in rows for value in row.values())
    assert {row["New article"] for row in rows} == {"L. 1-1"}
    parts = [re.fullmatch(r"(?:\[part (\d+) of (\d+)\] )?(.*)", row["New text"], re.DOTALL) for row in rows]
    assert "".join(found[3] for found in parts if found) == text
    if len(rows) > 1:
        assert [found and (found[1], found[2]) for found in parts] == [(str(n + 1), str(len(rows))) for n in range(len(rows))]
        assert rows[0]["Words"] == "(too long to be marked here: see both texts)"


@given(st.lists(st.sampled_from(["a ", "𝔸", "\n", "é" * 200, " " * 50]), max_size=600))
def test_a_text_is_that_of_its_cells(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [str(row[0]) for row in continued([text])]
    assert all(_units(cell) <= _LONGEST for cell in found)
    assert "".join(re.sub(r"^\[part \d+ of \d+\] ", "", cell) for cell in found) == text


def test_a_cell_of_one_run_is_marked_as_a_whole() -> None:
    (row,) = continued([(Segment("inserted", "neuf"),)])
    assert row == [(Segment("inserted", "neuf"),)]
    book = XLSX.compare(inserted("neuf"), View())
    assert table(book, "Alinéas")[0]["Words"] == "neuf"
    assert len(list(part(book, "xl/styles.xml").iter(f"{SHEET}u"))) >= 1


@pytest.mark.parametrize(
    "make", [lambda view: XLSX.compare(cases.RECAST_ACCOUNT, view), lambda view: XLSX.tree(cases.TREE, view)]
)
def test_a_workbook_is_the_same_each_time(make: Any) -> None:
    assert make(View()) == make(View(width=40, color=True))


def test_nothing_to_list_is_a_workbook_too() -> None:
    empty = Account(replace(cases.COMPARISON, articles=()))
    assert len(cells(XLSX.compare(empty, View()), 2)) == 1


def test_the_seeds_as_a_workbook(run: Run, tmp_path: Any) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, "--lang", "fr", "-o", tmp_path / "a.xlsx")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    run("compare", OLD_SEED, NEW_SEED, "--lang", "fr", "-o", tmp_path / "b.xlsx", env={"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"})
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert len(table((tmp_path / "a.xlsx").read_bytes(), "Constats")) == 10
