"""Articles that break off, or begin in the middle of a sentence.

What it finds: an article whose last words must be followed by others ("de la", a comma), and one that begins with a small
letter; also the halves of an alinéa that a page break had parted, which were joined to be read.

Why it matters: words were lost when the text was copied, or an alinéa was cut in two, and then every alinéa behind it counts
wrong.

Example: an article that ends with "le ministre chargé de la".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.language.markers import markers
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text
    from statutes_diff.model import Alinea, Article

LEVEL = "warning"
_JOINED = ("page-break",)
_OPEN = re.compile(
    r"(?:[,(«-]|(?<=\s)(?:de|du|des|la|le|les|et|ou|à|au|aux|par|en|un|une|dans|pour|que|qui|sur|d['’]|l['’]))\s*$"
)


def find(corpus: Corpus) -> Iterator[Found]:
    """By article, then what the readers had to join."""
    for text, place in corpus.places():
        if place.article.alineas:
            yield from _article(text, place.article)
    for text in corpus.texts:
        yield from (text.noted(note) for note in text.statute.notes if note.code in _JOINED)


def _article(text: Text, article: Article) -> Iterator[Found]:
    first, last = article.alineas[0], article.alineas[-1]
    if not first.table and first.text[:1].islower() and not markers(first.text)[0]:
        words = first.text[:40]
        yield text.at(article, msg("begins in the middle of a sentence: “{words}”", words=words), words, 1)
    if not last.table and _breaks_off(last):
        words = last.text[-40:]
        yield text.at(article, msg("breaks off: “{words}”", words=words), words, len(article.alineas))


def _breaks_off(alinea: Alinea) -> bool:
    """True for a sentence that ends with a word that another one must follow, or a long one that has no stop."""
    return _OPEN.search(alinea.text[-30:]) is not None and len(alinea.text) > 3
