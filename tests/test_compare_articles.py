"""Articles to pairs: number and text together, and what may be said of an article that stands on one side only."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.compare import RebuildError, compare_statutes, verify
from statutes_diff.model import ArticlePair, Comparison, Edit, Source

FIXTURES = Path(__file__).parent.parent / "fixtures"
SENTENCE = "L'article {n} fixe les règles applicables aux ouvrages de la catégorie {n} du présent code."


def code(*numbers: str | int, **words: str) -> str:
    """A text of articles; ``a5="…"`` gives article 5 other words; a string starting with ``#`` is a heading."""
    lines = ["# Code de l'eau publique"]
    for number in numbers:
        if isinstance(number, str) and number.startswith("#"):
            lines.append(number)
        else:
            lines += [f"## Article {number}", words.get(f"a{number}", SENTENCE.format(n=number))]
    return "\n\n".join(lines)


def compared(old: str, new: str) -> Comparison:
    return compare_statutes(*(readers.read(Source("texte", text.encode())) for text in (old, new)))


def said(comparison: Comparison) -> list[str]:
    """``status old→new`` of each pair, in order."""
    return [f"{pair.status} {_number(pair, 'old')}→{_number(pair, 'new')}" for pair in comparison.articles]


def _number(pair: ArticlePair, side: str) -> str:
    place = getattr(pair, side)
    return place.article.number if place else ""


def test_a_number_given_to_another_text_is_found_out() -> None:
    old, new = (read(str(FIXTURES / f"numero-reutilise.{version}.md")) for version in ("ancien", "nouveau"))
    comparison = compare_statutes(old, new)
    assert said(comparison) == ["inserted →L183-1", "unchanged L183-2→L183-2", "renumbered L183-1→L184-1"]
    assert [pair.how for pair in comparison.articles] == ["none", "number", "text"]


def test_an_article_that_moves_up_to_a_number_left_free() -> None:
    old, new = code(7, 8, 9, 10), code(7, 8, 10, a8=SENTENCE.format(n=9))
    assert said(compared(old, new)) == ["unchanged 7→7", "removed 8→", "renumbered 9→8", "unchanged 10→10"]


def test_many_articles_of_one_number_pair_in_linear_time() -> None:
    old = "".join(f"## Article 1\n\nLe terrain numéro {n} est classé.\n\n" for n in range(4_000))
    assert len(compared(old, old.replace("classé", "rangé")).articles) == 4_000


def test_one_version_is_an_excerpt_and_nothing_is_called_removed() -> None:
    assert said(compared(code(1, 2, 3, 4), code(1, a1="Autres règles."))) == [
        "modified 1→1", "not-covered 2→", "not-covered 3→", "not-covered 4→",
    ]  # fmt: skip
    assert said(compared(code(2), code(1, 2, 3))) == ["not-covered →1", "unchanged 2→2", "not-covered →3"]


def test_an_article_gone_from_among_its_neighbours_is_removed() -> None:
    assert said(compared(code(1, 2, 3, 4), code(1, 2, 4))) == ["unchanged 1→1", "unchanged 2→2", "removed 3→", "unchanged 4→4"]


def test_a_section_that_the_excerpt_leaves_out_is_not_covered() -> None:
    section = code("# Section 1", *range(1, 11), "# Section 2", *range(11, 16))
    excerpt = code("# Section 1", *range(1, 11))
    assert {line.split()[0] for line in said(compared(section, excerpt))[10:]} == {"not-covered"}


def test_the_last_of_a_division_that_is_there_is_removed() -> None:
    assert said(compared(code("# Section 1", 1, 2, 3, 4), code("# Section 1", 1, 2, 3)))[-1] == "removed 4→"


def test_duplicates_of_a_number_pair_by_their_text_first() -> None:
    old = "## Article 7\n\n(Abrogé)\n\n## Article 7\n\nLe barrage est surveillé.\n"
    new = "## Article 7\n\nLe barrage est surveillé.\n\n## Article 7\n\n(Abrogé depuis peu)\n"
    assert said(compared(old, new)) == ["unchanged 7→7", "modified 7→7"]


def test_an_article_that_stands_in_another_division_moved() -> None:
    old, new = code("# Titre Ier", 1, 2, "# Titre II", 3), code("# Titre Ier", 1, "# Titre II", 2, 3)
    assert said(compared(old, new)) == ["unchanged 1→1", "moved 2→2", "unchanged 3→3"]


def test_spaces_between_alineas_are_a_change_of_alineas() -> None:
    comparison = compared("## Article 1\n\nUn.\n\nDeux.\n", "## Article 1\n\nUn. Deux.\n")
    assert comparison.articles[0].status == "modified"


def test_the_likeness_is_the_share_of_unchanged_characters() -> None:
    (pair,) = compared("## Article 1\n\nLe maire délibère.\n", "## Article 1\n\nLe préfet délibère.\n").articles
    assert pair.score == round((2 * len("Le maire délibère.") + 1 - len("maire") - len("préfet")) / (2 * 18 + 1), 2)


def spoiled(comparison: Comparison, **changes: object) -> Comparison:
    pair = dataclasses.replace(comparison.articles[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(comparison, articles=(pair, *comparison.articles[1:]))


def test_a_wrong_account_is_never_handed_on() -> None:
    good = compared("## Article 1\n\nLe maire délibère.\n", "## Article 1\n\nLe préfet délibère.\n")
    (inner,) = good.articles[0].alineas
    assert verify(good) == 2
    wrong = [
        spoiled(good, alineas=()),
        spoiled(good, alineas=(inner, inner)),
        spoiled(good, alineas=(dataclasses.replace(inner, edits=()),)),
        spoiled(good, alineas=(dataclasses.replace(inner, edits=(Edit("replace", (3, 7), (3, 9)),)),)),
        dataclasses.replace(good, articles=()),
        dataclasses.replace(good, articles=good.articles * 2),
    ]
    for account in wrong:
        with pytest.raises(RebuildError):
            verify(account)
