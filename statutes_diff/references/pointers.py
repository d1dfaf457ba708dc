"""What the words of a renvoi point to, before it is known where they stand.

A pointer is a target whose relative parts ("précédent", "présent") are still steps from the place of the words:
``resolution`` walks them. Pointers of one chain are merged from the inside out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from statutes_diff.model import Target

_T = TypeVar("_T")

EVERY_BEFORE = -1000
"""The step of "les alinéas précédents": every alinéa before this one."""

MOST_TARGETS = 100
"""Targets that few words may name: a range, "les alinéas précédents", "les mêmes articles", items times alinéas. What names more
is told by its two ends alone, as a range of another text is: else 1,000 lines of "les alinéas précédents" are half a million
targets. The longest range in three whole codes has 53 members; a list that names each member has no limit."""


class Pointer(NamedTuple):
    """A target in the making.

    ``article_to``: the other end of a range. ``article_step`` and ``alinea_step``: 0 for "présent", -1 for "précédent", 1 for
    "suivant". ``own``: the words of "du présent code", which say that no other text may govern.
    """

    text: str | None = None
    article: str | None = None
    article_to: str | None = None
    alinea: int | None = None
    item: tuple[str, ...] = ()
    sentence: int | None = None
    division: str | None = None
    article_step: int | None = None
    alinea_step: int | None = None
    own: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The target as far as the words alone name it; of a range its two ends."""
        ends = (self.article,) if self.article_to is None else (self.article, self.article_to)
        division = self.division or (self.own if self.article is None else "") or None
        return tuple(Target(self.text, end, self.alinea, self.item, self.sentence, division) for end in ends)


class Member(NamedTuple):
    """One member of a list with its own words: ``text[start:end]``; a range is one member."""

    start: int
    end: int
    pointers: tuple[Pointer, ...]


class Unit(NamedTuple):
    """Words of one level: "deuxième et troisième alinéas", "articles L. 1 et L. 2", "du code civil".

    ``rank`` tells levels of items apart (degree, roman, letter …); ``relative``: the words are deictic ("présent", "même").
    ``after`` is the lexeme behind the words.
    """

    level: str
    rank: str
    members: tuple[Member, ...]
    after: int
    relative: bool = False

    @property
    def start(self) -> int:
        """Where the first member's words begin."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last member's words end."""
        return self.members[-1].end

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """The pointers of every member."""
        return tuple(pointer for member in self.members for pointer in member.pointers)


class Reading(NamedTuple):
    """One renvoi as read: its range, its kind, its pointers in order."""

    start: int
    end: int
    kind: str
    pointers: tuple[Pointer, ...]


def ends(members: tuple[_T, ...]) -> tuple[_T, ...]:
    """The first and the last member."""
    return members if len(members) < 3 else (members[0], members[-1])


def merged(inner: Pointer, outer: Pointer) -> Pointer:
    """The inner pointer, completed by what governs it; items are put outside-in."""
    return Pointer(
        text=_or(inner.text, outer.text),
        article=_or(inner.article, outer.article),
        article_to=_or(inner.article_to, outer.article_to),
        alinea=_or(inner.alinea, outer.alinea),
        item=(*outer.item, *inner.item),
        sentence=_or(inner.sentence, outer.sentence),
        division=_or(inner.division, outer.division),
        article_step=_or(inner.article_step, outer.article_step),
        alinea_step=_or(inner.alinea_step, outer.alinea_step),
        own=inner.own or outer.own,
    )


def _or(inner: _T | None, outer: _T | None) -> _T | None:
    return outer if inner is None else inner


def product(inner: Iterable[Pointer], outer: tuple[Pointer, ...]) -> Iterator[Pointer]:
    """Every inner pointer under every outer one, in the order of the words; of too many (``MOST_TARGETS``) the ends of each."""
    inner = tuple(inner)
    if len(outer) > 1 and len(inner) * len(outer) > MOST_TARGETS:
        inner = ends(inner)
        outer = outer if len(inner) * len(outer) <= MOST_TARGETS else ends(outer)
    for pointer in inner:
        yield from [merged(pointer, above) for above in outer] if outer else (pointer,)
