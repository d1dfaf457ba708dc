"""The first page of an account, before any format: what was compared, how many of what, what matters first, and what it is not.

For whoever reads nothing else: each line is a label and what it says; a line without a label goes on with the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.messages import _, msg, translated
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import first as _first
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import WORDS
from statutes_diff.reports._views.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View


class Said(NamedTuple):
    """A line of the first page: what it is about, and what it says.

    ``kind`` is how it may look: ``title``, ``fact``, ``note``, ``first``, ``example`` or ``honest``.
    """

    label: str
    words: str
    kind: str = "fact"


def page(account: Account, view: View) -> Iterator[Said]:
    """The whole page, in the order of every report."""
    yield from versions(account, view)
    yield from figures(account, view)
    yield from matters(account, view)
    yield from honest(account, view)


def versions(account: Account, view: View) -> Iterator[Said]:
    """The two versions: title, source, format, encoding, number of articles, and what was repaired in them."""
    for side in _account.sides(account.comparison, view):
        yield Said(side.name, side.title, "title")
        yield Said("", " · ".join(side.facts))
        yield from (Said("", note, "note") for note in side.notes)


def figures(account: Account, view: View) -> Iterator[Said]:
    """The result, what a filter leaves out, the changes by kind, the renvois by what became of them."""
    whole = summary(account)
    yield from (Said(label, words) for label, words in _overall.head(account, view))
    if kinds := _first.kinds(whole):
        yield Said(_("Changes by kind"), kinds)
    if renvois := _renvois(whole.references):
        yield Said(_("Cross-references"), renvois)


def _renvois(counts: Mapping[str, int]) -> str:
    """What stayed comes last, though it is the most."""
    changed = [(status, n) for status, n in counts.items() if n and status != "kept"]
    kept = [("kept", n)] if (n := counts.get("kept", 0)) else []
    return ", ".join([f"{_(WORDS[status])} {n}" for status, n in [*changed, *kept]])


def matters(account: Account, view: View) -> Iterator[Said]:
    """The kinds of change that matter most, each with its first examples; the others in one line."""
    shown, home = selected(account, view), home_of(account)
    whole = summary(shown)
    for place, headline in enumerate(_first.first(shown, whole, home, always=True), start=1):
        label = _("What matters first") if place == 1 else ""
        yield Said(label, f"{place}. {headline.title} — {headline.why}", "first")
        yield from (Said("", example, "example") for example in headline.examples)
        if headline.more:
            yield Said("", _first.more(headline.more), "example")
    if others := _first.others(whole, always=True):
        yield Said(_("Also"), others)


def honest(account: Account, view: View) -> Iterator[Said]:
    """What is not shown, what was not compared, and the proof."""
    for sentence in (*_overall.left_out(account, view), _overall.verified(account)):
        if sentence:
            yield Said("", sentence, "honest")


def announced(said: Said) -> str:
    """The label as it stands before its words; empty where there is none."""
    return translated(msg("{label}: ", label=said.label)) if said.label else ""
