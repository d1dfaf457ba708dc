"""Dates that came, went or changed in an article that stands in both versions.

What it finds: "1er janvier 2020", "le 31 décembre", "le dernier jour du mois de février", "en 2005" replaced by another date,
later or earlier where both have a year; a date inserted or struck. The date of an act ("la loi n° 78-17 du 6 janvier 1978")
belongs to its name and is left to the renvois; one that comes or goes with words of entry into force ("à compter du",
"jusqu'au") is told by the rule entry-into-force. A date that only changed its place in the article is no change.

Why it matters: from when and until when a provision applies, which periods count, when something must be done.

Example: "au plus tard le 31 décembre 2004" becomes "au plus tard le 31 décembre 2006": later.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from statutes_diff.language.calendar import any_date, calendar_dates
from statutes_diff.language.commencement import commencements
from statutes_diff.messages import msg
from statutes_diff.rules._figures import Reading, exchanges, told, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.calendar import CalendarDate
    from statutes_diff.model import Finding, Message
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._figures import Exchange, Found


def find(changes: Changes) -> Iterator[Finding]:
    """The dates that changed, in document order."""
    for exchange in exchanges(changes, Reading(calendar_dates, any_date, kin=_alike, alone=_is_no_bound)):
        yield told("date", exchange, _said(exchange))


def _alike(old: CalendarDate, new: CalendarDate) -> bool:
    """A day for a day, a year for a year: "le 31 décembre 2007" and "les assurés nés après 1947" say different things."""
    return old.shape == new.shape or (old.shape[1:] == new.shape[1:] == (True, True))


def _is_no_bound(found: Found[CalendarDate]) -> bool:
    date = found.figure
    return not any(start <= date.start and date.end <= end for start, end in _bounds(found.side.text))


@functools.lru_cache(maxsize=16)  # asked for each date of a text in turn
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where words say from when or until when."""
    return tuple((words.start, words.end) for words in commencements(text))


def _said(exchange: Exchange[CalendarDate]) -> Message:
    values = values_of(exchange)
    if not exchange.old:
        return msg("date inserted: “{new}”", **values)
    if not exchange.new:
        return msg("date removed: “{old}”", **values)
    old, new = (date.first_day for date in exchange.both())
    if old is None or new is None or old == new:
        return msg("date replaced: “{old}” is replaced by “{new}”", **values, direction="other")
    days = (new - old).days
    if days > 0:
        return msg("date put later: “{old}” is replaced by “{new}”", **values, direction="later", days=days)
    return msg("date put earlier: “{old}” is replaced by “{new}”", **values, direction="earlier", days=days)
