"""A stretch of words with their classes, and the acts and codes that it names: what the renvois of ``renvois`` are told by."""

from __future__ import annotations

import functools

from statutes_diff.language.numbers import LATIN
from statutes_diff.language.tokens import Known, Tokens, kind_of
from statutes_diff.language.typography import unaccented
from statutes_diff.language.vocabulary import Trie, act_words, code_starts, codes, table, words

_REACH = 14  # tokens between the kind of an act and its number or date
_OF_ACTS = frozenset(("ACTNO", "CHANGED", "NAMED"))
_BEHIND_NOUN = frozenset(("PREVIOUS", "NEXT", "NAMED", "ABOVE", "BELOW"))


def _told(key: str) -> str:
    """The class of a word by itself; empty for words that are no words of renvois."""
    known = words().get(key)
    if known:
        return known[0]
    if len(key) == 1 and key.isalpha() and key != "y" or len(key) == 2 and key[0] == key[1] and key.isascii() and key.isalpha():
        return "LETTER"
    return ""


classes = Known(_told)


def _class(key: str) -> str:
    """The class of a token by its key, as the grammar of renvois has them."""
    kind = kind_of(key)
    if kind == "article":
        return "LETTERED" if key[0].isalpha() else "HYPHENED"
    if kind == "act":
        return "ACTNO"
    if kind == "number":
        if key.endswith("°"):
            return "DEGREE"
        digits = key.removesuffix("er")
        if "," in key:
            return "PAIR"  # "articles 3,4 et 5", or a decimal fraction
        return "NUMBER" if digits.isdecimal() and len(digits) <= 5 else ""
    return classes[key]


_classes = Known(_class)


@functools.cache
def _counted() -> frozenset[str]:
    return frozenset(table()["counted"]["words"]) | act_words("months")


class Stretch:
    """Some tokens of a text. Each production gives the token behind it, or where it was asked when it is none."""

    def __init__(self, side: Tokens, first: int, end: int, *, titles: int = 0, whole: bool = False) -> None:
        self.side, self.end, self.first, self.titles, self.whole = side, end, first, titles, whole
        self.kinds = list(map(_classes.__getitem__, side.keys[first:end]))

    def kind(self, i: int) -> str:
        """The class of a token; of what lies outside, the end."""
        return self.kinds[i - self.first] if self.first <= i < self.end else "END"

    def key(self, i: int) -> str:
        """A token as it is compared, in small letters."""
        return self.side.keys[i].lower() if self.first <= i < self.end else ""

    def capital(self, i: int) -> bool:
        """True for a capital by itself."""
        return len(self.key(i)) == 1 and self.side.keys[i].isupper()

    def counts(self, i: int) -> bool:
        """True before what is counted or dated: "7 membres", "7 mars"."""
        return unaccented(self.key(i)) in _counted()

    def tail(self, i: int) -> int:
        """Behind the suffixes of a number: "bis", "quater-0 B"; "A" before a determiner is the word à."""
        while True:
            if self.key(i) in LATIN or (self.capital(i) and not (self.key(i) == "a" and self.kind(i + 1) == "DET")):
                i += 1
            elif self.key(i) == "-" and self.key(i - 1) in LATIN and self.kind(i + 1) == "NUMBER":
                i += 2
            else:
                return i

    def behind_noun(self, i: int) -> int:
        """ "article précédent", "loi susvisée", "alinéas ci-dessus"."""
        return i + 2 if self.kind(i + 1) in _BEHIND_NOUN else i

    def code(self, i: int) -> int:
        """A code by its name."""
        return _code(self.side.keys, i, self.end)

    def act(self, i: int) -> int:
        """ "la loi n° 2001-44 du 17 janvier 2001 relative à …": an act by its number or date, with its title."""
        at, after = i + 1, i
        while at < i + _REACH and after == i:
            after = self.named(at, i)
            if not self.between(at):
                break
            at += 1
        while after > i and self.kind(after) == "AND":
            behind = after + 1
            if (more := self.named(behind, behind)) == behind:
                break
            after = more
        return self.title(after) if after > i else self.behind_noun(i)

    def number_of_act(self, i: int) -> int:
        """ "n° 2001-44" whose kind of act stands elsewhere; "n° 3" may be a form, a table, a police record."""
        return self.title(max(self.named(i, i), i)) if any(mark in self.side.keys[i] for mark in "-/") else i

    def named(self, i: int, nothing: int) -> int:
        """Behind the number and the date of an act; ``nothing`` when it has neither."""
        at = i
        if self.kind(at) == "ACTNO":
            at += 3 if self.key(at + 1) == "/" and self.kind(at + 2) == "NUMBER" else 1
        elif self.kind(at) == "NUMBER" and self.key(at + 1) == "/" and self.kind(at + 2) == "NUMBER":
            at += 5 if self.key(at + 3) == "/" else 3
        behind = at
        while at > i and self.between(behind) and behind < at + _REACH and not self.dated(behind):
            behind += 1
        at = self.dated(behind) or self.dated(at) or at
        while at > i and self.kind(at) in _OF_ACTS:
            at += 1
        return at if at > i else nothing

    def between(self, i: int) -> bool:
        """True for words between an act's kind, its number and its date ("de finances pour 2007", "du Conseil")."""
        if self.kind(i) in ("OPEN", "CLOSE") or self.kind(i - 1) == "OPEN" or self.kind(i) in _OF_ACTS:
            return True
        if self.kind(i) == "NUMBER":
            return self.key(i - 1) == "pour"
        return unaccented(self.key(i)) in act_words("between")

    def dated(self, i: int) -> int:
        """Behind "du 6 mars 2002"; 0 when no date stands there."""
        at = i + (self.key(i) == "du")
        if self.kind(at) not in ("NUMBER", "NTH") or unaccented(self.key(at + 1)) not in act_words("months"):
            return 0
        return at + 3 if self.kind(at + 2) == "NUMBER" else 0

    def spoken(self, i: int) -> bool:
        """True for a word, and for the comma of a list of them."""
        return i < self.end and (self.side.kinds[i] == "word" or self.key(i) == ",")

    def title(self, i: int) -> int:
        """Behind the title of an act: to the first word that no title holds, so that no other clause is taken for one.

        ``titles``: where titles are looked for; what stands behind another may be the sentence that goes on. ``whole``: a
        citation that stands for another one; then its title may list ("relative à l'eau, l'air et les sols").
        """
        if i <= self.titles or self.key(i) not in table()["acts"]["titled"]:
            return i
        at, acts = i + 1, table()["acts"]
        while self.spoken(at) and self.key(at) not in acts["untitled"] and self.kind(at) not in ("ACT", "ARTICLE"):
            if self.key(at) in ("et", ",") and self.key(at + 1) not in acts["titled_on"] and not self.whole:
                break
            at += 1
        return at


def _code(keys: list[str], i: int, end: int) -> int:
    """Behind the longest name of a code that is known; ``i`` when none begins there."""
    if i >= end or unaccented(keys[i]) not in code_starts():
        return i
    node: Trie | None = codes()
    after = at = i
    while node is not None and at < end:
        node = node.next.get(unaccented(keys[at]))
        at += 1
        if node is not None and node.name is not None:
            after = at
    return after


def named_codes(side: Tokens) -> list[tuple[int, int]]:
    """The codes that a text names, as ranges of tokens."""
    starts = [i for i, key in enumerate(side.keys) if key in ("code", "Code")]
    return [(i, after) for i in starts if (after := _code(side.keys, i, len(side.keys))) > i]
