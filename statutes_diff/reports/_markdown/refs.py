"""Cross-references in Markdown: for each statute its facts and a table of renvois, or the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite
from statutes_diff.messages import _
from statutes_diff.reports._markdown.parts import folded_table
from statutes_diff.reports._markdown.words import escaped, labelled, table_of
from statutes_diff.reports._views import refs_words as _refs_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import LocatedReference, Statute


def paragraphs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], asked: str) -> Iterator[str]:
    """The report, paragraph by paragraph."""
    for statute, found in read:
        yield from _head(statute, found, asked)
        if found:
            yield from folded_table([(_("place"), _("words"), _("target")), *map(_row, found)])


def _row(located: LocatedReference) -> Sequence[str]:
    row = _refs_words.row(located)
    return cite(located.locus), row.words, "\n".join([part for part in (row.target, row.note, *row.excerpts) if part])


def counts(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], asked: str, *, full: bool) -> Iterator[str]:
    """The figures of every statute's renvois."""
    from statutes_diff.references.figures import figures

    for statute, found in read:
        yield from _head(statute, found, asked)
        for table in _refs_words.tables(figures(found), full=full):
            yield table_of([(table.heading, _("how many")), *((words, str(n)) for words, n in table.rows)])


def _head(statute: Statute, found: Sequence[LocatedReference], asked: str) -> Iterator[str]:
    yield f"## {escaped(statute.title or _('(no title)'))}"
    yield escaped(" · ".join(_refs_words.facts(statute, found)))
    if asked:
        yield labelled(_("Shown"), asked)
