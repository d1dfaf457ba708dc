"""What became of groups of words that a reader finds in texts: each old one with the new one in its place, or alone.

One that no edit touched is left out, and so is one that only changed its place in the article.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from statutes_diff.model import Finding
from statutes_diff.rules._aligned import met, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from statutes_diff.model import Locus, Message
    from statutes_diff.rules._aligned import Pair, Standing
    from statutes_diff.rules._changed import Side


class Read(Protocol):
    """Words of a text with what they are compared by."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def key(self) -> str: ...


R = TypeVar("R", bound=Read)
Exchange: TypeAlias = "tuple[Mention[R] | None, Mention[R] | None]"


class Mention(NamedTuple, Generic[R]):
    """Words that were read, and the side that they stand on."""

    read: R
    side: Side

    @property
    def words(self) -> str:
        """The words on one line, cut where they are long."""
        return shortened(self.verbatim)

    @property
    def verbatim(self) -> str:
        """The words as they stand."""
        return self.side.text[self.read.start : self.read.end]

    @property
    def locus(self) -> Locus:
        """Where the words begin."""
        return self.side.locus(self.read.start)


def exchanges(article: Standing, read: Callable[[str], Sequence[R]]) -> Iterator[Exchange[R]]:
    """Every old mention with the new one in its place, then those that went and those that came alone.

    Two that went and came alone in the same alinéas stand in each other's place.
    """
    gone: list[Mention[R]] = []
    come: list[Mention[R]] = []
    for pair in article.pairs:
        for old, new in _paired(list(_in(pair, read))):
            if old and new:
                yield old, new
            elif old:
                gone.append(old)
            elif new:
                come.append(new)
    for before, after in article.alone:
        gone += [Mention(words, before) for words in read(before.text)] if before else []
        come += [Mention(words, after) for words in read(after.text)] if after else []
    gone, come = ([mention for mention in alone if not _held(mention, article)] for alone in (gone, come))
    if not (gone and come):
        yield from ((mention, None) for mention in gone)
        yield from ((None, mention) for mention in come)
        return
    both = Counter(mention.read.key for mention in gone) & Counter(mention.read.key for mention in come)
    yield from ((mention, None) for mention in _without(gone, both))
    yield from ((None, mention) for mention in _without(come, both))


def _held(mention: Mention[R], article: Standing) -> bool:
    """A passage carried the words to another article, or from one."""
    return article.carried.holds(mention.side, mention.read.start, mention.read.end)


def _paired(found: list[Exchange[R]]) -> list[Exchange[R]]:
    """The exchanges of one pair of alinéas, the only old and the only new mention without a partner together."""
    if len(found) < 2:
        return found
    alone = [pair for pair in found if None in pair]
    if len(alone) != 2 or not (any(old for old, _ in alone) and any(new for _, new in alone)):
        return found
    both = (alone[0][0] or alone[1][0], alone[0][1] or alone[1][1])
    return [pair for pair in found if None not in pair] + [both]


def _without(mentions: list[Mention[R]], both: Counter[str]) -> Iterator[Mention[R]]:
    spare = Counter(both)
    for mention in mentions:
        if spare[mention.read.key]:
            spare[mention.read.key] -= 1
        else:
            yield mention


def _in(pair: Pair, read: Callable[[str], Sequence[R]]) -> Iterator[Exchange[R]]:
    """Mentions that edits touched: two alone across from each other are one that changed."""
    if all(edit.channel == "editorial" for edit in pair.edits):
        return
    olds, news = read(pair.old_text), read(pair.new_text)
    if not olds and not news:
        return
    if pair.rewritten:
        yield from ((Mention(words, pair.old.here), None) for words in olds)
        yield from ((None, Mention(words, pair.new.here)) for words in news)
        return
    origins = dict(met(pair.new, news, olds))
    for words, across in met(pair.old, olds, news):
        if len(across) == 1 and origins.get(across[0]) == [words]:
            del origins[across[0]]
            yield Mention(words, pair.old.here), Mention(across[0], pair.new.here)
        else:
            yield Mention(words, pair.old.here), None
    for words in origins:
        yield None, Mention(words, pair.new.here)


def told(rule: str, message: Message, old: Mention[R] | None, new: Mention[R] | None) -> Finding:
    """What became of a mention as a finding, with its words and places."""
    return Finding(
        rule,
        "substantive",
        message,
        old.verbatim if old else None,
        new.verbatim if new else None,
        (old.locus,) if old else (),
        (new.locus,) if new else (),
    )
