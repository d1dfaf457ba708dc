"""Sums, rates, counts, ages and dates in a text, and what only looks like one."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.language.ages import is_age
from statutes_diff.language.calendar import any_date, calendar_dates
from statutes_diff.language.counts import counts
from statutes_diff.language.figures import any_number, numbers
from statutes_diff.language.money import amounts, any_amount, converted, rounder
from statutes_diff.language.quantities import number_value
from statutes_diff.language.rates import any_rate, rates

READERS = {"amount": amounts, "rate": rates, "count": counts, "date": calendar_dates}
FOUND = [
    ("amount", "une amende de 45 000 € et de 300 000 F", ["45 000 € = 45000 EUR", "300 000 F = 300000 FRF"]),
    ("amount", "quarante-cinq mille euros", ["quarante-cinq mille euros = 45000 EUR"]),
    ("amount", "1,5 million d'euros", ["1,5 million d'euros = 1500000 EUR"]),
    ("amount", "trois millions de francs", ["trois millions de francs = 3000000 FRF"]),
    (
        "amount",
        "soixante francs, 6.40 F, 1 121, 78 €",
        ["soixante francs = 60 FRF", "6.40 F = 6.4 FRF", "1 121, 78 € = 1121.78 EUR"],
    ),
    ("amount", "de 15 à 75 euros", ["15 à 75 euros = 15 EUR", "75 euros = 75 EUR"]),
    ("amount", "un euro, 73,79 EUR", ["un euro = 1 EUR", "73,79 EUR = 73.79 EUR"]),
    ("amount", "100 F CFP, 20 francs suisses", ["100 F CFP = 100 XPF", "20 francs suisses = 20 franc suisse"]),
    (
        "rate",
        "10 p. 100, dix pour cent, 50 p. cent",
        ["10 p. 100 = 10 percent", "dix pour cent = 10 percent", "50 p. cent = 50 percent"],
    ),
    ("rate", "8, 5 % ou 12 ‰", ["8, 5 % = 8.5 percent", "12 ‰ = 1.2 percent"]),
    ("rate", "de 0,75 p. 100 à 2, 5 p. 100", ["0,75 p. 100 = 0.75 percent", "2, 5 p. 100 = 2.5 percent"]),
    ("rate", "entre 5 et 10 %", ["5 et 10 % = 5 percent", "10 % = 10 percent"]),
    ("rate", "pour l'année 2004 à 3,5 %", ["3,5 % = 3.5 percent"]),
    ("rate", "la moitié, le quart du traitement", ["la moitié = 50 percent", "le quart = 25 percent"]),
    ("rate", "1/30 du salaire, un vingtième de la rente", ["1/30 = 3.333333 percent", "un vingtième = 5 percent"]),
    ("rate", "ne dépasse pas le double de ce salaire", ["le double = 200 percent"]),
    ("count", "plus de 3 500 habitants", ["3 500 habitants = 3500 habitant"]),
    ("count", "les deux autres membres", ["deux autres membres = 2 membre"]),
    (
        "count",
        "9 mètres carrés, 90 km/h, 200 mg / l",
        ["9 mètres carrés = 9 metre carre", "90 km/h = 90 km/h", "200 mg / l = 200 mg / l"],
    ),
    ("count", "trois à cinq médecins", ["trois à cinq médecins = 3 medecin", "cinq médecins = 5 medecin"]),
    ("count", "âgé de seize à vingt-cinq ans", ["seize à vingt-cinq ans = 16 year of age", "vingt-cinq ans = 25 year of age"]),
    ("count", "les moins de 25 ans", ["25 ans = 25 year of age"]),
    ("date", "1er janvier 2020, 31 décembre", ["1er janvier 2020 = 2020-01-01", "31 décembre = --12-31"]),
    ("date", "le dernier jour du mois de février", ["dernier jour du mois de février = --02-last"]),
    ("date", "du 1er au 15 mars 2004", ["1er = 2004-03-01", "15 mars 2004 = 2004-03-15"]),
    ("date", "en 2009 ou 2010, de 2004 à 2006", ["2009 = 2009", "2010 = 2010", "2004 = 2004", "2006 = 2006"]),
    ("date", "le mois de mai, juin 2005, 31/12/2004", ["mois de mai = --05", "juin 2005 = 2005-06", "31/12/2004 = 2004-12-31"]),
    ("date", "la loi n° 2001-12 du 3 mars 2001, à compter du 4 avril 2002", ["4 avril 2002 = 2002-04-04"]),
]
SILENT = [
    ("amount", "quinze jours francs"),
    ("amount", "les articles 1585 F et 1609 F"),
    ("amount", "30 Fédérations, 12 francophones"),
    ("rate", "un tiers de bonne foi, le tiers payeur, aux tiers"),
    ("rate", "au cinquième alinéa, le dixième jour, trois quarts d'heure"),
    ("rate", "le règlement (CE) n° 110/2008, la directive 93/42/CEE, la directive 82/501, une carte au 1/250 000"),
    ("rate", "autant de cent cinquantièmes, au sept centième du plafond"),
    ("rate", "en double exemplaire"),
    ("count", "les trois premiers alinéas, deux mois, 5 %, 12 euros"),
    ("count", "31 décembre, l'article 3 bis, le groupe 3 comprend"),
    ("count", "puni de dix ans d'emprisonnement"),
    ("count", "le 3 mars 1994 modifié"),
    ("date", "le décret du 5 mai 2003, JO du 6 mai 2003, le règlement (CE) n° 510/2006 du Conseil du 20 mars 2006"),
    ("date", "la loi de finances pour 2004, la convention signée à Paris le 17 décembre 1997"),
    ("date", "les articles 1984, 1985 et 1986, 2000 habitants"),
]
AGES = [
    ("l'âge de 60 ans", True),
    ("un mineur de quinze ans", True),
    ("vingt ans révolus", True),
    ("âgés de plus de 30 ans", True),
    ("personnes âgées d'au moins vingt ans et de moins de 65 ans", True),
    ("les personnes âgées qui résident depuis 10 ans", False),
    ("la corruption d'un mineur est punie de cinq ans", False),
    ("sans condition d'âge, après 35 ans", False),
    ("les mineurs à dix ans", False),
    ("", False),
]


@pytest.mark.parametrize(("kind", "text", "expected"), FOUND)
def test_finds(kind: str, text: str, expected: list[str]) -> None:
    assert [f"{figure.words} = {figure.value}" for figure in READERS[kind](text)] == expected


@pytest.mark.parametrize(("kind", "text"), SILENT)
def test_stays_silent(kind: str, text: str) -> None:
    assert READERS[kind](text) == ()


@pytest.mark.parametrize(("text", "age"), AGES)
def test_years_that_are_an_age(text: str, age: bool) -> None:
    end = text.find(" ans") + len(" ans")
    start = text.rfind(" ", 0, max(0, end - len(" ans"))) + 1
    assert is_age(text, start, end) == age


@pytest.mark.parametrize(
    ("francs", "euros", "legal"),
    [
        (26_000, 3963.67, True),
        (80_000, 12_195, True),
        (25_000, 3_800, True),
        (25_000, 3_750, True),
        (140_000, 21_500, True),
        (10, 1.52, True),
        (700_000, 100_000, False),
        (100_000, 16_000, False),
        (30, 5, False),
        (20_777, 3218.11, False),
        (100, 0, False),
    ],
)
def test_a_conversion_is_told_from_a_change(francs: float, euros: float, legal: bool) -> None:
    assert converted(francs, euros) == legal


def test_one_conversion_is_rounder_than_the_rate_allows() -> None:
    assert rounder(700_000, 100_000)
    assert not rounder(700_000, 105_000)


def test_et_joins_tens_and_one_only() -> None:
    assert number_value("vingt et un") == 21
    assert [number.value for number in numbers("entre deux et cinq, soixante et onze, vingt et une")] == [2, 5, 71, 21]


PIECES = [
    "deux ", "cent ", "et ", "un ", "1 ", "000 ", "12,5 ", "euros ", "F ", "% ", "p. 100 ", "tiers ", "des ", "membres ", "ans ",
    "âgé de ", "1er ", "mars ", "2004 ", "à ", ", ", "mille ", "la moitié ", "/30 ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS)
def test_figures_are_words_of_the_text_in_order_and_every_hint_is_true(text: str) -> None:
    hints: dict[str, Callable[[str], bool]] = {"amount": any_amount, "rate": any_rate, "date": any_date, "count": any_number}
    for kind, reader in READERS.items():
        found = reader(text)
        assert [figure.start for figure in found] == sorted(figure.start for figure in found)
        for figure in found:
            assert text.startswith(figure.words, figure.start)
            assert figure.end <= figure.start + len(figure.words)
        assert hints[kind](text) or not [figure for figure in found if not getattr(figure, "weak", False)]


@given(TEXTS, st.integers(0, 40))
def test_a_range_of_a_text_is_read_as_the_whole_text_is(text: str, start: int) -> None:
    words = [0, *(place + 1 for place, character in enumerate(text) if character == " ")]
    begin = words[min(start, len(words) - 1)]
    whole = numbers(text)
    if not any(number.start < begin < number.end for number in whole):
        assert [number for number in whole if number.start >= begin] == numbers(text, begin)


HOSTILE = [
    "un ", "deux-", "1", "1 000 ", "vingt et ", "12,", "3 500 F ", "tiers ", "loi du ", "1er mars ", "2004, ",
    "âge de deux ", "F", " ",
]  # fmt: skip


@pytest.mark.parametrize("reader", READERS.values())
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_is_linear(reader: Callable[[str], object], piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    reader(text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("words", ["le 1er mai", "au mois de mai.", "mai"])
def test_may_by_itself_may_be_a_date(words: str) -> None:
    assert any_date(words)


@pytest.mark.parametrize("words", ["le maire", "mainlevée", "la maison", "il demeure maintenu"])
def test_a_word_that_begins_like_may_is_no_date(words: str) -> None:
    assert not any_date(words)
