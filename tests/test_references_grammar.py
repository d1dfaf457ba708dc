"""The grammar of renvois: a gold file of phrases, and what must hold for any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.model import Target
from statutes_diff.references.grammar import references

GOLD = Path(__file__).with_name("references_gold.txt")
KINDS = {"article", "alinea", "item", "sentence", "division", "text", "relative"}


def phrases() -> Iterator[tuple[str, list[str]]]:
    """Each phrase of the gold file with its lines."""
    for block in GOLD.read_text("utf-8").split("\n\n"):
        phrase, *lines = [line for line in block.strip().split("\n") if not line.startswith("#")] or [""]
        if phrase:
            yield phrase, [" ".join(line.split()) for line in lines]


def shown(target: Target) -> str:
    """A target in the notation of the gold file."""
    parts = (
        ("{%s}", target.text),
        ("art=%s", target.article),
        ("al=%s", target.alinea),
        ("item=%s", "/".join(target.item) or None),
        ("ph=%s", target.sentence),
        ("div=%s", target.division),
    )
    return " ".join(form % value for form, value in parts if value is not None) or "here"


def found(phrase: str) -> list[str]:
    """The renvois of a phrase in the notation of the gold file."""
    return [
        f"{r.kind} « {' '.join(r.text.split())} » {' ; '.join(shown(target) for target in r.targets)}" for r in references(phrase)
    ]


@pytest.mark.parametrize(("phrase", "expected"), list(phrases()))
def test_every_phrase_of_the_gold_file_is_read_right(phrase: str, expected: list[str]) -> None:
    assert found(phrase) == expected


def test_the_gold_file_is_large_and_has_silent_phrases() -> None:
    gold = list(phrases())
    assert len(gold) >= 150
    assert sum(not expected for _, expected in gold) >= 12


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "\u202f"])
def test_a_citation_broken_by_a_line_or_a_fixed_space_is_one(gap: str) -> None:
    phrase = "au premier alinéa de l'article L. 231-4".replace(" ", gap)
    assert [r.targets for r in references(phrase)] == [(Target(article="L231-4", alinea=1),)]


WORDS = """article articles L. 162-5 R.* 12 16-1 alinéa alinéas premier deux derniers précédent présent même du de la des au aux
à et ou , ; . ( ) 1° a b I II bis code civil loi n° 2002-322 2002 phrase titre chapitre annexe paragraphe point ci-dessus
dudit cet A l' suivants exception articles 1er mai""".split()


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_renvois_stand_in_order_inside_the_text_and_lead_somewhere(text: str) -> None:
    end = 0
    for reference in references(text):
        assert end <= reference.start < reference.end <= len(text)
        assert reference.text == text[reference.start : reference.end] == reference.text.strip()
        assert reference.kind in KINDS
        assert reference.targets
        end = reference.end


HOSTILE = [
    "premier, ", "du ", "du 1° ", "au a, ", "(", "code de la ", "loi de finances ", "et, ", "1-", "au I et ", "alinéa ", "même ",
    "article ",
    "L. 1 (1) (", "L. 1, premier alinéa, ", "au a) ", "du présent ", "à l'exception ", "de l'article L. 1 et ", "n° 1/", "2.",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        runs = []
        for _ in range(3):
            started = perf_counter()
            references(text)
            runs.append(perf_counter() - started)
        return min(runs)

    assert seconds(80_000) < 16 * seconds(10_000) + 0.1  # 64 times if quadratic


def test_a_list_of_ten_thousand_articles_is_read_in_a_moment() -> None:
    text = "aux articles " + ", ".join(f"L. {n}-1" for n in range(10_000)) + " du code du travail"
    started = perf_counter()
    listed = references(text)
    assert perf_counter() - started < 5
    assert [r.targets[0].article for r in listed] == [f"L{n}-1" for n in range(10_000)]
    assert {r.targets[0].text for r in listed} == {"code du travail"}
