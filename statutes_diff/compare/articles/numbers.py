"""Whether an article that shares its number and hardly a word with another is that article, rewritten, or another text.

"L'article 826 est ainsi rédigé" keeps an article and changes all of its words. Where the articles around it went to other
numbers, its number was given to another text, and a pair by number would show a rewrite that nobody enacted.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from statutes_diff.compare.articles.search import ENOUGH, Match, Weighing

KEPT = 0.2  # at least this alike: the same article whatever stands around it
REACH = 3  # neighbours looked at on each side
GONE_AWAY = -1.5


def kept_numbers(
    weighing: Weighing, left: Sequence[int], free: Sequence[int], partners: Mapping[int, int], lost: Container[int]
) -> Iterator[Match]:
    """The articles that keep their number although few words tell so. ``lost``: old articles that no text was found for."""
    for i, j in weighing.namesakes(left, free).items():
        match = weighing.match(i, j)
        few = min(len(weighing.words(side[k].article)) for side, k in ((weighing.olds, i), (weighing.news, j))) < ENOUGH
        if few or match.likeness >= KEPT or _firmness(weighing, i, partners, lost) > GONE_AWAY:
            yield match


def _firmness(weighing: Weighing, i: int, partners: Mapping[int, int], lost: Container[int]) -> float:
    """How firmly the articles around an old one stand: each that kept its number speaks for it, each that went to another one
    against it, and one that lost its words against it a little."""
    firm = 0.0
    for k in range(max(i - REACH, 0), min(i + REACH + 1, len(weighing.olds))):
        if k in partners:
            firm += 1 if weighing.olds[k].article.number == weighing.news[partners[k]].article.number else -1
        elif k != i and k in lost:
            firm -= 0.5
    return firm
