"""Substitutions made at many places, for a person: one row for each, and a line in every article that one of them changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._views.places import parted, where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account, ArticlePair, Locus, Sweep

_LEFT = 8  # places that are left which are named


def rows(account: Account, home: str | None, *, full: bool = False) -> list[tuple[str, str, str, str]]:
    """Rows of a table, the first its headings: words, places where they were replaced, places left, where; empty without any."""
    found = [_row(sweep, home, full) for sweep in account.sweeps]
    return [(_("Substitutions"), _("places"), _("left"), _("where they are left")), *found] if found else []


def _row(sweep: Sweep, home: str | None, full: bool) -> tuple[str, str, str, str]:
    return words(sweep), str(len(sweep.places)), str(len(sweep.remaining)), _left(sweep.remaining, home, full)


def words(sweep: Sweep) -> str:
    """``tribunal de grande instance → tribunal judiciaire``."""
    return f"{sweep.old} → {sweep.new}"


def _left(loci: Sequence[Locus], home: str | None, full: bool) -> str:
    shown = list(dict.fromkeys(loci))
    more = 0 if full or len(shown) <= _LEFT else len(shown) - _LEFT
    named = where(shown[: len(shown) - more], home)
    return translated(plural("{words} and {n} other", "{words} and {n} others", more, words=named)) if more else named


class Swept:
    """Which articles the substitutions of an account changed."""

    def __init__(self, account: Account) -> None:
        self._by_article: dict[str, list[tuple[Sweep, int]]] = {}
        for sweep in account.sweeps:
            for article, times in Counter(place.new.article for place in sweep.places).items():
                self._by_article.setdefault(article, []).append((sweep, times))
        self._whole = Counter(
            (place.new.article, place.new.alinea) for sweep in account.sweeps for place in sweep.places if place.whole
        )

    def lines(self, pair: ArticlePair) -> Iterator[str]:
        """What to say of an article: the substitutions that it has, and whether nothing else was changed in it."""
        found = self._by_article.get(pair.new.article.number, ()) if pair.old and pair.new else ()
        if not found:
            return
        told = parted([_in_article(sweep, times) for sweep, times in found])
        if self._is_all(pair):
            yield translated(msg("nothing but a substitution made at many places: {words}", words=told))
        else:
            yield translated(msg("with a substitution made at many places: {words}", words=told))

    def _is_all(self, pair: ArticlePair) -> bool:
        """Every edit of the article but typography is a substitution and nothing more."""
        if not pair.new or any(alinea.status not in ("unchanged", "modified") for alinea in pair.alineas):
            return False
        edits = sum(edit.channel != "editorial" for alinea in pair.alineas for edit in alinea.edits)
        number = pair.new.article.number
        whole = sum(self._whole[number, index] for alinea in pair.alineas for index in alinea.new)
        return 0 < edits == whole


def _in_article(sweep: Sweep, times: int) -> str:
    """The words, how often here, how often in all."""
    often = translated(plural("{n} time of {all}", "{n} times of {all}", times, all=len(sweep.places)))
    return f"{words(sweep)} ({often})"
