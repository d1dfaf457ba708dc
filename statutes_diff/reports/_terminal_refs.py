"""Cross-references on the terminal: one article after another, each renvoi with its place, its words and its targets."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._labels import source_name
from statutes_diff.reports._layout import Columns, Paragraph
from statutes_diff.reports._places import targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from statutes_diff.model import LocatedReference, Statute
    from statutes_diff.reports._layout import Part

_INDENT = "  "


def content(read: Sequence[tuple[Statute, Sequence[LocatedReference]]]) -> Iterator[RenderableType]:
    """Every statute with its renvois."""
    for place, (statute, found) in enumerate(read):
        if place:
            yield Paragraph()
        yield from _head(statute, found)
        if found:
            yield Paragraph()
            # One table for all articles, so that the eye can run down.
            yield Columns((_("place"), _("words"), _("target")), _rows(found), indent=len(_INDENT))


def _head(statute: Statute, found: Sequence[LocatedReference]) -> Iterator[Paragraph]:
    yield Paragraph((statute.title or _("(no title)"), "title"), rest=_INDENT)
    facts = [source_name(statute.source), translated(plural("{n} cross-reference", "{n} cross-references", len(found)))]
    outside = sum(not located.resolved for located in found)
    if outside:
        facts.append(translated(plural("{n} leads outside the text read", "{n} lead outside the text read", outside)))
    yield Paragraph((" · ".join(facts), "faint"), first=_INDENT, rest=_INDENT)


def _rows(found: Sequence[LocatedReference]) -> Iterator[Sequence[Part]]:
    for article, group in groupby(found, key=lambda located: located.locus.article):
        yield ("",)
        yield ((translated(msg("Article {number}", number=article_printed(article))), "title"),)
        yield from map(_row, group)


def _row(located: LocatedReference) -> Sequence[Part]:
    reference = located.reference
    target = targets(reference.targets, located.locus.article)
    outside = () if located.resolved else (_("outside the text read"),)
    return cite_alinea(located.locus), reference.text, " — ".join((target, *outside))
