"""Numbers, markers, headings, notes, tokens: what French legal text is made of."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.language.amendment_notes import amendment_note
from statutes_diff.language.dates import iso_date
from statutes_diff.language.divisions import division_heading
from statutes_diff.language.markers import Outline, markers
from statutes_diff.language.numbers import article_key, article_printed, number_order, roman_value
from statutes_diff.language.tokens import TOKEN, _kind, tokens
from statutes_diff.language.typography import folded, unaccented


@pytest.mark.parametrize(
    ("label", "key", "printed"),
    [
        ("L. 162-12-17", "L162-12-17", "L. 162-12-17"),
        ("L162‑12‑17", "L162-12-17", "L. 162-12-17"),
        ("L.O. 141", "LO141", "LO 141"),
        ("R.* 361-4", "R361-4", "R. 361-4"),
        ("*R111-2", "R111-2", "R. 111-2"),
        ("R. * 911-3", "R911-3", "R. 911-3"),
        ("D 12", "D12", "D. 12"),
        ("1er", "1", "1er"),
        ("premier", "1", "1er"),
        ("L. 1er", "L1", "L. 1"),
        ("44 sexies", "44 sexies", "44 sexies"),
        ("199  terdecies-0 A", "199 terdecies-0 A", "199 terdecies-0 A"),
        ("Annexe 3 à l'article R. 123", "Annexe 3 à l'article R. 123", "Annexe 3 à l'article R. 123"),
    ],
)
def test_article_numbers(label: str, key: str, printed: str) -> None:
    assert (article_key(label), article_printed(article_key(label))) == (key, printed)


def test_numbers_stand_in_the_order_of_the_law() -> None:
    ordered = ["Préambule", "1", "2", "2 bis", "2 ter", "10", "44", "44 bis", "44 sexies", "45"]
    assert sorted(set(ordered), key=number_order) == ordered
    lettered = ["LO111-3", "L9", "L10", "L162-5", "L162-5-1", "L162-12", "R1", "D1", "A1"]
    assert sorted(set(lettered), key=number_order) == lettered


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("Ier", 1), ("IV", 4), ("XIV", 14), ("XC", 90), ("IIII", None), ("", None), ("A", None)]
)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("I.-A.-1° Les communes", ["I", "A", "1°"]),
        ("I. - Le maire", ["I"]),
        ("II bis.-Les", ["II bis"]),
        ("1° bis Soit", ["1° bis"]),
        ("1° A Les communes", ["1° A"]),
        ("1° A la qualité du maire", ["1°"]),
        ("I A. - Les communes", ["I A"]),
        ("a) Du maire", ["a"]),
        ("aa) Du préfet", ["aa"]),
        ("1. Le montant", ["1"]),
        ("(1) Ce montant", ["1"]),
        ("- le niveau", ["-"]),
        ("―le niveau", ["-"]),
        ("\uf0b7 le niveau", ["-"]),
        ("A. Le maire", ["A"]),
        ("A l'article 5", []),
        ("Il est créé", []),
        ("L. 162-5 est abrogé", []),
        ("10 000 euros", []),
        ("L'article", []),
        ("IV de la loi", []),
    ],
)
def test_markers(text: str, chain: list[str]) -> None:
    assert [marker.words for marker in markers(text)[0]] == chain


def test_letters_that_are_also_roman_numerals() -> None:
    outline = Outline([])
    depths = [
        outline.place(markers(text)[0]) for text in ["A. Un", "B. Deux", "C. Trois", "1° Item", "D. Quatre", "Suite", "II. Fin"]
    ]
    assert depths == [1, 1, 1, 2, 1, 1, 2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Section 2.2 : Accords de bon usage", ("section", "2.2", "Accords de bon usage")),
        ("(Partie Législative)", ("partie", None, "Partie Législative")),
        ("Livre Ier : Des personnes", ("livre", "Ier", "Des personnes")),
        ("TITRE IER", ("titre", "IER", "")),
        ("Titre préliminaire : De la loi", ("titre", "préliminaire", "De la loi")),
        ("Première partie : Dispositions communes", ("partie", "première", "Dispositions communes")),
        ("Sous section 2 : Enregistrement", ("sous-section", "2", "Enregistrement")),
        ("Chapitre II bis : X", ("chapitre", "II bis", "X")),
        ("Annexe au présent livre", ("annexe", None, "au présent livre")),
        ("Partie de ces obligations est réglée par la loi ;", None),
        ("Titre de propriété", None),
        ("chapitre.", None),
    ],
)
def test_headings(words: str, expected: tuple[str, str | None, str] | None) -> None:
    heading = division_heading(words)
    assert (heading and (heading.kind, heading.number, heading.title)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "(Loi n° 99-1140 du 29 décembre 1999 art. 24 XIV Journal Officiel du 30 décembre 1999)",
            ("modified", "Loi n° 99-1140 du 29 décembre 1999", "art. 24 XIV", "1999-12-30"),
        ),
        (
            "Créé par Ordonnance n°2016-131 du 10 février 2016 - art. 2",
            ("inserted", "Ordonnance n°2016-131 du 10 février 2016", "art. 2", ""),
        ),
        (
            "Abrogé par Loi n°2004-810 du 13 août 2004 - art. 7 (V) JORF 17 août 2004",
            ("repealed", "Loi n°2004-810 du 13 août 2004", "art. 7 (V)", "2004-08-17"),
        ),
        ("(Loi applicable aux contrats) sont nuls", None),
        ("Modifié par nos soins", None),
    ],
)
def test_amendment_notes(words: str, expected: tuple[str, str, str, str] | None) -> None:
    note = amendment_note(words, 1)
    assert (note and (note.verb, note.act, note.provision, note.published_on)) == expected


@pytest.mark.parametrize(("words", "date"), [("du 1er août 2004", "2004-08-01"), ("le 31 février 2000", ""), ("en 2004", "")])
def test_dates(words: str, date: str) -> None:
    assert iso_date(words) == date


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("l'article L. 162-12-17", ["l'", "article", "L162-12-17"]),
        ("la loi n° 2002-322", ["la", "loi", "n°2002-322"]),
        ("45 000 € aujourd’hui", ["45000€", "aujourd'hui"]),
        ("l’État 1er 3°", ["l'", "Etat", "1er", "3°"]),
        ("A 18 heures", ["A", "18", "heures"]),
        ("R.* 361-4, D. 12", ["R361-4", ",", "D12"]),
    ],
)
def test_tokens(text: str, keys: list[str]) -> None:
    assert tokens(text).keys == keys


@given(st.text("aéLRDn°ºœ…'’-–‑ \u00a0\u00ad.*²½0123456789€%ªÀ", max_size=40))
def test_folding_does_not_change_the_kind_of_a_token(text: str) -> None:
    cut = tokens(text)
    assert cut.kinds == [_kind(word) for word in TOKEN.split(text)[1::2]]


@given(st.text())
def test_tokens_tile_the_text(text: str) -> None:
    cut = tokens(text)
    assert "".join(text[a:b] for a, b in zip(cut.starts, cut.starts[1:], strict=False)) == (text if len(cut) else "")
    assert all(start <= end <= after for start, end, after in zip(cut.starts[:-1], cut.ends, cut.starts[1:], strict=True))


@pytest.mark.parametrize(
    ("one", "other"), [("l’œuvre", "l'oeuvre"), ("État", "Etat"), ("« a »", '" a "'), ("e\u0301t\u00e9", "\u00e9te\u0301")]
)
def test_typography_folds(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_unaccented() -> None:
    assert unaccented("Sécurité Sociale") == "securite sociale"


@given(st.text(st.characters(codec="utf-8")))
def test_unaccented_is_the_decomposed_text_without_its_marks(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", folded(text).lower())
    assert unaccented(text) == "".join(c for c in decomposed if not unicodedata.combining(c))


def test_the_usual_word_is_cut_as_any_other() -> None:
    """The first alternative of the pattern is there for speed alone."""
    slow = re.compile(re.sub(r"\(\s*\[a-zà-öø-ÿ\].*?\n\s*\|", "(", TOKEN.pattern, count=1), re.VERBOSE)
    assert slow.pattern != TOKEN.pattern
    text = "L'élève-maître, dès l'âge de seize ans ; aujourd'hui nº 5 (prud'hommes) où\u00a0ça. Œuvres ª nn°3 a\u0301b"
    assert slow.split(text) == TOKEN.split(text)


@pytest.mark.parametrize(
    "text", ["L" * 100_000, "1 000 " * 20_000, "a-" * 50_000, "n° 1-" * 20_000, "R.*" * 30_000, "'" * 100_000, "1" * 100_000]
)
def test_tokens_are_linear(text: str) -> None:
    assert tokens(text).starts[-1] == len(text)
