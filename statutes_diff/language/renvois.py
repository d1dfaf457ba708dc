"""Which words of a text are words of renvois: told from the words around them, for what needs no targets.

The grammar of ``references`` says where a renvoi leads; this says only whether "7" is cited or counted ("au 7 de l'article 12",
"l'article 7", but not "7 %", "le 7 mars", "les 7 membres"). What it is not sure of is no renvoi.
"""

from __future__ import annotations

import functools

from statutes_diff.language.cited import Stretch, classes
from statutes_diff.language.numbers import LATIN
from statutes_diff.language.tokens import Known, Tokens
from statutes_diff.language.vocabulary import act_words, code_starts, table

_BEFORE = 60  # tokens before a run from which its words are read: a list of articles is as long
_BEHIND = 40
_NEAR = 30  # tokens from the first word of an act or a code to the last of its title
_STOPS = frozenset((".", ";", ":"))
_LINKS = frozenset(("AND", "DET", "SAID", "SAME", "OPEN", "CLOSE"))
_LISTING = frozenset((";", "-", "(", ")", "ainsi", "que", "qu'"))
_NUMBERS = frozenset(("NUMBER", "LETTERED", "HYPHENED", "PAIR"))
_HEADED = frozenset(("ROMAN", "NUMBER", "PAIR"))
_ITEMS = frozenset(("DEGREE", "ROMAN", "LETTER", "NUMBER"))
_PARTS = frozenset(("ALINEA", "SENTENCE", "DASH"))
_NOUNS = _PARTS | {"ARTICLE", "CODE", "DIVISION", "ACT"}
_GOVERN = _NOUNS | {"DEGREE", "ROMAN", "LETTER", "LETTERED", "ORDINAL"}
_POINTING = frozenset(("HERE", "SAME", "SAID", "THIS"))
_LAWS = frozenset(("loi", "ordonnance"))  # "ce décret" may be one that is to come: it says who decides
_MEAN_MUCH = frozenset(("titre", "partie", "section"))  # "au même titre", "cette partie", "ladite section"
_DEFINITE = frozenset(("au", "aux", "du", "des", "le", "les"))


def only_renvois(side: Tokens, start: int, end: int, *, whole: bool = False) -> bool | None:
    """True for a run of words of renvois, False for one that says something else; None when it only lists ("et", "de l'").

    ``whole``: the run stands for another one, so that what it cites ends with it.
    """
    if _says(side, start, end):
        return False
    if all(side.keys[i] in _LISTING for i in range(start, end)):
        return None
    phrase = _Phrase(side, _opening(side, start), min(end + _BEHIND, len(side)), titles=start, whole=whole)
    cited = _cited(phrase, end)
    found: bool | None = None
    for i in range(start, end):
        if i in cited:
            found = True
        elif not _lists(side.keys[i]):
            return False
    return found


def _says(side: Tokens, start: int, end: int) -> bool:
    """True when a run holds a word that no renvoi holds, unless it is the name or the title of a text that is named near."""
    known = _inside()
    for key, kind in zip(side.keys[start:end], side.kinds[start:end], strict=True):
        if kind == "word" and not classes[key] and key.lower() not in known:
            return not any(map(_names.__getitem__, side.keys[max(start - _NEAR, 0) : end]))
    return False


def _begins_a_name(key: str) -> bool:
    """True for the first word of an act or a code."""
    return classes[key] in ("ACT", "CODE") or key.lower() in code_starts()


_names = Known(_begins_a_name)


@functools.cache
def _inside() -> frozenset[str]:
    """Words without a class that lists, numbers and dates hold."""
    return _LISTING | frozenset(LATIN) | act_words("months") | {"février", "août", "décembre", "unique"}


def _opening(side: Tokens, start: int) -> int:
    """Where the sentence or the item begins that a token stands in, or a list of numbers before it at most."""
    least = max(start - _BEFORE, 0)
    return next((i + 1 for i in range(start - 1, least - 1, -1) if side.keys[i] in _STOPS), least)


def _lists(key: str) -> bool:
    return key.lower() in _LISTING or classes[key] in _LINKS


def _cited(phrase: _Phrase, last: int) -> set[int]:
    """The words of renvois up to a token."""
    first = phrase.first
    starts, keys = code_starts(), phrase.side.keys
    found: set[int] = set()
    at = first
    for i, kind in enumerate(phrase.kinds[: last - first], first):
        if i >= at and (kind or keys[i].lower() in starts):
            after = phrase.renvoi(i)
            found.update(range(i, after))
            at = max(after, i + 1)
    return found


