"""Places and targets in a lawyer's words, in both languages."""

from __future__ import annotations

import pytest

from statutes_diff.messages import plural, speaking
from statutes_diff.model import AlineaPair, ArticlePair, Finding, Locus, Place, Target
from statutes_diff.reports import View
from statutes_diff.reports._views.account import blocks
from statutes_diff.reports._views.findings import sentences
from statutes_diff.reports._views.places import articles, numbers, targets, where
from tests import report_cases as cases
from tests.values import replace

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
    ([Target(article="16-1", alinea=2), Target(article="1")], "art. 16-1, al. 2\u00a0; art. 1er"),
    ([Target(division="chapitre II du titre Ier")], "chapitre II du titre Ier"),
    ([Target(division="présent code")], "présent code"),
    ([Target()], "le texte lui-même"),
    ([Target(article="L2", sentence=-2)], "L. 2, avant-dernière phrase"),
    ([Target(article="L2", sentence=-3)], "L. 2, 3e phrase à partir de la fin"),
    # several articles that one run of words names are a range: each member of a list has words of its own
    ([Target(article="L2"), Target(article="L2-1"), Target(article="L9")], "L. 2 à L. 9"),
    ([Target("code civil", "16"), Target("code civil", "18")], "art. 16 à 18 (code civil)"),
    ([Target(article=f"L{n}", alinea=al) for n in (2, 3, 4) for al in (1, 2)], "L. 2 à L. 4, al. 1 et 2"),
    ([Target(article="L2", item=("I", item)) for item in ("1°", "2°", "3°")], "L. 2, I, 1° à 3°"),
    ([Target(article="L1-1", item=(item,)) for item in "abc"], "a à c"),
    ([Target(article="L2", item=(item,)) for item in ("1°", "3°", "5°")], "L. 2, 1°, 3° et 5°"),
    ([Target(article="L2", item=(item,)) for item in ("I", "II")], "L. 2, I et II"),
    ([Target(article="L2", item=(item,)) for item in ("1°", "2°", "3°", "3° bis", "6°")], "L. 2, 1° à 3°, 3° bis et 6°"),
    ([Target(article="L2", alinea=1), Target(article="L3", alinea=2)], "L. 2, al. 1\u00a0; L. 3, al. 2"),
]


@pytest.mark.parametrize(("found", "words"), TARGETS)
def test_targets(found: list[Target], words: str) -> None:
    with speaking("fr"):
        assert targets(found, "L1-1") == words


def test_a_part_of_a_range_is_a_list_and_a_long_one_is_counted() -> None:
    part = [Target(article="L2"), Target(article="L5")]
    assert targets(part, None, whole=False) == "L. 2, L. 5"
    many = targets([Target(article=f"L{n}") for n in range(1, 42)], None, whole=False)
    assert many.endswith("L. 30 and 11 others")


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


def test_a_finding_that_names_its_alineas_does_not_say_them_twice() -> None:
    said = plural("expression {n}", "expressions {n}", 2, struck="al. 1 (« et »)", replaced="", gone="al. 2")
    finding = Finding("x", "substantive", said, "a", None, (cases.at(1), cases.at(2)))
    told = "expressions 2; words struck: al. 1 (« et »); gone with its alinéa: al. 2"
    assert sentences([finding], "L12-5") == [f"{told} — alinéas of the old version"]
    assert sentences([finding], None) == [f"{told} — art. L. 12-5 of the old version"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "words struck: al. 1 and 2 (« al. 3, 4 »); replaced: al. 4 to 6, art. L. 2, al. 7 and 9"),
        ("fr", "mots supprimés : al. 1 et 2 (« al. 3, 4 ») ; remplacée : al. 4 à 6, art. L. 2, al. 7 et 9"),
    ],
)
def test_the_alineas_that_a_rule_lists_are_said_as_everywhere(language: str, words: str) -> None:
    values = {"struck": "al. 1, 2 (« al. 3, 4 »)", "replaced": "al. 4, 5, 6, art. L. 2, al. 7, 9", "gone": ""}
    finding = Finding("x", "substantive", cases.msg("expression", **values), "a", None)
    with speaking(language):
        assert sentences([finding], "L12-5")[0].replace("\u00a0", " ").split(" ; " if language == "fr" else "; ", 1)[1] == words


ONE, TWO = cases.article("L8", "Un texte."), cases.article("L8", "Tout autre chose.")


def titles(*pairs: ArticlePair) -> list[str]:
    return [block.title for block in blocks(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, articles=pairs)), View())]


def test_a_removed_article_is_called_old_when_another_bears_its_number() -> None:
    removed = ArticlePair("removed", Place(ONE, ()), None, "none", 0.0)
    inserted = ArticlePair("inserted", None, Place(TWO, ()), "none", 0.0)
    assert titles(removed, inserted) == ["Old article L. 8", "Article L. 8"]
    assert titles(removed) == ["Article L. 8"]


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
            ("al. 4 to 6 (formerly al. 3 to 5)", "all unchanged"),
        ]


def test_a_renumbered_article_of_equal_text_has_no_entries() -> None:
    same = cases.article("L1", "A.", "B.")
    pair = ArticlePair("renumbered", Place(same, ()), Place(replace(same, number="L2"), ()), "text", 1.0)
    (block,) = blocks(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, articles=(pair,))), View())
    assert (block.title, block.status, block.entries) == ("Article L. 2 (formerly L. 1)", "renumbered · text unchanged", ())
