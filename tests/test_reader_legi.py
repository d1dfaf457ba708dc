"""LEGI XML: articles, versions and outlines of DILA's open data; a day picks what was in force; malformed files are mended."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.compare import compare_statutes
from statutes_diff.model import Article, Source, Statute
from statutes_diff.readers import legi_xml
from statutes_diff.readers._document import Document
from statutes_diff.sources import InputError, sources
from tests.conftest import ROOT

LEGI = ROOT / "fixtures" / "legi"
CODE = LEGI / "code-de-l-eau"
BAD = LEGI / "malformes"
FILES = sources(str(CODE))
ARTICLE = (CODE / "article" / "LEGIARTI000009900103.xml").read_bytes()


def code(day: str | None = None) -> Statute:
    return read(str(CODE), date=day)


def folder(*kept: str, day: str | None = None) -> Statute:
    """The code from those of its files whose path holds one of these words."""
    found = [source for source in FILES if any(word in source.name for word in kept)]
    return readers.read_all("dossier", found, readers.Options(date=day))


def one(data: str | bytes, day: str | None = None) -> Statute:
    return readers.read(Source("a.xml", data.encode() if isinstance(data, str) else data), readers.Options(date=day))


def articles(statute: Statute) -> dict[str, Article]:
    return {place.article.number: place.article for place in statute.places()}


def paths(statute: Statute) -> dict[str, list[str]]:
    return {place.article.number: [division.heading for division in place.path] for place in statute.places()}


def texts(statute: Statute) -> list[str]:
    return [alinea.text for place in statute.places() for alinea in place.article.alineas]


def codes(statute: Statute) -> list[str]:
    return sorted(note.code for note in statute.notes)


def said(statute: Statute, code: str) -> str:
    return "\n".join(str(note.message) for note in statute.notes if note.code == code)


def test_one_article() -> None:
    statute = read(str(CODE / "article" / "LEGIARTI000009900103.xml"))
    assert (statute.format, statute.encoding, statute.title) == ("legi-xml", "utf-8", "Code de l'eau publique")
    assert paths(statute) == {"L111-1": ["Partie législative", "Livre Ier : La ressource", "Chapitre Ier : Principes"]}
    article = articles(statute)["L111-1"]
    assert (article.label, article.line) == ("L111-1", 13)
    assert tuple(article.version) == ("en vigueur", "2018-01-01", "", "LEGIARTI000009900103")
    assert [(alinea.marker, alinea.depth, alinea.line) for alinea in article.alineas] == [
        ("I", 1, 53),
        ("II", 1, 54),
        ("1°", 2, 54),
        ("2°", 2, 55),
    ]
    assert [link.title for alinea in article.alineas for link in alinea.links] == ["Code de l'eau publique - art. L113-1 (V)"]
    assert [(note.kind, note.text[:10], note.line) for note in article.annotations] == [("nota", "Conforméme", 48)]
    assert statute.notes == ()


def test_the_acts_that_amended_an_article_are_its_history() -> None:
    history = articles(code())["L111-1"].history
    assert [(note.verb, note.act, note.provision) for note in history] == [
        ("inserted", "Ordonnance n°2004-1300 du 30 novembre 2004", "art. 1 (V)"),
        ("modified", "LOI n°2012-810 du 20 juin 2012", "art. 3 (V)"),
        ("modified", "LOI n°2017-1702 du 12 décembre 2017", "art. 7 (V)"),
    ]
    assert (history[0].published, history[0].published_on) == ("JORF 2 décembre 2004", "2004-12-02")
    assert history[1].text == "LOI n°2012-810 du 20 juin 2012 - art. 3 (V)"


@pytest.mark.parametrize(
    ("sense", "kind", "verb"),
    [
        ("cible", "MODIFIE", ["modified"]),
        ("source", "MODIFICATION", ["modified"]),
        ("cible", "ABROGE", ["repealed"]),
        ("source", "CREATION", ["inserted"]),
        ("cible", "CREE", ["inserted"]),
        ("source", "TRANSFERT", ["transferred"]),
        ("source", "CODIFICATION", ["codified"]),
        ("source", "MODIFIE", []),  # what this article does to another
        ("cible", "MODIFICATION", []),
        ("cible", "CITATION", []),
        ("cible", "ANNULE", []),
    ],
)
def test_links_say_what_was_done_to_the_article(sense: str, kind: str, verb: list[str]) -> None:
    link = f'<LIEN sens="{sense}" typelien="{kind}">Décision du Conseil</LIEN>'
    (article,) = articles(one(f"<ARTICLE><META/><LIENS>{link}</LIENS></ARTICLE>")).values()
    assert [(note.verb, note.act) for note in article.history] == [(word, "Décision du Conseil") for word in verb]
    ends = ["ANNULE : Décision du Conseil"] if kind == "ANNULE" else []
    assert [note.text for note in article.annotations] == ends


def test_tables_keep_rows_and_cells() -> None:
    table = articles(code("2020-01-01"))["L112-1"].alineas[1]
    assert table.table
    assert table.text == "Usage\tPrix du mètre cube\nDomestique\t2,10 €\nAgricole\t0,45 €"


@pytest.mark.parametrize(
    ("day", "numbers", "version", "chapter"),
    [
        ("2004-12-31", "", "", ""),
        ("2005-01-01", "L111-1 L111-2 L112-1 L211-1", "LEGIARTI000009900101", "Chapitre II : La distribution"),
        ("2012-06-30", "L111-1 L111-2 L112-1 L211-1", "LEGIARTI000009900101", "Chapitre II : La distribution"),
        ("2012-07-01", "L111-1 L111-2 L112-1 L211-1", "LEGIARTI000009900102", "Chapitre II : La distribution"),
        ("2015-01-01", "L111-1 L111-2 L112-1 L113-1 L211-1", "LEGIARTI000009900102", "Chapitre II : Les usagers"),
        ("2018-01-01", "L111-1 L112-1 L113-1 L114-1 L211-1", "LEGIARTI000009900103", "Chapitre II : Les usagers"),
        ("2222-02-22", "L111-1 L112-1 L113-1 L114-1 L211-1", "LEGIARTI000009900103", "Chapitre II : Les usagers"),
    ],
)
def test_a_day_picks_versions_and_outline(day: str, numbers: str, version: str, chapter: str) -> None:
    statute = code(day)
    assert list(articles(statute)) == numbers.split()
    if numbers:
        assert articles(statute)["L111-1"].version.id == version
        assert paths(statute)["L112-1"][-1] == chapter


def test_without_a_day_the_version_in_force_last_is_read() -> None:
    statute = code()
    versions = {number: article.version.state for number, article in articles(statute).items()}
    assert versions == {
        "L111-1": "en vigueur",
        "L111-2": "abrogé",
        "L112-1": "en vigueur",
        "L113-1": "en vigueur",
        "L114-1": "en vigueur",
        "L114-2": "en vigueur différé",
        "L211-1": "en vigueur",
    }
    assert "article L111-1: 2 other versions are not read (LEGIARTI000009900101, modifié" in said(statute, "other-version")
    assert "article L111-2 is not in force: its last version is read" in said(statute, "not-in-force")
    assert paths(statute)["L111-2"][-1] == "Chapitre Ier : Principes"


def test_two_days_of_one_folder_are_compared() -> None:
    comparison = compare_statutes(code("2013-01-01"), code("2020-01-01"))
    found = [(p.status, p.old and p.old.article.number, p.new and p.new.article.number) for p in comparison.articles]
    assert found == [
        ("modified", "L111-1", "L111-1"),
        ("removed", "L111-2", None),
        ("inserted", None, "L112-1"),
        ("renumbered", "L112-1", "L113-1"),
        ("inserted", None, "L114-1"),
        ("unchanged", "L211-1", "L211-1"),
    ]
    assert {pair.status for pair in compare_statutes(code("2019-01-01"), code("2020-01-01")).articles} == {"unchanged"}


def test_what_the_outline_names_and_the_folder_lacks() -> None:
    statute = code("2020-01-01")
    assert "an entry of the outline has no file here: LEGIARTI000009900199" in said(statute, "missing-file")
    assert "Chapitre V : Les réserves" in said(statute, "empty-division")
    book = statute.children[0].children[0]  # type: ignore[union-attr]
    assert [d.title for d in book.children] == [  # type: ignore[union-attr]
        "Principes",
        "Les usagers",
        "La distribution",
        "Dispositions communes",
        "Les réserves",
    ]
    assert "missing-file" not in codes(code("2013-01-01"))


def test_without_an_outline_the_articles_say_where_they_stand() -> None:
    whole, bare = code("2020-01-01"), folder("/article/", day="2020-01-01")
    assert paths(bare) == paths(whole)
    assert list(articles(bare)) == list(articles(whole))
    assert bare.title == whole.title
    titles = folder("/article/", "/texte/struct/", day="2020-01-01")
    assert paths(titles) == paths(whole)


def test_a_version_that_is_read_after_all() -> None:
    """Its file names a later version in force, which the folder does not hold."""
    statute = folder("00101.xml", "00102.xml")
    assert articles(statute)["L111-1"].version.id == "LEGIARTI000009900102"
    assert len(articles(statute)["L111-1"].alineas) == 2


def record(
    id: int,
    number: str,
    state: str,
    since: str,
    until: str,
    versions: Iterable[int] = (),
    text: str = "LEGITEXT1",
    words: str = "A",
) -> Source:
    """A small article file."""
    links = "".join(f'<VERSION><LIEN_ART id="LEGIARTI{other}" etat="MODIFIE"/></VERSION>' for other in versions)
    return Source(
        f"{id}.xml",
        f"<ARTICLE><META><META_COMMUN><ID>LEGIARTI{id}</ID></META_COMMUN><META_SPEC><META_ARTICLE><NUM>{number}</NUM>"
        f"<ETAT>{state}</ETAT><DATE_DEBUT>{since}</DATE_DEBUT><DATE_FIN>{until}</DATE_FIN></META_ARTICLE></META_SPEC></META>"
        f'<CONTEXTE><TEXTE cid="{text}"><TITRE_TXT>Code {text}</TITRE_TXT></TEXTE></CONTEXTE><VERSIONS>{links}</VERSIONS>'
        f"<BLOC_TEXTUEL><CONTENU><p>{words}</p></CONTENU></BLOC_TEXTUEL></ARTICLE>".encode(),
    )


OPEN = "2999-01-01"


@pytest.mark.parametrize(
    ("sources", "day", "read"),
    [
        # a repeal without an end is a record of it, not a version in force
        ([record(1, "1", "MODIFIE", "2000-01-01", "2010-01-01", [1, 2]), record(2, "1", "ABROGE", "2010-01-01", OPEN, [1, 2])],
         "2012-01-01", []),
        # a repeal to come, on a day that is not fixed
        ([record(1, "1", "ABROGE_DIFF", "2000-01-01", "2222-02-22")], "2012-01-01", [1]),
        ([record(1, "1", "ABROGE_DIFF", "2000-01-01", "2222-02-22")], None, [1]),
        # never in force: its end stands before its beginning
        ([record(1, "1", "MODIFIE_MORT_NE", "2007-01-01", "2006-12-08", [1, 2]),
          record(2, "1", "VIGUEUR", "2007-01-01", OPEN, [1, 2])],
         "2007-01-01", [2]),
        # in force on the day, annulled since; where another version stands beside it, the other
        ([record(1, "1", "ANNULE", "2007-01-01", "2009-01-01")], "2008-01-01", [1]),
        ([record(1, "1", "ANNULE", "2007-01-01", "2009-01-01", [1, 2]),
          record(2, "1", "MODIFIE", "2005-01-01", "2009-01-01", [1, 2])],
         "2008-01-01", [2]),
        # a number that was used again: another article, the old one gives way
        ([record(1, "1", "ABROGE", "2000-01-01", "2005-01-01", [1]), record(2, "1", "VIGUEUR", "2005-01-01", OPEN, [2])],
         None, [2]),
        ([record(1, "1", "PERIME", "2000-01-01", "2005-01-01", [1]), record(2, "1", "ABROGE", "2005-01-01", "2008-01-01", [2])],
         None, [2]),
        # no version names another: the number holds them together
        ([record(1, "1", "MODIFIE", "2000-01-01", "2005-01-01"), record(2, "1", "VIGUEUR", "2005-01-01", OPEN)], None, [2]),
        # one article under two numbers
        ([record(1, "1", "TRANSFERE", "2000-01-01", "2005-01-01", [1, 2]), record(2, "7", "VIGUEUR", "2005-01-01", OPEN, [1, 2])],
         None, [2]),
        # an entry into force that is not fixed
        ([record(1, "1", "VIGUEUR_DIFF", "2222-02-22", OPEN)], "2030-01-01", []),
        ([record(1, "1", "DISJOINT", "2000-01-01", "2001-01-01")], "2000-06-01", [1]),
    ],
)  # fmt: skip
def test_states_and_dates(sources: list[Source], day: str | None, read: list[int]) -> None:
    statute = readers.read_all("dossier", sources, readers.Options(date=day))
    assert [article.version.id for article in articles(statute).values()] == [f"LEGIARTI{number}" for number in read]
    heard = " ".join(str(note.message) for note in statute.notes)
    unread = {f"LEGIARTI{number}" for number in range(1, len(sources) + 1)} - {f"LEGIARTI{number}" for number in read}
    assert [version for version in unread if version not in heard] == []


@pytest.mark.parametrize("day", [None, "2003-01-01"])
def test_of_many_versions_the_count_is_said(day: str | None) -> None:
    old = [record(at, str(at), "MODIFIE", "2000-01-01", "2005-01-01", [at, at + 100]) for at in range(1, 41)]
    new = [record(at + 100, str(at), "ABROGE", "2005-01-01", "2008-01-01", [at, at + 100]) for at in range(1, 41)]
    statute = readers.read_all("dossier", [*old, *new], readers.Options(date=day))
    assert said(statute, "other-version").startswith("40 articles: other versions are not read (1, 2, 3, ")
    assert ("40 articles are not in force: their last versions are read (1, 2" in said(statute, "not-in-force")) == (day is None)
    gone = readers.read_all("dossier", [*old, *new], readers.Options(date="2009-01-01"))
    assert said(gone, "not-in-force").startswith("40 articles are not in force on 2009-01-01 (1, 2")


def test_several_texts_in_a_folder_stay_apart() -> None:
    sources = [record(1, "1", "VIGUEUR", "2000-01-01", OPEN), record(2, "1", "VIGUEUR", "2000-01-01", OPEN, text="LEGITEXT2")]
    statute = readers.read_all("dossier", sources)
    assert [division.heading for division in statute.children] == ["Code LEGITEXT1", "Code LEGITEXT2"]  # type: ignore[union-attr]
    assert codes(statute) == ["several-texts"]


def test_a_number_twice_and_a_file_twice() -> None:
    twice = [record(1, "1", "VIGUEUR", "2000-01-01", OPEN, [1]), record(2, "1", "VIGUEUR", "2000-01-01", OPEN, [2])]
    assert codes(readers.read_all("dossier", twice)) == ["duplicate-number"]
    again = [record(1, "1", "VIGUEUR", "2000-01-01", OPEN), record(1, "1", "VIGUEUR", "2000-01-01", OPEN, words="B")]
    statute = readers.read_all("dossier", again)
    assert (codes(statute), texts(statute)) == (["duplicate-file"], ["A"])


def test_numbers_are_ordered_as_lawyers_do_where_no_outline_orders_them() -> None:
    labels = ["Annexe", "10", "9", "9 bis", "Annexe II", "1er"]
    sources = [record(at, label, "VIGUEUR", "2000-01-01", OPEN, [at]) for at, label in enumerate(labels)]
    statute = readers.read_all("dossier", sources)
    assert [article.label for article in articles(statute).values()] == ["1er", "9", "9 bis", "10", "Annexe", "Annexe II"]


def test_words_of_the_text_that_stand_in_no_article_are_kept() -> None:
    text = (
        "<TEXTE_VERSION><META><META_COMMUN><ID>LEGITEXT1</ID></META_COMMUN><META_SPEC><META_TEXTE_VERSION><TITRE>"
        "Loi des eaux</TITRE></META_TEXTE_VERSION></META_SPEC></META>"
        "<VISAS><CONTENU><p>Vu la Constitution ;</p></CONTENU></VISAS></TEXTE_VERSION>"
    )
    sources = [record(1, "1", "VIGUEUR", "2000-01-01", OPEN), Source("t.xml", text.encode()), Source("liste.dat", b"legi/x")]
    statute = readers.read_all("dossier", sources)
    assert statute.title == "Loi des eaux"
    assert "Vu la Constitution ;" in said(statute, "outside-article")
    assert [(note.code, note.file) for note in statute.notes if note.code == "skipped"] == [("skipped", "liste.dat")]


def test_an_outline_that_turns_in_a_circle_or_leads_nowhere() -> None:
    circle = (
        "<SECTION_TA><ID>{0}</ID><TITRE_TA>S</TITRE_TA><STRUCTURE_TA><LIEN_SECTION_TA id='{1}'/>{2}</STRUCTURE_TA></SECTION_TA>"
    )
    sources = [
        record(1, "1", "VIGUEUR", "2000-01-01", OPEN),
        Source("a.xml", circle.format("A", "B", "<LIEN_ART id='LEGIARTI1'/>").encode()),
        Source("b.xml", circle.format("B", "A", "").encode()),
    ]
    assert list(articles(readers.read_all("dossier", sources))) == ["1"]


BROKEN = [
    ("tronque.xml", ["Les sources sont recensées.", "Le préfet en dresse la lis"], ["malformed-xml"]),
    (
        "entites-html.xml",
        ["La taxe est de 3\u00a0% pour les sources A & B, et plus si le débit est < 5 m³."],
        ["malformed-xml"],
    ),
    ("br-ouvert.xml", ["Sont interdits :", "1° Le captage ;", "2° Le rejet."], ["malformed-xml"]),
    ("cp1252.xml", ["La forêt protège l'été."], ["encoding"]),
    ("doctype.xml", ["Légalité de l'eau."], []),
    ("html-echappe.xml", ["Le débit est mesuré.", "Le relevé est public."], ["escaped-markup"]),
    ("majuscules.xml", ["Le débit est mesuré.", "Le relevé est public."], []),
    ("inconnu.xml", ["Le registre est public."], ["no-date", "no-number", "unknown-element"]),
]


@pytest.mark.parametrize(("name", "alineas", "notes"), BROKEN)
def test_a_malformed_file_is_mended_with_notes(name: str, alineas: list[str], notes: list[str]) -> None:
    statute = read(str(BAD / name))
    assert (texts(statute), codes(statute)) == (alineas, notes)
    (article,) = articles(statute).values()
    assert {alinea.line for alinea in article.alineas} <= {23, 24}
    assert "art. R. 9" not in " ".join(texts(statute))


def test_declared_entities_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        read(str(BAD / "entites-declarees.xml"))
    assert "entities" in str(refused.value.message)
    statute = read(str(BAD))
    assert [Path(note.file).name for note in statute.notes if note.code == "skipped"] == ["entites-declarees.xml"]
    assert list(articles(statute)) == ["R1", "R2", "R3", "R5", "R6", "R7", "R8", "sans numéro"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = (
        ARTICLE.decode()
        .replace('encoding="UTF-8"', 'encoding="windows-1252"' if encoding == "cp1252" else "")
        .replace(" ?>", "?>")
    )
    assert texts(one(text.encode(encoding))) == texts(one(ARTICLE))


@pytest.mark.parametrize(
    ("data", "likely"),
    [
        (ARTICLE, True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<SECTION_TA>", True),
        (b"<!DOCTYPE TEXTELR SYSTEM 'x.dtd'>\n<TEXTELR>", True),
        (b"<article>", False),
        (b"<?xml version='1.0'?><JO/>", False),
        (b"# Article 1\n\n<ARTICLE>", False),
        (b"", False),
        (b"<" * 100_000, False),
    ],
)
def test_likeness(data: bytes, likely: bool) -> None:
    assert (legi_xml.likeness(Document(Source("x", data))) > 0.9) == likely


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<TEXTELR><META/></TEXTELR>", "name the folder"),
        (b"<ARTICLE", "no META"),
        (b"<ARTICLE>\0</ARTICLE>", "NUL"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        readers.read(Source("a.xml", data), readers.Options(format="legi-xml"))


def test_a_folder_without_articles_and_a_day_that_is_none() -> None:
    with pytest.raises(InputError, match="no ARTICLE file"):
        folder("/texte/struct/")
    with pytest.raises(InputError, match="is no day"):
        code("2020-13-01")


def seen(statute: Statute) -> str:
    """All that a reader of the tree and of its notes can see."""
    parts = [statute.title, *(str(note.message) for note in statute.notes)]
    for place in statute.places():
        article = place.article
        parts += [*(division.heading for division in place.path), article.label, *(alinea.text for alinea in article.alineas)]
        parts += [*(note.text for note in article.annotations), *(note.text for note in article.history)]
    return "".join("".join(parts).split())


CONTENT = ARTICLE.index("<p>I. –".encode()), ARTICLE.index(b"</CONTENU>\n</BLOC_TEXTUEL>")
PIECES = [
    "<br>",
    "</p>",
    "<b>",
    "&nbsp;",
    "&",
    "<",
    "]]>",
    "<![CDATA[",
    "</CONTENU>",
    "<CONTENU>",
    "\x0b",
    "é",
    "<!--",
    "<?x",
    "&#0;",
    "<P>",
]


@settings(max_examples=300)
@given(st.integers(0, len(ARTICLE)), st.integers(0, 60), st.sampled_from(PIECES))
def test_any_damage_is_read_or_refused(at: int, removed: int, piece: str) -> None:
    damaged = ARTICLE[:at] + piece.encode() + ARTICLE[at + removed :]
    try:
        statute = readers.read(Source("a.xml", damaged), readers.Options(format="legi-xml"))
    except InputError as error:
        assert error.name == "a.xml" and "\n" not in str(error.message)
        return
    for place in statute.places():
        for alinea in place.article.alineas:
            assert alinea.text.strip() and 1 <= alinea.line <= damaged.count(b"\n") + 1
            assert all(0 <= link.start < link.end <= len(alinea.text) for link in alinea.links)


@given(st.integers(CONTENT[0], CONTENT[1]))
def test_half_a_file_keeps_the_words_it_has(cut: int) -> None:
    words = ARTICLE[CONTENT[0] : cut].decode("utf-8", "ignore").split("<a href")[0]
    visible = seen(one(ARTICLE[:cut]))
    for mark in ("<p>", "</p>", "<br/>"):
        words = words.replace(mark, " ")
    assert [word for word in words.split()[:-1] if word not in visible] == []


@given(
    st.lists(
        st.sampled_from([*FILES, *(Source(f.name + "~", f.data[: len(f.data) * 2 // 3]) for f in FILES)]), min_size=1, max_size=9
    )
)
def test_any_files_of_a_text_make_a_tree(found: list[Source]) -> None:
    try:
        statute = readers.read_all("dossier", found, readers.Options(date="2016-01-01"))
    except InputError as error:
        assert error.name == "dossier"
        return
    ids = [place.article.version.id for place in statute.places()]
    assert len(ids) == len(set(ids))


@settings(max_examples=100)
@given(st.sampled_from([b"<ARTICLE>", b"<?xml version='1.0'?><SECTION_TA ", b"\xff\xfe<\0A\0R\0"]), st.binary(max_size=200))
def test_any_bytes_behind_a_root_are_read_or_refused(start: bytes, rest: bytes) -> None:
    try:
        readers.read(Source("a.xml", start + rest), readers.Options(format="legi-xml"))
    except InputError as error:
        assert error.name == "a.xml"


@pytest.mark.parametrize(
    "inner",
    [
        "<p>" * 30_000,
        "<div>" * 30_000,
        "a" * 11_000_000,
        "&" * 100_000,
        "<CONTENU " * 30_000,
        "&a" * 50_000,
        "<" * 100_000,
        "<CONTENU>" * 3000,
    ],
)
def test_hostile_content_is_read_or_refused_in_bounded_time(inner: str) -> None:
    data = f"<ARTICLE><META/><BLOC_TEXTUEL><CONTENU>{inner}</CONTENU></BLOC_TEXTUEL></ARTICLE>"
    try:
        assert one(data).format == "legi-xml"
    except InputError as error:
        assert error.name == "a.xml"
