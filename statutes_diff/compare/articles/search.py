"""The bounded search for an article's partner among those that are left: by number, by order, by shared runs of words.

Never all against all: each article is compared with the few that share telling runs of words with it, and with the one that bears
its number. The best likeness wins; a number counts a little, for an article that keeps its number need not be as alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from statutes_diff.compare.coverage import is_excerpt
from statutes_diff.compare.likeness import ShingleIndex, kept, likeness, shingles, words_in
from statutes_diff.model import Article, Place, RunnerUp

ALIKE = 0.42  # at least, under another number
ALIKE_IN_AN_EXCERPT = 0.7  # where one version is an excerpt: the article itself may stand outside it
A_FEW = 3  # words of a short text that must be kept for it to be called held by the longer one
ENOUGH = 6  # words that must be kept, unless nearly all are
NEARLY_ALL = 0.9
WORTH_A_WORD = 0.25  # a runner-up below it is noise
SAME_NUMBER = 0.1
SAME_ORDER = 0.05
CANDIDATES = 6


class Match(NamedTuple):
    """An old and a new article, by index, that were weighed against each other: their likeness, the words kept, and the share of
    the shorter text that stands in the longer one (0 when that is too few words)."""

    old: int
    new: int
    likeness: float
    kept: int
    contained: float


class Weighing:
    """Likeness of articles by their indices; the words of an article are taken once, when first asked for."""

    def __init__(self, olds: list[Place], news: list[Place]) -> None:
        self.olds, self.news = olds, news
        self._words: dict[int, str] = {}

    def words(self, article: Article) -> str:
        """The words of an article, a letter each."""
        if id(article) not in self._words:
            self._words[id(article)] = words_in(article)
        return self._words[id(article)]

    def match(self, i: int, j: int) -> Match:
        """How alike an old and a new article are."""
        old, new = self.words(self.olds[i].article), self.words(self.news[j].article)
        common = kept(old, new)
        contained = common / min(len(old), len(new)) if common >= A_FEW else 0.0
        return Match(i, j, likeness(common, old, new), common, contained)

    def namesakes(self, left: Iterable[int], free: Iterable[int]) -> dict[int, int]:
        """Old index → the new article of the same number, duplicates in order."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for j in free:
            holders[self.news[j].article.number].append(j)
        queues = {number: iter(indices) for number, indices in holders.items()}
        pairs = ((i, next(queues.get(self.olds[i].article.number, iter(())), None)) for i in left)
        return {i: j for i, j in pairs if j is not None}

    def candidates(self, left: Sequence[int], free: Sequence[int]) -> list[Match]:
        """Every pair worth weighing among what is left."""
        asked = [shingles(self.words(self.olds[i].article)) for i in left]
        index = ShingleIndex(((j, shingles(self.words(self.news[j].article))) for j in free), asked)
        namesakes = self.namesakes(left, free)
        found: list[Match] = []
        for i, rows in zip(left, asked, strict=True):
            near = index.nearest(rows, CANDIDATES)
            if i in namesakes and namesakes[i] not in near:
                near.append(namesakes[i])
            found += [self.match(i, j) for j in near]
        return found


def chosen(weighing: Weighing, matches: Iterable[Match], settled: Mapping[int, int]) -> Iterator[Match]:
    """The best partner of each article, each taken once: the most alike first; a number that stays and neighbours that are
    partners of neighbours count a little."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()

    def worth(match: Match) -> float:
        same = weighing.olds[match.old].article.number == weighing.news[match.new].article.number
        in_order = any(settled.get(match.old + step) == match.new + step for step in (-1, 1))
        return match.likeness + SAME_NUMBER * same + SAME_ORDER * in_order

    least = ALIKE_IN_AN_EXCERPT if is_excerpt(len(weighing.olds), len(weighing.news)) else ALIKE
    for match in sorted(matches, key=lambda m: (-round(worth(m), 6), m.old, m.new)):
        enough = match.likeness >= least and (match.kept >= ENOUGH or match.likeness >= NEARLY_ALL)
        if enough and match.old not in taken_old and match.new not in taken_new:
            taken_old.add(match.old)
            taken_new.add(match.new)
            yield match


def runners_up(
    weighing: Weighing, matches: Iterable[Match], partners: Mapping[int, int]
) -> tuple[dict[int, RunnerUp], dict[int, RunnerUp]]:
    """The next best partner of each old article, and of each new one, by index: what was weighed and not taken.

    An article that belongs more to its own partner is nobody's next best.
    """
    taken = {match.old: match.likeness for match in matches if partners.get(match.old) == match.new}
    held = {partners[i]: likeness for i, likeness in taken.items()}
    others = [match for match in matches if partners.get(match.old) != match.new and match.likeness >= WORTH_A_WORD]
    olds: dict[int, RunnerUp] = {}
    news: dict[int, RunnerUp] = {}
    for match in sorted(others, key=lambda m: (-m.likeness, m.old, m.new)):
        score = min(round(match.likeness, 2), 1.0)
        if match.likeness > held.get(match.new, 0.0):
            olds.setdefault(match.old, RunnerUp(weighing.news[match.new].article.number, score))
        if match.likeness > taken.get(match.old, 0.0):
            news.setdefault(match.new, RunnerUp(weighing.olds[match.old].article.number, score))
    return olds, news
