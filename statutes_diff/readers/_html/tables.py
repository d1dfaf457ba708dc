"""A table of HTML as one text: cells joined with tabs, rows with newlines; attributes and layout leave no trace.

What stands in a table outside its cells (a caption, stray text) is a row of its own, and a table inside a cell is read as words
of that cell, so that no visible character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_ROWS = frozenset(("tr", "caption", "thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_INLINE = frozenset("a abbr b cite code em font i s small span strike strong sub sup tt u var".split())


class Table:
    """Collects the rows of one table from the events of its elements."""

    def __init__(self) -> None:
        self._rows: list[list[list[str]]] = []
        self._inner = 0
        self._fresh = True

    def text(self, events: Iterable[tuple[str, _Element | str]]) -> str:
        """The table whose inside gives these events, from the opening of the table itself to its end."""
        for event, item in events:
            if isinstance(item, str):
                self._say(item)
            elif event == "open":
                self._open(str(item.tag))
            else:
                self._shut(str(item.tag))
        rows = ("\t".join(_SPACE.sub(" ", "".join(cell)).strip() for cell in row) for row in self._rows)
        return "\n".join(row for row in rows if row.strip())

    def _open(self, tag: str) -> None:
        if tag == "table":
            self._inner += 1
        if self._inner > 1:
            self._part(tag)
        elif tag in _ROWS:
            self._fresh = True
        elif tag in _CELLS:
            self._cell()
        else:
            self._part(tag)

    def _shut(self, tag: str) -> None:
        if tag == "table":
            self._inner -= 1
        if self._inner <= 1 and tag in _ROWS:
            self._fresh = True
        else:
            self._part(tag)

    def _cell(self) -> None:
        if self._fresh:
            self._rows.append([])
            self._fresh = False
        self._rows[-1].append([])

    def _say(self, words: str) -> None:
        if words.strip(" \t\r\n\f") and (self._fresh or not self._rows):
            self._cell()
        if self._rows and self._rows[-1] and not self._fresh:
            self._rows[-1][-1].append(words)

    def _part(self, tag: str) -> None:
        """A block inside a cell parts words."""
        if tag not in _INLINE and self._rows and self._rows[-1] and not self._fresh:
            self._rows[-1][-1].append(" ")
