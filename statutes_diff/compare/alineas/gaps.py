"""What belongs together in a gap between two equal alinéas: one to one, one to many, many to one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from statutes_diff.compare.alineas.chain import Box, best_chain
from statutes_diff.compare.alineas.regrouped import holds, regrouped
from statutes_diff.compare.alineas.seams import shown
from statutes_diff.compare.alineas.sides import ALIKE, Side, alike, kept, same_marker

SAME_MARKER = 0.12
ALIKE_UNDER_MARKER = 0.2
ALIKE_TABLES = 0.25  # two tables, or two rows of one: figures change, what they are the figures of stays
ALL_AGAINST_ALL = 400
FEW_SIDES = 3  # alinéas that may each have become many
FEW_AGAINST_ALL = 6_000
COMMON_WORD = 6  # a word in more alinéas of a gap than these tells nothing; and so many are weighed for each

Kept = dict[tuple[int, int], int]


def couples_in(olds: Sequence[Side], news: Sequence[Side]) -> list[Box]:
    """The pairs of a gap that keep the order of both texts and are most alike in sum."""
    if not olds or not news:
        return []
    common = {(i, j): kept(olds[i].words, news[j].words) for i, j in candidates(olds, news)}
    boxes = [*_single(olds, news, common), *_split(olds, news, common), *_merged(olds, news, common)]
    return [settled for box in best_chain(boxes) if (settled := _settled(box, olds, news))]


def _settled(box: Box, olds: Sequence[Side], news: Sequence[Side]) -> Box | None:
    """The box without the parts that its edits would show as rewritten; of one part left, the pair if it is alike."""
    while len(box.olds) > 1 or len(box.news) > 1:
        stand = shown([olds[i].alinea.text for i in box.olds], [news[j].alinea.text for j in box.news])
        if all(stand):
            return box
        left = [k for k, stands in enumerate(stand) if stands]
        if len(left) < 2:
            return _best_part(box, olds, news)
        if len(box.news) > 1:
            box = Box(box.olds, tuple(box.news[k] for k in left), box.gain)
        else:
            box = Box(tuple(box.olds[k] for k in left), box.news, box.gain)
    return box


def _best_part(box: Box, olds: Sequence[Side], news: Sequence[Side]) -> Box | None:
    common = {(i, j): kept(olds[i].words, news[j].words) for i in box.olds for j in box.news}
    return max(_single(olds, news, common), key=lambda single: single.gain, default=None)


def _single(olds: Sequence[Side], news: Sequence[Side], common: Kept) -> Iterator[Box]:
    for (i, j), words in common.items():
        a, b = olds[i], news[j]
        same = same_marker(a, b)
        likeness = alike(words, len(a.words), len(b.words))
        least = ALIKE_UNDER_MARKER if same and len(olds) == len(news) else ALIKE
        if likeness >= (ALIKE_TABLES if a.alinea.table and b.alinea.table else least):
            yield Box((i,), (j,), likeness + (SAME_MARKER if same else 0.0))


def _split(olds: Sequence[Side], news: Sequence[Side], common: Kept) -> Iterator[Box]:
    held: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), words in sorted(common.items()):
        if _divisible(olds[i], news[j]) and holds(olds[i], news[j], words):
            held[i].append(j)
    for i, parts in held.items():
        if len(parts) > 1:
            found, gain = regrouped(olds[i], [news[j] for j in parts])
            if found:
                yield Box((i,), tuple(parts[k] for k in found), gain)


def _merged(olds: Sequence[Side], news: Sequence[Side], common: Kept) -> Iterator[Box]:
    held: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), words in sorted(common.items()):
        if _divisible(olds[i], news[j]) and holds(news[j], olds[i], words):
            held[j].append(i)
    for j, parts in held.items():
        if len(parts) > 1:
            found, gain = regrouped(news[j], [olds[i] for i in parts])
            if found:
                yield Box(tuple(parts[k] for k in found), (j,), gain)


def _divisible(old: Side, new: Side) -> bool:
    """Tables are compared cell by cell, never cut."""
    return not (old.alinea.table or new.alinea.table)


def candidates(olds: Sequence[Side], news: Sequence[Side]) -> list[tuple[int, int]]:
    """Which pairs are worth a look: all in a small gap, else those that share a word which is rare in the gap or stand
    at about the same place."""
    pairs, fewer = len(olds) * len(news), min(len(olds), len(news))
    if pairs <= ALL_AGAINST_ALL or pairs <= FEW_AGAINST_ALL and fewer <= FEW_SIDES:
        return [(i, j) for i in range(len(olds)) for j in range(len(news))]
    found = set(sharing(olds, news))
    for i in range(len(olds)):
        level = i * len(news) // len(olds)
        found.update((i, j) for j in range(max(level - 1, 0), min(level + 2, len(news))))
    return sorted(found)


def sharing(olds: Sequence[Side], news: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """For each old alinéa the new ones that share the most rare words with it."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, side in enumerate(news):
        for word in set(side.words):
            holders[word].append(j)
    for i, side in enumerate(olds):
        rare = [word for word in set(side.words) if len(holders.get(word, ())) <= COMMON_WORD]
        shared = Counter(j for word in rare for j in holders.get(word, ()))
        best = sorted(shared, key=lambda j: (-shared[j], j))[:COMMON_WORD]
        yield from ((i, j) for j in best)
