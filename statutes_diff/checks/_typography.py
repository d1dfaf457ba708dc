"""How a text prints its apostrophes and the spaces beside its punctuation: what most of it does, and what differs.

Shared by the rules that say so and by ``--fix``, so that what is said and what is mended are the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import Alinea, Message

APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
# Before a high sign: no space, a space, a no-break space or a narrow one. A colon between digits or in an address is none.
SPACED = re.compile(r"(?<=[\w)\]»\"”°%’'.])(?P<space>[ \u00a0\u202f]?)(?P<sign>[;:!?])(?=\s|$)")
LOW = re.compile(r"(?<=[^\W\d_])[ \u00a0\u202f]+(?=[,.](?:\s|$))(?!\.\.)")
_MOST = 0.8  # share of a form from which on it is the text's way and all else differs from it


class Habits(NamedTuple):
    """What a text does: its apostrophe, and for each sign the space before it; nothing where it has no way of its own."""

    apostrophe: str
    spaces: dict[str, str]


class Slip(NamedTuple):
    """A range of a line that differs from the text's way, and what stands in its place elsewhere."""

    start: int
    end: int
    usual: str


def habits(texts: Iterable[str]) -> Habits:
    """The habits of a text, told from all its words."""
    apostrophes: Counter[str] = Counter()
    spaces: dict[str, Counter[str]] = {}
    for text in texts:
        apostrophes.update(APOSTROPHE.findall(text))
        for space, sign in SPACED.findall(text):
            spaces.setdefault(sign, Counter())[space] += 1
    return Habits(_usual(apostrophes), {sign: _usual(found) for sign, found in spaces.items()})


def _usual(found: Counter[str]) -> str:
    """The form of nearly all; "" where there is none, which is also no space."""
    form, count = found.most_common(1)[0] if found else ("", 0)
    return form if count >= _MOST * found.total() else ""


def apostrophes(text: str, usual: Habits) -> Iterator[Slip]:
    """The apostrophes that are not the text's."""
    if usual.apostrophe:
        yield from (Slip(*found.span(), usual.apostrophe) for found in APOSTROPHE.finditer(text) if found[0] != usual.apostrophe)


def punctuation(text: str, usual: Habits) -> Iterator[Slip]:
    """Spaces that lack before a high sign or are of another kind than the text's, and spaces before a comma or a stop."""
    for found in SPACED.finditer(text):
        habit = usual.spaces.get(found["sign"], "")
        if habit and found["space"] != habit:
            yield Slip(*found.span("space"), habit)
    yield from (Slip(*found.span(), "") for found in LOW.finditer(text))


def slipping(
    corpus: Corpus,
    slips_of: Callable[[Alinea, Habits], Iterable[Slip]],
    said: Callable[[int, str], Message],
    *,
    before: int,
    after: int,
) -> Iterator[Found]:
    """Each alinéa with slips, once: how many there are, and the words around the first, so many characters of them."""
    for text in corpus.texts:
        for place in text.places:
            for number, alinea in enumerate(place.article.alineas, 1):
                slips = list(slips_of(alinea, text.habits))
                if slips:
                    words = alinea.text[max(slips[0].start - before, 0) : slips[0].end + after].replace("\n", " ")
                    yield text.at(place.article, said(len(slips), words), words, number)
