"""Cross-references on the terminal: one article after another, each renvoi with its place, its words and its targets."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, translated
from statutes_diff.reports._terminal.layout import Columns, Paragraph
from statutes_diff.reports._views import refs_words as _refs_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._terminal.layout import Part

_INDENT = "  "


def content(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], asked: str) -> Iterator[RenderableType]:
    """Every statute with its renvois; ``asked``: what they are limited to."""
    for place, (statute, found) in enumerate(read):
        if place:
            yield Paragraph()
        yield from _head(statute, found, asked)
        if found:
            yield Paragraph()
            # One table for all articles, so that the eye can run down.
            yield Columns((_("place"), _("words"), _("target")), _rows(found), indent=len(_INDENT))


def counts(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], asked: str, *, full: bool) -> Iterator[RenderableType]:
    """The figures of every statute's renvois."""
    from statutes_diff.references.figures import figures

    for place, (statute, found) in enumerate(read):
        if place:
            yield Paragraph()
        yield from _head(statute, found, asked)
        for table in _refs_words.tables(figures(found), full=full):
            yield Paragraph()
            rows = [(words, str(n)) for words, n in table.rows]
            yield Columns((table.heading, _("how many")), rows, numbers=(1,), indent=len(_INDENT))


def _head(statute: Statute, found: Sequence[LocatedReference], asked: str) -> Iterator[Paragraph]:
    yield Paragraph((statute.title or _("(no title)"), "title"), rest=_INDENT)
    yield Paragraph((" · ".join(_refs_words.facts(statute, found)), "faint"), first=_INDENT, rest=_INDENT)
    if asked:
        label = translated(msg("{label}: ", label=_("Shown")))
        yield Paragraph((label, "label"), asked, first=_INDENT, rest=_INDENT * 2)


def _rows(found: Iterable[LocatedReference]) -> Iterator[Sequence[Part]]:
    for article, group in groupby(found, key=lambda located: located.locus.article):
        yield ("",)
        yield ((translated(msg("Article {number}", number=article_printed(article))), "title"),)
        for located in group:
            yield from _row(located)


def _row(located: LocatedReference) -> Iterator[Sequence[Part]]:
    row = _refs_words.row(located)
    yield row.place, row.words, row.target
    if row.note:
        yield "", "", (row.note, "warning")
    for excerpt in row.excerpts:
        yield "", "", (excerpt, "faint")
