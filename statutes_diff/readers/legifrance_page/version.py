"""The line in which a page says which version of an article it shows: ``Version en vigueur du 1 mars 2016 au 1 juillet 2020``."""

from __future__ import annotations

import re

from statutes_diff.language.dates import DATE, iso_date
from statutes_diff.language.typography import unaccented
from statutes_diff.model import Version

_DAY = r"(?:\d{1,2}(?:er)?[ \u00a0][^\W\d]{3,9}[ \u00a0]\d{4}|\d{2}/\d{2}/\d{4})"
_LINE = re.compile(
    r"(?i)\s*Version[ \u00a0](?P<state>[^\d:;.,]{2,40}?)[ \u00a0]+"
    rf"(?:depuis[ \u00a0]le|à[ \u00a0]compter[ \u00a0]du|du|le)[ \u00a0]+(?P<since>{_DAY})"
    rf"(?:[ \u00a0]+(?:au|jusqu['’]au)[ \u00a0]+(?P<until>{_DAY}))?\s*[.;]?\s*$"
)
_STATE = re.compile(
    r"[\s\u00a0]*\((?P<state>(?:abrog|p[ée]rim|transf|disjoint|annul|diff[ée]r|vigueur|d[ée]plac)[^()]{0,60})\)[\s\u00a0]*$",
    re.IGNORECASE,
)


def printed_version(words: str) -> Version | None:
    """The version that a line names; None for any other line. ``until`` is exclusive, as the base's own dates are."""
    found = _LINE.match(words) if len(words) < 200 else None
    if not found:
        return None
    state = found["state"].strip().lower()
    if unaccented(state).endswith("ee"):  # "Version abrogée": the article is "abrogé"
        state = state[:-1]
    return Version(state, _day(found["since"]), _day(found["until"] or ""))


def _day(words: str) -> str:
    numbers = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", words)
    if numbers:
        return f"{numbers[3]}-{numbers[2]}-{numbers[1]}"
    return iso_date(words) if DATE.search(words) else ""


def split_state(words: str) -> tuple[str, str]:
    """A number and the state printed after it: ``L111-3 (abrogé)`` → ``L111-3``, ``abrogé``."""
    found = _STATE.search(words[-100:])
    if not found:
        return words.strip(" .:\u00a0"), ""
    return words[: len(words) - len(found.group())].strip(" .:\u00a0"), found["state"].lower()
