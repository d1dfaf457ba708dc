"""NOTA of an article that came, went or changed.

What it finds: a NOTA that stands beside an article in one version only, or with other words in the other. Where one of the two
sources prints no NOTA at all, nothing is said: its absence is the source's way.

Why it matters: a NOTA often says when and to whom the article applies, and no alinéa shows that it changed.

Example: "NOTA : ces dispositions entrent en vigueur le 1er janvier 2024" where 2023 stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.typography import folded
from statutes_diff.messages import msg
from statutes_diff.model import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Article, ArticlePair, Statute
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article, those whose alinéas are unchanged included."""
    comparison = changes.comparison
    if not (_prints(comparison.old) and _prints(comparison.new)):
        return
    for pair in comparison.articles:
        if pair.old and pair.new and pair.old.article.annotations != pair.new.article.annotations:
            yield from _changed(pair, pair.old.article, pair.new.article)


def _prints(statute: Statute) -> bool:
    return any(_nota(place.article) for place in statute.places())


def _nota(article: Article) -> str:
    return "\n".join(note.text for note in article.annotations if note.kind == "nota")


def _changed(pair: ArticlePair, old: Article, new: Article) -> Iterator[Finding]:
    before, after = _nota(old), _nota(new)
    if folded(before).split() == folded(after).split():
        return
    if not before:
        message = msg("NOTA added: “{new}”", new=after)
    elif not after:
        message = msg("NOTA removed: “{old}”", old=before)
    else:
        message = msg("NOTA changed: “{old}” → “{new}”", old=before, new=after)
    yield Finding("nota", "substantive", message, before or None, after or None, (Locus(old.number),), (Locus(new.number),))
