"""Tables in Word: those of the law, whose rows and cells have their own revisions, and those of the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.reports._docx.markup import paragraph, run
from statutes_diff.reports._docx.streams import Kind, Line, Run

if TYPE_CHECKING:
    from statutes_diff.model import Channel, Edit
    from statutes_diff.reports._docx.markup import Revisions

Span: TypeAlias = tuple[int, int]
Kept: TypeAlias = tuple[int, int, int]  # a run that both texts have: where it starts in each, how long it is

_WIDTH = 9070  # twentieths of a point between the margins
_MARGIN = 850  # where the words of the law begin
_WIDEST = 60  # characters that a column is given room for


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of the law: what became of it, and the runs of each cell."""

    kind: Kind
    cells: tuple[tuple[Run, ...], ...]


def alone(text: str, kind: Kind) -> list[Row]:
    """A table that came or went whole, or stayed as it is."""
    return [Row(kind, tuple((Run(kind, cell),) for cell in line.split("\t"))) for line in text.split("\n")]


def compared(old: str, new: str, edits: Sequence[Edit]) -> Iterator[Row]:
    """A table that changed: rows that share words are one row with changed cells, the others go and come.

    So do rows with another number of cells: no word processor of today reads the revisions of columns alike.
    """
    kept = list(_kept(len(old), edits))
    olds, news = _cut(old, 0, "\n"), _cut(new, 0, "\n")
    at_old = at_new = 0
    for i, j in [*_partners(old, olds, news, kept), (len(olds), len(news))]:
        yield from (row for span in olds[at_old:i] for row in alone(old[slice(*span)], "deleted"))
        yield from (row for span in news[at_new:j] for row in alone(new[slice(*span)], "inserted"))
        if i < len(olds):
            yield from _row(old, new, olds[i], news[j], kept, edits)
        at_old, at_new = i + 1, j + 1


def _kept(length: int, edits: Sequence[Edit]) -> Iterator[Kept]:
    at_old = at_new = 0
    for edit in edits:
        if edit.old[0] > at_old:
            yield at_old, at_new, edit.old[0] - at_old
        at_old, at_new = edit.old[1], edit.new[1]
    if length > at_old:
        yield at_old, at_new, length - at_old


def _cut(text: str, start: int, sign: str) -> list[Span]:
    """The stretches of a text between two signs, as they stand in the whole text that it begins at ``start`` of."""
    spans = []
    for part in text.split(sign):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _partners(old: str, olds: Sequence[Span], news: Sequence[Span], kept: Iterable[Kept]) -> list[tuple[int, int]]:
    """Rows that are one, by their places: those that share most words first, as long as the order holds."""
    shared: Counter[tuple[int, int]] = Counter()
    old_starts, new_starts = [start for start, _end in olds], [start for start, _end in news]
    for at_old, at_new, length in kept:
        for start, end in _cut(old[at_old : at_old + length], 0, "\n"):
            weight = len(old[at_old + start : at_old + end].strip())
            if weight:
                i, j = bisect_right(old_starts, at_old + start) - 1, bisect_right(new_starts, at_new + start) - 1
                shared[i, j] += weight
    found: list[tuple[int, int]] = []
    for (i, j), _weight in shared.most_common():
        at = bisect_left(found, (i, j))
        before, after = found[at - 1] if at else (-1, -1), found[at] if at < len(found) else (len(olds), len(news))
        if before[0] < i < after[0] and before[1] < j < after[1]:
            found.insert(at, (i, j))
    return found


def _row(old: str, new: str, at: Span, to: Span, kept: Sequence[Kept], edits: Sequence[Edit]) -> Iterator[Row]:
    olds, news = _cut(old[slice(*at)], at[0], "\t"), _cut(new[slice(*to)], to[0], "\t")
    if len(olds) != len(news):
        yield from (*alone(old[slice(*at)], "deleted"), *alone(new[slice(*to)], "inserted"))
        return
    cells = zip(olds, news, strict=True)
    yield Row("equal", tuple(tuple(_cell(old, new, span, other, kept, edits)) for span, other in cells))


