"""Whether an alinéa can hold a renvoi at all, told from the classes of its words: most alinéas hold none and are not read.

Each word becomes one character, and one pattern over these looks for the least that a rule of the grammar asks of neighbours: an
item behind "au" or "les", a number behind "titre", a date or a number not far behind "loi". It may find a trace where the grammar
then finds no renvoi, never the reverse (tests/test_references_traces.py).
"""

from __future__ import annotations

import functools
import re

from statutes_diff.language.patterns import late
from statutes_diff.language.tokens import Known, Tokens
from statutes_diff.language.typography import unaccented
from statutes_diff.language.vocabulary import act_words, code_starts, named_divisions
from statutes_diff.references.lexer import LETTERS, SHAPED, classes
from statutes_diff.references.phrase import INTRODUCING

_SURE, _MARKER, _LETTER, _INTRODUCING, _POINTING = "!", "m", "l", "i", "h"
_DIVISION, _NAME, _ORDINAL, _BESIDE, _POINT = "v", "n", "o", "p", "P"
_ACT, _ACT_NUMBER, _BETWEEN, _NAMED, _OPEN, _STOP, _PLAIN = "t", "c", "b", "M", "(", ".", "_"

_TRACE = late(
    r"""
      !                                             # article, alinéa, phrase, code, L. 162-5: they may stand alone
    | [iP](?=[ml])                                  # au 2°, point 3
    | hh?(?=[mltv])                                 # présent I, même titre, cette loi
    | v(?=[pmlon])                                  # titre II, chapitre premier, section suivante
    | [opm](?=v)                                    # première partie, précédent chapitre
    | t(?:M | (?:[ibM()]|(?<=\().){0,14} [mlc])         # loi précitée, loi de finances pour 2006, règlement (UE) n° 5
    | l\.                                           # a number of article that a line wrap cut in two
    """,
    re.VERBOSE,
)
_OF_CLASS = {
    **dict.fromkeys(("ARTICLE", "ALINEA", "SENTENCE", "DASH", "CODE"), _SURE),
    **dict.fromkeys(("HERE", "SAME", "THIS", "SAID"), _POINTING),
    **dict.fromkeys(("PREVIOUS", "NEXT"), _BESIDE),
    **dict.fromkeys(("NAMED", "CHANGED"), _NAMED),
    **dict.fromkeys(("AND", "CLOSE"), _BETWEEN),
    "DET": _BETWEEN,
    "ORDINAL": _ORDINAL,
    "POINT": _POINT,
    "OPEN": _OPEN,
}


def may_hold_renvois(cut: Tokens) -> bool:
    """False when no rule of the grammar can find a renvoi in these words."""
    return _TRACE.search("".join(map(_characters.__getitem__, cut.keys))) is not None


def _character(key: str) -> str:
    kind, value = classes[key]
    if kind == SHAPED:
        return _shaped(key)
    word = key.lower() if key.isascii() else unaccented(key)
    if kind == "DET":
        return _INTRODUCING if word in INTRODUCING else _BETWEEN
    if kind == "DIVISION":
        return _SURE if value == "annexe" or word in code_starts() else _DIVISION
    if kind == "ACT":
        return _SURE if word in act_words("alone") else _ACT
    return _OF_CLASS.get(kind) or _plain(key, word)


def _shaped(key: str) -> str:
    """A number, or a letter that may mark an item."""
    if key in LETTERS:
        return _LETTER
    if key[0].isdecimal() or not key[-1].isdecimal():
        return _MARKER
    return _ACT_NUMBER if key[1] in "°º" else _SURE


def _plain(key: str, word: str) -> str:
    if key == _STOP:
        return _STOP
    if word in act_words("between"):
        return _BETWEEN
    return _NAME if word in _names() else _PLAIN


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(unaccented(name) for name in named_divisions())


_characters = Known(_character)
