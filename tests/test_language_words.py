"""Words of force, scope, penalties, definitions and time: every row of the tables is met by its example; no line hangs them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

import pytest

from statutes_diff.language import commencement, definitions, modality, penalties, scope
from statutes_diff.language.phrases import Phrases

FORCES = [(row, modality.modals(row["example"])) for row in modality.rows()]
QUALIFIERS = [(row, scope.qualifiers(row["example"])) for row in scope.rows()]
DEFINERS = [(row, definitions.definitions(row["example"])) for row in definitions.rows()]


@pytest.mark.parametrize(("row", "found"), FORCES, ids=lambda value: value.get("example") if isinstance(value, dict) else "")
def test_each_force_is_met_by_its_example(row: dict[str, str], found: Sequence[modality.Modal]) -> None:
    assert [(modal.force, modal.of_itself) for modal in found] == [(row["name"], "of_itself" in row)]


@pytest.mark.parametrize(("row", "found"), QUALIFIERS, ids=lambda value: value.get("example") if isinstance(value, dict) else "")
def test_each_group_of_scope_is_met_by_its_example(row: dict[str, str], found: Sequence[scope.Qualifier]) -> None:
    assert [qualifier.group for qualifier in found] == [row["name"]]


@pytest.mark.parametrize(("row", "found"), DEFINERS, ids=lambda value: value.get("example") if isinstance(value, dict) else "")
def test_each_definer_is_met_by_its_example_with_its_term(row: dict[str, str], found: Sequence[definitions.Definition]) -> None:
    marked = re.search(r"«\s(.+?)\s»", row["example"])
    assert [definition.kind for definition in found] == [row["name"]]
    assert (marked[1] if marked else "") in found[0].term


TIMES = [
    ("Le présent article entre en vigueur le 1er mars 2030.", ["entre en vigueur le 1er mars 2030"]),
    ("Le tarif est applicable à compter de la publication du décret.", ["est applicable à compter de la publication du décret"]),
    ("Jusqu'au 31 décembre 2031, le taux est réduit.", ["Jusqu'au 31 décembre 2031"]),
    ("Elles prennent effet, sauf urgence, le 1er mars.", ["prennent effet, sauf urgence, le 1er mars"]),
    ("Le recours est formé dans les six mois à compter de la publication.", []),
    ("Le tarif est applicable aux assurés.", []),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_words_of_time(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in commencement.commencements(text)] == expected


def test_each_group_of_words_of_time_is_met_by_its_example() -> None:
    examples = [row["example"] for row in commencement.rows()]
    assert [len(commencement.commencements(example)) for example in examples] == [1] * len(examples)


FOUND = {
    "à l'exception de": [
        "à l'exception de tous",
        "A l’exception d'un tiers",
        "à l'exception des seuls",
        "à l'exception\u00a0du lot",
    ],
    "{être} tenu() de": ["est tenu de", "sont tenues d'agir", "n'est pas tenu de", "seront également tenus de"],
    "s'entendent de": ["s’entendent des"],
    "y compris": ["Y COMPRIS"],
}
MISSED = {"à moins de": ["au moins deux"], "sauf": ["sauf-conduit"], "{être} tenu() de": ["est tenu compte", "test tenu de"]}


@pytest.mark.parametrize(("phrase", "text"), [(phrase, text) for phrase, texts in FOUND.items() for text in texts])
def test_a_phrase_is_found_in_every_form(phrase: str, text: str) -> None:
    assert [found.group for found in Phrases([[phrase]]).found(f"Le lot, {text} ici.")] == [0]


@pytest.mark.parametrize(("phrase", "text"), [(phrase, text) for phrase, texts in MISSED.items() for text in texts])
def test_other_words_are_no_phrase(phrase: str, text: str) -> None:
    assert list(Phrases([[phrase]]).found(f"Le lot, {text} ici.")) == []


def test_a_letter_that_grows_in_small_letters_moves_nothing() -> None:
    assert [(found.start, found.end) for found in Phrases([["sauf"]]).found("İİİİ sauf ici")] == [(5, 9)]


FORCE = [
    ("Il ne peut être prononcé qu'après avis.", [("limit", "ne peut être prononcé qu'")]),
    ("Il ne peut pas être prononcé.", [("prohibition", "ne peut")]),
    ("Nul n'est tenu de répondre.", [("exemption", "n'est tenu de")]),
    ("Le preneur doit une indemnité ; il peut-être.", []),
    ("La vente pourrait être refusée.", []),
]


@pytest.mark.parametrize(("text", "expected"), FORCE)
def test_force(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(modal.force, modal.words(text)) for modal in modality.modals(text)] == expected


VERBS = [
    ("peut, après avis du conseil, prononcer la mesure", "prononcer", False),
    ("peut également être modifié", "modifié", True),
    ("doit, en outre, leur communiquer", "communiquer", False),
    ("doit le rapport", None, False),
]


@pytest.mark.parametrize(("text", "words", "passive"), VERBS)
def test_the_verb_that_words_of_force_govern(text: str, words: str | None, passive: bool) -> None:
    verb = modality.governed(text, modality.modals(text)[0])
    assert (verb and verb.words, bool(verb and verb.passive)) == (words, passive)


PENALTIES = [
    "puni de deux ans d'emprisonnement et de 30 000 euros d'amende",
    "puni d'un emprisonnement d'un an à cinq ans et d'une amende de 6 000 F ou de l'une de ces deux peines seulement",
    "punie de quatre ans d'emprisonnement et d'une amende de 600 000 €, dont le montant peut être porté au double",
    "puni de la réclusion criminelle à perpétuité",
    "passible de l'amende prévue pour les contraventions de la 5e classe",
    "punies comme contraventions de la troisième classe",
    "puni des peines prévues au premier alinéa de l'article L. 213-1",
    "passible d'une amende administrative dont le montant ne peut excéder 3 000 €",
    "encourt la peine complémentaire de confiscation",
]


@pytest.mark.parametrize("words", PENALTIES)
def test_a_penalty_is_read_whole(words: str) -> None:
    text = f"Le fait de vendre sans titre est {words}."
    assert [text[found.start : found.end] for found in penalties.penalties(text)] == [words]


@pytest.mark.parametrize(
    "text", ["L'avis d'amende est envoyé.", "La peine est exécutée.", "Une contravention de la cinquième classe."]
)
def test_words_about_penalties_are_none(text: str) -> None:
    assert penalties.penalties(text) == ()


READERS: list[Callable[[str], object]] = [
    modality.modals,
    scope.qualifiers,
    scope.negations,
    penalties.penalties,
    definitions.definitions,
    commencement.commencements,
]
HOSTILE = [
    "ne peut ", "n'est pas tenu de ", "peut, ", "à l'exception ", "ne ", "puni de un ", "amende de ", "emprisonnement de deux ",
    "peines prévues à ", "est considéré comme ", "on entend par ", "entre en vigueur ", "à compter du 1er ",
    "1 000 ", "[*", " ", "s'applique jusqu'au ", "constitue un ",
]  # fmt: skip


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_is_read_in_linear_time(reader: Callable[[str], object], piece: str) -> None:
    """Ten times the text takes about ten times as long: never a hundred times."""
    short, long = (_seconds(reader, piece * (size // len(piece))) for size in (10_000, 100_000))
    assert long < max(40 * short, 0.5)


def _seconds(reader: Callable[[str], object], text: str) -> float:
    """The least of three: a search for cycles among all that the tests hold takes half a second by itself."""

    def once() -> float:
        start = time.process_time()
        reader(text)
        return time.process_time() - start

    return min(once() for _ in range(3))
