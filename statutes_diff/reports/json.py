"""JSON for programs (``comparison/1``, ``concordance/1``, ``tree/1``, ``references/1``): English, the same bytes each time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from statutes_diff.compare.concordance import renumbered
from statutes_diff.language.citation import cite
from statutes_diff.model import (
    Account,
    ArticlePair,
    Checked,
    Concordance,
    Finding,
    Inbound,
    LedgerRow,
    LocatedReference,
    Locus,
    Mention,
    Note,
    Statute,
    Sweep,
)
from statutes_diff.reports._json.lines import Lines
from statutes_diff.reports._json.pairs import alineas, division_pair, passage
from statutes_diff.reports._json.summary import summary_fields
from statutes_diff.reports._json.text import Value, json_text
from statutes_diff.reports._views.refs_fields import target_fields
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from statutes_diff.model.history import Blame, History
    from statutes_diff.reports._views.view import View


def compare(account: Account, view: View) -> str:
    """The account as ``comparison/1``.

    An unchanged article lists its alinéas only with ``view.full``; any other article lists all of both sides. ``view.only``
    leaves out articles, alinéas, findings and renvois of other channels, never one edit of an alinéa that is shown:
    the edits of each alinéa still rebuild it. The summary always counts the whole account. How people see a changed alinéa
    (``view.rewritten``) changes nothing here.
    """
    lines = Lines()

    def written(pair: ArticlePair) -> Value:
        return lines.pair(pair, alineas(pair, view))

    members = {name: list(values) for name, values in lists(account, view, written).items()}
    return json_text({"schema": "statutes-diff/comparison/1", **head(account), **members})


def head(account: Account) -> dict[str, Value]:
    """The two versions and the figures of the whole account."""
    sides = account.comparison.old, account.comparison.new
    return {"old": _side(sides[0]), "new": _side(sides[1]), "summary": summary_fields(summary(account))}


def lists(account: Account, view: View, written: Callable[[ArticlePair], Value]) -> dict[str, Iterable[Value]]:
    """The lists of ``comparison/1`` in their order, each made as it is read; ``written`` gives an article."""
    shown, partners = selected(account, view), _partners(account)
    cited = {} if account.inbound is None else {"inbound": map(_inbound, account.inbound)}  # nothing where nobody asked
    return {
        "articles": map(written, shown.comparison.articles),
        "passages": map(passage, shown.comparison.passages),
        "divisions": map(division_pair, shown.comparison.divisions),
        "findings": (_finding(finding, partners) for finding in shown.findings),
        "references": map(_ledger_row, shown.references),
        "substitutions": map(_substitution, shown.sweeps),
        "concordance": _numbers_changed(account),
        **cited,
    }


def log(found: History, patches: Sequence[Account], view: View) -> str:
    """The versions of an article as ``history/1``; with ``patches`` each has its ``comparison/1``."""
    from statutes_diff.reports._json.history import history_fields

    return json_text(history_fields(found, [json.loads(compare(account, view)) for account in patches]))


def blame(found: Blame, view: View) -> str:
    """The words of an article with the commits that brought them, as ``blame/1``: the runs of an alinéa tile its text."""
    from statutes_diff.reports._json.history import blame_fields

    return json_text(blame_fields(found))


def check(result: Checked, view: View) -> str:
    """The findings of a check as ``check/1``, with the rules that were run."""
    from statutes_diff.reports._views import corpus_findings as check_fields

    return json_text(
        {
            "schema": "statutes-diff/check/1",
            "summary": check_fields.summary(result),
            "rules": [{"rule": name, "level": level} for name, level in result.rules],
            "findings": [check_fields.fields(finding) for finding in result.findings],
            "skipped": list(result.skipped),
        }
    )


def _inbound(found: Inbound) -> Value:
    cited: list[Value] = [cite(locus) for locus in found.cited]
    return {"number": found.number, "status": found.status, "now": found.now, "cited": cited}


def concordance(table: Concordance, view: View) -> str:
    """The table as ``concordance/1``: always every row, in the order asked for."""
    from statutes_diff.reports._views.concordance_fields import counts, fields

    return json_text(
        {
            "schema": "statutes-diff/concordance/1",
            "old": _side(table.comparison.old),
            "new": _side(table.comparison.new),
            "summary": {**counts(table)},
            "rows": [{**fields(row)} for row in table.rows],
        }
    )


def tree(statute: Statute, view: View) -> str:
    """A statute as ``tree/1``: its divisions, and its articles with their alinéas."""
    from statutes_diff.reports._json.tree import article, divisions

    return json_text(
        {
            "schema": "statutes-diff/tree/1",
            "title": statute.title,
            "source": statute.source,
            "format": statute.format,
            "encoding": statute.encoding,
            "notes": [_note(note) for note in statute.notes],
            "divisions": list(divisions(statute)),
            "articles": [article(place) for place in statute.places()],
        }
    )


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """The renvois of some statutes as ``references/1``; ``source`` says which file the words stand in."""
    from statutes_diff.reports._views.refs_fields import reference_fields

    return json_text(
        {
            "schema": "statutes-diff/references/1",
            "references": [reference_fields(located, statute.source) for statute, found in read for located in found],
        }
    )


def ref_counts(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """The figures of the same renvois as ``reference-counts/1``."""
    from statutes_diff.references.figures import figures
    from statutes_diff.reports._views.refs_fields import figures_fields

    return json_text(
        {
            "schema": "statutes-diff/reference-counts/1",
            "statutes": [figures_fields(statute, figures(found)) for statute, found in read],
        }
    )


def _side(statute: Statute) -> Value:
    return {
        "name": statute.source,
        "title": statute.title,
        "format": statute.format,
        "encoding": statute.encoding,
        "articles": sum(1 for _ in statute.articles()),
        "notes": [_note(note) for note in statute.notes],
    }


def _note(note: Note) -> Value:
    entry: dict[str, Value] = {"line": note.line, "code": note.code, "message": str(note.message)}
    return {**entry, "file": note.file} if note.file else entry


def _partners(account: Account) -> dict[tuple[str, str], str | None]:
    """Side and number of each article → the number of the article it is paired with."""
    found: dict[tuple[str, str], str | None] = {}
    for pair in account.comparison.articles:
        old, new = (place.article.number if place else None for place in (pair.old, pair.new))
        found |= {("old", old): new} if old else {}
        found |= {("new", new): old} if new else {}
    return found


def _finding(finding: Finding, partners: Mapping[tuple[str, str], str | None]) -> Value:
    old, new = _first_article(finding.where_old), _first_article(finding.where_new)
    return {
        "rule": finding.rule,
        "channel": finding.channel,
        "message": str(finding.message),
        "old": finding.old,
        "new": finding.new,
        "article": {"old": old or partners.get(("new", new or "")), "new": new or partners.get(("old", old or ""))},
        "where": {"old": [cite(locus) for locus in finding.where_old], "new": [cite(locus) for locus in finding.where_new]},
        "values": dict(finding.message.values),
    }


def _substitution(sweep: Sweep) -> Value:
    """``where`` names the places that are left."""
    return {
        "old": sweep.old,
        "new": sweep.new,
        "replaced": len(sweep.places),
        "remaining": len(sweep.remaining),
        "where": [cite(locus) for locus in sweep.remaining],
        "places": [{"old": cite(place.old), "new": cite(place.new), "whole": place.whole} for place in sweep.places],
        "forms": [{"old": old, "new": new, "times": times} for old, new, times in sweep.forms],
    }


def _first_article(where: tuple[Locus, ...]) -> str | None:
    return where[0].article if where else None


def _ledger_row(row: LedgerRow) -> Value:
    return {
        "status": row.status,
        "old": _mention(row.old),
        "new": _mention(row.new),
        "evidence": str(row.evidence) if row.evidence else None,
        **({"old_target_text": row.old_text, "new_target_text": row.new_text} if row.old_text or row.new_text else {}),
    }


def _mention(mention: Mention | None) -> Value:
    if mention is None:
        return None
    return {
        "target": {**target_fields(mention.target)},
        "locus": cite(mention.locus),
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
    }


def _numbers_changed(account: Account) -> Iterator[Value]:
    """The articles whose words stand under another number, wholly or in part."""
    for row in renumbered(account.comparison):
        if row.old and row.new:
            yield {"old": row.old.article.number, "new": row.new.article.number, "how": row.how, "score": row.score}
