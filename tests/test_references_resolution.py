"""Resolution: relative words become numbers, ranges become articles, and what is not at hand is said to be so."""

from __future__ import annotations

import pytest

from statutes_diff.model import Alinea, Article, Division, LocatedReference, Statute, Target
from statutes_diff.references.outline import outline
from statutes_diff.references.pointers import MOST_TARGETS
from statutes_diff.references.resolution import located, located_in


def article(number: str, *lines: str | tuple[str, str, int]) -> Article:
    """An article; a line may be (marker, text, depth)."""
    parts = [(None, line, 0) if isinstance(line, str) else line for line in lines]
    return Article(number, number, tuple(Alinea(text, marker, depth, 1) for marker, text, depth in parts))


def statute(*children: Article | Division, title: str = "Code du bocage") -> Statute:
    return Statute(title, "code.md", "consolidated", "utf-8", children)


def in_alinea(words: str, index: int, count: int = 6) -> tuple[LocatedReference, ...]:
    """The renvois of words that stand in alinéa ``index`` of L. 12, which has ``count`` plain ones, between L. 11 and L. 13."""
    lines = ["Une haie est tenue à jour." for _ in range(count)]
    lines[index - 1] = words
    middle = article("L12", *lines)
    return tuple(located(statute(article("L11", "Un talus."), middle, article("L13", "Un fossé. Une mare. Un pré."))))


RELATIVE = [
    ("au précédent alinéa", 5, [4]),
    ("à l'alinéa précédent", 3, [2]),
    ("à l'alinéa ci-dessus", 3, [2]),
    ("l'alinéa qui précède", 2, [1]),
    ("à l'alinéa suivant", 3, [4]),
    ("aux deux alinéas précédents", 5, [3, 4]),
    ("aux trois alinéas qui suivent", 2, [3, 4, 5]),
    ("aux alinéas précédents", 4, [1, 2, 3]),
    ("au présent alinéa", 3, [3]),
    ("au premier alinéa", 3, [1]),
    ("aux deux premiers alinéas", 3, [1, 2]),
    ("au dernier alinéa", 3, [6]),
    ("à l'avant-dernier alinéa du présent article", 3, [5]),
    ("aux deux derniers alinéas de l'article L. 12", 1, [5, 6]),
]


@pytest.mark.parametrize(("words", "index", "expected"), RELATIVE)
def test_a_relative_alinea_is_a_number_of_its_article(words: str, index: int, expected: list[int]) -> None:
    (found,) = in_alinea(words, index)
    assert found.resolved
    assert found.locus.alinea == index
    assert [(target.article, target.alinea) for target in found.reference.targets] == [("L12", n) for n in expected]


@pytest.mark.parametrize(("words", "index"), [("au précédent alinéa", 1), ("à l'alinéa suivant", 6), ("au neuvième alinéa", 2)])
def test_an_alinea_that_the_article_does_not_have_is_not_resolved(words: str, index: int) -> None:
    (found,) = in_alinea(words, index)
    assert not found.resolved


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("au présent article", "L12"),
        ("à l'article précédent", "L11"),
        ("à l'article suivant", "L13"),
        ("à l'article L. 13", "L13"),
        ("du même article", "L12"),
    ],
)
def test_a_relative_article_is_a_number(words: str, expected: str) -> None:
    (found,) = in_alinea(words, 2)
    assert (found.reference.targets, found.resolved) == ((Target(article=expected),), True)


def test_the_last_alinea_of_an_article_not_at_hand_is_counted_from_the_end() -> None:
    (found,) = in_alinea("au dernier alinéa de l'article L. 99", 2)
    assert (found.reference.targets, found.resolved) == ((Target(article="L99", alinea=-1),), False)


def test_the_last_sentence_of_an_article_at_hand_is_a_number() -> None:
    (found,) = in_alinea("à la dernière phrase de l'article L. 13", 2)
    assert found.reference.targets == (Target(article="L13", sentence=3),)


