"""A statute as renvois see it: its articles by number and order, its divisions, the items inside an article."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass, field
from typing import TypeAlias

from statutes_diff.language import vocabulary
from statutes_diff.language.divisions import division_heading
from statutes_diff.language.numbers import number_order, roman_value
from statutes_diff.language.typography import unaccented
from statutes_diff.model import Article, Division, Place, Statute
from statutes_diff.references.pointers import MOST_TARGETS
from statutes_diff.references.vocabulary import canonical

Order: TypeAlias = tuple[tuple[int, int, str], ...]
Path: TypeAlias = tuple[str, ...]
_DASHES = ("-", "–", "—")


@dataclass(eq=False, repr=False)
class Outline:
    """What has to be known of a whole statute to resolve one renvoi.

    ``places``: the first article of each number; ``turn``: its place in document order; ``divisions``: "titre ii" for each
    heading; ``title``: the statute's own name as it is compared; ``empty``: headings without any article. The items of an article
    and the members of a range are kept once they were asked for.
    """

    places: dict[str, Place]
    numbers: tuple[str, ...]
    turn: dict[str, int]
    divisions: frozenset[str]
    title: str
    empty: tuple[str, ...] = ()
    known: dict[int, Items] = field(default_factory=dict)
    ranges: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @functools.cached_property
    def ordered(self) -> tuple[tuple[Order, str], ...]:
        """The numbers in the order of the law; few ranges ask for it."""
        return tuple(sorted((number_order(number), number) for number in self.numbers))

    @functools.cached_property
    def numbered(self) -> frozenset[tuple[str, int]]:
        """Every division by its kind and the value of its number, those without any article too; few renvois ask for it."""
        empty = [heading for words in self.empty if (heading := division_heading(words)) and heading.number]
        keys = (*self.divisions, *(division_key(f"{heading.kind} {heading.number}") for heading in empty))
        return frozenset(found for key in keys if (found := division_number(key)))

    def items(self, article: Article) -> Items:
        """The items of an article of this statute."""
        if id(article) not in self.known:
            self.known[id(article)] = _items(article)
        return self.known[id(article)]

    def article(self, number: str | None) -> Article | None:
        """The article of that number, None when the statute at hand has none."""
        place = self.places.get(number) if number else None
        return place.article if place else None

    def beside(self, number: str, step: int) -> str | None:
        """The number of the article before or after, in document order."""
        at = self.turn.get(number, -2) + step
        return self.numbers[at] if 0 <= at < len(self.numbers) else None

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The numbers that stand between two others, both excluded; none where they are too many (``MOST_TARGETS``)."""
        if (first, last) not in self.ranges:
            self.ranges[first, last] = self._between(first, last)
        return self.ranges[first, last]

    def _between(self, first: str, last: str) -> tuple[str, ...]:
        """By place where both are at hand, else by order; what merely stands there out of order ("832, 815-16, 832-1" beside a
        repealed double) is no member."""
        if first in self.turn and last in self.turn:
            low, high = self.turn[first] + 1, self.turn[last]
            ends = sorted((number_order(first), number_order(last)))
            between = self.numbers[low:high] if high - low <= MOST_TARGETS else ()
            return tuple(number for number in between if ends[0] <= number_order(number) <= ends[1])
        low = bisect.bisect_right(self.ordered, (number_order(first), first))
        high = bisect.bisect_left(self.ordered, (number_order(last), last))
        inside = (number for _, number in self.ordered[low:high]) if high - low <= MOST_TARGETS else ()
        return tuple(number for number in inside if number not in (first, last) and _letters(number) == _letters(first))


def outline(statute: Statute) -> Outline:
    """Walk a statute once."""
    places: dict[str, Place] = {}
    divisions: dict[int, Division] = {}
    for place in statute.places():
        places.setdefault(place.article.number, place)
        divisions.update((id(division), division) for division in place.path)
    numbers = tuple(places)
    turn = {number: at for at, number in enumerate(numbers)}
    headings = frozenset(division_key(f"{d.kind} {d.number}") for d in divisions.values() if d.number)
    empty = tuple(str(dict(note.message.values).get("words")) for note in statute.notes if note.code == "empty-division")
    return Outline(places, numbers, turn, headings, canonical(statute.title), empty)


def _letters(number: str) -> str:
    return number[: next((k for k, c in enumerate(number) if c.isdigit()), len(number))]


@functools.lru_cache(maxsize=4096)
def division_key(words: str) -> str:
    """ "Titre Ier" and "titre premier" as one key."""
    return unaccented(words).replace("premiere", "i").replace("premier", "i").replace(" ier", " i").replace(" 1er", " 1").strip()


def division_number(key: str) -> tuple[str, int] | None:
    """Kind and number of a division by its key: "titre xix", "section 3", "chapitre dixieme", "deuxieme partie"; None where its
    number has no plain value ("titre unique", "section 2.1")."""
    first, _, last = key.partition(" ")
    for kind, number in ((first, last), (last, first)):
        value = int(number) if number.isdecimal() and len(number) < 5 else roman_value(number.upper()) or _ordinals().get(number)
        if value:
            return kind, value
    return None


@functools.cache
def _ordinals() -> dict[str, int]:
    return {
        unaccented(word): value
        for word, (kind, value) in vocabulary.words().items()
        if kind == "ORDINAL" and isinstance(value, int)
    }


@dataclass(slots=True, eq=False, repr=False)
class Items:
    """The items of one article.

    ``paths``: for each alinéa the markers it stands under, its own included, from the outside in, dashes left out;
    ``spans``: for each such path the first and the last alinéa (from 1) that stand under it; ``inner``: each path by its inner
    markers, made when it is asked for.
    """

    paths: tuple[Path, ...]
    spans: dict[Path, tuple[int, int]]
    inner: dict[Path, list[Path]]

    def whole(self, index: int, markers: Path) -> Path:
        """Markers said at alinéa ``index`` with those they stand under: "au 2°" inside the II is the 2° of the II."""
        here = self.paths[index - 1]
        inside = ((*here[:depth], *markers) for depth in range(len(here), -1, -1))
        return next((path for path in inside if path in self.spans), markers)

    def find(self, markers: Path) -> list[Path]:
        """The paths that markers may mean: "le 1° de l'article 5" is the 1° of its I as well, where no other 1° is nearer."""
        if markers in self.spans:
            return [markers]
        if not self.inner:
            for path in self.spans:
                for depth in range(1, len(path)):
                    self.inner.setdefault(path[depth:], []).append(path)
        return self.inner.get(markers, [])


def _items(article: Article) -> Items:
    paths: list[Path] = []
    spans: dict[Path, tuple[int, int]] = {}
    stack: list[tuple[int, str]] = []
    for index, alinea in enumerate(article.alineas, 1):
        chain = alinea.marker.split(".") if alinea.marker else []
        above = alinea.depth - len(chain)  # an alinéa without a marker goes on under the item of its depth
        while stack and stack[-1][0] > above:
            stack.pop()
        stack += [(depth, marker) for depth, marker in enumerate(chain, above + 1) if marker not in _DASHES]
        path = tuple(marker for _, marker in stack)
        paths.append(path)
        for depth in range(1, len(path) + 1):
            spans[path[:depth]] = (spans.get(path[:depth], (index, 0))[0], index)
    return Items(tuple(paths), spans, {})
