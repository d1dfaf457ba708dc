"""Cross-references as a sheet: one target a row, with the renvoi that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, translated
from statutes_diff.reports._tables.sheets import Column, Line, Workbook
from statutes_diff.reports._views.places import targets
from statutes_diff.reports._views.refs_fields import standings
from statutes_diff.reports._views.refs_words import facts, standing_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._views.view import View


def workbook(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str) -> bytes:
    """The renvois of every statute in one sheet, and a sheet that says what was read."""
    book = Workbook(_("Cross-references"))
    columns = _columns(view)
    rows = (Line(row[: len(columns)]) for statute, found in read for located in found for row in _rows(located, statute))
    book.table(_("Cross-references"), columns, rows, fixed=3)
    lines = [(statute.title or _("(no title)"), " · ".join(facts(statute, found))) for statute, found in read]
    book.page(_("Texts"), [*lines, *([(_("Shown"), asked)] if asked else [])])
    return book.closed()


def _columns(view: View) -> list[Column]:
    """The beginning of the text pointed to is looked up only with ``--full``."""
    return [
        Column(_("Source"), 24),
        Column(_("Article"), 14),
        Column(_("Place"), 18),
        Column(_("Words"), 36),
        Column(_("Target"), 40),
        Column(_("Of the text"), 36),
        Column(_("What stands there"), 28),
        Column(_("Remarks"), 36),
        *([Column(_("Target begins"), 60)] if view.full else []),
    ]


def _rows(located: LocatedReference, statute: Statute) -> Iterator[list[str]]:
    reference, home = located.reference, located.locus.article
    remarks = [_("in quotation marks")] if located.quoted else []
    remarks += [translated(located.note)] if located.note else []
    for place, (target, standing) in enumerate(zip(reference.targets, standings(located), strict=True)):
        yield [
            statute.source,
            article_printed(home),
            cite_alinea(located.locus),
            reference.text,
            targets([target], home),
            target.text or "",
            standing_words(standing),
            "\n".join(remarks),
            located.excerpts[place] if located.excerpts else "",
        ]
