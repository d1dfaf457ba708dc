"""Which renvoi of the new version is which of the old one: by where they lead, and inside an article by their words first.

The ugly case that this module exists for: a new 3° pushes the old one to 4°, and "prévus aux 1°, 2° et 3°" covers another item
without a changed word; or the drafter followed, and "3°" became "4°" that means the same.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import Any

from statutes_diff.references.entries import Entry
from statutes_diff.references.outline import division_key
from statutes_diff.references.shifts import Moves
from statutes_diff.references.vocabulary import canonical

Key = Callable[[Entry], Hashable]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def couples(
    olds: list[Entry],
    news: list[Entry],
    alineas: dict[int, tuple[int, ...]],
    parts: dict[int, tuple[int, ...]],
    moved_to: dict[str, str],
    moves: Mapping[str, Moves],
) -> dict[int, int]:
    """Old entry → new entry: the same words for a part of the article that they stand in; then the same article, whatever its
    number became, then the same number; in paired alinéas first, then elsewhere.

    ``parts``: each new alinéa → all those that it shares its pair with. ``moved_to`` and ``moves``: the new number of each
    article that was renumbered, and the articles in which alinéas moved.
    """
    found: dict[int, int] = {}
    by_old, by_new = before(alineas), after(parts)
    moved = before(alineas, moved_to, moves)
    for old_key, new_key in (
        (lambda e: (alineas.get(e.alinea), _words(e)), lambda e: (parts[e.alinea], _words(e))),
        (lambda e: (alineas.get(e.alinea), moved(e)), lambda e: (parts[e.alinea], by_new(e))),
        (lambda e: (alineas.get(e.alinea), by_old(e)), lambda e: (parts[e.alinea], by_new(e))),
        (lambda e: (_range(e), moved(e)), lambda e: (_range(e), by_new(e))),
        (lambda e: (_range(e), by_old(e)), lambda e: (_range(e), by_new(e))),
    ):
        _match(olds, news, found, old_key, new_key)
    return found


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


def before(alineas: Mapping[int, tuple[int, ...]], now: Mapping[str, str] = NOTHING, moves: Mapping[str, Moves] = NOTHING) -> Key:
    """Where an old entry leads, in the numbers of the new version: ``alineas``, ``now`` and ``moves`` carry over those of this
    article's alinéas, of articles, of other articles' alinéas."""

    def key(entry: Entry) -> Hashable:
        target = entry.mention.target
        if entry.at is not None and (went := alineas.get(entry.at)):
            return _inner(entry, went[0])
        alinea: Hashable = target.alinea
        if target.alinea is not None and not target.item:
            if entry.inside:
                alinea = next(iter(alineas.get(target.alinea, ())), f"old {target.alinea}")
            elif entry.own and (there := moves.get(target.article or "")):
                alinea = next(iter(there.alineas.get(target.alinea, ())), f"old {target.alinea}")
        return _outer(entry, now.get(target.article or "", target.article) if entry.own else target.article, alinea)

    return key


def after(parts: Mapping[int, tuple[int, ...]]) -> Key:
    """Where a new entry leads; of the parts of an alinéa that was split the first stands for all."""

    def key(entry: Entry) -> Hashable:
        if entry.at is not None and entry.at in parts:
            return _inner(entry, parts[entry.at][0])
        return _outer(entry, entry.mention.target.article, entry.mention.target.alinea)

    return key


def _inner(entry: Entry, alinea: int) -> Hashable:
    """An item of the article itself by the alinéa that it is: its marker may change with those before it."""
    target = entry.mention.target
    return "", None, alinea, target.alinea is None, target.sentence, division_key(target.division or "")


def _outer(entry: Entry, article: str | None, alinea: Hashable) -> Hashable:
    target = entry.mention.target
    text = "" if entry.own else canonical(target.text or "")
    return text, None if entry.inside else article, alinea, target.item, target.sentence, division_key(target.division or "")


def same_words(old: Entry, new: Entry) -> bool:
    """True when the words did not change but for their typography."""
    return canonical(old.mention.text) == canonical(new.mention.text)


def _range(entry: Entry) -> str:
    """The words of a range, whose ends are no renvois of their own; of any other renvoi nothing."""
    return canonical(entry.mention.text) if entry.ranged else ""


def _words(entry: Entry) -> Hashable:
    """The words of a renvoi to the article it stands in; of any other nothing, so that it is never matched by them."""
    return canonical(entry.mention.text) if entry.inside else entry
