"""Definitions that came, went or changed in an article that stands in both versions, each with what it defines.

What it finds: a sentence that defines ("on entend par", "s'entend de", "Constitue une", "est le fait de") or treats one thing as
another, an assimilation ("est considéré comme", "est assimilé à"), put in, struck, or with other words; and the items of a list
that such a sentence opens ("on entend par : 1° Local : …"). A definition is the whole sentence; one where nothing differs but
agreement and the numbers of renvois is no change, nor is one that only changed its place. Of an article that came or went whole
nothing is listed: the article itself is the news.

Why it matters: a definition reaches every provision that uses its term.

Example: "On entend par véhicule léger tout véhicule de moins de 3,5 tonnes" becomes "… tout véhicule de 3,5 tonnes au plus".
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.language.definitions import definitions, is_item, item, opening
from statutes_diff.messages import N_, msg
from statutes_diff.rules._aligned import gathered, shortened, standing
from statutes_diff.rules._mentions import Mention, exchanges, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.definitions import Definition
    from statutes_diff.model import Article, Finding, Message
    from statutes_diff.rules._aligned import Standing
    from statutes_diff.rules._changed import Changes, Side

_Exchange: TypeAlias = "tuple[Mention[Definition] | None, Mention[Definition] | None]"


_INSERTED = {
    "definition": N_("definition inserted: “{words}”"),
    "assimilation": N_("assimilation inserted: “{words}”"),
}
_REMOVED = {
    "definition": N_("definition removed: “{words}”"),
    "assimilation": N_("assimilation removed: “{words}”"),
}
_CHANGED = {
    "definition": N_("definition changed: “{words}”"),
    "assimilation": N_("assimilation changed: “{words}”"),
}
_REPLACED = {
    "definition": N_("definition changed: “{old}” is replaced by “{new}”"),
    "assimilation": N_("assimilation changed: “{old}” is replaced by “{new}”"),
}


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article; the same change in several places of one is one finding."""
    for article in standing(changes):
        found = [*exchanges(article, definitions), *_items(article)]
        yield from gathered(
            told("definition", _message(old.read if old else None, new.read if new else None), old, new)
            for old, new in _rejoined(found)
            if not (old and new and old.read.key == new.read.key)
        )


def _rejoined(found: list[_Exchange]) -> Iterator[_Exchange]:
    """A definition that went and one of the same term that came, in another place of the article, are one that changed."""
    come: dict[str, list[Mention[Definition]]] = defaultdict(list)
    for old, new in found:
        if new and not old:
            come[new.read.words.lower()].append(new)
    paired: set[int] = set()
    for old, new in found:
        if old and not new and (others := come[old.read.words.lower()]):
            new = others.pop(0)
            paired.add(id(new))
            yield old, new
        elif old or id(new) not in paired:
            yield old, new


def _items(article: Standing) -> Iterator[_Exchange]:
    """The items of lists of definitions that were edited, came or went; one that adds to a definition needs it on both sides."""
    old_lists, new_lists = _Lists(article.old), _Lists(article.new)
    if not (old_lists.openers or new_lists.openers):
        return
    for before, after in (*((pair.old.here, pair.new.here) for pair in article.pairs), *article.alone):
        old, new = old_lists.item(before), new_lists.item(after)
        read = old.read if old else new.read if new else None
        if old and new and old.read.part != new.read.part:
            continue
        if read and (not read.part or (old_lists.defines(read.words) and new_lists.defines(read.words))):
            yield old, new


class _Lists:
    """The lists of definitions of an article, found when an alinéa that may be an item is asked for."""

    def __init__(self, article: Article) -> None:
        self._texts = [alinea.text for alinea in article.alineas]

    @functools.cached_property
    def openers(self) -> dict[int, Definition]:
        """The words that open the list which an alinéa stands in, by its number."""
        found: dict[int, Definition] = {}
        if not any(":" in text[-3:] for text in self._texts):
            return found
        current: Definition | None = None
        for number, text in enumerate(self._texts, start=1):
            if opens := opening(text):
                current = opens
            elif current and is_item(text):
                found[number] = current
            else:
                current = None
        return found

    def defines(self, words: str) -> bool:
        """True when such words open a list here."""
        return any(opener.words.lower() == words.lower() for opener in self.openers.values())

    def item(self, side: Side | None) -> Mention[Definition] | None:
        """The alinéa as an item: of its own term where the list has none, else as a part of the one definition."""
        opener = self.openers.get(side.indices[0]) if side and is_item(side.text) else None
        read = item(side.text, opener) if side and opener else None
        return Mention(read, side) if side and read else None


def _message(old: Definition | None, new: Definition | None) -> Message:
    """What became of a definition; of an item that adds to one, that it changed."""
    read = new or old
    words, term, kind = (shortened(read.words), read.term, read.kind) if read else ("", "", "")
    if old and new and old.term.lower() != new.term.lower():
        return msg(_REPLACED[kind], old=shortened(old.words), new=words, term=term, kind=kind)
    if (old and new) or (read and read.part):
        return msg(_CHANGED[kind], words=words, term=term, kind=kind)
    return msg((_INSERTED if new else _REMOVED)[kind], words=words, term=term, kind=kind)
