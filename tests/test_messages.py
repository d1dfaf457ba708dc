"""The French catalogue: whole, in step with the code, with the same values to put in, and in French typography.

French is what lawyers read. A sentence that falls back to English is a fault, and so is a space before a semicolon
that lets it start a line.
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator

import pytest

from statutes_diff.messages import N_, msg, ngettext, plural, speaking, translated
from statutes_diff.messages import _ as translate
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import messages  # tools/messages.py

FRENCH = messages.translations(messages.CATALOGUE)
EXTRACTED = messages.extracted()
SAID = [message for message in EXTRACTED if message.id]
MISSING = "run `make messages`, then translate what it lists"


def forms(message: object) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    found = message.string  # type: ignore[attr-defined]
    return tuple(found) if isinstance(found, (tuple, list)) else (found,)


def placeholders(text: str) -> set[str]:
    """The names of the values that a sentence has room for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def translations() -> Iterator[tuple[str, str]]:
    """Every sentence of the catalogue with each of its French forms."""
    for message in FRENCH:
        if message.id:
            identity = message.id if isinstance(message.id, str) else message.id[0]
            yield from ((identity, form) for form in forms(message))


def breaches(pattern: str) -> list[str]:
    """The French sentences in which a pattern occurs."""
    return [form for _, form in translations() if re.search(pattern, form)]


def test_every_sentence_of_the_code_is_in_french() -> None:
    lacking = [message.id for message in SAID if message.id not in FRENCH or not messages.is_translated(FRENCH[message.id])]
    assert lacking == [], MISSING


def test_singular_and_plural_are_both_there() -> None:
    plurals = [message for message in SAID if message.pluralizable]
    assert plurals
    assert [message.id for message in plurals if message.id not in FRENCH or len(forms(FRENCH[message.id])) != 2] == []


def test_no_sentence_is_left_over() -> None:
    assert [message.id for message in FRENCH if message.id and message.id not in EXTRACTED] == [], MISSING
    assert list(FRENCH.obsolete) == []


def test_nothing_is_half_done() -> None:
    assert [message.id for message in FRENCH if message.id and message.fuzzy] == []
    assert not FRENCH.fuzzy


def test_the_values_are_the_same_in_both_languages() -> None:
    wrong = []
    for message in FRENCH:
        if not message.id or not messages.is_translated(message):
            continue
        english = message.id if isinstance(message.id, str) else message.id[-1]
        # A singular may leave the number out: « un alinéa ».
        optional = set() if isinstance(message.id, str) else {"n"} | placeholders(message.id[0]) ^ placeholders(message.id[1])
        wrong += [form for form in forms(message) if (placeholders(form) ^ placeholders(english)) - optional]
    assert wrong == []


def test_the_plural_rule_is_french() -> None:
    assert FRENCH.num_plurals == 2
    assert FRENCH.plural_expr.strip("()").replace(" ", "") == "n>1"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r" [:;!?»%]", "an ordinary space where a no-break space belongs"),
        (r"« |«(?![\u00a0\u202f])", "« is followed by a no-break space"),
        (r"(?<![\u00a0\u202f])»", "» is preceded by a no-break space"),
        (r"(?<=[a-zé})])[;!?](?=\s|$)", "; ! ? are preceded by a no-break space"),
        (r"(?<=[a-zé})]):(?=\s)", ": is preceded by a no-break space"),
        (r"[“”]", "French quotes are « and »"),
        (r"\.\.\.", "an ellipsis is one character: …"),
        (r"  +", "two spaces"),
    ],
)
def test_french_typography(pattern: str, why: str) -> None:
    assert breaches(pattern) == [], why


def test_one_apostrophe_throughout() -> None:
    assert not (breaches("[a-zA-Z]'[a-zA-Zéêèà{]") and breaches("’")), "either ' or ’, not both"


def test_every_translation_can_be_filled_in() -> None:
    for english, french in translations():
        french.format(**dict.fromkeys(placeholders(english) | placeholders(french), ""))


def test_the_extractor_finds_each_way_of_saying_something() -> None:
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in SAID}
    assert "standard output" in ids  # _
    assert "Missing argument" in ids  # N_
    assert "cannot be read: {reason}" in ids  # msg
    assert "Got unexpected extra argument ({args})" in ids  # plural
    assert "Tell what changed from OLD to NEW, article by article and alinéa by alinéa." in ids  # a command's docstring


def test_a_sentence_speaks_the_language_in_force() -> None:
    message = msg("cannot be read: {reason}", reason="x")
    with speaking("en"):
        assert translated(message) == "cannot be read: x"
    with speaking("fr"):
        assert translated(message) != "cannot be read: x"
        assert translate("OLD") == "ANCIEN"
    assert str(message) == "cannot be read: x"
    assert N_("OLD") == "OLD"


@pytest.mark.parametrize(
    ("n", "english", "french"), [(0, "arguments", "Argument "), (1, "argument", "Argument "), (2, "arguments", "Arguments ")]
)
def test_zero_is_plural_in_english_and_singular_in_french(n: int, english: str, french: str) -> None:
    one, many = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    with speaking("en"):
        assert f"{english} (" in ngettext(one, many, n)
    with speaking("fr"):
        assert ngettext(one, many, n).startswith(french)
        assert translated(plural(one, many, n, args="")).startswith(french)
