"""What became of each renvoi from one version to the other: a row for every target, with the reason.

In an article whose text changed the renvois of both sides are matched by where they lead, not by their words: first those of
alinéas that belong together, then elsewhere in the article. "Présent article" and "précédent alinéa" lead to the same place
when the article and the alinéa they mean are paired, whatever their numbers became; "les alinéas précédents" always do.

A renvoi that was forgotten stands in an article that nobody touched: there only those are told whose target is gone, or whose
number another article bears now.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from statutes_diff.compare.passages import apart, as_pair
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg
from statutes_diff.model import (
    ArticlePair,
    Comparison,
    LedgerRow,
    LocatedReference,
    Mention,
    Message,
    Place,
    ReferenceStatus,
    Target,
)
from statutes_diff.references.fates import Fates, digits_of, fates
from statutes_diff.references.grammar import means_every_before
from statutes_diff.references.naming import text_named
from statutes_diff.references.outline import Outline, division_key, outline
from statutes_diff.references.resolution import located_in
from statutes_diff.references.shifts import Moves, moves, shift
from statutes_diff.references.standing import excerpt
from statutes_diff.references.vocabulary import canonical

Key = Callable[["Entry"], Hashable]
Position = tuple[int, int, int, int]
Alone = Callable[[str, int], Message | None]
Held = Callable[[str, int, int], bool]  # of a side, an article by identity, the number of one of its alinéas

_BEHIND = 1 << 62  # behind every offset of an alinéa
NO_MOVES: Mapping[str, Moves] = {}


class Entry(NamedTuple):
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


class Versions(NamedTuple):
    """Both statutes as renvois see them, and what became of each article's number; ``moved``: as the number to look for;
    ``moves``: the articles in which alinéas moved; ``apart``: the alinéas of whole passages."""

    old: Outline
    new: Outline
    title: str
    fates: Fates
    moved: dict[str, str]
    moves: dict[str, Moves]
    apart: frozenset[tuple[str, int, int]]


def ledger(comparison: Comparison) -> tuple[LedgerRow, ...]:
    """The rows of every article whose text changed, in the order of the new text, removed ones at their old place; of the
    others the renvois that are dangling, stale, or lead to another alinéa."""
    title = comparison.new.title or comparison.old.title
    shifted = moves(comparison)
    became = fates(comparison, shifted)
    moved = {number: f"old {number}" for number in became.gone} | became.now
    gone = apart(comparison.passages)
    versions = Versions(outline(comparison.old), outline(comparison.new), title, became, moved, shifted, gone)
    came: dict[int, list[ArticlePair]] = {}
    for passage in comparison.passages:
        if passage.whole:
            came.setdefault(id(passage.new.article), []).append(as_pair(passage))
    return tuple(row for pair in comparison.articles for row in _told(versions, pair, came.get(_new_article(pair), ())))


def _new_article(pair: ArticlePair) -> int:
    return id(pair.new.article) if pair.new else 0


def _told(versions: Versions, pair: ArticlePair, passages: Iterable[ArticlePair]) -> Iterator[LedgerRow]:
    if pair.status == "not-covered":
        return
    for passage in passages:
        yield from _rows(versions, passage, _within(passage))
    if pair.old is None or pair.new is None or not (pair.shared or pair.old.article.text == pair.new.article.text):
        yield from _rows(versions, pair)
    elif (lost := versions.fates.named_by(pair.new.article)) and _may_be_lost(versions, pair.new):
        yield from (row for row in _rows(versions, pair) if _forgotten(row, lost))


def _may_be_lost(versions: Versions, place: Place) -> bool:
    """True when a renvoi leads to an article that is lost, or into one whose alinéas moved: of any other untouched article the
    old version need not be looked at."""
    targets = (
        target
        for found in located_in(versions.new, place, judged=False)
        for target in found.reference.targets
        if target.text is None
    )
    return any(
        target.article in versions.moved or (target.article in versions.moves and (target.alinea or target.item))
        for target in targets
        if target.article
    )


def _forgotten(row: LedgerRow, named: frozenset[str]) -> bool:
    """True for a renvoi that lost its way and that the words name themselves, not as one between the ends of a range."""
    number = row.new.target.article if row.new else None
    return row.status in ("dangling", "stale", "retargeted") and number is not None and digits_of(number) in named


def _within(passage: ArticlePair) -> Held:
    """Asks whether an entry stands in the alinéas of a passage."""
    (alineas,) = passage.alineas
    held = {("old", i) for i in alineas.old} | {("new", i) for i in alineas.new}
    return lambda side, _article, alinea: (side, alinea) in held


def _rows(versions: Versions, pair: ArticlePair, held: Held | None = None) -> Iterator[LedgerRow]:
    """The rows of a pair; ``held``: of these alinéas only, else of all that did not go to another article, or come from one."""
    stays = held or (lambda side, article, alinea: (side, article, alinea) not in versions.apart)
    olds = _entries(versions.old, versions.title, pair.old, "old", stays)
    news = _entries(versions.new, versions.title, pair.new, "new", stays)
    if not olds and not news:
        return
    alineas = {old: inner.new for inner in pair.paired() for old in inner.old if inner.new}
    parts = {new: inner.new for inner in pair.paired() for new in inner.new}
    same = bool(pair.old and pair.new) and not pair.alineas and len(olds) == len(news)
    couples = {i: i for i in range(len(olds))} if same else _couples(olds, news, alineas, parts, versions)
    placed = [(_place(news[n]), _both(versions, pair, alineas, olds[o], news[n])) for o, n in couples.items()]
    taken, alone = set(couples.values()), _alone(pair)
    placed += [(_place(entry), _new(versions, alone, entry)) for entry in news if entry.turn not in taken]
    placed += [(place, _gone(alone, entry)) for place, entry in _removed(olds, news, couples, alineas)]
    yield from (row for _, row in sorted(placed, key=lambda found: found[0]))


def _entries(whole: Outline, title: str, place: Place | None, side: str, stays: Held) -> list[Entry]:
    entries: list[Entry] = []
    for found in located_in(whole, place, judged=False) if place else ():
        if place is None or not stays(side, id(place.article), found.locus.alinea):
            continue
        alinea = place.article.alineas[found.locus.alinea - 1]
        for target in _targets(found):
            inside = target.text is None and (target.article == place.article.number or target.implied)
            named = target._replace(text=text_named(alinea, found, target, title))
            mention = Mention(found.locus, named, found.reference.text, found.reference.start, found.reference.end)
            entries.append(Entry(len(entries), mention, target.text is None, inside))
    return entries


def _targets(found: LocatedReference) -> tuple[Target, ...]:
    """The targets one by one; "les alinéas précédents" as one, in these words: they mean what stands before, however many."""
    targets, words = found.reference.targets, found.reference.text
    here = all(target.text is None and target.article == found.locus.article for target in targets)
    if here and found.reference.kind == "relative" and means_every_before(words):
        return (Target(division=" ".join(words.split()), implied=True),)
    return targets


def _couples(
    olds: list[Entry],
    news: list[Entry],
    alineas: dict[int, tuple[int, ...]],
    parts: dict[int, tuple[int, ...]],
    versions: Versions,
) -> dict[int, int]:
    """Old entry → new entry: the same article, whatever its number became, then the same number; first in paired alinéas, then
    elsewhere; then the same relative words. ``parts``: each new alinéa → all those that it shares its pair with."""
    couples: dict[int, int] = {}
    by_old, by_new = _identity(alineas, {}), _identity(None, {})
    moved = _identity(alineas, versions.moved, versions.moves)
    for old_key, new_key in (
        (lambda e: (alineas.get(e.alinea), moved(e)), lambda e: (parts[e.alinea], by_new(e))),
        (lambda e: (alineas.get(e.alinea), by_old(e)), lambda e: (parts[e.alinea], by_new(e))),
        (moved, by_new),
        (by_old, by_new),
        (lambda e: (alineas.get(e.alinea), _words(e)), lambda e: (parts[e.alinea], _words(e))),
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


def _identity(alineas: dict[int, tuple[int, ...]] | None, now: dict[str, str], moves: Mapping[str, Moves] = NO_MOVES) -> Key:
    """Where an entry leads, as a key that is equal on both sides; ``alineas``, ``now`` and ``moves`` carry old numbers over to
    new ones: of this article's alinéas, of articles, of other articles' alinéas."""

    def key(entry: Entry) -> Hashable:
        target = entry.mention.target
        alinea: Hashable = target.alinea
        if entry.inside and alineas is not None and target.alinea is not None and not target.item:
            alinea = next(iter(alineas.get(target.alinea, ())), f"old {target.alinea}")
        elif entry.own and target.alinea is not None and not target.item and (there := moves.get(target.article or "")):
            alinea = next(iter(there.alineas.get(target.alinea, ())), f"old {target.alinea}")
        article = now.get(target.article or "", target.article) if entry.own else target.article
        text = "" if entry.own else canonical(target.text or "")
        return text, None if entry.inside else article, alinea, target.item, target.sentence, division_key(target.division or "")

    return key


def _words(entry: Entry) -> Hashable:
    """The words of a renvoi to the article it stands in; of any other nothing, so that it is never matched by them."""
    return canonical(entry.mention.text) if entry.inside else entry


def _both(versions: Versions, pair: ArticlePair, alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry) -> LedgerRow:
    status, evidence = _became(versions, pair, alineas, old, new)
    if status == "kept" and new.alinea != old.alinea and new.alinea not in alineas.get(old.alinea, ()):
        evidence = msg("now in alinéa {new}, before in alinéa {old}", new=new.alinea, old=old.alinea)
    if status == "kept":
        return LedgerRow(status, old.mention, new.mention, evidence)
    return LedgerRow(status, old.mention, new.mention, evidence, _led_to(versions.old, old), _led_to(versions.new, new))


def _led_to(whole: Outline, entry: Entry) -> str:
    """The first words of what an entry means, where that is in the statute itself."""
    return excerpt(whole, entry.mention.target._replace(text=None)) if entry.own else ""


def _became(
    versions: Versions, pair: ArticlePair, alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry
) -> tuple[ReferenceStatus, Message | None]:
    before, after = old.mention.target, new.mention.target
    if old.inside and new.inside:
        same = _identity(alineas, {})(old) == _identity(None, {})(new)
        return ("kept", None) if same else _elsewhere(pair, alineas, old, new)
    if before.article == after.article:
        return _lost(versions, new) or _shifted(versions, old, new) or ("kept", None)
    old_number, new_number = article_printed(before.article or ""), article_printed(after.article or "")
    return "renumbered", msg("article {old} is now article {new}", old=old_number, new=new_number)


def _shifted(versions: Versions, old: Entry, new: Entry) -> tuple[ReferenceStatus, Message] | None:
    """A part of another article that the same words count otherwise now, because alinéas came, went or moved there."""
    found = versions.moves.get(new.mention.target.article or "") if new.own and old.own and not new.inside else None
    return shift(versions.old, versions.new, found, old.mention.target, new.mention.target) if found else None


def _elsewhere(
    pair: ArticlePair, alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry
) -> tuple[ReferenceStatus, Message | None]:
    """The same words that do not lead to the same place; an alinéa that the article never had cannot have moved."""
    before, after = old.mention.target.alinea, new.mention.target.alinea
    if _lacks(pair.old, old.mention.target):
        return "unresolved", msg("the article had no alinéa {n}", n=before or 0)
    if _lacks(pair.new, new.mention.target):
        return "dangling", msg("the article has no alinéa {n} any more", n=after or 0)
    return "retargeted", _now_leads(alineas, old, new)


def _lacks(place: Place | None, target: Target) -> bool:
    """True when the words name an alinéa by a number that the article does not reach."""
    return place is not None and target.alinea is not None and target.alinea > len(place.article.alineas)


def _now_leads(alineas: dict[int, tuple[int, ...]], old: Entry, new: Entry) -> Message:
    """Where the same words led before, and lead now."""
    before, after = old.mention.target.alinea, new.mention.target.alinea
    if before is None or after is None or old.mention.target.item or new.mention.target.item:
        return msg("the same words now lead elsewhere in the article")
    if before not in alineas:
        return msg("the words now lead to alinéa {new}; the alinéa they led to is removed", new=after)
    return msg(
        "the words now lead to alinéa {new}; the alinéa they led to is now alinéa {moved}", new=after, moved=alineas[before][0]
    )


def _lost(versions: Versions, entry: Entry) -> tuple[ReferenceStatus, Message] | None:
    """Dangling or stale: an article of the statute itself that is gone, or whose number holds another text."""
    number = entry.mention.target.article
    return None if number is None or entry.inside or not entry.own else versions.fates.lost(number)


def _new(versions: Versions, alone: Alone, entry: Entry) -> LedgerRow:
    """A renvoi that was not there before; what it names is the new version's, so that a number with another text is no matter."""
    lost = _lost(versions, entry)
    if lost and lost[0] == "dangling":
        return LedgerRow(lost[0], None, entry.mention, lost[1])
    return LedgerRow("added", None, entry.mention, alone("new", entry.alinea))


def _gone(alone: Alone, entry: Entry) -> LedgerRow:
    return LedgerRow("removed", entry.mention, None, alone("old", entry.alinea))


def _alone(pair: ArticlePair) -> Alone:
    """Why a renvoi of an alinéa stands on one side only: its article or its alinéa does."""
    if pair.old is None:
        return lambda _side, _alinea: msg("its article is inserted")
    if pair.new is None:
        return lambda _side, _alinea: msg("its article is removed")
    reasons = {("new", n): msg("its alinéa is inserted") for p in pair.alineas if p.status == "inserted" for n in p.new}
    reasons |= {("old", n): msg("its alinéa is removed") for p in pair.alineas if p.status == "removed" for n in p.old}
    return lambda side, alinea: reasons.get((side, alinea))


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
            alinea = next((alineas[a][0] for a in range(entry.alinea, here, -1) if a in alineas), alinea)
            here = entry.alinea
            start = -1 if here in alineas else _BEHIND
        if entry.turn not in couples:
            yield (alinea, start, 1, entry.turn), entry
        elif news[couples[entry.turn]].alinea == alinea:
            start = max(start, news[couples[entry.turn]].mention.start)
