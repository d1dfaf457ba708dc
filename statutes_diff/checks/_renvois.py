"""What the rules on renvois share: what stands where one leads, and the rows of the ledger at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Cited, Corpus, Found, Text
    from statutes_diff.model import Mention, Message, ReferenceStatus, Standing


def lacking(corpus: Corpus, what: Standing) -> Iterator[Cited]:
    """The renvois whose target lacks this part, unless they speak of an earlier state of the law."""
    from statutes_diff.checks._historic import historic
    from statutes_diff.checks._own import certain
    from statutes_diff.references.standing import standing

    for cited in corpus.cited():
        if cited.target.article and (cited.target.alinea or cited.target.item):
            article = cited.into.outline.article(cited.target.article)
            there = article is not None and bool(article.alineas) and article.number not in cited.into.doubles
            stands = standing(cited.into.outline, cited.target._replace(text=None)) if there else "here"
            if stands == what and certain(cited) and not historic(cited):
                yield cited


def became(corpus: Corpus, status: ReferenceStatus) -> Iterator[Found]:
    """The renvois of which the ledger says this, with its reason; those that speak of an earlier state of the law are sound."""
    for text in corpus.texts:
        for row in text.ledger:
            if row.status == status and row.new and row.evidence:
                yield from _told(text, row.new, row.evidence)


def _told(text: Text, mention: Mention, evidence: Message) -> Iterator[Found]:
    from statutes_diff.checks._historic import speaks_of_the_past

    article = text.outline.places[mention.locus.article].article
    alinea = article.alineas[mention.locus.alinea - 1] if mention.locus.alinea <= len(article.alineas) else None
    if alinea and not speaks_of_the_past(alinea.text, mention.start, mention.end):
        yield text.at(article, evidence, mention.text, mention.locus.alinea)
