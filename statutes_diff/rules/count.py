"""Counts, thresholds and ages that changed in an article that stands in both versions.

What it finds: "cinquante salariés", "plus de 3 500 habitants", "trois membres", "50 kilomètres à l'heure" where another number of
the same thing stands in their place, with the direction and by how much; "âgé de dix-huit ans", "les moins de 25 ans", "un mineur
de quinze ans" likewise. Ages, and counts whose words make them a bound ("au moins deux médecins"), are also told when they come
or go. Figures and words are one value: "18 ans" for "dix-huit ans" is no change. What has a rule of its own (amounts, rates,
dates, durations) is left to it; the numbers of articles and alinéas are renvois.

Why it matters: who is covered, how many must sign, from which size a duty begins.

Example: "dans les communes de plus de 3 500 habitants" becomes "de plus de 1 000 habitants": lowered by 71 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.counts import AGE, counts, is_threshold
from statutes_diff.language.figures import any_number
from statutes_diff.messages import msg
from statutes_diff.rules._figures import Reading, bounds_differ, by_how_much, exchanges, told, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Figure
    from statutes_diff.model import Finding, Message
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._figures import Exchange, Found


def find(changes: Changes) -> Iterator[Finding]:
    """The counts that changed, in document order."""
    reading = Reading(counts, any_number, kin=_of_the_same, same=_equal, alone=_tells_alone)
    for exchange in exchanges(changes, reading):
        paired = exchange.old and exchange.new
        yield told("count", exchange, _changed(exchange) if paired else _alone(exchange))


def _of_the_same(old: Figure, new: Figure) -> bool:
    return old.unit == new.unit


def _equal(old: Figure, new: Figure) -> bool:
    """As many as before; of what is another matter."""
    return old.number == new.number


def _tells_alone(found: Found[Figure]) -> bool:
    figure = found.figure
    return figure.unit == AGE or (not figure.weak and is_threshold(found.side.text, figure))


def _changed(exchange: Exchange[Figure]) -> Message:
    old, new = exchange.both()
    values = values_of(exchange) | {"change": by_how_much(old.number, new.number)}
    raised = new.number > old.number
    if old.unit == AGE and raised:
        return msg("age raised: “{old}” is replaced by “{new}”", **values, direction="more")
    if old.unit == AGE:
        return msg("age lowered: “{old}” is replaced by “{new}”", **values, direction="less")
    if bounds_differ(exchange):
        return msg("count under another bound: “{old}” is replaced by “{new}”", **values_of(exchange))
    if raised:
        return msg("count raised: “{old}” is replaced by “{new}” ({change})", **values, direction="more")
    return msg("count lowered: “{old}” is replaced by “{new}” ({change})", **values, direction="less")


def _alone(exchange: Exchange[Figure]) -> Message:
    values = values_of(exchange)
    found = exchange.old or exchange.new
    if found and found.figure.unit == AGE:
        return msg("age removed: “{old}”", **values) if exchange.old else msg("age inserted: “{new}”", **values)
    return msg("threshold removed: “{old}”", **values) if exchange.old else msg("threshold inserted: “{new}”", **values)
