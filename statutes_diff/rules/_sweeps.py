"""The sweeps of a comparison: substitutions that recur, what was exchanged inside wider edits, and what is left unreplaced."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.model import Sweep, SweepPlace
from statutes_diff.rules._swept import forms, recurring, replacing
from statutes_diff.rules._units import places_of, units
from statutes_diff.rules._unswept import Sought, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Locus, Span
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._swept import Exchanged
    from statutes_diff.rules._units import Stems

_MOST = 100  # sweeps that are looked for, the most frequent: each takes a look at the whole text
_OFTEN = 10  # places of a substitution that is told however many are left
_ANY_NUMBER = 1 << 30
_BEFORE = 80  # code points before a wider edit in which words that precede a substitution are looked for


def sweeps(changes: Changes) -> tuple[Sweep, ...]:
    """The substitutions made at many places, the most frequent first."""
    groups = recurring(changes)[:_MOST]
    if not groups:
        return ()
    sought = [Sought.of(*group[0].key, group[0].words) for group in groups]
    wider = _wider(changes, groups, sought)
    bounds = [_most(*parts) for parts in zip(sought, groups, wider, strict=True)]
    left = standing(changes.comparison.new, [words._replace(most=most) for words, most in zip(sought, bounds, strict=True)])
    made = zip(groups, wider, left, bounds, strict=True)
    found = [_sweep(group, more, loci) for group, more, loci, most in made if len(loci) <= most]
    return tuple(sorted(found, key=lambda sweep: -len(sweep.places)))


def _most(words: Sought, group: Sequence[Exchanged], wider: Sequence[SweepPlace]) -> int:
    """At how many places the old words may still stand. One word that stands at more than it left was replaced here and there;
    an expression is looked for as it is, and what was done at a fifth of its places is worth telling, like whatever was done
    often."""
    made = len(group) + len(wider)
    if made >= _OFTEN:
        return _ANY_NUMBER
    return made if len(words.old) == 1 else 4 * made


def _sweep(group: Sequence[Exchanged], wider: Sequence[SweepPlace], left: Sequence[Locus]) -> Sweep:
    found = forms(group)
    places = [_place(one) for one in group]
    return Sweep(found[0][0], found[0][1], (*places, *wider), tuple(left), tuple(found))


def _place(one: Exchanged) -> SweepPlace:
    (old, new) = one.sides
    return SweepPlace(old.locus(one.old[0]), new.locus(one.new[0]))


def _wider(changes: Changes, groups: Sequence[Sequence[Exchanged]], sought: Sequence[Sought]) -> list[list[SweepPlace]]:
    """For each substitution, where it was made inside an edit that says more; new words are counted once."""
    told = [{id(one.edit) for one in group} for group in groups]
    found: list[list[SweepPlace]] = [[] for _ in groups]
    for _alineas, old, new, edit in replacing(changes):
        gone, came = old.text[slice(*edit.old)].lower(), new.text[slice(*edit.new)].lower()
        held = [place for place, words in enumerate(sought) if words.may_change(gone, came) and id(edit) not in told[place]]
        if held:
            olds, news = _inside(old.text, edit.old), _inside(new.text, edit.new)
            for place in held:
                times = _exchanged(sought[place], olds, news)
                found[place] += [SweepPlace(old.locus(edit.old[0]), new.locus(edit.new[0]), whole=False)] * times
    return found


class _Inside(NamedTuple):
    """The units of one side of an edit, with some that precede it; ``first``: the first that is its own."""

    stems: Stems
    first: int
    taken: set[int]

    def free(self, sought: Stems) -> list[int]:
        """Where words stand that reach into the edit and were not taken yet."""
        size = len(sought)
        places = (at for at in places_of(sought, self.stems) if at + size > self.first)
        return [at for at in places if self.taken.isdisjoint(range(at, at + size))]

    def take(self, places: Sequence[int], size: int) -> None:
        """These words are told."""
        self.taken.update(n for at in places for n in range(max(at, self.first), at + size))


def _inside(text: str, span: Span) -> _Inside:
    start = max(0, span[0] - _BEFORE)
    start = text.find(" ", start, span[0]) + 1 or span[0] if start else 0
    found = units(text[start : span[1]])
    return _Inside(found.stems, bisect_right([end for _, end in found.spans], span[0] - start), set())


def _exchanged(words: Sought, olds: _Inside, news: _Inside) -> int:
    """How often the one stands where the other stood; the words are then taken."""
    before, after = olds.free(words.old), news.free(words.new)
    times = min(len(before), len(after))
    olds.take(before[:times], len(words.old))
    news.take(after[:times], len(words.new))
    return times
