"""Groups of words of a data file as they stand in a text: ``à l'exception de`` also finds "À l’exception des".

In a phrase ``de``, ``que`` and a last ``à`` also stand for their elided and contracted forms, ``{être}`` and ``{avoir}`` for the
present and the future, with "pas", "plus" or "également" behind, and ``()`` ends an adjective that agrees (``tenu() de``: tenu,
tenue, tenus, tenues). A word with a hyphen is one word: "sauf-conduit", "peut-être" hold no phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

from statutes_diff.language.patterns import late

Span: TypeAlias = tuple[int, int]

APOSTROPHE = "['’]"

_VERBS = {"{être}": "est", "{avoir}": "a"}
_BESIDE = frozenset(("pas", "plus", "point", "également", "aussi", "donc"))
_ENDINGS = ("e", "s", "es")
# One form for all; "a" is left alone: it is the verb, or the "À" of a capital that has lost its accent ("A titre …").
_ONE_FORM = {
    **dict.fromkeys(("sont", "sera", "seront"), "est"),
    **dict.fromkeys(("ont", "aura", "auront"), "a"),
    **dict.fromkeys(("d'", "du", "des"), "de"),
    "qu'": "que",
}
_PART = late(r"\{\w+\}|\w+\(\)|\w+'|[\w-]+")
_SHORT_WORD = 5
_AUXILIARIES = frozenset(_VERBS.values())
_NE = ("ne", "n'")
_PRONOUNS = frozenset(("se", "s'", "lui", "leur", "y", "en", "le", "la", "les", "l'"))

_WORD = late(r"\w+(?:[-‐‑]\w+)*'?")
_AROUND = 72  # code points around a place that phrases are looked for in
_BEFORE, _AFTER = 56, 48  # how far around its telling word a phrase reaches, in code points
_MOST_PRONOUNS, _MOST_GAP = 2, 3  # words between "ne" and its verb; white space between two words of a phrase

_Word: TypeAlias = tuple[str, int, int]  # in small letters, with its range


class Found(NamedTuple):
    """A phrase at ``[start, end)`` with the number of its group; ``ne``: where the "ne" before it stands, -1 without one."""

    group: int
    start: int
    end: int
    ne: int

    @property
    def whole(self) -> int:
        """Where it begins with its "ne"."""
        return self.ne if self.ne >= 0 else self.start


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    """The words that may follow, and the group of the phrase that is complete here."""

    following: dict[str, _Node]
    group: int = -1


class Phrases:
    """Phrases in groups, to be found in texts: by one telling word of each, then word by word around it."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._hints = _hints(chain.from_iterable(groups))
        self.signs = tuple(hint[1:] for hint in self._hints)  # for a quick look at a text with capitals
        self._forms = dict(_ONE_FORM)
        self._root = _Node({})
        for group, phrases in enumerate(groups):
            for phrase in phrases:
                self._plant(_PART.findall(phrase), group)

    def may_stand_in(self, small: str) -> bool:
        """A quick look at a text in small letters."""
        return holds(small, self._hints)

    def found(self, text: str, places: Iterable[Span] | None = None) -> Iterator[Found]:
        """The phrases of a text, in order and apart; linear in the text. ``places``: near these ranges alone.

        Of phrases that share words the first one stands, and of those that begin together the longest.
        """
        small = text.lower()
        if len(small) != len(text):  # some capitals are two small letters
            small = text
        small, form = small.replace("’", "'"), self._forms.get
        free = 0
        for start, end in self._windows(small, joined(places, len(text)) if places is not None else [(0, len(text))]):
            words = [(form(word[0], word[0]), word.start(), word.end()) for word in _WORD.finditer(small, start, end)]
            for index, (word, at, _) in enumerate(words):
                node = self._root.following.get(word)
                if node and at >= free and (match := _longest(node, words, index, small)):
                    free, group = match
                    yield Found(group, at, free, _ne(words, index))

    def _plant(self, words: list[str], group: int) -> None:
        """Grow the tree by one phrase."""
        nodes = [self._root]
        for index, word in enumerate(words):
            plain = _VERBS.get(word) or word.removesuffix("()")
            plain = _ONE_FORM.get(plain, plain)  # as the words of a text are folded
            self._forms.update((plain + ending, plain) for ending in _ENDINGS if word != plain and word[-1] == ")")
            forms = (plain,) if plain != "à" else ("à", "a", "au", "aux") if index == len(words) - 1 else ("à", "a")
            nodes = [node.following.setdefault(form, _Node({})) for node in nodes for form in forms]
        for node in nodes:
            node.group = group if node.group < 0 else node.group

    def _windows(self, small: str, places: Iterable[Span]) -> Iterator[Span]:
        """The stretches of the places that hold a telling word, those that meet joined; no word is cut."""
        told: list[Span] = []
        for start, end in places:
            piece = small[start:end]
            for hint in self._hints:
                if hint in piece:
                    told += _every(hint, small, start, end)
        for start, end in joined(sorted(told), len(small), _BEFORE, _AFTER):
            yield small.rfind(" ", 0, start) + 1, end if (behind := small.find(" ", end)) < 0 else behind


