"""A concordance in Markdown: what was compared, the figures, the table, the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _
from statutes_diff.reports._markdown.parts import folded_table
from statutes_diff.reports._markdown.words import escaped, labelled, side_lines
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import concordance as _concordance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Concordance
    from statutes_diff.reports._views.view import View


def paragraphs(table: Concordance, view: View) -> Iterator[str]:
    """The report, paragraph by paragraph."""
    for side in _account.sides(table.comparison, view):
        yield from side_lines(side)
    yield labelled(_("Result"), _concordance.result(table))
    if table.rows:
        yield from folded_table([_concordance.headings(table), *_rows(table, view)])
    yield from (escaped(sentence) for sentence in _concordance.gaps(table, view))


def _rows(table: Concordance, view: View) -> Iterator[Sequence[str]]:
    for part in _concordance.lines(table, view):
        if isinstance(part, _concordance.Fold):
            yield part.range, "", part.words, ""
            continue
        numbers = (part.old, part.new) if table.by == "old" else (part.new, part.old)
        yield *numbers, part.tie, _("; ").join(part.remarks)
