"""Places and targets in a lawyer's words, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statutes_diff.messages import speaking
from statutes_diff.model import AlineaPair, ArticlePair, Finding, LedgerRow, Locus, Place, Target
from statutes_diff.reports import View
from statutes_diff.reports._account import blocks
from statutes_diff.reports._findings import sentences
from statutes_diff.reports._places import articles, numbers, targets, where
from statutes_diff.reports._renvois import changed_renvois
from tests import report_cases as cases

NUMBERS = [
    ([], "", ""),
    ([3], "3", "3"),
    ([1, 2], "1 and 2", "1 et 2"),
    ([6, 1, 2], "1, 2 and 6", "1, 2 et 6"),
    ([7, 8, 9, 10, 10], "7 to 10", "7 à 10"),
    ([1, 3, 4, 5, 9], "1, 3 to 5 and 9", "1, 3 à 5 et 9"),
]


@pytest.mark.parametrize(("indexes", "english", "french"), NUMBERS)
def test_alinea_numbers(indexes: list[int], english: str, french: str) -> None:
    with speaking("en"):
        assert numbers(indexes) == english
    with speaking("fr"):
        assert numbers(indexes) == french


TARGETS = [
    ([Target(article="L162-5")], "L. 162-5"),
    ([Target(article="L162-15", alinea=2), Target(article="L162-15", alinea=3)], "L. 162-15, al. 2 et 3"),
    ([Target(article="L1-1", alinea=4)], "al. 4"),
    ([Target(article="L1-1")], "l'article lui-même"),
    ([Target(article="R163-2", item=("I", "3°"), sentence=1)], "R. 163-2, I, 3°, 1re phrase"),
    ([Target(article="R163-2", item=("-",), sentence=-1)], "R. 163-2, dernière phrase"),
    ([Target(article="L2", alinea=-1)], "L. 2, dernier al."),
    ([Target(article="L2", alinea=-2, sentence=2)], "L. 2, avant-dernier al., 2e phrase"),
    ([Target(article="L2", alinea=-3)], "L. 2, al.\u00a03 à partir de la fin"),
    ([Target(text="code du travail", article="L1-1")], "L. 1-1 (code du travail)"),
    ([Target(text="loi n° 2002-322 du 6 mars 2002")], "loi n° 2002-322 du 6 mars 2002"),
    ([Target(article="16-1", alinea=2), Target(article="1")], "art. 16-1, al. 2, art. 1er"),
    ([Target(division="chapitre II du titre Ier")], "chapitre II du titre Ier"),
    ([Target(article="L2"), Target(article="L3")], "L. 2, L. 3"),
]


@pytest.mark.parametrize(("found", "words"), TARGETS)
def test_targets(found: list[Target], words: str) -> None:
    with speaking("fr"):
        assert targets(found, "L1-1") == words


WHERE = [
    ([Locus("L1", 3), Locus("L1", 1)], "L1", "al. 1 et 3"),
    ([Locus("L1", 3, ("II", "3°"))], "L1", "al. 3 (II, 3°)"),
    ([Locus("L1", 3)], None, "art. L. 1, al. 3"),
    ([Locus("L10", 1), Locus("L2", 2), Locus("L2", 1)], None, "art. L. 2, al. 1 et 2\u00a0; art. L. 10, al. 1"),
    ([Locus("L1", 0)], None, "art. L. 1"),
    ([], None, ""),
]


@pytest.mark.parametrize(("loci", "home", "words"), WHERE)
def test_where(loci: list[Locus], home: str | None, words: str) -> None:
    with speaking("fr"):
        assert where(loci, home) == words


def test_a_very_long_list_of_articles_is_counted() -> None:
    keys = [f"L{n}" for n in range(1, 42)]
    assert articles(keys).endswith("L. 30 and 11 others")
    assert articles(keys, full=True).endswith("L. 40 and L. 41")


FINDINGS = [
    ((1,), (), "changed — al. 1 of the old version"),
    ((), (2,), "changed — al. 2"),
    ((1,), (2,), "changed — before: al. 1; after: al. 2"),
    ((2,), (2,), "changed — al. 2"),
    ((), (), "changed"),
]


@pytest.mark.parametrize(("old", "new", "words"), FINDINGS)
def test_a_finding_says_its_places(old: tuple[int, ...], new: tuple[int, ...], words: str) -> None:
    finding = Finding("x", "substantive", cases.msg("changed"), None, None, tuple(map(cases.at, old)), tuple(map(cases.at, new)))
    assert sentences([finding], "L12-5") == [words]


def test_a_target_that_changed_shows_both() -> None:
    (old,) = cases.mention(1, "L. 183-1", 9, Target(article="L183-1"))
    row = LedgerRow("renumbered", old, replace(old, target=Target(article="L184-1")), cases.msg("the reason"))
    (renvoi,) = changed_renvois(replace(cases.ACCOUNT, references=(row,)), "L12-5")
    assert (renvoi.target, renvoi.where, renvoi.evidence) == ("L. 183-1 → L. 184-1", "al. 1", "the reason")


def test_unchanged_alineas_are_one_run_only_where_their_numbers_run_on() -> None:
    old, new = cases.article("1", "A.", "B.", "C.", "D.", "E."), cases.article("1", "A.", "B.", "X.", "C.", "D.", "E.")
    pairs = [(1, 1), (2, 2), (3, 4), (4, 5), (5, 6)]
    inner = [AlineaPair("unchanged", (i,), (j,)) for i, j in pairs]
    inner.insert(2, AlineaPair("inserted", (), (3,)))
    for listed in (inner, [*inner[:2], *inner[3:], inner[2]]):
        pair = ArticlePair("modified", Place(old, ()), Place(new, ()), "number", 0.9, alineas=tuple(listed))
        (block,) = blocks(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, articles=(pair,))), View())
        assert sorted((entry.label, entry.status) for entry in block.entries) == [
            ("al. 1 and 2", "all unchanged"),
            ("al. 3", "inserted"),
            ("al. 4 to 6", "formerly al. 3 to 5 · all unchanged"),
        ]


def test_a_renumbered_article_of_equal_text_has_no_entries() -> None:
    same = cases.article("L1", "A.", "B.")
    pair = ArticlePair("renumbered", Place(same, ()), Place(replace(same, number="L2"), ()), "text", 1.0)
    (block,) = blocks(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, articles=(pair,))), View())
    assert (block.title, block.status, block.entries) == ("Article L. 2 (formerly L. 1)", "renumbered · text unchanged", ())
