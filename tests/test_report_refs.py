"""The listing of cross-references in every format: what people read, what programs read, and nothing that harms either."""

from __future__ import annotations

import csv
import io
import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model import LocatedReference, Locus, Reference, Statute, Target
from statutes_diff.reports import View
from statutes_diff.reports._views.refs_words import asked
from tests import refs_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED
from tests.golden_plugin import Golden
from tests.test_report_json import validate

CSV, DOT, JSON = (reports.load(name) for name in ("csv", "dot", "json"))
TERMINAL, MARKDOWN = reports.load("terminal"), reports.load("markdown")
PLAIN = [(cases.STATUTE, api.references(cases.STATUTE))]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_terminal(golden: Golden, language: str) -> None:
    with speaking(language):
        output = TERMINAL.refs(PLAIN, View(), asked(["CSP", "L. 2"], external=True))
        golden(output, f"refs-halles-{language}.txt")


def test_terminal_with_the_text_pointed_to(golden: Golden) -> None:
    golden(TERMINAL.refs(cases.READ, View(full=True)), "refs-halles-full-en.txt")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_figures(golden: Golden, language: str) -> None:
    with speaking(language):
        golden(TERMINAL.ref_counts(PLAIN, View()), f"refs-halles-count-{language}.txt")


def test_markdown(golden: Golden) -> None:
    golden(MARKDOWN.refs(cases.READ, View(full=True), asked(["L. 2"])), "refs-halles-en.md")
    golden(MARKDOWN.ref_counts(PLAIN, View()), "refs-halles-count-en.md")


def test_csv(golden: Golden) -> None:
    golden(CSV.refs(cases.READ, View()), "refs-halles.csv")


def test_graph(golden: Golden) -> None:
    golden(DOT.refs(PLAIN, View()), "refs-halles.dot")


def test_the_tables_of_markdown_render() -> None:
    html = MarkdownIt("commonmark").enable("table").render(MARKDOWN.refs(cases.READ, View()))
    assert html.count("<tr>") == len(cases.FOUND) + 1
    assert MarkdownIt("commonmark").enable("table").render(MARKDOWN.ref_counts(PLAIN, View())).count("<table>") == 4


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_note_and_an_excerpt_stand_under_their_target(width: int) -> None:
    output = TERMINAL.refs(cases.READ, View(width=width))
    squeezed = " ".join(output.split())
    assert "leads to L. 14 “=SOMME" in squeezed
    assert max(map(len, output.splitlines())) <= width
    (line,) = [line for line in output.splitlines() if line.endswith("L. 14")]
    assert line.startswith(" " * 10)


def test_json_is_valid_against_its_schemas() -> None:
    validate(JSON.refs(cases.READ, View()), "references")
    validate(JSON.refs(PLAIN, View()), "references")
    validate(JSON.ref_counts(PLAIN, View()), "reference-counts")
    for path in (OLD_SEED, NEW_SEED):
        statute = api.read(str(path))
        validate(JSON.ref_counts([(statute, api.references(statute))], View()), "reference-counts")


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    wrong = json.loads(JSON.refs(PLAIN, View()))
    wrong["references"][0]["targets"][0]["standing"] = "repealed"
    with pytest.raises(jsonschema.ValidationError):
        validate(json.dumps(wrong), "references")


def test_machine_formats_speak_english_in_every_language() -> None:
    before = [report.refs(cases.READ, View()) for report in (JSON, CSV, DOT)]
    with speaking("fr"):
        assert [report.refs(cases.READ, View()) for report in (JSON, CSV, DOT)] == before


def test_the_columns_are_in_every_row() -> None:
    rows = list(csv.reader(io.StringIO(CSV.refs(cases.READ, View()), newline="")))
    assert rows[0] == list(CSV.REF_COLUMNS)
    assert {len(row) for row in rows} == {len(CSV.REF_COLUMNS)}
    assert len(rows) == 1 + sum(len(found.reference.targets) for found in cases.FOUND)


def one(words: str, *targets: Target) -> list[tuple[Statute, list[LocatedReference]]]:
    statute = Statute(words, words, "x", "utf-8", ())
    return [(statute, [LocatedReference(Locus(words, 1), Reference(0, 9, words, "article", targets), False)])]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "=HYPERLINK(1)", 'a"b', "a;b", "a\nb"])
def test_no_cell_is_a_formula(words: str) -> None:
    output = CSV.refs(one(words, Target(words, words, -1, (words,), None, words)), View())
    (row,) = csv.DictReader(io.StringIO(output, newline=""))
    harmful = [name for name, cell in row.items() if re.match(r"\s*[=+@-]", cell) and name != "target_alinea"]
    assert harmful == []
    assert row["target_alinea"] == "-1"  # a number is no formula


@given(st.text(max_size=30))
def test_no_name_breaks_the_graph(words: str) -> None:
    output = DOT.refs(one(words, Target(words, words), Target(None, words + "x")), View())
    assert output.splitlines()[0] == "digraph renvois {"
    assert output.splitlines()[-1] == "}"
    statement = re.compile(r'  (?:rankdir=LR|"(?:[^"\\\n]|\\["\\])*"(?: -> "(?:[^"\\\n]|\\["\\])*")? \[.*\]);')
    assert [line for line in output.splitlines()[1:-1] if not statement.fullmatch(line)] == []


def test_several_statutes_are_clusters_whose_articles_are_their_own() -> None:
    output = DOT.refs([*PLAIN, *PLAIN], View())
    assert output.count("subgraph cluster_") == 2
    assert '"0 L1" -> "0 L2" [weight=3, label=3];' in output
    assert '"1 L1" -> "1 L2" [weight=3, label=3];' in output
    assert output.count('"text code du travail" [label') == 1  # another text is one, whoever cites it


def test_what_was_asked_for_is_said_as_it_was_understood() -> None:
    assert asked([]) == ""
    assert asked(["l162-5", "1411-2 du CSP"]) == "to L. 162-5; art. 1411-2 (CSP)"
    assert asked(["3° du II de l'article L. 162-5"], dangling=True) == "to L. 162-5, II, 3° and dangling"
    with speaking("fr"):
        assert asked(["loi n° 2002-322"], external=True).startswith("vers loi n° 2002-322 et ")


def test_very_many_articles_are_counted_behind_the_first_unless_all_are_asked_for() -> None:
    targets = [Target("code du sport", f"L{n}") for n in range(1, 31)]
    found = [LocatedReference(Locus("1", 1), Reference(0, 1, "x", "article", (target,)), False) for target in targets]
    read = [(Statute("", "x", "x", "utf-8", ()), found)]
    short, full = TERMINAL.ref_counts(read, View()), TERMINAL.ref_counts(read, View(full=True))
    assert re.search(r"10 others +10\n", short)
    assert "L. 30 (code du sport)" in full
    assert "others" not in full
