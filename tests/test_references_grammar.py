"""The grammar of renvois: a gold file of phrases, and what must hold for any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.model import Target
from statutes_diff.references.grammar import readings, references
from statutes_diff.references.memory import Memory
from statutes_diff.references.pointers import MOST_TARGETS

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
    assert len(gold) >= 320
    assert sum(not expected for _, expected in gold) >= 16


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


def seconds(text: str) -> float:
    """The least processor time of three readings: what else the machine does is not counted."""
    runs = []
    for _ in range(3):
        started = process_time()
        references(text)
        runs.append(process_time() - started)
    return min(runs)


def grows_like_its_length(piece: str, small: int = 10_000, times: int = 8) -> bool:
    """True when a text ``times`` as long takes less than twice ``times`` the time (``times`` squared if quadratic)."""
    text = piece * (small // len(piece))
    return seconds(text * times) < 2 * times * seconds(text) + 0.1


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_length(piece: str) -> None:
    assert any(grows_like_its_length(piece) for _ in range(3))


def test_a_quadratic_reading_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(text: str) -> None:
        for _ in range((len(text) // 30) ** 2):
            pass

    monkeypatch.setitem(globals(), "references", slow)
    assert not grows_like_its_length("au 1° ", 20_000)


@pytest.mark.parametrize(
    "piece",
    [
        "deuxième à soixantième alinéas des 1° à 60° des I à XL des articles 1 à 200. ",
        "des 1° à 60° des I à XX des titres I à LX. ",
        "mêmes articles, ",
        "au a, au 1°, ",
    ],
)
def test_few_words_name_few_targets(piece: str) -> None:
    text = "articles " + "L. 1, " * 500 + piece * 200 + "de l'article " + "1°, " * 500
    assert all(len(reference.targets) <= 2 * MOST_TARGETS for reference in references(text))  # a range of articles has two ends


def test_a_list_that_names_each_member_has_no_limit() -> None:
    text = "aux " + ", ".join(f"{n}°" for n in range(1, 401)) + " et 401° de l'article 5"
    (reference,) = references(text)
    assert [target.item for target in reference.targets] == [(f"{n}°",) for n in range(1, 402)]


def test_a_list_of_ten_thousand_articles_is_read_in_a_moment() -> None:
    text = "aux articles " + ", ".join(f"L. {n}-1" for n in range(10_000)) + " du code du travail"
    started = process_time()
    listed = references(text)
    assert process_time() - started < 5
    assert [r.targets[0].article for r in listed] == [f"L{n}-1" for n in range(10_000)]
    assert {r.targets[0].text for r in listed} == {"code du travail"}


def named(*lines: tuple[int, str]) -> list[str]:
    """Text and number of every article named in an article's alinéas; a line is its depth and its words."""
    memory, found = Memory(), []
    for depth, line in lines:
        memory.new_alinea(depth)
        found += [f"{p.text or 'here'} {p.article}" for r in readings(line, memory) for p in r.pointers if p.article]
    return found


@pytest.mark.parametrize(
    "lead", ["I. - Le code du sport est ainsi modifié :", "2° Du code du sport :", "Le titre II du code du sport :"]
)
def test_a_text_that_opens_a_line_governs_the_items_below_it(lead: str) -> None:
    assert named((1, lead), (2, "1° L'article L. 5 ;"), (2, "2° l'article L. 6"), (1, "3° L'article L. 7")) == [
        "code du sport L5",
        "code du sport L6",
        "here L7",
    ]


def test_a_text_inside_a_line_governs_nothing_below_it() -> None:
    assert named((1, "1° Aux agents du code du sport qui exercent :"), (2, "a) selon l'article L. 5")) == ["here L5"]


def test_items_that_call_an_article_back_mean_the_same_one() -> None:
    lines = (
        (0, "Pour les travailleurs de l'article L. 9 :"),
        (1, "1° au 2° dudit article, sauf l'article R. 8 ;"),
        (1, "2° au 3° de cet article."),
    )
    assert named(*lines) == ["here L9", "here L9", "here R8", "here L9"]
