"""An Excel workbook (the extra ``xlsx``) in French or English: a sheet to filter and to print, and one that says what it is of.

Words are text, never formulas or links; likenesses are numbers. The bytes are the same each time: no clock, no user.
"""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg
from statutes_diff.reports import _account, _concordance
from statutes_diff.reports._places import numbers
from statutes_diff.sources import InputError
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Concordance, ConcordanceRow, Place
    from statutes_diff.reports._view import View

BINARY = True  # no text: not for a screen

_ROWS = 1_048_575  # of a sheet, the heading left out
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_CREATED = datetime.datetime(2000, 1, 1)  # any day will do, so long as it is always the same
_A4 = 9
_GAP = "#FFF2CC"  # the paper's colour where a successor or an origin is wanting


def concordance(table: Concordance, view: View) -> bytes:
    """The table, one row a line, always all of them; a second sheet names the two versions and gives the figures.

    Raises:
        InputError: the library is not installed, or the table is more than a sheet can hold.
    """
    output = BytesIO()
    book = _library().Workbook(output, _OPTIONS)
    book.set_properties({"title": _("Concordance"), "created": _CREATED})
    _write_table(book, table)
    _write_texts(book, table, view)
    book.close()
    return output.getvalue()


def _library() -> Any:
    try:
        return importlib.import_module("xlsxwriter")
    except ImportError:
        raise InputError("xlsx", msg("to write it, install statutes-diff[xlsx]: pip install 'statutes-diff[xlsx]'")) from None


def _columns(table: Concordance) -> list[tuple[str, int]]:
    """The headings with their widths in characters; the side that orders comes first."""
    old, new = (_("Old article"), 14), (_("New article"), 14)
    first, second = (old, new) if table.by == "old" else (new, old)
    return [
        first,
        second,
        (_("Text"), 36),
        (_("Likeness"), 14),
        (_("Relation"), 10),
        (_("Old alinéas"), 12),
        (_("New alinéas"), 12),
        (_("Next best candidate"), 14),
        (_("Its likeness"), 14),
        (_("Remarks"), 36),
        (_("Old heading"), 44),
        (_("New heading"), 44),
    ]


def _cells(row: ConcordanceRow, table: Concordance, apart: bool) -> Iterator[str | float]:
    """A row's cells in the order of the columns, empty where there is nothing to say."""
    sides = (row.old, row.new) if table.by == "old" else (row.new, row.old)
    yield from (article_printed(place.article.number) if place else "" for place in sides)
    yield _concordance.tie(row, apart=apart)
    yield row.score if row.old and row.new else ""
    yield row.relation if row.old and row.new else ""
    yield numbers(row.old_alineas)
    yield numbers(row.new_alineas)
    yield article_printed(row.runner_up.number) if row.runner_up else ""
    yield row.runner_up.score if row.runner_up else ""
    yield _("; ").join(_concordance.warnings(row, table.by))
    yield from (_heading(place) for place in (row.old, row.new))


def _heading(place: Place | None) -> str:
    return place.path[-1].heading if place and place.path else ""


def _write_table(book: Any, table: Concordance) -> None:
    if len(table.rows) > _ROWS:
        raise InputError("xlsx", msg("a sheet holds {n} rows at most: write csv instead", n=_ROWS))
    sheet = book.add_worksheet(_("Concordance"))
    columns = _columns(table)
    for place, (_name, width) in enumerate(columns):
        sheet.set_column(place, place, width)
    _write_row(sheet, 0, [name for name, _width in columns], [_format(book, bold=True, bottom=1)] * len(columns))
    apart = _concordance.is_apart(table)
    formats = {gap: _formats(book, len(columns), gap) for gap in (False, True)}
    for at, row in enumerate(table.rows, start=1):
        _write_row(sheet, at, list(_cells(row, table, apart)), formats[not (row.old and row.new)])
    _lay_out(sheet, len(table.rows), len(columns))


def _formats(book: Any, columns: int, gap: bool) -> list[Any]:
    """A format for each column: wrapped words, and per cent where a likeness stands."""
    colour = {"bg_color": _GAP} if gap else {}
    words, likeness = _format(book, **colour), _format(book, num_format="0 %", **colour)
    return [likeness if place in (3, 8) else words for place in range(columns)]


def _format(book: Any, **more: object) -> Any:
    return book.add_format({"text_wrap": True, "valign": "top", **more})


def _lay_out(sheet: Any, rows: int, columns: int) -> None:
    """What helps to read a long table, on the screen and on paper."""
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, rows, columns - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # "1382" is a name, not a sum
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _write_texts(book: Any, table: Concordance, view: View) -> None:
    """The two versions, how they were read, the figures."""
    sheet = book.add_worksheet(_("Texts"))
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    bold, plain = _format(book, bold=True), _format(book)
    lines: list[tuple[str, str]] = []
    for side in _account.sides(table.comparison, view):
        lines += [(side.name, side.title), ("", " · ".join(side.facts)), *(("", note) for note in side.notes)]
    for at, line in enumerate([*lines, (_("Result"), _concordance.result(table))]):
        _write_row(sheet, at, line, [bold, plain])


def _write_row(sheet: Any, at: int, cells: Sequence[str | float], formats: Sequence[Any]) -> None:
    """Raises InputError for words that are longer than a cell can be."""
    for place, (cell, form) in enumerate(zip(cells, formats, strict=True)):
        if cell == "":
            sheet.write_blank(at, place, None, form)
        elif not isinstance(cell, str):
            sheet.write_number(at, place, cell, form)
        elif sheet.write_string(at, place, printable(cell), form) < 0:
            raise InputError("xlsx", msg("row {n} has a cell that is longer than a sheet allows: write csv instead", n=at + 1))
