"""Whether a text would hold an article if the article existed: an excerpt lacks what stands outside it, and that is no fault.

A text of which the articles that it cites itself are missing by the dozen is an excerpt, and nothing is said of any.
A text that starts at its beginning (article 1, L. 1, L. 111-1) and has few holes is taken for whole, save for the books of a code
beyond its last one. Any other is an excerpt: it would hold only what stands between two of its neighbours.
"""

from __future__ import annotations

import bisect
import functools
import re
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import number_order

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Text
    from statutes_diff.references.outline import Order

_NUMBER = re.compile(r"(?P<letters>LO|[LRDA]?)(?P<first>\d{1,5})")
_FIRST = re.compile(r"(?:[01]{1,4})(?:-[01])?")
_BOOKS = 3  # digits of a number whose first digit is that of a book ("L. 162-5": livre Ier)
_DENSE = 0.6  # share of the numbers up to the last one of each stem that the text holds
_FEW, _MANY = 5, 0.15  # missing articles, and their share of those cited, that a whole text may have
_FEWEST = 20  # articles of a text that can be told from an excerpt


def covers(text: Text, number: str) -> bool:
    """True when the text lacks this article because there is none."""
    if text.whole is not None:
        return text.whole
    found = _NUMBER.match(number)
    series = _series(text).get(found["letters"]) if found else None
    if found is None or series is None or is_excerpt(text):
        return False
    order = number_order(number)
    at = bisect.bisect_left(series, order)
    if (
        0 < at < len(series)
        and len(series) >= _FEWEST
        and _dense(text, found["letters"])
        and _beside(series[at - 1], order)
        and _beside(order, series[at])
    ):
        return True
    whole = _starts(text, found["letters"]) and _dense(text, found["letters"])
    return whole and (at < len(series) or _same_book(series, found["first"]))


@functools.lru_cache(maxsize=64)
def is_excerpt(text: Text) -> bool:
    """True when a text lacks so many of the articles that it cites itself that it cannot be whole."""
    if text.whole is not None:
        return not text.whole
    cited = {
        target.article
        for _place, found in text.references
        for target in found.reference.targets
        if target.text is None and target.article and _letters(target.article) in _series(text)
    }
    missing = sum(text.outline.article(number) is None for number in cited)
    return missing > _FEW and missing > _MANY * len(cited)


def _same_book(series: list[Order], first: str) -> bool:
    """True for a number that may follow the last one: of its book, where numbers have books."""
    last = str(series[-1][0][1] if series[-1][0][0] == 1 else series[-1][1][1])
    return len(first) < _BOOKS or (len(last) == len(first) and last[0] == first[0])


def _beside(one: Order, other: Order) -> bool:
    """True for numbers of one chapter, or of neighbouring ones."""
    first, second = ([part[1] for part in order if part[0] == 1] for order in (one, other))
    return bool(first) and bool(second) and second[0] - first[0] <= 2


@functools.lru_cache(maxsize=64)
def _series(text: Text) -> dict[str, list[Order]]:
    """The numbers of a text in order, by their letters."""
    found: dict[str, list[Order]] = {}
    for number in text.outline.numbers:
        matched = _NUMBER.match(number)
        if matched:
            found.setdefault(matched["letters"], []).append(number_order(number))
    return {letters: sorted(numbers) for letters, numbers in found.items()}


@functools.lru_cache(maxsize=64)
def _dense(text: Text, letters: str) -> bool:
    """True when the numbers of a series nearly always count on: of an article's neighbours few are missing."""
    held = [re.findall(r"\d+", number) for number in text.outline.numbers if _letters(number) == letters]
    stems: dict[tuple[str, ...], set[int]] = {}
    for *stem, last in held:
        stems.setdefault(tuple(stem), set()).add(int(last))
    there = sum(len(numbers) for numbers in stems.values())
    room = sum(max(numbers) - min(min(numbers), 1) + 1 if stem else len(numbers) for stem, numbers in stems.items())
    return there >= _DENSE * room


def _letters(number: str) -> str | None:
    found = _NUMBER.match(number)
    return found["letters"] if found else None


@functools.lru_cache(maxsize=64)
def _starts(text: Text, letters: str) -> bool:
    """True when a series starts at its beginning."""
    first = min((number for number in text.outline.numbers if _letters(number) == letters), key=number_order)
    return _FIRST.fullmatch(first[len(letters) :]) is not None