def _every(hint: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Where a word stands in a stretch: many searches for one word are faster than one for many."""
    at = text.find(hint, start, end)
    while at >= 0:
        yield at, at + len(hint)
        at = text.find(hint, at + 1, end)


def _longest(node: _Node, words: list[_Word], index: int, text: str) -> tuple[int, int] | None:
    """Where the longest phrase ends that begins with this word, and its group."""
    best: tuple[int, int] | None = None
    for behind in range(index, len(words)):
        end = words[behind][2]
        if node.group >= 0:
            best = end, node.group
        if behind + 1 == len(words) or not _is_gap(text, end, words[behind + 1][1]):
            return best
        following = node.following.get(words[behind + 1][0])
        if following is None and not (words[behind][0] in _AUXILIARIES and words[behind + 1][0] in _BESIDE):
            return best
        node = following or _Node(node.following)
    return best


def _is_gap(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) <= _MOST_GAP and "\n" not in gap and not gap.strip()


def _ne(words: list[_Word], index: int) -> int:
    """Where the "ne" stands before a word, with no more than pronouns between; -1 where there is none."""
    for before in range(index - 1, max(-1, index - 2 - _MOST_PRONOUNS), -1):
        if words[before][0] in _NE:
            return words[before][1]
        if words[before][0] not in _PRONOUNS:
            return -1
    return -1


def holds(text: str, signs: Iterable[str]) -> bool:
    """True when a text holds one of the signs."""
    for sign in signs:  # noqa: SIM110  a generator would cost more than what it asks
        if sign in text:
            return True
    return False


def joined(spans: Iterable[Span], length: int, before: int = _AROUND, after: int = _AROUND) -> list[Span]:
    """Ranges in order, widened on both sides within a text of this length, those that meet joined."""
    found: list[Span] = []
    for start, end in spans:
        start, end = max(0, start - before), min(length, end + after)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _hints(phrases: Iterator[str]) -> tuple[str, ...]:
    """Words one of which stands in every phrase, of the shortest phrases first: the longest word of each that holds none yet; of
    one that has short words alone, all of them."""
    hints: list[str] = []
    for phrase in sorted(set(phrases), key=lambda phrase: (phrase.count(" "), phrase)):
        if not any(hint in phrase for hint in hints):
            longest = max(re.findall(r"\w+", re.sub(r"\{.*?\}|\(\)", "", phrase)), key=len)
            hints.append(phrase if len(longest) <= _SHORT_WORD and _is_plain(phrase) else longest)
    return tuple(sorted(hints))


def _is_plain(phrase: str) -> bool:
    """True when a phrase stands in a text as it is written, in small letters."""
    words = phrase.split(" ")
    return not any(word in ("de", "que", "à", *_VERBS) or "(" in word or "'" in word for word in words)
