"""The rules about words on words of every order: places that exist, words that stand there, the same seen from either side."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff.compare import compare_statutes
from statutes_diff.model import AlineaPair, Article, ArticlePair, Comparison, Edit, Finding, Locus
from statutes_diff.rules import _aligned, _changed, findings
from tests.test_rules import statute
from tests.values import replace

RULES = frozenset(("modality", "scope", "penalty", "definition", "entry-into-force"))
PIECES = [
    "le préfet ", "peut ", "doit ", "ne ", "pas ", "que ", "prononcer ", "prononce ", "être ", "est ", "prononcée ", "et ", "ou ",
    ", ", ". ", "sauf ", "notamment ", "sous réserve de ", "la mesure ", "tout lieu clos ", "\n", " : ", "\n1° ",
    "à l'exception de ",
    "puni de deux ans d'emprisonnement ", "et de 300 euros d'amende ", "trois ans d'emprisonnement ", "on entend par local ",
    "Constitue un local ", "est considéré comme un local ", "entre en vigueur ", "à compter du 1er mars 2030 ",
    "jusqu'au 1er mai 2031 ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_findings_name_places_that_exist_and_words_that_stand_there(old: str, new: str) -> None:
    comparison = compare_statutes(statute(old), statute(new))
    for finding in findings(comparison, RULES):
        assert finding.where_old or finding.where_new
        assert_stands(comparison.articles[0].old and comparison.articles[0].old.article, finding.where_old, finding.old)
        assert_stands(comparison.articles[0].new and comparison.articles[0].new.article, finding.where_new, finding.new)


def assert_stands(article: Article | None, loci: tuple[Locus, ...], words: str | None) -> None:
    """The places exist; where words are quoted whole, they stand in the article."""
    count = len(article.alineas) if article else 0
    assert all(1 <= locus.alinea <= count for locus in loci)
    if article and words and not words.endswith(" …"):
        assert " ".join(words.split()) in " ".join(article.text.split())


def flipped(comparison: Comparison) -> Comparison:
    """The same comparison with its sides exchanged."""
    sides = {"inserted": "removed", "removed": "inserted"}
    ops = {"insert": "delete", "delete": "insert"}

    def edit(one: Edit) -> Edit:
        return replace(one, op=ops.get(one.op, one.op), old=one.new, new=one.old)

    def alineas(one: AlineaPair) -> AlineaPair:
        status = sides.get(one.status, one.status)
        return replace(one, status=status, old=one.new, new=one.old, edits=tuple(map(edit, one.edits)))

    def article(one: ArticlePair) -> ArticlePair:
        return replace(one, old=one.new, new=one.old, alineas=tuple(map(alineas, one.alineas)))

    return Comparison(comparison.new, comparison.old, tuple(map(article, comparison.articles)))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_came_went_when_the_sides_are_exchanged(old: str, new: str) -> None:
    comparison = compare_statutes(statute(old), statute(new))
    there, back = findings(comparison, RULES), findings(flipped(comparison), RULES)

    def said(finding: Finding) -> tuple[object, ...]:
        return finding.rule, finding.old, finding.new, set(finding.where_old), set(finding.where_new)

    mirrored = [replace(one, old=one.new, new=one.old, where_old=one.where_new, where_new=one.where_old) for one in back]
    assert sorted(map(repr, map(said, there))) == sorted(map(repr, map(said, mirrored)))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_stands_across_is_the_same_from_both_sides(old: str, new: str) -> None:
    for article in _aligned.standing(_changed.Changes.of(compare_statutes(statute(old), statute(new)))):
        for pair in article.aligned:
            for here, there in ((pair.old, pair.new), (pair.new, pair.old)):
                for start in range(0, len(here.text) - 3, 3):
                    if not here.touching(start, start + 3):
                        span = here.across(start, start + 3)
                        assert here.other[slice(*span)] == here.text[start : start + 3]
                        assert there.across(*span) == (start, start + 3)


MANY = [
    ("le préfet peut prononcer la mesure, ", "le préfet doit prononcer la mesure, "),
    ("la mesure est prononcée par arrêté, ", "la mesure peut être prononcée par arrêté, "),
    (
        "les agents sont affiliés et payés par la caisse, ",
        "les agents, sauf les vacataires, sont affiliés ou payés par la caisse, ",
    ),
    ("la mesure est prononcée par arrêté, ", "la mesure n'est pas prononcée par arrêté, "),
    ("l'abus est puni de deux ans d'emprisonnement. ", "l'abus est puni de trois ans d'emprisonnement. "),
    ("Sont considérés comme jeunes les mineurs. ", "Sont considérés comme jeunes les enfants. "),
    ("jusqu'au 31 mars 2030 ", "jusqu'au 31 mars 2031 "),
]


@pytest.mark.parametrize(("old", "new"), MANY)
def test_a_line_with_thousands_of_changes_is_bounded(old: str, new: str) -> None:
    versions = (statute("La loi dispose. " + text * (100_000 // len(old))) for text in (old, new))
    changes = _changed.Changes.of(compare_statutes(*versions))
    start = time.process_time()
    told = findings(changes.comparison, RULES)
    assert time.process_time() - start < 6
    assert 1 <= len(told) <= 2  # the same change in one alinéa is one finding
