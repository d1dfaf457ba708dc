"""Sums of money that came, went or changed in an article that stands in both versions; francs that became euros.

What it finds: "45 000 €", "300 000 F", "trois mille euros" replaced by another sum, with the direction and by how much; a sum
inserted or struck. Sums in francs that stand in euros at the legal rate (6,55957 francs; exact, to a round sum less than 2 %
away, or at 15 euros for 100 F) are one finding for the whole comparison. It names those that are not at this rate; they have
findings of their own too, counted at the legal rate, but for 100 000 euros in the place of 700 000 F, a scale of fines. Figures
and words are one value: "7 500 €" for "sept mille cinq cents euros" is no change, nor is a sum that only changed its place in
the article.

Why it matters: a fine, a benefit, a ceiling. Between forty conversions the one sum that truly changed is easily overlooked.

Example: "puni de 100 000 F d'amende" becomes "puni de 30 000 euros d'amende": raised by 97 % at the legal rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.language.money import FRANCS_PER_EURO, amounts, any_amount, converted, rounder
from statutes_diff.messages import msg
from statutes_diff.model import Finding
from statutes_diff.rules._changed import cited, distinct, quoted
from statutes_diff.rules._figures import Reading, by_how_much, exchanges, told, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.figures import Figure
    from statutes_diff.model import Message
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._figures import Exchange

_MOST_NAMED = 6

Money: TypeAlias = "Exchange[Figure]"


def find(changes: Changes) -> Iterator[Finding]:
    """The sums that changed, then the conversions of francs together."""
    conversions: list[Money] = []
    for exchange in exchanges(changes, Reading(amounts, any_amount, sure=_is_conversion)):
        if _of_francs(exchange):
            conversions.append(exchange)
        else:
            yield told("amount", exchange, _said(exchange))
    gathered = len(conversions) > 1 and any(_is_conversion(*one.both()) for one in conversions)
    yield from (told("amount", one, _said(one)) for one in conversions if not (gathered and _is_usual(one)))
    if gathered:
        yield _gathered(conversions)


def _of_francs(exchange: Money) -> bool:
    """A sum in francs gave way to one in euros."""
    return bool(exchange.old and exchange.new) and tuple(figure.unit for figure in exchange.both()) == ("FRF", "EUR")


def _is_conversion(old: Figure, new: Figure) -> bool:
    return (old.unit, new.unit) == ("FRF", "EUR") and converted(old.number, new.number)


def _is_usual(exchange: Money) -> bool:
    """At the legal rate, or as the scale of fines rounds."""
    old, new = exchange.both()
    return converted(old.number, new.number) or rounder(old.number, new.number)


def _said(exchange: Money) -> Message:
    """The sentence for one sum."""
    values = values_of(exchange)
    if not exchange.old:
        return msg("amount inserted: “{new}”", **values)
    if not exchange.new:
        return msg("amount removed: “{old}”", **values)
    old, new = exchange.both()
    if _of_francs(exchange):
        return _said_of_francs(old, new, values)
    if old.unit != new.unit:
        return msg("amount in another currency: “{old}” is replaced by “{new}”", **values, direction="other")
    change = by_how_much(old.number, new.number)
    if new.number > old.number:
        return msg("amount raised: “{old}” is replaced by “{new}” ({change})", **values, direction="more", change=change)
    return msg("amount lowered: “{old}” is replaced by “{new}” ({change})", **values, direction="less", change=change)


def _said_of_francs(old: Figure, new: Figure, values: dict[str, str]) -> Message:
    if converted(old.number, new.number):
        return msg("francs → euros at the legal rate: “{old}” is replaced by “{new}”", **values, direction="same")
    change = _at_rate(old, new)
    if new.number * FRANCS_PER_EURO > old.number:
        return msg(
            "amount raised: “{old}” is replaced by “{new}” ({change} at the legal rate)",
            **values,
            direction="more",
            change=change,
        )
    return msg(
        "amount lowered: “{old}” is replaced by “{new}” ({change} at the legal rate)", **values, direction="less", change=change
    )


def _at_rate(old: Figure, new: Figure) -> str:
    return by_how_much(old.number / FRANCS_PER_EURO, new.number)


def _gathered(conversions: list[Money]) -> Finding:
    """One finding for every conversion of the comparison; those that are not at the legal rate by their words and places."""
    others = [one for one in conversions if not converted(*(figure.number for figure in one.both()))]
    values: dict[str, str | int] = {"n": len(conversions), "others": len(others), "sums": _sums(conversions), "direction": "same"}
    if others:
        message = msg("francs → euros: {n} amounts, all at the legal rate but {others}: {named}", named=_named(others), **values)
    else:
        message = msg("francs → euros: {n} amounts, all at the legal rate", **values)
    return Finding(
        "amount",
        "substantive",
        message,
        where_old=distinct(one.old.locus for one in conversions if one.old),
        where_new=distinct(one.new.locus for one in conversions if one.new),
    )


def _sums(conversions: list[Money]) -> str:
    """``200 000 F → 30 000 euros (12)``: the sums, the most frequent first, with how often each was converted."""
    alike = sorted(_alike(conversions), key=len, reverse=True)
    return ", ".join(f"{' → '.join(figure.words for figure in ones[0].both())} ({len(ones)})" for ones in alike)


def _named(others: list[Money]) -> str:
    """``« 100 000 F » → « 30 000 euros » (+97 %, art. 442-5, al. 1)``; beyond a handful the rest is counted."""
    alike = sorted(_alike(others), key=lambda ones: _is_usual(ones[0]))
    shown = []
    for ones in alike[:_MOST_NAMED]:
        old, new = ones[0].both()
        places = cited([one.new.locus for one in ones if one.new], whole=True)
        shown.append(f"{quoted(old.words)} → {quoted(new.words)} ({_at_rate(old, new)}, {places})")
    return ", ".join(shown) + (f" (+ {len(alike) - len(shown)})" if len(alike) > len(shown) else "")


def _alike(exchanges: list[Money]) -> list[list[Money]]:
    """Exchanges of the same sums together, in the order of the first."""
    alike: dict[tuple[str, str], list[Money]] = {}
    for one in exchanges:
        old, new = one.both()
        alike.setdefault((old.value, new.value), []).append(one)
    return list(alike.values())
