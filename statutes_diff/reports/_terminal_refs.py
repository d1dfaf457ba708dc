"""Cross-references on the terminal: one article after another, each renvoi with its place, its words and its targets."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._layout import Line, Piece, column_sizes, table_row, wrapped
from statutes_diff.reports._places import targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._view import View

_WIDEST = 120  # columns
_INDENT = "  "


def lines(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View) -> Iterator[Line]:
    """Every statute with its renvois, line by line."""
    width = min(view.width, _WIDEST)
    for place, (statute, found) in enumerate(read):
        if place:
            yield []
        yield from _head(statute, found, width)
        if found:
            yield from _table(found, width)


def _head(statute: Statute, found: Sequence[LocatedReference], width: int) -> Iterator[Line]:
    yield from wrapped([Piece(statute.title or _("(no title)"), "title")], width, "", "  ")
    facts = [statute.source, translated(plural("{n} cross-reference", "{n} cross-references", len(found)))]
    outside = sum(not located.resolved for located in found)
    if outside:
        facts.append(translated(plural("{n} leads outside the text read", "{n} lead outside the text read", outside)))
    yield from wrapped([Piece(" · ".join(facts), "faint")], width, "  ", "  ")


def _table(found: Sequence[LocatedReference], width: int) -> Iterator[Line]:
    """One heading and one set of columns for all articles, so that the eye can run down."""
    heading = (_("place"), _("words"), _("target"))
    rows = [_row(located) for located in found]
    sizes = column_sizes([heading, *rows], width - len(_INDENT))
    yield []
    yield from _indented(table_row(heading, sizes, style="title"))
    for article, group in groupby(zip(found, rows, strict=True), key=lambda pair: pair[0].locus.article):
        yield []
        yield [Piece(translated(msg("Article {number}", number=article_printed(article))), "title")]
        for _located, row in group:
            yield from _indented(table_row(row, sizes))


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    return ([Piece(_INDENT), *line] for line in lines)


def _row(located: LocatedReference) -> tuple[str, str, str]:
    reference = located.reference
    target = targets(reference.targets, located.locus.article)
    outside = () if located.resolved else (_("outside the text read"),)
    return cite_alinea(located.locus), reference.text, " — ".join((target, *outside))
