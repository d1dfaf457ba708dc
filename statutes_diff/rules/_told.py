"""What a sweep tells already: findings about a place where the substitution was made, and nothing else that they speak of.

A finding is left out only where the sweep says the same: its old words are its new ones but for the substitution, or its
expression left with the words that were replaced, at places where the edit is the substitution alone. The edits themselves
are shown as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.rules._units import places_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Finding, Locus, Sweep
    from statutes_diff.rules._units import Stems

_APART = frozenset({"sweep", "heading", "history", "nota", "state"})  # they do not speak of words of alinéas, or are the sweep


class _Swept:
    """A sweep with the places where it is all that was changed."""

    def __init__(self, sweep: Sweep) -> None:
        self.old, self.new = stems(sweep.old), stems(sweep.new)
        self.count = len(sweep.places)
        self._olds = {_alinea(place.old) for place in sweep.places if place.whole}
        self._news = {_alinea(place.new) for place in sweep.places if place.whole}

    def made_at(self, olds: Iterable[Locus], news: Iterable[Locus]) -> bool:
        """True when it was made in all these alinéas."""
        return self._olds.issuperset(map(_alinea, olds)) and self._news.issuperset(map(_alinea, news))


def _alinea(locus: Locus) -> tuple[str, int]:
    return locus.article, locus.alinea


def untold(findings: Iterable[Finding], sweeps: Sequence[Sweep]) -> Iterator[Finding]:
    """The findings without those that the sweeps tell."""
    swept = [_Swept(sweep) for sweep in sweeps]
    return (finding for finding in findings if finding.rule in _APART or not _is_told(finding, swept))


def _is_told(finding: Finding, swept: Sequence[_Swept]) -> bool:
    if finding.rule == "institution":
        return _accounted_for(finding, swept)
    if not finding.old or not finding.new:
        return finding.rule == "expression" and _left_with(finding, swept)
    here = [one for one in swept if one.made_at(finding.where_old, finding.where_new)]
    return bool(here) and _substituted(stems(finding.old), here) == stems(finding.new)


def _substituted(words: Stems, swept: Iterable[_Swept]) -> Stems:
    for one in swept:
        for at in reversed(list(places_of(one.old, words))):
            words = (*words[:at], *one.new, *words[at + len(one.old) :])
    return words


def _left_with(finding: Finding, swept: Iterable[_Swept]) -> bool:
    """The expression holds the words that were replaced, or stands in them, wherever it stood; likewise one that came."""
    words = stems(finding.old or finding.new or "")
    return any(
        one.made_at(finding.where_old, finding.where_new) and _overlap(words, one.old if finding.old else one.new)
        for one in swept
    )


def _overlap(one: Stems, other: Stems) -> bool:
    return any(True for _ in places_of(one, other)) or any(True for _ in places_of(other, one))


def _accounted_for(finding: Finding, swept: Iterable[_Swept]) -> bool:
    """The body is named as many times less, or more, as the sweeps took or brought its name."""
    values = dict(finding.message.values)
    name = stems(finding.old or finding.new or "")
    more = int(values["after"]) - int(values["before"])
    brought = sum(one.count * (_times(name, one.new) - _times(name, one.old)) for one in swept)
    return bool(more) and not values["irregular"] and more == brought


def _times(name: Stems, words: Stems) -> int:
    return sum(1 for _ in places_of(name, words))
