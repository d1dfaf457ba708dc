"""What matters first, in words: the headlines of a long report with a few examples of each, the same in every format.

A report whose account is short (``Summary.is_long``) does without: there the changes themselves are at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.citation import cut
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, plural, translated
from statutes_diff.reports._views.findings import said
from statutes_diff.reports._views.places import old_place, parted, where
from statutes_diff.reports._views.renvois import changed_renvois
from statutes_diff.reports._views.status import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account, ArticlePair, Finding, Headline, Locus, Summary

_EXAMPLES = 3  # of one kind of change
_NUMBERS = 12  # articles that are named
_PLACES = 3  # of one finding
_WIDEST = 240  # code points of an example


class First(NamedTuple):
    """A headline in words: how many of what, why it stands there, the first of them, how many more there are."""

    title: str
    why: str
    examples: tuple[str, ...]
    more: int


def first(account: Account, summary: Summary, home: str | None, *, always: bool = False) -> tuple[First, ...]:
    """The headlines for the top of a report; none where the report is short, unless ``always``."""
    return tuple(_first(account, headline, home) for headline in summary.first) if summary.is_long or always else ()


def others(summary: Summary, *, always: bool = False) -> str:
    """The other kinds of change in one line: ``2 changes of dates; 5 articles inserted``."""
    return parted([translated(headline.message) for headline in summary.others]) if summary.is_long or always else ""


def below(summary: Summary, found: Sequence[First]) -> Iterator[tuple[str, str]]:
    """What is said below the headlines of a report, each line with its label: the other kinds, the changes of each channel."""
    if also := others(summary):
        yield _("Also"), also
    if found:
        yield _("Changes by kind"), kinds(summary)


def kinds(summary: Summary) -> str:
    """How many changes there are of each channel: ``substance 12, cross-references 3``."""
    return ", ".join([f"{_(CHANNELS[channel])} {n}" for channel in CHANNELS if (n := summary.channels.get(channel, 0))])


def more(n: int) -> str:
    """How many of a headline are not among its examples; empty for none."""
    return translated(plural("and {n} other", "and {n} others", n)) if n else ""


def _first(account: Account, headline: Headline, home: str | None) -> First:
    title, why = translated(headline.message), translated(headline.why)
    if headline.articles:
        return First(title, why, (_numbers(headline.articles),), max(0, headline.total - _NUMBERS))
    examples = list(_findings(headline.findings, home) if headline.findings else _renvois(account, headline, home))
    shown = tuple(_cut(words) for words in examples[:_EXAMPLES])
    return First(title, why, shown, len(examples) - len(shown))


def _numbers(pairs: Sequence[ArticlePair]) -> str:
    places = [pair.new or pair.old for pair in pairs[:_NUMBERS]]
    return ", ".join([article_printed(place.article.number) for place in places if place])


def _findings(findings: Sequence[Finding], home: str | None) -> Iterator[str]:
    for finding in findings:
        if finding.rule == "sweep":  # it names the places that are left, which are what counts
            yield said(finding)
            continue
        places = _where(finding.where_new, home) or old_place(_where(finding.where_old, home))
        yield f"{said(finding)} — {places}" if places else said(finding)


def _where(loci: Sequence[Locus], home: str | None) -> str:
    shown = where(loci[:_PLACES], home)
    return f"{shown} (+ {len(loci) - _PLACES})" if len(loci) > _PLACES else shown


def _renvois(account: Account, headline: Headline, home: str | None) -> Iterator[str]:
    for row in changed_renvois(account, home, {row.status for row in headline.references}):
        yield " — ".join([words for words in (row.target, row.where, row.evidence) if words])


def _cut(words: str) -> str:
    """An example on one line, cut behind a word where it is long, never inside a citation."""
    line = " ".join(words.split(" "))
    return line if len(line) <= _WIDEST else cut(line, _WIDEST) + " …"
