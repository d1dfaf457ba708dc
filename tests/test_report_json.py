"""The JSON formats: the contract that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, AlineaPair, ArticlePair, Place, Statute
from statutes_diff.reports import View
from statutes_diff.reports._json.text import json_text
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED
from tests.values import replace

SCHEMAS = Path(reports.__file__).with_name("schema")
JSON = reports.load("json")
OUTPUTS = {
    "comparison": JSON.compare(cases.ACCOUNT, View()),
    "tree": JSON.tree(cases.TREE, View()),
    "references": JSON.refs([(cases.TREE, cases.REFERENCES)], View()),
}


def compared(account: Account = cases.ACCOUNT, **view: Any) -> Any:
    return json.loads(JSON.compare(account, View(**view)))


def validate(output: str, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(output), schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", OUTPUTS)
def test_outputs_are_valid_against_the_schema(name: str) -> None:
    validate(OUTPUTS[name], name)
    assert json.loads(OUTPUTS[name])["schema"] == f"statutes-diff/{name}/1"


@pytest.mark.parametrize("view", [View(full=True), View(only=frozenset({"editorial"}))])
def test_views_are_valid_too(view: View) -> None:
    validate(JSON.compare(cases.ACCOUNT, view), "comparison")


def test_a_schema_refuses_what_is_not_in_the_contract() -> None:
    wrong = compared()
    wrong["articles"][0]["status"] = "repealed"
    with pytest.raises(jsonschema.ValidationError):
        validate(json.dumps(wrong), "comparison")


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_ends_with_one_newline_and_speaks_english_in_every_language(name: str) -> None:
    with speaking("fr"):
        again = {
            "comparison": JSON.compare(cases.ACCOUNT, View()),
            "tree": JSON.tree(cases.TREE, View()),
            "references": JSON.refs([(cases.TREE, cases.REFERENCES)], View()),
        }
    assert again == OUTPUTS
    assert OUTPUTS[name].endswith("}\n")
    assert not OUTPUTS[name].endswith("\n\n")


def test_keys_stand_in_the_order_of_the_contract() -> None:
    report = compared()
    assert list(report) == [
        "schema", "old", "new", "summary", "articles", "passages", "divisions", "findings", "references", "substitutions",
        "concordance",
    ]  # fmt: skip
    assert list(report["articles"][1]) == ["status", "old", "new", "match", "alineas"]
    assert list(report["articles"][1]["alineas"][0]) == ["status", "old", "new", "edits", "note"]


def test_every_entry_rebuilds_and_every_alinea_appears_once() -> None:
    for pair, article in zip(cases.COMPARISON.articles, compared(full=True)["articles"], strict=True):
        if pair.status == "not-covered":
            continue
        for side, place in (("old", pair.old), ("new", pair.new)):
            listed = [alinea["index"] for entry in article["alineas"] for alinea in entry[side]]
            assert place is not None
            assert sorted(listed) == list(range(1, len(place.article.alineas) + 1))
        assert all(rebuilds(entry) for entry in article["alineas"])


def rebuilds(entry: Any) -> bool:
    old, new = ("\n".join(alinea["text"] for alinea in entry[side]) for side in ("old", "new"))
    for edit in reversed(entry["edits"]):
        old = old[: edit["old"][0]] + new[slice(*edit["new"])] + old[edit["old"][1] :]
    return bool(old == new)


def test_an_unchanged_article_lists_its_alineas_only_when_asked() -> None:
    assert compared()["articles"][0]["alineas"] == []
    assert [entry["status"] for entry in compared(full=True)["articles"][0]["alineas"]] == ["unchanged"]


def test_an_article_that_came_or_went_whole_is_listed_and_rebuilds() -> None:
    place = Place(cases.SAME, ())
    for pair in (ArticlePair("inserted", None, place, "none", 0.0), ArticlePair("removed", place, None, "none", 0.0)):
        account = Account(replace(cases.COMPARISON, articles=(pair,)))
        (article,) = compared(account)["articles"]
        assert [entry["status"] for entry in article["alineas"]] == [pair.status]
        assert all(rebuilds(entry) for entry in article["alineas"])
        assert compared(account)["summary"]["alineas"][pair.status] == 1


def test_summary_holds_every_status() -> None:
    summary = compared()["summary"]
    assert summary["articles"] == {
        "unchanged": 1, "modified": 1, "renumbered": 1, "moved": 0, "inserted": 0, "removed": 0, "not-covered": 1,
    }  # fmt: skip
    assert summary["alineas"] == {
        "unchanged": 6, "modified": 3, "inserted": 1, "removed": 1, "moved": 0, "split": 1, "merged": 0,
    }  # fmt: skip
    assert summary["channels"] == {"substantive": 6, "reference": 0, "numbering": 1, "editorial": 1}
    assert summary["references"]["kept"] == 4
    assert summary["references"]["removed"] == 2


def test_paths_are_headings_verbatim_and_loci_are_a_lawyers() -> None:
    article = compared()["articles"][1]
    assert article["old"]["path"] == ["Section 2 : Conseils de quartier"]
    assert article["alineas"][2]["new"][0]["locus"] == "art. L. 12-5, al. 3 (1°)"
    assert article["alineas"][2]["new"][0]["marker"] == "1°"
    assert "marker" not in article["alineas"][0]["new"][0]


def test_findings_carry_their_values_and_places() -> None:
    institution, duration = compared()["findings"]
    assert (institution["values"]["name"], institution["values"]["before"], institution["values"]["after"]) == ("CRH", 1, 0)
    assert institution["article"] == {"old": "L12-5", "new": "L12-5"}
    assert duration["where"] == {"old": [], "new": ["art. L. 12-5, al. 9"]}


def test_concordance_lists_the_numbers_that_changed() -> None:
    assert compared()["concordance"] == [{"old": "L12-7", "new": "L12-8", "how": "similar", "score": 0.93}]


def test_only_selects_alineas_whole_and_leaves_the_summary() -> None:
    report = compared(only=frozenset({"editorial"}))
    changed = [article for article in report["articles"] if article["status"] != "not-covered"]
    assert [entry["old"][0]["index"] for article in changed for entry in article["alineas"]] == [6]
    assert report["findings"] == report["references"] == []
    assert report["summary"] == compared()["summary"]


def test_only_never_drops_one_edit_of_an_alinea() -> None:
    old, new = cases.article("1", "La mise en oeuvre est gratuite."), cases.article("1", "La mise en œuvre est payante.")
    both = cases.modified(old, new, 1, 1, "editorial", "substantive")
    pair = ArticlePair("modified", Place(old, ()), Place(new, ()), "number", 0.5, alineas=(both,))
    account = Account(replace(cases.COMPARISON, articles=(pair,)))
    for channel in ("editorial", "substantive"):
        (entry,) = compared(account, only=frozenset({channel}))["articles"][0]["alineas"]
        assert len(entry["edits"]) == 2
        assert rebuilds(entry)
    assert compared(account, only=frozenset({"numbering"}))["articles"] == []


def test_only_numbering_keeps_a_renumbered_article_whole() -> None:
    articles = compared(only=frozenset({"numbering"}))["articles"]
    assert [(article["status"], len(article["alineas"])) for article in articles] == [
        ("modified", 1), ("renumbered", 2), ("not-covered", 0),
    ]  # fmt: skip
    assert all(rebuilds(entry) for article in articles for entry in article["alineas"])


def test_tree_keeps_empty_divisions_history_annotations_and_tables() -> None:
    tree = json.loads(OUTPUTS["tree"])
    assert [division["heading"] for division in tree["divisions"]][-1] == "Section 3 : Halles"
    article = tree["articles"][1]
    assert article["history"][0]["published_on"] == "1998-05-05"
    assert article["annotations"] == [cases.RESERVED.text]
    assert article["annotation_kinds"] == [{"kind": "nota", "line": 31}]
    assert tree["articles"][2]["alineas"][0]["table"] is True


def test_references_give_words_place_and_every_target() -> None:
    reference = json.loads(OUTPUTS["references"])["references"][2]
    assert (reference["article"], reference["alinea"], reference["start"], reference["end"]) == ("L12-5", 7, 69, 119)
    assert [target["alinea"] for target in reference["targets"]] == [2, 3]
    assert reference["resolved"] is False


def test_lone_surrogates_and_control_characters_are_escaped() -> None:
    text = "\ud800 \x1b[31m “œ” \u2028"
    output = JSON.tree(Statute(text, "a", "b", "utf-8", (cases.article("1", text),)), View())
    output.encode("utf-8")
    assert "\x1b" not in output
    assert json.loads(output)["title"] == text


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_layout_changes_no_value(value: Any) -> None:
    assert json.loads(json_text(value)) == value


def test_an_alinea_pair_with_a_reason_tells_it() -> None:
    old, new = cases.article("1", "Un."), cases.article("1", "Deux.")
    entry = AlineaPair("modified", (1,), (1,), cases.edits("Un.", "Deux."), cases.msg("rewritten"))
    pair = ArticlePair("modified", Place(old, ()), Place(new, ()), "number", 0.1, alineas=(entry,))
    assert compared(Account(replace(cases.COMPARISON, articles=(pair,))))["articles"][0]["alineas"][0]["note"] == "rewritten"


def test_the_seeds_are_valid_and_rebuild() -> None:
    old, new = api.read(str(OLD_SEED)), api.read(str(NEW_SEED))
    output = JSON.compare(api.compare(old, new), View(full=True))
    validate(output, "comparison")
    assert all(rebuilds(entry) for article in json.loads(output)["articles"] for entry in article["alineas"])
    for statute in (old, new):
        validate(JSON.tree(statute, View()), "tree")
        validate(JSON.refs([(statute, api.references(statute))], View()), "references")
