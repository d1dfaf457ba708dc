"""Articles of two statutes to pairs: by number and text together.

The ugly case that this room exists for: in 1996 the old L. 183-1 became L. 184-1 while a new L. 183-1 came. A number whose
text now stands elsewhere is not a match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from statutes_diff.compare.articles.exact import by_origin, by_text, elsewhere, same_text, text_key, unchanged, words_key
from statutes_diff.compare.articles.numbers import kept_numbers
from statutes_diff.compare.articles.search import Match, Weighing, chosen, runners_up
from statutes_diff.model import How, Override, Place, RunnerUp

__all__ = ["Couple", "couples", "same_text"]

ALMOST = 0.99  # texts that differ are never called wholly alike
SURE = 0.75  # an article this alike under its own number is not looked for elsewhere
HELD = 0.8  # nor one of whose versions holds this much of the other: it grew, or its first alinéas kept its number


class Couple(NamedTuple):
    """Indices of an old and a new article that belong together, None where a side is missing; how that was found, how alike
    their words are, and the next best partner that was weighed."""

    old: int | None
    new: int | None
    how: How
    score: float = 0.0
    runner_up: RunnerUp | None = None


def couples(olds: list[Place], news: list[Place], overrides: Sequence[Override] = ()) -> list[Couple]:
    """Pair all articles, each exactly once; in the order of the new text, old ones without a partner at their old place."""
    pairing = _Pairing(olds, news)
    pairing.overrule(overrides)
    pairing.take_equal()
    pairing.take_alike()
    return _in_new_order(pairing)


class _Pairing:
    """The pairs found so far, from the surest step to the least sure one; ``left`` and ``free`` are the indices of the old and
    the new articles that are still looked at."""

    def __init__(self, olds: list[Place], news: list[Place]) -> None:
        self.olds, self.news = olds, news
        self.weighing = Weighing(olds, news)
        self.matches: list[Match] = []
        self.partners: dict[int, int] = {}
        self.found: dict[int, Couple] = {}  # new index → its couple
        self.alone: tuple[set[int], set[int]] = set(), set()  # said by the user to have no partner
        self.left = list(range(len(olds)))
        self.free = list(range(len(news)))

    def _take(self, how: How, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Settle pairs, with their likeness: neither side is looked at again."""
        for i, j, likeness in pairs:
            self.partners[i] = j
            self.found[j] = Couple(i, j, how, likeness)
        taken = set(self.partners.values())
        self.left = [i for i in self.left if i not in self.partners]
        self.free = [j for j in self.free if j not in taken]

    def overrule(self, overrides: Sequence[Override]) -> None:
        """What the user says comes first; an article said to have no partner is looked at no more."""
        if not overrides:
            return
        olds, news = _bearers(self.olds), _bearers(self.news)
        alone_old = {i for o in overrides if o.old and o.new is None for i in olds[o.old]}
        alone_new = {j for o in overrides if o.new and o.old is None for j in news[o.new]}
        both = [(i, j) for o in overrides if o.old and o.new for i, j in zip(olds[o.old], news[o.new], strict=False)]
        self._take("override", [(i, j, self._score(self.weighing.match(i, j))) for i, j in both])
        self.alone = (alone_old, alone_new)
        self.left = [i for i in self.left if i not in alone_old]
        self.free = [j for j in self.free if j not in alone_new]

    def take_equal(self) -> None:
        """The same number and text; then the same text under another number; then the same words, numbers apart."""
        for identity in (by_origin, by_text):
            found = unchanged(self.olds, self.news, self.left, self.free, identity)
            self._take("number", [(i, j, 1.0) for i, j in found])
        for how, key, likeness in (("text", text_key, 1.0), ("similar", words_key, ALMOST)):
            self._take(cast(How, how), [(i, j, likeness) for i, j in elsewhere(self.olds, self.news, self.left, self.free, key)])

    def take_alike(self) -> None:
        """Its own number where the words tell so; else the most alike text; else its number again, where it stands firm."""
        namesakes = [self.weighing.match(i, j) for i, j in self.weighing.namesakes(self.left, self.free).items()]
        self._take("number", [self._scored(match) for match in namesakes if match.likeness >= SURE or match.contained >= HELD])
        self.matches = self.weighing.candidates(self.left, self.free)
        self._take_best(chosen(self.weighing, self.matches, self.partners))
        kept = kept_numbers(self.weighing, self.left, self.free, self.partners, set(self.left))
        self._take("number", [self._scored(match) for match in list(kept)])

    def _take_best(self, matches: Iterable[Match]) -> None:
        best = [(self._how(match), self._scored(match)) for match in matches]
        for how in sorted({how for how, _ in best}):
            self._take(how, [pair for by, pair in best if by == how])

    def _how(self, match: Match) -> How:
        old, new = self.olds[match.old].article, self.news[match.new].article
        return "number" if old.number == new.number else "text" if same_text(old, new) else "similar"

    def _scored(self, match: Match) -> tuple[int, int, float]:
        return match.old, match.new, self._score(match)

    def _score(self, match: Match) -> float:
        """A likeness to two digits; texts that differ are never called wholly alike."""
        if same_text(self.olds[match.old].article, self.news[match.new].article):
            return 1.0
        return min(round(match.likeness, 2), ALMOST)


def _bearers(places: list[Place]) -> defaultdict[str, list[int]]:
    """Number → the articles that bear it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        found[place.article.number].append(index)
    return found


def _in_new_order(pairing: _Pairing) -> list[Couple]:
    """Couples in the order of the new text; an old article alone follows the nearest old one before it that has a partner."""
    beside_old, beside_new = runners_up(pairing.weighing, pairing.matches, pairing.partners)
    after: defaultdict[int, list[Couple]] = defaultdict(list)
    anchor = -1
    for i in range(len(pairing.olds)):
        anchor = pairing.partners.get(i, anchor)
        if i not in pairing.partners:
            after[anchor].append(Couple(i, None, "override" if i in pairing.alone[0] else "none", 0.0, beside_old.get(i)))
    listed = list(after[-1])
    for j in range(len(pairing.news)):
        how: How = "override" if j in pairing.alone[1] else "none"
        couple = pairing.found.get(j, Couple(None, j, how, 0.0, beside_new.get(j)))
        if couple.old is not None and couple.old in beside_old:
            couple = couple._replace(runner_up=beside_old[couple.old])
        listed += [couple, *after[j]]
    return listed
