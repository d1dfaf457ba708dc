"""Who cites an article that changed, as rows for a person: the article, what became of it, the places that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, translated
from statutes_diff.reports._views.places import where
from statutes_diff.reports._views.status import WORDS

if TYPE_CHECKING:
    from statutes_diff.model import Account, Inbound


def head() -> list[str]:
    """The headings of the columns; the first names the table."""
    return [_("Cited"), _("status"), _("cited in")]


def rows(account: Account) -> list[list[str]]:
    """One row for each number; none when nobody asked, or nobody cites."""
    return [[article_printed(found.number), _became(found), where(found.cited, None)] for found in account.inbound or ()]


def _became(found: Inbound) -> str:
    """What became of the article that bore the number, or bears it now."""
    status = _(WORDS[found.status])
    if found.now is None or found.now == found.number:
        return status
    return translated(msg("{status}, now {number}", status=status, number=article_printed(found.now)))


def none_found(account: Account) -> str:
    """Said when it was asked for and nothing cites what changed."""
    return _("No other article cites an article that changed.") if account.inbound == () else ""
