"""What is said about a comparison: findings, the ledger of renvois, the whole account, and the concordance."""

from typing import Literal, NamedTuple, TypeAlias

from statutes_diff.model.messages import Message
from statutes_diff.model.pairs import ArticleStatus, Channel, Comparison, How, RunnerUp
from statutes_diff.model.renvois import Locus, Target
from statutes_diff.model.sweeps import Sweep
from statutes_diff.model.texts import Place

ReferenceStatus: TypeAlias = Literal["kept", "added", "removed", "renumbered", "retargeted", "stale", "dangling", "unresolved"]
Side: TypeAlias = Literal["old", "new"]
Relation: TypeAlias = Literal["1:1", "1:N", "N:1", "N:M", "1:0", "0:1"]
RowStatus: TypeAlias = ArticleStatus | Literal["part"]


class Finding(NamedTuple):
    """One typed, pinpointed statement about a change. ``old`` and ``new`` are verbatim words, None when there are none.

    The message's values are also the finding's data, so that a report can set them in a table.
    """

    rule: str
    channel: Channel
    message: Message
    old: str | None = None
    new: str | None = None
    where_old: tuple[Locus, ...] = ()
    where_new: tuple[Locus, ...] = ()


class Mention(NamedTuple):
    """A reference at its place: one side of a row of the ledger, with one of its targets."""

    locus: Locus
    target: Target
    text: str
    start: int
    end: int


class LedgerRow(NamedTuple):
    """What became of one renvoi from one version to the other; ``evidence`` says why the status was given.

    ``old_text`` and ``new_text``: the first words of what it led to and leads to, where it did not simply stay, come or go.
    """

    status: ReferenceStatus
    old: Mention | None
    new: Mention | None
    evidence: Message | None = None
    old_text: str = ""
    new_text: str = ""


class Inbound(NamedTuple):
    """Where the new version names an article that changed, outside the article itself. ``number`` is the one that the words name,
    ``now`` the number that the article bears in the new version (None: it is removed)."""

    number: str
    status: ArticleStatus
    now: str | None
    cited: tuple[Locus, ...]


class Account(NamedTuple):
    """The whole result of a comparison, verified: what the reports print. ``inbound`` is None when it was not asked for;
    ``sweeps`` are the substitutions made at many places, the most frequent first."""

    comparison: Comparison
    findings: tuple[Finding, ...] = ()
    references: tuple[LedgerRow, ...] = ()
    inbound: tuple[Inbound, ...] | None = None
    sweeps: tuple[Sweep, ...] = ()


class ConcordanceRow(NamedTuple):
    """One line of the table old number → new number: an article with one of its successors, or an article that has none.

    ``relation`` counts, seen from this row: 1:N when the old article has several successors, N:1 when the new one has several
    origins, N:M for both, 1:0 and 0:1 where a side is wanting. A row of status ``part`` is a share of an article: its alinéas by
    their numbers (from 1) in each. ``channels`` are the kinds of change in the text, empty when it is equal. ``reassigned``
    names the sides whose number bears, in the other version, a text that is not related.
    """

    old: Place | None
    new: Place | None
    how: How
    score: float
    relation: Relation
    status: RowStatus
    channels: tuple[Channel, ...] = ()
    old_alineas: tuple[int, ...] = ()
    new_alineas: tuple[int, ...] = ()
    runner_up: RunnerUp | None = None
    reassigned: tuple[Side, ...] = ()


class Concordance(NamedTuple):
    """Old numbers and their new ones, in the order of one side: every article of both versions stands in a row at least."""

    comparison: Comparison
    rows: tuple[ConcordanceRow, ...]
    by: Side = "old"
