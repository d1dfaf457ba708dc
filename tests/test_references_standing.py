"""What stands where a target leads, and which renvois a filter keeps."""

from __future__ import annotations

import pytest

from statutes_diff import api, readers
from statutes_diff.model import Alinea, Article, Division, LocatedReference, Source, Standing, Statute
from statutes_diff.references.figures import Cited, figures
from statutes_diff.references.filters import places
from statutes_diff.sources import InputError
from tests.conftest import NEW_SEED, OLD_SEED


def article(number: str, *lines: str | tuple[str, str, int]) -> Article:
    """An article; a line may be (marker, text, depth)."""
    parts = [(None, line, 0) if isinstance(line, str) else line for line in lines]
    return Article(number, number, tuple(Alinea(text, marker, depth, 1) for marker, text, depth in parts))


ITEMS = article(
    "L3",
    ("I", "I.-Une haie :", 1),
    (None, "en bois ;", 1),  # type: ignore[arg-type]
    ("1°", "1° Un talus ;", 2),
    ("2°.a", "2° a) Une mare ;", 3),
    ("b", "b) Un pré.", 3),
    ("II", "II.-Un fossé :", 1),
    ("3°", "3° Un pont.", 2),
    "Toutefois, un gué.",
)


def statute(*lines: str | tuple[str, str, int], title: str = "Code de l'artisanat") -> Statute:
    """Words in L. 2, beside L. 1 (two alinéas) and the items of L. 3, under one heading."""
    inside = (article("L1", "Un.", "Deux."), article("L2", *lines), ITEMS)
    return Statute(title, "x.md", "x", "utf-8", (Division("Titre", "Ier", "Des haies", "Titre Ier : Des haies", inside),))


def surveyed(words: str, **filters: object) -> tuple[LocatedReference, ...]:
    return api.references(statute(words), articles=["L2"], excerpts=True, **filters)  # type: ignore[arg-type]


STANDINGS: list[tuple[str, Standing]] = [
    ("l'article L. 1", "here"),
    ("le second alinéa de l'article L. 1", "here"),
    ("le I de l'article L. 3", "here"),
    ("le 2° du I de l'article L. 3", "here"),
    ("le a du 2° du I de l'article L. 3", "here"),
    ("le deuxième alinéa du I de l'article L. 3", "here"),  # without a marker, it goes on under the I
    ("le 1° de l'article L. 3", "here"),  # the only 1° of that article
    ("le dernier alinéa du 3° de l'article L. 3", "here"),
    ("le deuxième alinéa du 3° du II de l'article L. 3", "here"),  # "Toutefois" may be of the 3°
    ("le présent titre", "here"),
    ("le titre premier", "here"),
    ("le titre 1", "no-division"),
    ("le présent code", "here"),
    ("l'article L. 4", "no-article"),
    ("le troisième alinéa de l'article L. 1", "no-alinea"),
    ("le 4° de l'article L. 3", "no-item"),
    ("le 1° du II de l'article L. 3", "no-item"),
    ("le titre II", "no-division"),
    ("la section suivante", "unknown"),
    ("au neuvième alinéa", "unknown"),  # of which article?
    ("au 9°", "unknown"),
    ("l'alinéa précédent", "unknown"),
    ("l'article L. 1 du code du sport", "another-text"),
]


@pytest.mark.parametrize(("words", "expected"), STANDINGS)
def test_what_stands_there(words: str, expected: Standing) -> None:
    (found,) = surveyed(f"Une haie selon {words}.")
    assert found.standings == (expected,)
    assert found.resolved == (expected == "here")


@pytest.mark.parametrize("path", [OLD_SEED, NEW_SEED])
def test_a_renvoi_is_resolved_when_all_that_it_leads_to_is_here(path: object) -> None:
    for found in api.references(api.read(str(path))):
        assert found.resolved == (set(found.standings) == {"here"})


EXCERPTS = [
    ("l'article L. 1", ("Un.",)),
    ("le second alinéa de l'article L. 1", ("Deux.",)),
    ("le b du 2° du I de l'article L. 3", ("b) Un pré.",)),
    ("les deux alinéas de l'article L. 1", ("Un.",)),
    ("le premier et le second alinéas de l'article L. 1", ("Un.", "Deux.")),
    ("l'article L. 9", ("",)),
    ("l'article L. 1 du code du sport", ("",)),
    ("le présent titre", ("",)),
]


@pytest.mark.parametrize(("words", "expected"), EXCERPTS)
def test_how_the_text_begins_that_is_pointed_to(words: str, expected: tuple[str, ...]) -> None:
    assert sum((found.excerpts for found in surveyed(f"Une haie selon {words}.")), ()) == expected


def test_an_excerpt_is_one_line_of_whole_words() -> None:
    long = article("L1", "Le  maire\ttient\nla haie " + "verte et haute " * 40)
    whole = Statute("", "x", "x", "utf-8", (article("L2", "Voir l'article L. 1."), long))
    (words,) = api.references(whole, excerpts=True)[0].excerpts
    assert words.startswith("Le maire tient la haie verte et haute")
    assert len(words) <= 121
    assert words.endswith(("verte…", "et…", "haute…"))


