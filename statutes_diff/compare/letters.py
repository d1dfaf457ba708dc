"""Words as letters: each word that is met gets a character of its own, so that the words of a text are a string.

What is compared over and over is compared in C then, without a look at the words themselves: equal letters are equal words. The
idea is that of Neil Fraser's diff-match-patch, which gives a letter to each line.
"""

from __future__ import annotations

import sys


class _Alphabet(dict[str, str]):
    """Word → its letter. A corpus of law has some 10⁵ words; beyond 10⁶, those that come last share one."""

    def __missing__(self, word: str) -> str:
        letter = self[word] = chr(min(len(self) + 1, sys.maxunicode))
        return letter


_alphabet = _Alphabet()


def letter(word: str) -> str:
    """The letter of a word, the same one for the whole run."""
    return _alphabet[word]


def letters(words: list[str]) -> str:
    """The words of a text as letters."""
    return "".join(map(_alphabet.__getitem__, words))


def kept(old: str, new: str) -> int:
    """How many words stand on both sides in the same order: their longest common subsequence (bit-parallel, rapidfuzz)."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(old, new) if old and new else 0
