"""Alinéas of two versions of an article to pairs: equal ones first, then alike ones in order, then those that moved.

A marker that changed ("4°" → "5°") does not hinder a pair: words are compared without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from statutes_diff.compare.words import word_diff
from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import is_content, tokens
from statutes_diff.language.typography import folded
from statutes_diff.model import Alinea, AlineaPair, AlineaStatus, Article

ALIKE = 0.42
SAME_MARKER = 0.12
ALIKE_UNDER_MARKER = 0.2
MOVED_AT_LEAST = 5
ALL_AGAINST_ALL = 400
COMMON_WORD = 6


class _Side:
    """One alinéa with what it is compared by, made when first asked for."""

    def __init__(self, number: int, alinea: Alinea) -> None:
        self.number = number
        self.alinea = alinea

    @cached_property
    def body(self) -> str:
        """The folded text without its marker: equal bodies are the same alinéa, whatever its number."""
        _, at = markers(self.alinea.text)
        return " ".join(folded(self.alinea.text[at:]).split())

    @cached_property
    def words(self) -> list[str]:
        """The words with a meaning, lower case; all of them where there are few."""
        keys = [key.lower() for key in tokens(self.body).keys]
        content = [key for key in keys if is_content(key)]
        return content if len(content) > 2 else keys


def alinea_pairs(old: Article, new: Article) -> tuple[AlineaPair, ...]:
    """Pair the alinéas of two articles, each exactly once, with their edits; in the order of the new text."""
    olds = [_Side(i, a) for i, a in enumerate(old.alineas, 1)]
    news = [_Side(i, a) for i, a in enumerate(new.alineas, 1)]
    couples = _in_order(olds, news)
    moves = _moved(olds, news, couples)
    return tuple(_listed(olds, news, couples, moves))


def _in_order(olds: list[_Side], news: list[_Side]) -> dict[int, int]:
    """New number → old number of the pairs that keep the order of the text."""
    couples: dict[int, int] = {}
    at_old = at_new = 0
    for i, j in [*_equal(olds, news), (len(olds), len(news))]:
        for a, b in _alike(olds[at_old:i], news[at_new:j]):
            couples[b.number] = a.number
        if i < len(olds):
            couples[news[j].number] = olds[i].number
        at_old, at_new = i + 1, j + 1
    return couples


def _equal(olds: list[_Side], news: list[_Side]) -> list[tuple[int, int]]:
    """Indices of equal alinéas, the most that keep their order."""
    from rapidfuzz.distance import LCSseq

    codes: dict[str, int] = {}
    left = [codes.setdefault(side.body, len(codes)) for side in olds]
    right = [codes.setdefault(side.body, len(codes)) for side in news]
    same = (step for step in LCSseq.opcodes(left, right) if step.tag == "equal")
    return [(step.src_start + k, step.dest_start + k) for step in same for k in range(step.src_end - step.src_start)]


def _alike(olds: list[_Side], news: list[_Side]) -> list[tuple[_Side, _Side]]:
    """The pairs of alike alinéas in a gap that keep their order and are most alike in sum."""
    scored = sorted(_scored(olds, news), key=lambda s: (s.i, -s.j))
    best: list[tuple[int, float, int]] = []  # per new index: chains ending there; kept as a staircase (j, sum, position)
    before: list[int] = []
    sums: list[float] = []
    for at, score in enumerate(scored):
        place = bisect_left(best, (score.j, float("-inf"), -1)) - 1
        gained = score.gain + (best[place][1] if place >= 0 else 0.0)
        before.append(best[place][2] if place >= 0 else -1)
        sums.append(gained)
        _step(best, score.j, gained, at)
    at = best[-1][2] if best else -1
    chain: list[tuple[_Side, _Side]] = []
    while at >= 0:
        chain.append((olds[scored[at].i], news[scored[at].j]))
        at = before[at]
    return chain[::-1]


def _step(best: list[tuple[int, float, int]], j: int, gained: float, at: int) -> None:
    """Keep the staircase rising: a chain that ends later must be worth more."""
    place = bisect_left(best, (j, float("-inf"), -1))
    if place > 0 and best[place - 1][1] >= gained:
        return
    while place < len(best) and best[place][1] <= gained:
        del best[place]
    best.insert(place, (j, gained, at))


@dataclass(frozen=True, slots=True)
class _Score:
    i: int
    j: int
    gain: float


def _scored(olds: list[_Side], news: list[_Side]) -> list[_Score]:
    found: list[_Score] = []
    for i, j in _candidates(olds, news):
        a, b = olds[i], news[j]
        same = a.alinea.marker is not None and a.alinea.marker != "-" and a.alinea.marker == b.alinea.marker
        likeness = alike(a.words, b.words)
        if likeness >= (ALIKE_UNDER_MARKER if same and len(olds) == len(news) else ALIKE):
            found.append(_Score(i, j, likeness + (SAME_MARKER if same else 0.0)))
    return found


def _candidates(olds: list[_Side], news: list[_Side]) -> list[tuple[int, int]]:
    """Which pairs are worth a look: all in a small gap, else those that share a word which is rare in the gap or stand
    at about the same place."""
    if len(olds) * len(news) <= ALL_AGAINST_ALL:
        return [(i, j) for i in range(len(olds)) for j in range(len(news))]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, side in enumerate(news):
        for word in set(side.words):
            holders[word].append(j)
    found: set[tuple[int, int]] = set()
    for i, side in enumerate(olds):
        shared = Counter(j for word in set(side.words) if len(holders[word]) <= COMMON_WORD for j in holders[word])
        found.update((i, j) for j, _ in shared.most_common(COMMON_WORD))
        level = i * len(news) // len(olds)
        found.update((i, j) for j in range(max(level - 1, 0), min(level + 2, len(news))))
    return sorted(found)


def alike(old: list[str], new: list[str]) -> float:
    """Likeness of two texts by their words with a meaning, 0 to 1: their longest common subsequence over a length that
    leans to the shorter text, so that an alinéa that grew stays itself."""
    from rapidfuzz.distance import LCSseq

    if not old or not new:
        return 0.0
    short, long = sorted((len(old), len(new)))
    return float(LCSseq.similarity(old, new)) / (0.75 * short + 0.25 * long)


def _moved(olds: list[_Side], news: list[_Side], couples: dict[int, int]) -> dict[int, int]:
    """New number → old number of alinéas that stand word for word at another place."""
    left = set(couples.values())
    free = {side.body: side.number for side in olds if side.number not in left and len(side.words) >= MOVED_AT_LEAST}
    moves: dict[int, int] = {}
    for side in news:
        if side.number not in couples and side.body in free:
            moves[side.number] = free.pop(side.body)
    return moves


def _listed(olds: list[_Side], news: list[_Side], couples: dict[int, int], moves: dict[int, int]) -> list[AlineaPair]:
    """All pairs in the order of the new text; what was removed stands where it stood."""
    moved = set(moves.values())
    listed: list[AlineaPair] = []
    done = 0
    for side in news:
        if side.number in couples:
            upto = couples[side.number]
            listed += _removed(done + 1, upto, moved)
            done = upto
            listed.append(_pair("modified", olds[upto - 1], side))
        elif side.number in moves:
            listed.append(_pair("moved", olds[moves[side.number] - 1], side))
        else:
            if _ends_gap(side.number, couples):
                upto = _next_old(side.number, couples, len(olds))
                listed += _removed(done + 1, upto, moved)
                done = max(done, upto - 1)
            listed.append(AlineaPair("inserted", (), (side.number,)))
    return listed + _removed(done + 1, len(olds) + 1, moved)


def _ends_gap(number: int, couples: dict[int, int]) -> bool:
    """True for the first new alinéa after a paired one: the removed ones come before what replaces them."""
    return number - 1 in couples or number == 1


def _next_old(number: int, couples: dict[int, int], count: int) -> int:
    later = [couples[n] for n in couples if n > number]
    return min(later) if later else count + 1


def _removed(start: int, end: int, moved: set[int]) -> list[AlineaPair]:
    return [AlineaPair("removed", (number,), ()) for number in range(start, end) if number not in moved]


def _pair(status: AlineaStatus, old: _Side, new: _Side) -> AlineaPair:
    diff = word_diff(old.alinea.text, new.alinea.text)
    if status == "modified" and not diff.edits:
        status = "unchanged"
    return AlineaPair(status, (old.number,), (new.number,), diff.edits, diff.note)
