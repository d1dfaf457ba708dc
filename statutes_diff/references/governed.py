"""What governs from outside the words of a renvoi: what an exception is of, whose "son deuxième alinéa" is, a text before."""

from __future__ import annotations

from collections.abc import Callable

from statutes_diff.language.patterns import late
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Pointer, Unit
from statutes_diff.references.texts import code

EXCEPTING = frozenset({"exception", "exclusion"})
_HIS = frozenset({"son", "ses"})
_THEIR = frozenset({"leur", "leurs"})
_BACK = 40  # lexemes from "son" back to the article that has the alinéa
_AHEAD = 8  # lexemes from "son dernier alinéa" on to the words of what has it: ", les dispositions du I"
_SENTENCE = 80  # lexemes from an exception that opens a sentence to the text that it is of
_BOOK = late(r"(LO|[LRDA])?(\d)(\d*)(-)?")
_PARTS = frozenset({"item", "alinea", "sentence"})

POSSESSIVE = _HIS | _THEIR

Read = Callable[[Phrase, int], tuple[Pointer, ...]]


def exception_at(phrase: Phrase, i: int) -> int:
    """The lexeme that the part excepted begins with where ", à l'exception du" stands at ``i``; 0 elsewhere."""
    at = i + 1 if phrase.word(i) == "," else i
    if phrase.kind(at) != "DET" or phrase.value(at) != "to":
        return 0
    noun, _ = phrase.determiner(at)
    if phrase.word(noun) not in EXCEPTING:
        return 0
    behind, family = phrase.determiner(noun + 1)
    return behind if family == "of" else 0


def excepts_directly(phrase: Phrase, i: int) -> bool:
    """True behind "à l'exception de", where no other noun stands between: not in "à l'exception des biens de l'article 5"."""
    at = i - 1
    while at > i - 3 and phrase.kind(at) == "DET":
        at -= 1
    return at >= 0 and phrase.word(at) in EXCEPTING


def opens_with_exception(phrase: Phrase, i: int) -> bool:
    """True behind "A l'exception de" at the head of a sentence."""
    at = i - 1
    while at >= 0 and phrase.kind(at) == "DET":
        at -= 1
    if at < 0 or phrase.word(at) not in EXCEPTING:
        return False
    while at > 0 and phrase.kind(at - 1) == "DET":
        at -= 1
    return at == 0 or phrase.word(at - 1) in (".", ":", "-")


def owner(phrase: Phrase, i: int, unit: Unit, after: int, read: Read) -> tuple[Pointer, ...]:
    """What "son", "ses", "leur" before lexeme ``i`` mean: the article named before in the sentence, else what is named next.

    Both are used: "l'article 813 et son deuxième alinéa"; "à l'exception de son dernier alinéa, l'article 357".
    """
    word = phrase.word(i - 1) if i else ""
    if word not in POSSESSIVE or unit.level not in _PARTS or unit.relative:
        return ()
    for at in range(i - 2, max(i - _BACK, -1), -1):
        if phrase.word(at) in (".", ";"):
            break
        if phrase.kind(at) in ("ARTICLE", "LETTERED"):
            return phrase.memory.article(word in _THEIR)
    return _named_next(phrase, after, read)


def _named_next(phrase: Phrase, i: int, read: Read) -> tuple[Pointer, ...]:
    if phrase.word(i) != ",":
        return ()
    for at in range(i + 1, i + _AHEAD):
        if phrase.kind(at) == "END" or phrase.word(at) in (".", ";", ",", ":"):
            break
        if phrase.kind(at) in ("ARTICLE", "LETTERED", "HERE", "DEGREE", "ROMAN"):
            return read(phrase, at)
    return ()


def listed_behind(phrase: Phrase, i: int) -> int:
    """The numbers that a text named before them governs, 0 when there are none.

    "Du code du travail, articles L. 1 et L. 2"; "les articles du code de justice administrative R. 741-11 et R. 742-2".
    """
    at = i + 1 if phrase.word(i) in (",", ":") else i
    if phrase.kind(at) == "ARTICLE":
        first = at + 2 if phrase.word(at + 1) == "." else at + 1
        return at if phrase.kind(first) in ("LETTERED", "NUMBER") else 0
    return at if phrase.kind(at) == "LETTERED" else 0


def book_of(key: str | None) -> tuple[str, str, int] | None:
    """Kind of number, digit of the book, length; where long numbers have no dash ("L. 20", "L. 54") there are no books."""
    shape = _BOOK.match(key) if key else None
    if shape is None:
        return None
    if shape[1] is None:
        return "", "", 0
    return shape[1], shape[2] if shape[4] or not shape[3] else "", len(shape[3])


def text_ahead(phrase: Phrase, i: int) -> Pointer | None:
    """The text that a sentence names behind the exception it opens with: ", les dispositions du chapitre IV du code …"."""
    for at in range(i, i + _SENTENCE):
        kind = phrase.kind(at)
        if kind == "END" or phrase.word(at) in (".", ";", ":"):
            return None
        if kind == "HERE" or kind == "ARTICLE" and phrase.family_before(at) != "of":
            return None
        if kind == "CODE" and (unit := code(phrase, at)):
            return unit.pointers[0]
    return None
