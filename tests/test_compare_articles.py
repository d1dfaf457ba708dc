"""Articles to pairs: number and text together, and what may be said of an article that stands on one side only."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.compare import RebuildError, compare_statutes, verify
from statutes_diff.model import ArticlePair, Comparison, Edit, Override, Passage, Source
from tests.cases_reader import cases
from tests.values import replace

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


def compared(old: str, new: str, *overrides: Override) -> Comparison:
    before, after = (readers.read(Source("texte", text.encode())) for text in (old, new))
    return compare_statutes(before, after, overrides)


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


def test_the_first_and_the_last_article_of_a_whole_text_are_new_where_much_else_is() -> None:
    before = code("# Titre II", *(n for n in range(2, 100) if n % 6))
    after = code("# Titre Ier", 1, "# Titre II", *range(2, 100), "# Titre III", 100)
    lines = said(compared(before, after))
    assert (lines[0], lines[-1]) == ("inserted →1", "inserted →100")
    lines = said(compared(before, after.replace("# Titre Ier", code(201, 202, 203))))
    assert (lines[0], lines[3]) == ("not-covered →201", "not-covered →1")


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


def test_the_score_is_the_share_of_words_kept() -> None:
    (pair,) = compared("## Article 1\n\nLe maire délibère.\n", "## Article 1\n\nLe préfet délibère.\n").articles
    assert pair.score == 0.5
    (pair,) = compared("## Article 1\n\nLe 3 mai.\n", "## Article 1\n\nLe 4 mai.\n").articles
    assert pair.score < 1.0  # what differs is never called wholly alike


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("articles.txt", 3))
def test_pairs_that_a_lawyer_would_make(title: str, old: str, new: str, expected: str) -> None:
    comparison = compared(*(text.replace("\n", "\n\n") for text in (old, new)))
    assert "\n".join([*map(_short, comparison.articles), *map(_went, comparison.passages)]) == expected, title


def _short(pair: ArticlePair) -> str:
    """``+new``, ``-old`` (with ``?`` outside an excerpt), ``old=new how``, or ``old~new how`` when the text changed too."""
    if pair.old is None or pair.new is None:
        outside = "?" if pair.status == "not-covered" else ""
        return ("-" if pair.old else "+") + (_number(pair, "old") or _number(pair, "new")) + outside
    return f"{_number(pair, 'old')}{'~' if pair.alineas else '='}{_number(pair, 'new')} {pair.how}"


def _went(passage: Passage) -> str:
    ends = ((passage.old, passage.old_alineas), (passage.new, passage.new_alineas))
    return " → ".join(f"{place.article.number} al. {', '.join(map(str, alineas))}" for place, alineas in ends)


def test_the_next_best_is_named() -> None:
    first = "Le concessionnaire entretient à ses frais les berges, les digues et les ouvrages de décharge du canal."
    second = "Le concessionnaire entretient à ses frais les berges et les chemins de halage du canal."
    old, new = f"## Article 1\n\n{first}\n", f"## Article 2\n\n{first[:-1]} latéral.\n\n## Article 3\n\n{second}\n"
    pair = next(pair for pair in compared(old, new).articles if pair.old)
    assert (pair.how, pair.new and pair.new.article.number) == ("similar", "2")
    assert pair.runner_up is not None
    assert pair.runner_up.number == "3"
    assert 0.25 < pair.runner_up.score < pair.score


def test_the_user_overrules() -> None:
    old, new = code(1, 2, 3), code(1, 2, 3, 4)
    overruled = compared(old, new, Override("1", "4"), Override("2", None), Override(None, "3"))
    assert [_short(pair) for pair in overruled.articles] == ["3~1 similar", "+2", "+3", "1~4 override", "-2"]
    assert verify(overruled)


def test_ten_thousand_articles_of_one_pattern_are_not_compared_all_with_all() -> None:
    """Each shares its words with every other one: without limits this is a hundred million comparisons."""
    old = code(*range(1, 10_001))
    renumbered = old.replace("## Article ", "## Article R").replace("présent", "nouveau")
    assert len(compared(old, renumbered).articles) >= 10_000


WORDS = "berges canal digue écluse préfet maire redevance ouvrage titre usage bassin riverain".split()
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=30), min_size=1, max_size=8)


def articles(texts: list[list[str]]) -> str:
    return code(*range(1, len(texts) + 1), **{f"a{n}": " ".join(words) + "." for n, words in enumerate(texts, 1)})


@given(texts, texts)
def test_every_article_stands_in_one_pair(olds: list[list[str]], news: list[list[str]]) -> None:
    assert verify(compared(articles(olds), articles(news))) == len(olds) + len(news)


@given(texts)
def test_a_text_against_itself_is_unchanged(texts: list[list[str]]) -> None:
    comparison = compared(articles(texts), articles(texts))
    assert {pair.status for pair in comparison.articles} == {"unchanged"}
    assert comparison.passages == ()


def spoiled(comparison: Comparison, **changes: object) -> Comparison:
    pair = replace(comparison.articles[0], **changes)  # type: ignore[arg-type]
    return replace(comparison, articles=(pair, *comparison.articles[1:]))


def test_a_wrong_account_is_never_handed_on() -> None:
    good = compared("## Article 1\n\nLe maire délibère.\n", "## Article 1\n\nLe préfet délibère.\n")
    (inner,) = good.articles[0].alineas
    assert verify(good) == 2
    wrong = [
        spoiled(good, alineas=()),
        spoiled(good, alineas=(inner, inner)),
        spoiled(good, alineas=(replace(inner, edits=()),)),
        spoiled(good, alineas=(replace(inner, edits=(Edit("replace", (3, 7), (3, 9)),)),)),
        replace(good, articles=()),
        replace(good, articles=good.articles * 2),
    ]
    for account in wrong:
        with pytest.raises(RebuildError):
            verify(account)
