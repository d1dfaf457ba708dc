"""Headings of divisions, and the title of the text, whose words changed while kinds and numbers stayed.

What it finds: "Section 2 : Accords de bon usage" now "Section 2 : Accords nationaux", once for each division, however many
articles stand in it, where the divisions around it are the same. Typography and capitals alone are no change.

Why it matters: a heading places a provision, and courts read it; the alinéas under it may all be unchanged.

Example: "Titre II : Des peines" becomes "Titre II : Des sanctions".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.typography import unaccented
from statutes_diff.messages import msg
from statutes_diff.model import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import ArticlePair, Comparison, Division
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """The title, then each division in the order of the text."""
    yield from _title(changes.comparison)
    told: set[tuple[int, int]] = set()
    for pair in changes.comparison.articles:
        for old, new in _divisions(pair):
            if (id(old), id(new)) not in told:
                told.add((id(old), id(new)))
                yield from _changed(old, new, pair)


def _title(comparison: Comparison) -> Iterator[Finding]:
    old, new = comparison.old.title, comparison.new.title
    if old and new and _words(old) != _words(new):
        yield Finding("heading", "substantive", msg("title of the text changed: “{old}” → “{new}”", old=old, new=new), old, new)


def _divisions(pair: ArticlePair) -> Iterator[tuple[Division, Division]]:
    """The divisions around an article that are the same in both versions by their kinds and numbers, from the outermost in."""
    if not pair.old or not pair.new:
        return
    for old, new in zip(pair.old.path, pair.new.path, strict=False):
        if old.kind != new.kind or _words(old.number or old.heading) != _words(new.number or new.heading):
            return
        if old.heading != new.heading:
            yield old, new


def _changed(old: Division, new: Division, pair: ArticlePair) -> Iterator[Finding]:
    if _words(old.title) == _words(new.title):
        return
    message = msg("heading changed: “{old}” → “{new}”", old=old.heading, new=new.heading)
    loci = [(Locus(place.article.number),) if place else () for place in (pair.old, pair.new)]
    yield Finding("heading", "substantive", message, old.heading, new.heading, loci[0], loci[1])


def _words(text: str) -> str:
    return " ".join(unaccented(text).strip(" .:").split())
