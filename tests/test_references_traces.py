"""What is passed over before the grammar reads: it may cost a look too many, never a renvoi."""

from __future__ import annotations

import copy

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statutes_diff.language.tokens import tokens
from statutes_diff.language.vocabulary import act_words, named_divisions, words
from statutes_diff.references.chains import STARTERS, group, may_begin
from statutes_diff.references.lexer import lexemes
from statutes_diff.references.memory import Memory
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Pointer
from statutes_diff.references.traces import may_hold_renvois

NUMBERS = "L. R. D. A. LO L A a b II 1° bis 5 10 12-3 L.5-1 3e 1er n°2002-3 2016/679 6 mars 2002 pour 640,641 2,5 a) a. L.\n162-5"
OTHERS = "mot droit qui précède suivent ainsi que exception nouveau , . ; ( ) : — C. civ. CGI livre des procédures fiscales"
WORDS = sorted({*words(), *act_words("between"), *named_divisions(), *NUMBERS.split(" "), *OTHERS.split(" ")})


def memory() -> Memory:
    """An article that has named one of everything, so that "ledit" and "précité" lead somewhere."""
    found = Memory()
    found.alinea, found.sentence = Pointer(alinea=2), Pointer(sentence=1)
    found.articles = (Pointer(article="5"), Pointer(article="6"))
    for kind, value in words().values():
        if kind in ("ACT", "CODE"):
            found.texts[str(value).removesuffix("s")] = found.texts[str(value)] = Pointer(text="loi")
        elif kind == "DIVISION":
            found.divisions[str(value)] = Pointer(division="titre I")
    return found


FULL = memory()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), st.sampled_from(("", "upper", "capitalize")))
@example(["décret-loi", "(", "n°2002-3", "mot"], "upper")
@example(["L.\n162-5"], "")
@example(["2°", "et", "3°", "alinéas"], "")
@settings(max_examples=1500)
def test_no_renvoi_begins_where_none_is_looked_for(found: list[str], case: str) -> None:
    text = " ".join(found).replace("' ", "'")
    text = getattr(text, case)() if case else text
    lex, held = lexemes(text), may_hold_renvois(tokens(text))
    passed_over = [i for i, kind in enumerate(lex.kinds) if kind in STARTERS and not (held and may_begin(lex, i))]
    assert [i for i in passed_over if group(Phrase(lex, copy.deepcopy(FULL)), i)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Le juge peut, à la demande de la partie la plus diligente, ordonner la vente.",
        "La loi ne dispose que pour l'avenir ; elle n'a point d'effet rétroactif.",
        "Le décret est pris à titre provisoire, en partie, dans un délai de trois mois.",
        "1° Trois mille euros ;",
    ],
)
def test_what_names_no_place_is_not_read(text: str) -> None:
    assert not may_hold_renvois(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "au 2°",
        "à l'article 5",
        "le présent I",
        "la loi de finances pour 2006",
        "du code civil",
        "dans le même titre",
        "ledit décret",
    ],
)
def test_what_may_name_one_is(text: str) -> None:
    assert may_hold_renvois(tokens(text))
