"""Rates and shares that came, went or changed in an article that stands in both versions.

What it finds: "5,5 %", "10 p. 100", "trente pour cent", "la moitié", "les deux tiers", "1/30", "le double" replaced by another,
with the direction; a rate inserted or struck. Equal rates in other words ("p. 100" for "%", "la moitié" for "50 %") are no
change, nor is a rate that only changed its place in the article.

Why it matters: a rate is often all that an act amends, and all that is owed depends on it.

Example: "la cotisation est de 5,5 p. 100" becomes "la cotisation est de 7 %": raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.rates import any_rate, rates
from statutes_diff.messages import msg
from statutes_diff.rules._figures import Reading, bounds_differ, exchanges, told, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Figure
    from statutes_diff.model import Finding, Message
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._figures import Exchange


def find(changes: Changes) -> Iterator[Finding]:
    """The rates that changed, in document order."""
    for exchange in exchanges(changes, Reading(rates, any_rate)):
        yield told("rate", exchange, _said(exchange))


def _said(exchange: Exchange[Figure]) -> Message:
    values = values_of(exchange)
    if not exchange.old:
        return msg("rate inserted: “{new}”", **values)
    if not exchange.new:
        return msg("rate removed: “{old}”", **values)
    old, new = exchange.both()
    if bounds_differ(exchange):
        return msg("rate under another bound: “{old}” is replaced by “{new}”", **values)
    points = f"{new.number - old.number:+.10g}"
    if new.number > old.number:
        return msg("rate raised: “{old}” is replaced by “{new}”", **values, direction="more", points=points)
    return msg("rate lowered: “{old}” is replaced by “{new}”", **values, direction="less", points=points)
