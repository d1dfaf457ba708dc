"""The vocabulary of renvois, read once from the data files: classes of words, ordinals, names of codes."""

from __future__ import annotations

import functools
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from statutes_diff.language import tables
from statutes_diff.language.numbers import LATIN, roman_value
from statutes_diff.language.tokens import tokens
from statutes_diff.language.typography import unaccented

Word = tuple[str, str | int]
"""The class of a word and its value: a determiner's family, an ordinal's rank, the word itself otherwise."""


@functools.cache
def table() -> dict[str, Any]:
    """The vocabulary file as it stands."""
    return tables.table(__file__, "vocabulary.toml")


@functools.cache
def words() -> dict[str, Word]:
    """Every classed word in lower case, capitalised and in capitals without accents."""
    found: dict[str, Word] = {}
    for word, classed in {**_numerals(), **_closed(), **_ordinals(), **_texts()}.items():
        for form in (word, word.capitalize(), unaccented(word).upper() if len(word) > 1 else word):
            found.setdefault(form, classed)
    found["A"] = ("DET", "to")  # "A l'article": capitals lose their accent
    return found


def _closed() -> dict[str, Word]:
    data = table()
    found: dict[str, Word] = {word: (name, word) for name, group in data["classes"].items() for word in group}
    found |= {word: ("DET", family) for family, group in data["determiners"].items() for word in group}
    found |= {word: ("SAID", family) for family, group in data["said"].items() for word in group}
    for word in data["divisions"]["words"]:
        found[word] = found[word + "s"] = ("DIVISION", word)
    return found


def _ordinals() -> dict[str, Word]:
    data = table()["ordinals"]
    ranks = {"first": 1, "second": 2, "last": -1, "second_to_last": -2, "third_to_last": -3}
    found: dict[str, Word] = {word: ("ORDINAL", rank) for name, rank in ranks.items() for word in data[name]}
    found |= {word: ("ORDINAL", rank) for rank, word in enumerate(data["others"], 3)}
    found |= {word: ("CARDINAL", number) for number, word in enumerate(table()["cardinals"]["words"], 2)}
    return found


def _texts() -> dict[str, Word]:
    acts = table()["acts"]
    singular = {*acts["dated"], *acts["alone"]}
    return {form: ("ACT", word) for word in singular for form in (word, word + "s")}


def _numerals() -> dict[str, Word]:
    """Roman numerals to XLIX; ``L``, ``C``, ``D`` and ``M`` alone are letters."""
    found: dict[str, Word] = {}
    for tens in ("", "X", "XX", "XXX", "XL"):
        for unit in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"):
            if roman_value(tens + unit):
                found[tens + unit] = ("ROMAN", tens + unit)
    found["Ier"] = ("ROMAN", "I")
    return found


@functools.cache
def suffixes() -> frozenset[str]:
    """``bis``, ``ter`` … and their misspellings."""
    return frozenset(LATIN)


@dataclass(slots=True, eq=False, repr=False)
class Trie:
    """Names of codes by their words: ``name`` is set where a name ends."""

    name: str | None = None
    next: dict[str, Trie] = field(default_factory=dict)

    def add(self, keys: tuple[str, ...], name: str) -> None:
        """Enter a name under its words."""
        node = self
        for key in keys:
            node = node.next.setdefault(key, Trie())
        node.name = name


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: lower case, without accents, each elision a word."""
    return tuple(unaccented(key) for key in tokens(name).keys)


@functools.cache
def codes() -> Trie:
    """The names and abbreviations of codes."""
    names = {form: name for name, forms in named_codes().items() for form in (name, *forms)}
    cut = tokens("\n".join(names))  # all at once: a cut has its own cost
    root, at, end = Trie(), 0, 0
    for form, name in names.items():
        end += len(form)
        after = bisect_right(cut.ends, end, at)
        root.add(tuple([unaccented(key) for key in cut.keys[at:after]]), name)
        at, end = after, end + 1
    return root


@functools.cache
def named_codes() -> dict[str, list[str]]:
    """The names of codes, each with its abbreviations."""
    codes: dict[str, list[str]] = tables.table(__file__, "codes.toml")["codes"]
    return codes


@functools.cache
def code_starts() -> frozenset[str]:
    """The first words of names and abbreviations, to look up before the trie is walked."""
    firsts = {form.partition(" ")[0] for name, forms in named_codes().items() for form in (name, *forms)}
    return frozenset(name_keys(first)[0] for first in firsts)


@functools.cache
def act_words(group: str) -> frozenset[str]:
    """A group of words of the ``acts`` table, without accents."""
    return frozenset(unaccented(word) for word in table()["acts"][group])


@functools.cache
def named_divisions() -> frozenset[str]:
    """Words that stand where a division's number stands: ``préliminaire``, ``unique``."""
    return frozenset(table()["divisions"]["named"])
