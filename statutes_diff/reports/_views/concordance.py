"""A concordance in a reader's words, before any format: its lines, its figures, its gaps.

Words are in the language in force. What a line says is a fact of the texts; what ties two articles, and how firmly, is said in
each line, so that nobody takes a likeness for a statement of the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import N_, _, msg, plural, translated
from statutes_diff.reports._views.concordance_fields import counts
from statutes_diff.reports._views.places import articles, listed, numbers

if TYPE_CHECKING:
    from statutes_diff.model import Channel, Concordance, ConcordanceRow, Message, Place, RunnerUp, Side
    from statutes_diff.reports._views.view import View

NONE = "—"
_LOOSE = 0.2  # below this likeness the aligner itself shows a rewrite: the number alone ties the two texts

_RELATIONS = {"1:N": N_("split"), "N:1": N_("merged with others"), "N:M": N_("split and merged")}
_LESSER: dict[Channel, str] = {
    "reference": N_("its cross-references"),
    "numbering": N_("its numbering"),
    "editorial": N_("its typography"),
}


class Line(NamedTuple):
    """One row: the two numbers, what ties them, and what to be careful about. ``gap``: one side is wanting."""

    old: str
    new: str
    tie: str
    remarks: tuple[str, ...]
    gap: bool = False


class Fold(NamedTuple):
    """Several rows that say the same, by their first and last number."""

    range: str
    words: str


Part: TypeAlias = Line | Fold


def headings(table: Concordance) -> tuple[str, str, str, str]:
    """The names of the columns, the side that orders first."""
    old, new = _("old"), _("new")
    return (*((old, new) if table.by == "old" else (new, old)), _("text"), _("remarks"))


def lines(table: Concordance, view: View) -> Iterator[Part]:
    """The rows in order; without ``view.full``, neighbours that keep their numbers, or lie outside the excerpt, are one."""
    apart = is_apart(table)
    for kind, group in groupby(table.rows, key=_kind):
        run = list(group)
        if view.full or not kind or len(run) < 2:
            yield from (_line(row, table.by, apart) for row in run)
        else:
            yield _fold(kind, run, apart)


def _line(row: ConcordanceRow, by: Side, apart: bool) -> Line:
    remarks = [*warnings(row, by), *([_candidate(row, row.runner_up)] if row.runner_up else [])]
    return Line(_printed(row.old), _printed(row.new), tie(row, apart=apart), tuple(remarks), not (row.old and row.new))


def _printed(place: Place | None) -> str:
    return article_printed(place.article.number) if place else NONE


def is_apart(table: Concordance) -> bool:
    """True when no article stands in both versions: neither can be called an excerpt of the other."""
    return not any(pair.old and pair.new for pair in table.comparison.articles)


def _kind(row: ConcordanceRow) -> str:
    """What a row has in common with those that may be folded with it; empty for a row that is always shown."""
    if row.status == "not-covered" and not row.reassigned and row.how == "none":
        return "only-old" if row.old else "only-new"
    plain = row.relation == "1:1" and row.how == "number" and not row.reassigned
    return "kept" if plain and row.score >= _LOOSE else ""


def _fold(kind: str, run: Sequence[ConcordanceRow], apart: bool) -> Fold:
    keys = [place.article.number for row in run if (place := row.old or row.new)]
    ends = msg("{first} to {last}", first=article_printed(keys[0]), last=article_printed(keys[-1]))
    if kind != "kept":
        return Fold(translated(ends), _alone(run[0], apart))
    changed = [row.old.article.number for row in run if row.old and "substantive" in row.channels]
    words = plural("same number ({n} article)", "same number ({n} articles)", len(run))
    if not changed:
        return Fold(translated(ends), translated(words))
    modified = msg("{words}; text modified: {numbers}", words=translated(words), numbers=articles(changed))
    return Fold(translated(ends), translated(modified))


def tie(row: ConcordanceRow, *, apart: bool = False) -> str:
    """What ties the two sides of a row, or that a side is wanting; ``apart``: the versions have no article in common."""
    if not (row.old and row.new):
        return _alone(row, apart)
    return " · ".join([*_relation(row), *_link(row), text(row)])


def _relation(row: ConcordanceRow) -> Iterator[str]:
    """Split or merged; a share says itself that there is more of the old article."""
    relation = row.relation.replace("N:M", "N:1").replace("1:N", "1:1") if row.status == "part" else row.relation
    if relation in _RELATIONS:
        yield _(_RELATIONS[relation])


def _alone(row: ConcordanceRow, apart: bool) -> str:
    given = row.how == "override"
    if row.status == "not-covered" and not given:
        if apart:
            return _("only in the old version") if row.old else _("only in the new version")
        return _("outside what the new version covers") if row.old else _("outside what the old version covers")
    if row.old:
        return _("no successor, by the list of pairs") if given else _("no successor")
    return _("no origin, by the list of pairs") if given else _("no origin")


def _link(row: ConcordanceRow) -> Iterator[str]:
    """Anything but the words that ties them: a share, the number, the user's list."""
    if row.status == "part":
        yield translated(msg("in part: al. {old} → al. {new}", old=numbers(row.old_alineas), new=numbers(row.new_alineas)))
    if row.how == "number":
        yield _("same number")
    if row.how == "override":
        yield _("by the list of pairs")


