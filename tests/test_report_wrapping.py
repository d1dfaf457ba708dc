"""Where lines break: the quick way and the one that measures every word agree, and what is called usual takes one column."""

from __future__ import annotations

import re
import sys
import time

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from statutes_diff.reports._terminal import wrapping as _wrapping
from statutes_diff.reports._terminal.wrapping import columns, freed, held, lines

WORDS = ("le", "maire,", "L. 162-5", "l’article", "2 mois", "«\u00a0décision\u00a0»", "", " ", "ordonnancement" * 3, "—")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def test_usual_characters_take_one_column() -> None:
    usual = re.sub(_wrapping._UNUSUAL.pattern, "", "".join(map(chr, range(sys.maxunicode + 1))))
    assert len(usual) > 1_000
    assert [character for character in usual if cell_len(character) != 1] == []
    assert [character for character in usual if character.isspace()] == [" "]


@given(TEXTS, st.integers(8, 90))
def test_both_ways_break_alike(text: str, room: int) -> None:
    words = held(text)
    assert _wrapping._breaks(words, room) == _wrapping._measured(words, room)


@given(st.text("aé 日\u0301\n\u2003L.1", max_size=80), st.integers(2, 30))
def test_lines_hold_the_whole_text_and_fit(text: str, room: int) -> None:
    words = held(text)
    found = [words[start:end] for start, end in lines(words, room)]
    assert "".join(found) == words.replace("\n", "")
    assert max(columns(line.rstrip()) for line in found) <= room


@given(TEXTS)
def test_held_text_comes_back(text: str) -> None:
    assert freed(held(text)) == text
    assert len(held(text)) == len(text)


def test_a_long_line_is_broken_in_linear_time() -> None:
    def seconds(size: int) -> float:
        text = held("les mots du texte " * (size // 18))
        start = time.process_time()
        list(lines(text, 80))
        return time.process_time() - start

    seconds(10_000)
    assert min(seconds(1_000_000) for _ in range(3)) < max(40 * min(seconds(100_000) for _ in range(3)), 0.3)
