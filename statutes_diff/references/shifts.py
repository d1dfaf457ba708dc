"""Renvois whose words stayed while what they count moved: "au troisième alinéa de l'article 12", and an alinéa came before it.

Nobody amends such a renvoi because nobody sees it: the article that it stands in may be untouched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from statutes_diff.language.citation import cite, locus_of
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg
from statutes_diff.model import Article, Comparison, Message, ReferenceStatus, Target
from statutes_diff.references.outline import Outline
from statutes_diff.references.standing import span


class Moves(NamedTuple):
    """Where the alinéas of an article that kept its number went: old number → new numbers, of those that have a partner."""

    old: Article
    new: Article
    alineas: Mapping[int, tuple[int, ...]]


def moves(comparison: Comparison) -> dict[str, Moves]:
    """The articles, by number, in which an alinéa has another number now, is gone, or is no more the last one."""
    found: dict[str, Moves] = {}
    for pair in comparison.articles:
        if pair.old and pair.new and pair.alineas and pair.old.article.number == pair.new.article.number:
            before, after = pair.old.article, pair.new.article
            partners = {old: inner.new for inner in pair.alineas for old in inner.old if inner.new}
            in_place = {i: (i,) for i in range(1, len(after.alineas) + 1)}
            if partners != in_place or len(before.alineas) != len(after.alineas):
                found[after.number] = Moves(before, after, partners)
    return found


def shift(old: Outline, new: Outline, found: Moves, before: Target, after: Target) -> tuple[ReferenceStatus, Message] | None:
    """What became of a renvoi to a part of such an article: None when it still leads there, or led nowhere before."""
    was = alinea_of(old, found.old, before)
    if was is None:
        return None
    went = found.alineas.get(was, ())
    now = alinea_of(new, found.new, after)
    if now in went:
        return None
    moved = where(found.new, went)
    if now is None:
        return "dangling", _nowhere(moved)
    return "retargeted", _elsewhere(cite(locus_of(found.new, now)), moved)


def where(article: Article, alineas: tuple[int, ...]) -> str:
    """Where an alinéa went, every part of it: ``art. L. 5, al. 2``, ``art. L. 5, al. 2, 3``; empty when it is gone."""
    first, *others = alineas or (0,)
    if not others:
        return cite(locus_of(article, first)) if first else ""
    return f"art. {article_printed(article.number)}, {listed(alineas)}"


def listed(alineas: tuple[int, ...]) -> str:
    """``al. 2, 3``."""
    return f"al. {', '.join(map(str, alineas))}"


def part_alone(alinea: int, split: tuple[int, ...], found: Moves | None) -> Message:
    """Of an alinéa that was split the same words name one part now; ``found``: in another article."""
    if found:
        now, moved = where(found.new, (alinea,)), where(found.new, split)
        return msg("the same words now lead to {now} alone; what they led to is now {moved}", now=now, moved=moved)
    moved = listed(split)
    return msg("the words now lead to alinéa {new} alone; the alinéa they led to is now {moved}", new=alinea, moved=moved)


def _nowhere(moved: str) -> Message:
    if moved:
        return msg("nothing stands where the words lead; what they led to is now {moved}", moved=moved)
    return msg("nothing stands where the words lead; what they led to is removed")


def _elsewhere(now: str, moved: str) -> Message:
    if moved:
        return msg("the same words now lead to {now}; what they led to is now {moved}", now=now, moved=moved)
    return msg("the same words now lead to {now}; what they led to is removed", now=now)


def alinea_of(whole: Outline, article: Article, target: Target) -> int | None:
    """The alinéa that a target means, counted in the article; None when it names no part, or one that is not there."""
    inside = span(whole, article, target.item) if target.item or target.alinea else None
    if inside is None:
        return None
    first, last = inside
    if target.alinea is None:
        return first
    counted = first - 1 + target.alinea
    if first <= counted <= last:
        return counted
    return target.alinea if target.item and first <= target.alinea <= last else None
