"""The first page and the tables of a page: figures, findings, institutions, renvois, numbers of the other reports, with links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from statutes_diff.compare.concordance import renumbered
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import N_, _
from statutes_diff.reports._html.articles import LETTERS
from statutes_diff.reports._html.places import linked
from statutes_diff.reports._views import counts as _counts
from statutes_diff.reports._views import first as _first
from statutes_diff.reports._views import inbound as _inbound
from statutes_diff.reports._views import sweeps as _sweeps
from statutes_diff.reports._views.concordance import tie
from statutes_diff.reports._views.findings import institutions, sentences, told
from statutes_diff.reports._views.renvois import changed_renvois
from statutes_diff.reports._views.status import CHANNELS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from statutes_diff.model import Account, ArticlePair, Finding, Headline, LedgerRow, Locus, Mention, Place, Side, Summary
    from statutes_diff.reports._html.anchors import Anchors
    from statutes_diff.reports._html.cited import Cited, Renvois
    from statutes_diff.reports._html.places import Linked
    from statutes_diff.reports._views.first import First

_SUBSTANCE = LETTERS["substantive"]
_OTHER = {"not-covered": N_("not compared")}


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of counts: what is counted, and how many of each kind; kinds without any are left out."""

    title: str
    rows: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a table, each cut into words and links; the channels it belongs to; texts that it leads to."""

    cells: list[list[Linked]]
    channels: str = ""
    texts: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstView:
    """A kind of change that matters: how many of what, why, the first of them with links, and how many more there are."""

    title: str
    why: str
    examples: list[list[Linked]]
    more: str


def figures(account: Account) -> list[Figures]:
    """The counts of the summary of the JSON, by their words."""
    tables: tuple[tuple[str, Mapping[str, int], Mapping[Any, str]], ...] = (
        (_("Articles"), _counts.article_counts(account), {**WORDS, **_OTHER}),
        (_("Alinéas"), _counts.alinea_counts(account), WORDS),
        (_("Changes"), _counts.channel_counts(account), CHANNELS),
        (_("Cross-references"), _counts.reference_counts(account), WORDS),
    )
    return [Figures(title, _present(counts, words)) for title, counts, words in tables if any(counts.values())]


def _present(counts: Mapping[str, int], words: Mapping[Any, str]) -> list[tuple[str, int]]:
    return [(_(words[kind]), count) for kind, count in counts.items() if count]


def first(account: Account, whole: Summary, anchors: Anchors, home: str | None) -> list[FirstView]:
    """What matters first, its examples with links."""
    found = zip(_first.first(account, whole, home), whole.first, strict=False)  # nothing is told first in a short report
    return [
        FirstView(told.title, told.why, list(_examples(told, headline, anchors, home)), _first.more(told.more))
        for told, headline in found
    ]


def _examples(told: First, headline: Headline, anchors: Anchors, home: str | None) -> Iterator[list[Linked]]:
    """Sentences with their places as links; of articles their numbers."""
    if not headline.articles:
        yield from (linked(words, anchors, ((), ()), home) for words in told.examples)
        return
    for words in told.examples:
        numbers = words.split(", ")
        cells = [_place(words, pair, anchors) for words, pair in zip(numbers, headline.articles, strict=False)]
        yield [part for at, cell in enumerate(cells) for part in ((", " * (at > 0), ""), cell)]


def _place(words: str, pair: ArticlePair, anchors: Anchors) -> Linked:
    here = anchors.article("new", pair.new.article.number) if pair.new else ""
    if not here and pair.old:
        here = anchors.article("old", pair.old.article.number)
    return words, f"#{here}" if here else ""


def findings(account: Account, anchors: Anchors, home: str | None) -> list[Row]:
    """Every finding that has no table of its own, in the order of the other reports."""
    found = zip(sentences(account.findings, home), told(account.findings), strict=True)
    return [Row([_words(words, finding, anchors, home)], LETTERS[finding.channel]) for words, finding in found]


def substitutions(account: Account, anchors: Anchors, home: str | None, *, full: bool) -> tuple[Sequence[str], list[Row]]:
    """The table of substitutions made at many places: the names of its columns, and its rows."""
    table = _sweeps.rows(account, home, full=full)
    rows = [
        Row([*([(cell, "")] for cell in cells[:-1]), linked(cells[-1], anchors, ((), sweep.remaining), home)], _SUBSTANCE)
        for cells, sweep in zip(table[1:], account.sweeps, strict=True)
    ]
    return table[0] if table else (), rows


def bodies(account: Account, anchors: Anchors, home: str | None) -> tuple[Sequence[str], list[Row]]:
    """The table of institutions: the names of its columns, and its rows."""
    table = institutions(account.findings, home)
    found = [finding for finding in account.findings if finding.rule == "institution"]
    rows = [
        Row([*([(cell, "")] for cell in cells[:-1]), _words(cells[-1], finding, anchors, home)], LETTERS[finding.channel])
        for cells, finding in zip(table[1:], found, strict=True)
    ]
    return table[0] if table else (), rows


def _words(words: str, finding: Finding, anchors: Anchors, home: str | None) -> list[Linked]:
    return linked(words, anchors, (finding.where_old, finding.where_new), home)


def ledger(account: Account, renvois: Renvois, home: str | None) -> list[Row]:
    """Every renvoi that did not simply stay: what became of it, its target, its place, why; and the text pointed to."""
    found = []
    for row in changed_renvois(account, home):
        texts = {cited.id: cited for each in row.rows for cited in renvois.of_row(each)}
        where = f"{row.where} — {row.evidence}" if row.evidence else row.where
        old, new = _loci(row.rows, "old"), _loci(row.rows, "new")
        inside = _inside(row.rows[0], renvois)
        cells = [[(row.status, "")], [(row.target, inside)], linked(where, renvois.anchors, (() if new else old, new), home)]
        found.append(Row(cells, LETTERS["reference"], tuple(texts.values())))
    return found


def _inside(row: LedgerRow, renvois: Renvois) -> str:
    """Where the page shows the target: today's, or what the words led to before."""
    sides: tuple[tuple[Side, Mention | None], ...] = (("new", row.new), ("old", row.old))
    links = [link for side, mention in sides if mention and (link := renvois.link(side, [mention.target]))]
    return next((link.href for link in links if not link.href.startswith("#t")), "")


