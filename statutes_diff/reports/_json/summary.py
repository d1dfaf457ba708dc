"""The summary in JSON: the figures, then every kind of change that matters, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import ArticlePair, Headline, Locus, Summary
    from statutes_diff.reports._json.text import Value


def summary_fields(summary: Summary) -> dict[str, Value]:
    """The whole account in figures, whatever a report shows of it."""
    return {
        "articles": {**summary.articles},
        "alineas": {**summary.alineas},
        "channels": {**summary.channels},
        "references": {**summary.references},
        "shared": summary.shared,
        "matters": [_headline(headline) for headline in (*summary.first, *summary.others)],
    }


def _headline(headline: Headline) -> Value:
    numbers: list[Value] = [*dict.fromkeys(_numbers(headline))]
    return {
        "matter": headline.matter,
        "weight": headline.weight,
        "count": headline.total,
        "message": str(headline.message),
        "why": str(headline.why),
        "articles": numbers,
    }


def _numbers(headline: Headline) -> Iterator[str]:
    """The articles that it is about, by their numbers in the new version, or in the old one alone."""
    for finding in headline.findings:
        yield from _of_places(finding.where_new or finding.where_old)
    for row in headline.references:
        yield from _of_places(tuple(mention.locus for mention in (row.new or row.old,) if mention))
    yield from filter(None, map(_number, headline.articles))


def _of_places(loci: tuple[Locus, ...]) -> Iterator[str]:
    return (locus.article for locus in loci)


def _number(pair: ArticlePair) -> str:
    place = pair.new or pair.old
    return place.article.number if place else ""
