"""Tables of words: read fast, and as any reader of TOML would read them."""

from __future__ import annotations

import tomllib

import pytest

from statutes_diff.language.tables import TableError, parsed, words_beside
from tests.conftest import ROOT

FILES = sorted((ROOT / "statutes_diff").rglob("data/*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_table_is_toml(path: object) -> None:
    text = (ROOT / str(path)).read_text("utf-8")
    assert parsed(text) == tomllib.loads(text) != {}


def test_there_are_tables() -> None:
    assert len(FILES) > 2


@pytest.mark.parametrize(
    "text",
    [
        'a = "x"  # why\n[b]\nc = ["d", "e",\n     "f"]\n[[g]]\nh = true\n[[g]]\nh = 1\n"i j" = []\n',
        '[a.b]\nc = "d \\u00e9"\n\n# remark\n[e]\nf = ["g",]\n',
    ],
)
def test_what_a_table_may_hold(text: str) -> None:
    assert parsed(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["a: 1", "a = 'x'", 'a = "x', 'a = ["x"', "[a\nb = 1", "[a]\n[a]", "a = 1 2"])
def test_what_it_may_not(text: str) -> None:
    with pytest.raises(TableError):
        parsed(text)


def test_a_list_of_words_has_remarks() -> None:
    found = words_beside(str(ROOT / "statutes_diff/language/tokens.py"), "data/function_words.txt")
    assert {"le", "dans"} <= found
    assert not [word for word in found if "#" in word]
