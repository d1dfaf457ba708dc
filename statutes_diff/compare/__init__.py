"""Two statutes to one comparison: articles paired, alinéas paired, words as edits; proven before it is handed on."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.compare.articles import Couple, couples, same_text
from statutes_diff.compare.coverage import covered, is_excerpt
from statutes_diff.compare.rebuild import RebuildError, rebuilt, verify
from statutes_diff.model import ArticlePair, ArticleStatus, Comparison, DivisionPair, Override, Passage, Place, Statute

__all__ = ["RebuildError", "compare_statutes", "rebuilt", "verify"]


def compare_statutes(old: Statute, new: Statute, overrides: Sequence[Override] = ()) -> Comparison:
    """Align two statutes and prove the result; ``overrides`` are pairs that the user gives.

    Raises:
        RebuildError: the result does not rebuild the new text (a bug: never a report).
    """
    olds, news = list(old.places()), list(new.places())
    found = couples(olds, news, overrides)
    removed = _covered_alone(olds, news, [c.old for c in found if c.new is None])
    inserted = _covered_alone(news, olds, [c.new for c in found if c.old is None])
    pairs = tuple(_pair(couple, olds, news, removed, inserted) for couple in found)
    shares = _passages(pairs)
    if not is_excerpt(len(olds), len(news)):
        pairs = tuple(_told_by(pairs, shares))
    placed, divisions = _placed(pairs)
    comparison = Comparison(old, new, placed, shares, divisions)
    verify(comparison)
    return comparison


def _passages(pairs: tuple[ArticlePair, ...]) -> tuple[Passage, ...]:
    """What went from one article to another, where there is another."""
    if len(pairs) < 2:
        return ()
    from statutes_diff.compare.passages import passages

    return passages(pairs)


def _placed(pairs: tuple[ArticlePair, ...]) -> tuple[tuple[ArticlePair, ...], tuple[DivisionPair, ...]]:
    """The pairs, told whether they moved to another division, and what became of the divisions, where there are any."""
    if not any(place and place.path for pair in pairs for place in (pair.old, pair.new)):
        return pairs, ()
    from statutes_diff.compare.divisions import Partners

    partners = Partners(pairs)
    return tuple(partners.placed(pair) for pair in pairs), partners.changed()


def _covered_alone(places: list[Place], others: list[Place], without: list[int | None]) -> Container[int]:
    """Of the articles without a partner, those whose surroundings the other version covers, or whose number it holds."""
    alone = {index for index in without if index is not None}
    inside = covered(places, [index not in alone for index in range(len(places))])
    numbers = {place.article.number for place in others}
    return {index for index in alone if inside[index] or places[index].article.number in numbers}


def _pair(couple: Couple, olds: list[Place], news: list[Place], removed: Container[int], inserted: Container[int]) -> ArticlePair:
    old = olds[couple.old] if couple.old is not None else None
    new = news[couple.new] if couple.new is not None else None
    if old and new:
        return _compared(old, new, couple)
    gone = couple.how == "override" or (couple.old in removed if old else couple.new in inserted)
    status: ArticleStatus = ("removed" if old else "inserted") if gone else "not-covered"
    return ArticlePair(status, old, new, couple.how, 0.0, couple.runner_up)


def _told_by(pairs: Sequence[ArticlePair], shares: Sequence[Passage]) -> Iterator[ArticlePair]:
    """The pairs; an article at the edge of the text with words of another one is new there, not outside an excerpt."""
    shared = {id(place.article) for share in shares for place in (share.old, share.new)}
    for pair in pairs:
        sides = [place for place in (pair.old, pair.new) if place]
        if pair.status == "not-covered" and any(id(place.article) in shared for place in sides):
            pair = pair._replace(status="removed" if pair.old else "inserted")
        yield pair


def _compared(old: Place, new: Place, couple: Couple) -> ArticlePair:
    same_words = same_text(old.article, new.article)
    inner = () if same_words else alinea_pairs(old.article, new.article)
    return ArticlePair(_status(old, new, same_words), old, new, couple.how, couple.score, couple.runner_up, inner)


def _status(old: Place, new: Place, same_words: bool) -> ArticleStatus:
    if old.article.number != new.article.number:
        return "renumbered"
    return "unchanged" if same_words else "modified"
