"""A comparison as a person reads it, before any format: the same facts in the same order for every report.

Words are in the language in force; the law's own words are untouched (each format makes them safe in its own way).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.language.divisions import headings
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._views.entries import Entry, entries
from statutes_diff.reports._views.labels import facts_of
from statutes_diff.reports._views.passages import passages_of
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import article_status
from statutes_diff.reports._views.sweeps import Swept

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from statutes_diff.model import Account, ArticlePair, Comparison, Note, Place, Statute
    from statutes_diff.reports._views.view import View

Headings: TypeAlias = "tuple[str, ...]"

_NOTES = 6  # notes of one version that are shown before the rest is counted


class Side(NamedTuple):
    """One of the two versions: what it is, where it came from, how it was read and what was repaired in it."""

    name: str
    title: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]


class ArticleBlock(NamedTuple):
    """One article: its number, what became of it, where it stands, its alinéas, and the pair that it tells."""

    title: str
    status: str
    outline: tuple[str, ...]
    entries: tuple[Entry, ...]
    pair: ArticlePair


def sides(comparison: Comparison, view: View) -> tuple[Side, Side]:
    """What was compared."""
    return _side(_("Old version"), comparison.old, view), _side(_("New version"), comparison.new, view)


def _side(name: str, statute: Statute, view: View) -> Side:
    return Side(name, statute.title or _("(no title)"), facts_of(statute), tuple(_notes(statute.notes, view)))


def _notes(notes: Sequence[Note], view: View) -> Iterator[str]:
    """The reader's notes; of very many the first, and how many more there are."""
    shown = notes if view.full or len(notes) <= _NOTES else notes[:_NOTES]
    yield from (note_words(note) for note in shown)
    more = len(notes) - len(shown)
    if more:
        yield translated(plural("{n} more note; --full shows it", "{n} more notes; --full shows them", more))


def note_words(note: Note) -> str:
    """A reader's note with its place."""
    place = note.file + ", " * bool(note.file and note.line)
    if note.line:
        place += translated(msg("line {n}", n=note.line))
    return translated(msg("{place}: {text}", place=place, text=translated(note.message))) if place else translated(note.message)


def blocks(account: Account, view: View) -> Iterator[ArticleBlock]:
    """The articles that changed, in the order of the comparison; with ``view.full`` the unchanged ones too."""
    passages = passages_of(account.comparison, selected(account, view).comparison.articles)
    for pair, block in heads(account, view):
        yield block._replace(entries=tuple(entries(pair, passages, view)))


def heads(account: Account, view: View) -> Iterator[tuple[ArticlePair, ArticleBlock]]:
    """The same articles, each with its pair and without its entries: for a report that writes the alinéas in its own way."""
    comparison = account.comparison
    current = {pair.new.article.number for pair in comparison.articles if pair.new}
    given = _given_away(account)
    swept = Swept(account)
    partners = {(headings(pair.old), headings(pair.new)) for pair in comparison.divisions}
    for pair in selected(account, view).comparison.articles:
        if pair.status != "not-covered" and (pair.status != "unchanged" or view.full):
            outline = (*_former_bearer(pair, given), *_outline(pair, partners), *swept.lines(pair))
            yield pair, ArticleBlock(_title(pair, current), article_status(pair), outline, (), pair)


def _given_away(account: Account) -> dict[str, str]:
    """Numbers that bore one text before and bear another now → the number under which the former text now stands."""
    both = [(pair.old.article.number, pair.new.article.number) for pair in account.comparison.articles if pair.old and pair.new]
    kept = {old for old, new in both if old == new}
    return {old: new for old, new in both if old != new and old not in kept}


def _former_bearer(pair: ArticlePair, given: Mapping[str, str]) -> Iterator[str]:
    """Says of an article whose number bore another text before where that text went."""
    now = given.get(pair.new.article.number) if pair.new else None
    if now:
        yield translated(
            msg("in the old version this number bore another text, now article {number}", number=article_printed(now))
        )


def _title(pair: ArticlePair, current: Container[str]) -> str:
    """The article's number; one that is gone is called old when an article of today bears its number."""
    number = _printed(pair.new or pair.old)
    if pair.old and pair.new is None and pair.old.article.number in current:
        return translated(msg("Old article {number}", number=number))
    old = _printed(pair.old or pair.new)
    if number == old:
        return translated(msg("Article {number}", number=number))
    return translated(msg("Article {number} (formerly {old})", number=number, old=old))


def _printed(place: Place | None) -> str:
    return article_printed(place.article.number) if place else ""


def _outline(pair: ArticlePair, partners: Container[tuple[Headings, Headings]]) -> Iterator[str]:
    """The innermost heading the article stands under, on each side when it is not the same, unless a finding tells what became
    of that division; doubt about the pairing."""
    old, new = _heading(pair.old), _heading(pair.new)
    if old == new or pair.old is None or pair.new is None or (headings(pair.old.path), headings(pair.new.path)) in partners:
        yield from [heading for heading in (new or old,) if heading]
    else:
        yield from [translated(msg("old version: {heading}", heading=old))] if old else []
        yield from [translated(msg("new version: {heading}", heading=new))] if new else []
    if pair.how == "similar":
        yield _doubt(pair)


def _heading(place: Place | None) -> str:
    return place.path[-1].heading if place and place.path else ""


def _doubt(pair: ArticlePair) -> str:
    score = round(pair.score * 100)
    if pair.runner_up is None:
        return translated(msg("paired by likeness of text ({score} %)", score=score))
    return translated(
        msg(
            "paired by likeness of text ({score} %); next best: {other} ({other_score} %)",
            score=score,
            other=article_printed(pair.runner_up.number),
            other_score=round(pair.runner_up.score * 100),
        )
    )
