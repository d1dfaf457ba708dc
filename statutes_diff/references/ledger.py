"""What became of each renvoi from one version to the other: a row for every target, with the reason.

In an article whose text changed the renvois of both sides are matched by where they lead, not by their words: first those of
alinéas that belong together, then elsewhere in the article. "Présent article" and "précédent alinéa" lead to the same place
when the article and the alinéa they mean are paired, whatever their numbers became.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg
from statutes_diff.model import ArticlePair, Comparison, LedgerRow, Mention, Message, Place, ReferenceStatus
from statutes_diff.references.naming import text_named
from statutes_diff.references.outline import Outline, division_key, outline
from statutes_diff.references.resolution import located_in
from statutes_diff.references.vocabulary import canonical

Key = Callable[["Entry"], Hashable]
Position = tuple[int, int, int, int]

_BEHIND = 1 << 62  # behind every offset of an alinéa


@dataclass(frozen=True, slots=True)
class Entry:
    """One target of one renvoi on one side; ``turn`` counts the entries of its article.

    ``own``: the target is in the statute itself; ``inside``: even in the article that the words stand in.
    """

    turn: int
    mention: Mention
    own: bool
    inside: bool

    @property
    def alinea(self) -> int:
        """The alinéa that it stands in."""
        return self.mention.locus.alinea


@dataclass(frozen=True, slots=True)
class Versions:
    """Both statutes as renvois see them, and what became of each article."""

    old: Outline
    new: Outline
    title: str
    now: dict[str, str]
    gone: frozenset[str]


def ledger(comparison: Comparison) -> tuple[LedgerRow, ...]:
    """The rows of every article whose text changed, in the order of the new text, removed ones at their old place."""
    versions = _versions(comparison)
    return tuple(row for pair in comparison.articles if _changed(pair) for row in _rows(versions, pair))


def _versions(comparison: Comparison) -> Versions:
    now = {
        pair.old.article.number: pair.new.article.number
        for pair in comparison.articles
        if pair.old and pair.new and pair.old.article.number != pair.new.article.number
    }
    gone = frozenset(pair.old.article.number for pair in comparison.articles if pair.old and pair.status == "removed")
    title = comparison.new.title or comparison.old.title
    return Versions(outline(comparison.old), outline(comparison.new), title, now, gone)


def _changed(pair: ArticlePair) -> bool:
    if pair.status in ("unchanged", "not-covered"):
        return False
    return pair.old is None or pair.new is None or pair.old.article.text != pair.new.article.text


def _rows(versions: Versions, pair: ArticlePair) -> Iterator[LedgerRow]:
    olds = list(_entries(versions.old, versions.title, pair.old))
    news = list(_entries(versions.new, versions.title, pair.new))
    alineas = _alineas(pair)
    couples = _couples(olds, news, alineas, versions)
    placed = [(_place(news[n]), _both(versions, alineas, olds[o], news[n])) for o, n in couples.items()]
    taken = set(couples.values())
    placed += [(_place(entry), _new(versions, pair, entry)) for entry in news if entry.turn not in taken]
    placed += [(place, _gone(pair, entry)) for place, entry in _removed(olds, news, couples, alineas)]
    yield from (row for _, row in sorted(placed, key=lambda found: found[0]))


def _entries(whole: Outline, title: str, place: Place | None) -> Iterator[Entry]:
    if place is None:
        return
    turn = 0
    for found in located_in(whole, place):
        for target in found.reference.targets:
            alinea = place.article.alineas[found.locus.alinea - 1]
            inside = target.text is None and target.article == place.article.number
            named = replace(target, text=text_named(alinea, found, target, title))
            mention = Mention(found.locus, named, found.reference.text, found.reference.start, found.reference.end)
            yield Entry(turn, mention, target.text is None, inside)
            turn += 1


def _alineas(pair: ArticlePair) -> dict[int, tuple[int, ...]]:
    """Old alinéa → the new ones it is paired with."""
    return {old: inner.new for inner in pair.alineas for old in inner.old if inner.new}


def _couples(olds: list[Entry], news: list[Entry], alineas: dict[int, tuple[int, ...]], versions: Versions) -> dict[int, int]:
    """Old entry → new entry: the same target in paired alinéas, then elsewhere; then renumbered; then the same relative words."""
    couples: dict[int, int] = {}
    by_old, by_new = _identity(alineas, {}), _identity(None, {})
    moved = _identity(alineas, versions.now)
    for old_key, new_key in (
        (lambda e: (alineas.get(e.alinea), by_old(e)), lambda e: ((e.alinea,), by_new(e))),
        (by_old, by_new),
        (lambda e: (alineas.get(e.alinea), moved(e)), lambda e: ((e.alinea,), by_new(e))),
        (moved, by_new),
        (lambda e: (alineas.get(e.alinea), _words(e)), lambda e: ((e.alinea,), _words(e))),
    ):
        _match(olds, news, couples, old_key, new_key)
    return couples


def _match(olds: list[Entry], news: list[Entry], couples: dict[int, int], old_key: Key, new_key: Key) -> None:
    """Couple what is left on both sides by equal keys, in order."""
    taken = set(couples.values())
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for entry in news:
        if entry.turn not in taken:
            waiting[new_key(entry)].append(entry.turn)
    for entry in olds:
        if entry.turn not in couples and (queue := waiting.get(old_key(entry))):
            couples[entry.turn] = queue.popleft()


def _identity(alineas: dict[int, tuple[int, ...]] | None, now: dict[str, str]) -> Key:
    """Where an entry leads, as a key that is equal on both sides; ``alineas`` and ``now`` carry old numbers over to new ones."""

    def key(entry: Entry) -> Hashable:
        target = entry.mention.target
        alinea: Hashable = target.alinea
        if entry.inside and alineas is not None and target.alinea is not None and not target.item:
            alinea = next(iter(alineas.get(target.alinea, ())), f"old {target.alinea}")
        article = None if entry.inside else now.get(target.article or "", target.article)
        text = "" if entry.own else canonical(target.text or "")
        return text, article, alinea, target.item, target.sentence, division_key(target.division or "")

    return key


def _words(entry: Entry) -> Hashable:
    """The words of a renvoi to the article it stands in; of any other nothing, so that it is never matched by them."""
    return canonical(entry.mention.text) if entry.inside else entry


def _both(versions: Versions, alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry) -> LedgerRow:
    status, evidence = _became(versions, alineas, old, new)
    if status == "kept" and new.alinea not in alineas.get(old.alinea, ()):
        evidence = msg("now in alinéa {new}, before in alinéa {old}", new=new.alinea, old=old.alinea)
    return LedgerRow(status, old.mention, new.mention, evidence)


def _became(
    versions: Versions, alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry
) -> tuple[ReferenceStatus, Message | None]:
    before, after = old.mention.target, new.mention.target
    if old.inside and new.inside:
        same = _identity(alineas, {})(old) == _identity(None, {})(new)
        return ("kept", None) if same else ("retargeted", _now_leads(alineas, old, new))
    if before.article == after.article:
        return _lost(versions, new) or ("kept", None)
    old_number, new_number = article_printed(before.article or ""), article_printed(after.article or "")
    return "renumbered", msg("article {old} is now article {new}", old=old_number, new=new_number)


def _now_leads(alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry) -> Message:
    """Where the same words led before, and lead now."""
    before, after = old.mention.target.alinea, new.mention.target.alinea
    if before is None or after is None:
        return msg("the same words now lead elsewhere in the article")
    if before not in alineas:
        return msg("the words now lead to alinéa {new}; the alinéa they led to is removed", new=after)
    return msg(
        "the words now lead to alinéa {new}; the alinéa they led to is now alinéa {moved}", new=after, moved=alineas[before][0]
    )


def _lost(versions: Versions, entry: Entry) -> tuple[ReferenceStatus, Message] | None:
    """Dangling or stale: an article of the statute itself that is gone, or whose number holds another text."""
    number = entry.mention.target.article
    if number is None or entry.inside or not entry.own:
        return None
    there = number in versions.new.places
    if number in versions.now:
        printed, now = article_printed(number), article_printed(versions.now[number])
        if there:
            return "stale", msg("article {old} is now article {new}; its number holds another text", old=printed, new=now)
        return "dangling", msg("article {old} is now article {new}", old=printed, new=now)
    if number in versions.gone and not there:
        return "dangling", msg("article {number} is removed", number=article_printed(number))
    return None


def _new(versions: Versions, pair: ArticlePair, entry: Entry) -> LedgerRow:
    lost = _lost(versions, entry)
    if lost:
        return LedgerRow(lost[0], None, entry.mention, lost[1])
    return LedgerRow("added", None, entry.mention, _alone(pair, entry, "new"))


def _gone(pair: ArticlePair, entry: Entry) -> LedgerRow:
    return LedgerRow("removed", entry.mention, None, _alone(pair, entry, "old"))


def _alone(pair: ArticlePair, entry: Entry, side: str) -> Message | None:
    """Why a renvoi stands on one side only: its article or its alinéa does."""
    if pair.old is None:
        return msg("its article is inserted")
    if pair.new is None:
        return msg("its article is removed")
    statuses = {inner.status for inner in pair.alineas if entry.alinea in (inner.new if side == "new" else inner.old)}
    if side == "new" and statuses == {"inserted"}:
        return msg("its alinéa is inserted")
    return msg("its alinéa is removed") if side == "old" and statuses == {"removed"} else None


def _place(entry: Entry) -> Position:
    """The place of a renvoi in the new text."""
    return entry.alinea, entry.mention.start, 0, entry.turn


def _removed(
    olds: list[Entry], news: list[Entry], couples: dict[int, int], alineas: dict[int, tuple[int, ...]]
) -> Iterator[tuple[Position, Entry]]:
    """The removed renvois with their places among the new ones: behind what stood before them."""
    alinea, start, here = 0, -1, 0
    for entry in olds:
        if entry.alinea != here:
            here = entry.alinea
            alinea = next((alineas[a][0] for a in range(here, 0, -1) if a in alineas), 0)
            start = -1 if here in alineas else _BEHIND
        if entry.turn not in couples:
            yield (alinea, start, 1, entry.turn), entry
        elif news[couples[entry.turn]].alinea == alinea:
            start = max(start, news[couples[entry.turn]].mention.start)
