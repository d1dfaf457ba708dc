"""Lengths of time in a text, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.language.durations import durations
from statutes_diff.language.quantities import number_value

FOUND = [
    ("dans un délai maximum de deux mois à compter de la réception", ["deux mois = 2 month"]),
    ("quinze jours francs au moins", ["quinze jours francs = 15 day franc"]),
    ("un délai de trente jours ouvrables", ["trente jours ouvrables = 30 day ouvrable"]),
    ("18 mois ou 1 607 heures", ["18 mois = 18 month", "1 607 heures = 1607 hour"]),
    ("d'un an, puis d’une année", ["un an = 1 year", "une année = 1 year"]),
    ("cinq ans d'emprisonnement", ["cinq ans = 5 year"]),
    ("les cinq dernières années", ["cinq dernières années = 5 year"]),
    ("quatre-vingt-dix jours, cent vingt jours", ["quatre-vingt-dix jours = 90 day", "cent vingt jours = 120 day"]),
    ("vingt et un jours", ["vingt et un jours = 21 day"]),
    ("un an et demi", ["un an et demi = 1.5 year"]),
    ("six semaines consécutives", ["six semaines consécutives = 6 week consécutif"]),
    ("une durée hebdomadaire portée à 35 heures", ["35 heures = 35 hour"]),
    ("Deux trimestres", ["Deux trimestres = 2 quarter"]),
]
SILENT = [
    "les personnes âgées de plus de seize ans",
    "l'âge de soixante-cinq ans",
    "un mineur de quinze ans",
    "âgées de vingt-trois ans au moins et de cinquante ans au plus",
    "dix-huit ans révolus",
    "avant 22 heures, entre 18 heures et 8 heures, à vingt heures",
    "au cours d'une année civile",
    "lorsque l'échéance est un jour férié",
    "chaque année, le premier jour du mois suivant",
    "l'article L. 162-5 mois",
    "deux moisissures",
    "",
]
NUMBERS = [
    ("un", 1), ("seize", 16), ("dix-sept", 17), ("vingt et un", 21), ("soixante et onze", 71), ("quatre-vingts", 80),
    ("quatre-vingt-dix-neuf", 99), ("cent", 100), ("deux cents", 200), ("cent quatre-vingt-quatre", 184), ("mille", 1000),
    ("quarante-cinq mille", 45000), ("trois millions deux cent mille", 3200000), ("45 000", 45000), ("0,5", 0.5), ("bis", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert [f"{d.words} = {d.value}" for d in durations(text)] == expected


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text: str) -> None:
    assert durations(text) == ()


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers(words: str, value: float | None) -> None:
    assert number_value(words) == value


PIECES = ["deux", "mois", "un", "an", "18", "jours", "francs", "et", "demi", "-", ",", "âgé de"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_durations_are_words_of_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for duration in durations(text):
        assert last <= duration.start < duration.end
        assert text[duration.start : duration.end] == duration.words
        assert duration.number >= 0
        last = duration.end


@pytest.mark.parametrize("piece", ["un ", "deux-", "1", "1 000 ", "vingt et ", "âgé ", "deux mois ", " "])
def test_hostile_repetition_is_linear(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    durations(text)
    assert time.process_time() - start < 2