def _loci(rows: Sequence[LedgerRow], side: str) -> list[Locus]:
    mentions = [row.new if side == "new" else row.old for row in rows]
    return [mention.locus for mention in mentions if mention]


def cited_in(account: Account, anchors: Anchors) -> list[Row]:
    """Who cites the articles that changed."""
    nowhere: tuple[tuple[Locus, ...], tuple[Locus, ...]] = ((), ())
    found = []
    for cited, (number, became, places) in zip(account.inbound or (), _inbound.rows(account), strict=True):
        here = anchors.article("new", cited.now or cited.number) or anchors.article("old", cited.number)
        cells = [[(number, f"#{here}" if here else "")], [(became, "")], linked(places, anchors, nowhere, None)]
        found.append(Row(cells))
    return found


def numbers(account: Account, anchors: Anchors) -> list[Row]:
    """The articles whose words stand under another number, wholly or in part, in the order of the old text."""
    rows = [row for row in renumbered(account.comparison) if row.old and row.new]
    return [
        Row([_number(row.old, anchors, "old"), _number(row.new, anchors, "new"), [(tie(row), "")]], LETTERS["numbering"])
        for row in rows
    ]


def _number(place: Place | None, anchors: Anchors, side: Side) -> list[Linked]:
    if place is None:
        return []
    here = anchors.article(side, place.article.number)
    return [(article_printed(place.article.number), f"#{here}" if here else "")]
