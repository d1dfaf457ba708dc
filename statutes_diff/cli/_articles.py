"""``--article`` for the commands that show a text: the part of it that is asked for, or an error when it is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg
from statutes_diff.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Division, Statute


def check_articles(statutes: Sequence[Statute], articles: Sequence[str]) -> None:
    """Every article asked for stands in one of the texts.

    Raises:
        InputError: it stands in none; an empty answer would look like a text without it.
    """
    from statutes_diff.sources import InputError

    if not articles:
        return
    held = {place.article.number for statute in statutes for place in statute.places()}
    for label in articles:
        if article_key(label) not in held:
            name = ", ".join(statute.source for statute in statutes)
            raise InputError(name, msg("article {number} does not stand in this text", number=label))


def only_articles(statute: Statute, articles: Sequence[str]) -> Statute:
    """The statute with these articles alone, in their divisions; the whole of it when none is named."""
    wanted = {article_key(label) for label in articles}
    return replace(statute, children=tuple(_kept(statute.children, wanted))) if wanted else statute


def _kept(children: Sequence[Division | Article], wanted: set[str]) -> Iterator[Division | Article]:
    """Divisions nest as deep as their kinds (a dozen), so recursion is safe."""
    for child in children:
        if isinstance(child, Article):
            if child.number in wanted:
                yield child
        elif inside := tuple(_kept(child.children, wanted)):
            yield replace(child, children=inside)
