"""The data of the grammar: every code is found by its name and its abbreviations, every word has one class."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from statutes_diff.language.vocabulary import name_keys, table, words
from statutes_diff.references.grammar import references
from statutes_diff.references.vocabulary import canonical, proper_name

CODES = tomllib.loads(resources.files("statutes_diff.language").joinpath("data/codes.toml").read_text("utf-8"))["codes"]


@pytest.mark.parametrize("name", CODES)
def test_an_article_of_every_code_is_found(name: str) -> None:
    (reference,) = references(f"l'article 7 du {name} est abrogé")
    assert reference.targets[0].text == name


@pytest.mark.parametrize(("abbreviation", "name"), [(short, name) for name, shorts in CODES.items() for short in shorts])
def test_an_abbreviation_is_the_code(abbreviation: str, name: str) -> None:
    (reference,) = references(f"l'article 7 {abbreviation}")
    assert canonical(reference.targets[0].text or "") == canonical(name)


def test_an_abbreviation_belongs_to_one_code() -> None:
    shorts = [name_keys(short) for abbreviations in CODES.values() for short in abbreviations]
    assert len(shorts) == len(set(shorts))


def test_a_word_of_the_table_keeps_its_class() -> None:
    for name, group in table()["classes"].items():
        assert {words()[word][0] for word in group} == {name}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CODE DU TRAVAIL", "Code du travail"),
        ("Code de l'Education", "Code de l'éducation"),
        ("Règlement intérieur", "Règlement intérieur"),
    ],
)
def test_a_title_is_written_as_the_law_does(title: str, expected: str) -> None:
    assert proper_name(title) == expected
