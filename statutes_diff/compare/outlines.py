"""The divisions of one version as a tree of nodes, and how alike two headings are: what two outlines are compared by.

A heading that is printed again (above each article, on each page) is the division that it names: divisions of the same kind,
number and title under the same parent are one node.
"""

from __future__ import annotations

import functools
from collections import Counter
from typing import NamedTuple

from statutes_diff.language.numbers import roman_value
from statutes_diff.language.typography import unaccented
from statutes_diff.model import Division

ROOT = 0  # the node above all divisions
DEEPEST = 40  # divisions inside one another that are looked at: the law has eleven kinds
_ORDINALS = "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme".split()
_FIGURES = {"premiere": "1", "second": "2", "seconde": "2", **{word: str(n) for n, word in enumerate(_ORDINALS, 1)}}
_LEAST = 4  # letters of a word that tells something
_STEM = 4  # letters that tell it: "plans locaux" and "plan local" speak of the same
# "Dispositions générales" stands in every title: such words do not tell of what it treats.
_EVERYWHERE = frozenset(
    "applicable applicables autre autres commun commune communes communs dans disposition dispositions divers diverse diverses"
    " general generale generales generaux generalites particulier particuliere particulieres particuliers preliminaire"
    " preliminaires principe principes regle regles relatif relatifs relative relatives special speciale speciales".split()
)


class Key(NamedTuple):
    """A heading without its typography: ``number`` in figures where it is one ("Ier", "premier" → "1"), ``title`` in plain
    letters."""

    kind: str
    number: str
    title: str


class Outline:
    """One version's divisions, numbered from 1 in the order in which they are entered.

    ``signs``: the same for the same printed headings from the outermost in, in both outlines that share ``names``; ``first``: the
    place of the first article pair of each. A parent is entered before what stands in it.
    """

    def __init__(self, names: dict[tuple[int, str, str, str], int]) -> None:
        self.parents = [ROOT]
        self.signs = [0]
        self.paths: list[tuple[Division, ...]] = [()]
        self.first = [0]
        self.alone: Counter[tuple[int, str]] = Counter()
        self._names = names
        self._signed = {0: ROOT}
        self._nodes: dict[int, int] = {}
        self._lineages: dict[int, list[int]] = {ROOT: []}

    def node(self, path: tuple[Division, ...], place: int = 0) -> int:
        """The node of the innermost division of a path; ``place``: the article pair that stands in it."""
        found = self._nodes.get(id(path[-1])) if path else ROOT
        if found is None:
            found = ROOT
            for depth, division in enumerate(path, 1):
                if id(division) not in self._nodes:
                    self._nodes[id(division)] = self._enter(found, path[:depth], place)
                found = self._nodes[id(division)]
        return found

    def _enter(self, parent: int, path: tuple[Division, ...], place: int) -> int:
        division = path[-1]
        name = (self.signs[parent], division.kind, division.number or "", division.title)
        sign = self._names.setdefault(name, len(self._names) + 1)
        if sign not in self._signed:
            self._signed[sign] = len(self.parents)
            self.parents.append(parent)
            self.signs.append(sign)
            self.paths.append(path)
            self.first.append(place)
        return self._signed[sign]

    def key(self, node: int) -> Key:
        """The heading of a node without its typography."""
        division = self.paths[node][-1]
        return _key(division.kind, division.number or "", division.title)

    def lineage(self, node: int) -> list[int]:
        """The node and those around it, from the inside out, ``ROOT`` left out; of very many the innermost."""
        if node not in self._lineages:
            found = [node]
            while self.parents[found[-1]] != ROOT and len(found) < DEEPEST:
                found.append(self.parents[found[-1]])
            self._lineages[node] = found
        return self._lineages[node]

    def summed(self, counts: list[int]) -> list[int]:
        """Counts by node, with those of its subdivisions added to each."""
        sums = [*counts]
        for node in range(len(sums) - 1, ROOT, -1):
            sums[self.parents[node]] += sums[node]
        return sums


@functools.lru_cache(maxsize=4096)
def _key(kind: str, number: str, title: str) -> Key:
    return Key(kind, _number(number), _plain(title))


def _number(printed: str) -> str:
    first, *others = _plain(printed).split(" ")
    value = roman_value(printed.split(" ")[0]) if printed[:1].isupper() else None
    figure = str(value) if value else _FIGURES.get(first) or (first.removesuffix("er") if first[:1].isdigit() else first)
    return " ".join([figure, *others])


def _plain(words: str) -> str:
    return " ".join(unaccented(words).strip(" .:").split())


def same_number(one: Key, other: Key) -> bool:
    """True when both are, say, a chapter II."""
    return (one.kind, one.number) == (other.kind, other.number)


def is_general(title: str) -> bool:
    """True for "Dispositions générales" and the like, and for no title: it tells nothing of what the division treats."""
    return not _stems(title)


def likeness(one: Key, other: Key) -> float:
    """The share of telling words that two titles have in common, 0 to 1; 0 where one has none."""
    here, there = _stems(one.title), _stems(other.title)
    return 2 * len(here & there) / (len(here) + len(there)) if here and there else 0.0


@functools.lru_cache(maxsize=4096)
def _stems(title: str) -> frozenset[str]:
    words = title.replace("'", " ").replace("-", " ").split()
    return frozenset(word[:_STEM] for word in words if len(word) >= _LEAST and word not in _EVERYWHERE)
