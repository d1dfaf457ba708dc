"""Sentences that define: ``On entend par véhicule…``, ``Constitue une entente…``, ``est considéré comme…``.

A definition is the whole sentence. What is defined is told from the words beside those of ``data/definitions.toml``; where it
cannot be told in few words, it is left open.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from statutes_diff.language.markers import markers
from statutes_diff.language.patterns import late
from statutes_diff.language.phrases import Phrases, holds
from statutes_diff.language.tables import table
from statutes_diff.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_STARTS = late(r"(?:[.;](?=\s)(?<!\b[A-Z]\.)|\n)\s*")
_SENTENCE_ENDS = late(r"(?<!\b[A-Z])\.(?=\s+[A-ZÀ-Ý«\"(]|\s*$)|;(?=\s)|\n")
_OPENING = late(
    r"\W*(?:[IVXL]{1,5}|[A-Z]|\d{1,2}|[a-z])?(?: (?:bis|ter))?\W*"
    r"(?:(?:Au sens|Pour l['’]application|Aux fins|Pour)(?:[^,;:.\n]|\.(?=\s?\d)){1,160},\s*)?",
)
# A term ends at a stop, or before a word that begins another group of words; not behind a preposition.
_STOP = (
    r"(?:(?=\s*(?:[,;:.(»\n]|$))"
    r"|(?<!contre)(?<!\bde)(?<!\bà)(?<!\bpour)(?<!avant)(?<!après)(?<!\bsur)(?<!\bsous)"
    r"(?=\s(?:tou[ts]|toutes?|celui|celles?|ceux|ce|quiconque|chaque|lorsque?|si|pour|dont|qui|que|lors|dès|le|la|les|une?|dans|à|aux?|en|par"
    r"|ni|et (?:est|sont))(?!\w)|\s[ls]['’]|\squ['’]))"
)
_TERM = late(
    rf"\s*(?:[«\"“]\s*(?P<quoted>[^»\"”\n]{{1,80}}?)\s*[»\"”]"
    rf"|(?:(?:une?|des|les?|la)\s|l['’])?(?P<plain>[^\W\d][^,;:.()\n«»]{{2,80}}?){_STOP})"
)
_BEFORE = late(r"(?:[^,;:.\n]|\.(?=\s?\d)){2,100}$")
_BEHIND = late(r"[^,;:.()\n]{0,50}(?!\w)")
_MEANT = late(r"(?<!\w)par\s(?P<term>[^,;:.\n]{2,80}),\s(?:il\s)?$", re.IGNORECASE)
_ITEM = late(
    r"(?:l[ea]s?\s(?:termes?|mots?)\s|l['’]expression\s)?[«\"“]?\s*(?P<term>[^«»\"“”:,\n]{2,80}?)\s*[»\"”]?\s*:", re.IGNORECASE
)
_REMARK = late(r"\[\*.*?\*\]")
_BE = frozenset(("est", "sont", "sera", "seront"))
_MOST_BEFORE, _MOST_AFTER = 600, 4000  # code points of a sentence before and behind the words that define


class Definition(NamedTuple):
    """A sentence that defines, at ``[start, end)``.

    ``kind``: definition or assimilation. ``words``: those that define with what they define, ``term`` this alone, empty when it
    cannot be told. ``key``: equal for sentences of the same words, agreement and renvois aside. ``part``: an item of a definition
    that has a list.
    """

    start: int
    end: int
    kind: str
    words: str
    term: str
    key: str
    part: bool = False


def definitions(text: str) -> tuple[Definition, ...]:
    """Every sentence of a text that defines, in order; linear in the text."""
    return tuple(_definitions(text)) if holds(text, _phrases().signs) else ()


def opening(text: str) -> Definition | None:
    """The definition that opens a list: its sentence ends the text with a colon."""
    found = definitions(text) if text[-3:].rstrip().endswith(":") else ()
    return found[-1] if found and not text[found[-1].end :].strip() else None


def is_item(text: str) -> bool:
    """True for an item of a list: it begins with a marker, a dash or a quotation mark."""
    return text[:1] in '-–—«"“' or bool(markers(text[:60])[0])


def item(text: str, opener: Definition) -> Definition | None:
    """An item of a list: a definition of its own term (``1° « Local » : tout lieu clos``), or a part of the list's one."""
    _, at = markers(text[:60])
    if opener.term:
        return opener._replace(start=at, end=len(text), key=_key(text[at:]), part=True)
    found = _ITEM.match(text, at)
    return Definition(at, len(text), opener.kind, found["term"], found["term"], _key(text[at:])) if found else None


def _definitions(text: str) -> Iterator[Definition]:
    free = 0
    for match in _phrases().found(text):
        at, row = match.whole, rows()[match.group]
        if at < free:
            continue
        start = _start(text, at)
        if "opens" in row and not _OPENING.fullmatch(text, start, at):
            continue
        end = _SENTENCE_ENDS.search(text, match.end, match.end + _MOST_AFTER)
        free = end.start() if end else min(len(text), match.end + _MOST_AFTER)
        words, term = _defined(text, start, at, match.end, row["term"])
        yield Definition(start, free, row["name"], words, term, _key(text[start:free]))


def _start(text: str, at: int) -> int:
    """Where the sentence begins."""
    first = max(0, at - _MOST_BEFORE)
    ends = [found.end() for found in _SENTENCE_STARTS.finditer(text, first, at)]
    return ends[-1] if ends else first


def _defined(text: str, start: int, at: int, end: int, where: str) -> tuple[str, str]:
    """The words at ``[at, end)`` that define, with their term, and the term; ``start``: where their sentence begins."""
    if where == "after":
        return _defined_behind(text, at, end)
    search = {"before": _BEFORE, "none": _MEANT}[where]
    before = search.search(text, max(start, at - 100), at)
    words = " ".join(text[before.start() if before else at : end].split())
    return words, before[before.lastindex or 0].strip('«»"“” \u00a0') if before else ""


def _defined_behind(text: str, at: int, end: int) -> tuple[str, str]:
    after = _TERM.match(text, end, end + 120)
    behind = after or _BEHIND.match(text, end)
    words = " ".join(text[at : behind.end() if behind else end].split())
    return words, (after["quoted"] or after["plain"]).strip() if after else ""


def _key(sentence: str) -> str:
    """The words of a sentence, the numbers of articles and acts aside, as are the marks of number and gender."""
    cut = tokens(_REMARK.sub("", sentence))
    keys = ["#" if kind in ("article", "act") else _stem(key) for key, kind in zip(cut.keys, cut.kinds, strict=True)]
    return " ".join([key for key in keys if key not in ',;.:"()-'])


def _stem(key: str) -> str:
    """A word as it is in the masculine singular, nearly: a definition does not change with an agreement."""
    small = key.lower()
    return "est" if small in _BE else small.rstrip("s").rstrip("e") or small


@functools.cache
def rows() -> tuple[dict[str, Any], ...]:
    """Every group of the data file."""
    return tuple(table(__file__, "definitions.toml")["definer"])


@functools.cache
def _phrases() -> Phrases:
    return Phrases([row["phrases"] for row in rows()])
