"""How alike two texts are, cheaply: the beginnings of their words of four letters and more, in order.

A beginning stands for its word, so that agreement ("formées", "formés") is no change. Numbers and references are left out on
purpose: they change when articles are renumbered, and an article whose renvois alone changed is the same article. Short words
are left out because every text holds them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

Shingle = tuple[str, str, str]

_WORD = re.compile(r"([^\W\d_]{4,5})[^\W\d_]*")
# A run of three words that stands in more texts than this tells nothing: a phrase of the trade ("décret en Conseil d'État").
COMMON = 8


def words_of(text: str) -> list[str]:
    """The words that a text is known by, lower case, cut to five letters, in order; linear in its length."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _WORD.findall(text.lower())


def kept_words(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words stand in both texts in the same order: the longest common subsequence."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(old, new)) if old and new else 0


def likeness(kept: int, old: Sequence[str], new: Sequence[str]) -> float:
    """Likeness of two texts from 0 to 1: the words kept over a length that leans to the shorter text, so that an article that
    grew or lost a half stays itself."""
    short, long = sorted((len(old), len(new)))
    return kept / (0.75 * short + 0.25 * long) if short else 0.0


def shingles(words: Sequence[str]) -> set[Shingle]:
    """Every run of three words."""
    return set(zip(words, words[1:], words[2:], strict=False))


class ShingleIndex:
    """Which texts hold a run of three words: finds the few texts worth a comparison without looking at all of them."""

    def __init__(self, texts: Iterable[tuple[int, Sequence[str]]]) -> None:
        """``texts``: an identity and its words."""
        self._holders: defaultdict[Shingle, list[int]] = defaultdict(list)
        for identity, words in texts:
            for shingle in shingles(words):
                self._holders[shingle].append(identity)

    def nearest(self, words: Sequence[str], most: int) -> list[int]:
        """The texts that share the most telling runs with these words, best first; ties in order of identity."""
        weights: Counter[int] = Counter()
        for shingle in shingles(words):
            holders = self._holders.get(shingle, ())
            if len(holders) <= COMMON:
                for identity in holders:
                    weights[identity] += 1.0 / len(holders)  # type: ignore[assignment]  # a Counter adds up any number
        return sorted(weights, key=lambda identity: (-round(weights[identity], 6), identity))[:most]