class _Phrase(Stretch):
    """The renvois of a stretch."""

    def renvoi(self, i: int) -> int:
        """The words of one renvoi that begins at a token."""
        for production in _PRODUCTIONS.get(self.kind(i), ()):
            after: int = production(self, i)
            if after > i:
                return after
        return self.code(i)

    def article(self, i: int) -> int:
        """ "article 7", "articles L. 1 et L. 2", "article précédent"."""
        after = self.numbers(i + 1)
        return after if after > i + 1 else self.behind_noun(i)

    def lettered(self, i: int) -> int:
        """ "L. 162-5" without the word "article"; "A1" and "D1" are categories of licences."""
        key = self.side.keys[i]
        printed = self.side.text[self.side.starts[i] : self.side.ends[i]]
        return self.numbers(i) if "-" in key or "." in printed or len(key) > 3 else i

    def numbers(self, i: int) -> int:
        """A list of numbers of articles, with the items and alinéas that may stand among them."""
        after = self.number(i)
        return after if after == i else self.more(after)

    def more(self, after: int) -> int:
        """Behind the members of a list that has begun: numbers of articles, items, "et suivants"."""
        while (at := self.linked(after)) > after:
            noted = self.key(at - 1) == "(" and self.kind(at) == "NUMBER"  # "L. 12 (1)" calls a footnote
            member = at if noted else self.number(at)
            member = member if member > at or noted else self.item(at)
            if member == at and self.kind(at) != "NEXT":
                break
            after = max(member, at + 1)
        return after

    def number(self, i: int) -> int:
        """One number of an article, with what belongs to it: "44 sexies A", "premier"."""
        if self.kind(i) not in _NUMBERS and self.key(i) not in ("premier", "unique"):
            return i
        after = self.tail(i + 1)
        return i if self.kind(i) in ("NUMBER", "PAIR") and self.counts(after) else after

    def linked(self, i: int) -> int:
        """Behind a link of a list and its determiners: ", ", "et de l'", "à", "ainsi que"."""
        at = i
        if self.key(at) == "ainsi" and self.key(at + 1) in ("que", "qu'"):
            at += 2
        elif self.kind(at) == "AND" or self.key(at) in ("à", "-", "("):
            at += 1
        else:
            return i
        while self.kind(at) == "DET":
            at += 1
        return at

    def items(self, i: int) -> int:
        """ "au 2°", "les a et b", "au 7 de l'article 12": behind a definite determiner, for letters and numbers mean much."""
        if self.key(i) not in _DEFINITE or (after := self.item(i + 1)) == i + 1:
            return i
        after = self.more(after)
        return i if self.kind(after - 1) == "NUMBER" and not self.governed(after) else after

    def item(self, i: int) -> int:
        """One item of a list of them; "A" is a letter there, not the word à."""
        if self.kind(i) not in _ITEMS and not (self.key(i) == "a" and self.capital(i)):
            return i
        after = self.tail(i + 1)
        if self.kind(i) == "NUMBER":
            return i if self.counts(after) else after
        return after

    def governed(self, i: int) -> bool:
        """True where the words behind a bare number say that it is cited: "de l'article", "du I", "ci-dessus"."""
        if self.kind(i) in ("ABOVE", "BELOW"):
            return True
        if self.kind(i) == "SAID" or self.key(i) not in ("de", "du", "des", "d'"):
            return self.kind(i) == "SAID"
        at = i + 1
        while self.kind(at) in ("DET", "HERE", "SAME", "THIS"):
            at += 1
        return self.kind(at) in _GOVERN

    def ordinals(self, i: int) -> int:
        """ "les deuxième et troisième alinéas", "deux premiers alinéas", "trois alinéas précédents", "deuxième partie"."""
        if self.kind(i) == "CARDINAL" and self.kind(i + 1) in _PARTS:
            return self.behind_noun(i + 1) if self.behind_noun(i + 1) > i + 1 else i
        at = i
        while self.kind(at) in ("ORDINAL", "CARDINAL", "AND", "DET", "PREVIOUS") and at < i + 16:
            at += 1
        if not any(self.kind(j) in ("ORDINAL", "PREVIOUS") for j in range(i, at)):
            return i
        return at + 1 if self.kind(at) in _PARTS or (self.kind(at) == "DIVISION" and self.governed(at + 1)) else i

    def part(self, i: int) -> int:
        """ "alinéa 3", "alinéas précédents": an alinéa, a sentence and a dash are always parts of an article."""
        after = self.numbers(i + 1)
        return after if after > i + 1 else max(self.behind_noun(i), i + 1)

    def division(self, i: int) -> int:
        """ "chapitre II", "titres Ier et II", "section 1"; an annex may have no number: "l'annexe du décret n° 2005-12"."""
        if self.key(i).startswith("annexe") and self.governed(i + 1):
            return i + 1
        at, known = i + 1, table()["divisions"]["named"]
        while self.kind(at) in _HEADED or self.key(at) in known or (self.kind(at) == "ORDINAL" and at == i + 1):
            at = self.tail(at + 1)
            while self.key(at) == "-" and self.kind(at + 1) in _NUMBERS:  # "annexe II-3"
                at = self.tail(at + 2)
            if self.counts(at):
                return i
            if self.kind(behind := self.linked(at)) in _HEADED:
                at = behind
        return at if at > i + 1 else self.behind_noun(i)

    def pointing(self, i: int) -> int:
        """ "présent article", "du même code", "ladite loi", "ce même décret", "précédent alinéa"."""
        at = i
        while self.kind(at) in _POINTING or self.kind(at) == "PREVIOUS":
            at += 1
        if self.kind(at) not in _NOUNS:
            return i
        doubtful = self.key(at) in _MEAN_MUCH or (self.kind(at) == "ACT" and self.key(at) not in _LAWS)
        return i if doubtful and self.kind(at - 1) != "HERE" else max(at + 1, self.behind_noun(at))

    def above(self, i: int) -> int:
        """ "ci-dessus", "susvisé"."""
        return i + 1


_PRODUCTIONS = {
    "ARTICLE": (_Phrase.article,),
    "LETTERED": (_Phrase.lettered,),
    "DET": (_Phrase.items,),
    "ORDINAL": (_Phrase.ordinals,),
    "CARDINAL": (_Phrase.ordinals,),
    "PREVIOUS": (_Phrase.pointing, _Phrase.ordinals),
    **dict.fromkeys(_PARTS, (_Phrase.part,)),
    "DIVISION": (_Phrase.division,),
    **dict.fromkeys(_POINTING, (_Phrase.pointing,)),
    "ABOVE": (_Phrase.above,),
    "BELOW": (_Phrase.above,),
    "NAMED": (_Phrase.above,),
    "ACT": (_Phrase.act,),
    "CODE": (_Phrase.code,),
    "ACTNO": (_Phrase.number_of_act,),
}
