"""How many of what: the figures of the summary, each status always present so that a reader need not guess a zero."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from statutes_diff.model import Account, AlineaStatus, ArticlePair, ArticleStatus, Channel, ReferenceStatus
from statutes_diff.reports._views.pairs import alinea_pairs, counted_pairs, edits_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def article_counts(account: Account) -> dict[str, int]:
    """Articles by status."""
    return _all(get_args(ArticleStatus), Counter(pair.status for pair in account.comparison.articles))


def alinea_counts(account: Account) -> dict[str, int]:
    """Alinéa pairs by status, those of unchanged articles included, those outside the comparison left out.

    Those of files that both versions hold are left out too (``shared_count`` tells of how many articles)."""
    found = Counter(alinea.status for pair in account.comparison.articles for alinea in counted_pairs(pair))
    return _all(get_args(AlineaStatus), found)


def shared_count(account: Account) -> int:
    """The unchanged articles of files that both versions hold, equal to the byte."""
    return sum(pair.shared and pair.status == "unchanged" for pair in account.comparison.articles)


def channel_counts(account: Account) -> dict[str, int]:
    """Edits by channel; an alinéa that came or went whole counts as one."""
    found: Counter[str] = Counter()
    for pair in account.comparison.articles:
        found.update(_edit_channels(pair))
    return _all(get_args(Channel), found)


def reference_counts(account: Account) -> dict[str, int]:
    """Rows of the ledger by status."""
    return _all(get_args(ReferenceStatus), Counter(row.status for row in account.references))


def _edit_channels(pair: ArticlePair) -> list[str]:
    if pair.status == "unchanged":
        return []
    changed = (alinea for alinea in alinea_pairs(pair) if alinea.status != "unchanged" or alinea.edits)
    return [edit.channel for alinea in changed for edit in edits_of(alinea, pair.old_text(alinea), pair.new_text(alinea))]


def _all(statuses: tuple[str, ...], found: Mapping[Any, int]) -> dict[str, int]:
    return {status: found.get(status, 0) for status in statuses}