def test_a_range_holds_the_articles_of_the_statute_between_its_ends() -> None:
    text = "Les articles L. 2 à L. 9 s'appliquent."
    both = statute(*[article(f"L{n}", text if n == 1 else "Texte.") for n in (1, 2, 4, 9, 10)])
    assert [t.article for t in next(located(both)).reference.targets] == ["L2", "L4", "L9"]
    (found,) = located(statute(article("L1", text), article("L5", "Texte."), article("R5", "Texte.")))
    assert [t.article for t in found.reference.targets] == ["L2", "L5", "L9"]
    assert not found.resolved


def test_a_range_of_another_code_has_only_its_ends() -> None:
    (found,) = located(statute(article("L1", "Les articles L. 2 à L. 9 du code civil."), article("L5", "Texte.")))
    assert [(t.text, t.article) for t in found.reference.targets] == [("code civil", "L2"), ("code civil", "L9")]
    assert not found.resolved


ITEMS = article(
    "L12",
    ("I", "I. - Le bocage comprend :", 0),
    ("1°", "1° Les haies ;", 1),
    ("2°", "2° Les talus, sauf ceux du 1° ;", 1),
    ("II", "II. - Il comprend aussi :", 0),
    ("1°", "1° Les mares ;", 1),
    ("2°", "2° Les fossés, selon le 1° ci-dessus, le I et le dernier alinéa du II ;", 1),
    ("3°", "3° Les prés du 4°, sauf ceux du 2° du I.", 1),
)


@pytest.mark.parametrize(
    ("alinea", "expected"),
    [
        (3, [(("I", "1°"), None, True)]),
        (6, [(("II", "1°"), None, True), (("I",), None, True), (("II",), 4, True)]),
        (7, [(("4°",), None, False), (("I", "2°"), None, True)]),
    ],
)
def test_an_item_is_completed_by_those_it_stands_under(
    alinea: int, expected: list[tuple[tuple[str, ...], int | None, bool]]
) -> None:
    found = [f for f in located(statute(ITEMS)) if f.locus.alinea == alinea]
    assert [(f.reference.targets[0].item, f.reference.targets[0].alinea, f.resolved) for f in found] == expected


def test_the_own_code_is_the_statute_itself_and_the_same_code_is_the_last_named() -> None:
    text = article(
        "L1",
        "L'article L. 2 du code du bocage et l'article L. 3 du code rural.",
        "L'article L. 4 du même code et l'article L. 5 du présent code.",
        "L'article L. 6 du même code.",
    )
    found = [(t.article, t.text) for f in located(statute(text, article("L2", "x"))) for t in f.reference.targets]
    assert found == [("L2", None), ("L3", "code rural"), ("L4", "code rural"), ("L5", None), ("L6", None)]


def test_a_text_announced_for_items_governs_them_and_no_more() -> None:
    text = article(
        "L1",
        ("1°", "1° Aux dispositions suivantes du code rural :", 0),
        ("a", "a) L'article L. 2 ;", 1),
        ("2°", "2° A l'article L. 3.", 0),
    )
    found = [(t.article, t.text) for f in located(statute(text)) for t in f.reference.targets if t.article]
    assert found == [("L2", "code rural"), ("L3", None)]


def test_the_memory_of_one_article_is_not_that_of_the_next() -> None:
    both = statute(article("L1", "L'article L. 8 du code rural."), article("L2", "L'article L. 9 du même code."))
    assert [f.reference.targets[0].text for f in located(both)] == ["code rural", "même code"]


def test_a_division_is_found_among_the_headings() -> None:
    inner = article("L1", "Le présent titre, le titre II et le titre V.")
    both = statute(
        Division("titre", "Ier", "Haies", "Titre Ier : Haies", (inner,)),
        Division("titre", "II", "Mares", "Titre II : Mares", ()),
        Division("titre", "II", "Mares", "Titre II : Mares", (article("L2", "x"),)),
    )
    found = [(f.reference.targets[0].division, f.resolved) for f in located(both)]
    assert found == [("titre Ier", True), ("titre II", True), ("titre V", False)]


