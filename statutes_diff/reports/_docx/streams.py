"""Two texts with their edits as one stream of runs, cut into lines: what Word calls a paragraph with its mark.

A new line of both texts ends a paragraph of both; one of the old text alone is a mark that is struck (two alinéas became one),
one of the new text alone a mark that came (one became two).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from statutes_diff.model import Channel, Edit

Kind: TypeAlias = Literal["equal", "deleted", "inserted", "left", "came"]
"""What became of words: ``left`` and ``came`` are the two ends of a move."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; the channel of the edit that they belong to."""

    kind: Kind
    text: str
    channel: Channel = "substantive"


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of a paragraph and what became of its mark; ``whole``: the paragraph came or went as one."""

    runs: tuple[Run, ...]
    mark: Kind = "equal"
    channel: Channel = "substantive"
    whole: bool = False


def both(old: str, new: str, edits: Sequence[Edit]) -> Iterator[Run]:
    """The two texts as one stream: what is not deleted is the new text, what is not inserted the old one."""
    at = 0
    for edit in edits:
        yield Run("equal", new[at : edit.new[0]])
        yield Run("deleted", old[slice(*edit.old)], edit.channel)
        yield Run("inserted", new[slice(*edit.new)], edit.channel)
        at = edit.new[1]
    yield Run("equal", new[at:])


def one_end(text: str, spans: Iterable[tuple[int, int, Channel]], kept: Kind, changed: Kind) -> Iterator[Run]:
    """One side of a move: the words that both sides have are ``kept``, those in a span are this side's alone."""
    at = 0
    for start, end, channel in spans:
        yield Run(kept, text[at:start])
        yield Run(changed, text[start:end], channel)
        at = end
    yield Run(kept, text[at:])


def lines(runs: Iterable[Run], *, whole: Kind | None = None) -> Iterator[Line]:
    """The stream cut at its new lines; ``whole``: every mark, the last one too, is of this kind."""
    current: list[Run] = []
    for run in runs:
        head, *tail = run.text.split("\n")
        current += [Run(run.kind, head, run.channel)] if head else []
        for part in tail:
            yield Line(tuple(current), whole or run.kind, run.channel, whole is not None)
            current = [Run(run.kind, part, run.channel)] if part else []
    yield Line(tuple(current), whole or "equal", whole=whole is not None)
