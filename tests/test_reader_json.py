"""JSON of the Légifrance API and of @socialgouv/legi-data: outline, versions, history, lines; broken JSON is one clear error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.model import Article, Source, Statute, Version
from statutes_diff.readers._json.article import day_of
from statutes_diff.readers._json.parse import one_line
from statutes_diff.sources import InputError

FIXTURES = Path(__file__).parent.parent / "fixtures"
LEGI_DATA = FIXTURES / "legi-data"
API = FIXTURES / "legifrance-api"


def statute(value: object, **options: str) -> Statute:
    data = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
    return readers.read(Source("texte", data), readers.Options(**options))  # type: ignore[arg-type]


def outline(read: Statute) -> list[tuple[str, list[str]]]:
    return [(place.article.number, [division.heading for division in place.path]) for place in read.places()]


def articles(read: Statute) -> list[Article]:
    return [place.article for place in read.places()]


def codes(read: Statute) -> list[tuple[int, str]]:
    return [(note.line, note.code) for note in read.notes]


def refused(data: bytes | str) -> InputError:
    with pytest.raises(InputError) as error:
        statute(data)
    return error.value


def test_legi_data_is_a_tree_with_its_lines() -> None:
    text = read(str(LEGI_DATA / "code.json"))
    assert (text.format, text.title) == ("legi-data", "Code de l'eau publique")
    part, title = "Partie législative", "Titre Ier : Des usages"
    assert outline(text) == [("L111-1", [part]), ("L111-2", [part, title]), ("L111-2", [part, title])]
    first = articles(text)[0]
    assert first.line == 25 and [(a.line, a.marker) for a in first.alineas] == [(50, None), (50, None), (50, "1°"), (50, "2°")]
    assert codes(text) == [
        (60, "outside-article"), (72, "plain-text"), (78, "duplicate-number"), (83, "empty-division"), (84, "skipped"),
    ]  # fmt: skip


def test_legi_data_keeps_version_history_nota_and_links() -> None:
    article = articles(read(str(LEGI_DATA / "code.json")))[0]
    assert article.version == Version("en vigueur", "2020-01-01", "", "LEGIARTI000000000111")
    assert [(note.verb, note.act, note.provision, note.published_on, note.line) for note in article.history] == [
        ("modified", "LOI n°2019-321 du 9 décembre 2019", "art. 4 (V)", "2019-12-10", 36),
        ("codified", "Décret n°2009-77 du 2 février 2009", "art. 1", "", 36),
    ]
    assert [(note.kind, note.text) for note in article.annotations] == [
        ("history", "ANNULATION : Décision du Conseil constitutionnel du 3 mai 2018"),
        ("nota", "Voir le décret d'application."),
        ("nota", "Il paraîtra."),
    ]
    (link,) = article.alineas[0].links
    assert article.alineas[0].text[link.start : link.end] == "publique" and link.title.endswith("art. L111-2 (V)")


def test_legi_data_may_be_a_list_or_one_article() -> None:
    text = read(str(LEGI_DATA / "articles.json"))
    assert outline(text) == [("1", []), ("2", [])]
    assert articles(text)[1].version.state == "abrogé" and not articles(text)[1].alineas
    one = statute({"data": {"num": "7", "texteHtml": "<p>Un mot.</p>"}, "type": "article"})
    assert (one.format, outline(one)) == ("legi-data", [("7", [])])


def test_an_article_of_the_api_stands_in_its_divisions() -> None:
    text = read(str(API / "article.json"))
    assert (text.format, text.title) == ("legifrance-api", "Code de l'eau publique")
    assert outline(text) == [("R213-4", ["Livre II : De la ressource", "Section 1 : Des redevances"])]
    (article,) = articles(text)
    assert article.version.since == "2020-03-01"  # midnight in Paris is still February in UTC
    assert [(note.verb, note.published) for note in article.history] == [("inserted", "JORF 30 juillet 1994")]
    assert [(note.kind, note.text) for note in article.annotations] == [("surtitre", "De la redevance")]
    assert [(a.text, a.line) for a in article.alineas] == [("La redevance est due.", 13)]
    assert not text.notes


def test_a_code_of_the_api_is_put_into_the_order_of_the_law() -> None:
    text = read(str(API / "code.json"))
    one, two, unit = "Chapitre Ier : Des sources", "Chapitre II : Des contrôles", "Section unique"
    assert outline(text) == [("1", [one, unit]), ("2", [one]), ("3", [two]), ("sans numéro", [two])]
    assert articles(text)[2].alineas[0].text == "L'agent contrôle & rend compte."
    assert [[note.provision for note in article.history] for article in articles(text)] == [[], [], ["art. 9"], ["art. 9"]]
    assert [note.text for note in articles(text)[3].annotations] == ["Anciennement article 7"]
    assert codes(text) == [(1, "outside-article"), (1, "outside-article"), (4, "no-number")]


@pytest.mark.parametrize(
    ("date", "words", "others"),
    [
        (None, "Le délai est de deux mois.", 1),
        ("2018-01-01", "Le délai est de deux mois.", 1),
        ("2017-12-31", "Le délai est d'un mois.", 1),
    ],
)
def test_the_version_in_force_on_a_day_is_read(date: str | None, words: str, others: int) -> None:
    text = read(str(API / "versions.json"), date=date)
    assert [alinea.text for article in articles(text) for alinea in article.alineas] == [words]
    assert [note.code for note in text.notes] == ["other-version"] * others


def test_a_day_without_any_article_is_refused() -> None:
    with pytest.raises(InputError, match="1999-12-31"):
        read(str(API / "versions.json"), date="1999-12-31")


def test_versions_inside_an_article_are_read_where_they_bring_their_text() -> None:
    versions = [
        {"id": "LEGIARTI000000000001", "dateDebut": "2000-01-01", "dateFin": "2010-01-01", "texteHtml": "<p>Avant.</p>"},
        {"id": "LEGIARTI000000000002", "dateDebut": "2010-01-01", "dateFin": "2999-01-01"},
    ]
    article = {"id": "LEGIARTI000000000002", "num": "9", "dateDebut": "2010-01-01", "dateFin": "2999-01-01"}
    value = {"article": {**article, "texteHtml": "<p>Après.</p>", "articleVersions": versions}}
    assert [articles(statute(value, date=day))[0].text for day in ("2009-12-31", "2010-01-01")] == ["Avant.", "Après."]


def test_a_table_of_contents_says_that_it_has_no_text() -> None:
    text = read(str(API / "sommaire.json"))
    assert outline(text) == [("1", ["Livre Ier"]), ("2", ["Livre Ier"])]
    assert codes(text) == [(1, "no-text")]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (0, "1970-01-01"), (32472144000000, "2999-01-01"), (1577833200000, "2020-01-01"), (-2208988800000, "1900-01-01"),
        ("2020-05-04", "2020-05-04"), ("2020-05-04T00:00:00.000+0000", "2020-05-04"), ("1577836800000", "2020-01-01"),
        (None, ""), (True, ""), ("hier", ""), (float("inf"), ""), (10**30, ""), (-(10**14), ""), ("2020-05-041", ""), ([], ""),
    ],
)  # fmt: skip
def test_days_are_counted_not_looked_up(value: object, day: str) -> None:
    assert day_of(value) == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"article":\n{"num": "1", "texteHtml": "coup', 2, "ends in the middle"),
        ('{"article":\n{"num": "1",,}}', 2, "column 13"),
        ('{"data": {"num": "1"}}\nreste', 2, "column 1"),
        ('{"sections": [1 2]}', 1, "column 17"),
        ('{"article": {"num": %s}}' % ("9" * 5000), 1, "broken JSON"),
        ('{"sections":[' * 1000, 1, "nests deeper"),
        ('{"article":' + '[{"x":' * 100_000, 1, "nests deeper"),
        ('{"name": "un paquet", "version": "1.0"}', None, "without an article of law"),
        ('{"data": {"title": "Code"}, "type": "code", "children": []}', None, "holds no article"),
        ('{"article": {"num": "1", "texteHtml": "<!DOCTYPE a [<!ENTITY b \'c\'>]><p>&b;</p>"}}', 1, "entities"),
    ],
)
def test_json_that_cannot_be_read_is_one_error_with_its_line(text: str, line: int | None, words: str) -> None:
    error = refused(text)
    assert error.line == line and words in str(error.message)


def test_a_cut_file_is_refused_rather_than_compared() -> None:
    assert refused((LEGI_DATA / "coupe.json").read_bytes()).line == 59


def test_json_of_another_kind_is_refused_by_the_reader_that_was_named() -> None:
    with pytest.raises(InputError, match="legi-data"):
        readers.read(Source("t", b'{"article": {"num": "1", "texte": "x"}}'), readers.Options(format="legi-data"))


def test_small_faults_are_mended_with_a_note() -> None:
    text = statute('\ufeff{"article": {"num": "1", "dateDebut": NaN, "texteHtml": "<p>Un\tmot \\ud800\\u0000.</p>", "num": "2"}}')
    assert [(a.number, a.text) for a in articles(text)] == [("2", "Un mot \ufffd\ufffd.")]
    assert codes(text) == [(1, "no-character"), (1, "duplicate-key")]
    assert "“1”" in str(text.notes[1].message)


def test_articles_on_one_line_are_told_apart() -> None:
    value = {"title": "Loi", "articles": [{"num": n, "content": f"<p>Mot {n}.</p>"} for n in ("1", "2", "1")]}
    text = statute(json.dumps(value))
    assert [a.text for a in articles(text)] == ["Mot 1.", "Mot 2.", "Mot 1."]
    assert codes(text) == [(1, "duplicate-number")]


KEYS = (
    "type data children article articles sections num texteHtml content title id cid nota context titresTM titre visa intOrdre "
    "lienModifications textTitle linkType dateDebut dateFin articleVersions listArticle historique"
).split()
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["<p>", "1er", "MODIFIE"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=30,
)


@settings(max_examples=300)
@given(VALUES, st.sampled_from(["legi-data", "legifrance-api"]))
def test_any_json_is_read_or_refused(value: object, format: str) -> None:
    try:
        found = statute(value, format=format)
    except InputError as error:
        assert error.name == "texte" and "\n" not in str(error.message)
        return
    assert articles(found) and all(alinea.text.strip() for article in articles(found) for alinea in article.alineas)


@settings(max_examples=200)
@given(
    st.sampled_from([LEGI_DATA / "code.json", API / "article.json", API / "code.json"]),
    st.integers(0, 5000),
    st.integers(0, 40),
    st.binary(max_size=8),
)
def test_a_damaged_file_is_read_or_refused(path: Path, at: int, cut: int, put: bytes) -> None:
    data = path.read_bytes()
    try:
        statute(data[:at] + put + data[at + cut :])
    except InputError as error:
        assert error.name == "texte" and "\n" not in str(error.message)


@settings(max_examples=150)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_no_word_of_an_article_is_lost(lines: list[str]) -> None:
    html = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in lines)
    found = statute({"article": {"num": "1", "texteHtml": html}})
    (article,) = articles(found)
    kept = article.text + "".join(note.text for note in (*article.history, *article.annotations))
    visible = {c for line in lines for c in one_line(line) if c.isprintable() and not c.isspace()}
    assert visible <= set(kept)
