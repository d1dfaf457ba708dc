"""The part of a comparison that is about some articles: with the passages that they share and the divisions they stand in."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from statutes_diff.language.divisions import headings
from statutes_diff.model import Comparison, Place


def about(comparison: Comparison, numbers: Container[str]) -> Comparison:
    """The comparison of the articles that bear one of these numbers (keys) in either version."""
    kept = tuple(
        pair for pair in comparison.articles if any(side.article.number in numbers for side in (pair.old, pair.new) if side)
    )
    olds, news = (set(_headings(places)) for places in ([pair.old for pair in kept], [pair.new for pair in kept]))
    return comparison._replace(
        articles=kept,
        passages=tuple(p for p in comparison.passages if p.old.article.number in numbers or p.new.article.number in numbers),
        divisions=tuple(d for d in comparison.divisions if headings(d.old) in olds or headings(d.new) in news),
    )


def _headings(places: Sequence[Place | None]) -> Iterator[tuple[str, ...]]:
    for place in places:
        for depth in range(1, len(place.path) + 1 if place else 1):
            yield headings(place.path[:depth]) if place else ()
