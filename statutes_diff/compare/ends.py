"""The alinéas at both ends of a passage, where each stands in its text, and passages that may be read as pairs
(``Passage.whole``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from statutes_diff.model import AlineaPair, Article, ArticlePair, Passage, Place, Side, Span

End: TypeAlias = tuple[str, int, int]  # a side, an article by identity, the number of one of its alinéas


def as_pair(passage: Passage) -> ArticlePair:
    """A whole passage as the pair that it may be read as: its alinéas alone, moved from one article to the other."""
    alineas = AlineaPair("moved", passage.old_alineas, passage.new_alineas, passage.edits)
    return ArticlePair("modified", passage.old, passage.new, "similar", passage.score, None, (alineas,))


def apart(found: Iterable[Passage]) -> frozenset[End]:
    """The alinéas that whole passages hold: no loss in their old article, and no gain in their new one."""
    return frozenset(end for passage in found if passage.whole for end in both_ends(passage))


def both_ends(passage: Passage) -> Iterator[End]:
    """The alinéas of a passage, on both sides."""
    yield from ends("old", passage.old, passage.old_alineas)
    yield from ends("new", passage.new, passage.new_alineas)


def ends(side: Side, place: Place | None, alineas: Iterable[int]) -> Iterator[End]:
    """Some alinéas of an article, each as an end."""
    return ((side, id(place.article), index) for index in alineas if place)


def ranges(article: Article, alineas: Iterable[int]) -> Iterator[tuple[int, Span]]:
    """Some alinéas of an article, each with where it stands in the text that they are together, a new line between two."""
    start = 0
    for index in alineas:
        end = start + len(article.alineas[index - 1].text)
        yield index, (start, end)
        start = end + 1
