r"""Text from anywhere, made safe to show: what a terminal would obey or hide is spelled out instead.

A law file can hold ``ESC ]0;…`` (a terminal's title), a bidi override that shows words in another order than they stand,
or a zero-width space that makes two equal-looking words differ. All of them come out as ``\x1b``, ``\u202e``, ``\u200b``.
Every report for people and every error line passes through ``printable``; machine formats have their own escapes.
"""

from __future__ import annotations

import re
import unicodedata

# Everything outside these ranges is looked up; none of them holds a control or format character (tests/test_terminal.py).
# Tab, newline, the no-break space and its narrow sister are part of how French law is printed.
_SUSPECT = re.compile("[^\\n\\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0400\u2010-\u2027\u202f-\u205f\u2070-\u20cf]")
# Control, format, surrogate, line and paragraph separators: obeyed or not seen. Private use: no shape of its own.
_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Letters and marks that show nothing at all, so that words with them look like words without.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def printable(text: str) -> str:
    """The text with its unsafe characters as visible escapes; safe text comes back as it is."""
    return _SUSPECT.sub(_shown, text)


def named(words: str) -> str:
    """A name as errors tell it: in quotation marks where it shows nothing, as that of a variable that was never set."""
    return words if words.strip() else f"'{words}'"


def _is_none(code: int) -> bool:
    """True for a code that no character will ever have; XML refuses some of them."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _shown(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    if unicodedata.category(character) not in _UNSAFE and character not in _BLANK and not _is_none(code):
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
