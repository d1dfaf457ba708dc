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

    from statutes_diff.model import Article, Statute
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article, those whose alinéas are unchanged included."""
    articles = [(pair.old.article, pair.new.article) for pair in changes.pairs if pair.old and pair.new]
    found = [finding for old, new in articles if old.annotations != new.annotations for finding in _changed(old, new)]
    if found and _prints(changes.comparison.old) and _prints(changes.comparison.new):
        yield from found


def _prints(statute: Statute) -> bool:
    """True when the version prints any NOTA: one that prints none lost none."""
    articles = sorted(statute.articles(), key=lambda article: article.unread is not None)  # what is not read yet is read last
    return any(_may_print(article) and _nota(article) for article in articles)


def _may_print(article: Article) -> bool:
    return article.unread is None or b"NOTA" in article.unread


def _nota(article: Article) -> str:
    return "\n".join(note.text for note in article.annotations if note.kind == "nota")


def _changed(old: Article, new: Article) -> Iterator[Finding]:
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
