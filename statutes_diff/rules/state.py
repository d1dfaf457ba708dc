"""Articles whose source says another state than before: "(Abrogé)" where a text stood, "en vigueur" where it was deferred.

What it finds: a state printed in the place of an article's text, behind its number, or given with its version, that is not the
same in both versions. The words of the source are quoted; whether and when the article ceased to apply is not claimed.

Why it matters: without it an article emptied by a repeal would look like one that lost its alinéas.

Example: "Article L. 5", with three alinéas before, prints "(Abrogé)" alone now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.model import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Article
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article, those without any alinéa included."""
    for pair in changes.pairs:
        if not pair.old or not pair.new:
            continue
        old, new = _state(pair.old.article), _state(pair.new.article)
        if old == new:
            continue
        if not old:
            message = msg("the source now says “{new}”", new=new)
        elif not new:
            message = msg("the source said “{old}”, and no longer does", old=old)
        else:
            message = msg("the source said “{old}”, and now says “{new}”", old=old, new=new)
        loci = (Locus(pair.old.article.number),), (Locus(pair.new.article.number),)
        yield Finding("state", "substantive", message, old or None, new or None, *loci)


def _state(article: Article) -> str:
    """The state as the source prints it, else as its version names it when it is not simply in force."""
    printed = next((note.text for note in article.annotations if note.kind == "state"), "")
    named = article.version.state if article.version.state not in ("en vigueur", "modifié") else ""
    return printed or named
