"""Words to edits: each case of ``cases/words.txt`` is read as a lawyer would read it; and the edits always rebuild."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.compare.words import word_diff
from statutes_diff.language.tokens import tokens
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


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("words.txt", 3))
def test_edits_read_as_a_lawyer_would_write_them(title: str, old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected, title


def test_a_rewrite_says_why() -> None:
    _, old, new, _ = cases("words.txt", 3)[-1]
    note = word_diff(old, new).note
    assert note is not None and "too little in common" in str(note)


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


def test_a_long_alinea_is_compared_in_bounded_time() -> None:
    old = "le conseil délibère ; " * 5_000
    new = "le bureau délibère ; " * 5_000
    assert rebuilt(old, new, word_diff(old, new).edits) == new
