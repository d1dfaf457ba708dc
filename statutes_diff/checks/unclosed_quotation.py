"""Quotation marks without their partner.

What it finds: « that no » closes in its article, » that closes nothing, and an odd number of straight marks. Quotations that
run over several alinéas, each of which may begin with « as in the Journal officiel, are in order.

Why it matters: where quoted words end is not known, and with them whose words they are.

Example: "les mots : « deux mois sont remplacés".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text
    from statutes_diff.model import Article, Message

LEVEL = "warning"
_SIGNS = re.compile('[«»“”"]')
_HIGH = re.compile('["“”]')
_MEASURE = re.compile(r"\d\s?\"|''|′")
_PAIRS = {"»": "«", "”": "“"}
_AROUND = 40


class _Sign(NamedTuple):
    sign: str
    alinea: int
    at: int


def find(corpus: Corpus) -> Iterator[Found]:
    """Each sign that is alone, by article."""
    for text, place in corpus.places():
        article = place.article
        if any(_SIGNS.search(alinea.text) for alinea in article.alineas):
            straight = any('"' in alinea.text for alinea in article.alineas)
            for found in _alone(article, "«»" if straight else "«»“”"):
                message = _opens(article, found) if found.sign in "«“" else _closes(article, found)
                yield text.at(article, message, _words(article, found), found.alinea)
            if straight:
                yield from _straight(text, article)


def _opens(article: Article, found: _Sign) -> Message:
    return msg("nothing closes this quotation: “{words}”", words=_words(article, found))


def _closes(article: Article, found: _Sign) -> Message:
    return msg("nothing opens the quotation that ends here: “{words}”", words=_words(article, found))


def _alone(article: Article, signs: str) -> Iterator[_Sign]:
    """Those of ``signs`` without a partner; one that begins its alinéa inside a quotation repeats the sign that is opened."""
    opened: list[_Sign] = []
    for number, alinea in enumerate(article.alineas, 1):
        first = len(alinea.text) - len(alinea.text.lstrip(" -–—\u00a0\u202f"))
        for found in _SIGNS.finditer(alinea.text):
            sign = _Sign(found[0], number, found.start())
            if sign.sign not in signs:
                continue
            if sign.sign in "«“":
                if not (opened and sign.at == first and opened[-1].sign == sign.sign and opened[-1].alinea < number):
                    opened.append(sign)
            elif opened and opened[-1].sign == _PAIRS[sign.sign]:
                opened.pop()
            else:
                yield sign
    yield from opened


def _straight(text: Text, article: Article) -> Iterator[Found]:
    """An article in which a straight mark, or one that is mixed with them (" … ”), has no partner: it opens and closes alike, and
    says again that a quotation is open where it begins an alinéa inside one."""
    opened = 0
    for number, alinea in enumerate(article.alineas, 1):
        if _MEASURE.search(alinea.text):
            return
        for found in _HIGH.finditer(alinea.text):
            if not (opened and opened < number and not alinea.text[: found.start()].strip(" -–—\u00a0")):
                opened = 0 if opened else number
    if opened:
        yield text.at(article, msg("a straight quotation mark has no partner"), "", opened)


def _words(article: Article, found: _Sign) -> str:
    words = article.alineas[found.alinea - 1].text
    around = words[found.at : found.at + _AROUND] if found.sign in "«“" else words[max(found.at - _AROUND, 0) : found.at + 1]
    return around.replace("\n", " ").replace("\t", " ")