def _cell(old: str, new: str, at: Span, to: Span, kept: Sequence[Kept], edits: Sequence[Edit]) -> Iterator[Run]:
    """The runs of one cell: what both texts have in it is equal, whatever the edits say of the cells around it."""
    at_old, at_new = at[0], to[0]
    for i, j, length in [*_inside(at, to, kept), (at[1], to[1], 0)]:
        channel = _channel(edits, at_old, at_new)
        yield Run("deleted", old[at_old:i], channel)
        yield Run("inserted", new[at_new:j], channel)
        yield Run("equal", new[j : j + length])
        at_old, at_new = i + length, j + length


def _channel(edits: Sequence[Edit], at_old: int, at_new: int) -> Channel:
    """The kind of the edit that words belong to which begin here."""
    place = bisect_left(edits, at_old, key=lambda edit: edit.old[1])
    while place < len(edits) and edits[place].new[1] < at_new:
        place += 1
    return edits[place].channel if place < len(edits) else "substantive"


def _inside(at: Span, to: Span, kept: Sequence[Kept]) -> Iterator[Kept]:
    """The kept runs that stand in the same cell on both sides."""
    first = max(bisect_right(kept, at[0], key=lambda run: run[0]) - 1, 0)
    for place in range(first, len(kept)):
        i, j, length = kept[place]
        start, end = max(i, at[0], to[0] - j + i), min(i + length, at[1], to[1] - j + i)
        if start < end:
            yield start, start - i + j, end - start
        if i >= at[1]:
            return


def law_table(rows: Sequence[Row], revisions: Revisions) -> str:
    """A table of the law, in the style by which it is known as one."""
    columns = max(len(row.cells) for row in rows)
    widths = _widths([["".join(run.text for run in cell) for cell in row.cells] for row in rows], columns, _WIDTH - _MARGIN)
    body = "".join(_law_row(row, widths, revisions) for row in rows)
    return f"<w:tbl>{_table_properties('LawTable', widths, _MARGIN)}{body}</w:tbl>"


def _law_row(row: Row, widths: Sequence[int], revisions: Revisions) -> str:
    cells = []
    for place, runs in enumerate(row.cells):
        mark = revisions.mark(Line((), row.kind))
        content = paragraph("LawCell", revisions.runs(runs), mark)
        last = place + 1 == len(row.cells)
        cells.append(_cell_of(content, sum(widths[place:]) if last else widths[place], len(widths) - place if last else 1))
    return f"<w:tr>{revisions.row(row.kind)}{''.join(cells)}</w:tr>"


def _cell_of(content: str, width: int, span: int = 1) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}</w:tcPr>{content}</w:tc>'


def _table_properties(style: str, widths: Sequence[int], indent: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _widths(rows: Sequence[Sequence[str]], columns: int, total: int) -> list[int]:
    """Room for each column by its longest cell, within reason."""
    longest = [max((len(row[place]) for row in rows if place < len(row)), default=0) for place in range(columns)]
    shares = [min(length, _WIDEST) + 8 for length in longest]
    edges = [total * sum(shares[:place]) // sum(shares) for place in range(columns + 1)]
    return [end - start for start, end in pairwise(edges)]


def report_table(rows: Sequence[Sequence[str]], links: Sequence[str] = ()) -> str:
    """A table of the report: the first row names the columns and stands on every page; ``links``: the bookmark that the first
    cell of each further row leads to."""
    widths = _widths(rows, len(rows[0]), _WIDTH)
    body = []
    for at, row in enumerate(rows):
        style = "CellText" if at else "CellHead"
        target = links[at - 1] if at and links else ""
        cells = "".join(
            _report_cell(cell, width, style, target if not place else "")
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        properties = "<w:cantSplit/>" + "<w:tblHeader/>" * (at == 0)
        body.append(f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
    return f"<w:tbl>{_table_properties('ReportTable', widths)}{''.join(body)}</w:tbl>"


def _report_cell(text: str, width: int, style: str, target: str) -> str:
    content = f'<w:hyperlink w:anchor="{target}">{run(text, "Hyperlink")}</w:hyperlink>' if target else run(text)
    return _cell_of(paragraph(style, content), width)
