"""Divisions to pairs: what was renamed, renumbered or moved is said once, and what of that is the articles' own move."""

from __future__ import annotations

import pytest

from statutes_diff import api, readers
from statutes_diff.compare import compare_statutes
from statutes_diff.compare.divisions import divisions
from statutes_diff.compare.outlines import Key, Outline, is_general, likeness
from statutes_diff.model import Article, ArticlePair, Comparison, Division, Finding, Place, Source, Statute
from statutes_diff.rules import findings
from tests.values import replace

SENTENCE = "L'ouvrage de la catégorie {n} est entretenu par son concessionnaire selon le cahier des charges {n}."


def code(outline: str, **words: str) -> str:
    """A text from its outline: a line is a heading, or the numbers of articles; ``a5="…"`` gives article 5 other words."""
    lines = ["# Code des ports de plaisance"]
    for line in outline.strip().splitlines():
        entry = line.strip()
        if not entry[0].isdigit():
            lines.append(f"## {entry}")
            continue
        for number in entry.split():
            lines += [f"### Article {number}", words.get(f"a{number}", SENTENCE.format(n=number))]
    return "\n\n".join(lines) + "\n"


def read(outline: str, **words: str) -> Statute:
    return readers.read(Source("texte", code(outline, **words).encode()))


def compared(old: str, new: str) -> Comparison:
    return compare_statutes(read(old), read(new))


def said(comparison: Comparison) -> list[str]:
    """``status: old → new (articles)`` of each division; one that moved with the number of the heading above it."""
    found = []
    for pair in comparison.divisions:
        old, new = (path[-1].heading if path else "" for path in (pair.old, pair.new))
        above = f", {_above(pair.old)} → {_above(pair.new)}" if pair.status == "moved" else ""
        found.append(f"{pair.status}: {old} → {new} ({pair.articles}{above})")
    return found


def _above(path: tuple[Division, ...]) -> str:
    return path[-2].heading.partition(" :")[0]


def moved(comparison: Comparison) -> list[str]:
    return [pair.new.article.number for pair in comparison.articles if pair.status == "moved" and pair.new]


