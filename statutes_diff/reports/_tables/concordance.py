"""A concordance as sheets: the table, one row a line, and the two versions with the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _
from statutes_diff.reports._tables.sheets import Column, Line, Workbook
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import concordance as _concordance
from statutes_diff.reports._views.places import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Concordance, ConcordanceRow, Place
    from statutes_diff.reports._tables.sheets import Cell
    from statutes_diff.reports._views.view import View

_PER_CENT = "0 %"


def workbook(table: Concordance, view: View) -> bytes:
    """The whole workbook."""
    book = Workbook(_("Concordance"))
    write_table(book, table)
    lines: list[tuple[str, str]] = []
    for side in _account.sides(table.comparison, view):
        lines += [(side.name, side.title), ("", " · ".join(side.facts)), *(("", note) for note in side.notes)]
    book.page(_("Texts"), [*lines, (_("Result"), _concordance.result(table))])
    return book.closed()


def write_table(book: Workbook, table: Concordance) -> None:
    """The sheet of the numbers: always every row, a gap in its colour."""
    apart = _concordance.is_apart(table)
    lines = (Line(list(_cells(row, table, apart)), gap=not (row.old and row.new)) for row in table.rows)
    book.table(_("Concordance"), _columns(table), lines, fixed=2)


def _columns(table: Concordance) -> list[Column]:
    """The side that orders comes first."""
    old, new = Column(_("Old article"), 14), Column(_("New article"), 14)
    first, second = (old, new) if table.by == "old" else (new, old)
    return [
        first,
        second,
        Column(_("Text"), 36),
        Column(_("Likeness"), 14, _PER_CENT),
        Column(_("Relation"), 10),
        Column(_("Old alinéas"), 12),
        Column(_("New alinéas"), 12),
        Column(_("Next best candidate"), 14),
        Column(_("Its likeness"), 14, _PER_CENT),
        Column(_("Remarks"), 36),
        Column(_("Old heading"), 44),
        Column(_("New heading"), 44),
    ]


def _cells(row: ConcordanceRow, table: Concordance, apart: bool) -> Iterator[Cell]:
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
