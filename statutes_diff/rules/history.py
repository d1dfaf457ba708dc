"""Acts that the newer version names in an article's history and the older one does not.

What it finds: the amendment notes printed beside an article in both versions, and which acts came. Where one version prints no
history for the article, nothing is said.

Why it matters: it names the act behind the changes, as the consolidator gives it; which words it changed is not claimed.

Example: "(Loi n° 2004-810 du 13 août 2004 art. 55)" stands in the new version only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.typography import unaccented
from statutes_diff.messages import msg
from statutes_diff.model import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import AmendmentNote, ArticlePair
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article, those whose alinéas are unchanged included."""
    for pair in changes.pairs:
        if pair.old and pair.new and pair.old.article.history and pair.new.article.history:
            yield from _came(pair, pair.old.article.history, pair.new.article.history)


def _came(pair: ArticlePair, old: tuple[AmendmentNote, ...], new: tuple[AmendmentNote, ...]) -> Iterator[Finding]:
    known = {_key(note) for note in old}
    acts = list(dict.fromkeys(_words(note) for note in new if _key(note) not in known))
    if acts:
        words = " ; ".join(acts)
        message = msg("history names since: {acts}", acts=words)
        loci = [(Locus(place.article.number),) if place else () for place in (pair.old, pair.new)]
        yield Finding("history", "editorial", message, None, words, loci[0], loci[1])


def _key(note: AmendmentNote) -> str:
    return "".join(c for c in unaccented(note.act + note.provision) if c.isalnum())


def _words(note: AmendmentNote) -> str:
    return f"{note.act}, {note.provision}" if note.provision else note.act
