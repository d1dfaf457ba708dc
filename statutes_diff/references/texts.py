"""Other texts: codes by their names, acts by their numbers and dates, treaties and rules by their nouns."""

from __future__ import annotations

from statutes_diff.language.typography import unaccented
from statutes_diff.language.vocabulary import Trie, act_words, code_starts, codes
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit

_REACH = 14  # lexemes between the kind of an act and its number or date


def code(phrase: Phrase, i: int) -> Unit | None:
    """A code by its name or abbreviation; the longest known name wins, an unknown one keeps its first words."""
    after = _named(phrase, i) or _unknown(phrase, i)
    if not after:
        return None
    return _unit(phrase, i, after, "code", phrase.lex.words(i, after - 1))


def abbreviated(phrase: Phrase, i: int) -> Unit | None:
    """ "C. civ.", "CGI": a code by its abbreviation, right behind an article's number."""
    if phrase.kind(i) not in ("", "LETTER") or phrase.word(i) == "nouveau":
        return None
    after = _named(phrase, i)
    return _unit(phrase, i, after, "code", phrase.lex.words(i, after - 1)) if after else None


def act(phrase: Phrase, i: int) -> Unit | None:
    """An act by its number or date: "loi n° 2002-322 du 6 mars 2002", "règlement (UE) 2016/679", "Constitution"."""
    noun = phrase.value(i)
    after = _numbered(phrase, i) or (i + 1 if _alone(phrase, i) else 0)
    return _unit(phrase, i, after, noun, phrase.lex.words(i, after - 1)) if after else None


def recalled(phrase: Phrase, i: int) -> Unit | None:
    """ "loi précitée", "code susvisé" by themselves: a renvoi where a text of that noun was named before."""
    if phrase.kind(i + 1) != "NAMED" or (known := _last_named(phrase, i)) is None:
        return None
    return Unit("text", "", (Member(*phrase.span(i, i + 2), (known,)),), i + 2, relative=True)


def governing(phrase: Phrase, i: int, only_known: bool = False) -> Unit | None:
    """A text named by its noun, behind "l'article 5 de": "la convention", "son statut"; another text for sure.

    "Précité" calls it back by its noun; with no such text named it keeps its words. ``only_known``: the noun alone is not enough.
    """
    named = phrase.kind(i + 1) == "NAMED"
    noun = phrase.kind(i) in ("CODE", "ACT") or unaccented(phrase.word(i)) in act_words("governing")
    if noun and named:
        return recalled(phrase, i) or _unit(phrase, i, i + 2, "", phrase.lex.words(i, i + 1))
    if only_known or unaccented(phrase.word(i)) not in act_words("governing"):
        return None
    return _unit(phrase, i, i + 1, "" if _last_named(phrase, i) else phrase.value(i), phrase.lex.words(i, i))


def _last_named(phrase: Phrase, i: int) -> Pointer | None:
    """The last text of the noun at ``i``; of a plural ("des codes précités") it is not known which."""
    noun = phrase.value(i)
    return None if phrase.kind(i) == "CODE" and noun != "code" or phrase.word(i) == noun + "s" else phrase.memory.text(noun)


def _unit(phrase: Phrase, i: int, after: int, noun: str, name: str) -> Unit:
    """A text by its name, kept for "même" and "précité" under its noun when that is given."""
    pointer = Pointer(text=name)
    if noun:
        phrase.memory.name_text(noun, pointer)
    return Unit("text", "", (Member(*phrase.span(i, after), (pointer,)),), after)


def _named(phrase: Phrase, i: int) -> int:
    """The lexeme behind the longest name of a code that begins at ``i``, 0 when there is none."""
    if unaccented(phrase.word(i)) not in code_starts():
        return 0
    node: Trie | None = codes()
    longest = 0
    while node is not None and phrase.kind(i) != "END":
        node = node.next.get(unaccented(phrase.word(i)))
        i += 1
        if node is not None and node.name is not None:
            longest = i
    return longest


def _unknown(phrase: Phrase, i: int) -> int:
    """ "code de la marine" and other codes that no table has: the noun that follows, "code" alone being none."""
    if phrase.word(i) != "code":
        return 0
    behind, family = phrase.determiner(i + 1)
    if family == "of" and phrase.kind(behind) == "" and phrase.word(behind)[:1].isalpha():
        return behind + 1
    return 0


def _alone(phrase: Phrase, i: int) -> bool:
    return unaccented(phrase.word(i)) in act_words("alone") and phrase.lex.text[phrase.lex.starts[i]].isupper()


def _numbered(phrase: Phrase, i: int) -> int:
    """The lexeme behind the number and date of the act at ``i``, 0 when it has neither."""
    at = i + 1
    while at < i + _REACH:
        if (after := _number(phrase, at)) or (after := _dated(phrase, at)):
            return after
        if not _between(phrase, at):
            return 0
        at += 1
    return 0


def _between(phrase: Phrase, i: int) -> bool:
    if phrase.kind(i) in ("OPEN", "CLOSE") or phrase.kind(i - 1) == "OPEN":
        return True
    if phrase.kind(i) == "NUMBER":
        return phrase.word(i - 1) == "pour"
    return unaccented(phrase.word(i)) in act_words("between")


def _number(phrase: Phrase, i: int) -> int:
    """Behind "n° 2002-322 [du 6 mars 2002]", "2016/679", "2004/38/CE"."""
    if phrase.kind(i) == "ACTNO":
        after = i + 1
        while phrase.word(after) == "/" and phrase.kind(after + 1) != "END":
            after += 2
        after = _dated(phrase, after) or after
        return after + 1 if phrase.kind(after) == "CLOSE" and phrase.kind(i - 1) == "OPEN" else after
    if phrase.kind(i) == "NUMBER" and phrase.word(i + 1) == "/" and phrase.kind(i + 2) == "NUMBER":
        after = i + 5 if phrase.word(i + 3) == "/" else i + 3
        return _dated(phrase, after) or after
    return 0


def _dated(phrase: Phrase, i: int) -> int:
    """Behind "[modifiée] du 6 mars 2002"; 0 when no date stands there."""
    while phrase.kind(i) in ("CHANGED", "NAMED"):
        i += 1
    if phrase.word(i) != "du" or phrase.kind(i + 1) not in ("NUMBER", "DEGREE"):
        return 0
    if phrase.word(i + 2) not in _months() or phrase.kind(i + 3) != "NUMBER":
        return 0
    return i + 4


def _months() -> frozenset[str]:
    return act_words("months") | {"février", "août", "décembre"}
