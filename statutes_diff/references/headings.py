"""Divisions: "chapitre II du titre Ier", "titres III à V", "première partie", "annexe à l'article R. 5"."""

from __future__ import annotations

from statutes_diff.language.patterns import late
from statutes_diff.language.vocabulary import named_divisions
from statutes_diff.references.counted import is_ordinal
from statutes_diff.references.items import between, point
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit

_PREPOSED = frozenset({"partie", "section", "sous-section", "livre", "titre", "chapitre", "annexe"})
_MOST = 60
_ABOVE = late(r"\s(?=(?:du|des|de la)\s|de l['’])")  # the words of a division have single spaces


def division(phrase: Phrase, i: int) -> Unit | None:
    """The division or list of divisions that begins at ``i`` with its word."""
    if phrase.value(i) == "paragraphe" and (part := _part_of_article(phrase, i)):
        return part
    if phrase.value(i) == "titre" and phrase.word(i - 1) in ("à", "a"):
        return None  # "à titre préliminaire" says how, not where
    if phrase.kind(i + 1) in ("PREVIOUS", "NEXT"):
        return _unit(phrase, i, i + 2, [_words(phrase, i, i + 1)], relative=True)
    if phrase.kind(i + 1) == "ABOVE" or phrase.kind(i + 1) == "BELOW":
        return None
    numbers, after = _numbers(phrase, i + 1)
    if numbers:
        return _unit(phrase, i, after, [f"{phrase.value(i)} {number}" for number in numbers])
    return _annex(phrase, i)


def preposed(phrase: Phrase, i: int) -> Unit | None:
    """ "première partie", "deuxième section"; "précédent chapitre"."""
    if phrase.kind(i + 1) != "DIVISION" or phrase.value(i + 1) not in _PREPOSED:
        return None
    beside = phrase.kind(i) in ("PREVIOUS", "NEXT")
    if not beside and not is_ordinal(phrase, i):
        return None
    if _numbers(phrase, i + 2)[0] or not beside and not _of_a_text(phrase, i + 2):
        return None
    return _unit(phrase, i, i + 2, [_words(phrase, i, i + 1)], relative=beside)


def _of_a_text(phrase: Phrase, i: int) -> bool:
    """ "la première partie du code", not "la première partie de la somme"."""
    behind, family = phrase.determiner(i)
    return family == "of" and phrase.kind(behind) in ("HERE", "SAME", "SAID", "CODE", "ACT", "DIVISION", "THIS")


def _unit(phrase: Phrase, i: int, after: int, names: list[str], relative: bool = False) -> Unit:
    start, end = phrase.span(i, after)
    rank = "annexe" if phrase.value(i) == "annexe" else "division"
    return Unit("division", rank, (Member(start, end, tuple(Pointer(division=name) for name in names)),), after, relative)


def _words(phrase: Phrase, first: int, last: int) -> str:
    return phrase.lex.words(first, last).lower()


def heading_parts(words: str) -> tuple[str, str]:
    """ "chapitre II du titre Ier" → "chapitre II" and "du titre Ier"."""
    own, *above = _ABOVE.split(words, maxsplit=1)
    return own, "".join(above)


def _part_of_article(phrase: Phrase, i: int) -> Unit | None:
    """ "paragraphe 3 de l'article 19" is a part of that article, not a heading."""
    found = point(phrase, i)
    if found is None:
        return None
    behind, family = phrase.determiner(found.after)
    return found if family == "of" and phrase.kind(behind) in ("ARTICLE", "HERE", "SAME", "SAID") else None


def _numbers(phrase: Phrase, i: int) -> tuple[list[str], int]:
    """The numbers behind a division's word and the lexeme behind them."""
    found: list[str] = []
    after = i
    while _number(phrase, i) and len(found) < _MOST:
        after = _past_points(phrase, i)
        found.append(phrase.lex.words(i, after - 1))
        last = phrase.range_to(after)
        if last and _number(phrase, last):
            found += between(found[-1], phrase.lex.words(last, last), _rank(phrase, last))
            after = last + 1
        i = phrase.joined(after) or after
        if i == after or phrase.kind(i) != phrase.kind(after - 1):
            break
    return found, after


def _past_points(phrase: Phrase, i: int) -> int:
    """Behind a number with points, "2.2.1"."""
    starts, ends = phrase.lex.starts, phrase.lex.ends
    at = i
    while at < i + 8 and phrase.word(at + 1) == "." and phrase.kind(at + 2) == "NUMBER" and ends[at] + 1 == starts[at + 2]:
        at += 2
    return at + 1


def _rank(phrase: Phrase, i: int) -> str:
    return {"ROMAN": "roman", "NUMBER": "digit"}.get(phrase.kind(i), "upper")


def _number(phrase: Phrase, i: int) -> bool:
    kind = phrase.kind(i)
    if kind in ("ROMAN", "ORDINAL"):
        return True
    if kind == "NUMBER":
        return phrase.kind(i + 1) != "" or phrase.word(i) == "1er" or not phrase.word(i + 1)[:1].islower()
    if kind == "LETTER":
        return phrase.value(i).isupper() and (phrase.kind(i + 1) != "" or phrase.value(i)[:1] in "ABC")
    return phrase.word(i) in named_divisions()


def _annex(phrase: Phrase, i: int) -> Unit | None:
    """An annexe without a number is one when it is said of what: "l'annexe à l'article R. 5", "l'annexe au présent livre"."""
    if phrase.value(i) != "annexe" or phrase.word(i) != "annexe":
        return None
    behind, family = phrase.determiner(i + 1)
    known = phrase.kind(behind) in ("ARTICLE", "HERE", "SAME", "CODE", "ACT", "SAID")
    return _unit(phrase, i, i + 1, ["annexe"]) if known and family in ("to", "of") else None
