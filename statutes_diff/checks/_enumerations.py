"""The items of an article as the lists that they form, and where a list does not count on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.markers import Marker, markers
from statutes_diff.language.numbers import LATIN, roman_value

if TYPE_CHECKING:
    from statutes_diff.model import Article

_WORDS = re.compile(r"([0-9]+|[A-Za-z]+)\s?°?\s?(.*)")
_RANGE = re.compile(r"[^.;]{0,12}?\b(?:à|et|au)\s+([0-9]{1,3}|[IVXLC]{1,7}|[a-z]|[A-Z])\s?(?:°|\)|\.|\b)")
_CODE = re.compile(r"\s*\d{1,3}\s+[-–—]")
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
    """Each item that skips one, comes twice or goes back in its list. A list that starts anew is another list."""
    lists: list[Item] = []
    for number, alinea in enumerate(article.alineas, 1):
        chain, end = ([], 0) if alinea.table else markers(alinea.text)
        if not chain and alinea.depth == 0:
            lists.clear()
        for at, marker in enumerate(chain):
            item = (
                None if _is_none(marker, alinea.text) else _item(marker, alinea.text[end:] if at == len(chain) - 1 else "", lists)
            )
            if item:
                yield from _entered(number, item, lists)


def _is_none(marker: Marker, text: str) -> bool:
    """True for what only looks like an item: a blank to fill in ("L....... s'engage"), a code ("77 - Seine-et-Marne")."""
    return ".." in text[:12] or (marker.series == "number" and _CODE.match(text) is not None)


def _entered(number: int, item: Item, lists: list[Item]) -> Iterator[Break]:
    """Put an item into its list; what stands deeper closes."""
    for at, before in enumerate(lists):
        if before.series == item.series:
            del lists[at:]
            if not _follows(before, item) and item.value != 1:
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
    found = _RANGE.match(text) if text[:20].lstrip(" .)(").startswith(("à ", "et ", "au ")) else None
    if found is None:
        return value
    last = int(found[1]) if found[1].isdigit() else roman_value(found[1]) if series == "roman" else ord(found[1].lower()) - 96
    return last if last and value < last < value + 60 else value
