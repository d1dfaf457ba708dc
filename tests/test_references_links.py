"""Official links against the words: agreement is silent, disagreement is told, and nothing is read otherwise for it."""

from __future__ import annotations

import time

import pytest

from statutes_diff import api
from statutes_diff.model import Alinea, Article, Link, LocatedReference, Statute
from statutes_diff.references.identity import CUT, is_known, same_text, text_key
from statutes_diff.references.links import Official, official
from statutes_diff.references.vocabulary import canonical, known_codes, legifrance

TITLE = "Code de l'artisanat"
SPORT = "LEGITEXT000006071318"


def address(text: str) -> str:
    return f"/affichCodeArticle.do?cidTexte={text}&idArticle=LEGIARTI000006699999&dateTexte="


def found(words: str, *links: tuple[str, str, str], title: str = TITLE) -> tuple[LocatedReference, ...]:
    """The renvois of words; a link is its words, its title and its address."""
    made = tuple(Link(words.index(over), words.index(over) + len(over), said, href) for over, said, href in links)
    articles = (Article("L12", "L12", (Alinea(words, None, 0, 1, made),)), Article("L13", "L13", (Alinea("x", None, 0, 1),)))
    return api.references(Statute(title, "x", "x", "utf-8", articles), articles=["L12"])


def notes(words: str, *links: tuple[str, str, str], title: str = TITLE) -> list[str | None]:
    return [str(each.note) if each.note else None for each in found(words, *links, title=title)]


TITLES = [
    ("Code du travail - art. L2323-47 (V)", "", Official("Code du travail", "L2323-47")),
    ("Code de la sécurité sociale. - art. R*123-1 (Ab)", "", Official("Code de la sécurité sociale", "R123-1")),
    ("Code général des impôts, CGI. - art. 80 quaterdecies (M)", "", Official("Code général des impôts", "80 quaterdecies")),
    ("CODE GENERAL DES IMPOTS, CGI. - art. 1494 (V)", "", Official("CODE GENERAL DES IMPOTS", "1494")),
    ("Livre des procédures fiscales - art. L83 A (M)", "", Official("Livre des procédures fiscales", "L83 A")),
    ("Loi n° 78-17 du 6 janvier 1978 - art. 32 (V)", "", Official("Loi n° 78-17 du 6 janvier 1978", "32")),
    ("Loi n° 84-16 du 11 janvier 1984 (V)", "", Official("Loi n° 84-16 du 11 janvier 1984", "")),
    ("Code des marchés publics (V)", "", Official("Code des marchés publics", "")),
    ("Code de procédure pénale - Section 5 : Du placement (V)", "", Official("Code de procédure pénale", "")),
    ("Code des pensions civiles et mil... - art. L3 (V)", "", Official(f"Code des pensions civiles et mil{CUT}", "L3")),
    ("Code de l", "", Official(f"Code de l{CUT}", "")),  # title='Code de l'éducation …'
    ("Code de l", address(SPORT), Official("code du sport", "")),
    ("", address(SPORT), Official("code du sport", "")),
    ("", "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006071318/", Official("code du sport", "")),
    ("", address("LEGITEXT000099999999"), Official("", "")),
    ("Loi - art. 125 (V)", address("JORFTEXT000000356342"), Official("", "125")),
    ("Voir le site", "https://example.org/", Official("", "")),
    ("", "", Official("", "")),
]


@pytest.mark.parametrize(("title", "href", "expected"), TITLES)
def test_where_a_link_leads(title: str, href: str, expected: Official) -> None:
    assert official(Link(0, 1, title, href)) == expected


SILENT = [
    ("l'article L. 13", ("L. 13", "Code de l'artisanat - art. L13 (V)", "")),
    ("l'article L. 13", ("l'article L. 13", "Code de l'artisanat - art. L13 (V)", "")),
    ("l'article L. 13", ("L. 13", "", "")),
    ("l'article L. 13", ("L. 13", "Voir le site", "https://example.org")),
    ("l'article 80 terdecies du CGI", ("80 terdecies", "Code général des impôts, CGI. - art. 80terdecies (V)", "")),
    ("les articles L. 11 à L. 13", ("L. 11 à L. 13", "Code de l'artisanat - art. L11 (V)", "")),
    ("les articles L. 11, L. 13", ("L. 11, L. 13", "Code de l'artisanat - art. L13 (V)", "")),
    ("l'article L. 5 du code rural", ("L. 5", "Code rural et de la pêche maritime - art. L5 (V)", "")),
    ("l'article L. 5 du code du sport", ("L. 5", "", address(SPORT))),
    ("l'article L. 5 du code de l'éducation", ("L. 5", "Code de l", "")),
    ("la loi du 6 janvier 1978", ("loi du 6 janvier 1978", "Loi n° 78-17 du 6 janvier 1978 (V)", "")),
    ("l'article 5 de la convention", ("article 5", "Code du travail - art. 5 (V)", "")),
    ("l'article L. 5 du code du commerce", ("L. 5", "Code de commerce - art. L5 (V)", "")),  # a misprint is no other code
    ("au premier alinéa", ("premier alinéa", "", "")),
    ("une place", ("place", "Code du travail - art. L5 (V)", "")),
]


