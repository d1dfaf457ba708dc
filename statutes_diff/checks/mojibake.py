"""Characters that an encoding destroyed.

What it finds: UTF-8 read as an old encoding ("Ã©", "â€™", "Â°"), the sign of a lost character ("�"), control characters where
letters stood, and a question mark in the middle of a word ("l?article").

Why it matters: the words of the law are damaged, cannot be searched, and count as changed in every comparison.

Example: "la sÃ©curitÃ© sociale".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "error"
_DAMAGED = re.compile(
    r"Ã[\u0080-\u00bf\u0192\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122 ]"
    r"(?=\w|\s|['’.,;:)])"
    r"|Â[\u00a0-\u00bf]|â€[\u0080-\u00bf\u0153\u2122\u0161\u02dc\u201c\u201d\u00a6\u00a2]|Å\u201c|ï¿½|\ufffd"
    r"|[\x01-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]"
    r"|(?<=[a-zA-Zà-ÿ])\?(?=[a-zà-ÿ]{2})"
)
_WORD = re.compile(r"\S+")


def find(corpus: Corpus) -> Iterator[Found]:
    """Each alinéa that holds such a character, once."""
    for text, place in corpus.places():
        for number, alinea in enumerate(place.article.alineas, 1):
            damaged = None if alinea.text.isascii() and "?" not in alinea.text else _damaged(alinea.text)
            if damaged:
                around = alinea.text[max(damaged.start() - 12, 0) : damaged.end() + 12].replace("\n", " ")
                yield text.at(place.article, msg("damaged characters: “{words}”", words=around), around, number)


def _damaged(text: str) -> re.Match[str] | None:
    """The first damage outside addresses of the web, in which a question mark may stand between letters."""
    if "://" in text or "www." in text:
        text = _WORD.sub(lambda found: " " * len(found[0]) if "://" in found[0] or "www." in found[0] else found[0], text)
    return _DAMAGED.search(text)
