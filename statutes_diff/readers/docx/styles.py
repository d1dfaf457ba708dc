"""What the styles of a Word file say about a paragraph: heading, table of contents, hidden, numbered.

Source: ECMA-376, part 1, 17.7 (styles) and 17.3.1 (paragraph properties).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_HEADING = re.compile(r"(?i)(?:heading|titre) ?[1-9]|title|titre")
_CONTENTS = re.compile(r"(?i)(?:toc|tm) ?[1-9]|toc heading|en-tête de table des matières")
_BODY_LEVEL = 9  # an outline level that says "body text"
_DEEPEST = 20  # styles on styles
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those that it is based on say; ``apart``: bold or centred; ``number`` and ``level`` as in ``w:numPr``
    (empty: nothing)."""

    heading: bool = False
    contents: bool = False
    hidden: bool = False
    apart: bool = False
    number: str = ""
    level: str = ""


class Styles:
    """The styles of one document by their identifiers."""

    def __init__(self, root: _Element) -> None:
        self._elements = {style.get(W + "styleId") or "": style for style in root.iterchildren(W + "style")}
        self._known: dict[str, Style] = {}
        default = (key for key, style in self._elements.items() if _is_default_paragraph(style))
        self._default = next(default, "")

    def of(self, identifier: str | None) -> Style:
        """The style of that identifier; the document's default paragraph style for None."""
        key = self._default if identifier is None else identifier
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def _resolved(self, key: str) -> Style:
        chain = list(self._chain(key))
        names = [_value(style, "name") for style in chain]
        outline = next(filter(None, (_value(style, "pPr/w:outlineLvl") for style in chain)), "")
        return Style(
            heading=any(map(_HEADING.fullmatch, names)) or is_outline_level(outline),
            contents=any(map(_CONTENTS.fullmatch, names)),
            apart=any(_value(style, "pPr/w:jc") == "center" or is_on(find(style, "rPr/w:b")) for style in chain),
            hidden=next((is_on(found) for style in chain if (found := find(style, "rPr/w:vanish")) is not None), False),
            number=next(filter(None, (_value(style, "pPr/w:numPr/w:numId") for style in chain)), ""),
            level=next(filter(None, (_value(style, "pPr/w:numPr/w:ilvl") for style in chain)), ""),
        )

    def _chain(self, key: str) -> Iterator[_Element]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_DEEPEST):
            style = self._elements.get(key)
            if style is None:
                return
            yield style
            key = _value(style, "basedOn")


def _is_default_paragraph(style: _Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def is_outline_level(value: str) -> bool:
    """True for a level of the outline, false for body text."""
    return value.isdecimal() and int(value[:3]) < _BODY_LEVEL


def is_on(element: _Element | None) -> bool:
    """An on-off property: on when it is there and not said to be off."""
    return element is not None and (element.get(VAL) or "") not in _OFF


def is_apart(paragraph: _Element, style: Style, styles: Styles) -> bool:
    """True for a paragraph that is centred, or bold as a whole: by itself or by the style of its words ("Strong")."""
    if style.apart or _value(paragraph, "pPr/w:jc") == "center":
        return True
    runs = [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]
    return bool(runs) and all(_is_bold(run, styles) for run in runs)


def _is_bold(run: _Element, styles: Styles) -> bool:
    own = find(run, "rPr/w:b")
    if own is not None:
        return is_on(own)
    character = _value(run, "rPr/w:rStyle")
    return bool(character) and styles.of(character).apart


def find(element: _Element, path: str) -> _Element | None:
    """The first element at a path of ``w:`` names, written ``pPr/w:numPr/w:numId``."""
    return element.find(W + path.replace("w:", W))


def _value(element: _Element, path: str) -> str:
    found = find(element, path)
    return (found.get(VAL) or "") if found is not None else ""
