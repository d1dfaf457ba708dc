"""The last pages in Word: the articles one by one, institutions, cross-references, numbers, findings, what was not compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from statutes_diff.messages import _, plural, translated
from statutes_diff.reports._docx.about import about
from statutes_diff.reports._docx.articles import bookmark
from statutes_diff.reports._docx.markup import plain
from statutes_diff.reports._docx.tables import report_table
from statutes_diff.reports._docx.writing import items
from statutes_diff.reports._views import concordance as _concordance
from statutes_diff.reports._views import inbound
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of, institutions, sentences
from statutes_diff.reports._views.renvois import changed_renvois, kept_renvois
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.view import View

if TYPE_CHECKING:
    from statutes_diff.model import Account
    from statutes_diff.reports._views.account import ArticleBlock


def back(account: Account, blocks: Sequence[ArticleBlock], view: View) -> Iterator[str]:
    """The paragraphs and tables behind the articles."""
    shown = selected(account, view)
    home = home_of(account)
    if len(blocks) > 1:
        rows = [[_("Article"), _("status")], *([block.title, block.status] for block in blocks)]
        yield from _table(_("Articles"), rows, [bookmark(place) for place in range(1, len(rows))])
    yield from _table(_("Institutions"), institutions(shown.findings, home))
    yield from _renvois(shown, home, view)
    yield from _table(_("Cited"), [inbound.head(), *found] if (found := inbound.rows(shown)) else [])
    if words := inbound.none_found(shown):
        yield plain("Normal", words)
    yield from _table(_("Concordance"), list(_numbers(shown)))
    if found_otherwise := sentences(shown.findings, home):
        yield plain("Heading1", _("Other findings"))
        yield from items(found_otherwise)
    yield from _tail(account, view)
    yield from about(account, view)


def _table(title: str, rows: Sequence[Sequence[str]], links: Sequence[str] = ()) -> Iterator[str]:
    """A heading and a table, its first row the names of the columns; nothing without rows."""
    if rows:
        yield plain("Heading1", title)
        yield report_table(rows, links)


def _renvois(account: Account, home: str | None, view: View) -> Iterator[str]:
    rows = changed_renvois(account, home)
    kept, words = kept_renvois(account, home, full=view.full)
    heading = (_("status"), _("target"), _("where"))
    body = [(row.status, row.target, f"{row.where} — {row.evidence}" if row.evidence else row.where) for row in rows]
    yield from _table(_("Cross-references"), [heading, *body] if rows else [])
    if kept and not rows:
        yield plain("Heading1", _("Cross-references"))
    if kept:
        yield plain("Normal", translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=words)), _BELOW)


_BELOW = '<w:spacing w:before="120"/>'  # a table has no space of its own below it


def _numbers(account: Account) -> Iterator[Sequence[str]]:
    """Old numbers and their new ones, where some article has another."""
    from statutes_diff.compare.concordance import renumbered
    from statutes_diff.model import Concordance

    rows = renumbered(account.comparison)
    table = Concordance(account.comparison, tuple(rows))
    if rows:
        yield _concordance.headings(table)
    for line in _concordance.lines(table, View(full=True)):
        if isinstance(line, _concordance.Line):
            yield line.old, line.new, line.tie, _("; ").join(line.remarks)


def _tail(account: Account, view: View) -> Iterator[str]:
    said = list(_overall.left_out(account, view))
    proof = _overall.verified(account)
    yield plain("Heading1", _("Extent and proof"))
    yield from (plain("Normal", sentence) for sentence in (*said, *([proof] if proof else [])))
