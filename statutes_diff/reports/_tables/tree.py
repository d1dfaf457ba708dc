"""A statute as a sheet: one alinéa a row, with the article and the divisions that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _
from statutes_diff.reports._tables.sheets import Column, Line, Workbook
from statutes_diff.reports._views.account import note_words
from statutes_diff.reports._views.labels import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Place, Statute
    from statutes_diff.reports._tables.sheets import Cell
    from statutes_diff.reports._views.view import View


def workbook(statute: Statute, view: View) -> bytes:
    """The alinéas, and a sheet that says how the text was read."""
    book = Workbook(statute.title or _("(no title)"))
    book.table(_("Alinéas"), _columns(), (Line(cells) for place in statute.places() for cells in _alineas(place)), fixed=2)
    notes = [("", note_words(note)) for note in statute.notes]
    book.page(_("Texts"), [(statute.title or _("(no title)"), " · ".join(facts_of(statute))), *notes])
    return book.closed()


def _columns() -> list[Column]:
    return [
        Column(_("Article"), 14),
        Column(_("Alinéa"), 10),
        Column(_("Marker"), 10),
        Column(_("Text"), 90),
        Column(_("Heading"), 60),
        Column(_("Line"), 10),
        Column(_("File"), 24),
    ]


def _alineas(place: Place) -> Iterator[list[Cell]]:
    """The alinéas of an article; one without any has a row of its own."""
    article = place.article
    headings = "\n".join([division.heading for division in place.path])
    frame: list[Cell] = [headings, article.line, article.file]
    if not article.alineas:
        yield [article_printed(article.number), None, None, None, *frame]
    for index, alinea in enumerate(article.alineas, start=1):
        yield [article_printed(article.number), index, alinea.marker or "", alinea.text, headings, alinea.line, article.file]
