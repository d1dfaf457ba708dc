"""Which alinéas Word shows as moved: at two places of one article, or in two articles.

Word joins the two ends of a move by a name, and each end must be paragraphs in a row. Tables have no such revision: they are
struck and inserted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.reports._docx.order import Side, in_a_row, ordered
from statutes_diff.reports._docx.streams import Kind, Line, lines, one_end
from statutes_diff.reports._views.pairs import alinea_pairs

if TYPE_CHECKING:
    from statutes_diff.model import ArticlePair, Edit, Passage, Place

End: TypeAlias = tuple[int, str, int]
"""An alinéa of a side: its article (by identity), the side, its number."""

_KINDS: dict[Side, tuple[Kind, Kind]] = {"old": ("left", "deleted"), "new": ("came", "inserted")}


@dataclass(frozen=True, slots=True)
class Move:
    """Alinéas that left one place and came to another, with the edits between their texts."""

    name: str
    old: Place
    olds: tuple[int, ...]
    new: Place
    news: tuple[int, ...]
    edits: tuple[Edit, ...]

    def numbers(self, side: Side) -> tuple[int, ...]:
        """The alinéas of an end."""
        return self.olds if side == "old" else self.news

    def lines(self, side: Side) -> Iterator[Line]:
        """The paragraphs of an end: words of both ends are moved, the others came or went.

        The mark of a paragraph with such others came or went with them: LibreOffice leaves an empty paragraph where it finds a
        moved mark behind words that are struck.
        """
        kept, changed = _KINDS[side]
        text = _text(self.old, self.olds) if side == "old" else _text(self.new, self.news)
        spans = ((*(edit.old if side == "old" else edit.new), edit.channel) for edit in self.edits)
        for line in lines(one_end(text, spans, kept, changed), whole=kept):
            yield replace(line, mark=changed) if any(run.kind == changed for run in line.runs) else line


def moves_of(pairs: Sequence[ArticlePair], passages: Iterable[Passage], *, marked: bool = True) -> dict[End, Move]:
    """The moves among the articles that are shown, by the alinéas of both ends; ``marked``: with their edits."""
    found: dict[End, Move] = {}
    count = 0
    for old, olds, new, news, edits in (*_inside(pairs), *_across(pairs, passages)):
        alineas = [*(old.article.alineas[n - 1] for n in olds), *(new.article.alineas[n - 1] for n in news)]
        if not (in_a_row(olds) and in_a_row(news)) or any(alinea.table for alinea in alineas):
            continue
        count += 1
        move = Move(f"move{count}", old, olds, new, news, edits if marked else ())
        found |= {(id(old.article), "old", number): move for number in olds}
        found |= {(id(new.article), "new", number): move for number in news}
    return found


_Found: TypeAlias = "tuple[Place, tuple[int, ...], Place, tuple[int, ...], tuple[Edit, ...]]"


def _inside(pairs: Iterable[ArticlePair]) -> Iterator[_Found]:
    """Alinéas that stand elsewhere in their own article."""
    for pair in pairs:
        if pair.old and pair.new and any(alinea.status != "unchanged" for alinea in pair.alineas):
            for step in ordered(alinea_pairs(pair)):
                alinea = step.pair
                if step.side == "new" and step.part == 0 and alinea.old:
                    yield pair.old, alinea.old, pair.new, alinea.new, alinea.edits


def _across(pairs: Iterable[ArticlePair], passages: Iterable[Passage]) -> Iterator[_Found]:
    """Alinéas that stand in another article, where both articles are shown and no other words have a share in them."""
    alone = {end for pair in pairs for end in _alone(pair)}
    for passage in passages:
        olds = {(id(passage.old.article), "old", number) for number in passage.old_alineas}
        news = {(id(passage.new.article), "new", number) for number in passage.new_alineas}
        if passage.whole and olds | news <= alone:
            yield passage.old, passage.old_alineas, passage.new, passage.new_alineas, passage.edits


def _alone(pair: ArticlePair) -> Iterator[End]:
    """The alinéas that are shown and have no partner in their own article."""
    for alinea in alinea_pairs(pair):
        if pair.old and not alinea.new:
            yield from ((id(pair.old.article), "old", number) for number in alinea.old)
        if pair.new and not alinea.old:
            yield from ((id(pair.new.article), "new", number) for number in alinea.new)


def _text(place: Place, numbers: Sequence[int]) -> str:
    return "\n".join([place.article.alineas[number - 1].text for number in numbers])
