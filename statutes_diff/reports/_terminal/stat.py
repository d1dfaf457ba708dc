"""A comparison at a glance, as git's ``--stat``: an article a line with how many words changed, and a bar; then the total."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._terminal.layout import Paragraph
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.pairs import alinea_pairs, edits_of
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account, ArticlePair
    from statutes_diff.reports._views.view import View

_WIDEST_NAME = 40  # columns of a number, or of two with an arrow
_SHORTEST_BAR = 8  # columns
_WIDEST = 120


class Row(NamedTuple):
    """An article: its number, what became of it, the words that came and went."""

    name: str
    status: str
    inserted: int
    removed: int

    @property
    def words(self) -> int:
        return self.inserted + self.removed


def content(account: Account, view: View) -> Iterator[Paragraph]:
    """A line for each article that changed; what is not shown and what was not compared; the total."""
    rows = [_row(pair) for pair in selected(account, view).comparison.articles if pair.status not in ("unchanged", "not-covered")]
    if rows:
        yield from _lines(rows, min(view.width, _WIDEST))
    if filtered := _overall.filter_words(account, view):
        yield Paragraph(filtered, first=" ", rest="  ")
    for sentence in _overall.left_out(account, view):
        yield Paragraph(sentence, first=" ", rest="  ")
    yield Paragraph(_overall.result(account), _total(rows), first=" ", rest="  ")


def _row(pair: ArticlePair) -> Row:
    old, new = (article_printed(place.article.number) if place else "" for place in (pair.old, pair.new))
    name = f"{old} → {new}" if old and new and old != new else new or old
    came, gone = 0, 0
    for alinea in alinea_pairs(pair):
        before, after = pair.old_text(alinea), pair.new_text(alinea)
        for edit in edits_of(alinea, before, after):
            gone += len(before[slice(*edit.old)].split())
            came += len(after[slice(*edit.new)].split())
    return Row(name, _(WORDS[pair.status]), came, gone)


def _lines(rows: Sequence[Row], width: int) -> Iterator[Paragraph]:
    """Names, statuses and figures in columns; the bar has what is left, the longest all of it."""
    name = min(max(len(row.name) for row in rows), _WIDEST_NAME)
    status = max(len(row.status) for row in rows)
    most = max(row.words for row in rows)
    digits = len(str(most))
    room = max(width - name - status - digits - len("     |  "), _SHORTEST_BAR)
    for row in rows:
        plus, minus = _bar(row, most, room)
        figures = f" {row.name:<{name}}  {row.status:<{status}} | {row.words:>{digits}} "
        yield Paragraph(figures, ("+" * plus, "inserted"), ("-" * minus, "minus"), rest="    ")


def _bar(row: Row, most: int, room: int) -> tuple[int, int]:
    """How many signs each, at least one for what is there; one a word where there is room."""
    if most <= room:
        return row.inserted, row.removed
    length = max(round(row.words * room / most), (row.inserted > 0) + (row.removed > 0))
    plus = round(length * row.inserted / row.words) if row.words else 0
    plus = min(max(plus, row.inserted > 0), length - (row.removed > 0))
    return plus, length - plus


def _total(rows: Sequence[Row]) -> str:
    came, gone = sum(row.inserted for row in rows), sum(row.removed for row in rows)
    words = [
        translated(plural("{n} word inserted (+)", "{n} words inserted (+)", came)) if came else "",
        translated(plural("{n} word removed (-)", "{n} words removed (-)", gone)) if gone else "",
    ]
    said = ", ".join([word for word in words if word])
    return translated(msg("; {words}", words=said)) if said else ""
