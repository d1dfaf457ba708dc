"""Articles of two statutes to pairs: by number and text together.

The ugly case that this module exists for: in 1996 the old L. 183-1 became L. 184-1 while a new L. 183-1 came. A number whose
text now stands elsewhere, word for word, is not a match.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from statutes_diff.model import Article, How, Place

TELLING = 60


@dataclass(frozen=True, slots=True)
class Couple:
    """Indices of an old and a new article that belong together, None where a side is missing."""

    old: int | None
    new: int | None
    how: How


def couples(olds: list[Place], news: list[Place]) -> list[Couple]:
    """Pair all articles, each exactly once; in the order of the new text, old ones without a partner at their old place."""
    partner = _equal(olds, news)
    hows: dict[int, How] = dict.fromkeys(partner, "number")
    for how, step in (("text", _reused), ("number", _numbered), ("text", _same_text)):
        taken = set(partner.values())
        left = [i for i in range(len(olds)) if i not in partner]
        free = [j for j in range(len(news)) if j not in taken]
        for i, j in step(olds, news, left, free):
            partner[i], hows[i] = j, cast(How, how)
    return _in_new_order(len(olds), len(news), partner, hows)


def _holders(places: list[Place], indices: Iterable[int]) -> defaultdict[str, list[int]]:
    """Number → the articles that bear it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in indices:
        found[places[index].article.number].append(index)
    return found


def _equal(olds: list[Place], news: list[Place]) -> dict[int, int]:
    """Articles of the same number and text: settled before anything else is weighed."""
    held: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
    for j, place in enumerate(news):
        held[_identity(place)].append(j)
    found: dict[int, int] = {}
    for i, place in enumerate(olds):
        candidates = held.get(_identity(place))
        if candidates and same_text(place.article, news[candidates[0]].article):
            found[i] = candidates.popleft()
    return found


def _identity(place: Place) -> tuple[str, str]:
    return place.article.number, place.article.text


def same_text(old: Article, new: Article) -> bool:
    """True when two articles hold the same alinéas, to the code point."""
    if old.alineas is new.alineas:
        return True
    return len(old.alineas) == len(new.alineas) and all(a.text == b.text for a, b in zip(old.alineas, new.alineas, strict=True))


def _numbered(olds: list[Place], news: list[Place], left: list[int], free: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of the same number, duplicates in order."""
    held = {number: iter(indices) for number, indices in _holders(news, free).items()}
    for i in left:
        j = next(held.get(olds[i].article.number, iter(())), None)
        if j is not None:
            yield i, j


def _telling(place: Place) -> str:
    """An article's text when it is long enough to be told by, else empty ("(Abrogé)" stands everywhere)."""
    text = place.article.text
    return text if len(text) >= TELLING else ""


def _texts(places: list[Place], indices: Iterable[int]) -> dict[str, int]:
    """Text → index, for telling texts that stand in one place only."""
    found: dict[str, int] = {}
    often: set[str] = set()
    for index in indices:
        text = _telling(places[index])
        if text in found:
            often.add(text)
        found[text] = index
    return {text: index for text, index in found.items() if text and text not in often}


def _reused(olds: list[Place], news: list[Place], left: list[int], free: list[int]) -> Iterator[tuple[int, int]]:
    """Articles whose words now stand under another number, where a pair by number would say otherwise: the old number now
    holds other words (L. 183-1 given away), or the new one held other words (L. 9 moved up to L. 8, which is gone)."""
    given = {news[j].article.number for j in free}
    taken = {olds[i].article.number for i in left}
    new_texts = _texts(news, free)
    for text, i in _texts(olds, left).items():
        j = new_texts.get(text)
        if j is None or news[j].article.number == olds[i].article.number:
            continue
        if olds[i].article.number in given or news[j].article.number in taken:
            yield i, j


def _same_text(olds: list[Place], news: list[Place], left: list[int], free: list[int]) -> Iterator[tuple[int, int]]:
    """Articles whose text stands word for word under another number."""
    new_texts = _texts(news, free)
    for text, i in _texts(olds, left).items():
        if text in new_texts:
            yield i, new_texts[text]


def _in_new_order(olds: int, news: int, partner: dict[int, int], hows: dict[int, How]) -> list[Couple]:
    """Couples in the order of the new text; an old article alone follows the nearest old one before it that has a partner."""
    source = {j: i for i, j in partner.items()}
    after: defaultdict[int, list[Couple]] = defaultdict(list)
    anchor = -1
    for i in range(olds):
        if i in partner:
            anchor = partner[i]
        else:
            after[anchor].append(Couple(i, None, "none"))
    listed = list(after[-1])
    for j in range(news):
        old = source.get(j)
        listed.append(Couple(old, j, hows[old] if old is not None else "none"))
        listed += after[j]
    return listed
