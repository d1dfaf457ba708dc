"""What kinds of change there are, how much each weighs, and how it is said: the table of weights with its words."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.tables import table
from statutes_diff.messages import N_, msg, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from statutes_diff.model import Finding, Message


class Matter(NamedTuple):
    """A row of the table. ``name`` and ``value``: what the message of a finding must hold, both empty when anything may;
    ``by``: the value that ranks its findings, empty for the order of the text."""

    key: str
    weight: int
    of: str
    what: str
    name: str = ""
    value: str = ""
    by: str = ""

    def holds(self, finding: Finding) -> bool:
        """True when a finding of its rule belongs to it."""
        return not self.name or any(name == self.name and str(value) == self.value for name, value in finding.message.values)

    def ranked(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Its findings in their order."""
        if not self.by:
            return tuple(findings)
        return tuple(sorted(findings, key=lambda finding: -int(dict(finding.message.values).get(self.by, 0))))


@functools.cache
def matters() -> tuple[Matter, ...]:
    """The table, in its own order."""
    return tuple(_matter(row) for row in table(__file__, "weights.toml")["matter"])


def _matter(row: dict[str, str | int]) -> Matter:
    (of,) = (kind for kind in ("finding", "reference", "article") if kind in row)
    name, _, value = str(row.get("value", "")).partition("=")
    return Matter(str(row["name"]), int(row["weight"]), of, str(row[of]), name, value, str(row.get("by", "")))


def said(matter: str, n: int) -> Message:
    """How many there are of a matter."""
    return _SAID[matter](n)


def why(matter: str) -> Message:
    """Why a matter weighs what it does."""
    return msg(_WHY[matter])


_SAID: dict[str, Callable[[int], Message]] = {
    "penalties": lambda n: plural("{n} change of a penalty", "{n} changes of penalties", n),
    "force": lambda n: plural("{n} change of a word of force", "{n} changes of words of force", n),
    "amounts": lambda n: plural("{n} change of an amount", "{n} changes of amounts", n),
    "conversions": lambda n: plural("francs that became euros", "francs that became euros ({n} findings)", n),
    "durations": lambda n: plural("{n} change of a length of time", "{n} changes of lengths of time", n),
    "sweeps": lambda n: plural("{n} substitution made at many places", "{n} substitutions made at many places", n),
    "rates": lambda n: plural("{n} change of a rate", "{n} changes of rates", n),
    "removed": lambda n: plural("{n} article removed", "{n} articles removed", n),
    "stale": lambda n: plural(
        "{n} cross-reference to a number that was reassigned", "{n} cross-references to numbers that were reassigned", n
    ),
    "dangling": lambda n: plural("{n} cross-reference whose target is gone", "{n} cross-references whose target is gone", n),
    "bodies-gone": lambda n: plural(
        "{n} body that is named no more where it was", "{n} bodies that are named no more where they were", n
    ),
    "retargeted": lambda n: plural("{n} cross-reference that leads elsewhere", "{n} cross-references that lead elsewhere", n),
    "in-force": lambda n: plural("{n} change of what is bound in time", "{n} changes of what is bound in time", n),
    "counts": lambda n: plural("{n} change of a count, threshold or age", "{n} changes of counts, thresholds or ages", n),
    "definitions": lambda n: plural("{n} change of a definition", "{n} changes of definitions", n),
    "scope": lambda n: plural("{n} change of a word of scope", "{n} changes of words of scope", n),
    "dates": lambda n: plural("{n} change of a date", "{n} changes of dates", n),
    "inserted": lambda n: plural("{n} article inserted", "{n} articles inserted", n),
    "states": lambda n: plural("{n} article of another state", "{n} articles of another state", n),
    "bodies": lambda n: plural("{n} body named more or less often", "{n} bodies named more or less often", n),
    "expressions": lambda n: plural("{n} expression that came or left", "{n} expressions that came or left", n),
    "nota": lambda n: plural("{n} change of a NOTA", "{n} changes of NOTA", n),
    "headings": lambda n: plural("{n} change of a heading or division", "{n} changes of headings or divisions", n),
    "history": lambda n: plural("{n} article whose history grew", "{n} articles whose history grew", n),
}

_WHY = {
    "penalties": N_("what an offence costs"),
    "force": N_("one small word makes a duty of a choice"),
    "amounts": N_("what is owed, paid or capped"),
    "conversions": N_("another currency, the same sums"),
    "durations": N_("a deadline missed is a right lost"),
    "sweeps": N_("many changes are one, and some places may be left"),
    "rates": N_("what is owed depends on it"),
    "removed": N_("they have no counterpart in the new version"),
    "stale": N_("the number still leads somewhere, to another text"),
    "dangling": N_("the words lead nowhere"),
    "bodies-gone": N_("who decides, pays or is consulted"),
    "retargeted": N_("read them with what they point to now"),
    "in-force": N_("from when, or until when"),
    "counts": N_("who is covered, from which size"),
    "definitions": N_("they reach every provision that uses the term"),
    "scope": N_("the rule stays and its reach is another"),
    "dates": N_("which periods count, when something is due"),
    "inserted": N_("new text"),
    "states": N_("the source says whether the text applies"),
    "bodies": N_("who decides, pays or is consulted"),
    "expressions": N_("a notion came or left"),
    "nota": N_("often when and to whom an article applies"),
    "headings": N_("a heading places a provision"),
    "history": N_("which acts changed it"),
}