@pytest.mark.parametrize(("words", "link"), SILENT)
def test_a_link_that_agrees_or_does_not_tell_is_silent(words: str, link: tuple[str, str, str]) -> None:
    assert [note for note in notes(words, link) if note] == []


TOLD = [
    (
        "l'article L. 13",
        ("L. 13", "Code de l'artisanat - art. L31 (V)", ""),
        "the official link over these words leads to L. 31",
    ),
    (
        "l'article 13",
        ("article 13", "Code du travail - art. 31 (V)", ""),
        "the official link over these words leads to art. 31 (Code du travail)",
    ),
    (
        "l'article L. 13",
        ("L. 13", "Code du travail - art. L13 (V)", ""),
        "the words name no text; the official link over them leads to L. 13 (Code du travail)",
    ),
    (
        "l'article L. 13",
        ("L. 13", "", address(SPORT)),
        "the words name no text; the official link over them leads to code du sport",
    ),
    (
        "l'article L. 13 du code du travail",
        ("L. 13", "Code de l'artisanat - art. L13 (V)", ""),
        "the official link over these words leads to L. 13 (Code de l'artisanat)",
    ),
    (
        "la loi n° 78-17 du 6 janvier 1978",
        ("loi n° 78-17", "Loi n° 78-18 du 6 janvier 1978 (V)", ""),
        "the official link over these words leads to Loi n° 78-18 du 6 janvier 1978",
    ),
    (
        "l'article 5 de la loi n° 78-17 du 6 janvier 1978",
        ("article 5", "Code civil - art. 5 (V)", ""),
        "the official link over these words leads to art. 5 (Code civil)",
    ),
    (
        "le code du travail",
        ("code du travail", "", address(SPORT)),
        "the official link over these words leads to code du sport",
    ),
]


@pytest.mark.parametrize(("words", "link", "note"), TOLD)
def test_a_link_that_disagrees_is_told(words: str, link: tuple[str, str, str], note: str) -> None:
    assert notes(words, link) == [note]


def test_a_link_changes_no_target() -> None:
    words = "l'article L. 13"
    (plain,), (noted,) = found(words), found(words, ("L. 13", "Code du travail - art. L31 (V)", ""))
    assert noted.note
    assert (noted.reference, noted.resolved, noted.standings) == (plain.reference, plain.resolved, plain.standings)


def test_each_renvoi_has_the_note_of_its_own_link() -> None:
    words = "les articles L. 11 et L. 13 et le premier alinéa"
    assert notes(
        words, ("L. 11", "Code de l'artisanat - art. L11 (V)", ""), ("L. 13", "Code de l'artisanat - art. L3 (V)", "")
    ) == [
        None,
        "the official link over these words leads to L. 3",
        None,
    ]


def test_of_a_statute_without_a_title_nothing_is_said_of_the_text() -> None:
    assert notes("l'article L. 13", ("L. 13", "", address(SPORT)), title="") == [None]


def test_many_links_over_many_renvois_take_no_time() -> None:
    words = ", ".join(["L. 13"] * 10_000)
    links = tuple(Link(7 * n, 7 * n + 5, "Code du travail - art. L13 (V)", "") for n in range(10_000))
    whole = Statute(TITLE, "x", "x", "utf-8", (Article("L12", "L12", (Alinea(f"articles {words}", None, 0, 1, links),)),))
    start = time.process_time()
    assert len(api.references(whole)) == 10_000
    assert time.process_time() - start < 10


SAME = [
    ("CGI", "Code général des impôts", True),
    ("CODE DU TRAVAIL", "code du travail", True),
    ("code rural", "Code rural et de la pêche maritime", True),
    ("nouveau code de procédure civile", "code de procédure civile", True),
    (f"Code de l{CUT}", "code de l'éducation", True),
    (f"Code de l'é{CUT}", "code de la santé publique", False),
    ("loi n° 2002-322 du 6 mars 2002", "LOI n°2002-322", True),
    ("loi du 1er juillet 1901", "Loi du 1 juillet 1901", True),
    ("règlement (UE) n° 2016/679", "règlement (UE) 2016/679", True),
    ("code du travail", "code du travail applicable à Mayotte", False),
    ("code du travail", "loi n° 2002-322", False),
    ("loi n° 2002-322", "loi n° 2002-323", False),
    ("code du commerce", "code de commerce", None),
    ("loi n° 2002-322", "loi du 1er juillet 1901", None),
    ("la convention", "code du travail", None),
    ("la convention", "la convention", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_whether_two_names_mean_one_text(one: str, other: str, expected: bool | None) -> None:
    assert same_text(one, other) is expected
    assert same_text(other, one) is expected
    assert (text_key(one) == text_key(other)) >= (expected is True and CUT not in one)


@pytest.mark.parametrize("name", [*legifrance()["ids"].values(), *legifrance()["renamed"].values()])
def test_the_names_of_the_table_are_codes(name: str) -> None:
    assert canonical(name) in known_codes()
    assert is_known(name)
