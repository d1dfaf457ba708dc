"""Where quotation marks open and close in an article, from « l'article L. 2 » to texts quoted whole, alinéa by alinéa.

    L'article L. 5 du code du sport est ainsi rédigé :
    « Art. L. 5.-La "fédération" délivre …
    « Elle peut … ».

Each alinéa of such a text may begin with a sign that opens (usage of the Journal officiel), or only the first one does. The
consolidated base prints straight signs, which open and close alike, and mixes them with others (" … ”). So the signs of an
alinéa are paired first; one that is left over opens or closes a quotation of several alinéas. A quotation that nothing closes
ends with its alinéa, and goes on only through alinéas that begin with a sign: one sign that was forgotten does not quote an
article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from statutes_diff.model import Article

_SIGN = re.compile(r'[«»“”„"]')
_LEADING = re.compile(r'[-–—― \u00a0\u202f]{0,4}([«“„"])')
_CLOSING = "»”"
_STRAIGHT = '"'
_WORD = re.compile(r"\w")
_NEVER, _IF_ALINEA, _ALWAYS = 0, 1, 3
_DEEPEST = 8  # quotations in each other: no law has more than three, and a line of signs is none


class Quotation(NamedTuple):
    """The part of a quotation that stands in one alinéa, ``text[start:end]``, its signs included.

    ``opened``: the alinéa (from 1) and the offset in it where the quotation begins. Of nested ones the outermost is told.
    """

    start: int
    end: int
    opened: tuple[int, int]


@dataclass(slots=True)
class _Signs:
    """The signs of one alinéa: ``pairs`` close where they open; of what is left over, where the first opens and closes, or -1.

    ``closing`` is the offset behind the sign.
    """

    pairs: list[tuple[int, int]] = field(default_factory=list)
    opening: int = -1
    family: str = ""
    closing: int = -1


def quotations(article: Article) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each alinéa of an article, in the order of their words; empty when it has none at all."""
    if not _SIGN.search(article.text):
        return ()
    texts = [alinea.text for alinea in article.alineas]
    going_on = {family: _going_on(texts, family) for family in ("«", _STRAIGHT)}
    found: list[tuple[Quotation, ...]] = []
    opened: tuple[int, int] | None = None
    family = ""
    for number, text in enumerate(texts, 1):
        signs = _signs(text, family if opened else "")
        found.append(tuple(_parts(number, text, signs, opened)))
        if opened is None and signs.opening >= 0:
            opened, family = (number, signs.opening), signs.family
        elif signs.closing >= 0:
            opened = None
        if opened and not (going_on[family][number] & _own_alinea(texts, opened)):
            opened = None
    return tuple(found)


def _parts(number: int, text: str, signs: _Signs, opened: tuple[int, int] | None) -> list[Quotation]:
    """The quotations of one alinéa; ``opened``: the one that is open before it."""
    start, parts = 0, []
    if opened:
        start = signs.closing if signs.closing >= 0 else len(text)
        parts.append(Quotation(0, start, opened))
    parts += [Quotation(*pair, (number, pair[0])) for pair in signs.pairs if pair[0] >= start]
    if opened is None and signs.opening >= 0:
        parts = [part for part in parts if part.end <= signs.opening]
        parts.append(Quotation(signs.opening, len(text), (number, signs.opening)))
    return parts


def _signs(text: str, inside: str = "") -> _Signs:
    """Pair the signs of an alinéa; ``inside``: the family of a quotation that is open before it."""
    signs = _Signs()
    stack: list[tuple[int, str]] = []
    first = _LEADING.match(text)
    for sign in _SIGN.finditer(text, first.end() if first and _family(first[1]) == inside else 0):
        at, family = sign.start(), _family(sign[0])
        if not _closes(sign[0], text, at, stack):
            stack += [(at, family)] if len(stack) < _DEEPEST else []
        elif any(family == other for _, other in stack):
            while (last := stack.pop())[1] != family:
                pass
            if not stack:
                signs.pairs.append((last[0], at + 1))
        elif signs.closing < 0 and family == inside:
            signs.closing = at + 1
    if stack:
        _left_over(signs, stack[0], text, inside, first)
    return signs


def _closes(sign: str, text: str, at: int, stack: Sequence[tuple[int, str]]) -> bool:
    """A straight sign closes what another one opened, unless a colon announces it."""
    if sign != _STRAIGHT:
        return sign in _CLOSING
    return any(family == _STRAIGHT for _, family in stack) and not _announced(text, at)


def _left_over(signs: _Signs, sign: tuple[int, str], text: str, inside: str, first: re.Match[str] | None) -> None:
    """What a sign without a partner does. Of straight ones, which are paired from the left, it may be the first or the last."""
    at, family = sign
    if text[at] != _STRAIGHT:
        signs.opening, signs.family = at, family
    elif inside == family and not _announced(text, at):
        signs.closing = at + 1
    elif first and first[1] == _STRAIGHT and not inside:
        signs.opening, signs.family, signs.pairs = first.start(1), family, []
    elif _WORD.search(text, at):
        signs.opening, signs.family = at, family


def _going_on(texts: Sequence[str], family: str) -> list[int]:
    """For each alinéa, by its index: whether a quotation of that family that is open before it goes on into it.

    It does where the alinéa begins with a sign, as those of a quotation do, and where a sign closes it later, before another
    quotation opens. One that began with its alinéa also goes on to the next alinéa that begins so: signs were forgotten between.
    """
    later = _NEVER
    going_on = [_NEVER] * (len(texts) + 1)
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        going_on[index] = later
        if not _SIGN.search(text):
            continue
        fresh, first = _signs(text), _LEADING.match(text)
        if first and _family(first[1]) == family and (fresh.opening == first.start(1) or _whole(fresh, text)):
            going_on[index], later = _ALWAYS, _IF_ALINEA
        elif _signs(text, family).closing >= 0:
            going_on[index] = later = _ALWAYS
        elif fresh.opening >= 0:
            going_on[index] = later = _NEVER
    return going_on


def _own_alinea(texts: Sequence[str], opened: tuple[int, int]) -> int:
    """Which quotations this one is, in the values of ``_going_on``."""
    number, offset = opened
    first = _LEADING.match(texts[number - 1])
    return _ALWAYS if first and first.start(1) == offset else _ALWAYS & ~_IF_ALINEA


def _whole(signs: _Signs, text: str) -> bool:
    """True for an alinéa that one pair of signs encloses."""
    return len(signs.pairs) == 1 and _LEADING.match(text) is not None and not _WORD.search(text, signs.pairs[0][1])


def _family(sign: str) -> str:
    """Angular signs, or the others, which are mixed with straight ones."""
    return "«" if sign in "«»" else _STRAIGHT


def _announced(text: str, at: int) -> bool:
    """True behind a colon: "les mots : "."""
    return text[max(at - 4, 0) : at].rstrip().endswith(":")
