"""Two statutes to one comparison: articles paired, alinéas paired, words as edits; proven before it is handed on."""

from __future__ import annotations

from collections.abc import Container

from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.compare.articles import Couple, couples, same_text
from statutes_diff.compare.coverage import covered
from statutes_diff.compare.rebuild import RebuildError, rebuilt, verify
from statutes_diff.model import AlineaPair, ArticlePair, ArticleStatus, Comparison, How, Place, Statute

__all__ = ["RebuildError", "compare_statutes", "rebuilt", "verify"]


def compare_statutes(old: Statute, new: Statute) -> Comparison:
    """Align two statutes and prove the result.

    Raises:
        RebuildError: the result does not rebuild the new text (a bug: never a report).
    """
    olds, news = list(old.places()), list(new.places())
    found = couples(olds, news)
    removed = _covered_alone(olds, news, [c.old for c in found if c.new is None])
    inserted = _covered_alone(news, olds, [c.new for c in found if c.old is None])
    pairs = tuple(_pair(couple, olds, news, removed, inserted) for couple in found)
    comparison = Comparison(old, new, pairs)
    verify(comparison)
    return comparison


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
        return _compared(old, new, couple.how)
    gone = couple.old in removed if old else couple.new in inserted
    status: ArticleStatus = ("removed" if old else "inserted") if gone else "not-covered"
    return ArticlePair(status, old, new, "none", 0.0)


def _compared(old: Place, new: Place, how: How) -> ArticlePair:
    same_words = same_text(old.article, new.article)
    inner = () if same_words else alinea_pairs(old.article, new.article)
    score = 1.0 if same_words else _likeness(old, new, inner)
    if old.article.number != new.article.number:
        return ArticlePair("renumbered", old, new, how, score, None, inner)
    if same_words:
        return ArticlePair("moved" if _moved(old, new) else "unchanged", old, new, how, score)
    return ArticlePair("modified", old, new, how, score, None, inner)


def _moved(old: Place, new: Place) -> bool:
    """True when both versions print divisions and the article stands in others (a new title alone moves nothing)."""
    before = [(d.kind, d.number) for d in old.path]
    after = [(d.kind, d.number) for d in new.path]
    return bool(before and after) and before != after


def _likeness(old: Place, new: Place, inner: tuple[AlineaPair, ...]) -> float:
    """The share of characters of both texts that stand unchanged in the pairs, 0 to 1, to two digits."""
    lengths = {id(side): [len(a.text) for a in side.article.alineas] for side in (old, new)}
    total = sum(lengths[id(old)]) + sum(lengths[id(new)])
    kept = 0
    for pair in inner:
        if pair.old and pair.new:
            kept += sum(lengths[id(old)][i - 1] for i in pair.old) + sum(lengths[id(new)][j - 1] for j in pair.new)
            kept -= sum(e.old[1] - e.old[0] + e.new[1] - e.new[0] for e in pair.edits)
    return round(max(kept, 0) / total, 2) if total else 1.0
