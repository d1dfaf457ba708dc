"""What became of each article's number from one version to the other: removed, another's now, or still its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statutes_diff.language.numbers import article_printed
from statutes_diff.language.typography import folded
from statutes_diff.messages import msg
from statutes_diff.model import Comparison, Message, ReferenceStatus

# The digits of an article's number without its letter and suffix: "162-12-17", "199", "1384-1".
_DIGITS = re.compile(r"\d{1,5}(?:[-‐‑–]\d{1,4}){0,6}")
_FIRST = "1"


@dataclass(frozen=True, slots=True)
class Fates:
    """The numbers of the old version that no longer name their article.

    ``now``: old number → the article's new one; ``gone``: numbers of removed articles; ``holders``: each number of the new
    version → the number its article had, None for a new article; ``there``: the numbers of the new version, compared or not.
    """

    now: dict[str, str]
    gone: frozenset[str]
    holders: dict[str, str | None]
    there: frozenset[str]
    digits: frozenset[str]

    def lost(self, number: str) -> tuple[ReferenceStatus, Message] | None:
        """Dangling when the new version lacks the number, stale when another article bears it; None when it is still its own."""
        if number in self.now:
            return self._renumbered(number, article_printed(number), article_printed(self.now[number]))
        return self._removed(number, article_printed(number)) if number in self.gone else None

    def _renumbered(self, number: str, old: str, new: str) -> tuple[ReferenceStatus, Message]:
        if number in self.there:
            return "stale", msg("article {old} is now article {new}; its number holds another text", old=old, new=new)
        return "dangling", msg("article {old} is now article {new}", old=old, new=new)

    def _removed(self, number: str, printed: str) -> tuple[ReferenceStatus, Message]:
        if number not in self.there:
            return "dangling", msg("article {number} is removed", number=printed)
        former = self.holders.get(number)
        if former is None:
            return "stale", msg("article {number} is removed; its number holds another text", number=printed)
        former = article_printed(former)
        return "stale", msg(
            "article {number} is removed; its number is now that of the former article {former}", number=printed, former=former
        )

    def named_in(self, text: str) -> frozenset[str]:
        """The digits of lost numbers that a text holds: a quick look, made before its renvois are read."""
        if not self.digits:
            return self.digits
        found = {folded(digits) for digits in _DIGITS.findall(text)}
        if _FIRST in self.digits and "premier" in text:
            found.add(_FIRST)
        return self.digits & found


def fates(comparison: Comparison) -> Fates:
    """Ask every pair of articles; a number that one of its bearers keeps (a repealed double beside it) is not lost."""
    both = [(p.old.article.number, p.new.article.number) for p in comparison.articles if p.old and p.new]
    kept = {old for old, new in both if old == new}
    now = {old: new for old, new in both if old != new and old not in kept}
    removed = {p.old.article.number for p in comparison.articles if p.old and p.status == "removed"}
    gone = frozenset(removed - kept - now.keys())
    holders: dict[str, str | None] = {pair.new.article.number: None for pair in comparison.articles if pair.new}
    holders |= {new: old for old, new in both}
    there = frozenset(place.article.number for place in comparison.new.places())
    digits = frozenset(digits for number in (*now, *gone) if (digits := digits_of(number)))
    return Fates(now, gone, holders, there, digits)


def digits_of(number: str) -> str:
    """The first digits of an article's key: "L162-5" → "162-5", "44 sexies" → "44"; "" when it has none."""
    found = _DIGITS.search(number)
    return found.group() if found else ""