# A place as it is asked for, and the words of the renvois that lead there.
WORDS = (
    "Vu l'article L. 1, le second alinéa de l'article L. 1, les articles L. 1 à L. 3, le 2° du I de l'article L. 3, "
    "l'article L. 1 du code du sport, les articles L. 5 à L. 9 de ce code, le code de la santé publique, la loi n° 2002-322 "
    "du 6 mars 2002, l'article 44 sexies du code général des impôts, les articles L. 20 à L. 29 et le chapitre II du titre Ier."
)
ASKED = [
    ("L1", ["L. 1", "second alinéa de l'article L. 1", "L. 1 à L. 3"]),
    ("l. 1", ["L. 1", "second alinéa de l'article L. 1", "L. 1 à L. 3"]),
    ("article L. 1", ["L. 1", "second alinéa de l'article L. 1", "L. 1 à L. 3"]),
    ("à l'art. L. 1", ["L. 1", "second alinéa de l'article L. 1", "L. 1 à L. 3"]),
    ("L. 3", ["L. 1 à L. 3", "2° du I de l'article L. 3"]),
    ("second alinéa de l'article L. 1", ["second alinéa de l'article L. 1"]),
    ("dernier alinéa de l'article L. 1", ["second alinéa de l'article L. 1"]),
    ("I de l'article L. 3", ["2° du I de l'article L. 3"]),
    ("1° du I de l'article L. 3", []),
    ("L. 25", ["L. 20 à L. 29"]),  # a range contains it, though the text does not
    ("L. 1 du code du sport", ["L. 1"]),
    ("L. 7 du code du sport", ["L. 5 à L. 9"]),
    ("L. 7", ["L. 5 à L. 9"]),  # of any text, for this one has no L. 7
    ("R. 25", []),
    ("code du sport", ["L. 1", "L. 5 à L. 9"]),
    ("CSP", ["code de la santé publique"]),
    ("loi n° 2002-322", ["loi n° 2002-322 du 6 mars 2002"]),
    ("44 sexies", ["article 44 sexies"]),
    ("44 sexies du CGI", ["article 44 sexies"]),
    ("44", []),
    ("titre Ier", ["chapitre II du titre Ier"]),
    ("chapitre II", ["chapitre II du titre Ier"]),
    ("chapitre III", []),
    ("L. 2 à L. 6", ["L. 1 à L. 3", "2° du I de l'article L. 3"]),
]


@pytest.mark.parametrize(("place", "expected"), ASKED)
def test_what_leads_to_a_place(place: str, expected: list[str]) -> None:
    assert [found.reference.text for found in surveyed(WORDS, to=[place])] == expected


def test_the_first_of_those_that_lead_to_another_text() -> None:
    (first, *_others) = surveyed(WORDS, to=["L. 1 du code du sport"])
    assert [target.text for target in first.reference.targets] == ["code du sport"]


def test_several_places_are_an_or() -> None:
    assert [found.reference.text for found in surveyed(WORDS, to=["CSP", "44 sexies"])] == [
        "code de la santé publique",
        "article 44 sexies",
    ]


@pytest.mark.parametrize("words", ["", "une haie", "alinéa précédent", "premier alinéa", "présent article", "3°"])
def test_words_that_cite_no_place(words: str) -> None:
    assert places(words) == ()
    with pytest.raises(InputError):
        api.references(statute("Un."), to=[words])


def test_words_that_name_no_article_lead_to_its_part_only() -> None:
    whole = statute("Un.", "Deux au sens du premier alinéa et du présent article.")
    assert [found.reference.text for found in api.references(whole, to=["L. 2"])] == ["présent article"]
    assert [found.reference.text for found in api.references(whole, to=["premier alinéa de l'article L. 2"])] == [
        "premier alinéa"
    ]


DIVISIONS = [
    # words, whether they dangle
    ("le titre III", False),
    ("le titre 3", False),
    ("le titre troisième", False),
    ("le titre V", False),  # a heading without any article stands there all the same
    ("le titre VI", True),
    ("le titre sixième du présent code", True),
    ("les titres II et VI", True),
    ("le titre unique", False),
    ("le titre VI du livre IX du code du sport", False),
    ("le chapitre II", False),  # the text prints none
    ("l'annexe 4", False),
    ("« le titre VI »", False),
]


@pytest.mark.parametrize(("words", "dangles"), DIVISIONS)
def test_a_division_is_missing_where_the_text_prints_others_of_its_kind(words: str, dangles: bool) -> None:
    titres = "".join(f"## Titre {n}\n\n### Article {at}\n\nUne haie.\n\n" for at, n in enumerate(["Ier", "II", "III", "IV"], 1))
    text = f"# Code des haies\n\n{titres}### Article L. 9\n\nUne haie selon {words}.\n\n## Titre V\n"
    read = readers.read(Source("haies", text.encode()))
    assert bool(api.references(read, articles=["L9"], dangling=True)) == dangles


def test_dangling_and_external_together_are_an_and() -> None:
    words = "Vu l'article L. 4, l'article L. 1, le 4° de l'article L. 3, le titre II, au 9°, l'article L. 4 du code du sport."
    assert [found.reference.text for found in surveyed(words, dangling=True)] == ["L. 4", "4° de l'article L. 3"]
    assert [found.reference.text for found in surveyed(words, external=True)] == ["L. 4"]
    assert surveyed(words, dangling=True, external=True) == ()
    assert [found.reference.text for found in surveyed(words, dangling=True, to=["L. 4"])] == ["L. 4"]


def test_figures() -> None:
    found = api.references(statute(WORDS, "L'article L. 2 et l'article L. 1 ; la loi n° 2002-322 précitée."))
    counted = figures([each for each in found if each.locus.article == "L2"])
    assert counted.references == sum(n for _, n in counted.kinds) == 14
    assert counted.targets == sum(n for _, n in counted.standings)
    assert counted.articles[0] == Cited(None, "L1", 4)
    assert Cited(None, "L2", 1) not in counted.articles  # what an article says of itself
    assert counted.texts[:2] == (Cited("code du sport", None, 2), Cited("loi n° 2002-322 du 6 mars 2002", None, 2))
