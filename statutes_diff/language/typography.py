"""What makes two pieces of text the same words in other typography.

Text is kept verbatim everywhere; only the keys made here are normalised. The folds are the changes that consolidators
make silently: apostrophes, quotation marks, hyphens, ligatures, kinds of space, accents on capitals.
"""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’‘ʼ´`"
HYPHENS = "-‐‑‒–—―−"
QUOTES = '"«»“”„‟'
SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003"
CAPITALS = "ÀÂÄÁÃÉÈÊËÎÏÍÔÖÓÕÙÛÜÚÇÑŸ"

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_FOLD = str.maketrans(
    {
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
)


def folded(text: str) -> str:
    """The text with its typography folded: equal results mean equal words."""
    if text.isascii():
        return text.replace("`", "'")
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_FOLD)


def unaccented(text: str) -> str:
    """Folded, lower case, without accents: for names typed by people and for headings in capitals."""
    plain = unicodedata.normalize("NFD", folded(text).lower())
    return "".join(c for c in plain if not unicodedata.combining(c))
