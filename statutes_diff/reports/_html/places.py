"""Places in the program's own sentences, as links: ``art. L. 162-5, al. 2`` leads to that alinéa where the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.language.numbers import article_key
from statutes_diff.language.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Locus, Side
    from statutes_diff.reports._html.anchors import Anchors

# As ``language.citation`` and ``_places`` write them: a number ends before a comma, a bracket or a word.
# "al. 4, 7 and 9 others": the last is no alinéa, but how many more places there are.
_LIST = r"\d{1,5}(?:(?:, | and | et | to | à )\d{1,5}(?!\d| others?\b| autres?\b))*(?!\d)"
_PLACE = late(
    r"\bart\.\s(?P<number>[LRDA]\S{0,4}\s?\d[\d-]{0,30}(?:\s[A-Z])?|\d[\d-]{0,30}|\S{1,40}?)"
    rf"(?:, al\.\s(?P<alineas>{_LIST}))?(?![\w-])"
)
_OWN = late(rf"\bal\.\s(?P<alineas>{_LIST})")
_MORE = late(r"\d+")

_Where: TypeAlias = "tuple[Sequence[Locus], Sequence[Locus]]"
Linked: TypeAlias = tuple[str, str]  # words, and where they lead; "" for nowhere


def linked(words: str, anchors: Anchors, where: _Where, home: str | None) -> list[Linked]:
    """The sentence cut where its places begin and end. ``where``: the places that it is about, in the old and the new version;
    ``home``: the article that it need not name."""
    return list(_cut(words, anchors, where, home))


def _cut(words: str, anchors: Anchors, where: _Where, home: str | None) -> Iterator[Linked]:
    at = 0
    for found in (_PLACE if home is None else _OWN).finditer(words):
        number = article_key(found["number"]) if home is None else home
        for start, end, alinea in _parts(found):
            if href := _href(anchors, number, alinea, where):
                yield words[at:start], ""
                yield words[start:end], f"#{href}"
                at = end
    yield words[at:], ""


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """The article with its first alinéa, then each other alinéa of the list: where the words stand, and the number."""
    if found["alineas"] is None:
        yield found.start(), found.end(), 0
        return
    first, *others = _MORE.finditer(found.string, *found.span("alineas"))
    yield found.start(), first.end(), int(first[0])
    yield from ((other.start(), other.end(), int(other[0])) for other in others)


def _href(anchors: Anchors, number: str, alinea: int, where: _Where) -> str:
    """The place in the version that the finding speaks of: the new one, unless it names the place in the old one alone."""
    old, new = ([locus for locus in loci if locus.article == number and alinea in (0, locus.alinea)] for loci in where)
    sides: tuple[Side, Side] = ("new", "old") if new or not old else ("old", "new")
    for side in sides:
        if here := anchors.alineas.get((side, number, alinea)) or anchors.article(side, number):
            return here
    return ""
