"""Quotation marks: where they open and close, and what quoted words lead to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api
from statutes_diff.model import Alinea, Article, LocatedReference, Statute, Target
from statutes_diff.references.quotes import quotations


def article(*lines: str | tuple[str, str, int], number: str = "L12") -> Article:
    """An article; a line may be (marker, text, depth)."""
    parts = [(None, line, 0) if isinstance(line, str) else line for line in lines]
    return Article(number, number, tuple(Alinea(text, marker, depth, 1) for marker, text, depth in parts))


def quoted(*lines: str) -> list[list[str]]:
    """The quoted words of each alinéa."""
    found = quotations(article(*lines)) or [()] * len(lines)
    return [[line[part.start : part.end] for part in parts] for line, parts in zip(lines, found, strict=True)]


def surveyed(*lines: str | tuple[str, str, int], title: str = "Code du bocage") -> list[LocatedReference]:
    """The renvois of an article L. 12 between L. 11 and L. 13."""
    others = article("Un talus.", number="L11"), article("Un fossé.", number="L13")
    return list(api.references(Statute(title, "x", "x", "utf-8", (others[0], article(*lines), others[1])), articles=["L12"]))


INSIDE_ONE_ALINEA = [
    ("les mots : « haie » sont remplacés par : « talus ».", ["« haie »", "« talus »"]),
    ('les mots : " haie " sont remplacés par : " talus ".', ['" haie "', '" talus "']),
    ("les mots : “haie” sont remplacés par : “talus”.", ["“haie”", "“talus”"]),
    ('les mots : " haie ” sont remplacés par : " talus ”.', ['" haie ”', '" talus ”']),
    ("« Les mots : « haie » et « talus ». »", ["« Les mots : « haie » et « talus ». »"]),
    ('« Une "haie" est tenue. »', ['« Une "haie" est tenue. »']),
    ('"Les mots : "haie" sont supprimés."', ['"Les mots : "haie" sont supprimés."']),
    ("l'« ordre »", ["« ordre »"]),
    ("sans signe", []),
    ('une haie est tenue ; ".', []),  # the end of a quotation that an amending act left behind
    ("une haie » est tenue", []),
]


@pytest.mark.parametrize(("words", "expected"), INSIDE_ONE_ALINEA)
def test_quotations_of_one_alinea(words: str, expected: list[str]) -> None:
    assert quoted(words) == [expected]


OVER_ALINEAS = [
    # Each alinéa begins with a sign, the last one ends with one.
    (["Un :", "« Art. 5", "« Deux", "« Trois »", "Quatre"], [0, 1, 1, 1, 0]),
    (["Un :", '"Art. 5', '"Deux', '"Trois."', "Quatre"], [0, 1, 1, 1, 0]),
    # The first and the last have a sign.
    (["Un :", "« Art. 5", "Deux", "Trois »", "Quatre"], [0, 1, 1, 1, 0]),
    (["Un :", '" Art. 5', 'Une "haie" est', 'Trois "', "Quatre"], [0, 1, 1, 1, 0]),
    (["est ainsi rédigé : « Art. 5", "Deux", "Trois »", "Quatre"], [1, 1, 1, 0]),
    # Each alinéa is a quotation of its own.
    (['"Un."', '"Deux."', "Trois"], [1, 1, 0]),
    # A sign was forgotten: the quotation ends with its alinéa, or goes on where the next alinéa begins with one.
    (["« Un", "Deux", "Trois"], [1, 0, 0]),
    (["une « haie est", "Deux", "le « talus » est"], [1, 0, 1]),
    (["Un :", "« Art. 5", "« Deux", "Trois"], [0, 1, 1, 0]),
    (["Un :", '"Art. 5', "Deux", '"Trois."', "Quatre"], [0, 1, 1, 1, 0]),
    # One in another: its first alinéa opens two.
    (["« Un :", "« « Deux", "« « Trois » ;", "« Quatre »", "Cinq"], [1, 1, 1, 1, 0]),
]


@pytest.mark.parametrize(("lines", "expected"), OVER_ALINEAS)
def test_quotations_of_several_alineas(lines: list[str], expected: list[int]) -> None:
    assert [bool(parts) for parts in quoted(*lines)] == [bool(n) for n in expected]


def test_a_quotation_knows_where_it_began() -> None:
    found = quotations(article("ainsi rédigé : « Un", "« Deux", "« Trois » et « quatre »"))
    assert [[part.opened for part in parts] for parts in found] == [[(1, 15)], [(1, 15)], [(1, 15), (3, 13)]]


@given(st.lists(st.text(alphabet='«»“”" a:\n', max_size=30), min_size=1, max_size=8))
def test_any_signs_make_quotations_in_order_inside_their_alinea(lines: list[str]) -> None:
    for line, parts in zip(lines, quotations(article(*lines)) or [()] * len(lines), strict=True):
        bounds = [bound for part in parts for bound in (part.start, part.end)]
        assert bounds == sorted(bounds)
        assert all(0 <= bound <= len(line) for bound in bounds)


@pytest.mark.parametrize("sign", ["«", '"', "»", "« » ", '" : '])
def test_a_line_of_signs_takes_no_time(sign: str) -> None:
    lines = [sign * (100_000 // len(sign)), *([f"{sign} a"] * 20_000)]
    start = time.process_time()
    quotations(article(*lines))
    assert time.process_time() - start < 5


def test_renvois_in_quotation_marks_are_said_to_be() -> None:
    found = surveyed("À l'article L. 11, les mots : « à l'article L. 13 » sont remplacés par les mots : « à l'article L. 14 ».")
    assert [(each.reference.text, each.quoted, each.resolved) for each in found] == [
        ("L. 11", False, True),
        ("L. 13", True, True),
        ("L. 14", True, False),
    ]


# What introduces the quotation; the text that "article L. 13" in it is of, None for the statute itself.
INTRODUCED = [
    (["L'article L. 5 du code du sport est ainsi rédigé :"], "code du sport"),
    (["Il est réglé par l'article L. 5 du code du sport, ci-après reproduit :"], "code du sport"),
    (["Le code du sport est ainsi modifié :", ("1°", "1° L'article L. 5 est ainsi rédigé :", 1)], "code du sport"),
    (
        ["Le code du sport est ainsi modifié :", ("1°", "1° Après le deuxième alinéa, il est inséré un alinéa :", 1)],
        "code du sport",
    ),
    (["L'article L. 11 est ainsi rédigé :"], None),
    (["À l'article L. 11 du présent code, est ajouté :"], None),
    (["Pour l'application à Mayotte de l'article L. 11 :", ("1°", "1° Le premier alinéa est ainsi rédigé :", 1)], None),
    (["Sont applicables aux agents que vise le code du sport :", ("1°", "1° L'article L. 11, ainsi rédigé :", 1)], None),
    (["Les experts que nomme la loi n° 71-498 du 29 juin 1971 portent le titre :"], None),
]


@pytest.mark.parametrize(("lines", "text"), INTRODUCED)
def test_quoted_words_are_of_the_text_that_introduces_them(lines: list[str | tuple[str, str, int]], text: str | None) -> None:
    found = surveyed(*lines, "« Les haies de l'article L. 13 sont tenues. »")[-1]
    assert found.quoted
    assert found.reference.targets == (Target(text=text, article="L13"),)
    assert found.resolved == (text is None)
    assert found.standings == ("here" if text is None else "another-text",)


def test_a_number_tells_that_an_article_is_reproduced() -> None:
    lines = "Comme il est dit à l'article L. 5 du code du sport :", "« Art. L. 5.-Les haies de l'article L. 13 sont tenues. »"
    assert [target.text for each in surveyed(*lines) for target in each.reference.targets] == ["code du sport"] * 3


def test_inside_a_quoted_code_the_present_code_is_that_one() -> None:
    found = surveyed(
        "L'article L. 5 du code du sport est ainsi rédigé :", "« Voir le présent code et l'article 3 du code civil. »"
    )
    assert [each.reference.targets for each in found[1:]] == [
        (Target(text="code du sport"),),
        (Target(text="code civil", article="3"),),
    ]


def test_quoted_words_that_name_this_statute_stay_its_own() -> None:
    found = surveyed(
        "L'article 5 du code de l'artisanat, ci-après reproduit :",
        "« Voir l'article L. 13 du code du sport. »",
        title="Code du sport",
    )[-1]
    assert (found.reference.targets, found.resolved) == ((Target(article="L13"),), True)


RELATIVE = [
    ("au deuxième alinéa", Target(alinea=2)),
    ("à l'alinéa précédent", Target()),
    ("au présent article", Target()),
    ("à l'article précédent", Target()),
    ("au 3° du II", Target(item=("II", "3°"))),
]


@pytest.mark.parametrize(("words", "target"), RELATIVE)
def test_a_place_in_quoted_words_is_none_of_this_article(words: str, target: Target) -> None:
    found = surveyed("L'article L. 11 est ainsi rédigé :", f"« Les haies {words} sont tenues. »")[-1]
    assert (found.reference.targets, found.resolved, found.standings) == ((target,), False, ("unknown",))
    outside = surveyed("L'article L. 11 est ainsi rédigé :", f"Les haies {words} sont tenues.")[-1]
    assert outside.reference.targets != (target,)


def test_stray_signs_quote_nothing() -> None:
    """An article that an act inserted, its marks left: nothing introduces them."""
    found = surveyed("« Les haies du présent article sont tenues. »")[0]
    assert (found.quoted, found.resolved, found.reference.targets) == (True, True, (Target(article="L12"),))