def text(row: ConcordanceRow) -> str:
    """How the two texts compare: equal, equal but for what the law does not turn on, or their likeness."""
    lesser = [_(_LESSER[channel]) for channel in row.channels if channel in _LESSER]
    if not row.channels:
        return _("same text")
    if "substantive" not in row.channels:
        return translated(msg("same text but for {kinds}", kinds=listed(lesser)))
    score = percent(row.score)
    if row.how in ("number", "override"):
        return translated(msg("text modified ({score}%)", score=score))
    return translated(msg("similar text ({score}%)", score=score))


def percent(score: float) -> int:
    """A likeness of texts that differ: never 100."""
    return min(round(score * 100), 99)


def warnings(row: ConcordanceRow, by: Side) -> list[str]:
    """What would mislead who trusts the numbers alone: of the side that orders, or of the only one there is."""
    found = []
    if row.how == "number" and row.score < _LOOSE:
        found.append(_("the number alone ties the texts"))
    side: Side = by if row.old and row.new else "old" if row.old else "new"
    if side in row.reassigned:
        found.append(_("number reassigned") if side == "old" else _("number borne by another text before"))
    return found


def _candidate(row: ConcordanceRow, other: RunnerUp) -> str:
    number, score = article_printed(other.number), percent(other.score)
    if row.old and row.new:
        return translated(msg("next best: {number} ({score}%)", number=number, score=score))
    return translated(msg("closest: {number} ({score}%)", number=number, score=score))


def result(table: Concordance) -> str:
    """The figures of the table in one sentence."""
    found = counts(table)
    figures = [translated(figure(found[name])) for name, figure in _FIGURES.items() if found[name]]
    return ", ".join(figures) or _("no article")


_FIGURES: dict[str, Callable[[int], Message]] = {
    "kept": lambda n: plural("{n} article keeps its number", "{n} articles keep their number", n),
    "renumbered": lambda n: plural("{n} has another number", "{n} have another number", n),
    "taken_over": lambda n: plural("{n} taken over by other articles", "{n} taken over by other articles", n),
    "drawn": lambda n: plural("{n} drawn from other articles", "{n} drawn from other articles", n),
    "split": lambda n: plural("{n} old article split", "{n} old articles split", n),
    "merged": lambda n: plural("{n} new article merged from several", "{n} new articles merged from several", n),
    "without_successor": lambda n: plural("{n} without successor", "{n} without successor", n),
    "without_origin": lambda n: plural("{n} without origin", "{n} without origin", n),
    "only_old": lambda n: plural("{n} only in the old version", "{n} only in the old version", n),
    "only_new": lambda n: plural("{n} only in the new version", "{n} only in the new version", n),
}


def gaps(table: Concordance, view: View) -> Iterator[str]:
    """The articles without a row on the other side, once more and together; what an excerpt leaves out is said not to be one."""
    found = [row for row in table.rows if not (row.old and row.new)]
    lost = [row.old for row in found if row.old and row.status != "not-covered"]
    come = [row.new for row in found if row.new and row.status != "not-covered"]
    if lost:
        words = articles([place.article.number for place in lost], full=view.full)
        yield translated(
            plural("Old article without successor: {words}.", "Old articles without successor: {words}.", len(lost), words=words)
        )
    if come:
        words = articles([place.article.number for place in come], full=view.full)
        yield translated(
            plural("New article without origin: {words}.", "New articles without origin: {words}.", len(come), words=words)
        )
