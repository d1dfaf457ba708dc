"""The ledger of cross-references as rows: what changed first, what stayed in one line.

Targets that one run of words names ("deuxième et troisième alinéas de l'article L. 162-15") stand in one row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea
from statutes_diff.messages import _, msg, translated
from statutes_diff.references.vocabulary import canonical
from statutes_diff.reports._places import old_place, targets, where
from statutes_diff.reports._status import WORDS

if TYPE_CHECKING:
    from statutes_diff.model import Account, LedgerRow, Mention

# What a reader must act on comes first.
_ORDER = ("dangling", "stale", "retargeted", "renumbered", "added", "removed", "unresolved", "kept")


@dataclass(frozen=True, slots=True)
class Renvoi:
    """One row: what became of the renvoi, what it points to (before → after when that changed), where it stands, why."""

    status: str
    target: str
    where: str
    evidence: str = ""


def changed_renvois(account: Account, home: str | None) -> list[Renvoi]:
    """Every renvoi that did not simply stay."""
    ledger = _plainly(account)
    rows = sorted((row for row in ledger if row.status != "kept"), key=lambda row: _ORDER.index(row.status))
    return [_row(list(group), home) for _place, group in groupby(rows, key=_place_of)]


def _plainly(account: Account) -> list[LedgerRow]:
    """The ledger without the name of the code that is being compared: a lawyer writes "L. 162-5", not its code each time."""
    titles = {canonical(title) for title in (account.comparison.old.title, account.comparison.new.title) if title}
    texts = {side.target.text for row in account.references for side in (row.old, row.new) if side and side.target.text}
    own = {text for text in texts if canonical(text) in titles}

    def plain(mention: Mention | None) -> Mention | None:
        if mention is None or mention.target.text not in own:
            return mention
        return replace(mention, target=replace(mention.target, text=None))

    return [replace(row, old=plain(row.old), new=plain(row.new)) for row in account.references]


def _place_of(row: LedgerRow) -> tuple[object, ...]:
    """Rows with the same key come from the same words."""
    sides = [(m.locus, m.start, m.end) if m else None for m in (row.old, row.new)]
    return (row.status, row.evidence, *sides)


def _row(rows: list[LedgerRow], home: str | None) -> Renvoi:
    old = [row.old for row in rows if row.old]
    new = [row.new for row in rows if row.new]
    evidence = rows[0].evidence
    return Renvoi(
        _(WORDS[rows[0].status]), _targets_of(old, new, home), _where(old, new, home), translated(evidence) if evidence else ""
    )


def _targets_of(old: list[Mention], new: list[Mention], home: str | None) -> str:
    before, after = _pointed(old, home), _pointed(new, home)
    return after or before if not before or not after or before == after else f"{before} → {after}"


def _pointed(mentions: list[Mention], home: str | None) -> str:
    """The targets of one run of words; those inside the article itself need no number."""
    if not mentions:
        return ""
    standing = mentions[0].locus.article
    return targets([mention.target for mention in mentions], standing if home in (None, standing) else home)


def _where(old: list[Mention], new: list[Mention], home: str | None) -> str:
    """Where the words stand: today's place, or the old one, which is said to be old."""
    if new:
        return where([mention.locus for mention in new[:1]], home)
    return old_place(where([mention.locus for mention in old[:1]], home))


def kept_renvois(account: Account) -> tuple[int, str]:
    """How many renvois stayed, and their targets, each once, in the order of the text; a text's name once for its targets."""
    rows = [row for row in _plainly(account) if row.status == "kept"]
    mentions = [mention for row in rows if (mention := row.new or row.old)]
    named = dict.fromkeys((mention.target.text, _kept_words(mention)) for mention in mentions)
    groups = groupby(named, key=lambda pair: pair[0])
    return len(rows), ", ".join([_in_text(text, [words for _text, words in group]) for text, group in groups])


def _kept_words(mention: Mention) -> str:
    """The target without its text's name; one inside its own article says nothing without the place that cites it."""
    standing, target = mention.locus.article, mention.target
    if target.text is None and target.article == standing:
        place = cite_alinea(mention.locus)
        return translated(msg("{target} (cited in {place})", target=targets([target], standing), place=place))
    return targets([replace(target, text=None)], None)


def _in_text(text: str | None, found: list[str]) -> str:
    words = ", ".join([word for word in found if word])
    return words if text is None else f"{words} ({text})" if words else text
