"""The summary of an account, one value for every report: how many of what, and what matters first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.model import Headline, Summary
from statutes_diff.reports._views import counts as _counts
from statutes_diff.reports._views.matters import matters, said, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statutes_diff.model import Account, ArticlePair, Finding, LedgerRow
    from statutes_diff.reports._views.matters import Matter

FIRST = 5  # headlines at the top


def summary(account: Account, most: int = FIRST) -> Summary:
    """The figures of an account and its headlines; ``most`` of them come first.

    A headline is a kind of change (``data/weights.toml``), so that one of forty findings does not hide what else there is. The
    order is that of the weights: the same account gives the same summary.
    """
    found = headlines(account)
    return Summary(
        _counts.article_counts(account),
        _counts.alinea_counts(account),
        _counts.channel_counts(account),
        _counts.reference_counts(account),
        _counts.shared_count(account),
        first=found[:most],
        others=found[most:],
    )


def headlines(account: Account) -> tuple[Headline, ...]:
    """Every kind of change of an account that weighs something, the weightiest first."""
    return tuple(sorted(_headlines(account), key=lambda headline: -headline.weight))


def _headlines(account: Account) -> Iterator[Headline]:
    findings = _sorted_findings(account.findings)
    for matter in matters():
        if matter.weight:
            told = matter.ranked(findings.get(matter, ()))
            rows, articles = _rows(account, matter), _articles(account, matter)
            if n := len(told) + len(rows) + len(articles):
                yield Headline(matter.key, matter.weight, said(matter.key, n), why(matter.key), told, rows, articles)


def _sorted_findings(findings: Iterable[Finding]) -> dict[Matter, list[Finding]]:
    """The findings of each matter, each in the first that it fits."""
    sorted_out: dict[Matter, list[Finding]] = {}
    rules: dict[str, list[Matter]] = {}
    for matter in matters():
        if matter.of == "finding":
            rules.setdefault(matter.what, []).append(matter)
    for finding in findings:
        for matter in rules.get(finding.rule, ()):
            if matter.holds(finding):
                sorted_out.setdefault(matter, []).append(finding)
                break
    return sorted_out


def _rows(account: Account, matter: Matter) -> tuple[LedgerRow, ...]:
    if matter.of != "reference":
        return ()
    return tuple(row for row in account.references if row.status == matter.what)


def _articles(account: Account, matter: Matter) -> tuple[ArticlePair, ...]:
    if matter.of != "article":
        return ()
    return tuple(pair for pair in account.comparison.articles if pair.status == matter.what)
