"""How alike two texts are, cheaply: the beginnings of their words of four letters and more, in order.

A beginning stands for its word, so that agreement ("formées", "formés") is no change. Numbers and references are left out on
purpose: they change when articles are renumbered, and an article whose renvois alone changed is the same article. Short words
are left out because every text holds them.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from statutes_diff.compare.letters import kept, letter, letters
from statutes_diff.language.tokens import LETTER
from statutes_diff.model import Article

__all__ = ["ShingleIndex", "kept", "likeness", "shingles", "stems", "words_in", "words_of"]

_WORD = re.compile(rf"({LETTER}{{4,5}}){LETTER}*+")
# A run of three words that stands in more texts than this tells nothing: a phrase of the trade ("décret en Conseil d'État").
COMMON = 8


@functools.lru_cache(maxsize=16384)  # an alinéa is looked at as a part of its article, alone, and in a run of alinéas
def words_of(text: str) -> str:
    """The words that a text is known by, small, cut to five characters, in order, a letter each (``letters``); linear."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return letters(_WORD.findall(text.lower()))


def words_in(article: Article) -> str:
    """The words of all alinéas of an article."""
    return "".join([words_of(alinea.text) for alinea in article.alineas])


def stems(words: Iterable[str]) -> frozenset[str]:
    """The letters of some words, cut to five characters already."""
    return frozenset(map(letter, words))


def likeness(kept: int, old: str, new: str) -> float:
    """Likeness of two texts from 0 to 1: the words kept over a length that leans to the shorter text, so that an article that
    grew or lost a half stays itself."""
    short, long = sorted((len(old), len(new)))
    return kept / (0.75 * short + 0.25 * long) if short else 0.0


def shingles(words: str) -> set[str]:
    """Every run of three words."""
    return {words[at : at + 3] for at in range(len(words) - 2)}


class ShingleIndex:
    """Which texts hold a run of three words: finds the few texts worth a comparison without looking at all of them."""

    def __init__(self, texts: Iterable[tuple[int, set[str]]], asked: Iterable[set[str]]) -> None:
        """``texts``: an identity and its ``shingles``; ``asked``: those that will be looked for, the only ones that are kept."""
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        wanted = set[str]().union(*asked)
        for identity, rows in texts:
            for shingle in rows & wanted:
                self._holders[shingle].append(identity)

    def nearest(self, rows: set[str], most: int) -> list[int]:
        """The texts that share the most telling runs with these, best first; ties in order of identity."""
        weights: defaultdict[int, float] = defaultdict(float)
        for shingle in self._holders.keys() & rows:
            holders = self._holders[shingle]
            if len(holders) <= COMMON:
                for identity in holders:
                    weights[identity] += 1.0 / len(holders)
        return sorted(weights, key=lambda identity: (-round(weights[identity], 6), identity))[:most]
