"""What a workbook is made of: sheets of columns and rows. XlsxWriter writes them.

Words are text, never formulas or links. A cell holds 32,767 characters, counted as UTF-16 does; what is longer goes on in the
next row, and says so. The bytes are the same each time: no clock, no user.
"""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias

from statutes_diff.messages import _, msg, translated
from statutes_diff.reports._views.segments import Segment
from statutes_diff.sources import InputError
from statutes_diff.terminal import printable

_ROWS = 1_048_575  # of a sheet, the heading left out
_LONGEST = 32_767  # characters of a cell: Excel's specifications and limits
_ROOM = 40  # characters kept for the words that say that a cell goes on
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_CREATED = datetime.datetime(2000, 1, 1)  # any day will do, so long as it is always the same
_A3, _A4 = 8, 9
_WIDEST_ON_A4 = 240  # characters of a row that A4 still shows in letters that can be read
_PAGE = (26, 110)  # the widths of a sheet to read
_LINE, _TALLEST = 15.0, 409.0  # points: a line of words, and the tallest row that there is
_FILLED = 1.05  # the share of a line that words fill before the next one breaks it
_GAP = "#FFF2CC"  # the paper's colour of a line that wants a look
# Struck and underlined, so that paper without colours tells the two apart.
_MARKS: dict[str, dict[str, Any]] = {
    "deleted": {"font_strikeout": True, "font_color": "#9C0006"},
    "inserted": {"underline": 1, "font_color": "#006100"},
    "elided": {"font_color": "#808080"},
    "equal": {},
}

Cell: TypeAlias = "str | float | Sequence[Segment] | None"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, how its numbers look."""

    name: str
    width: int
    numbers: str = "General"


@dataclass(frozen=True, slots=True)
class Line:
    """A row's cells in the order of the columns; ``gap`` gives it a colour."""

    cells: Sequence[Cell]
    gap: bool = False


@dataclass(slots=True)
class Workbook:
    """A workbook that is being written.

    Raises:
        InputError: the library is not installed.
    """

    title: str
    _output: BytesIO = field(default_factory=BytesIO)
    _book: Any = None
    _formats: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._book = _library().Workbook(self._output, _OPTIONS)
        self._book.set_properties({"title": printable(self.title)[:255], "created": _CREATED})

    def table(self, name: str, columns: Sequence[Column], lines: Iterable[Line], *, fixed: int = 1) -> None:
        """A sheet to filter and to print; the heading and ``fixed`` columns stay in sight.

        Raises:
            InputError: more rows than a sheet can hold.
        """
        sheet = self._book.add_worksheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        widths = [column.width for column in columns]
        self._write(sheet, 0, [column.name for column in columns], [self._format(bold=True, bottom=1)] * len(columns), widths)
        at = 0
        for line in lines:
            forms = [self._format(**({"bg_color": _GAP} if line.gap else {}), num_format=column.numbers) for column in columns]
            for cells in continued(line.cells):
                at += 1
                if at > _ROWS:
                    raise InputError("xlsx", msg("a sheet holds {n} rows at most: write csv instead", n=_ROWS))
                self._write(sheet, at, cells, forms, widths)
        _lay_out(sheet, at, widths, fixed)

    def page(self, name: str, lines: Iterable[tuple[str, str]]) -> None:
        """A sheet to read from the top: what a line is about, and what it says."""
        sheet = self._book.add_worksheet(name)
        for place, width in enumerate(_PAGE):
            sheet.set_column(place, place, width)
        forms = [self._format(bold=True), self._format()]
        for at, cells in enumerate(part for line in lines for part in continued(line)):
            self._write(sheet, at, cells, forms, _PAGE)
        _paper(sheet, _A4)

    def closed(self) -> bytes:
        """The workbook as bytes; nothing can be added afterwards."""
        self._book.close()
        return self._output.getvalue()

    def _format(self, **more: object) -> Any:
        key = tuple(sorted(more.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"text_wrap": True, "valign": "top", **more})
        return self._formats[key]

    def _write(self, sheet: Any, at: int, cells: Sequence[Cell], forms: Sequence[Any], widths: Sequence[int]) -> None:
        sheet.set_row(at, _height(cells, widths))
        for place, (cell, form) in enumerate(zip(cells, forms, strict=True)):
            if cell is None or cell == "" or cell == ():
                sheet.write_blank(at, place, None, form)
            elif isinstance(cell, str):
                sheet.write_string(at, place, cell, form)
            elif isinstance(cell, (int, float)):
                sheet.write_number(at, place, cell, form)
            else:
                self._write_marked(sheet, at, place, cell, form)

    def _write_marked(self, sheet: Any, at: int, place: int, runs: Sequence[Segment], form: Any) -> None:
        """Words with their changes; a cell of one run takes the run's look as a whole, for a rich string has two at least."""
        if len(runs) == 1:
            sheet.write_string(at, place, _sign(runs[0]), self._format(**_MARKS[runs[0].kind]))
            return
        parts = [part for run in runs for part in (self._book_mark(run.kind), _sign(run))]
        sheet.write_rich_string(at, place, *parts, form)

    def _book_mark(self, kind: str) -> Any:
        key: tuple[tuple[str, object], ...] = (("mark", kind),)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_MARKS[kind])
        return self._formats[key]


