"""A table of the law as rows and cells: cut from the runs of its alinéa, where tabs part cells and new lines part rows.

A row or a cell that one version alone has is marked with its side, so that each version can be read without it; and it is read,
here, before it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from statutes_diff.language.patterns import late
from statutes_diff.reports._html.words import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.reports._html.words import Piece

_PARTS = late(r"(⏎?\n|\t)")  # the sign of a changed break stands before it
_SIDES = {"deleted": "old", "inserted": "new"}


@dataclass(slots=True)
class Cell:
    """The runs of a cell; ``side``: the one version that has it."""

    runs: list[Run] = field(default_factory=list)
    side: str = ""


@dataclass(slots=True)
class Row:
    """The cells of a row; ``side``: the one version that has it."""

    cells: list[Cell] = field(default_factory=lambda: [Cell()])
    side: str = ""

    @property
    def runs(self) -> list[Run]:
        """All that stands in it."""
        return [run for cell in self.cells for run in cell.runs]


def rows(runs: Sequence[Run], texts: tuple[str, str]) -> list[Row]:
    """The rows of a table in its old and its new text; none where the two cannot stand one under the other, cell by cell: then
    it is read as lines."""
    table = [Row()]
    for run in runs:
        for piece, sign in _parted(run):
            if sign:
                _break(table, _side_of(run), new_row=sign == "\n")
            else:
                table[-1].cells[-1].runs.append(Run(run.kind, run.editorial, run.side, (piece,)))
    even = all(_is_even(row) for row in table)
    return table if even and (_read(table, "old"), _read(table, "new")) == (_cells(texts[0]), _cells(texts[1])) else []


def _parted(run: Run) -> Iterator[tuple[Piece, str]]:
    """The pieces of a run, and what parts them: a new line or a tab."""
    for text, link in run.pieces:
        parts = _PARTS.split(text)  # words, break, words, break, …, words
        parts[-1] = parts[-1].removesuffix("⏎") if run.kind in _SIDES else parts[-1]  # its new line stands in the next run
        for place, part in enumerate(parts):
            if place % 2:
                yield ("", None), part[-1]
            elif part:
                yield (part, link), ""


def _side_of(run: Run) -> str:
    return _SIDES.get(run.kind, run.side)


def _break(table: list[Row], side: str, *, new_row: bool) -> None:
    """Go on in a new cell or row. A break of one version alone makes one of its own: what stands before it, if that is of this
    version alone, else what comes."""
    here: Row | Cell = table[-1] if new_row else table[-1].cells[-1]
    coming: Row | Cell = Row() if new_row else Cell()
    if side:
        own = not here.side and bool(here.runs) and all(_side_of(run) == side for run in here.runs)
        (here if own else coming).side = side
    if isinstance(coming, Row):
        table.append(coming)
    else:
        table[-1].cells.append(coming)


def _is_even(row: Row) -> bool:
    """False where a row has cells of both versions alone: they would stand side by side."""
    return row.side != "" or len({cell.side for cell in row.cells if cell.side}) < 2


def _read(table: Sequence[Row], side: str) -> list[list[str]]:
    """The words of one version, by row and cell."""
    rows = [[cell for cell in row.cells if cell.side in ("", side)] for row in table if row.side in ("", side)]
    return [[_folded("".join(_words(cell, side))) for cell in row] for row in rows]


def _words(cell: Cell, side: str) -> Iterator[str]:
    for run in cell.runs:
        if _side_of(run) in ("", side):
            yield from (words for words, _link in run.pieces)


def _cells(text: str) -> list[list[str]]:
    return [[_folded(cell) for cell in line.split("\t")] for line in text.split("\n")]


def _folded(words: str) -> str:
    return " ".join(words.split())
