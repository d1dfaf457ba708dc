"""What became of each article's number from one version to the other: removed, another's now, or still its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from statutes_diff.language.numbers import article_printed
from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import Article, Comparison, Message, ReferenceStatus

_KEPT = bytes(sign if sign in b"0123456789-" else 32 for sign in range(256))
_HYPHENS = [hyphen.encode() for hyphen in "‐‑–"]
# The digits of an article's number without its letter and suffix: "162-12-17", "199", "1384-1".
_NUMBER = "[0-9]{1,5}(?:[-‐‑–][0-9]{1,4}){0,6}"
_DIGITS = late(_NUMBER)
_FIRST = "1"
# The digits of a number that the words of the law can name an article by: "L162-5", "44 sexies"; not "Annexe I-1".
_NAMED = late(rf"(?:LO|[A-Z])?({_NUMBER})")
# What may count inside another article: "alinéa", "phrase", "3°", "a)", "II".
_COUNTS = late(r"alinéa|phrase|[0-9]°|\b[a-z]\)|\b[IVX]{1,5}\b|\b[a-z] d")


class Fates(NamedTuple):
    """The numbers of the old version that no longer name their article.

    ``now``: old number → the article's new one; ``gone``: numbers of removed articles; ``holders``: each number of the new
    version → the number its article had, None for a new article; ``there``: the numbers of the new version, compared or not;
    ``digits``: the digits of those lost numbers; ``shifted``: of the articles in which alinéas moved.
    """

    now: dict[str, str]
    gone: frozenset[str]
    holders: dict[str, str | None]
    there: frozenset[str]
    digits: frozenset[str]
    shifted: frozenset[str]

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

    def named_by(self, article: Article) -> frozenset[str]:
        """The digits of lost numbers that an article's text holds, and of articles whose alinéas moved, where it may count them:
        a quick look, made before its renvois are read. A file that is not read yet is not read for it when it holds none."""
        if not (self.digits or self.shifted) or (article.unread is not None and not self._named_in(article.unread)):
            return frozenset()
        found = self._named_in(article.text.encode("utf-8", "replace"))
        return found if found & self.digits or (found and _COUNTS.search(article.text)) else frozenset()

    def _named_in(self, data: bytes) -> frozenset[str]:
        return frozenset([number for number in numbers_named(data) if number in self.digits or number in self.shifted])


def numbers_named(data: bytes) -> set[str]:
    """The digits of every number that a text (UTF-8) may name an article by, "premier" included."""
    found = _numbers_in(data)
    if b"premier" in data:
        found.add(_FIRST)
    return found


def _numbers_in(data: bytes) -> set[str]:
    """All that may be the digits of a number; what is no digit and no hyphen is thrown away first, for it is nearly all."""
    if b"\xe2\x80" in data:
        for hyphen in _HYPHENS:
            data = data.replace(hyphen, b"-")
    return set(_DIGITS.findall(b" ".join(data.translate(_KEPT).split()).decode("ascii")))


def fates(comparison: Comparison, shifted: Iterable[str] = ()) -> Fates:
    """Ask every pair of articles; a number that one of its bearers keeps (a repealed double beside it) is not lost.

    ``shifted``: the numbers of articles in which alinéas moved.
    """
    both = [(p.old.article.number, p.new.article.number) for p in comparison.articles if p.old and p.new]
    kept = {old for old, new in both if old == new}
    now = {old: new for old, new in both if old != new and old not in kept}
    removed = {p.old.article.number for p in comparison.articles if p.old and p.status == "removed"}
    gone = frozenset(removed - kept - now.keys())
    holders: dict[str, str | None] = {pair.new.article.number: None for pair in comparison.articles if pair.new}
    holders |= {new: old for old, new in both}
    there = frozenset(article.number for article in comparison.new.articles())
    return Fates(now, gone, holders, there, _digits_of_all((*now, *gone)), _digits_of_all(shifted))


def _digits_of_all(numbers: Iterable[str]) -> frozenset[str]:
    return frozenset(digits for number in numbers if (digits := digits_of(number)))


def digits_of(number: str) -> str:
    """The first digits of an article's key: "L162-5" → "162-5", "44 sexies" → "44"; "" where no renvoi names it by them."""
    found = _NAMED.match(number)
    return found[1] if found else ""
