"""A concordance in every format: what lawyers read, what programs rely on, what a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statutes_diff import reports
from statutes_diff.compare.concordance import concordance
from statutes_diff.messages import speaking
from statutes_diff.model import ArticlePair, Comparison, Concordance
from statutes_diff.reports import View
from statutes_diff.reports._tables import sheets as _sheets
from statutes_diff.reports.csv import COLUMNS, cell
from statutes_diff.sources import InputError
from tests import concordance_cases as cases
from tests.golden_plugin import Golden
from tests.values import replace
from tests.workbooks import SHEET, cells, part

SCHEMA = Path(reports.__file__).with_name("schema") / "concordance-1.json"
HOSTILE = "=cmd|'/c calc'!A0"
ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def printed(name: str, table: Concordance = cases.TABLE, language: str = "en", **view: Any) -> Any:
    with speaking(language):
        return reports.load(name).concordance(table, View(**view))


def of(*pairs: ArticlePair) -> Concordance:
    return concordance(cases.of(*pairs))


def hostile(text: str) -> Concordance:
    """A number, its label and its neighbour, all of them hostile."""
    first, second = cases.place(text, label=text), cases.place(text + "2", "Un autre texte.", label=text)
    return of(ArticlePair("renumbered", first, second, "text", 1.0), ArticlePair("removed", cases.place("L9"), None, "none", 0.0))


# On the terminal.


@pytest.mark.parametrize(
    ("language", "width", "full"), [("en", 80, False), ("fr", 60, False), ("fr", 80, False), ("fr", 120, True)]
)
def test_terminal(golden: Golden, language: str, width: int, full: bool) -> None:
    golden(printed("terminal", language=language, width=width, full=full), f"concordance-{language}-{width}.txt")


def test_terminal_in_the_order_of_the_new_text(golden: Golden) -> None:
    golden(printed("terminal", cases.INVERSE, "fr"), "concordance-fr-new.txt")


def test_colour_changes_no_character() -> None:
    coloured = printed("terminal", color=True)
    assert "\x1b[33m" in coloured
    assert [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()] == printed("terminal").splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_wider_than_the_screen(width: int, language: str) -> None:
    assert max(map(len, printed("terminal", language=language, width=width).splitlines())) <= width


def words(*pairs: ArticlePair, **view: Any) -> str:
    """The rows on the terminal, without the line breaks."""
    return " ".join(printed("terminal", of(*pairs), width=120, **view).split("remarks")[1].split())


SAID = [
    # what is said of a pair, how it was found, its score
    ("similar text (99%)", "similar", 0.999),
    ("similar text (50%)", "similar", 0.5),
    ("same number · text modified (20%)", "number", 0.2),
    ("same number · text modified (19%) the number alone ties the texts", "number", 0.19),
    ("by the list of pairs · text modified (10%)", "override", 0.1),
]


@pytest.mark.parametrize(("said", "how", "score"), SAID)
def test_what_ties_two_articles(said: str, how: Any, score: float) -> None:
    pair = replace(cases.pair("L1-2", "L1-2", "number", score, "substantive"), how=how)
    assert said in words(pair)


CHANNELS = [
    (("reference",), "same text but for its cross-references"),
    (("numbering",), "same text but for its numbering"),
    (("editorial",), "same text but for its typography"),
    (("reference", "editorial"), "same text but for its cross-references and its typography"),
    (("substantive", "reference"), "text modified (50%)"),
]


@pytest.mark.parametrize(("channels", "said"), CHANNELS)
def test_what_is_left_of_equal_texts(channels: Any, said: str) -> None:
    edits = [cases.pair("L1-2", "L1-2", "number", 0.5, channel).alineas[0] for channel in channels]
    assert said in words(replace(cases.pair("L1-2", "L1-2", "number", 0.5), alineas=tuple(edits)))


def test_neighbours_that_keep_their_number_are_one_line() -> None:
    kept = [cases.pair(number, number, "number", 0.9, "substantive") for number in ("L1-1", "L1-2", "L1-3")]
    assert "L. 1-1 to L. 1-3 — same number (3 articles); text modified: L. 1-1, L. 1-2 and L. 1-3" in words(*kept)
    assert words(*kept, full=True).count("same number · text modified (90%)") == 3
    assert "L. 1-1 L. 1-1 same number · same text" in words(cases.pair("L1-1", "L1-1", "number", 1.0))


def test_what_is_in_doubt_is_never_folded() -> None:
    loose = [replace(cases.pair(number, number, "number", 0.1, "substantive")) for number in ("L1-1", "L1-2")]
    assert words(*loose).count("the number alone ties the texts") == 2


def test_an_excerpt_is_no_gap() -> None:
    outside = ArticlePair("not-covered", cases.place("L2"), None, "none", 0.0)
    shown = words(cases.pair("L1-1", "L1-1", "number", 1.0), outside)
    assert "outside what the new version covers" in shown
    assert "successor" not in shown


def test_two_texts_without_a_common_article_are_no_excerpts() -> None:
    old, new = cases.place("L1"), cases.place("L2")
    shown = words(ArticlePair("not-covered", old, None, "none", 0.0), ArticlePair("not-covered", None, new, "none", 0.0))
    assert "L. 1 — only in the old version" in shown
    assert "— L. 2 only in the new version" in shown


def test_a_gap_that_the_user_made_says_so() -> None:
    assert "no successor, by the list of pairs" in words(ArticlePair("removed", cases.place("L1"), None, "override", 0.0))
    assert "no origin, by the list of pairs" in words(ArticlePair("inserted", None, cases.place("L1"), "override", 0.0))


def test_nothing_to_list() -> None:
    empty = Comparison(replace(cases.COMPARISON.old, children=()), replace(cases.COMPARISON.new, children=()), ())
    assert printed("terminal", concordance(empty)).endswith("Result: no article\n")
    assert printed("csv", concordance(empty)) == ",".join(COLUMNS) + "\r\n"


def test_hostile_numbers_reach_no_terminal_and_no_markup() -> None:
    table = hostile("\x1b]0;x\x07 <b>*a*|b")
    assert not set(printed("terminal", table)) & set("\x1b\x07")
    html = MarkdownIt("commonmark").enable("table").render(printed("markdown", table))
    assert "<b>" not in html
    assert html.count("<tr>") == 3


# Markdown.


@pytest.mark.parametrize("language", ["en", "fr"])
def test_markdown(golden: Golden, language: str) -> None:
    golden(printed("markdown", language=language), f"concordance-{language}.md")


def test_markdown_and_terminal_say_the_same_rows() -> None:
    """Both print the same numbers in the same order."""
    numbers = re.compile(r"[LRD]\. \d+(?:-\d+)?")
    markdown = re.sub(r"\\(.)", r"\1", printed("markdown"))
    assert numbers.findall(markdown) == numbers.findall(printed("terminal", width=200))


# JSON.


def data(table: Concordance = cases.TABLE, **view: Any) -> Any:
    return json.loads(printed("json", table, **view))


@pytest.mark.parametrize("table", [cases.TABLE, cases.INVERSE, hostile("\ud800")])
def test_json_is_valid_against_the_schema(table: Concordance) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data(table), schema, jsonschema.Draft202012Validator)
    assert data(table)["schema"] == "statutes-diff/concordance/1"


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    wrong = data()
    wrong["rows"][0]["how"] = "guess"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(SCHEMA.read_text("utf-8")))


def test_json_rows_begin_with_the_contract() -> None:
    report = data()
    assert list(report) == ["schema", "old", "new", "summary", "rows"]
    assert list(report["rows"][0])[:4] == ["old", "new", "how", "score"]
    assert {"old": None, "new": "L2-6", "how": "none", "score": 0.0}.items() <= report["rows"][10].items()
    assert report["rows"][3]["runner_up"] == "L2-2"
    assert report["rows"][4]["old_alineas"] == [3]


def test_the_summary_counts_each_article_once() -> None:
    summary = data()["summary"]
    for side, names in (("old", "taken_over without_successor only_old"), ("new", "drawn without_origin only_new")):
        counted = sum(summary[name] for name in ["kept", "renumbered", *names.split()])
        assert counted == data()[side]["articles"]


def test_the_summary_counts_articles() -> None:
    assert data()["summary"] == {
        "kept": 4, "renumbered": 6, "taken_over": 1, "drawn": 1, "split": 2, "merged": 2,
        "without_successor": 1, "without_origin": 2, "only_old": 3, "only_new": 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["csv", "json"])
def test_machine_formats_list_every_row_in_english_always(name: str) -> None:
    assert printed(name, language="fr", full=True, width=40) == printed(name)
    assert len(data()["rows"]) == len(cases.TABLE.rows)


# CSV.


def test_csv(golden: Golden) -> None:
    golden(printed("csv"), "concordance.csv")


def test_csv_is_the_json_without_its_frame() -> None:
    lines = list(csv.reader(io.StringIO(printed("csv"), newline=""), strict=True))
    assert lines[0][:4] == ["old", "new", "how", "score"]
    assert lines[0] == list(data()["rows"][0])
    for line, row in zip(lines[1:], data()["rows"], strict=True):
        assert line == [" ".join(map(str, v)) if isinstance(v, list) else "" if v is None else str(v) for v in row.values()]


def test_every_csv_line_ends_as_rfc_4180_says() -> None:
    output = printed("csv")
    assert output.count("\r\n") == output.count("\n") == len(cases.TABLE.rows) + 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    assert cell(f"{sign}1").strip('"')[0] in "'\\"


@pytest.mark.parametrize("text", ["L162-5", "1382", "44 sexies", "0.87", "1:N", "", "a=b", "l'article", "'cité"])
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.text(st.sampled_from("=+-@a,;\"'\t\r\n |\x00é＝"), max_size=12))
def test_a_cell_is_safe_and_comes_back(text: str) -> None:
    for delimiter in ",;":
        cells = next(csv.reader(io.StringIO(f"x{delimiter}{cell(text)}", newline=""), delimiter=delimiter, strict=True))
        assert len(cells) == 2, "no cell falls apart, whichever sign the spreadsheet parts at"
        assert not re.match(r"\s*[=+\-@\t\r＝]", cells[1])


def test_no_formula_in_any_column() -> None:
    for line in csv.reader(io.StringIO(printed("csv", hostile(HOSTILE)), newline="")):
        assert not [text for text in line if text.startswith(("=", "+", "-", "@"))]


# XLSX.


def test_a_workbook_holds_every_row_with_typed_cells() -> None:
    heading, *lines = cells(printed("xlsx"))
    assert heading[:4] == ["Old article", "New article", "Text", "Likeness"]
    assert len(lines) == len(cases.TABLE.rows)
    assert lines[3][:5] == ["L. 1-4", "L. 2-1", "split · similar text (62%)", 0.625, "1:N"]
    assert lines[3][7:9] == ["L. 2-2", 0.4]
    assert lines[10][:4] == [None, "L. 2-6", "no origin", None]
    assert lines[0][10:] == ["Chapitre I : Des halles", "Chapitre I : Des marchés"]


def test_a_workbook_speaks_french_and_puts_the_side_that_orders_first() -> None:
    heading, *lines = cells(printed("xlsx", cases.INVERSE, "fr"))
    assert heading[:4] == ["Nouvel article", "Ancien article", "Texte", "Ressemblance"]
    assert lines[4][:2] == ["L. 2-1", "L. 1-4"]


def test_a_workbook_says_what_it_is_of() -> None:
    texts = cells(printed("xlsx"), 2)
    assert texts[0] == ["Old version", "Code des halles"]
    assert texts[-1][0] == "Result"
    assert str(texts[-1][1]).startswith("4 articles keep their number")


def test_a_workbook_is_the_same_each_time() -> None:
    assert printed("xlsx") == printed("xlsx", width=40, color=True)
    with zipfile.ZipFile(io.BytesIO(printed("xlsx"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_a_workbook_can_be_filtered_and_its_heading_stays() -> None:
    sheet = part(printed("xlsx"), "xl/worksheets/sheet1.xml")
    assert sheet.find(f".//{SHEET}pane").get("state") == "frozen"
    assert sheet.find(f"{SHEET}autoFilter").get("ref") == f"A1:L{len(cases.TABLE.rows) + 1}"


@pytest.mark.parametrize("text", [HOSTILE, "+1", "-1", "@a", "http://exemple.fr", "{=1}", "\x01\x1b _x0041_", "\ud800"])
def test_a_workbook_holds_no_formula_and_no_link(text: str) -> None:
    sheet = part(printed("xlsx", hostile(text)), "xl/worksheets/sheet1.xml")
    assert not list(sheet.iter(f"{SHEET}f", f"{SHEET}hyperlink"))
    assert len(list(sheet.iter(f"{SHEET}row"))) == 3


def test_a_sheet_s_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(cells(printed("xlsx", hostile("é" * 40_000)))) > len(cells(printed("xlsx", hostile("é"))))
    monkeypatch.setattr(_sheets, "_ROWS", 3)
    with pytest.raises(InputError, match="a sheet holds 3 rows at most"):
        printed("xlsx")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InputError, match=r"xlsx: .*pip install 'statutes-diff\[xlsx\]'"):
        printed("xlsx")
