"""The ledger of cross-references as rows: what changed first, what stayed in one line.

Targets that one run of words names ("deuxième et troisième alinéas de l'article L. 162-15") stand in one row.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.language.citation import cite, cite_alinea
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.model import Target
from statutes_diff.references.vocabulary import canonical
from statutes_diff.reports._views.places import joined, old_place, spoken, targets, where
from statutes_diff.reports._views.status import WORDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from statutes_diff.model import Account, LedgerRow, Locus, Mention, ReferenceStatus

_Place: TypeAlias = "tuple[str, Locus, int, int]"

# What a reader must act on comes first.
_ORDER: tuple[ReferenceStatus, ...] = (
    "dangling", "stale", "retargeted", "renumbered", "added", "removed", "unresolved", "kept",
)  # fmt: skip
_CHANGED = _ORDER[:-1]


@dataclass(frozen=True, slots=True)
class Renvoi:
    """One row: what became of the renvoi, what it points to (before → after when that changed), where it stands, why; and the
    rows of the ledger that it is made of."""

    status: str
    target: str
    where: str
    evidence: str = ""
    rows: tuple[LedgerRow, ...] = field(default=(), compare=False, repr=False)


def changed_renvois(account: Account, home: str | None, statuses: Container[ReferenceStatus] = _CHANGED) -> list[Renvoi]:
    """Every renvoi that did not simply stay, or those of some statuses."""
    ledger = plainly(account)
    sizes = _sizes(ledger)
    rows = sorted((row for row in ledger if row.status in statuses), key=lambda row: _ORDER.index(row.status))
    return [_row(list(group), home, sizes) for _words, group in groupby(rows, key=_words_of)]


def kept_renvois(account: Account, home: str | None, *, full: bool = False) -> tuple[int, str]:
    """How many renvois stayed, each target counted as in the figures, and what they point to in the order of the text: what
    several point to once, with their number.

    Of very many the first are named and the others counted, unless ``full``.
    """
    ledger = plainly(account)
    sizes = _sizes(ledger)
    rows = [row for row in ledger if row.status == "kept"]
    found = Counter(
        _kept(list(group), home, sizes) for _words, group in groupby(rows, key=lambda row: (_words_of(row), _text(row)))
    )
    entries = list(_listed(found))
    return len(rows), joined([words for words, _times in entries], [times for _words, times in entries], full=full)


def plainly(account: Account) -> list[LedgerRow]:
    """The ledger without the name of the code that is being compared: a lawyer writes "L. 162-5", not its code each time."""
    titles = {canonical(title) for title in (account.comparison.old.title, account.comparison.new.title) if title}
    texts = {side.target.text for row in account.references for side in (row.old, row.new) if side and side.target.text}
    own = {text for text in texts if canonical(text) in titles}

    def plain(mention: Mention | None) -> Mention | None:
        if mention is None or mention.target.text not in own or _has_no_part(mention.target):
            return mention
        return mention._replace(target=mention.target._replace(text=None))

    def plainer(row: LedgerRow) -> LedgerRow:
        old, new = plain(row.old), plain(row.new)
        return row if old is row.old and new is row.new else row._replace(old=old, new=new)

    return [plainer(row) for row in account.references]


def _has_no_part(target: Target) -> bool:
    """True when the words name a text and nothing inside it."""
    return target._replace(text=None, implied=False) == Target()


def _words_of(row: LedgerRow) -> tuple[object, ...]:
    """Rows with the same key come from the same words."""
    return (row.status, row.evidence, *(_place(mention) for mention in (row.old, row.new)))


def _text(row: LedgerRow) -> str | None:
    mention = row.new or row.old
    return mention.target.text if mention else None


def _place(mention: Mention | None, side: str = "") -> _Place | None:
    return (side, mention.locus, mention.start, mention.end) if mention else None


def _sizes(ledger: Iterable[LedgerRow]) -> Counter[_Place | None]:
    """How many targets the words at each place have, whatever became of them."""
    return Counter(_place(mention, side) for row in ledger for side, mention in (("old", row.old), ("new", row.new)) if mention)


def _row(rows: list[LedgerRow], home: str | None, sizes: Mapping[_Place | None, int]) -> Renvoi:
    old = [row.old for row in rows if row.old]
    new = [row.new for row in rows if row.new]
    before = _pointed(old, home, whole=len(old) == sizes[_place(old[0], "old")]) if old else ""
    after = _pointed(new, home, whole=len(new) == sizes[_place(new[0], "new")]) if new else ""
    target = after or before if not before or not after or before == after else f"{before} → {after}"
    return Renvoi(_(WORDS[rows[0].status]), target, _where(old, new, home), evidence(rows[0]), tuple(rows))


def evidence(row: LedgerRow) -> str:
    """Why a row says what it says."""
    return spoken(translated(row.evidence)) if row.evidence else ""


def _pointed(mentions: Sequence[Mention], home: str | None, *, whole: bool) -> str:
    """The targets of one run of words; those inside the article itself need no number.

    Of words that lead to nothing at hand ("l'article précédent" in the first one) nothing else can be said.
    """
    if all(_has_no_part(mention.target) and mention.target.text is None for mention in mentions):
        return " ".join(mentions[0].text.split())
    standing = mentions[0].locus.article
    found = [mention.target for mention in mentions]
    return targets(found, standing if home in (None, standing) else home, whole=whole)


def _where(old: list[Mention], new: list[Mention], home: str | None) -> str:
    """Where the words stand: today's place, or the old one, which is said to be old."""
    if new:
        return where([mention.locus for mention in new[:1]], home)
    return old_place(where([mention.locus for mention in old[:1]], home))


class _Kept(NamedTuple):
    """A renvoi that stayed: its target without its text's name, that name, and where it stands when it must be said."""

    words: str
    text: str = ""
    cited: str = ""

    def told(self, times: int) -> str:
        """The whole entry: ``L. 1 (code du travail, 2 times)``."""
        often = translated(plural("{n} time", "{n} times", times)) if times > 1 else ""
        inside = ", ".join([word for word in (self.text, self.cited, often) if word])
        return f"{self.words} ({inside})" if inside else self.words


def _kept(rows: list[LedgerRow], home: str | None, sizes: Mapping[_Place | None, int]) -> _Kept:
    """One run of words that stayed; one that points into its own article says nothing without the place that cites it."""
    mentions = [mention for row in rows if (mention := row.new or row.old)]
    first, found = mentions[0], [mention.target._replace(text=None) for mention in mentions]
    whole = len(mentions) == sizes[_place(first, "new" if rows[0].new else "old")]
    text, standing = first.target.text or "", first.locus.article
    if not text and first.target.article == standing:
        place = cite(first.locus) if home is None else cite_alinea(first.locus)
        return _Kept(targets(found, standing, whole=whole), cited=translated(msg("cited in {place}", place=place)))
    if _has_no_part(first.target):
        return _Kept(text or " ".join(first.text.split()))
    return _Kept(targets(found, None, whole=whole), text)


def _listed(found: Mapping[_Kept, int]) -> Iterator[tuple[str, int]]:
    """The entries, each with how many renvois it stands for.

    Neighbours in one text name it once, ``L. 1, L. 2 (code du travail)``, where nothing else need be said.
    """
    for text, group in groupby(found.items(), key=lambda item: item[0].text):
        items = list(group)
        if text and all(times == 1 and "," not in kept.words for kept, times in items):
            yield _Kept(", ".join([kept.words for kept, _times in items]), text).told(1), len(items)
        else:
            yield from ((kept.told(times), times) for kept, times in items)
