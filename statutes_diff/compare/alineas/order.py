"""What keeps the order of both texts: equal alinéas first, then what is alike in the gaps between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from statutes_diff.compare.alineas.chain import Box, best_chain
from statutes_diff.compare.alineas.gaps import couples_in
from statutes_diff.compare.alineas.sides import Side

MOST_CELLS = 400_000_000  # alinéas times alinéas: 20,000 against 20,000


def in_order(olds: Sequence[Side], news: Sequence[Side]) -> list[Box]:
    """The pairs that keep the order, by index, in order."""
    found: list[Box] = []
    at_old = at_new = 0
    for i, j in [*_equal(olds, news), (len(olds), len(news))]:
        for box in couples_in(olds[at_old:i], news[at_new:j]):
            found.append(Box(tuple(at_old + k for k in box.olds), tuple(at_new + k for k in box.news), box.gain))
        if i < len(olds):
            found.append(Box((i,), (j,), 1.0))
        at_old, at_new = i + 1, j + 1
    return found


def _equal(olds: Sequence[Side], news: Sequence[Side]) -> list[tuple[int, int]]:
    """Indices of equal alinéas, the most that keep their order; what is equal to the code point at both ends costs no more than
    that comparison."""
    most = min(len(olds), len(news))
    start = _same(zip(olds, news, strict=False))
    end = min(_same(zip(reversed(olds), reversed(news), strict=False)), most - start)
    between = _equal_between(olds[start : len(olds) - end], news[start : len(news) - end])
    return [
        *((k, k) for k in range(start)),
        *((i + start, j + start) for i, j in between),
        *((len(olds) - k, len(news) - k) for k in range(end, 0, -1)),
    ]


def _same(couples: Iterable[tuple[Side, Side]]) -> int:
    """How many couples are the same text before the first that is not."""
    return sum(1 for _ in takewhile(lambda couple: couple[0].alinea.text == couple[1].alinea.text, couples))


def _equal_between(olds: Sequence[Side], news: Sequence[Side]) -> list[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    if not olds or not news:
        return []
    if len(olds) * len(news) > MOST_CELLS:
        return _equal_once(olds, news)
    codes: dict[str, int] = {}
    left = [codes.setdefault(side.body, len(codes)) for side in olds]
    right = [codes.setdefault(side.body, len(codes)) for side in news]
    same = (step for step in LCSseq.opcodes(left, right) if step.tag == "equal")
    return [(step.src_start + k, step.dest_start + k) for step in same for k in range(step.src_end - step.src_start)]


def _equal_once(olds: Sequence[Side], news: Sequence[Side]) -> list[tuple[int, int]]:
    """The same at less cost, by the alinéas that stand once on each side alone."""
    left, right = _once(olds), _once(news)
    boxes = [Box((i,), (right[body],), 1.0) for body, i in left.items() if body in right]
    return [(box.olds[0], box.news[0]) for box in best_chain(boxes)]


def _once(sides: Sequence[Side]) -> dict[str, int]:
    counted = Counter(side.body for side in sides)
    return {side.body: at for at, side in enumerate(sides) if counted[side.body] == 1}
