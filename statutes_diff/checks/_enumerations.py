"""The items of an article as the lists that they form, and where a list does not count on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.markers import Marker, markers
from statutes_diff.language.numbers import LATIN, roman_value
from statutes_diff.references.quotes import quotations

if TYPE_CHECKING:
    from statutes_diff.model import Article

_WORDS = re.compile(r"([0-9]+|[A-Za-z]+)\s?°?\s?(.*)")
_RANGES = {
    "degree": re.compile(r"(?:à|et|au)\s+(\d{1,3})\s?°"),
    "roman": re.compile(r"(?:à|et|au)\s+([IVXLC]{1,7})\b(?!['’])"),
    "letter": re.compile(r"(?:à|et|au)\s+([a-z])\s?[).]"),
    "number": re.compile(r"(?:à|et|au)\s+(\d{1,3})\s?[).]"),
}
_NO_ITEM = re.compile(r"\s*(?:\d{1,3}\s+[-–—]|\(?\d{1,3}\)\s|\d{1,3}\.\s?\d)")
_FARTHEST = 20  # numbers that may be missing in a list; beyond it is no list
_ADDED = re.compile(rf"[.) ]{{0,3}}({'|'.join(LATIN)})\b")
_ROMAN = frozenset(("roman", "small-roman"))


class Item(NamedTuple):
    """A marker as its list counts it: its place from 1, and what is added to it ("bis", "A")."""

    series: str
    value: int
    extra: str
    last: int
    words: str


class Break(NamedTuple):
    """Where a list does not count on: the alinéa (from 1), the item before and the item that stands there."""

    alinea: int
    before: Item
    after: Item


def breaks(article: Article) -> Iterator[Break]:
    """Each item that skips one, comes twice or goes back in its list; a list that starts anew is another list. Quoted items are
    another text's."""
    lists: list[Item] = []
    quoted = quotations(article)
    for number, alinea in enumerate(article.alineas, 1):
        if quoted and any(part.start <= 1 < part.end for part in quoted[number - 1]):
            continue
        chain, end = ([], 0) if alinea.table or _is_none(alinea.text) else markers(alinea.text)
        if not chain and alinea.depth == 0:
            lists.clear()
        for at, marker in enumerate(chain):
            inner = at == len(chain) - 1
            item = _item(marker, alinea.text[end:] if inner else "", lists)
            if item and not (not inner and _repeats(item, lists)):
                yield from _entered(number, item, lists)


def _repeats(item: Item, lists: list[Item]) -> bool:
    """True for the outer marker of "II. - 2°" inside the II: it is said again, and its list goes on."""
    return any(known.series == item.series and known.value == item.value and known.extra == item.extra for known in lists)


def _is_none(text: str) -> bool:
    """True for what only looks like an item: a blank to fill in ("L....... s'engage"), a code ("77 - Seine-et-Marne"), a note
    ("(13) applicable"), a number in decimals ("1. 3. Les institutions")."""
    return ".." in text[:12] or _NO_ITEM.match(text) is not None


def _entered(number: int, item: Item, lists: list[Item]) -> Iterator[Break]:
    """Put an item into its list; what stands deeper closes."""
    for at, before in enumerate(lists):
        if before.series == item.series:
            del lists[at:]
            if not _follows(before, item) and item.value != 1 and item.value - before.last <= _FARTHEST:
                yield Break(number, before, item)
            break
    lists.append(item)


def _follows(before: Item, item: Item) -> bool:
    if item.value == before.last + 1:
        return True
    if item.value == before.last:
        return item.extra != before.extra and bool(item.extra) and _rank(item.extra) > _rank(before.extra)
    return False


def _rank(extra: str) -> tuple[int, str]:
    """ "A" before nothing before "bis"; "bis A" before "bis"."""
    words = extra.split()
    first = words[0] if words else ""
    return (LATIN.get(first, 0), "" if len(words) < 2 else words[1])


def _item(marker: Marker, text: str, lists: list[Item]) -> Item | None:
    """A marker as an item; None for a dash."""
    found = _WORDS.match(marker.words)
    if marker.series == "dash" or found is None:
        return None
    series, bare, extra = marker.series, found[1], found[2].strip()
    if not extra and (added := _ADDED.match(text)):
        extra = added[1]
    if series == "letter" and set(bare) <= {"i", "v", "x"} and not _expects(lists, series, ord(bare[0]) - 96):
        series = "small-roman"
    value = _value(series, bare, lists)
    if value is None:
        return None
    if series in ("roman", "capital") and _is_letter(bare, lists):
        series, value = "capital", ord(bare) - 64
    elif series == "capital" and len(bare) == 1 and _expects(lists, "roman", roman_value(bare)):
        series, value = "roman", roman_value(bare) or value
    return Item(series, value, extra, _end(series, text, value), marker.words)


def _expects(lists: list[Item], series: str, value: int | None) -> bool:
    return value is not None and any(item.series == series and value in (item.last, item.last + 1) for item in lists)


def _is_letter(bare: str, lists: list[Item]) -> bool:
    """ "C", "D" and "I" may be letters: the list that is open and expects them wins."""
    return len(bare) == 1 and _expects(lists, "capital", ord(bare) - 64)


def _value(series: str, bare: str, lists: list[Item]) -> int | None:
    if bare.isdigit():
        return int(bare)
    if series in _ROMAN:
        return roman_value(bare.upper())
    if len(bare) == 1:
        return ord(bare.lower()) - 96
    if len(bare) == 2 and bare[0] == bare[1]:  # aa) after z), or a list of its own
        return ord(bare[0].lower()) - 96 + 26 if _expects(lists, series, ord(bare[0].lower()) - 96 + 26) else None
    return None


def _end(series: str, text: str, value: int) -> int:
    """The last number that an item stands for: "3° à 5° (abrogés)"."""
    pattern = _RANGES.get(series)
    found = pattern.match(text.lstrip(" .)(-–—")) if pattern else None
    if found is None:
        return value
    last = int(found[1]) if found[1].isdigit() else roman_value(found[1]) if series == "roman" else ord(found[1]) - 96
    return last if last and value < last < value + 60 else value
