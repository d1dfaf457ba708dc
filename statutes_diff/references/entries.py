"""The renvois of one side of a pair as the ledger counts them: each of their targets by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from statutes_diff.model import LocatedReference, Mention, Place, Target
from statutes_diff.references.grammar import means_every_before
from statutes_diff.references.naming import text_named
from statutes_diff.references.outline import Outline
from statutes_diff.references.resolution import located_in
from statutes_diff.references.shifts import alinea_of

Held = Callable[[str, int, int], bool]  # of a side, an article by identity, the number of one of its alinéas


class Entry(NamedTuple):
    """One target of one renvoi on one side; ``turn`` counts the entries of its article.

    ``own``: the target is in the statute itself; ``inside``: even in the article that the words stand in; ``at``: then the alinéa
    that an item means, counted in the article. ``ranged``: one of the articles of a range ("L. 1 à L. 5").
    """

    turn: int
    mention: Mention
    own: bool
    inside: bool
    at: int | None = None
    ranged: bool = False

    @property
    def alinea(self) -> int:
        """The alinéa that it stands in."""
        return self.mention.locus.alinea

    @property
    def part(self) -> int | None:
        """The alinéa that it leads to inside its article; None where it names no part, or one that is not there."""
        return self.at if self.mention.target.item else self.mention.target.alinea


def entries(whole: Outline, title: str, place: Place | None, side: str, stays: Held) -> list[Entry]:
    """Those of the alinéas that stay with an article, in order; ``title``: of the statute that the words are read in."""
    made: list[Entry] = []
    for found in located_in(whole, place, judged=False) if place else ():
        if place is None or not stays(side, id(place.article), found.locus.alinea):
            continue
        alinea = place.article.alineas[found.locus.alinea - 1]
        for target in _targets(found):
            inside = target.text is None and (target.article == place.article.number or target.implied)
            name = text_named(alinea, found, target, title)
            named = target if name == target.text else target._replace(text=name)
            mention = Mention(found.locus, named, found.reference.text, found.reference.start, found.reference.end)
            at = alinea_of(whole, place.article, target) if inside and target.item else None
            made.append(Entry(len(made), mention, target.text is None, inside, at, _is_range(found)))
    return made


def _is_range(found: LocatedReference) -> bool:
    return len(found.reference.targets) > 1 and found.reference.kind == "article" and " à " in found.reference.text


def _targets(found: LocatedReference) -> tuple[Target, ...]:
    """The targets one by one; "les alinéas précédents" as one, in these words: they mean what stands before, however many."""
    targets, words = found.reference.targets, found.reference.text
    here = all(target.text is None and target.article == found.locus.article for target in targets)
    if here and found.reference.kind == "relative" and means_every_before(words):
        return (Target(division=" ".join(words.split()), implied=True),)
    return targets
