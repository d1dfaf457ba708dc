"""What makes two pieces of text the same words in other typography.

Text is kept verbatim everywhere; only the keys made here are normalised. The folds are the changes that consolidators
make silently: apostrophes, quotation marks, hyphens, ligatures, kinds of space, accents on capitals.
"""

from __future__ import annotations

import functools
import re
import unicodedata

APOSTROPHES = "'’‘ʼ´`"
HYPHENS = "-‐‑‒–—―−"
QUOTES = '"«»“”„‟'
SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003"
CAPITALS = "ÀÂÄÁÃÉÈÊËÎÏÍÔÖÓÕÙÛÜÚÇÑŸ"

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_FOLDS = {
    **dict.fromkeys(INVISIBLE, ""),
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(QUOTES, '"'),
    **dict.fromkeys(SPACES, " "),
    **{c: unicodedata.normalize("NFD", c)[0] for c in CAPITALS},
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "…": "...",
}
# Few characters of a text are folded: to look for those is ten times faster than to translate each.
_FOLDED = re.compile(f"[{''.join(re.escape(c) for c, fold in _FOLDS.items() if c != fold)}]")


def folded(text: str) -> str:
    """The text with its typography folded: equal results mean equal words."""
    if text.isascii():
        return text.replace("`", "'")
    return _FOLDED.sub(_fold, unicodedata.normalize("NFC", text))


def _fold(found: re.Match[str]) -> str:
    return _FOLDS[found[0]]


class _Plain(dict[int, str]):
    """For ``str.translate``: each character without its accents, told once."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = plain = "".join([c for c in parts if not unicodedata.combining(c)])
        return plain


_PLAIN = _Plain()


@functools.lru_cache(maxsize=16384)  # asked of words mostly, and of the same ones
def unaccented(text: str) -> str:
    """Folded, lower case, without accents: for names typed by people and for headings in capitals."""
    small = folded(text).lower()
    return small if small.isascii() else small.translate(_PLAIN)
