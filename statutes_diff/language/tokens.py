"""The words of a legal text, cut so that what a lawyer reads as one stays one.

``L. 162-12-17``, ``n° 2002-322``, ``45 000 €``, ``1er``, ``3°``, ``aujourd'hui`` are one token each; an elided article
(``l'``) is a token of its own. A token runs to the next one: white space rides with the word before it, so tokens tile the text
(habit of kpdecker/jsdiff: separate space tokens let spaces outvote words).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from statutes_diff.language.typography import folded

_LETTER = "A-Za-zªµºÀ-ÖØ-öø-ɏ\u0300-\u036f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"
_HYPHEN = "-‐‑–"
_GAP = " \u00a0\u202f"

# Repetitions are bounded, and each alternative starts with another character class, so the scan is linear.
TOKEN = re.compile(
    rf"""
      (?P<article>
          (?:L\.?[{_GAP}]?O|[LRDA])                       # L, LO, R, D, A
          (?: \.[{_GAP}]? \*{{0,2}} [{_GAP}]? | \*{{1,2}}\.? [{_GAP}]? | (?=\d) | [{_GAP}](?=\d{{1,5}}[{_HYPHEN}]\d) )
          \d{{1,5}} (?:[{_HYPHEN}]\d{{1,4}}){{0,6}}
          (?![\d{_LETTER}])
      )
    | (?P<bare> \d{{1,5}} (?:[{_HYPHEN}]\d{{1,4}}){{1,6}} (?![\d{_LETTER}]) )                # 221-6, of a code without letters
    | (?P<act> [nN][°º] [{_GAP}]? \d{{1,6}} (?:[-/.{_HYPHEN}]\d{{1,6}}){{0,4}} )          # n° 2002-322, n° 2016/679
    | (?P<number>
          \d{{1,3}} (?:[{_GAP}.]\d{{3}}){{1,6}} (?!\d) (?:,\d{{1,9}})? (?:[{_GAP}]?[€%])?      # 45 000 €
        | \d{{1,18}} (?:(?:er|re|ère|ème|nd|nde|e)(?![{_LETTER}]) | [°º] | ,\d{{1,9}})? (?:[{_GAP}]?[€%])?
      )
    | (?P<word>
          [aA]ujourd['’]hui | [qQ]uelqu['’]une?(?![{_LETTER}]) | [pP]rud['’]hom[{_LETTER}]{{1,8}}
        | [{_LETTER}]{{1,9}} ['’]                                                             # l', qu', jusqu'
        | [{_LETTER}]{{1,80}} (?:[-‐‑][{_LETTER}]{{1,40}}){{0,8}}
      )
    | (?P<other> \.\.\. | \S )
    """,
    re.VERBOSE,
)
_KINDS = {"article": "article", "bare": "article", "act": "act", "number": "number", "word": "word", "other": "other"}
_SQUEEZED = re.compile(r"[\s.*\u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: token ``i`` is ``text[starts[i]:starts[i + 1]]``, its word ends at ``ends[i]``.

    ``starts`` has one entry more than ``keys`` (the end of the text); leading white space belongs to the first token.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    kinds: list[str]

    def __len__(self) -> int:
        return len(self.keys)


@functools.lru_cache(maxsize=65536)
def token_key(word: str, kind: str) -> str:
    """What a token is compared by: its typography folded, and an article's number without dots, stars and spaces."""
    if kind == "article" or kind == "act":
        return _SQUEEZED.sub("", folded(word))
    if kind == "number":
        return folded(word).replace(" ", "").replace("º", "°")
    return folded(word)


@functools.lru_cache(maxsize=8192)  # a changed alinéa is cut for its edits, its institutions and its references
def tokens(text: str) -> Tokens:
    """Cut a text into tokens; linear in its length."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    kinds: list[str] = []
    for found in TOKEN.finditer(text):
        kind = _KINDS[found.lastgroup or "other"]
        starts.append(found.start())
        ends.append(found.end())
        keys.append(token_key(found.group(), kind))
        kinds.append(kind)
    if starts:
        starts[0] = 0
    starts.append(len(text))
    return Tokens(text, starts, ends, keys, kinds)


@functools.cache
def function_words() -> frozenset[str]:
    """Words that carry no meaning alone (articles, prepositions, conjunctions, auxiliaries), lower case."""
    data = Path(__file__).with_name("data") / "function_words.txt"
    lines = (line.partition("#")[0] for line in data.read_text("utf-8").splitlines())
    return frozenset(word for line in lines for word in line.split())


def is_content(key: str) -> bool:
    """True when a token says something by itself: a number, a reference, a noun, a verb, an adjective."""
    return any(c.isalnum() for c in key) and key.lower() not in function_words()
