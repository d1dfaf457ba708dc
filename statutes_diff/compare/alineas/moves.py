"""Alinéas that stand at another place: word for word, or edited."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from statutes_diff.compare.alineas.gaps import ALL_AGAINST_ALL, sharing
from statutes_diff.compare.alineas.listing import Couple
from statutes_diff.compare.alineas.sides import FEW, Side, alike, kept

FEWEST = 5  # words: fewer stand anywhere, but where a text stands once
FEWEST_EDITED = 8
ALIKE_ELSEWHERE = 0.75
CLEARLY = 0.05  # more alike than any other alinéa without a partner: lines of one formula are not told apart by guessing


def moved(olds: Sequence[Side], news: Sequence[Side]) -> list[Couple]:
    """The couples among what found no place in order: equal alinéas first, then the most alike."""
    if not olds or not news:
        return []
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    once = _once(olds) & _once(news)
    for side in olds:
        if len(side.words) >= FEWEST or side.body in once:
            free[side.body].append(side.number)
    moves = {side.number: free[side.body].popleft() for side in news if free.get(side.body)}
    taken = set(moves.values())
    moves |= _edited(
        [side for side in olds if side.number not in taken and len(side.words) >= FEWEST_EDITED],
        [side for side in news if side.number not in moves and len(side.words) >= FEWEST_EDITED],
    )
    return [Couple((old,), (new,), moved=True) for new, old in moves.items()]


def _once(sides: Sequence[Side]) -> set[str]:
    """The texts of more than a word or two that stand once among these: equal ones are the same alinéa, however short."""
    counted = Counter(side.body for side in sides if len(side.content) > FEW)
    return {body for body, times in counted.items() if times == 1}


def _edited(olds: Sequence[Side], news: Sequence[Side]) -> dict[int, int]:
    """New number → old number of those that are more alike than any other."""
    scored: list[tuple[float, int, int]] = []
    for i, j in _candidates(olds, news):
        a, b = olds[i], news[j]
        least = ALIKE_ELSEWHERE - CLEARLY
        likeness = alike(kept(a.words, b.words), len(a.words), len(b.words))
        if likeness >= least:
            scored.append((likeness, a.number, b.number))
    rivals: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for likeness, old, new in scored:
        rivals["old", old].append(likeness)
        rivals["new", new].append(likeness)
    clear = {key: _clear(found) for key, found in rivals.items()}
    return {new: old for likeness, old, new in scored if likeness >= max(clear["old", old], clear["new", new])}


def _clear(likenesses: list[float]) -> float:
    """The least likeness by which one of these is told from the others."""
    second = sorted(likenesses)[-2] if len(likenesses) > 1 else 0.0
    return max(ALIKE_ELSEWHERE, second + CLEARLY)


def _candidates(olds: Sequence[Side], news: Sequence[Side]) -> list[tuple[int, int]]:
    if len(olds) * len(news) <= ALL_AGAINST_ALL:
        return [(i, j) for i in range(len(olds)) for j in range(len(news))]
    return list(sharing(olds, news))
