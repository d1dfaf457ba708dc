"""The articles in Word: a heading whose number may be a revision, a line that says what became of it, and its alinéas.

The number of an alinéa stands in the margin, in a character style of its own: it is no word of the law, and whoever compares
the texts sets it aside by that style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import msg, translated
from statutes_diff.reports._docx.markup import Revisions, paragraph
from statutes_diff.reports._docx.moves import End, Move
from statutes_diff.reports._docx.order import Step, ordered
from statutes_diff.reports._docx.streams import Kind, Line, Run, both, lines
from statutes_diff.reports._docx.tables import Row, alone, compared, law_table
from statutes_diff.reports._views.pairs import alinea_pairs, edits_of

if TYPE_CHECKING:
    from statutes_diff.model import Alinea, AlineaPair, ArticlePair, Edit, Place
    from statutes_diff.reports._views.account import ArticleBlock
    from statutes_diff.reports._views.passages import Passages
    from statutes_diff.reports._views.view import View

NUMBER = "AlineaNumber"  # the character style of the numbers in the margin
_FIRST = 850  # twentieths of a point: the margin of the numbers
_DEEPER = 300  # and how much further in each level stands
_DEEPEST = 5
_EQUAL: Kind = "equal"
# Nobody revises it: LibreOffice gives the paragraph behind struck ones their style, and the next heading must keep its own.
_END = paragraph("ArticleEnd", "")


@dataclass(slots=True)
class Articles:
    """What every article of a document is written with."""

    revisions: Revisions
    passages: Passages
    view: View
    moves: Mapping[End, Move]
    _bookmarks: int = 0

    def article(self, pair: ArticlePair, block: ArticleBlock) -> Iterator[str]:
        """The paragraphs and tables of one article."""
        kind: Kind = "equal" if pair.old and pair.new else "deleted" if pair.old else "inserted"
        if kind != "equal":  # else what remains of a struck article would be an empty heading
            yield paragraph("ArticleEnd", "", self.revisions.mark(Line((), kind, whole=True)))
        yield self._heading(pair, kind)
        for line in (block.status, *block.outline):
            mark = self.revisions.mark(Line((), kind, whole=True))
            yield paragraph("Remark", self.revisions.run(Run(kind, line), whole=True), mark)
        for step in ordered(alinea_pairs(pair)):
            yield from self._step(step, pair)
        yield _END

    def _heading(self, pair: ArticlePair, kind: Kind) -> str:
        """``Article L. 162-5``; the number as a revision where it is another one."""
        old, new = _number(pair.old), _number(pair.new)
        parts = [Run("equal" if kind == "equal" else kind, "Article ")]
        if old == new:
            parts.append(Run("equal", new))
        else:
            parts += [Run("deleted", old, "numbering" if new else "substantive")]
            parts += [Run("inserted", new, "numbering" if old else "substantive")]
        self._bookmarks += 1
        number, name = self.revisions.next_id(), bookmark(self._bookmarks)
        anchor = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
        content = anchor + self.revisions.runs(parts, whole=kind != "equal")
        return paragraph("Heading2", content, self.revisions.mark(Line((), kind, whole=True)))

    def _step(self, step: Step, pair: ArticlePair) -> Iterator[str]:
        if step.side == "both":
            yield from self._both(step.pair, pair)
        else:
            yield from self._alone(step, pair)

    def _both(self, alinea: AlineaPair, pair: ArticlePair) -> Iterator[str]:
        """A pair that keeps its place: its words as edits, or both wordings whole where one side is a table."""
        old, new = pair.old_text(alinea), pair.new_text(alinea)
        before, after = _alineas(pair.old, alinea.old), _alineas(pair.new, alinea.new)
        tables = any(one.table for one in (*before, *after))
        edits = edits_of(alinea, old, new)
        if tables and len(before) == len(after) == 1 and before[0].table and after[0].table:
            rows = (
                list(compared(old, new, edits)) if not self.view.rewritten else [*alone(old, "deleted"), *alone(new, "inserted")]
            )
            yield from self._table(
                rows if edits else alone(new, "equal"), _numbered(alinea.new[0], alinea.old), "equal", self._said(alinea, pair)
            )
        elif tables or (self.view.rewritten and edits):
            yield from self._both_whole(alinea, pair)
        else:
            yield from self._lines(alinea, (before, after), list(lines(both(old, new, edits))), self._said(alinea, pair))

    def _rows(self, old: str, new: str, edits: Sequence[Edit]) -> list[Row]:
        """The rows of a table that stands in both texts."""
        if not edits:
            return alone(new, "equal")
        return [*alone(old, "deleted"), *alone(new, "inserted")] if self.view.rewritten else list(compared(old, new, edits))

    def _both_whole(self, alinea: AlineaPair, pair: ArticlePair) -> Iterator[str]:
        said = self._said(alinea, pair)
        for number, one in zip(alinea.old, _alineas(pair.old, alinea.old), strict=True):
            yield from self._whole(one, str(number), "deleted", "")
        for number, one in zip(alinea.new, _alineas(pair.new, alinea.new), strict=True):
            yield from self._whole(one, _numbered(number, alinea.old), "inserted", said)
            said = ""

    def _whole(self, alinea: Alinea, label: str, kind: Kind, said: str) -> Iterator[str]:
        """An alinéa that came or went as it is."""
        if alinea.table:
            yield from self._table(alone(alinea.text, kind), label, kind, said)
        else:
            for line in lines([Run(kind, alinea.text)], whole=kind):
                yield self._paragraph(label, kind, line, alinea.depth, said)
                label = said = ""

    def _lines(
        self, pair: AlineaPair, sides: tuple[Sequence[Alinea], Sequence[Alinea]], found: Sequence[Line], said: str
    ) -> Iterator[str]:
        """The lines of a pair as paragraphs: each with its number in the new text, one that is struck with its old one."""
        label, kind = _numbered(pair.new[0], pair.old), _EQUAL
        at_old = at_new = 0
        for line in found:
            depth = _depth(sides, at_old, at_new)
            yield self._paragraph(label, kind, line, depth, said)
            at_old += line.mark != "inserted"
            at_new += line.mark != "deleted"
            kind, said = line.mark, ""
            label = str(_at(pair.old, at_old)) if kind == "deleted" else _numbered(_at(pair.new, at_new), pair.old)

    def _paragraph(self, label: str, kind: Kind, line: Line, depth: int, said: str) -> str:
        """A paragraph of the law: its number in the margin, revised as the break before it was, then its words."""
        before, after = self.revisions.comment(said, kind) if said else ("", "")
        number = self.revisions.run(Run(kind, f"{label}\t"), NUMBER, whole=line.whole)
        content = before + number + self.revisions.runs(line.runs, whole=line.whole) + after
        return paragraph("Alinea", content, _indent(depth) + self.revisions.mark(line))

    def _table(self, rows: Sequence[Row], label: str, kind: Kind, said: str) -> Iterator[str]:
        """A table of the law below a line with its number."""
        before, after = self.revisions.comment(said, kind) if said else ("", "")
        number = self.revisions.run(Run(kind, translated(msg("{alinea} (table)", alinea=label))), NUMBER)
        yield paragraph("TableNumber", before + number + after, self.revisions.mark(Line((), kind)))
        yield law_table(rows, self.revisions)

    def _alone(self, step: Step, pair: ArticlePair) -> Iterator[str]:
        """One alinéa of a side that stands alone there: it came, went, or begins one end of a move, which is written whole."""
        old = step.side == "old"
        place, numbers = (pair.old, step.pair.old) if old else (pair.new, step.pair.new)
        number = numbers[step.part]
        said = self._said(step.pair, pair) if step.part == 0 else ""
        label = str(number) if old else _numbered(number, step.pair.old)
        move = self.moves.get((id(place.article), step.side, number)) if place else None
        if move is None:
            yield from self._whole(_alineas(place, [number])[0], label, "deleted" if old else "inserted", said)
        elif number == move.numbers(step.side)[0]:
            yield from self._end_of_move(move, step, place, said)

    def _end_of_move(self, move: Move, step: Step, place: Place | None, said: str) -> Iterator[str]:
        """What left or what came: the words of both ends moved, those of this end alone as an edit."""
        kind: Kind = "left" if step.side == "old" else "came"
        numbers = move.numbers(step.side)
        found = []
        for number, alinea, line in zip(numbers, _alineas(place, numbers), move.lines(step.side), strict=True):
            label = str(number) if kind == "left" else _numbered(number, step.pair.old)
            found.append(self._paragraph(label, kind, line, alinea.depth, said))
            said = ""
        yield from self.revisions.moved(kind, move.name, found)

    def _said(self, alinea: AlineaPair, pair: ArticlePair) -> str:
        """What a reader should know of an alinéa beside its words: why it is shown so, where its words come from or went."""
        reason = translated(alinea.note) if alinea.note else ""
        return " · ".join([words for words in (reason, self.passages.said(alinea, pair)) if words])


def bookmark(number: int) -> str:
    """The name of the place of the article that is the so-manieth of the document."""
    return f"article_{number}"


def _indent(depth: int) -> str:
    """How far in the words stand; the number stays in the margin, and the tab behind it leads to the words."""
    left = _FIRST + _DEEPER * min(depth, _DEEPEST)
    stops = f'<w:tab w:val="clear" w:pos="{_FIRST}"/><w:tab w:val="left" w:pos="{left}"/>'
    return f'<w:tabs>{stops}</w:tabs><w:ind w:left="{left}" w:hanging="{left}"/>' if depth else ""


def _number(place: Place | None) -> str:
    return article_printed(place.article.number) if place else ""


def _alineas(place: Place | None, numbers: Sequence[int]) -> list[Alinea]:
    return [place.article.alineas[number - 1] for number in numbers] if place else []


def _numbered(number: int, old: Sequence[int]) -> str:
    """A number in the new text, with the old one where that is another: ``6 (4)``, ``3 (3–4)``."""
    if not old or list(old) == [number]:
        return str(number)
    return f"{number} ({old[0]}–{old[-1]})" if len(old) > 1 else f"{number} ({old[0]})"


def _at(numbers: Sequence[int], place: int) -> int:
    return numbers[min(place, len(numbers) - 1)]


def _depth(sides: tuple[Sequence[Alinea], Sequence[Alinea]], at_old: int, at_new: int) -> int:
    """How far in a line stands: as its new alinéa does, or its old one where the new text has it no more."""
    old, new = sides
    side, at = (new, at_new) if at_new < len(new) else (old, at_old)
    return side[min(at, len(side) - 1)].depth
