"""Groups of words of a data file as they stand in a text: ``à l'exception de`` also finds "À l’exception des".

In a phrase ``de``, ``que`` and a last ``à`` also stand for their elided and contracted forms, ``{être}`` and ``{avoir}`` for the
present and the future, with "pas", "plus" or "également" behind, and ``()`` ends an adjective that agrees (``tenu() de``: tenu,
tenue, tenus, tenues).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from statutes_diff.language.patterns import GAP, late

Span: TypeAlias = tuple[int, int]

APOSTROPHE = "['’]"
NOT = rf"(?:n(?:e{GAP}|{APOSTROPHE}))?"  # what may stand before a verb

# A word of these carries its own space, for an elided form has none; at the end of a phrase the space is left outside.
_ELIDED = {
    "de": (rf"d{APOSTROPHE}{GAP}?", "(?:de|du|des)"),
    "que": (rf"qu{APOSTROPHE}{GAP}?", "que"),
}
_BESIDE = rf"(?:{GAP}(?:pas|plus|point|également|aussi|donc))?"
_VERBS = {
    "{être}": rf"(?:est|sont|sera|seront){_BESIDE}",
    "{avoir}": rf"(?:a|ont|aura|auront){_BESIDE}",
}
_SHORT_WORD = 5
_AROUND = 72  # code points around a place that phrases are looked for in
_BEFORE, _AFTER = 48, 40  # how far around its telling word a phrase reaches, in code points


class Phrases:
    """Phrases in groups, to be found in texts: by one telling word of each, then by their pattern around it."""

    def __init__(self, groups: Sequence[Sequence[str]], *, before: str = "") -> None:
        """``before``: a pattern of what may stand before a phrase and is found with it."""
        self._hints = _hints(chain.from_iterable(groups))
        told: dict[str, list[tuple[int, str]]] = {}
        for group, phrases in enumerate(groups):
            for phrase in phrases:
                told.setdefault(next(hint for hint in self._hints if hint in phrase), []).append((group, phrase))
        self._patterns = {hint: late(rf"(?<![\w-]){before}(?:{_alternatives(phrases)})") for hint, phrases in told.items()}

    def may_stand_in(self, small: str) -> bool:
        """A quick look at a text in small letters."""
        return holds(small, self._hints)

    def found(self, text: str, places: Iterable[Span] | None = None) -> Iterator[tuple[int, re.Match[str]]]:
        """Each phrase of a text with the number of its group, in order; linear in the text. ``places``: near these ranges alone.

        Of phrases that share words the first one stands, and of those that begin together the longest. The match is one in small
        letters: its ranges are those of the text, its words are not.
        """
        small = text.lower()
        if len(small) != len(text):  # some capitals are two small letters
            small = text
        stretches = joined(places, len(text)) if places is not None else [(0, len(text))]
        matches = [match for start, end in stretches for match in self._matches(small, start, end)]
        free = 0
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if match.start() >= free:
                free = match.end()
                yield int((match.lastgroup or "g0").partition("_")[0][1:]), match

    def _matches(self, small: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The phrases of a stretch, in any order."""
        piece = small[start:end]
        for hint, pattern in self._patterns.items():
            if hint in piece:
                for at, behind in _every(hint, small, start, end):
                    match = pattern.search(small, max(0, at - _BEFORE), behind + _AFTER)
                    while match and match.end() <= at:
                        match = pattern.search(small, match.end(), behind + _AFTER)
                    if match and match.start() <= at:
                        yield match


def _alternatives(phrases: Sequence[tuple[int, str]]) -> str:
    """Phrases, the longest first, each in a group named after its own group; the name is one of a kind."""
    longest = sorted(phrases, key=lambda phrase: -len(phrase[1]))
    return "|".join(f"(?P<g{group}_{index}>{_phrase(phrase)})" for index, (group, phrase) in enumerate(longest))


def _every(hint: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Where a word stands in a stretch: many searches for one word are faster than one for many."""
    at = text.find(hint, start, end)
    while at >= 0:
        yield at, at + len(hint)
        at = text.find(hint, at + 1, end)


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
    return not any(word in ("à", *_ELIDED, *_VERBS) or "(" in word or "'" in word for word in words)


def _phrase(phrase: str) -> str:
    words = phrase.split(" ")
    return "".join(_word(word, last=index == len(words) - 1) for index, word in enumerate(words))


def _word(word: str, *, last: bool) -> str:
    """One word of a phrase with the space behind it, or with the end of the word when it is the last one."""
    behind = r"(?![\w-])" if last else GAP
    if word in _ELIDED:
        elided, full = _ELIDED[word]
        return rf"(?:{elided}|{full}{behind})"
    if word == "à":
        return f"(?:à|aux?){behind}" if last else f"[àa]{behind}"  # "A titre …" has lost its accent
    plain = _VERBS.get(word) or re.escape(word).replace("'", APOSTROPHE).replace(r"\(\)", "e?s?")
    return plain + behind
