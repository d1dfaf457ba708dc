"""The numbers and bullets that Word draws in front of paragraphs and does not store: ``1.``, ``a)``, ``2°``, ``•``.

Source: ECMA-376, part 1, 17.9 (numbering). A number counts along its abstract list, a level starts again when one above it
moves on, and ``w:lvlText`` says how the counters are written (``%1.%2``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from statutes_diff.readers.docx.styles import VAL, W, find, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST = 100  # characters in front of a paragraph
_LARGEST = 10_000  # a counter above it is written in digits
# Bullets are drawn with the private characters of symbol fonts; what they show, as Word's own exports write it.
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "☐", "\uf06f": "☐", "\uf0fe": "☒", "\uf0fc": "✓", "\uf0d8": "➢", "\uf076": "❖",
    "\uf0e0": "→", "\uf0e8": "➔", "\uf02d": "-", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b0": "°", "\uf0ae": "→", "\uf06e": "■",
}  # fmt: skip
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted and written."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class _List:
    """An abstract list and where its counters stand (None: not begun)."""

    levels: dict[int, _Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbers:
    """The lists of one document, counting along as its paragraphs are read."""

    def __init__(self, root: _Element | None) -> None:
        abstracts = {} if root is None else {_id(a, "abstractNumId"): a for a in root.iterchildren(W + "abstractNum")}
        self._numbers = {} if root is None else {_id(n, "numId"): n for n in root.iterchildren(W + "num")}
        self._abstracts = abstracts
        self._linked = {link: a for a in abstracts.values() if (link := _value(a, "styleLink"))}
        self._lists: dict[str, _List] = {}
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._begun: set[str] = set()

    def marker(self, number: str, level: str) -> str:
        """What stands in front of the next paragraph of a list, its space included; empty for none."""
        at = int(level) if level.isdecimal() and len(level) == 1 and int(level) < _LEVELS else 0
        counted = self._list(number)
        if counted is None:
            return ""
        self._begin(number, counted)
        levels = {**counted.levels, **self._overrides.get(number, {})}
        _count(counted.counters, levels, at)
        return _written(counted.counters, levels, at)

    def level_of_style(self, number: str, style: str) -> str:
        """The level that a list gives to a paragraph style; empty when it names none."""
        abstract = self._abstract(number)
        if abstract is None:
            return ""
        found = (_id(lvl, "ilvl") for lvl in abstract.iterchildren(W + "lvl") if _value(lvl, "pStyle") == style)
        return next(found, "")

    def _abstract(self, number: str) -> _Element | None:
        element = self._numbers.get(number)
        abstract = None if element is None else self._abstracts.get(_value(element, "abstractNumId"))
        link = "" if abstract is None else _value(abstract, "numStyleLink")
        return self._linked.get(link, abstract) if link else abstract

    def _list(self, number: str) -> _List | None:
        abstract = self._abstract(number)
        if abstract is None:
            return None
        key = _id(abstract, "abstractNumId")
        if key not in self._lists:
            self._lists[key] = _List({_at(lvl): _level(lvl) for lvl in abstract.iterchildren(W + "lvl")})
        return self._lists[key]

    def _begin(self, number: str, counted: _List) -> None:
        """The first time that a number is used, its own levels and starts take effect."""
        if number in self._begun:
            return
        self._begun.add(number)
        for override in self._numbers[number].iterchildren(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if own is not None:
                self._overrides.setdefault(number, {})[_at(override)] = _level(own)
            start = _value(override, "startOverride")
            if start.isdecimal():
                counted.counters[_at(override)] = int(start[:6]) - 1
                counted.counters[_at(override) + 1 :] = [None] * (_LEVELS - 1 - _at(override))


def _id(element: _Element, name: str) -> str:
    return element.get(W + name) or ""


def _value(element: _Element, path: str) -> str:
    found = find(element, path)
    return (found.get(VAL) or "") if found is not None else ""


def _at(level: _Element) -> int:
    number = _id(level, "ilvl")
    return int(number) if number in tuple("012345678") else 0


def _level(element: _Element) -> _Level:
    start, restart = _value(element, "start"), _value(element, "lvlRestart")
    suffix = {"nothing": "", "space": " "}.get(_value(element, "suff"), " ")
    return _Level(
        start=int(start[:6]) if start.isdecimal() else 1,
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText")[:_LONGEST],
        suffix=suffix,
        legal=is_on(element.find(W + "isLgl")),
        restart=int(restart) if restart in tuple("012345678") else None,
    )


def _count(counters: list[int | None], levels: dict[int, _Level], at: int) -> None:
    """Move a level on: those above it begin if they had not, those below it start again."""
    for above in range(at):
        if counters[above] is None:
            counters[above] = levels.get(above, _Level()).start
    before = counters[at]
    counters[at] = levels.get(at, _Level()).start if before is None else before + 1
    for below in range(at + 1, _LEVELS):
        restart = levels.get(below, _Level()).restart
        if restart is None or 0 < at + 1 <= restart:
            counters[below] = None


def _written(counters: list[int | None], levels: dict[int, _Level], at: int) -> str:
    level = levels.get(at)
    if level is None:
        return ""

    def place(found: re.Match[str]) -> str:
        named = levels.get(int(found[1]) - 1, _Level())
        value = counters[int(found[1]) - 1]
        form = "decimal" if level.legal and named.format != "none" else named.format
        return numeral(named.start if value is None else value, form)

    text = "".join(SYMBOLS.get(character, character) for character in _PLACE.sub(place, level.text))
    text = "".join("•" if "\uf000" <= character <= "\uf0ff" else character for character in text).strip()
    return text + level.suffix if text else ""


def numeral(value: int, form: str) -> str:
    """A counter in one of Word's number formats; formats that French law does not use are written in digits."""
    if form in ("none", "bullet"):
        return ""
    if value <= 0 or value > _LARGEST:
        return str(value)
    if form in ("lowerRoman", "upperRoman"):
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form == "ordinal":
        return "1er" if value == 1 else f"{value}e"
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written
