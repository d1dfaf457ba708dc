"""What a report says of a comparison as a whole: what was compared, what was not, what is proved, and by which names."""

from __future__ import annotations

import pytest

from statutes_diff import readers, reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, Annotation, ArticlePair, Place
from statutes_diff.reports import View
from statutes_diff.reports._views.labels import beside, format_name, source_name
from tests import report_cases as cases
from tests.values import replace

TERMINAL = reports.load("terminal")
SAME, OUTSIDE = cases.COMPARISON.articles[0], cases.COMPARISON.articles[3]
ALONE = ArticlePair("not-covered", None, Place(cases.NEW_8, ()), "none", 0.0)
GONE = ArticlePair("removed", Place(cases.OLD_7, ()), None, "none", 0.0)
NONE = "no difference in the text of the articles compared"
RESULTS = [
    # articles, the result, whether anything was verified
    ((SAME,), f"{NONE} (1 article unchanged)", True),
    (
        (SAME, OUTSIDE, ALONE),
        f"{NONE} (1 article unchanged, 1 only in the old version, 1 only in the new version)",
        True,
    ),
    ((SAME, GONE), "1 article removed, 1 unchanged", True),
    (
        (OUTSIDE, ALONE),
        "no article in common; nothing was compared (1 article only in the old version, 1 only in the new version)",
        False,
    ),
    ((GONE,), "no article in common; nothing was compared (1 article removed)", False),
    ((), "nothing to compare", False),
]


@pytest.mark.parametrize("format", ["terminal", "markdown"])
@pytest.mark.parametrize(("pairs", "result", "verified"), RESULTS)
def test_the_result_says_what_was_compared(pairs: tuple[ArticlePair, ...], result: str, verified: bool, format: str) -> None:
    account = Account(replace(cases.COMPARISON, articles=pairs))
    with speaking("en"):
        output = " ".join(reports.load(format).compare(account, View()).replace("**", "").split())
    assert f"Result: {result} Signs:" in output.replace("\\", "")
    assert ("Verified" in output) is verified


def test_texts_without_a_common_article_are_not_called_excerpts() -> None:
    output = TERMINAL.compare(Account(replace(cases.COMPARISON, articles=(OUTSIDE, ALONE))), View(width=200))
    assert "Only in the old version: L. 12-9.\nOnly in the new version: L. 12-8.\n" in output
    assert "excerpt" not in output


def test_formats_and_standard_input_have_names() -> None:
    for name in readers.formats():
        assert format_name(name) != name, f"add {name} to reports/_views/labels.py"
    assert format_name("a-new-one") == "a-new-one"
    with speaking("fr"):
        assert source_name("<stdin>") == "entrée standard"
        assert "HTML de Légifrance" in TERMINAL.compare(cases.ACCOUNT, View(width=200))


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Annotation("nota", "NOTA : a", 1), "hors du texte de loi\u00a0: "),
        (Annotation("history", "Créé par a", 1), "hors du texte de loi (historique)\u00a0: "),
        (Annotation("inconnu", "a", 1), "hors du texte de loi (inconnu)\u00a0: "),
    ],
)
def test_words_beside_the_law_are_announced_once(annotation: Annotation, words: str) -> None:
    with speaking("fr"):
        assert beside(annotation) == words
