"""The main job on the two seed documents: the facts that a lawyer must find, read from the JSON of the commands."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import NEW_SEED, OLD_SEED, clean_environment

Json = dict[str, Any]


def asked(*arguments: str) -> Json:
    command = [sys.executable, "-m", "statutes_diff", *arguments, "-f", "json"]
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60, check=True)
    found: Json = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def account() -> Json:
    return asked("compare", str(OLD_SEED), str(NEW_SEED), "--full")


@pytest.fixture(scope="module")
def article(account: Json) -> Json:
    found: Json = account["articles"][0]
    return found


def findings(account: Json, rule: str) -> list[Json]:
    return [finding for finding in account["findings"] if finding["rule"] == rule]


def test_the_seeds_are_the_documents_byte_for_byte() -> None:
    digests = [hashlib.sha256(seed.read_bytes()).hexdigest()[:16] for seed in (OLD_SEED, NEW_SEED)]
    assert digests == ["294ad7ef8161f210", "3823d7793ef5ec73"]
    assert not OLD_SEED.read_bytes().endswith(b"\n")


def test_the_old_tree() -> None:
    tree = asked("tree", str(OLD_SEED))
    assert tree["title"] == "CODE DE LA SECURITE SOCIALE"
    assert [(a["number"], len(a["alineas"])) for a in tree["articles"]] == [
        ("L162-12-17", 6), ("L162-12-18", 12), ("L162-12-19", 1), ("L162-12-20", 5),
    ]  # fmt: skip
    section = "Section 2.2 : Accords de bon usage et contrats de bonne pratique des soins"
    assert all(a["path"] == ["(Partie Législative)", section] for a in tree["articles"])
    assert [(n["line"], n["code"]) for n in tree["notes"]] == [(34, "page-break"), (70, "page-break")]
    assert "professionnels conventionnés peuvent adhérer" in tree["articles"][1]["alineas"][0]["text"]
    assert "qui ouvrent droit à une rémunération" in tree["articles"][3]["alineas"][0]["text"]
    assert [a["marker"] for a in tree["articles"][1]["alineas"]].count("-") == 6
    assert [a["marker"] for a in tree["articles"][3]["alineas"]] == [None, None, None, "1°", "2°"]


def test_the_history_of_the_old_articles() -> None:
    histories = [a["history"] for a in asked("tree", str(OLD_SEED))["articles"]]
    assert [len(history) for history in histories] == [2, 2, 1, 1]
    note = histories[2][0]
    assert (note["verb"], note["act"], note["provision"]) == ("inserted", "Loi n° 2002-322 du 6 mars 2002", "art. 3 III")
    assert (note["published"], note["published_on"]) == ("Journal Officiel du 7 mars 2002", "2002-03-07")
    assert histories[0][0]["verb"] == "modified" and histories[0][0]["provision"] == "art. 24 XIV"


def test_the_new_tree() -> None:
    tree = asked("tree", str(NEW_SEED))
    assert [(a["number"], len(a["alineas"])) for a in tree["articles"]] == [("L162-12-17", 9)]
    assert tree["notes"] == []


def test_what_the_excerpt_leaves_out_is_not_called_removed(account: Json) -> None:
    assert account["summary"]["articles"] == {
        "unchanged": 0, "modified": 1, "renumbered": 0, "moved": 0, "inserted": 0, "removed": 0, "not-covered": 3,
    }  # fmt: skip
    assert [(a["status"], a["old"]["number"], a["new"]) for a in account["articles"][1:]] == [
        ("not-covered", f"L162-12-{n}", None) for n in (18, 19, 20)
    ]


def test_the_alineas(article: Json) -> None:
    found = [(e["status"], [a["index"] for a in e["old"]], [a["index"] for a in e["new"]]) for e in article["alineas"]]
    assert found == [
        *(("modified", [n], [n]) for n in (1, 2, 3, 4)),
        ("unchanged", [5], [5]),
        ("removed", [6], []),
        *(("inserted", [], [n]) for n in (6, 7, 8, 9)),
    ]


def test_the_edits_rebuild_the_new_text_exactly(article: Json) -> None:
    for entry in article["alineas"]:
        if not entry["old"] or not entry["new"]:
            continue
        old, new = ("\n".join(a["text"] for a in entry[side]) for side in ("old", "new"))
        pieces, at = [], 0
        for edit in entry["edits"]:
            pieces += [old[at : edit["old"][0]], new[slice(*edit["new"])]]
            at = edit["old"][1]
        assert "".join(pieces) + old[at:] == new


def words(article: Json, alinea: int) -> list[tuple[str, str]]:
    """What was struck and what was inserted in an alinéa, edit by edit."""
    entry = article["alineas"][alinea - 1]
    old, new = entry["old"][0]["text"], entry["new"][0]["text"]
    return [(old[slice(*e["old"])].strip(), new[slice(*e["new"])].strip()) for e in entry["edits"]]


def test_the_edits_are_words_a_lawyer_would_name(article: Json) -> None:
    first = words(article, 1)
    assert first[:3] == [("", "et l'accord national"), ("mentionnées", "mentionnés"), ("", ", L. 162-32-1")]
    assert len(first) == 4 and first[3][0].startswith("et, à l'échelon régional, entre les unions") and first[3][1] == ""
    bodies, region = words(article, 2)
    funds = "la Caisse nationale de l'assurance maladie des travailleurs salariés, au moins une autre caisse nationale"
    assert bodies == (f"{funds} d'assurance maladie", "l'Union nationale des caisses d'assurance maladie")
    assert region[0].startswith("et, à l'échelon régional") and region[1] == ""
    assert words(article, 3) == [("et régionaux", ""), ("", "ou les centres de santé adhérant à l'accord national")]
    assert words(article, 4) == [("", "ou aux centres de santé")]


def test_institutions_before_and_after(account: Json) -> None:
    found = {f["values"]["name"]: f for f in findings(account, "institution")}
    counts = {name: (f["values"]["before"], f["values"]["after"]) for name, f in found.items()}
    assert counts == {"CNAMTS": (3, 0), "URCAM": (3, 0), "UNCAM": (0, 2), "HAS": (0, 1), "URML": (1, 0), "URPS": (0, 1)}
    assert found["URCAM"]["values"]["ways"] == 3
    assert "union régionale de caisses de sécurité sociale" in found["URCAM"]["values"]["irregular_forms"]
    assert [locus.rpartition(", ")[2] for locus in found["CNAMTS"]["where"]["old"]] == ["al. 1", "al. 2", "al. 6"]
    assert [locus.rpartition(", ")[2] for locus in found["UNCAM"]["where"]["new"]] == ["al. 2", "al. 9"]


def test_whose_words_stand_where(account: Json) -> None:
    found = {f["values"]["name"]: f["values"] for f in findings(account, "institution")}
    assert (found["UNCAM"]["in_place_of"], found["CNAMTS"]["replaced_by"]) == ("CNAMTS (al. 2)", "UNCAM (al. 2)")
    others = [found[name] for name in ("HAS", "URML", "URPS", "URCAM")]
    assert not any(values["in_place_of"] or values["replaced_by"] for values in others)


def ledger(account: Json, status: str) -> list[tuple[str, int | None]]:
    rows = [row["new"] or row["old"] for row in account["references"] if row["status"] == status]
    return [(row["target"]["article"], row["target"]["alinea"]) for row in rows]


def test_references(account: Json) -> None:
    assert ledger(account, "added") == [("L162-32-1", None)]
    assert ledger(account, "removed") == [("L162-15", 2), ("L162-15", 3)]
    six = [(number, None) for number in ("L162-5", "L162-9", "L162-12-2", "L162-12-9", "L162-14", "L322-5-2")]
    assert ledger(account, "kept") == [*six, ("L162-12-17", 4)]
    assert len(account["references"]) == 10


def test_the_preceding_alinea_is_resolved_on_both_sides(account: Json) -> None:
    row = next(r for r in account["references"] if r["old"] and r["old"]["text"] == "précédent alinéa")
    for side in ("old", "new"):
        assert (row[side]["text"], row[side]["locus"]) == ("précédent alinéa", "art. L. 162-12-17, al. 5")
        assert (row[side]["target"]["article"], row[side]["target"]["alinea"]) == ("L162-12-17", 4)


def test_the_time_limit_and_the_regional_agreements(account: Json) -> None:
    (limit,) = findings(account, "duration")
    assert (limit["old"], limit["new"], limit["where"]["new"]) == (None, "deux mois", ["art. L. 162-12-17, al. 6"])
    regional = next(f for f in findings(account, "expression") if f["values"]["words"] == "accords nationaux et régionaux")
    assert (regional["values"]["before"], regional["values"]["after"]) == (2, 0)
    assert "et régionaux" in regional["values"]["struck"] and regional["values"]["gone"] == "al. 6"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_says_that_one_body_succeeded_another(language: str) -> None:
    command = [sys.executable, "-m", "statutes_diff", "compare", str(OLD_SEED), str(NEW_SEED), "--lang", language]
    text = subprocess.run(command, env=clean_environment(), capture_output=True, check=True, timeout=60).stdout.decode()
    assert not any(word in text.lower() for word in ("succède", "devient", "devenu", "succeed", "became", "becomes", "abrogé"))
    assert "\x1b" not in text and max(map(len, text.splitlines())) <= 80
