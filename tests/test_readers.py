"""Readers: each dialect to its tree, told by its content; repairs noted with their lines; never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.language.citation import cite, locus_of
from statutes_diff.model import Article, Division, Source, Statute
from statutes_diff.sources import InputError

FIXTURES = Path(__file__).parent.parent / "fixtures"


def statute(text: str | bytes) -> Statute:
    return readers.read(Source("texte", text.encode() if isinstance(text, str) else text))


def articles(read: Statute) -> dict[str, Article]:
    return {place.article.number: place.article for place in read.places()}


def alineas(text: str | bytes) -> list[str]:
    return [alinea.text for place in statute(text).places() for alinea in place.article.alineas]


def codes(read: Statute) -> list[tuple[int, str]]:
    return [(note.line, note.code) for note in read.notes]


def fixture(name: str) -> Statute:
    return read(str(FIXTURES / "readers" / name))


def test_consolidated_markdown() -> None:
    text = fixture("consolide-1999.md")
    assert (text.format, text.encoding, text.title) == ("consolidated", "utf-8", "CODE DE L'EAU PUBLIQUE")
    first, second = text.places()
    assert [division.heading for division in first.path] == ["(Partie Réglementaire)", "Chapitre 3 : Des redevances"]
    assert [(a.depth, a.marker) for a in first.article.alineas] == [
        (0, None),
        (0, None),
        (1, "1°"),
        (1, "2°"),
        (2, "a"),
        (2, "b"),
    ]
    assert first.article.alineas[0].text.endswith("par toute personne qui exploite un ouvrage de prélèvement.")
    assert codes(text) == [(14, "page-break")]
    assert [a.text[:2] for a in second.article.alineas] == ["La", "- ", "- "]
    assert [(a.kind, a.line) for a in second.article.annotations] == [("nota", 34)]


def test_amendment_notes_are_history_not_text() -> None:
    modified, inserted = articles(fixture("consolide-1999.md"))["R213-4"].history
    assert (modified.verb, modified.act, modified.provision) == ("modified", "Décret n° 91-1200 du 28 novembre 1991", "art. 6")
    assert (inserted.verb, inserted.provision) == ("inserted", "art. 2 II")
    assert (inserted.published, inserted.published_on) == ("Journal Officiel du 20 janvier 1998", "1998-01-20")
    assert inserted.text.endswith("en vigueur le 1er février 1998)")


def test_bare_lines_are_headings_only_where_headings_stand() -> None:
    text = fixture("lignes-nues.md")
    assert text.title == "Code de l'eau publique"
    assert [(place.article.number, len(place.article.alineas)) for place in text.places()] == [
        ("L111-1", 2), ("L111-2", 8), ("R121-3", 1), ("L111-1", 0),
    ]  # fmt: skip
    assert codes(text) == [(11, "empty-division"), (45, "duplicate-number")]
    part = text.children[0]
    assert isinstance(part, Division) and isinstance(part.children[0], Division)
    assert [child.heading for child in part.children[0].children if isinstance(child, Division)] == [
        "Dispositions générales", "Titre Ier : Objet.", "Titre II : Contrôle",
    ]  # fmt: skip


def test_an_article_whose_only_words_are_its_state_has_no_alinea() -> None:
    (*_, last) = fixture("lignes-nues.md").places()
    assert (last.article.version.state, [a.text for a in last.article.annotations]) == ("abrogé", ["(Abrogé)"])
    (item,) = articles(statute("## Article 1\n\n1° Les communes ;\n\n2° (Abrogé)\n")).values()
    assert [a.text for a in item.alineas] == ["1° Les communes ;", "2° (Abrogé)"] and item.version.state == ""


def test_where_an_alinea_stands() -> None:
    article = articles(fixture("lignes-nues.md"))["L111-2"]
    assert [cite(locus_of(article, index)) for index in range(1, 9)] == [
        "art. L. 111-2, al. 1 (I)",
        "art. L. 111-2, al. 2 (I, 1°)",
        "art. L. 111-2, al. 3 (I, 1°, a)",
        "art. L. 111-2, al. 4 (I, 1°, b)",
        "art. L. 111-2, al. 5 (I, 2°)",
        "art. L. 111-2, al. 6 (I)",
        "art. L. 111-2, al. 7 (II, A)",
        "art. L. 111-2, al. 8 (II, B)",
    ]


def test_hard_wrapped_lines_are_one_alinea() -> None:
    text = fixture("replie-80.md")
    first, second, *items = (alinea.text for alinea in articles(text)["L211-7"].alineas)
    assert "des cours d'eau non domaniaux dans les conditions" in first and first.endswith("de chaque année.")
    assert second.endswith("pendant deux mois :") and items == ["1° Soit en régie ;", "2° Soit par un tiers."]
    assert not text.notes


def test_printed_pages() -> None:
    """Running headers, page numbers and form feeds go into notes; the sentence that runs over them is one alinéa."""
    text = fixture("pages-1995.txt")
    found = articles(text)
    assert list(found) == ["L1", "L2", "L3"]
    (first,) = found["L1"].alineas
    assert first.text.startswith("Nul ne peut prélever") and "annuel et les conditions dans lesquelles" in first.text
    assert [a.text[:21] for a in found["L2"].alineas] == [
        "Sont dispensés d'auto",
        "1° Les prélèvements d",
        "2° Les prélèvements d",
    ]
    assert found["L2"].alineas[2].text.endswith("par le représentant de l'Etat.")
    assert (found["L3"].version.state, found["L3"].alineas) == ("abrogé", ())
    assert [code for _, code in codes(text)].count("page-furniture") == 6


def test_numbers_of_a_table_are_no_page_numbers() -> None:
    rows = [f"{n}\n\n{n * 342},94" for n in range(1, 9)]
    assert len(alineas("## Article 1\n\n" + "\n\n".join(rows))) == 16


@pytest.mark.parametrize(("how", "count"), [("ligne", 5), ("phrase", 3)])
def test_alineas_counted_by_lines_or_by_sentences(how: str, count: int) -> None:
    text = (
        "## Article 1\n\nSont exonérés :\n\n1° Les communes ;\n\n2° L'Etat.\n\nUn décret fixe la liste.\n\nElle est publique.\n"
    )
    read = readers.read(Source("texte", text.encode()), readers.Options(alineas=how))  # type: ignore[arg-type]
    (article,) = articles(read).values()
    assert len(article.alineas) == count
    assert "".join(a.text for a in article.alineas).replace("\n", "") == "".join(text.split("\n")[2:])


def test_lines_that_are_not_wrapped_stay_alineas() -> None:
    assert alineas("Article 1\n\nLe maire délibère ;\nLe préfet décide.\n") == ["Le maire délibère ;", "Le préfet décide."]


def test_html_in_markdown() -> None:
    text = fixture("legifrance.md")
    assert text.format == "legifrance-html"
    first, second, third, table, bare = articles(text)["L311-2"].alineas
    link = first.links[0]
    assert (first.marker, first.text[link.start : link.end]) == ("I", "article L. 311-1")
    assert link.title == "Code de l'eau publique - art. L311-1 (V)"
    assert first.text.endswith("vaut pour deux\u00a0ans.") and second.text == "Il est renouvelable."
    assert third.text == "1er cas : la demande ; est « complète »."
    assert table.table and table.text == "Volume (m3)\tTaux\n1 000\t0,5 %"
    assert bare.text == "Une ligne sans balise & sans perte : 3 < 5." and bare.line == 5
    assert codes(text) == [(6, "invisible")]


def test_a_table_keeps_every_word_in_rows_and_cells() -> None:
    table = (
        "<table border=1><caption>Taux <b>annuels</b></caption><tr><td>a<br/>b</td><td width=3></td><td>c<sup>2</sup></td></tr>"
        "perdu<tr><td><table><tr><td>d</td><td>e</td></tr></table>f</td></tr></table>"
    )
    assert alineas(f"# Article 1\n\n{table}\n") == ["Taux annuels\na b\t\tc2\nperdu\nd e f"]
    wider = table.replace("width=3", "width=30").replace("border=1", "")
    assert alineas(f"# Article 1\n\n{wider}\n") == alineas(f"# Article 1\n\n{table}\n")


def test_what_only_looks_like_a_tag_is_text() -> None:
    read = statute(
        "# Article 1\n\n<p>Si x<y et a < b, la <Loi n° 3> <![CDATA[ci-jointe]]> reste.<!-- à revoir --></p>\n<img alt='Plan'>\n"
    )
    assert [a.text for a in articles(read)["1"].alineas] == ["Si x<y et a < b, la <Loi n° 3> ci-jointe reste."]
    assert [(note.line, note.code) for note in read.notes] == [(3, "invisible"), (4, "picture")]
    assert "à revoir" in str(read.notes[0].message) and "Plan" in str(read.notes[1].message)


def test_a_directory_is_one_text_in_the_order_of_the_law() -> None:
    text = read(str(FIXTURES / "code-en-dossiers"))
    assert [(place.article.number, [d.heading for d in place.path]) for place in text.places()] == [
        ("L1", []), ("L9", ["Livre Ier"]), ("L10", ["Livre Ier"]), ("L10", ["Livre Ier", "Titre II"]),
    ]  # fmt: skip
    assert sorted(note.code for note in text.notes) == ["duplicate-number", "skipped"]


def test_markdown_links_are_links_and_stars_are_text() -> None:
    (article,) = articles(statute('## Article 1\n\nVoir [L. 2](/l2 "Code A - art. L2 (V)"), [*R111-1*] et R.* 3.\n')).values()
    (alinea,) = article.alineas
    assert alinea.text == "Voir L. 2, [*R111-1*] et R.* 3."
    assert [(alinea.text[link.start : link.end], link.title, link.href) for link in alinea.links] == [
        ("L. 2", "Code A - art. L2 (V)", "/l2")
    ]


@pytest.mark.parametrize(
    ("heading", "number", "beside"),
    [
        ("# Article L162-5 (Abrogé)", "L162-5", [("state", "(Abrogé)")]),
        ("**Article 5 - Objet**", "5", [("title", "Objet")]),
        ("## Article 1er : Champ d'application.", "1", [("title", "Champ d'application")]),
        ("# Article A431-10 Annexe", "A431-10 Annexe", []),
        ("# Article Annexe 3 à l'article R. 123", "Annexe 3 à l'article R. 123", []),
        ("# Article LEGIARTI000006", "LEGIARTI000006", []),
    ],
)
def test_what_a_heading_says_behind_the_number(heading: str, number: str, beside: list[tuple[str, str]]) -> None:
    (article,) = articles(statute(f"{heading}\n\nLe maire délibère.\n")).values()
    assert (article.number, [(a.kind, a.text) for a in article.annotations]) == (number, beside)


def test_a_bold_sentence_is_no_heading() -> None:
    text = "## Article 4\n\nLe maire délibère.\n\n**Article 5 de la loi du 3 mars est applicable.**\n\nLe préfet décide.\n"
    assert list(articles(statute(text))) == ["4"]


def test_marked_articles_rule_out_bare_ones() -> None:
    text = "## Article 12\n\nLe traité dit :\n\nArticle 4\n\nLa paix est rétablie.\n"
    assert [(n, len(a.alineas)) for n, a in articles(statute(text)).items()] == [("12", 3)]


@pytest.mark.parametrize("first", ["Article 1", "Titre Ier : Des mines\n\nArticle 1"])
def test_a_bare_heading_may_stand_right_behind_the_front_matter(first: str) -> None:
    read = statute(f"---\ntitle: Code minier\n---\n{first}\n\nLe maire délibère.\n\nArticle 2\n\nLe préfet décide.\n")
    assert (read.title, list(articles(read)), codes(read)) == ("Code minier", ["1", "2"], [])


def test_the_last_line_of_a_wrapped_paragraph_is_no_heading() -> None:
    lines = ["Article 3", "----", "Les agents sont nommés dans les conditions que prévoit le présent titre et le", "chapitre."]
    assert alineas("\n".join(lines)) == [f"{lines[2]} chapitre."]


def test_a_text_without_heading_is_one_article() -> None:
    read = statute("Le préfet peut, par arrêté, déléguer sa signature.\n\nIl en rend compte.\n")
    assert [(n, len(a.alineas)) for n, a in articles(read).items()] == [("sans numéro", 2)]
    assert codes(read) == [(1, "no-article-heading")]


def test_text_outside_any_article_is_kept_in_a_note() -> None:
    read = statute("# Code minier\n\nMis à jour par nos soins.\n\n## Article 1\n\nLes mines sont régies par la loi.\n")
    assert read.title == "Code minier"
    assert [(note.line, note.code) for note in read.notes] == [(3, "outside-article")]
    assert "Mis à jour par nos soins." in str(read.notes[0].message)


ACCENTS = "## Article 1\n\nL'été, l'État protège où il peut la forêt ; ça coûte « très » cher, dès Noël.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-15", "cp850"])
def test_encodings_are_found_by_their_french(encoding: str) -> None:
    text = ACCENTS.replace("«", '"').replace("»", '"') if encoding == "cp850" else ACCENTS
    read = statute(text.encode(encoding))
    assert [a.alineas[0].text for a in articles(read).values()] == [text.splitlines()[2]]
    assert ("encoding" in {note.code for note in read.notes}) == (encoding in ("cp1252", "iso8859-15", "cp850"))


def test_a_file_cut_off_inside_a_letter_is_still_utf8() -> None:
    read = statute(ACCENTS.rstrip("\n").encode() + "é".encode()[:1])
    assert read.encoding == "utf-8" and codes(read) == [(3, "encoding")]
    assert [a.alineas[0].text for a in articles(read).values()] == [ACCENTS.splitlines()[2] + "Ã"]


def test_two_long_lines_that_end_with_a_stop_are_two_alineas() -> None:
    first = "Le représentant de l'Etat dans le département arrête chaque année la liste."
    assert alineas(f"Article 1\n\n{first}\nLe maire la publie au recueil des actes administratifs.\n")[0] == first


def test_an_encoding_can_be_named() -> None:
    data = ACCENTS.encode("cp850", "replace")
    assert readers.read(Source("t", data), readers.Options(encoding="cp850")).encoding == "cp850"
    with pytest.raises(InputError) as refused:
        readers.read(Source("t", data), readers.Options(encoding="utf-8"))
    assert refused.value.line == 3


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"Article 1\n\nLe ma\x00ire", 3),
        (b'# Article 1\n\n<!DOCTYPE a [<!ENTITY b "c">]><p>&b;</p>', 3),
    ],
)
def test_what_is_refused_names_its_line(data: bytes, line: int) -> None:
    with pytest.raises(InputError) as refused:
        statute(data)
    assert refused.value.line == line


MARKUP = [
    *("<p>", "</p>", "<br/>", "<table>", "<tr>", "<td>", "</table>", "<a href='x' title='y'>", "</a>", "<div>", "&eacute;"),
    *("&", "<", "# Article 1", "\n", "\n\n", "Titre II", "**", "1° ", "- ", "le mot", "----", "NOTA", "\f", "\x1b", "[a](b)"),
    "*(Loi n° 1 du 2 mars 2003)*",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    try:
        read = statute(text)
    except InputError as error:
        assert error.name == "texte" and str(error.message) and "\n" not in str(error.message)
        return
    for place in read.places():
        for alinea in place.article.alineas:
            assert alinea.text.strip() and alinea.line >= 1
            assert all(0 <= link.start < link.end <= len(alinea.text) for link in alinea.links)


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        statute(data)
    except InputError as error:
        assert error.name == "texte"


WORDS = st.sampled_from(
    ["Le", "maire", "2°", "Titre", "II", "chapitre.", "Article", "L.", "162-5", ";", "(Loi", "*", "#", "l'eau", "à", ":"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8))
def test_no_visible_character_of_plain_text_is_lost(lines: list[str]) -> None:
    read = statute("\n\n".join(["Article L1", *lines]))
    kept = [read.title, *(d.heading for place in read.places() for d in place.path), *(str(note.message) for note in read.notes)]
    for article in (place.article for place in read.places()):
        kept += ["Article", article.label, *(a.text for a in article.alineas), *(a.text for a in article.annotations)]
        kept += [note.text for note in article.history]
    visible = "".join("".join(kept).split())
    for line in lines:
        assert all(word.strip("*#.:") in visible for word in line.split())  # the stop that ends a heading is not kept


@pytest.mark.parametrize(
    "text",
    ["Article 1\n\n" + "a" * 100_000, "# Article 1\n\n" + "<p>" * 30_000, "<" * 100_000, "# Article " + "1-" * 50_000,
     "Article 1\n\n" + "1" * 100_000, "Section " + "I" * 100_000, "(Loi n° " + "1 " * 50_000, "*" * 100_000, "L. " * 30_000],
)  # fmt: skip
def test_long_lines_are_read_in_bounded_time(text: str) -> None:
    assert statute(text).format in readers.formats()
