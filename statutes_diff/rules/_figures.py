"""What became of the figures that edits touched: each old one with the new one in its place, or alone.

A figure of equal value on both sides, or one that only changed its place in the article, is no change. Figures are paired edit by
edit, in order, where as many came as went; in an alinéa that was rewritten, or an edit as long, where words have no places to
compare, only those of which the rule is sure.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Generic, NamedTuple

from statutes_diff.language.bounds import bound
from statutes_diff.model import Finding
from statutes_diff.rules._changed import distinct
from statutes_diff.rules._places import F, Found, Reading, places, tells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from statutes_diff.model import Message
    from statutes_diff.rules._carried import Carried
    from statutes_diff.rules._changed import ChangedArticle, Changes
    from statutes_diff.rules._places import Place

__all__ = ["Exchange", "Found", "Reading", "by_how_much", "exchanges", "told", "values_of"]

_MOST_TRIED = 10_000  # pairs of figures that are tried against each other in one place


class Exchange(NamedTuple, Generic[F]):
    """A figure with the one that took its place; one is None when it came or went alone.

    ``more``: where else in the article the same value came or went alone.
    """

    old: Found[F] | None
    new: Found[F] | None
    more: tuple[Found[F], ...] = ()

    def both(self) -> tuple[F, F]:
        """The figures of an exchange that has two.

        Raises:
            ValueError: it came or went alone.
        """
        if not (self.old and self.new):
            raise ValueError("a figure without its other side")
        return self.old.figure, self.new.figure


def exchanges(changes: Changes, reading: Reading[F]) -> Iterator[Exchange[F]]:
    """What became of every figure that changed in an article which stands in both versions, in document order."""
    for article in changes.articles:
        if article.pair.old and article.pair.new and tells(article.words, reading):
            yield from _in_article(article, reading, changes.carried)


def told(rule: str, exchange: Exchange[F], message: Message) -> Finding:
    """The finding of one exchange."""
    olds, news = ([one, *exchange.more] if one else [] for one in (exchange.old, exchange.new))
    return Finding(
        rule,
        "substantive",
        message,
        old=olds[0].figure.words if olds else None,
        new=news[0].figure.words if news else None,
        where_old=distinct(one.locus for one in olds),
        where_new=distinct(one.locus for one in news),
    )


def bounds_differ(exchange: Exchange[F]) -> bool:
    """True when one of two figures bounds another way than the other: neither is more or less then."""
    if not exchange.old or not exchange.new:
        return False
    kinds = [bound(found.side.text, found.figure.start, found.figure.end) for found in (exchange.old, exchange.new)]
    return all(kinds) and kinds[0] != kinds[1]


def values_of(exchange: Exchange[F]) -> dict[str, str]:
    """The data of a message: the words of each side, and what they say in figures."""
    values: dict[str, str] = {}
    for side, found in (("old", exchange.old), ("new", exchange.new)):
        if found:
            values |= {side: found.figure.words, f"{side}_value": found.figure.value}
            values |= {f"{side}_upto": found.upto} if found.upto else {}
    return values


def by_how_much(old: float, new: float) -> str:
    """``+20 %``, ``−6 %``, ``×2``: to the nearest per cent, "< 1 %" below it; as a multiple where it is a whole one."""
    if old and new > old and new / old >= 2 and abs(new / old - round(new / old)) < 1e-9:
        return f"×{round(new / old)}"
    percent = round(100 * (new - old) / old) if old else 0
    if not percent:
        return "< 1\u00a0%" if old else "×∞"
    return f"{'+' if percent > 0 else '−'}{abs(percent)}\u00a0%"


def _in_article(article: ChangedArticle, reading: Reading[F], carried: Carried) -> Iterator[Exchange[F]]:
    """Alinéa by alinéa; what is left there may have gone to another alinéa of the article, or with a passage to another."""
    olds: list[Found[F]] = []
    news: list[Found[F]] = []
    for alineas in article.alineas:
        for place in places(alineas, reading):
            yield from _paired(place, reading)
            olds += place.olds
            news += place.news
    if olds and news:
        _cancel(olds, news)
        yield from _take(olds, news, reading.sure)
    olds, news = ([one for one in alone if reading.alone(one) and not _held(one, carried)] for alone in (olds, news))
    yield from (Exchange(first, None, more) for first, more in _alike(_ranges(olds)))
    yield from (Exchange(None, first, more) for first, more in _alike(_ranges(news)))


def _held(found: Found[F], carried: Carried) -> bool:
    return carried.holds(found.side, found.figure.start, found.figure.end)


def _paired(place: Place[F], reading: Reading[F]) -> Iterator[Exchange[F]]:
    """The pairs of one place; they are taken out of it, with the figures that did not change."""
    olds, news = place.olds, place.news
    _drop_same(olds, news, reading.same)
    yield from _take(olds, news, reading.sure)
    kin = len(olds) == len(news) and all(reading.kin(old.figure, new.figure) for old, new in zip(olds, news, strict=True))
    if kin and place.ordered:
        yield from (Exchange(old, new) for old, new in zip(olds, news, strict=True))
        olds.clear()
        news.clear()


def _drop_same(olds: list[Found[F]], news: list[Found[F]], same: Callable[[F, F], bool]) -> None:
    for _ in _take(olds, news, same):
        pass


def _take(olds: list[Found[F]], news: list[Found[F]], belong: Callable[[F, F], bool]) -> Iterator[Exchange[F]]:
    """The pairs that belong together, in order; they are taken out of the lists."""
    if not olds or not news or len(olds) * len(news) > _MOST_TRIED:
        return
    for old in tuple(olds):
        new = next((new for new in news if belong(old.figure, new.figure)), None)
        if new:
            olds.remove(old)
            news.remove(new)
            yield Exchange(old, new)


def _cancel(olds: list[Found[F]], news: list[Found[F]]) -> None:
    """Take out the figures of a value that stands on both sides, as often as it does."""
    both = Counter(found.figure.value for found in olds) & Counter(found.figure.value for found in news)
    olds[:] = _without(olds, both)
    news[:] = _without(news, both)


def _ranges(found: Iterable[Found[F]]) -> list[Found[F]]:
    """The figures with both ends of a range in one: the words of the lower one hold the upper one."""
    whole: list[Found[F]] = []
    for one in found:
        last = whole[-1] if whole else None
        if last and last.side is one.side and last.figure.start + len(last.figure.words) >= one.figure.end > last.figure.end:
            whole[-1] = last._replace(upto=one.figure.value)
        else:
            whole.append(one)
    return whole


def _alike(found: Iterable[Found[F]]) -> Iterator[tuple[Found[F], tuple[Found[F], ...]]]:
    """The figures of each value, the first apart, in order of the first."""
    values: dict[tuple[str, str], list[Found[F]]] = {}
    for one in found:
        values.setdefault((one.figure.value, one.upto), []).append(one)
    return ((ones[0], tuple(ones[1:])) for ones in values.values())


def _without(found: list[Found[F]], both: Counter[str]) -> Iterator[Found[F]]:
    spare = Counter(both)
    for one in found:
        if spare[one.figure.value]:
            spare[one.figure.value] -= 1
        else:
            yield one
