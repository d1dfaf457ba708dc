"""What matters first: the ranking of an account, and how long reports begin with it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from statutes_diff import api, reports, rules
from statutes_diff.messages import msg, speaking
from statutes_diff.model import Account, ArticlePair, Finding, LedgerRow, Locus, Mention, Place, Target
from statutes_diff.reports import View
from statutes_diff.reports._views.matters import matters, said, why
from tests import report_cases as cases
from tests.values import replace

WEIGHTS = {"heading": 20, "duration": 88, "penalty": 100, "history": 0}
GONE = [ArticlePair("removed", Place(cases.article(f"L9-{n}", "Un texte."), ()), None, "none", 0.0) for n in range(1, 21)]
LONG = replace(cases.COMPARISON, articles=(*cases.COMPARISON.articles, *GONE))


def finding(rule: str, n: int = 1, **values: str | int) -> Finding:
    return Finding(rule, "substantive", msg(f"{rule} {{n}}", n=n, **values), where_new=(Locus("L12-5", n),))


def row(status: Any) -> LedgerRow:
    return LedgerRow(status, None, Mention(Locus("L12-5", 1), Target(article="L4"), "L. 4", 0, 4), msg("article L. 4 is removed"))


def ranked(*findings: Finding, **account: Any) -> list[tuple[str, int]]:
    found = api.summary(Account(cases.COMPARISON, findings, **account))
    return [(headline.matter, headline.total) for headline in (*found.first, *found.others)]


def test_kinds_of_change_stand_by_their_weight_whatever_their_number() -> None:
    many = [finding("heading", n) for n in range(40)]
    assert ranked(*many, finding("duration"), finding("penalty")) == [("penalties", 1), ("durations", 1), ("headings", 40)]


def test_a_finding_belongs_to_the_first_row_that_it_fits() -> None:
    gone, less = finding("institution", after=0), finding("institution", after=3)
    same, more = finding("amount", direction="same"), finding("amount", direction="more")
    assert ranked(less, gone) == [("bodies-gone", 1), ("bodies", 1)]
    assert ranked(same, more) == [("amounts", 1), ("conversions", 1)]


def test_what_weighs_nothing_is_left_out() -> None:
    assert ranked(finding("history")) == []


def test_renvois_and_articles_have_their_rank_too() -> None:
    found = api.summary(Account(LONG, (finding("heading"),), (row("dangling"), row("kept"))))
    assert [headline.matter for headline in found.first] == ["removed", "dangling", "headings"]
    assert found.is_long
    assert found.first[0].articles == tuple(GONE)


def test_only_so_many_come_first() -> None:
    found = api.summary(Account(cases.COMPARISON, tuple(map(finding, WEIGHTS))), most=1)
    assert [headline.matter for headline in found.first] == ["penalties"]
    assert [headline.matter for headline in found.others] == ["durations", "headings"]


@pytest.mark.parametrize("rule", rules.names())
def test_every_rule_has_a_weight(rule: str) -> None:
    assert any(matter.of == "finding" and matter.what == rule and not matter.name for matter in matters())


def test_every_row_has_its_words_in_both_languages() -> None:
    assert len({matter.key for matter in matters()}) == len(matters())
    for language in ("en", "fr"):
        with speaking(language):
            assert all(str(said(matter.key, n)) and str(why(matter.key)) for matter in matters() for n in (1, 2))


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_a_long_report_begins_with_what_matters(name: str) -> None:
    account = Account(LONG, tuple(finding("duration", n) for n in range(1, 6)), (row("dangling"),))
    with speaking("en"):
        lines = reports.load(name).compare(account, View(width=120)).replace("**", "").replace("\\", "").splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith("What matters first"))
    told = [line.strip(" -") for line in lines[start + 1 :] if line.strip()]
    assert told[0] == "1. 5 changes of lengths of time — a deadline missed is a right lost"
    assert told[1:4] == [f"duration {n} — art. L. 12-5, al. {n}" for n in (1, 2, 3)]
    assert "and 2 others" in told[:6]
    assert "2. 20 articles removed — they have no counterpart in the new version" in told
    assert "L. 4 — art. L. 12-5, al. 1 — article L. 4 is removed" in told


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_a_short_report_does_without(name: str) -> None:
    with speaking("en"):
        assert "What matters first" not in reports.load(name).compare(cases.ACCOUNT, View())


def test_json_ranks_every_kind_with_its_articles() -> None:
    report = json.loads(reports.load("json").compare(Account(LONG, (finding("penalty"),), (row("stale"),)), View()))
    found = report["summary"]["matters"]
    assert [(matter["matter"], matter["weight"], matter["count"]) for matter in found] == [
        ("penalties", 100, 1), ("removed", 84, 20), ("stale", 82, 1),
    ]  # fmt: skip
    assert found[0]["articles"] == found[2]["articles"] == ["L12-5"]
    assert found[1]["articles"][0] == "L9-1"