def _library() -> Any:
    try:
        return importlib.import_module("xlsxwriter")
    except ImportError:
        raise InputError("xlsx", msg("to write it, install statutes-diff[xlsx]: pip install 'statutes-diff[xlsx]'")) from None


def _sign(run: Segment) -> str:
    """The run's words; with the tilde, only typography changed."""
    words = printable(run.text)
    return f"~{words}~" if run.editorial else words


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height that the words of a row ask for: not every program that opens a workbook measures rows itself."""
    lines = max(_lines(cell, width) for cell, width in zip(cells, widths, strict=True))
    return min(lines * _LINE, _TALLEST)


def _lines(cell: Cell, width: int) -> int:
    if cell is None or isinstance(cell, (int, float)):
        return 1
    text = cell if isinstance(cell, str) else "".join([run.text for run in cell])
    return sum(1 + int(len(line) / (width * _FILLED)) for line in text.split("\n"))


def _lay_out(sheet: Any, rows: int, widths: Sequence[int], fixed: int) -> None:
    """What helps to read a long table, on the screen and on paper."""
    sheet.freeze_panes(1, fixed)
    sheet.autofilter(0, 0, rows, len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # "1382" is a name, not a sum
    sheet.repeat_rows(0)
    _paper(sheet, _A4 if sum(widths) <= _WIDEST_ON_A4 else _A3)


def _paper(sheet: Any, size: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(size)
    sheet.fit_to_pages(1, 0)


def continued(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The row, and as many rows after it as its longest cell needs: the others stay as they are, so that a filter keeps them."""
    split = [_parts(cell) for cell in cells]
    for turn in range(max(len(parts) for parts in split)):
        yield [parts[0] if len(parts) == 1 else parts[turn] if turn < len(parts) else None for parts in split]


def _parts(cell: Cell) -> list[Cell]:
    """A cell as cells that a sheet can hold. Runs of changed words that are too long stand unmarked in their two texts alone."""
    if cell is None or isinstance(cell, (int, float)):
        return [cell]
    if not isinstance(cell, str):
        whole = "".join([_sign(run) for run in cell])
        return [cell] if _units(whole) <= _LONGEST else [_("(too long to be marked here: see both texts)")]
    text = printable(cell)
    if _units(text) <= _LONGEST:
        return [text]
    pieces = list(_pieces(text, _LONGEST - _ROOM))
    said = [translated(msg("[part {n} of {total}]", n=n, total=len(pieces))) for n in range(1, len(pieces) + 1)]
    return [f"{words} {piece}" for words, piece in zip(said, pieces, strict=True)]


def _pieces(text: str, room: int) -> Iterator[str]:
    """The text in pieces, cut behind a space where there is one; joined they are the text."""
    at = 0
    while at < len(text):
        end = min(at + room, len(text))
        while _units(text[at:end]) > room:
            end -= (_units(text[at:end]) - room + 1) // 2
        if end < len(text):
            end = max(text.rfind(" ", at + room // 2, end), text.rfind("\n", at + room // 2, end)) + 1 or end
        yield text[at:end]
        at = end


def _units(text: str) -> int:
    """The length as UTF-16 counts, and Excel with it."""
    return len(text) + sum(letter > "\uffff" for letter in text) if not text.isascii() else len(text)