def test_only_the_articles_asked_for_are_read() -> None:
    both = statute(article("L1", "L'article L. 2."), article("L2", "L'article L. 1."))
    assert [f.locus.article for f in located(both, {"L2"})] == ["L2"]


@pytest.mark.parametrize("words", ["Le présent code", "La présente loi", "Le code du bocage"])
def test_the_statute_itself_is_told_in_words(words: str) -> None:
    (found,) = located(statute(article("L1", f"{words} protège les haies.")))
    assert found.resolved
    assert found.reference.targets == (Target(division=words.split(" ", 1)[1]),)


def test_another_text_or_a_part_of_this_one_is_not_the_statute_itself() -> None:
    found = list(located(statute(article("L1", "Le code rural, l'article L. 2 du code du bocage, le présent chapitre."))))
    assert [f.reference.targets[0].division for f in found] == [None, None, "présent chapitre"]
    assert not any(f.resolved for f in found)


def test_a_range_of_too_many_articles_is_told_by_its_ends() -> None:
    def targets(last: int) -> list[str | None]:
        numbers = [article(str(n), "Texte.") for n in range(2, last + 1)]
        (found,) = located(statute(article("1", f"Les articles 1 à {last}."), *numbers))
        assert found.resolved
        return [target.article for target in found.reference.targets]

    assert targets(MOST_TARGETS) == [str(n) for n in range(1, MOST_TARGETS + 1)]
    assert targets(MOST_TARGETS + 9) == ["1", str(MOST_TARGETS + 9)]


def test_parts_of_a_range_are_not_multiplied_by_its_members() -> None:
    text = "Aux premier et deuxième alinéas des articles 1 à {}."
    few, many = (statute(*[article(str(n), text.format(last)) for n in range(1, last + 1)]) for last in (4, MOST_TARGETS - 1))
    assert [(t.article, t.alinea) for t in next(located(few)).reference.targets] == [(n, a) for a in (1, 2) for n in "1234"]
    assert {t.article for t in next(located(many)).reference.targets} == {"1", str(MOST_TARGETS - 1)}


def test_too_many_alineas_before_are_told_by_their_ends() -> None:
    def targets(index: int) -> list[int | None]:
        return [t.alinea for t in in_alinea("aux alinéas précédents", index, index)[0].reference.targets]

    assert targets(MOST_TARGETS) == list(range(1, MOST_TARGETS))
    assert targets(MOST_TARGETS + 1) == [1, MOST_TARGETS]


def test_a_range_that_many_articles_cite_is_looked_up_once() -> None:
    whole = outline(statute(*[article(str(n), "Texte.") for n in range(1, 50)]))
    assert whole.between("3", "9") is whole.between("3", "9") == ("4", "5", "6", "7", "8")


def test_an_alinea_that_was_read_before_is_read_anew_where_something_else_was_named_before_it() -> None:
    again = "Les articles L. 7 et L. 8 du même code sont applicables."
    read = statute(
        article("L1", "L'article L. 6 du code rural.", again, "Le même article."),
        article("L2", "L'article L. 5 du code forestier.", again, "Le même article."),
        article("L3", "L'article L. 6 du code rural.", again, "Le même article."),
    )
    whole = outline(read)
    located = [located_in(whole, whole.places[number], judged=False) for number in ("L1", "L2", "L3")]
    found = [[(renvoi.reference.text, renvoi.reference.targets) for renvoi in renvois] for renvois in located]
    texts = [[targets[0].text for _, targets in each] for each in found]
    assert texts == [["code rural"] * 4, ["code forestier"] * 4, ["code rural"] * 4]
    assert found[0] == found[2]
