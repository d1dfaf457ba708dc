"""Two tables to edits, cell by cell: no edit crosses the boundary of a cell, a row that came or went is one edit.

Rows are paired like alinéas; then, in a paired row, cells by the columns of the whole table, so that a column that came or went
is the same cell in every row. Rows and cells left over at the same place are each other's, in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from statutes_diff.compare.alineas.chain import Box, best_chain
from statutes_diff.compare.alineas.order import in_order
from statutes_diff.compare.alineas.sides import Side, alike
from statutes_diff.compare.letters import kept, letters
from statutes_diff.compare.words import WordDiff, word_diff
from statutes_diff.language.typography import folded
from statutes_diff.model import Alinea, Edit, Op, Span

LOOKED_AT = 60  # rows that tell which column is which
COLUMN_ALIKE = 0.3  # share of the rows looked at that must agree

Couples = list[tuple[int, int]]


class _Row(NamedTuple):
    """One row: its range in the text of the table, and the ranges of its cells."""

    span: Span
    cells: tuple[Span, ...]


def table_diff(old: str, new: str) -> WordDiff:
    """The edits that turn one table (cells joined with tabs, rows with newlines) into another."""
    if old == new:
        return WordDiff(())
    olds, news = _rows(old), _rows(new)
    couples = _paired_rows(old, new, olds, news)
    columns = _columns(old, new, [(olds[i], news[j]) for i, j in couples])

    def in_row(i: int, j: int) -> Iterator[Edit]:
        before, after = olds[i].cells, news[j].cells
        same = columns.get((len(before), len(after))) or _filled([], len(before), len(after))
        return _edits(old, new, before, after, same, lambda c, d: _in_cell(old, new, before[c], after[d]))

    return WordDiff(tuple(_edits(old, new, [row.span for row in olds], [row.span for row in news], couples, in_row)))


def _rows(text: str) -> list[_Row]:
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return [_Row((start, start + len(line)), tuple(_cells(line, start))) for line, start in zip(lines, starts, strict=True)]


def _cells(line: str, start: int) -> Iterator[Span]:
    for cell in line.split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _paired_rows(old: str, new: str, olds: Sequence[_Row], news: Sequence[_Row]) -> Couples:
    found = [(box.olds[0], box.news[0]) for box in in_order(_sides(old, olds), _sides(new, news))]
    return _filled(found, len(olds), len(news))


def _sides(text: str, rows: Sequence[_Row]) -> list[Side]:
    return [Side(number, Alinea(text[slice(*row.span)], None, 0, 0, (), True)) for number, row in enumerate(rows, 1)]


def _filled(couples: Couples, olds: int, news: int) -> Couples:
    """The couples, and between two of them what is left where it is as many on both sides; one couple at the least."""
    found: Couples = []
    at_old = at_new = 0
    for i, j in [*couples, (olds, news)]:
        if i - at_old == j - at_new:
            found += zip(range(at_old, i), range(at_new, j), strict=True)
        found += [(i, j)] if i < olds else []
        at_old, at_new = i + 1, j + 1
    return found or [(k, k) for k in range(min(olds, news))]


def _columns(old: str, new: str, rows: Sequence[tuple[_Row, _Row]]) -> dict[tuple[int, int], Couples]:
    """For each pair of widths (in cells) which columns belong together: those that most rows of these widths agree on."""
    found: dict[tuple[int, int], Couples] = {}
    votes: dict[tuple[int, int], Counter[tuple[int, int]]] = {}
    seen: Counter[tuple[int, int]] = Counter()
    for before, after in rows:
        width = len(before.cells), len(after.cells)
        if seen[width] < LOOKED_AT and old[slice(*before.span)] != new[slice(*after.span)]:
            seen[width] += 1
            votes.setdefault(width, Counter()).update(_agreeing(old, new, before.cells, after.cells))
    for width, counted in votes.items():
        boxes = [Box((c,), (d,), n) for (c, d), n in counted.items() if n >= COLUMN_ALIKE * 100 * seen[width]]
        found[width] = _filled([(box.olds[0], box.news[0]) for box in best_chain(boxes)], *width)
    return found


def _agreeing(old: str, new: str, before: Sequence[Span], after: Sequence[Span]) -> dict[tuple[int, int], int]:
    """How alike the cells of two rows are, in hundredths; the same place counts a little in a row of the same width."""
    left, right = [_words(old[slice(*cell)]) for cell in before], [_words(new[slice(*cell)]) for cell in after]
    return {
        (c, d): round(100 * alike(kept(a, b), len(a), len(b))) + 10 * (c == d and len(left) == len(right))
        for c, a in enumerate(left)
        for d, b in enumerate(right)
        if a and b
    }


def _words(cell: str) -> str:
    """The words of a cell, a letter each."""
    return letters(folded(cell).lower().split())


def _in_cell(old: str, new: str, before: Span, after: Span) -> Iterator[Edit]:
    for edit in word_diff(old[slice(*before)], new[slice(*after)]).edits:
        yield Edit(edit.op, _shifted(edit.old, before[0]), _shifted(edit.new, after[0]), edit.channel)


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _edits(
    old: str, new: str, olds: Sequence[Span], news: Sequence[Span], couples: Couples, inside: Callable[[int, int], Iterator[Edit]]
) -> Iterator[Edit]:
    """The edits of rows, or of the cells of a row: inside each couple, and between them what went and what came, each whole."""
    at_old = at_new = 0
    for i, j in [*couples, (len(olds), len(news))]:
        more = i < len(olds)
        gone, come = _with_break(olds, at_old, i, more), _with_break(news, at_new, j, more)
        old_at = olds[i][0] if more else olds[-1][1]
        new_at = (news[at_new][0] if more else news[at_new - 1][1]) if couples else 0
        yield from (_edit("delete", span, (new_at, new_at), old) for span in gone)
        yield from (_edit("insert", (old_at, old_at), span, new) for span in come)
        if more:
            yield from inside(i, j)
        at_old, at_new = i + 1, j + 1


def _with_break(spans: Sequence[Span], start: int, end: int, more: bool) -> list[Span]:
    """Ranges of whole rows or cells with the break behind each; at the end of all, with the break before each."""
    if more:
        return [(spans[k][0], spans[k + 1][0]) for k in range(start, end)]
    return [(spans[k - 1][1], spans[k][1]) for k in range(start, end)]


def _edit(op: Op, old: Span, new: Span, text: str) -> Edit:
    span = old if op == "delete" else new
    said = any(c.isalnum() for c in text[slice(*span)])
    return Edit(op, old, new, "substantive" if said else "editorial")
