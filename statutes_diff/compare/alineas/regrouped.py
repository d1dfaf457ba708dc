"""Which alinéas of a gap one alinéa became, or came from: splits and merges.

The ugly case that this module exists for: a paragraph that was turned into a lettered list, shown as rewritten because no item
alone is like it. A split is claimed only where every part holds words of the whole, in order, and where the parts together
account for most of it; an alinéa that merely grew a neighbour is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from statutes_diff.compare.alineas.parts import pieces
from statutes_diff.compare.alineas.sides import ALIKE, FEW, Side, alike, kept

HELD = 0.5  # share of its words that a part must have from the whole to be weighed at all, unless it is alike as it stands
ONE_ALONE = 0.9  # share of what the parts account for that one of them may hold, at most
SHORT = 5  # words: a part of no more may lack one
FURTHER = 0.5  # what the likeness of a further part counts, beside that of two alinéas that may be one to one
MANY = 8  # weak parts: of so many the weakest are left out together
MOST_CELLS = 100_000_000  # words of the whole times words of the parts; beyond that no split is looked for


class _Standard(NamedTuple):
    """What is asked of parts: the share of its own words that each must have from its piece of the whole, the fewest of them, and
    the share of the whole that all account for."""

    part: float
    words: int
    whole: float


# Parts that are reworded must account for most of the whole; sentences that stand nearly word for word are parts of it even
# where much of it is gone.
STANDARDS = (_Standard(0.5, FEW, 0.6), _Standard(0.8, 4, 0.4))


def holds(whole: Side, part: Side, common: int) -> bool:
    """True when an alinéa may be a part of another, which keeps ``common`` of its words: it stands there for the most part, or it
    is the other one, grown and shortened."""
    if len(part.content) <= FEW:
        return bool(part.content) and set(part.content) <= set(whole.content)
    return common >= HELD * len(part.words) or alike(common, len(whole.words), len(part.words)) >= ALIKE


def regrouped(whole: Side, parts: Sequence[Side]) -> tuple[list[int], float]:
    """Which of the parts the whole was divided into (or put together from), by index, and what that is worth beside pairs one to
    one (the likeness of all, and half of that of each further part); none where fewer than two hold."""
    for standard in STANDARDS:
        found = _regrouped(whole.content, [part.content for part in parts], standard)
        if found[0]:
            return found
    return [], 0.0


def _regrouped(whole: str, parts: list[str], standard: _Standard) -> tuple[list[int], float]:
    left = list(range(len(parts)))
    while 2 <= len(left) <= len(whole):
        texts = [parts[k] for k in left]
        if len(whole) * sum(map(len, texts)) > MOST_CELLS:
            break
        held = pieces(whole, texts)
        common = _brought(held, texts)
        likeness = [alike(words, len(piece), len(text)) for words, piece, text in zip(common, held, texts, strict=True)]
        first = common.index(max(common))
        weak = [(common[k], k) for k in range(len(left)) if k != first and not _stands(common[k], texts[k], standard)]
        if not weak:
            if likeness[first] < ALIKE or not _accounted(whole, common, standard):
                break
            together = alike(sum(common), len(whole), sum(map(len, texts)))
            return left, together + FURTHER * (sum(likeness) - likeness[first])
        dropped = {k for _, k in sorted(weak)[: max(1, len(weak) // MANY)]}
        left = [part for k, part in enumerate(left) if k not in dropped]
    return [], 0.0


def _brought(held: Sequence[str], texts: list[str]) -> list[int]:
    """For each part the words that it holds of its piece, and that its neighbours would not account for in its place."""
    found: list[int] = []
    for k, (piece, text) in enumerate(zip(held, texts, strict=True)):
        around = "".join(held[max(k - 1, 0) : k + 2])
        before, after = (texts[k - 1] if k else ""), (texts[k + 1] if k + 1 < len(texts) else "")
        alone = kept(around, before + text + after) - kept(around, before + after)
        found.append(min(kept(piece, text), alone))
    return found


def _stands(common: int, text: str, standard: _Standard) -> bool:
    """True when a part holds enough of its piece: of few words all."""
    if len(text) <= standard.words:
        return common == len(text)
    return common >= max(standard.words, min(len(text), SHORT) - 1, standard.part * len(text))


def _accounted(whole: str, common: list[int], standard: _Standard) -> bool:
    """True when the parts account for enough of the whole, and no part alone does."""
    total = sum(common)
    return total >= standard.whole * len(whole) and max(common) <= ONE_ALONE * total
