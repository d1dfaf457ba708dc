"""Alinéas to pairs: ``i=j`` unchanged, ``i~j`` modified, ``i>j`` moved, ``i/j,k`` split, ``i,j\\k`` merged, ``-i`` removed,
``+j`` inserted, in the order shown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.model import AlineaPair, Article
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


def joined(lines: list[str], numbers: tuple[int, ...]) -> str:
    return "\n".join(lines[number - 1] for number in numbers)


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("alineas.txt", 3))
def test_pairs(title: str, old: str, new: str, expected: str) -> None:
    assert paired(old.splitlines(), new.splitlines()) == expected, title


LINES = st.sampled_from(
    [
        "1° Les communes ;",
        "2° Les communes ;",
        "Les communes et les cantons.",
        "Les cantons.",
        "Le préfet arrête la liste des communes.",
        "Le préfet arrête la liste des cantons.",
        "Le préfet arrête la liste des communes. Le maire la publie au recueil des actes.",
        "Le maire la publie au recueil des actes.",
        "a) Le maire publie la liste au recueil des actes ;",
        "(Abrogé)",
        "- le maire",
        "…",
    ]
)


def prove(old: list[str], new: list[str]) -> tuple[AlineaPair, ...]:
    """The pairs, after the proof: every alinéa once, every pair with both sides rebuilds, each status means what it says."""
    pairs = alinea_pairs(article(old), article(new))
    assert sorted(i for pair in pairs for i in pair.old) == list(range(1, len(old) + 1))
    assert sorted(j for pair in pairs for j in pair.new) == list(range(1, len(new) + 1))
    for pair in pairs:
        before, after = joined(old, pair.old), joined(new, pair.new)
        if pair.old and pair.new:
            assert rebuilt(before, after, pair.edits) == after
        assert pair.status != "unchanged" or before == after
        assert bool(pair.edits) == (pair.status in ("modified", "split", "merged") or pair.status == "moved" and before != after)
        assert (len(pair.new) > 1) == (pair.status == "split")
        assert (len(pair.old) > 1) == (pair.status == "merged")
        assert list(pair.old) == sorted(pair.old)
        assert list(pair.new) == sorted(pair.new)
    return pairs


@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=12))
def test_every_alinea_stands_in_one_pair(old: list[str], new: list[str]) -> None:
    assert prove(old, new) == alinea_pairs(article(old), article(new))


@given(st.lists(LINES, max_size=12))
def test_an_article_against_itself_is_unchanged(lines: list[str]) -> None:
    assert [(pair.status, pair.old) for pair in prove(lines, lines)] == [("unchanged", (n,)) for n in range(1, len(lines) + 1)]


WORDS = (
    "maire préfet commune taxe demande recours tribunal décret agent zone terrain permis délai conseil membre budget école route "
    "eau forêt navire loyer pension salaire usine mine port gare musée stade"
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=5, max_size=9, unique=True).map(lambda words: f"Le {' de la '.join(words)}.")
MARKERS = [
    ("", "", "", "", ""),
    ("1° ", "2° ", "3° ", "4° ", "5° "),
    ("I. - ", "II. - ", "III. - ", "IV. - ", "V. - "),
    ("- ",) * 5,
]


@given(st.lists(SENTENCE, min_size=2, max_size=5, unique_by=lambda s: frozenset(s.split()[1::3])), st.sampled_from(MARKERS))
def test_sentences_that_become_alineas_are_a_split(sentences: list[str], markers: tuple[str, ...]) -> None:
    """Whatever the sentences are and whichever markers come: one split, of numbering alone; and backwards one merge."""
    before = ["Le présent article entre en vigueur.", " ".join(sentences)]
    after = [before[0], *(marker + sentence for marker, sentence in zip(markers, sentences, strict=False))]
    whole = tuple(range(2, len(after) + 1))
    assert [(p.status, p.old, p.new) for p in prove(before, after)] == [("unchanged", (1,), (1,)), ("split", (2,), whole)]
    assert [(p.status, p.old, p.new) for p in prove(after, before)] == [("unchanged", (1,), (1,)), ("merged", whole, (2,))]
    assert {edit.channel for pair in prove(before, after) for edit in pair.edits} == {"numbering"}


def test_long_articles_are_not_compared_all_against_all() -> None:
    """Two articles of a thousand unlike alinéas each: rare words name the candidates, so this ends at once."""
    old = [f"Le terrain cadastré sous le numéro {n} est classé en zone {n % 7}." for n in range(1_000)]
    new = [f"Le terrain cadastré sous le numéro {n} est classé en secteur {n % 7} depuis {n}." for n in range(1_000)]
    pairs = alinea_pairs(article(old), article(new))
    assert sum(pair.status == "modified" and pair.old == pair.new for pair in pairs) == 1_000


def word(number: int) -> str:
    """A word of syllables, another one for each number."""
    return "".join("bcdfgjlmnprstvz"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:06d}")


def lines(first: int, last: int) -> list[str]:
    """Alinéas without a noun in common, numbered from ``first`` to before ``last``."""
    return [f"Le {' de la '.join(word(n + k * 100_000) for k in range(5))}." for n in range(first, last)]


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (lines(0, 5_000), lines(5_000, 10_000), "inserted"),
        (lines(0, 5_000), lines(0, 5_000)[::-1], "moved"),
        (lines(0, 5_000), [line.replace("Le ", "Chaque ") for line in lines(0, 5_000)], "modified"),
        ([" ".join(lines(n, n + 2)) for n in range(0, 5_000, 2)], lines(0, 5_000), "split"),
        (lines(0, 5_000), [" ".join(lines(n, n + 2)) for n in range(0, 5_000, 2)], "merged"),
        ([" ".join(lines(0, 1_000))], lines(0, 1_000), "split"),
        ([" ".join(lines(0, 5_000))], lines(0, 5_000), "inserted"),
        (lines(0, 5_000), [" ".join(lines(0, 5_000))], "removed"),
    ],
)
def test_five_thousand_alineas_on_each_side(old: list[str], new: list[str], status: str) -> None:
    """Growth with the text, whatever became of it; the last two are beyond the work that a split is worth."""
    started = time.process_time()
    found = {pair.status for pair in alinea_pairs(article(old), article(new))}
    assert status in found
    assert time.process_time() - started < 20


def test_beyond_the_work_limit_alineas_that_stand_once_are_the_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [*lines(0, 9), "(Abrogé)"]
    new = [*lines(2, 6), "(Abrogé)", *lines(6, 9), *lines(20, 21)]
    before = paired(old, new)
    monkeypatch.setattr("statutes_diff.compare.alineas.order.MOST_CELLS", 1)
    assert paired(old, new) == before


def test_twice_the_same_alinea_moves_in_order() -> None:
    twice = lines(0, 1) * 2
    assert paired([*twice, *lines(1, 5)], [*lines(1, 5), *twice]) == "3=1 4=2 5=3 6=4 1>5 2>6"
