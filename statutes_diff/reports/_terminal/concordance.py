"""A concordance on the terminal: what was compared, the figures, the table, the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _
from statutes_diff.reports._terminal.compare import labelled, side_lines
from statutes_diff.reports._terminal.layout import Columns, Paragraph
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import concordance as _concordance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from statutes_diff.model import Concordance
    from statutes_diff.reports._terminal.layout import Part
    from statutes_diff.reports._views.view import View


def content(table: Concordance, view: View) -> Iterator[RenderableType]:
    """The whole report, part by part."""
    for side in _account.sides(table.comparison, view):
        yield from side_lines(side)
    yield labelled(_("Result"), _concordance.result(table))
    if table.rows:
        yield Paragraph()
        yield Columns(_concordance.headings(table), _rows(table, view))
    gaps = list(_concordance.gaps(table, view))
    if gaps:
        yield Paragraph()
    yield from (Paragraph(sentence, rest="  ") for sentence in gaps)


def _rows(table: Concordance, view: View) -> Iterator[Sequence[Part]]:
    for part in _concordance.lines(table, view):
        if isinstance(part, _concordance.Fold):
            yield ((f"{part.range} — {part.words}", "faint"),)
            continue
        numbers = (part.old, part.new) if table.by == "old" else (part.new, part.old)
        yield (*numbers, (part.tie, "warning" if part.gap else ""), (_("; ").join(part.remarks), "warning"))
