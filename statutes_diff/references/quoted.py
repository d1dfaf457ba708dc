"""Renvois in quoted words: of which text the words are, and what that leaves of their targets.

"… est fixé par l'article L. 2213-1 du code général des collectivités territoriales, ci-après reproduit : « Art. L. 2213-1. - …"
quotes another code: its "article L. 2213-2" is of that code, its "précédent alinéa" no alinéa of this article. Quoted terms, and
words quoted from the statute itself ("à l'article L. 5, les mots : « à l'article L. 6 »"), keep their targets.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from statutes_diff.language.vocabulary import table
from statutes_diff.model import Article, LocatedReference, Target
from statutes_diff.references.grammar import readings
from statutes_diff.references.memory import Memory
from statutes_diff.references.pointers import Pointer
from statutes_diff.references.quotes import Quotation, quotations

_HERE = ("présent", "précédent", "suivant")
_MARKS = 8  # characters of dashes and spaces before a sign that begins its alinéa
_REACH = 400  # characters between the name of a text and the words that announce a quotation
_LOOK_BACK = 100  # renvois before a quotation that may name its text
_ARTICLE = re.compile(r"[«“„\" \u00a0\u202f]{1,8}Art(?:\.|icle)")


class _Introduction(NamedTuple):
    """Words that say whose words are quoted: those of ``text``, as printed; None: nothing says that it is another text."""

    text: str | None


@dataclass(slots=True)
class _Frame:
    """What stands around the quotations of an article.

    By alinéas, from 1: ``free``, the renvois outside quotation marks; ``above``, the last alinéa before it that begins outside
    them, 0 when there is none; ``parent``, the one that it stands under as an item.
    """

    article: Article
    quotes: tuple[tuple[Quotation, ...], ...]
    free: dict[int, list[LocatedReference]] = field(default_factory=dict)
    above: list[int] = field(default_factory=lambda: [0])
    parent: list[int] = field(default_factory=lambda: [0])

    def quotation(self, found: LocatedReference) -> Quotation | None:
        """The quotation that a renvoi stands in."""
        here = self.quotes[found.locus.alinea - 1]
        at = bisect_right(here, found.reference.start, key=lambda quotation: quotation.start) - 1
        return here[at] if at >= 0 and found.reference.start < here[at].end else None

    def text(self, number: int) -> str:
        """The words of an alinéa."""
        return self.article.alineas[number - 1].text


def marked(article: Article, found: Sequence[LocatedReference]) -> Iterator[LocatedReference]:
    """The renvois of an article; those in quotation marks said to be, with the targets that the quoted words have."""
    quotes = quotations(article)
    if not quotes:
        yield from found
        return
    frame = _frame(article, quotes, found)
    worded: dict[tuple[int, int], tuple[Pointer, ...]] = {}
    introductions: dict[tuple[int, int], _Introduction | None] = {}
    for each in found:
        quotation = frame.quotation(each)
        if quotation is None:
            yield each
            continue
        worded = worded or _worded(article)
        if quotation.opened not in introductions:
            introductions[quotation.opened] = _introduced(frame, *quotation.opened)
        yield _led(each, worded[each.locus.alinea, each.reference.start], introductions[quotation.opened])


def _frame(article: Article, quotes: tuple[tuple[Quotation, ...], ...], found: Iterable[LocatedReference]) -> _Frame:
    frame = _Frame(article, quotes)
    for each in found:
        if frame.quotation(each) is None:
            frame.free.setdefault(each.locus.alinea, []).append(each)
    last, stack = 0, [0]
    for number, alinea in enumerate(article.alineas, 1):
        frame.above.append(last)
        frame.parent.append(0)
        if any(not quotation.start for quotation in quotes[number - 1][:1]):
            continue
        while stack[-1] and article.alineas[stack[-1] - 1].depth >= alinea.depth:
            stack.pop()
        frame.parent[number] = stack[-1]
        stack.append(number)
        last = number
    return frame


def _worded(article: Article) -> dict[tuple[int, int], tuple[Pointer, ...]]:
    """The renvois of an article as far as their words alone name targets, by alinéa and offset."""
    memory = Memory()
    found: dict[tuple[int, int], tuple[Pointer, ...]] = {}
    for number, alinea in enumerate(article.alineas, 1):
        memory.new_alinea(alinea.depth)
        found |= {(number, reading.start): reading.pointers for reading in readings(alinea.text, memory)}
    return found


def _introduced(frame: _Frame, number: int, offset: int) -> _Introduction | None:
    """What introduces a quotation; None for one without a word before it, as stray signs of an amending act leave them."""
    whole = bool(_ARTICLE.match(frame.text(number), offset))
    if not frame.text(number)[: min(offset, _MARKS)].strip(" -–—\u00a0"):
        number = frame.above[number]
        offset = len(frame.text(number)) if number else 0
        if not number or not frame.text(number).rstrip().endswith(":"):
            return None
    return _Introduction(_named(frame, number, offset, whole))


def _named(frame: _Frame, number: int, offset: int, whole: bool) -> str | None:
    """The other text that words are quoted from; ``whole``: they are an article with its number.

    The text named last before the quotation, in its alinéa or in those that it stands under, is the one, if words behind that
    name are said of a quotation ("ainsi rédigé", "ci-après reproduit", "les mots").
    """
    own = False
    while number:
        named = _last_named(frame.free.get(number, []), offset)
        if named and named[0] is not None:
            words = frame.text(number)
            if own:
                return named[0] if _changing().search(words[max(named[1], offset - _REACH) : offset]) else None
            return named[0] if whole or _announcing().search(words[named[1] : min(offset, named[1] + _REACH)]) else None
        own = own or named is not None
        number = frame.parent[number]
        offset = len(frame.text(number)) if number else 0
    return None


def _last_named(found: Sequence[LocatedReference], before: int) -> tuple[str | None, int] | None:
    """The text of the last renvoi that says which it is (None: the statute itself), and where its words end."""
    after = bisect_right(found, before, key=lambda each: each.reference.end)
    for each in reversed(found[max(after - _LOOK_BACK, 0) : after]):
        for target in reversed(each.reference.targets):
            if target.text or target.article and not target.implied or _is_own(target):
                return target.text, each.reference.end
    return None


def _is_own(target: Target) -> bool:
    """ "présent code", "présent titre"."""
    return target.division is not None and target.division.startswith("présent")


def _led(found: LocatedReference, pointers: Sequence[Pointer], introduction: _Introduction | None) -> LocatedReference:
    """A quoted renvoi, its targets as far as the words name them where they are of another text, or start from another place."""
    found = found._replace(quoted=True)
    if introduction is None or all(pointer.text for pointer in pointers):
        return found
    if introduction.text is not None:
        targets = tuple(target for pointer in pointers for target in _of_text(pointer, introduction.text))
    elif any(_is_relative(pointer) for pointer in pointers):
        targets = tuple(target for pointer in pointers for target in pointer.targets)
    else:
        return found
    return found._replace(reference=found.reference._replace(targets=targets), resolved=False)


def _of_text(pointer: Pointer, text: str) -> Iterator[Target]:
    """The targets of a pointer where ``text`` speaks: "présent code" is that text itself."""
    for target in pointer.targets:
        itself = pointer.own and target.division == pointer.own
        yield target if target.text else target._replace(text=text, division=None if itself else target.division)


def _is_relative(pointer: Pointer) -> bool:
    """True where the words need a place to start from: "premier alinéa", "présent article", "présent titre"."""
    if pointer.article is not None or pointer.text is not None or pointer.own:
        return False
    return pointer.division is None or pointer.division.startswith(_HERE)


@functools.cache
def _announcing() -> re.Pattern[str]:
    """Words between the name of a text and words quoted from it."""
    return re.compile(rf"\b(?:{'|'.join(table()['quoting']['announcing'])})")


@functools.cache
def _changing() -> re.Pattern[str]:
    """The end of "Le code du travail est ainsi modifié :", which governs the articles that its items name."""
    return re.compile(rf"\b(?:{'|'.join(table()['quoting']['changing'])})\w{{0,6}}\s?:$")
