"""What a version of an article says of itself: identifier, state, days in force."""

from __future__ import annotations

import datetime
import functools
from typing import NamedTuple

from statutes_diff.model import Version

LAST = "2998-12-31"
_UNKNOWN = frozenset(("", "2999-01-01", "2222-02-22"))  # open or not yet fixed: DILA writes them so

# ETAT of the DTD (legi_article.dtd) and what Légifrance prints for it.
STATES = {
    "VIGUEUR": "en vigueur",
    "VIGUEUR_DIFF": "en vigueur différé",
    "MODIFIE": "modifié",
    "MODIFIE_MORT_NE": "modifié mort-né",
    "ABROGE": "abrogé",
    "ABROGE_DIFF": "abrogé différé",
    "PERIME": "périmé",
    "TRANSFERE": "transféré",
    "ANNULE": "annulé",
    "DISJOINT": "disjoint",
    "DEPLACE": "déplacé",
}
LIVING = frozenset(("VIGUEUR", "ABROGE_DIFF"))
# A version in one of these states that has no end is the record of an end, not a version in force.
ENDED = frozenset(("ABROGE", "PERIME", "TRANSFERE", "ANNULE", "DISJOINT", "DEPLACE", "MODIFIE_MORT_NE"))


class Period(NamedTuple):
    """Days from ``since`` up to ``until`` (exclusive, empty: open); ``never``: a beginning that is not fixed yet."""

    since: str
    until: str
    never: bool = False

    def covers(self, day: str) -> bool:
        return not self.never and self.since <= day and (not self.until or day < self.until)

    @property
    def last_day(self) -> str:
        """The last day of the period: where an article that has ended stood."""
        if not self.until:
            return LAST
        try:
            return (datetime.date.fromisoformat(self.until) - datetime.timedelta(days=1)).isoformat()
        except (ValueError, OverflowError):
            return self.since


@functools.lru_cache(maxsize=4096)
def period(since: str | None, until: str | None) -> Period:
    """A period from the base's dates, of which 2999-01-01 and 2222-02-22 mean open or unknown."""
    begins, ends = (since or "").strip(), (until or "").strip()
    return Period("" if begins in _UNKNOWN else begins, "" if ends in _UNKNOWN else ends, bool(begins) and begins in _UNKNOWN)


class Record(NamedTuple):
    """What a version of an article says of itself; ``versions`` are the identifiers of all versions of this article."""

    id: str
    text: str
    label: str
    state: str
    period: Period
    versions: tuple[tuple[str, str], ...]
    file: str

    @property
    def living(self) -> bool:
        return self.state in LIVING or (not self.state and not self.period.until)

    def in_force(self, day: str) -> bool:
        """In force on a day: by its dates; a state that ends an article and has no end of its own is no version in force."""
        return self.period.covers(day) and not (self.state in ENDED and not self.period.until)

    @property
    def version(self) -> Version:
        return Version(STATES.get(self.state, self.state.lower()), self.period.since, self.period.until, self.id)

    @property
    def said(self) -> str:
        """The version as notes name it: ``LEGIARTI…, modifié, 2004-01-01/2019-07-27``."""
        dates = f"{self.period.since or '…'}/{self.period.until or '…'}"
        return ", ".join(part for part in (self.id, self.version.state, dates) if part)
