"""A comparison as sheets: the first page, the alinéas, what is said of them, and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.compare.concordance import concordance
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, translated
from statutes_diff.reports._tables.concordance import write_table
from statutes_diff.reports._tables.sheets import Column, Line, Workbook
from statutes_diff.reports._views import inbound
from statutes_diff.reports._views.findings import remarks, said
from statutes_diff.reports._views.page import page
from statutes_diff.reports._views.pairs import alinea_pairs, edits_of
from statutes_diff.reports._views.passages import passages_of
from statutes_diff.reports._views.places import listed, numbers, targets, where
from statutes_diff.reports._views.renvois import evidence
from statutes_diff.reports._views.segments import segments
from statutes_diff.reports._views.selection import channels_of, selected
from statutes_diff.reports._views.status import CHANNELS, WORDS, alinea_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Account, AlineaPair, ArticlePair, Channel, Finding, LedgerRow, Mention, Sweep
    from statutes_diff.reports._tables.sheets import Cell
    from statutes_diff.reports._views.passages import Passages
    from statutes_diff.reports._views.view import View

_MARGINS = {"example": "    – ", "note": "! "}
_TO_ACT_ON = ("dangling", "stale", "retargeted")  # renvois that somebody has to look at


def workbook(account: Account, view: View) -> bytes:
    """The whole workbook; ``--only`` and ``--full`` hold for the sheets of alinéas, findings and renvois."""
    shown = selected(account, view)
    book = Workbook(_("What changed"))
    book.page(_("Summary"), ((said.label, _MARGINS.get(said.kind, "") + said.words) for said in page(account, view)))
    book.table(_("Alinéas"), _alinea_columns(), _alineas(shown, view), fixed=2)
    book.table(_("Findings"), _finding_columns(), (Line(list(_finding(found))) for found in shown.findings))
    book.table(_("Cross-references"), _reference_columns(), map(_reference, shown.references))
    write_table(book, concordance(account.comparison))
    book.table(_("Substitutions"), _sweep_columns(), map(_sweep, shown.sweeps))
    if rows := inbound.rows(shown):
        widths = (16, 24, 60)
        columns = [Column(name, width) for name, width in zip(inbound.head(), widths, strict=True)]
        book.table(_("Cited"), columns, (Line(row) for row in rows))
    return book.closed()


def _alinea_columns() -> list[Column]:
    return [
        Column(_("Old article"), 14),
        Column(_("New article"), 14),
        Column(_("Old alinéas"), 10),
        Column(_("New alinéas"), 10),
        Column(_("Article"), 14),
        Column(_("Alinéa"), 20),
        Column(_("Kind of change"), 18),
        Column(_("Words"), 60),
        Column(_("Old text"), 50),
        Column(_("New text"), 50),
        Column(_("Remarks"), 30),
    ]


def _alineas(account: Account, view: View) -> Iterator[Line]:
    """A row for each alinéa that changed, with ``view.full`` for every one, in the order of the comparison."""
    pairs = account.comparison.articles
    passages = passages_of(account.comparison, pairs)
    for pair in pairs:
        if pair.status != "unchanged" or view.full:
            for alinea in alinea_pairs(pair):
                if alinea.status != "unchanged" or view.full:
                    yield Line(list(_alinea(pair, alinea, passages, view)))


def _alinea(pair: ArticlePair, alinea: AlineaPair, passages: Passages, view: View) -> Iterator[Cell]:
    old, new = pair.old_text(alinea), pair.new_text(alinea)
    edits = edits_of(alinea, old, new)
    yield from (article_printed(place.article.number) if place else "" for place in (pair.old, pair.new))
    yield from (numbers(indexes) for indexes in (alinea.old, alinea.new))
    yield _(WORDS[pair.status])
    yield alinea_status(alinea)
    yield listed(_channels(channels_of(alinea)))
    yield segments(old, new, edits, full=view.full) if edits else ""
    yield old
    yield new
    yield " · ".join([words for words in (passages.said(alinea, pair), translated(alinea.note) if alinea.note else "") if words])


def _channels(found: set[Channel]) -> list[str]:
    return [_(CHANNELS[channel]) for channel in CHANNELS if channel in found]


def _finding_columns() -> list[Column]:
    return [
        Column(_("Rule"), 18),
        Column(_("Kind of change"), 16),
        Column(_("Finding"), 70),
        Column(_("Remarks"), 40),
        Column(_("Old words"), 36),
        Column(_("New words"), 36),
        Column(_("Where before"), 40),
        Column(_("Where after"), 40),
    ]


def _finding(finding: Finding) -> Iterator[Cell]:
    yield finding.rule
    yield _(CHANNELS[finding.channel])
    yield said(finding)
    yield "\n".join(remarks(finding))
    yield finding.old or ""
    yield finding.new or ""
    yield from (where(loci, None) for loci in (finding.where_old, finding.where_new))


def _sweep_columns() -> list[Column]:
    return [
        Column(_("Old words"), 36),
        Column(_("New words"), 36),
        Column(_("places"), 10),
        Column(_("left"), 10),
        Column(_("where they are left"), 50),
        Column(_("Where after"), 70),
    ]


def _sweep(sweep: Sweep) -> Line:
    """A substitution with all of its places; one that left some wants a look."""
    places = (where(loci, None) for loci in (sweep.remaining, [place.new for place in sweep.places]))
    cells: list[Cell] = [sweep.old, sweep.new, len(sweep.places), len(sweep.remaining), *places]
    return Line(cells, gap=bool(sweep.remaining))


def _reference_columns() -> list[Column]:
    return [
        Column(_("Status"), 18),
        Column(_("Old target"), 28),
        Column(_("New target"), 28),
        Column(_("Of the text"), 28),
        Column(_("Old words"), 28),
        Column(_("New words"), 28),
        Column(_("Where before"), 28),
        Column(_("Where after"), 28),
        Column(_("Why"), 50),
        Column(_("Old target begins"), 40),
        Column(_("New target begins"), 40),
    ]


def _reference(row: LedgerRow) -> Line:
    return Line(list(_reference_cells(row)), gap=row.status in _TO_ACT_ON)


def _reference_cells(row: LedgerRow) -> Iterator[Cell]:
    sides = (row.old, row.new)
    yield _(WORDS[row.status])
    yield from (_target(side) for side in sides)
    yield ", ".join(dict.fromkeys(side.target.text for side in sides if side and side.target.text))
    yield from (side.text if side else "" for side in sides)
    yield from (where([side.locus], None) if side else "" for side in sides)
    yield evidence(row)
    yield row.old_text
    yield row.new_text


def _target(mention: Mention | None) -> str:
    return targets([mention.target], None) if mention else ""