BASE = """
Titre Ier : Des bassins
Chapitre Ier : Du mouillage
1 2 3 4
Chapitre II : Des redevances
5 6 7 8
Titre II : Des usagers
Chapitre Ier : Des plaisanciers
9 10 11
Chapitre II : Des professionnels
12 13 14
"""
CASES: list[tuple[str, str, str, list[str], list[str]]] = [
    # what happened; old outline; new outline; what is said of the divisions; the articles that moved
    ("nothing", BASE, BASE, [], []),
    ("capitals and typography", BASE, BASE.replace("Des redevances", "DES REDEVANCES."), [], []),
    ("premier for Ier", BASE, BASE.replace("Titre Ier", "Titre premier").replace("Titre II", "Titre 2"), [], []),
    (
        "renamed",
        BASE,
        BASE.replace("Chapitre II : Des redevances", "Chapitre II : Des droits de port"),
        ["renamed: Chapitre II : Des redevances → Chapitre II : Des droits de port (4)"],
        [],
    ),
    (
        "a title that is renamed says nothing of its chapters",
        BASE,
        BASE.replace("Titre Ier : Des bassins", "Titre Ier : Du plan d'eau"),
        ["renamed: Titre Ier : Des bassins → Titre Ier : Du plan d'eau (8)"],
        [],
    ),
    (
        "a chapter put in: the later one is renumbered",
        BASE,
        BASE.replace("Chapitre II : Des redevances", "Chapitre II : De la sûreté\n4-1 4-2\nChapitre III : Des redevances"),
        [
            "inserted:  → Chapitre II : De la sûreté (2)",
            "renumbered: Chapitre II : Des redevances → Chapitre III : Des redevances (4)",
        ],
        [],
    ),
    (
        "renumbered, with a new title too",
        BASE,
        BASE.replace("Chapitre II : Des redevances", "Chapitre V : Du prix des places"),
        ["renumbered: Chapitre II : Des redevances → Chapitre V : Du prix des places (4)"],
        [],
    ),
    (
        "moved to another title, its sections with it",
        BASE.replace("5 6 7 8", "Section 1 : Du tarif\n5 6\nSection 2 : Du recouvrement\n7 8"),
        """
        Titre Ier : Des bassins
        Chapitre Ier : Du mouillage
        1 2 3 4
        Titre II : Des usagers
        Chapitre Ier : Des plaisanciers
        9 10 11
        Chapitre II : Des professionnels
        12 13 14
        Chapitre III : Des redevances
        Section 1 : Du tarif
        5 6
        Section 2 : Du recouvrement
        7 8
        """,
        ["moved: Chapitre II : Des redevances → Chapitre III : Des redevances (4, Titre Ier → Titre II)"],
        [],
    ),
    (
        "two chapters change places",
        BASE,
        BASE.replace("Chapitre Ier : Du mouillage\n1 2 3 4\nChapitre II : Des redevances\n5 6 7 8",
                     "Chapitre Ier : Des redevances\n5 6 7 8\nChapitre II : Du mouillage\n1 2 3 4"),
        [
            "renumbered: Chapitre II : Des redevances → Chapitre Ier : Des redevances (4)",
            "renumbered: Chapitre Ier : Du mouillage → Chapitre II : Du mouillage (4)",
        ],
        [],
    ),
    (
        "the articles of two chapters change places, the headings stay",
        BASE,
        BASE.replace("1 2 3 4", "x").replace("5 6 7 8", "1 2 3 4").replace("x", "5 6 7 8"),
        [],
        ["5", "6", "7", "8", "1", "2", "3", "4"],
    ),
    (
        "split: half of the articles go to a new chapter",
        BASE,
        BASE.replace("5 6 7 8", "5 6\nChapitre III : Des amendes\n7 8"),
        [],
        ["7", "8"],
    ),
    (
        "split and renamed: the number tells which half it is",
        BASE,
        BASE.replace("Des redevances\n5 6 7 8", "Des droits de port\n5 6\nChapitre III : Des amendes\n7 8"),
        ["renamed: Chapitre II : Des redevances → Chapitre II : Des droits de port (2)"],
        ["7", "8"],
    ),
    (
        "merged: the articles of the smaller one have moved",
        BASE,
        BASE.replace("\nChapitre II : Des professionnels\n12 13 14", " 12 13"),
        [],
        ["12", "13"],
    ),
    (
        "one article goes to another chapter",
        BASE,
        BASE.replace("3 4", "3").replace("5 6", "4 5 6"),
        [],
        ["4"],
    ),
    (
        "a subdivision is drawn around articles, another dissolved around them: none has moved",
        BASE.replace("9 10 11", "Section 1 : De l'escale\n9 10 11"),
        BASE.replace("5 6 7 8", "Section 1 : Du tarif\n5 6 7 8"),
        [],
        [],
    ),
    (
        "a title whose articles are all new, with its chapters",
        BASE,
        BASE.replace(
            "Titre II :",
            "Titre Ier bis : Des épaves\nChapitre Ier : De la découverte\n15 16\nChapitre II : De la vente\n17 18\nTitre II :",
        ),
        ["inserted:  → Titre Ier bis : Des épaves (4)"],
        [],
    ),
    (
        "a chapter whose articles are all gone",
        BASE,
        BASE.replace("Chapitre II : Des redevances\n5 6 7 8\n", ""),
        ["removed: Chapitre II : Des redevances →  (4)"],
        [],
    ),
    (
        "of a chapter with one new article the article says it",
        BASE,
        BASE + "Chapitre III : Des clubs\n15\n",
        [],
        [],
    ),
    (
        "an outline in one version only",
        BASE,
        "5 6 7 8",
        [],
        [],
    ),
    (
        "an excerpt that prints the innermost headings alone",
        BASE,
        "Chapitre II : Des droits de port\n5 6 7 8",
        ["renamed: Chapitre II : Des redevances → Chapitre II : Des droits de port (4)"],
        [],
    ),
    (
        "a heading that is printed above each article is one division",
        BASE,
        BASE.replace("5 6 7 8", "5 6\nChapitre II : Des redevances\n7\nChapitre II : Des redevances\n8"),
        [],
        [],
    ),
    (
        "headings of the same number and title in different titles",
        BASE.replace("Du mouillage", "Dispositions générales").replace("Des plaisanciers", "Dispositions générales"),
        BASE.replace("Du mouillage", "Dispositions générales").replace("Des plaisanciers", "Dispositions communes"),
        ["renamed: Chapitre Ier : Dispositions générales → Chapitre Ier : Dispositions communes (3)"],
        [],
    ),
    (
        "chapters become titles under a new book",
        BASE,
        """
        Livre Ier : Des ports
        Titre Ier : Du mouillage dans les bassins
        1 2 3 4
        Titre II : Des redevances
        5 6 7 8
        Titre III : Des plaisanciers
        9 10 11
        Titre IV : Des professionnels
        12 13 14
        """,
        [
            "moved: Chapitre Ier : Du mouillage → Titre Ier : Du mouillage dans les bassins (4, Titre Ier → Livre Ier)",
            "moved: Chapitre II : Des redevances → Titre II : Des redevances (4, Titre Ier → Livre Ier)",
            "moved: Chapitre Ier : Des plaisanciers → Titre III : Des plaisanciers (3, Titre II → Livre Ier)",
            "moved: Chapitre II : Des professionnels → Titre IV : Des professionnels (3, Titre II → Livre Ier)",
        ],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "pairs", "articles"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_divisions(old: str, new: str, pairs: list[str], articles: list[str]) -> None:
    comparison = compared(old, new)
    assert said(comparison) == pairs
    assert moved(comparison) == articles


def test_one_article_proves_no_partner() -> None:
    """The one article that is left of a chapter stands in a chapter of another subject."""
    old = BASE.replace("12 13 14", "12")
    new = BASE.replace("Chapitre II : Des professionnels\n12 13 14", "Chapitre VI : Des concours nautiques\n12 20 21 22")
    comparison = compared(old, new)
    assert said(comparison) == []
    assert moved(comparison) == ["12"]


def test_a_number_given_to_another_text_moves_no_chapter() -> None:
    """Articles 5 to 8 are other words in another chapter: their numbers alone say nothing."""
    other = {
        f"a{n}": f"Les conducteurs de la série {n} présentent un brevet délivré depuis moins de dix ans." for n in range(5, 9)
    }
    old, new = BASE, BASE.replace("Chapitre II : Des redevances\n5 6 7 8", "Chapitre II : Du permis de conduire\n5 6 7 8")
    comparison = compare_statutes(read(old), read(new, **other))
    assert all(pair.articles == 4 for pair in comparison.divisions)
    assert {pair.status for pair in comparison.divisions} <= {"renamed"}  # the same chapter II in the same title, other words


def test_divisions_are_worked_out_from_the_article_pairs_alone() -> None:
    comparison = compared(BASE, BASE.replace("Des redevances", "Des droits de port"))
    assert divisions(comparison.articles) == comparison.divisions
    assert divisions(()) == ()
    assert divisions([ArticlePair("removed", pair.old, None, "none", 0.0) for pair in comparison.articles]) == ()


def heading(comparison: Comparison) -> list[Finding]:
    return [finding for finding in findings(comparison, {"heading"}) if finding.rule == "heading"]


def test_each_change_is_one_finding_with_its_channel_and_first_articles() -> None:
    new = BASE.replace("Chapitre II : Des redevances", "Chapitre II : De la sûreté\n4-1 4-2\nChapitre III : Des redevances")
    inserted, renumbered = heading(compared(BASE, new))
    assert (str(inserted.message), inserted.channel) == (
        "division inserted: “Chapitre II : De la sûreté” (2 articles)",
        "substantive",
    )
    assert (inserted.old, inserted.where_old) == (None, ())
    assert [locus.article for locus in inserted.where_new] == ["4-1"]
    assert str(renumbered.message) == (
        "division renumbered: “Chapitre II : Des redevances” → “Chapitre III : Des redevances” (4 articles)"
    )
    assert renumbered.channel == "numbering"
    assert [locus.article for locus in (*renumbered.where_old, *renumbered.where_new)] == ["5", "5"]


def test_a_division_that_moved_names_the_heading_above_it() -> None:
    new = BASE.replace("Chapitre II : Des redevances\n5 6 7 8\n", "") + "Chapitre III : Des redevances\n5 6 7 8\n"
    (finding,) = heading(compared(BASE, new))
    assert str(finding.message) == (
        "division moved: “Titre Ier : Des bassins > Chapitre II : Des redevances” → "
        "“Titre II : Des usagers > Chapitre III : Des redevances” (4 articles)"
    )
    assert (finding.old, finding.new) == ("Chapitre II : Des redevances", "Chapitre III : Des redevances")


def test_an_article_named_alone_has_its_own_divisions_alone() -> None:
    new = BASE.replace("Des redevances", "Des droits de port").replace("Des professionnels", "Des métiers de la mer")
    account = api.compare(read(BASE), read(new), articles=["7"])
    assert [pair.new[-1].title for pair in account.comparison.divisions] == ["Des droits de port"]
    assert [finding.rule for finding in account.findings] == ["heading"]


TITLES = [
    ("plans locaux d'urbanisme", "plan local d'urbanisme", 1.0),
    ("de la saisie", "de la vente", 0.0),
    ("dispositions generales", "dispositions generales", 0.0),
    ("dispositions particulieres au littoral", "amenagement et protection du littoral", 0.5),
]


@pytest.mark.parametrize(("one", "other", "expected"), TITLES)
def test_titles_are_alike_by_the_words_that_tell(one: str, other: str, expected: float) -> None:
    assert likeness(Key("titre", "1", one), Key("titre", "1", other)) == expected


def test_general_titles() -> None:
    assert is_general("dispositions generales")
    assert is_general("")
    assert not is_general("des peines")


def test_the_same_heading_under_the_same_parent_is_one_node() -> None:
    outline = Outline({})
    title, again = (Division("titre", "I", "Des bassins", "Titre I : Des bassins", ()) for _ in range(2))
    chapter = Division("chapitre", "I", "Du mouillage", "Chapitre I : Du mouillage", ())
    assert outline.node((title, chapter)) == 2
    assert outline.node((again,)) == 1
    assert outline.lineage(2) == [2, 1]
    assert outline.node(()) == 0


def test_an_outline_as_deep_as_no_law_is_no_trouble() -> None:
    def deep(title: str) -> ArticlePair:
        path: tuple[Division, ...] = ()
        for n in range(900):
            path = (*path, Division("section", str(n), f"{title} {n}", f"Section {n}", ()))
        return ArticlePair("unchanged", None, Place(Article("1", "1", ()), path), "number", 1.0)

    one, other = deep("Des ports"), deep("Des quais")
    pair = replace(one, old=other.new)
    assert len(divisions([pair] * 50)) > 0
