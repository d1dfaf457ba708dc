"""Words as a substitution knows them: without number, case, accents on capitals, articles and elision.

"Les tribunaux de grande instance", "du tribunal de grande instance" and "tribunal de grande instance" hold the same units:
``tribunal``, ``grande``, ``instance``.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.lexicon import is_link, stem
from statutes_diff.language.tokens import Known, bare_tokens, function_words
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Span

_CONTRACTED = {"au": "a", "aux": "a", "une": "un"}

Stems = tuple[str, ...]


class Units(NamedTuple):
    """The words of a piece of text that are no article and no "de", each with its range."""

    stems: Stems
    spans: tuple[Span, ...]


def units(piece: str) -> Units:
    """The units of a piece of text, in order, with their ranges; linear in its length."""
    found: list[tuple[str, Span]] = []
    end = 0
    for word in bare_tokens(piece):
        start = piece.index(word, end)
        end = start + len(word)
        if stem := _stems[word]:
            found.append((stem, (start, end)))
    return Units(tuple([stem for stem, _ in found]), tuple([span for _, span in found]))


def stems(piece: str) -> Stems:
    """The units of a piece of text without their ranges, at a fraction of the cost."""
    return tuple(filter(None, map(_stems.__getitem__, bare_tokens(piece))))


def _stem(word: str) -> str:
    if is_link(word.replace("’", "'")):
        return ""
    if word[-1:].isalpha():
        return _CONTRACTED.get(word.lower()) or stem(word)
    return "".join([c for c in unaccented(word) if c not in ". *"])  # L. 162-5 is L162-5


_stems = Known(_stem)


def has_meaning(unit: str) -> bool:
    """A noun, a verb, an adjective, a number."""
    return unit[0].isalnum() and unit not in _function_stems()


@functools.cache
def _function_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in function_words())


def places_of(sought: Stems, units: Stems) -> Iterator[int]:
    """Where a sequence of units begins in another, without overlap."""
    first, size, at = sought[0], len(sought), 0
    while True:
        try:
            at = units.index(first, at)
        except ValueError:
            return
        if units[at : at + size] == sought:
            yield at
            at += size
        else:
            at += 1
