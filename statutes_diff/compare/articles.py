"""Articles of two statutes to pairs: by number and text together.

The ugly case that this module exists for: in 1996 the old L. 183-1 became L. 184-1 while a new L. 183-1 came. A number whose
text now stands elsewhere, word for word, is not a match.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from statutes_diff.model import How, Place

TELLING = 60


@dataclass(frozen=True, slots=True)
class Couple:
    """Indices of an old and a new article that belong together, None where a side is missing."""

    old: int | None
    new: int | None
    how: How


def couples(olds: list[Place], news: list[Place]) -> list[Couple]:
    """Pair all articles, each exactly once; in the order of the new text, old ones without a partner at their old place."""
    by_text = _reused(olds, news)
    partner = dict(by_text)
    taken = set(by_text.values())
    for i, j in _numbered(olds, news):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    hows: dict[int, How] = {i: "text" if i in by_text else "number" for i in partner}
    for i, j in _same_text(olds, news, set(partner), taken):
        partner[i], hows[i] = j, "text"
    return _in_new_order(len(olds), len(news), partner, hows)


def _numbered(olds: list[Place], news: list[Place]) -> list[tuple[int, int]]:
    """Pairs of the same number; of duplicates, first those of equal text, then in order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, place in enumerate(news):
        holders[place.article.number].append(j)
    found: list[tuple[int, int]] = []
    late: list[int] = []
    for i, place in enumerate(olds):
        held = holders.get(place.article.number, [])
        equal = next((j for j in held if news[j].article.text == place.article.text), None) if len(held) > 1 else None
        if equal is None:
            late.append(i)
        else:
            held.remove(equal)
            found.append((i, equal))
    for i in late:
        held = holders.get(olds[i].article.number, [])
        if held:
            found.append((i, held.pop(0)))
    return found


def _telling(place: Place) -> str:
    """An article's text when it is long enough to be told by, else empty ("(Abrogé)" stands everywhere)."""
    text = place.article.text
    return text if len(text) >= TELLING else ""


def _texts(places: list[Place]) -> dict[str, int]:
    """Text → index, for texts that stand in one place only."""
    found: dict[str, int] = {}
    often: set[str] = set()
    for index, place in enumerate(places):
        text = _telling(place)
        if text in found:
            often.add(text)
        found[text] = index
    return {text: index for text, index in found.items() if text and text not in often}


def _reused(olds: list[Place], news: list[Place]) -> dict[int, int]:
    """Old articles whose number now holds other words while their own words stand under another number."""
    new_texts = _texts(news)
    old_texts = _texts(olds)
    numbers = {place.article.number: place.article.text for place in news}
    found: dict[int, int] = {}
    for text, i in old_texts.items():
        j = new_texts.get(text)
        number = olds[i].article.number
        if j is not None and news[j].article.number != number and numbers.get(number, text) != text:
            found[i] = j
    return found


def _same_text(olds: list[Place], news: list[Place], paired: set[int], taken: set[int]) -> list[tuple[int, int]]:
    """Articles without a partner whose text stands word for word under another number."""
    free = {text: j for text, j in _texts(news).items() if j not in taken}
    found: list[tuple[int, int]] = []
    for i, place in enumerate(olds):
        if i not in paired and _telling(place) in free:
            found.append((i, free.pop(_telling(place))))
    return found


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
