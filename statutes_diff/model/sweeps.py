"""One substitution made in many places of a text."""

from typing import NamedTuple

from statutes_diff.model.renvois import Locus


class SweepPlace(NamedTuple):
    """Where the old words stood and the new ones stand. ``whole``: the edit there is this substitution and nothing more."""

    old: Locus
    new: Locus
    whole: bool = True


class Sweep(NamedTuple):
    """Words that gave way to the same other words at many places; number, case, articles and elision are folded.

    ``old`` and ``new`` are the forms seen most often, ``forms`` all of them as pairs, with how often each was exchanged.
    ``remaining``: where the old words still stand in the new version, a locus as often as it has them.
    """

    old: str
    new: str
    places: tuple[SweepPlace, ...]
    remaining: tuple[Locus, ...]
    forms: tuple[tuple[str, str, int], ...]
