"""What became of each renvoi from one version to the other: a row for every target, with the reason.

In an article whose text changed the renvois of both sides are matched by where they lead, not by their words: first those of
alinéas that belong together, then elsewhere in the article. "Présent article" and "précédent alinéa" lead to the same place
when the article and the alinéa they mean are paired, whatever their numbers became; "les alinéas précédents" always do.

A renvoi that was forgotten stands in an article that nobody touched: there only those are told whose target is gone, or whose
number another article bears now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from statutes_diff.compare.ends import apart, as_pair
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg
from statutes_diff.model import (
    ArticlePair,
    Comparison,
    LedgerRow,
    Message,
    Place,
    ReferenceStatus,
    Target,
)
from statutes_diff.references.coupling import after, before, same_words
from statutes_diff.references.coupling import couples as coupled
from statutes_diff.references.entries import Entry, Held, entries
from statutes_diff.references.fates import Fates, digits_of, fates
from statutes_diff.references.outline import Outline, outline
from statutes_diff.references.resolution import located_in
from statutes_diff.references.shifts import Moves, listed, moves, part_alone, shift
from statutes_diff.references.standing import excerpt

Position = tuple[int, int, int, int]
Alone = Callable[[str, int], Message | None]
Groups = dict[int, tuple[int, ...]]  # alinéas by their numbers

_BEHIND = 1 << 62  # behind every offset of an alinéa


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
    olds = entries(versions.old, versions.title, pair.old, "old", stays)
    news = entries(versions.new, versions.title, pair.new, "new", stays)
    if not olds and not news:
        return
    alineas = {old: inner.new for inner in pair.paired() for old in inner.old if inner.new}
    parts = {new: inner.new for inner in pair.paired() for new in inner.new}
    same = bool(pair.old and pair.new) and not pair.alineas and len(olds) == len(news)
    couples = {i: i for i in range(len(olds))} if same else coupled(olds, news, alineas, parts, versions.moved, versions.moves)
    placed = [(_place(news[n]), _both(versions, pair, alineas, parts, olds[o], news[n], news)) for o, n in couples.items()]
    taken, alone = set(couples.values()), _alone(pair)
    placed += [(_place(entry), _new(versions, alone, entry)) for entry in news if entry.turn not in taken]
    placed += [(place, _gone(alone, entry)) for place, entry in _removed(olds, news, couples, alineas)]
    yield from (row for _, row in sorted(placed, key=lambda found: found[0]))


def _both(
    versions: Versions, pair: ArticlePair, alineas: Groups, parts: Groups, old: Entry, new: Entry, news: list[Entry]
) -> LedgerRow:
    status, evidence = _became(versions, pair, alineas, parts, old, new)
    if status == "kept" and (narrower := _part_alone(versions, alineas, old, new, news)):
        status, evidence = "retargeted", narrower
    if status == "kept" and new.alinea != old.alinea and new.alinea not in alineas.get(old.alinea, ()):
        evidence = msg("now in alinéa {new}, before in alinéa {old}", new=new.alinea, old=old.alinea)
    if status == "kept":
        return LedgerRow(status, old.mention, new.mention, evidence)
    return LedgerRow(status, old.mention, new.mention, evidence, _led_to(versions.old, old), _led_to(versions.new, new))


def _part_alone(versions: Versions, alineas: Groups, old: Entry, new: Entry, news: list[Entry]) -> Message | None:
    """What is said of words that led to an alinéa which was split, where they name one of its parts and nothing the others."""
    was, now = old.mention.target, new.mention.target
    found = versions.moves.get(now.article or "") if new.own and not new.inside else None
    split = (alineas if new.inside else found.alineas if found else {}).get(was.alinea or 0, ())
    if len(split) < 2 or was.item or was.sentence or now.alinea not in split or not same_words(old, new):
        return None
    beside = [entry.mention.target for entry in news if entry.alinea == new.alinea]
    if {target.alinea for target in beside if target.article == now.article}.issuperset(split):
        return None
    return part_alone(now.alinea, split, found)


def _led_to(whole: Outline, entry: Entry) -> str:
    """The first words of what an entry means, where that is in the statute itself."""
    return excerpt(whole, entry.mention.target._replace(text=None)) if entry.own else ""


def _became(
    versions: Versions, pair: ArticlePair, alineas: Groups, parts: Groups, old: Entry, new: Entry
) -> tuple[ReferenceStatus, Message | None]:
    was, now = old.mention.target, new.mention.target
    if old.inside and new.inside:
        same = before(alineas)(old) == after(parts)(new)
        return ("kept", None) if same else _elsewhere(pair, alineas, old, new)
    if was.article == now.article:
        return _lost(versions, new) or _shifted(versions, old, new) or ("kept", None)
    old_number, new_number = article_printed(was.article or ""), article_printed(now.article or "")
    return "renumbered", msg("article {old} is now article {new}", old=old_number, new=new_number)


def _shifted(versions: Versions, old: Entry, new: Entry) -> tuple[ReferenceStatus, Message] | None:
    """A part of another article that the same words count otherwise now, because alinéas came, went or moved there."""
    found = versions.moves.get(new.mention.target.article or "") if new.own and old.own and not new.inside else None
    return shift(versions.old, versions.new, found, old.mention.target, new.mention.target) if found else None


def _elsewhere(pair: ArticlePair, alineas: Groups, old: Entry, new: Entry) -> tuple[ReferenceStatus, Message | None]:
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


def _now_leads(alineas: Groups, old: Entry, new: Entry) -> Message:
    """Where the same words led before, and lead now."""
    was, now = old.part, new.part
    if now is None:
        return msg("the same words now lead elsewhere in the article")
    if was is None:
        return msg("the words now lead to alinéa {new}; they led to nothing in the article", new=now)
    if was not in alineas:
        return msg("the words now lead to alinéa {new}; the alinéa they led to is removed", new=now)
    if len(alineas[was]) > 1:
        moved = listed(alineas[was])
        return msg("the words now lead to alinéa {new}; the alinéa they led to is now {moved}", new=now, moved=moved)
    return msg("the words now lead to alinéa {new}; the alinéa they led to is now alinéa {moved}", new=now, moved=alineas[was][0])


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


def _removed(olds: list[Entry], news: list[Entry], couples: dict[int, int], alineas: Groups) -> Iterator[tuple[Position, Entry]]:
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
