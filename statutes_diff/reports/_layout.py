"""Lines of a terminal: styled pieces of text wrapped between words, hanging indents, columns.

Nothing is ever cut off: a word longer than the line goes on in the next one. Everything that is printed passes through
``printable`` here, so that no text of a source can speak to the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# SGR parameters (ECMA-48, 8.3.117).
STYLES = {
    "": "",
    "title": "1",
    "label": "36",
    "faint": "2",
    "deleted": "31;9",
    "inserted": "32",
    "warning": "33",
}
_NARROWEST = 8  # columns left for text, however deep the indent
_WORD = re.compile(r"\n| +|[^\n ]+")
# A citation or a figure is not torn from its next word: "L. 162-5", "al. 4", "2 mois", "6 mars".
_TIED = re.compile(r"(?<!\w)((?:L\.?O|[LRDA])\.?\*{0,2}|n°|art\.|al\.) (?=[\dLRDA])|(?<![\w.,-])(\d{1,3}) (?=[^\W\d_])")
_TIE = "\x00"  # never in printable text


class Piece(NamedTuple):
    """Text in one style, a key of STYLES."""

    text: str
    style: str = ""


Line: TypeAlias = list[Piece]
_NOTHING = Piece("")


def width_of(text: str) -> int:
    """Columns that a text takes: combining marks none, East Asian wide characters two."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def painted(lines: Iterable[Line], color: bool) -> str:
    """Lines as text; without colour there is no escape sequence in it."""
    return "".join(_painted_line(line, color) + "\n" for line in lines)


def _painted_line(line: Line, color: bool) -> str:
    if not color:
        return "".join([piece.text for piece in line]).rstrip(" ")
    joined = ((style, "".join(p.text for p in group)) for style, group in groupby(line, key=lambda piece: piece.style))
    return "".join(f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style else text for style, text in joined)


def wrapped(pieces: Iterable[Piece], width: int, first: str = "", rest: str = "") -> Iterator[Line]:
    """Pieces as lines of at most ``width`` columns; ``first`` and ``rest`` are the indents of the first and later lines."""
    line, room, gap, empty = [Piece(first)], _room(width, first), _NOTHING, True
    later = _room(width, rest)
    for word in _words(pieces):
        if word and word[0].text[0] == " ":
            gap = gap if empty else word[0]
            continue
        needed = len(gap.text) + _width(word)
        if not word or (needed > room and not empty):
            yield line
            needed -= len(gap.text)
            line, room, gap, empty = [Piece(rest)], later, _NOTHING, True
        if needed > room:
            *over, word = _broken(word, room, later)
            for part in over:
                yield [*line, *part]
                line = [Piece(rest)]
            room, needed = later, _width(word)
        line += [gap, *word]
        room, gap, empty = room - needed, _NOTHING, empty and not word
    yield line


def _room(width: int, indent: str) -> int:
    return max(width - width_of(indent), _NARROWEST)


def _words(pieces: Iterable[Piece]) -> Iterator[Line]:
    """What may not be parted by a line break (styles may change inside a word), spaces, and an empty line for a forced break."""
    word: Line = []
    for piece in pieces:
        for found in _WORD.findall(_tied(piece.text)):
            if found[0] not in "\n ":
                word.append(Piece(found.replace(_TIE, " "), piece.style))
                continue
            if word:
                yield word
            word = []
            yield [] if found == "\n" else [Piece(found, piece.style)]
    if word:
        yield word


def _tied(text: str) -> str:
    """Printable text, a table's cells parted by bars, its citations whole."""
    return _TIED.sub(lambda found: found[0][:-1] + _TIE, printable(text).replace("\t", " │ "))


def _width(line: Line) -> int:
    return sum([width_of(piece.text) for piece in line])


def _broken(word: Line, room: int, later: int) -> Iterator[Line]:
    """A long word in parts: the first of at most ``room`` columns, the others of ``later``."""
    part: Line = []
    for piece in word:
        at = 0
        while (end := _fitting(piece.text, at, room)) < len(piece.text):
            yield [*part, Piece(piece.text[at:end], piece.style)]
            part, room, at = [], later, end
        part.append(Piece(piece.text[at:], piece.style))
        room -= width_of(part[-1].text)
    yield part


def _fitting(text: str, at: int, room: int) -> int:
    """Where the text that starts at ``at`` leaves a room of so many columns."""
    for place in range(at, len(text)):
        room -= width_of(text[place])
        if room < 0:
            return place
    return len(text)


def table(rows: Sequence[Sequence[str]], width: int, *, numbers: Sequence[int] = ()) -> Iterator[Line]:
    """Rows in columns, the first row a heading; columns ``numbers`` stand right."""
    sizes = column_sizes(rows, width)
    for place, row in enumerate(rows):
        yield from table_row(row, sizes, numbers=numbers, style="" if place else "title")


def table_row(row: Sequence[str], sizes: Sequence[int], *, numbers: Sequence[int] = (), style: str = "") -> Iterator[Line]:
    """One row of a table whose columns have these sizes, each cell wrapped in its column."""
    columns = [list(wrapped([Piece(cell, style)], size)) for cell, size in zip(row, sizes, strict=True)]
    for cells in zip_longest(*columns, fillvalue=[]):
        yield list(_cells(cells, sizes, numbers))


def column_sizes(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns as wide as their widest cell, a third of the width at most; the last one takes the room that is left."""
    natural = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    fixed = [min(size, max(width // 3, _NARROWEST)) for size in natural[:-1]]
    return [*fixed, max(width - sum(fixed) - 2 * len(fixed), 12)]


def _cells(cells: Iterable[Line], sizes: Sequence[int], numbers: Sequence[int]) -> Iterator[Piece]:
    for place, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
        space = Piece(" " * max(size - _width(cell), 0))
        yield from [space, *cell] if place in numbers else [*cell, space]
        yield Piece("  ")
