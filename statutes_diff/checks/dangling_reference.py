"""Renvois to an article that does not exist.

What it finds: words that name an article of the text itself, or of another text of the corpus, that this text lacks: misprinted,
repealed, renumbered. Articles outside an excerpt are not called missing, nor those that the words place in the past ("dans sa
rédaction antérieure à…"), nor those in quoted words. With ``--against`` also what this change removed or renumbered.

Why it matters: the rule that the reader is sent to is not there, and nobody can tell which one applies.

Example: "dans les conditions prévues à l'article L. 123-9" in a code that has L. 123-8 and L. 123-10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._coverage import covers
from statutes_diff.checks._historic import historic
from statutes_diff.checks._own import certain
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Cited, Corpus, Found, Text
    from statutes_diff.model import Message

LEVEL = "error"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each renvoi once for each article that is missing."""
    gone = {text: _gone(text) for text in corpus.texts}
    for cited in corpus.cited():
        number = cited.target.article
        if number and cited.into.outline.article(number) is None:
            evidence = gone[cited.text].get(_place(cited)) if cited.own else None
            if evidence or (covers(cited.into, number) and certain(cited) and not historic(cited)):
                yield cited.told(evidence or _missing(cited, article_printed(number)))


def _missing(cited: Cited, number: str) -> Message:
    if cited.own:
        return msg("there is no article {number}", number=number)
    return msg("there is no article {number} in “{text}”", number=number, text=cited.into.statute.title)


def _gone(text: Text) -> dict[tuple[object, ...], Message]:
    """What the ledger says of the renvois that this change left dangling, by their places."""
    found: dict[tuple[object, ...], Message] = {}
    for row in text.ledger:
        if row.status == "dangling" and row.new and row.evidence:
            found[row.new.locus.article, row.new.locus.alinea, row.new.start, row.new.target.article] = row.evidence
    return found


def _place(cited: Cited) -> tuple[object, ...]:
    return cited.place.article.number, cited.found.locus.alinea, cited.found.reference.start, cited.target.article
