"""Alinéas of two versions of an article to pairs: equal ones first, then alike ones in order, then those that moved.

A marker that changed ("4°" → "5°") does not hinder a pair: words are compared without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from statutes_diff.compare.alineas.chain import Box
from statutes_diff.compare.alineas.listing import Couple, listed
from statutes_diff.compare.alineas.moves import moved
from statutes_diff.compare.alineas.order import in_order
from statutes_diff.compare.alineas.places import in_place
from statutes_diff.compare.alineas.seams import merge_diff, split_diff
from statutes_diff.compare.alineas.sides import Side
from statutes_diff.compare.words import WordDiff, word_diff
from statutes_diff.model import Alinea, AlineaPair, AlineaStatus, Article

__all__ = ["alinea_pairs"]


def alinea_pairs(old: Article, new: Article) -> tuple[AlineaPair, ...]:
    """Pair the alinéas of two articles, each exactly once, with their edits; in the order of the new text."""
    olds = [Side(i, a) for i, a in enumerate(old.alineas, 1)]
    news = [Side(i, a) for i, a in enumerate(new.alineas, 1)]
    couples = [_numbered(olds, news, box) for box in in_order(olds, news)]
    moves = moved(*_left(olds, news, couples))
    couples = sorted([*couples, *in_place(*_left(olds, news, [*couples, *moves]), couples)], key=lambda couple: couple.old)
    return tuple(_pair(couple, old.alineas, new.alineas) for couple in listed(len(olds), len(news), couples, moves))


def _numbered(olds: list[Side], news: list[Side], box: Box) -> Couple:
    return Couple(tuple(olds[i].number for i in box.olds), tuple(news[j].number for j in box.news))


def _left(olds: list[Side], news: list[Side], couples: Sequence[Couple]) -> tuple[list[Side], list[Side]]:
    """What found no place in order."""
    paired_old = {i for couple in couples for i in couple.old}
    paired_new = {j for couple in couples for j in couple.new}
    return [s for s in olds if s.number not in paired_old], [s for s in news if s.number not in paired_new]


def _pair(couple: Couple, olds: Sequence[Alinea], news: Sequence[Alinea]) -> AlineaPair:
    before, after = [olds[i - 1] for i in couple.old], [news[j - 1] for j in couple.new]
    if not before or not after:
        return AlineaPair("removed" if before else "inserted", couple.old, couple.new)
    diff = _diff(before, after)
    return AlineaPair(_status(couple, diff), couple.old, couple.new, diff.edits, diff.note)


def _diff(before: Sequence[Alinea], after: Sequence[Alinea]) -> WordDiff:
    if len(after) > 1:
        return split_diff(before[0].text, [alinea.text for alinea in after])
    if len(before) > 1:
        return merge_diff([alinea.text for alinea in before], after[0].text)
    if before[0].table and after[0].table:
        from statutes_diff.compare.alineas.tables import table_diff

        return table_diff(before[0].text, after[0].text)
    return word_diff(before[0].text, after[0].text)


def _status(couple: Couple, diff: WordDiff) -> AlineaStatus:
    if len(couple.new) > 1:
        return "split"
    if len(couple.old) > 1:
        return "merged"
    if couple.moved:
        return "moved"
    return "modified" if diff.edits else "unchanged"
