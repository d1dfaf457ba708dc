"""What ``comparison/1`` holds of pairs: articles with their alinéas and edits, passages, divisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite, locus_of
from statutes_diff.language.divisions import headings
from statutes_diff.reports._views.pairs import alinea_pairs, edits_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import AlineaPair, Article, ArticlePair, DivisionPair, Edit, Passage, Place
    from statutes_diff.reports._json.text import Value
    from statutes_diff.reports._views.view import View


def article_pair(pair: ArticlePair, view: View) -> Value:
    return {
        "status": pair.status,
        "old": _place(pair.old),
        "new": _place(pair.new),
        "match": match_fields(pair),
        "alineas": alineas(pair, view),
    }


def alineas(pair: ArticlePair, view: View) -> list[Value]:
    """Every alinéa of both sides; of an unchanged article only where all are asked for."""
    listed = alinea_pairs(pair) if pair.status != "unchanged" or view.full else ()
    return [_alinea_pair(alinea, pair) for alinea in listed]


def match_fields(pair: ArticlePair) -> Value:
    """Why two articles are a pair."""
    other = pair.runner_up
    return {
        "how": pair.how,
        "score": pair.score,
        "runner_up": other.number if other else None,
        "runner_up_score": other.score if other else None,
    }


def _place(place: Place | None) -> Value:
    if place is None:
        return None
    entry: dict[str, Value] = {
        "number": place.article.number,
        "label": place.article.label,
        "path": [division.heading for division in place.path],
        "line": place.article.line,
    }
    return {**entry, "file": place.article.file} if place.article.file else entry


def _alinea_pair(alinea: AlineaPair, pair: ArticlePair) -> Value:
    edits = edits_of(alinea, pair.old_text(alinea), pair.new_text(alinea))
    return {
        "status": alinea.status,
        "old": [_alinea_side(pair.old.article, i) for i in alinea.old] if pair.old else [],
        "new": [_alinea_side(pair.new.article, i) for i in alinea.new] if pair.new else [],
        "edits": _edits(edits),
        "note": str(alinea.note) if alinea.note else None,
    }


def _alinea_side(article: Article, index: int) -> Value:
    alinea = article.alineas[index - 1]
    entry: dict[str, Value] = {"index": index, "locus": cite(locus_of(article, index))}
    if alinea.marker:
        entry["marker"] = alinea.marker
    return {**entry, "text": alinea.text}


def _edits(edits: Sequence[Edit]) -> list[Value]:
    return [{"op": edit.op, "channel": edit.channel, "old": [*edit.old], "new": [*edit.new]} for edit in edits]


def passage(found: Passage) -> Value:
    """Words of an old article in a new one that is not its partner: the text of old with the edits applied is that of new."""
    return {
        "old": _end(found.old, found.old_alineas),
        "new": _end(found.new, found.new_alineas),
        "score": found.score,
        "edits": _edits(found.edits),
    }


def _end(place: Place, alineas: Sequence[int]) -> Value:
    return {
        "article": place.article.number,
        "alineas": [*alineas],
        "loci": [cite(locus_of(place.article, index)) for index in alineas],
        "text": "\n".join([place.article.alineas[index - 1].text for index in alineas]),
    }


def division_pair(pair: DivisionPair) -> Value:
    """A division by its headings, outermost first; an empty list where it stands in one version only."""
    return {"status": pair.status, "old": [*headings(pair.old)], "new": [*headings(pair.new)], "articles": pair.articles}
