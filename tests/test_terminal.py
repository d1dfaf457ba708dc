"""What a terminal would obey or hide is spelled out; everything else comes through untouched."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.terminal import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\u009b2J", r"\x9b2J"),  # the one-byte form of ESC [
        ("back\x08space", r"back\x08space"),
        ("line\rover", r"line\x0dover"),
        ("nul\x00", r"nul\x00"),
        ("del\x7f", r"del\x7f"),
        ("a\u202eb\u202c", r"a\u202eb\u202c"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("soft\u00adhyphen", r"soft\xadhyphen"),
        ("\ufeffmark", r"\ufeffmark"),
        ("word\u2060joiner", r"word\u2060joiner"),
        ("line\u2028separator", r"line\u2028separator"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("lone\udcff", r"lone\udcff"),
        ("blank\u3164letter", r"blank\u3164letter"),
    ],
)
def test_what_a_terminal_obeys_or_hides_is_spelled_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Au 3° du I de l'article L. 162-5, les mots\u00a0: «\u00a0deux mois\u00a0» sont supprimés.",
        "l’alinéa, l'œuvre, l\u2011adresse, 45\u202f000\u00a0€ – 1er — n° 2002-322 …",
        "cell\tcell\nrow",
        "e\u0301 combined, 漢字, ελληνικά, кириллица",
    ],
)
def test_law_comes_through_untouched(text: str) -> None:
    assert printable(text) == text


def test_every_character_of_unicode() -> None:
    """No control, format, private, surrogate or separator character passes; only those, the blank letters and codes that
    no character will have (Unicode, D14) are touched."""
    everything = [chr(code) for code in range(sys.maxunicode + 1)]
    unsafe = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    passed = [c for c in everything if unicodedata.category(c) in unsafe and c not in "\n\t" and printable(c) == c]
    assert passed == []
    touched = [c for c in everything if unicodedata.category(c) not in unsafe and printable(c) != c]
    none = {*range(0xFDD0, 0xFDF0), *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))}
    assert "".join(c for c in touched if ord(c) not in none) == "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    assert none <= {ord(c) for c in touched}


@given(st.text())
def test_safe_text_is_its_own_image(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert once.isprintable() or set(once) - set(filter(str.isprintable, once)) <= unprintable_but_harmless(once)


def unprintable_but_harmless(text: str) -> set[str]:
    """Python calls every space but U+0020 and every unassigned or private character unprintable; they stay."""
    return {c for c in text if c in "\n\t" or unicodedata.category(c) in ("Zs", "Co", "Cn")}


@given(st.text(), st.text())
def test_each_character_is_shown_for_itself(left: str, right: str) -> None:
    assert printable(left + right) == printable(left) + printable(right)
