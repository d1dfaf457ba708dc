"""Alinéas to pairs: ``i=j`` unchanged, ``i~j`` modified, ``i>j`` moved, ``-i`` removed, ``+j`` inserted, in the order shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.model import Article
from statutes_diff.readers._text.build import alineas
from statutes_diff.readers._text.paragraphs import Block
from tests.cases_reader import cases

SIGNS = {"unchanged": "=", "modified": "~", "moved": ">", "split": "/", "merged": "\\"}


def article(lines: list[str]) -> Article:
    return Article("1", "1", alineas([Block(line, at, at) for at, line in enumerate(lines, 1)]))


def paired(old: list[str], new: list[str]) -> str:
    signs: list[str] = []
    for pair in alinea_pairs(article(old), article(new)):
        left, right = (",".join(map(str, side)) for side in (pair.old, pair.new))
        signs.append(f"{left}{SIGNS[pair.status]}{right}" if left and right else f"-{left}" if left else f"+{right}")
    return " ".join(signs)


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("alineas.txt", 3))
def test_pairs(title: str, old: str, new: str, expected: str) -> None:
    assert paired(old.splitlines(), new.splitlines()) == expected, title


LINES = st.sampled_from(
    [
        "1° Les communes ;",
        "2° Les communes ;",
        "Le préfet arrête la liste des communes.",
        "Le préfet arrête la liste des cantons.",
        "(Abrogé)",
        "- le maire",
    ]
)


@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=12))
def test_every_alinea_stands_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = alinea_pairs(article(old), article(new))
    assert sorted(i for pair in pairs for i in pair.old) == list(range(1, len(old) + 1))
    assert sorted(j for pair in pairs for j in pair.new) == list(range(1, len(new) + 1))
    for pair in pairs:
        assert pair.status != "unchanged" or old[pair.old[0] - 1] == new[pair.new[0] - 1]
        assert bool(pair.edits) == (pair.status == "modified" or (pair.status == "moved" and bool(pair.edits)))


def test_long_articles_are_not_compared_all_against_all() -> None:
    """Two articles of a thousand unlike alinéas each: rare words name the candidates, so this ends at once."""
    old = [f"Le terrain cadastré sous le numéro {n} est classé en zone {n % 7}." for n in range(1_000)]
    new = [f"Le terrain cadastré sous le numéro {n} est classé en secteur {n % 7} depuis {n}." for n in range(1_000)]
    pairs = alinea_pairs(article(old), article(new))
    assert sum(pair.status == "modified" and pair.old == pair.new for pair in pairs) == 1_000
