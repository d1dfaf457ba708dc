"""Substitutions made at many places, in every report: a row with what is left, and a line in each article."""

from __future__ import annotations

import json
from typing import Any

import pytest

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account
from statutes_diff.reports import View
from tests.test_report_json import validate
from tests.test_rules_sweep import COURT, code

SENTENCE = "La demande numéro {} est portée devant le {} du lieu, qui statue dans le mois."
MORE = ("Le {} reçoit les riverains le lundi.", "Le {} reçoit les riverains le mardi, sur rendez-vous.")


def compared(left: int = 1) -> Account:
    olds, news = ([SENTENCE.format(n, words) for n in range(4)] for words in COURT)
    stays = [f"Le registre numéro {n} du {COURT[0]} est public{{}}." for n in range(left)]
    old = [*olds, MORE[0].format(COURT[0]), *(line.format("") for line in stays)]
    new = [*news, MORE[1].format(COURT[1]), *(line.format(", le mardi") for line in stays)]
    return api.compare(code(*old), code(*new))


def printed(name: str, account: Account, **view: Any) -> str:
    with speaking("en"):
        return str(reports.load(name).compare(account, View(width=120, **view))).replace("\\", "").replace("**", "")


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_a_row_tells_the_places_and_what_is_left(name: str) -> None:
    words = " ".join(printed(name, compared()).replace("|", " ").split())
    rows = ("tribunal de grande instance → tribunal 5 1 art. 6, al. 1 judiciaire", f"{' → '.join(COURT)} 5 1 art. 6, al. 1")
    assert sum(words.count(row) for row in rows) == 1
    assert words.count("is replaced by “tribunal judiciaire”") == 1  # at the top, and not among the findings again


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_each_article_says_that_its_change_is_of_the_sweep(name: str) -> None:
    output = " ".join(printed(name, compared()).split())
    words = "tribunal de grande instance → tribunal judiciaire (1 time of 5)"
    assert output.count(f"nothing but a substitution made at many places: {words}") == 4
    assert output.count(f"with a substitution made at many places: {words}") == 1


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_of_many_places_that_are_left_the_first_are_named(name: str) -> None:
    assert "and 4 others" in " ".join(printed(name, compared(left=12)).split())
    assert "art. 17, al. 1" in " ".join(printed(name, compared(left=12), full=True).split())


def test_the_edits_are_shown_as_ever() -> None:
    assert printed("terminal", compared()).count("{+tribunal judiciaire+}") == 5


def test_json_lists_substitutions() -> None:
    output = reports.load("json").compare(compared(), View())
    validate(output, "comparison")
    (found,) = json.loads(output)["substitutions"]
    assert (found["old"], found["new"], found["replaced"], found["remaining"]) == (*COURT, 5, 1)
    assert found["where"] == ["art. 6, al. 1"]
    assert found["places"][0] == {"old": "art. 1er, al. 1", "new": "art. 1er, al. 1", "whole": True}
    assert found["forms"] == [{"old": COURT[0], "new": COURT[1], "times": 5}]


def test_they_are_substance() -> None:
    kept, dropped = (
        json.loads(reports.load("json").compare(compared(), View(only=frozenset({channel}))))
        for channel in ("substantive", "editorial")
    )
    assert len(kept["substitutions"]) == 1
    assert dropped["substitutions"] == []


def test_the_greatest_comes_first() -> None:
    olds = [
        f"Le maire numéro {n} nomme le syndic des vannes, que les riverains assistent ; le {COURT[0]} le confirme."
        for n in range(5)
    ]
    news = [
        f"Le maire numéro {n} nomme le gardien des eaux, que les riverains assistent ; le {COURT[1]} le confirme."
        for n in range(5)
    ]
    more = [f"Le {words} siège au canton." for words in COURT]
    account = api.compare(code(*olds, more[0]), code(*news, more[1]))
    (headline,) = [one for one in api.summary(account).first if one.matter == "sweeps"]
    assert [dict(finding.message.values)["places"] for finding in headline.findings] == [6, 5]
