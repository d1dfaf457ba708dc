"""A whole HTML page to its articles: the site's own classes, headings that read "Article …", bare lines; the rest is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.model import Article, Source, Statute, Version
from statutes_diff.readers.legifrance_page.version import printed_version, split_state
from statutes_diff.sources import InputError

PAGES = Path(__file__).parent.parent / "fixtures" / "legifrance-page"


def statute(text: str, doctype: str = "<!DOCTYPE html>") -> Statute:
    return readers.read(Source("page", (doctype + text).encode("utf-8", "replace")))


def outline(read: Statute) -> list[tuple[str, list[str]]]:
    return [(place.article.number, [division.heading for division in place.path]) for place in read.places()]


def articles(read: Statute) -> dict[str, Article]:
    return {place.article.number: place.article for place in read.places()}


def said(read: Statute) -> list[tuple[int, str, str]]:
    return [(note.line, note.code, str(note.message)) for note in read.notes]


def test_an_article_page() -> None:
    text = read(str(PAGES / "article.html"))
    assert (text.format, text.title) == ("legifrance-page", "Code de l'eau publique")
    assert outline(text) == [("L213-4", ["Partie législative", "Livre II : De la ressource", "Des redevances"])]
    article = articles(text)["L213-4"]
    assert article.line == 22
    assert article.version == Version("en vigueur", "2020-07-01", "", "LEGIARTI000000000213")
    assert [(a.line, a.marker, a.text.split(" ")[0]) for a in article.alineas] == [
        (27, "I", "I.-La"), (28, None, "Titre"), (29, "II", "II.-Son"), (30, None, "Usage\tTaux\nIrrigation\t0,5"),
    ]  # fmt: skip
    (link,) = article.alineas[0].links
    assert article.alineas[0].text[link.start : link.end] == "article L. 213-2"
    assert link.title == "Code de l'eau publique - art. L213-2 (V)"


def test_what_stands_beside_an_article() -> None:
    article = articles(read(str(PAGES / "article.html")))["L213-4"]
    assert [(note.verb, note.act, note.provision, note.line) for note in article.history] == [
        ("modified", "LOI n°2020-101 du 3 mars 2020", "art. 7 (V)", 25),
        ("inserted", "Ordonnance n°2012-34 du 5 janvier 2012", "art. 2", 26),
    ]
    assert [(note.kind, note.text) for note in article.annotations] == [
        ("version", "Version en vigueur depuis le 01 juillet 2020"),
        ("nota", "NOTA :"),
        ("nota", "Ces dispositions entrent en vigueur le 1er janvier 2021."),
    ]


def test_what_is_no_law_is_counted_and_what_nobody_knows_is_kept() -> None:
    assert said(read(str(PAGES / "article.html"))) == [
        (6, "invisible", "one <style> left out: it shows no text"),
        (7, "invisible", "one <script> left out: it shows no text"),
        (10, "site", "<header> left out: part of the site, not of the law (9 words)"),
        (11, "site", "<nav> left out: part of the site, not of the law (3 words)"),
        (14, "outside-article", "text outside any article, kept here: “Version à la date d'aujourd'hui”"),
        (16, "site", "3 ranges of articles after headings left out"),
        (24, "site", "<button> left out: part of the site, not of the law (3 words)"),
        (31, "site", "a label of the site left out: Versions"),
        (32, "outside-article", "text outside any article, kept here: “Une mention que nul n'attendait ici.”"),
        (37, "site", "<footer> left out: part of the site, not of the law (5 words)"),
    ]


def test_a_code_page() -> None:
    text = read(str(PAGES / "code.html"))
    part, first = "Partie réglementaire", "Chapitre Ier : Des prises d'eau"
    assert outline(text) == [
        ("R111-1", [part, first]),
        ("R111-2", [part, first]),
        ("Annexe II", [part, first]),
        ("R111-2", [part, "Chapitre II : Des contrôles"]),
    ]
    live, repealed, *_ = (place.article for place in text.places())
    assert [alinea.text for alinea in live.alineas] == ["Toute prise d'eau est déclarée.", "La déclaration vaut pour deux ans."]
    assert (live.version.since, live.version.until) == ("2016-03-01", "2020-07-01")
    assert (repealed.version.state, repealed.version.since, repealed.label) == ("abrogé", "2018-01-01", "R111-2")
    assert [note.verb for note in repealed.history] == ["repealed"] and not repealed.alineas
    assert [code for _, code, _ in said(text)] == ["outside-article", "duplicate-number"]


def test_a_page_of_another_make_is_read_by_its_headings() -> None:
    text = read(str(PAGES / "autre-site.html"))
    assert outline(text) == [("1", ["Titre Ier : Des sources"]), ("2", ["Titre Ier : Des sources"])]
    first, second = (place.article for place in text.places())
    assert first.version.since == "2011-05-02" and len(first.alineas) == 2
    assert [(a.text, a.table) for a in second.alineas] == [
        ("Un texte sans paragraphe, avec un renvoi à l'article 1er et un mot gras.", False),
        ("Débit\t12", True),
    ]
    assert [code for _, code, _ in said(text)] == ["site", "site"]


def test_bare_lines_may_be_the_headings() -> None:
    text = read(str(PAGES / "lignes.html"))
    assert [(number, article.text) for number, article in articles(text).items()] == [
        ("1", "Les sources sont protégées."),
        ("2", "Le maire y veille.\nIl en rend compte."),
    ]


def test_a_heading_may_stand_in_the_line_of_its_text() -> None:
    text = statute("<p>Art. 1er. - Les <a href='/s' title='t'>sources</a> sont protégées.</p><p>Art. 2. - Le maire y veille.</p>")
    first, second = articles(text).values()
    assert (first.text, second.text) == ("Les sources sont protégées.", "Le maire y veille.")
    assert [first.text[link.start : link.end] for link in first.alineas[0].links] == ["sources"]


def test_a_page_of_articles_without_a_marked_text_is_read_to_the_next_heading() -> None:
    text = statute(
        "<p class='name-article'>Article 1</p><p>Créé par Loi n°2001-2 du 3 mars 2001 - art. 1</p><div class='texte'>Un.</div>"
        "<p>Copier le lien</p><p class='name-article'>Article 2 (périmé)</p>"
    )
    first, second = articles(text).values()
    assert (first.text, [note.verb for note in first.history]) == ("Un.", ["inserted"])
    assert (second.label, second.version.state) == ("2", "périmé")
    assert [(code, words) for _, code, words in said(text)] == [("site", "a label of the site left out: Copier le lien")]


def test_what_a_browser_hides_is_no_law_unless_it_holds_an_article() -> None:
    text = statute("<p hidden>Aide</p><p class='sr-only'>Lien</p><div style='display: none'><h2>Article 1</h2><p>Un.</p></div>")
    assert articles(text)["1"].text == "Un."
    assert [words for _, _, words in said(text)] == ["2 elements that a browser does not show left out (2 words)"]


def test_a_class_may_stand_around_the_whole_page() -> None:
    text = statute(
        "<div class='content'><li id='LEGISCTA000000000001'><h2>Des sources</h2></li><h3><a class='title-link'>Des puits</a></h3>"
        "<p class='name-article'>Article 1</p><div class='content'></div><p>Une mention.</p></div>"
    )
    assert outline(text) == [("1", ["Des puits"])]  # two divisions without a kind stand side by side
    assert [code for _, code, _ in said(text)] == ["outside-article", "empty-article", "empty-division"]


def test_a_section_with_an_identifier_is_more_than_its_heading() -> None:
    text = statute(
        "<div id='LEGISCTA000000000001'><h2>Titre Ier : Des sources</h2><p>Une mention.</p></div>"
        "<p class='name-article'>Article 1</p><div class='content'>Un mot.</div>"
    )
    assert outline(text) == [("1", ["Titre Ier : Des sources"])]
    assert [words for _, _, words in said(text)] == ["text outside any article, kept here: “Une mention.”"]


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("Version en vigueur depuis le 01 janvier 2020", Version("en vigueur", "2020-01-01")),
        ("Version en vigueur du 1er mars 2016 au 1 juillet 2020", Version("en vigueur", "2016-03-01", "2020-07-01")),
        ("Version abrogée depuis le 05/02/2010", Version("abrogé", "2010-02-05")),
        ("Version à venir au 1 janvier 2030", None),
        ("Version en vigueur", None),
        ("La version en vigueur depuis le 1 janvier 2020 est affichée en mairie", None),
    ],
)
def test_the_version_line(words: str, version: Version | None) -> None:
    assert printed_version(words) == version


@pytest.mark.parametrize(
    ("words", "parts"),
    [("L111-3 (abrogé)", ("L111-3", "abrogé")), ("5 (différé)", ("5", "différé")), ("Annexe (suite)", ("Annexe (suite)", ""))],
)
def test_the_state_after_a_number(words: str, parts: tuple[str, str]) -> None:
    assert split_state(words) == parts


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ((PAGES / "sans-article.html").read_text("utf-8"), None, "without an article"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><html><h2>Article 1</h2>&a;</html>", 1, "entities"),
        ("<html>\n" + "<div>" * 100_000 + "<h2>Article 1</h2>", 2, "depth"),
        ("<html>\n<h2>Article 1</h2>" + "mot " * 2_700_000, 2, "limit"),
        ("<html></html>", None, "without an article"),
        ("<html>" + "<" * 100_000, None, "without an article"),
    ],
)
def test_a_page_that_cannot_be_read_is_one_error(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        statute(text, doctype="")
    assert refused.value.line == line and reason in str(refused.value.message)


@pytest.mark.parametrize(
    "text",
    [
        "<h2>Article 1</h2>" + "<p>" + "mot " * 500_000,
        "<h2>Article 1</h2>" + "<span>" * 200 + "<b>x</b>" * 20_000,
        "<table><tr><td>" * 60 + "<h2>Article 1</h2>x" + "<td>y" * 20_000,
        "<p class='" + "btn " * 200_000 + "'>x</p><h2>Article 1</h2>y",
        "<h2>Article 1</h2><p>Version " + " " * 100_000 + "x</p>",
        "<h2>Article " + "1-" * 50_000 + "</h2><h2>Article 1</h2>x",
        "<h2>Article 1</h2>" * 5_000,
    ],
)
def test_long_pages_are_read_in_bounded_time(text: str) -> None:
    assert statute(text).format == "legifrance-page"


PARTS = st.sampled_from(
    [
        *(
            "<p class='name-article'>",
            "<div class='content'>",
            "<h1>",
            "<h2>",
            "</h2>",
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<table>",
        ),
        *("<tr>", "<td>", "</table>", "<a href='/x' title='t'>", "</a>", "<br>", "<nav>", "</nav>", "<script>", "</script>"),
        *("<article>", "</article>", "<button>", "</button>", "<p hidden>", "<form>", "<svg>", "</svg>", "<title>", "</title>"),
        *("Article 1", "Article L. 2-1 (abrogé)", "Titre II", "mot ", "Version en vigueur depuis le 1 mai 2001", "NOTA :", "\n"),
        *(
            "Modifié par LOI n°2019-1 du 2 mars 2019 - art. 1",
            "&eacute;",
            "&#1;",
            "\x01",
            "\ufdd0",
            "\ufdd1",
            "<",
            "&",
            "(Abrogé)",
        ),
    ]
)


@settings(max_examples=400)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_page_is_read_or_refused(text: str) -> None:
    try:
        found = statute(text)
    except InputError as error:
        assert error.name == "page" and "\n" not in str(error.message)
        return
    for article in articles(found).values():
        assert all(alinea.text.strip() and "\ufdd0" not in alinea.text for alinea in article.alineas)
        assert all(0 <= link.start < link.end <= len(alinea.text) for alinea in article.alineas for link in alinea.links)


@settings(max_examples=200)
@given(
    st.sampled_from([PAGES / "article.html", PAGES / "code.html", PAGES / "autre-site.html"]),
    st.integers(0, 3500),
    st.integers(0, 60),
    st.binary(max_size=8),
)
def test_a_damaged_page_is_read_or_refused(path: Path, at: int, cut: int, put: bytes) -> None:
    data = path.read_bytes()
    try:
        readers.read(Source("page", data[:at] + put + data[at + cut :]))
    except InputError as error:
        assert error.name == "page" and "\n" not in str(error.message)


WORDS = st.sampled_from(
    ["Le", "maire", "2°", "Titre", "II", "chapitre.", "Article", "L.", "162-5", ";", "(Loi", "NOTA", "l'eau", ":"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8), st.booleans())
def test_no_visible_word_of_a_page_is_lost(lines: list[str], named: bool) -> None:
    name = "<p class='name-article'>Article L1</p>" if named else "<h2>Article L1</h2>"
    body = "".join(f"<p>{line}</p>" for line in lines)
    read = statute(f"<html><body><main>{name}{f'<div class=content>{body}</div>' if named else body}</main></body></html>")
    kept = [read.title, *(d.heading for place in read.places() for d in place.path), *(str(note.message) for note in read.notes)]
    for article in (place.article for place in read.places()):
        kept += [article.label, *(a.text for a in article.alineas), *(a.text for a in article.annotations)]
        kept += [note.text for note in article.history]
    visible = "".join("".join(kept).split())
    assert all("".join(line.split()) in visible for line in lines)


def test_a_heading_in_bold_beside_headings_with_tags() -> None:
    """As word processors save a page: one article under ``<h4>``, the next in a bold paragraph; a bold word is no heading."""
    page = (
        "<html><body><h4>Article L. 2</h4><p>Le maire.</p><p><strong>Section 2 : Des eaux</strong></p>"
        "<p><b>Article L. 3</b></p><p>Le préfet <b>décide</b>.</p><p><b>Important</b></p></body></html>"
    )
    found = [
        (place.article.number, [division.heading for division in place.path], [a.text for a in place.article.alineas])
        for place in readers.read(Source("page", page.encode())).places()
    ]
    assert found == [
        ("L2", [], ["Le maire."]),
        ("L3", ["Section 2 : Des eaux"], ["Le préfet décide.", "Important"]),
    ]
