"""The account as lines: CSV of each table, JSON Lines, and the rows of a tree."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

from statutes_diff import reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, Inbound, Place
from statutes_diff.reports import View
from statutes_diff.reports._tables.rows import COLUMNS
from statutes_diff.reports._views.view import Table
from statutes_diff.reports.csv import cell
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED, Run
from tests.test_report_sweeps import compared
from tests.test_rules_sweep import COURT
from tests.values import replace

CSV, JSON, JSONL = (reports.load(name) for name in ("csv", "json", "jsonl"))
SCHEMAS = Path(reports.__file__).with_name("schema")
ACCOUNTS = {
    "account": cases.ACCOUNT,
    "recast": cases.RECAST_ACCOUNT,
    "inbound": replace(cases.ACCOUNT, inbound=(Inbound("L12-5", "modified", "L12-5", (cases.at(1),)),)),
    "swept": compared(),
    "nothing": Account(replace(cases.COMPARISON, articles=())),
}


def rows(account: Account, **view: Any) -> list[dict[str, str]]:
    output = CSV.compare(account, View(**view))
    assert output.count("\r\n") <= output.count("\n")
    return list(csv.DictReader(io.StringIO(output, newline=""), strict=True))


def original(text: str) -> str:
    """What a reader of the CSV does to have a text again, as docs/reports.md says."""
    return text[1:] if re.match(r"'['\s]*[=+\-@\t\r\n＝＋－＠]", text) else text


def inserted(text: str) -> Account:
    pair = ArticlePair("inserted", None, Place(cases.article("L1-1", text), ()), "none", 0.0)
    return Account(replace(cases.COMPARISON, articles=(pair,)))


@pytest.mark.parametrize("table", get_args(Table))
def test_a_table_has_its_columns_and_is_english_always(table: Table) -> None:
    output = CSV.compare(cases.ACCOUNT, View(table=table))
    assert output.startswith(",".join(COLUMNS[table]) + "\r\n")
    with speaking("fr"):
        assert CSV.compare(cases.ACCOUNT, View(table=table)) == output


def test_every_alinea_of_a_changed_article_is_a_row() -> None:
    found = rows(cases.ACCOUNT)
    assert [row["status"] for row in found if row["new_article"] == "L12-5"] == [
        "modified", "unchanged", "unchanged", "unchanged", "unchanged", "modified", "removed", "split", "inserted",
    ]  # fmt: skip
    split = next(row for row in found if row["status"] == "split")
    assert (split["old_alineas"], split["new_alineas"], split["channels"]) == ("8", "7 8", "numbering")
    assert split["new_text"] == "Le conseil se réunit chaque trimestre.\nIl délibère à la majorité des membres présents."
    assert found[0]["inserted"].split(" … ")[0] == "tarifs et les horaires"


def test_what_was_not_compared_has_a_row_and_what_is_unchanged_only_when_asked() -> None:
    statuses = [row["article_status"] for row in rows(cases.ACCOUNT)]
    assert statuses.count("not-covered") == 1
    assert "unchanged" not in statuses
    assert "unchanged" in [row["article_status"] for row in rows(cases.ACCOUNT, full=True)]


def test_the_filter_is_that_of_the_json() -> None:
    view = View(only=frozenset({"editorial"}))
    listed = [entry["status"] for pair in json.loads(JSON.compare(cases.ACCOUNT, view))["articles"] for entry in pair["alineas"]]
    assert [row["status"] for row in rows(cases.ACCOUNT, only=view.only) if row["status"]] == listed


def test_findings_and_references_are_those_of_the_json() -> None:
    whole = json.loads(JSON.compare(cases.ACCOUNT, View()))
    assert [row["message"] for row in rows(cases.ACCOUNT, table="findings")] == [f["message"] for f in whole["findings"]]
    found = rows(cases.ACCOUNT, table="references")
    assert [row["status"] for row in found] == [row["status"] for row in whole["references"]]
    assert found[3]["new_target_article"] == "L12-2-1"
    assert found[3]["old_locus"] == ""


def test_a_substitution_has_all_of_its_places() -> None:
    (row,) = rows(compared(left=2), table="substitutions")
    assert (row["old"], row["new"], row["replaced"], row["remaining"]) == (*COURT, "5", "2")
    assert len(row["places"].split("; ")) == 5 and len(row["where"].split("; ")) == 2


@given(st.text(st.sampled_from("=+-@'\t\r\n a,;é\"＝\u00a0"), max_size=12))
def test_a_text_comes_back_from_its_cell(text: str) -> None:
    (read,) = next(csv.reader(io.StringIO(f"{cell(text)}", newline=""), strict=True), [""])
    assert not re.match(r"[=+\-@\t＝＋－＠]", read)
    if "\r" not in text:
        assert original(read) == text


@pytest.mark.parametrize("text", ["- les médecins ;", "'- cité", "=1+1", "'l'eau", "+ de 3 m"])
def test_an_item_of_the_law_is_no_formula_and_comes_back(text: str) -> None:
    (row,) = rows(inserted(text))
    assert row["new_text"][0] == "'"
    assert original(row["new_text"]) == text


def test_nothing_is_cut_whatever_its_length() -> None:
    (row,) = rows(inserted("é" * 100_000))
    assert len(row["new_text"]) == 100_000


def test_a_tree_is_a_row_an_alinea() -> None:
    found = list(csv.DictReader(io.StringIO(CSV.tree(cases.TREE, View()), newline="")))
    assert [(row["article"], row["index"]) for row in found[:3]] == [("L12-1", "1"), ("L12-5", "1"), ("L12-5", "2")]
    assert found[3]["path"] == "Section 2 : Conseils de quartier"
    assert (found[3]["marker"], found[3]["depth"]) == ("1°", "1")


def test_an_article_without_alineas_is_not_forgotten() -> None:
    statute = replace(cases.TREE, children=(cases.article("L1"),))
    (row,) = csv.DictReader(io.StringIO(CSV.tree(statute, View()), newline=""))
    assert (row["article"], row["index"], row["text"]) == ("L1", "", "")


# JSON Lines.


def lines(account: Account, **view: Any) -> list[Any]:
    return [json.loads(line) for line in JSONL.compare(account, View(**view))]


def validator(name: str = "comparison-lines/1") -> jsonschema.Draft202012Validator:
    """What checks a line or an output by the name in its ``schema``; schemas may refer to one another."""
    found = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")]
    registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in found])
    (own,) = (schema for schema in found if schema["$id"] == f"urn:statutes-diff:{name.replace('/', ':')}")
    jsonschema.Draft202012Validator.check_schema(own)
    return jsonschema.Draft202012Validator(own, registry=registry)


OUTPUTS: list[list[Any]] = [
    ["compare", OLD_SEED, NEW_SEED],
    ["compare", OLD_SEED, NEW_SEED, "--full", "--inbound"],
    ["concordance", OLD_SEED, NEW_SEED],
    ["tree", OLD_SEED],
    ["refs", OLD_SEED, "--full"],
    ["refs", OLD_SEED, "--count"],
    ["check", OLD_SEED],
]


@pytest.mark.parametrize("command", OUTPUTS)
def test_every_json_that_a_command_prints_is_valid(run: Run, command: list[Any]) -> None:
    value = json.loads(run(*command, "-f", "json").stdout)
    validator(value["schema"].removeprefix("statutes-diff/")).validate(value)


def test_the_lines_of_the_command_are_valid(run: Run) -> None:
    for line in run("compare", OLD_SEED, NEW_SEED, "--full", "--inbound", "-f", "jsonl").stdout.splitlines():
        validator().validate(json.loads(line))


@pytest.mark.parametrize("name", ACCOUNTS)
@pytest.mark.parametrize("view", [View(), View(full=True), View(only=frozenset({"editorial"}))])
def test_every_line_is_valid(name: str, view: View) -> None:
    valid = validator()
    for line in JSONL.compare(ACCOUNTS[name], view):
        assert line.endswith("\n") and "\n" not in line[:-1]
        valid.validate(json.loads(line))


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    valid = validator()
    for wrong in ({"article": {}}, {"end": {}}, {"more": 1}, {"finding": None}, []):
        with pytest.raises(jsonschema.ValidationError):
            valid.validate(wrong)


@pytest.mark.parametrize("name", ACCOUNTS)
@pytest.mark.parametrize("full", [False, True])
def test_the_lines_are_the_json_taken_apart(name: str, full: bool) -> None:
    whole = json.loads(JSON.compare(ACCOUNTS[name], View(full=full)))
    first, *others, last = lines(ACCOUNTS[name], full=full)
    assert first == {**{key: whole[key] for key in ("old", "new", "summary")}, "schema": "statutes-diff/comparison-lines/1"}
    one = {"articles": "article", "passages": "passage", "divisions": "division", "findings": "finding"}
    one |= {"references": "reference", "substitutions": "substitution"}
    members = [{one.get(key, key): value} for key, values in whole.items() if isinstance(values, list) for value in values]
    assert others == members
    assert last == {"end": {"lines": len(others) + 1}}


def test_lines_are_made_as_they_are_read() -> None:
    assert not isinstance(JSONL.compare(cases.ACCOUNT, View()), (str, list, tuple))


# The command.


@pytest.mark.parametrize("name", ["report.csv", "report.jsonl", "report.ndjson"])
def test_a_file_holds_what_standard_output_would(run: Run, tmp_path: Path, name: str) -> None:
    written = run("compare", OLD_SEED, NEW_SEED, "-o", tmp_path / name)
    assert (written.returncode, written.stdout, written.stderr) == (0, b"", b"")
    asked = reports.of_suffix(Path(name).suffix)
    assert (tmp_path / name).read_bytes() == run("compare", OLD_SEED, NEW_SEED, "-f", asked).stdout


def test_a_table_is_for_csv_alone(run: Run) -> None:
    assert run("compare", OLD_SEED, NEW_SEED, "-f", "csv", "--table", "findings").stdout.startswith(b"rule,channel,")
    done = run("compare", OLD_SEED, NEW_SEED, "--table", "findings")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--table goes with these formats: csv" in done.stderr
