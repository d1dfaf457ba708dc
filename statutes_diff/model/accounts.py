"""What is said about a comparison: findings, the ledger of renvois, and the whole account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from statutes_diff.model.messages import Message
from statutes_diff.model.pairs import Channel, Comparison
from statutes_diff.model.renvois import Locus, Target

ReferenceStatus: TypeAlias = Literal["kept", "added", "removed", "renumbered", "retargeted", "stale", "dangling", "unresolved"]


@dataclass(frozen=True, slots=True)
class Finding:
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


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference at its place: one side of a row of the ledger, with one of its targets."""

    locus: Locus
    target: Target
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What became of one renvoi from one version to the other; ``evidence`` says why the status was given."""

    status: ReferenceStatus
    old: Mention | None
    new: Mention | None
    evidence: Message | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The whole result of a comparison, verified: what the reports print."""

    comparison: Comparison
    findings: tuple[Finding, ...] = ()
    references: tuple[LedgerRow, ...] = ()
