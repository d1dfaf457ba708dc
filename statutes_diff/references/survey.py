"""The renvois of a statute as a listing needs them: quoted words known as such, official links heard, each target looked up."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from statutes_diff.model import LocatedReference, Place, Standing, Statute
from statutes_diff.references.links import checked
from statutes_diff.references.outline import Outline
from statutes_diff.references.quoted import marked
from statutes_diff.references.resolution import located_in
from statutes_diff.references.standing import excerpt, standing


def survey(
    whole: Outline, statute: Statute, only: Container[str] | None = None, *, excerpts: bool = False
) -> Iterator[LocatedReference]:
    """Every renvoi in document order; ``only``: of the articles of these numbers; ``excerpts``: with the text pointed to.

    ``whole`` is the statute's outline.
    """
    for place in statute.places():
        if only is None or place.article.number in only:
            yield from surveyed(whole, place, statute.title, excerpts=excerpts)


def surveyed(whole: Outline, place: Place, title: str, *, excerpts: bool = False) -> Iterator[LocatedReference]:
    """Every renvoi of one article of a statute, whose title this is."""
    for found in _heard(place, marked(place.article, list(located_in(whole, place))), title):
        yield _looked_up(whole, found, excerpts)


def _heard(place: Place, found: Iterable[LocatedReference], title: str) -> Iterator[LocatedReference]:
    """The renvois of an article, held against its links."""
    for number, group in groupby(found, key=lambda each: each.locus.alinea):
        yield from checked(list(group), place.article.alineas[number - 1].links, title)


def _looked_up(whole: Outline, found: LocatedReference, excerpts: bool) -> LocatedReference:
    standings = tuple(standing(whole, target) for target in found.reference.targets)
    words = tuple(excerpt(whole, target) for target in found.reference.targets) if excerpts else ()
    return found._replace(standings=_known(found, standings), excerpts=words)


def _known(found: LocatedReference, standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The standings; where nothing is missing and yet the renvoi leads nowhere, its words do not say where."""
    if not found.resolved and all(each == "here" for each in standings):
        standings = ["unknown"] * len(standings)
    return tuple(standings)
