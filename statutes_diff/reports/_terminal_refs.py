"""Cross-references on the terminal: one article after another, each renvoi with its place, its words and its targets."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._layout import Line, Piece, table, wrapped
from statutes_diff.reports._places import targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._view import View

_WIDEST = 120  # columns


def lines(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View) -> Iterator[Line]:
    """Every statute with its renvois, line by line."""
    width = min(view.width, _WIDEST)
    for place, (statute, found) in enumerate(read):
        if place:
            yield []
        yield from _head(statute, found, width)
        for article, group in groupby(found, key=lambda located: located.locus.article):
            yield from _article(article, list(group), width)


def _head(statute: Statute, found: Sequence[LocatedReference], width: int) -> Iterator[Line]:
    yield from wrapped([Piece(statute.title or _("(no title)"), "title")], width, "", "  ")
    count = translated(plural("{n} cross-reference", "{n} cross-references", len(found)))
    outside = sum(not located.resolved for located in found)
    more = [translated(plural("{n} to a text that is not here", "{n} to texts that are not here", outside))] if outside else []
    yield from wrapped([Piece(" · ".join([statute.source, count, *more]), "faint")], width, "  ", "  ")


def _article(article: str, found: Sequence[LocatedReference], width: int) -> Iterator[Line]:
    yield []
    yield [Piece(translated(msg("Article {number}", number=article_printed(article))), "title")]
    heading = (_("place"), _("words"), _("target"))
    yield from table([heading, *[_row(located) for located in found]], width)


def _row(located: LocatedReference) -> tuple[str, str, str]:
    reference = located.reference
    target = targets(reference.targets, located.locus.article)
    outside = () if located.resolved else (_("outside the text"),)
    return cite_alinea(located.locus), reference.text, " — ".join((target, *outside))
