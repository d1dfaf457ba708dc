"""Words to edits: each case of ``cases/words*.txt`` is read as a lawyer would read it; and the edits always rebuild.

``words-groups.txt``: which words between two changes are kept; ``words-edges.txt``: where an edit starts and ends;
``channels.txt``: what kind of change each edit is, with cases beside them that are none.
"""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.compare.words import word_diff
from statutes_diff.language.tokens import is_content, tokens
from tests.cases_reader import cases

WORDS = [
    "le",
    "la",
    "de",
    "caisse",
    "Caisse nationale",
    "L. 162-5",
    "L162-5",
    ",",
    ".",
    ";",
    "et",
    "l'",
    "n° 2002-322",
    "45 000 €",
    " ",
    "\u00a0",
    "°",
    "1°",
    "44 sexies",
    "p. 100",
    "mentionnée",
    "mentionnés",
    "(",
    ")",
    "article",
    "code rural",
    "loi n° 2002-322",
    "du 6 mars 2002",
    "relative à",
    "[*",
    "\t",
    "\n",
]
legal_text = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def shown(old: str, new: str) -> str:
    """The old text with its edits marked; the channel follows when it is not substantive."""
    pieces: list[str] = []
    at = 0
    for edit in word_diff(old, new).edits:
        pieces.append(old[at : edit.old[0]])
        pieces.append(f"[-{old[slice(*edit.old)]}-]" if edit.op != "insert" else "")
        pieces.append(f"{{+{new[slice(*edit.new)]}+}}" if edit.op != "delete" else "")
        pieces.append(f"<{edit.channel}>" if edit.channel != "substantive" else "")
        at = edit.old[1]
    return "".join(pieces) + old[at:]


READ = [case for name in ("words.txt", "words-groups.txt", "words-edges.txt", "channels.txt") for case in cases(name, 3)]


@pytest.mark.parametrize(("title", "old", "new", "expected"), READ, ids=[case[0] for case in READ])
def test_edits_read_as_a_lawyer_would_write_them(title: str, old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected, title


def test_a_rewrite_says_why() -> None:
    old, new = next((old, new) for title, old, new, _ in READ if title == "Nothing in common is one honest rewrite")
    note = word_diff(old, new).note
    assert note is not None and "too little in common" in str(note)


@pytest.mark.parametrize(
    "start", ["An alinéa cut down", "A fifth of a sentence kept", "A quarter of the words", "A sentence written anew"]
)
def test_what_is_shown_word_by_word_has_no_note(start: str) -> None:
    old, new = next((old, new) for title, old, new, _ in READ if title.startswith(start))
    assert word_diff(old, new).note is None


@given(legal_text | st.text(max_size=60), legal_text | st.text(max_size=60))
def test_old_and_edits_give_new(old: str, new: str) -> None:
    edits = word_diff(old, new).edits
    assert rebuilt(old, new, edits) == new
    old_at = new_at = 0
    for edit in edits:
        assert old[old_at : edit.old[0]] == new[new_at : edit.new[0]]
        assert edit.old[0] < edit.old[1] or edit.new[0] < edit.new[1]
        assert (edit.op == "insert") == (edit.old[0] == edit.old[1])
        assert (edit.op == "delete") == (edit.new[0] == edit.new[1])
        old_at, new_at = edit.old[1], edit.new[1]


@given(legal_text)
def test_equal_texts_have_no_edit(text: str) -> None:
    assert word_diff(text, text).edits == ()


@given(legal_text, legal_text)
def test_no_edit_starts_or_ends_inside_a_token(old: str, new: str) -> None:
    for text, side in ((old, "old"), (new, "new")):
        cut = tokens(text)
        inside = {
            at for start, end in zip(cut.starts, cut.ends, strict=False) for at in range(start + 1, end) if text[start:at].strip()
        }
        for edit in word_diff(old, new).edits:
            assert not inside & set(getattr(edit, side))


LONG = {
    "items": ("le conseil délibère ; ", "le bureau délibère ; "),
    "alternating": ("xa le conseil vote ", "ya le conseil vote "),
    "one word in two": ("le x ", "le y "),
    "numbers": ("L. 12-1, ", "L. 12-2, "),
    "brackets": ("( a ", "( b ) "),
    "cells": ("a\tb\t", "a\tc\t"),
    "lines": ("a de la\n", "b de la\n"),
    "names": ("la caisse nationale de l'assurance maladie ", "la caisse nationale de l'assurance vieillesse "),
    "suffixes": ("44 sexies A ", "44 sexies B "),
    "stops": (";,", ",;."),
    "spaces": (" " * 9, " " * 8),
    "digits": ("1", "2-"),
}


@pytest.mark.parametrize(("old", "new"), LONG.values(), ids=LONG)
def test_a_long_line_is_compared_in_bounded_time(old: str, new: str) -> None:
    """Seconds where a quadratic step would take many minutes."""
    one, other = old * (100_000 // len(old)), new * (100_000 // len(new))
    start = time.process_time()
    edits = word_diff(one, other).edits
    assert time.process_time() - start < 10
    assert rebuilt(one, other, edits) == other


def test_no_word_without_weight_is_left_between_two_replacements() -> None:
    """Whatever an alinéa's words are: between two replacements stands a stop, or a word with a meaning."""
    chance = random.Random(5)
    words = "le la de du et caisse conseil régime taux fixe prévu par chaque avis".split()
    for _ in range(300):
        old = [chance.choice(words) for _ in range(30)]
        new = [chance.choice(words) if chance.random() < 0.3 else word for word in old]
        edits = word_diff(" ".join(old), " ".join(new)).edits
        for left, right in pairwise(edits):
            kept = " ".join(old)[left.old[1] : right.old[0]].split()
            assert left.op != "replace" or right.op != "replace" or len(kept) > 4 or any(map(is_content, kept)), (old, new)
