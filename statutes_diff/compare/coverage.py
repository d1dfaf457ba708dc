"""Whether the other version covers an article's surroundings: only then may its absence be called a removal.

An excerpt is never called a repeal. When in doubt the article is ``not-covered``.
"""

from __future__ import annotations

from collections.abc import Sequence

from statutes_diff.model import Place

MOST = 0.5
NEARLY_ALL = 0.9
EXCERPT = 0.5
HARDLY_ANY = 0.02


def is_excerpt(olds: int, news: int) -> bool:
    """True when one version has less than half as many articles as the other: what it lacks may well stand outside it."""
    return min(olds, news) < EXCERPT * max(olds, news)


def covered(places: Sequence[Place], paired: Sequence[bool]) -> list[bool]:
    """For each article of one version: does the other version cover the place where it stands?

    Between paired articles: when more than half of what stands there, or of its own division, is paired. Before the first
    or after the last one: when more than half of its own division is, or nearly all of the text; or when what stands between
    them is covered and is nearly the whole text: an excerpt does not leave out a first article alone.
    """
    share = sum(paired) / len(paired) if paired else 0.0
    if not any(paired):
        return [False] * len(paired)
    first = paired.index(True)
    last = len(paired) - 1 - list(reversed(paired)).index(True)
    held = last - first + 1
    inner = sum(paired[first : last + 1]) / held
    edges = share >= NEARLY_ALL or (inner > MOST and len(paired) - held <= HARDLY_ANY * len(paired))
    divisions = _division_shares(places, paired)
    found: list[bool] = []
    for at, place in enumerate(places):
        own = divisions[_division(place)] > MOST
        found.append(own or (inner > MOST if first <= at <= last else edges))
    return found


def _division(place: Place) -> int:
    """The innermost division, by the identity of the node (0: the article stands in none)."""
    return id(place.path[-1]) if place.path else 0


def _division_shares(places: Sequence[Place], paired: Sequence[bool]) -> dict[int, float]:
    """Division → share of its own articles that are paired; articles outside any division have no surroundings."""
    held: dict[int, list[bool]] = {}
    for place, is_paired in zip(places, paired, strict=True):
        held.setdefault(_division(place), []).append(is_paired)
    return {node: sum(marks) / len(marks) if node else 0.0 for node, marks in held.items()}
