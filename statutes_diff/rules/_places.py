"""Where edits touched figures: the old and the new ones of each edit, read from the words around it alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from statutes_diff.language.figures import any_number
from statutes_diff.language.typography import SPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from statutes_diff.model import Locus, Span
    from statutes_diff.rules._changed import ChangedAlineas, Side

_AROUND = 64  # code points beside an edit that a figure may reach
_SPACE = 4  # code points of white space that may part a figure from an edit that touches it
_BREAKS = "\t\n"  # what ends a cell and a row
_SPACES = " " + SPACES
_LONGEST = 250  # code points of an edit: in a longer one words have no places to compare


class Told(Protocol):
    """Words of a text that say a value."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def value(self) -> str: ...


F = TypeVar("F", bound=Told)


class Found(NamedTuple, Generic[F]):
    """A figure and where it stands; ``upto``: the value of the upper end, where it is told as a range."""

    figure: F
    side: Side
    upto: str = ""

    @property
    def locus(self) -> Locus:
        return self.side.locus(self.figure.start)


class Place(NamedTuple, Generic[F]):
    """The figures of one edit, or of alinéas that came or went; ``ordered``: old and new ones stand in the same order."""

    olds: list[Found[F]]
    news: list[Found[F]]
    ordered: bool = False


class Reading(NamedTuple, Generic[F]):
    """How a rule reads figures: those that begin in a range of a text; whether a text may hold any, told at a glance; which two
    may be old and new, surely are, or say the same; and which are told when they came or went alone."""

    read: Callable[[str, int, int], Sequence[F]]
    hint: Callable[[str], bool]
    kin: Callable[[F, F], bool] = lambda old, new: True
    sure: Callable[[F, F], bool] = lambda old, new: False
    same: Callable[[F, F], bool] = lambda old, new: old.value == new.value
    alone: Callable[[Found[F]], bool] = lambda found: True


def places(alineas: ChangedAlineas, reading: Reading[F]) -> Iterator[Place[F]]:
    """The figures that edits touched, edit by edit; edits of one figure together. Of alinéas that came or went, all."""
    if alineas.old and alineas.new:
        sides = alineas.old, alineas.new
        if alineas.edits and tells(alineas.words, reading) and (reading.hint(sides[0].text) or reading.hint(sides[1].text)):
            yield from _edited(alineas, *sides, reading)
        return
    for side in (alineas.old, alineas.new):
        if side and reading.hint(side.text):
            found = [Found(figure, side) for figure in reading.read(side.text, 0, len(side.text))]
            yield Place(found, []) if alineas.old else Place([], found)


def _edited(alineas: ChangedAlineas, old: Side, new: Side, reading: Reading[F]) -> Iterator[Place[F]]:
    """The figures of both sides that edits with a number or a sign of the rule's touched; those that share an edit together."""
    pieces = alineas.pieces
    told = [e for n, e in enumerate(alineas.edits) if tells(pieces[2 * n], reading) or tells(pieces[2 * n + 1], reading)]
    own = dict(enumerate([edit.old for edit in told])), dict(enumerate([edit.new for edit in told]))
    tables = "\t" in old.text and "\t" in new.text
    if tables:
        own = _own(old, new, own), _own(new, old, own[::-1])
    sides = [(side, spans, _windows(side.text, spans.values())) for side, spans in zip((old, new), own, strict=True)]
    if not any(reading.hint(side.text[slice(*window)]) for side, _, windows in sides for window in windows):
        return
    blank = _SPACES if tables else None
    touched = [_touched(side, spans, windows, reading.read, blank) for side, spans, windows in sides]
    long = [max(edit.old[1] - edit.old[0], edit.new[1] - edit.new[0]) > _LONGEST for edit in told]
    for first, last, group in _joined(sorted(chain(*touched), key=lambda one: one[:2])):
        olds, news = [one for one in group if one.side is old], [one for one in group if one.side is new]
        yield Place(olds, news, ordered=not alineas.note and not any(long[first : last + 1]))


def _own(here: Side, there: Side, spans: tuple[dict[int, Span], dict[int, Span]]) -> dict[int, Span]:
    """The ranges of edits in a table, by their place: without the break at the ends of whole cells or rows; and without
    those that bring or take such over there alone, for what stands beside them here is not touched."""
    found: dict[int, Span] = {}
    for place, span in spans[0].items():
        across = spans[1][place]
        if span[0] < span[1] or _whole(there.text, across) == across:
            found[place] = _whole(here.text, span)
    return found


def _whole(text: str, span: Span) -> Span:
    """A range without the breaks of cells and rows at its ends, where there is more in it."""
    words = text[slice(*span)]
    start, end = span[1] - len(words.lstrip(_BREAKS)), span[0] + len(words.rstrip(_BREAKS))
    return (start, end) if start < end else span


def tells(words: str, reading: Reading[F]) -> bool:
    """Whether words that were edited may be of a figure: they hold a number, or a sign of the rule's."""
    return any_number(words) or reading.hint(words)


def _joined(touched: list[tuple[int, int, Found[F]]]) -> Iterator[tuple[int, int, list[Found[F]]]]:
    """Figures that share an edit, or that edits in between join; with the first and the last of their edits."""
    group: list[Found[F]] = []
    begin, reach = 0, -1
    for first, last, found in touched:
        if first > reach:
            if group:
                yield begin, reach, group
            begin, group = first, []
        group.append(found)
        reach = max(reach, last)
    if group:
        yield begin, reach, group


def _touched(
    side: Side, spans: Mapping[int, Span], windows: list[Span], read: Callable[[str, int, int], Sequence[F]], blank: str | None
) -> Iterator[tuple[int, int, Found[F]]]:
    """The figures of a side that edits took words of, or put words beside; each with the first and the last of these edits."""
    edits = list(spans)
    starts, ends = [start for start, _ in spans.values()], [end for _, end in spans.values()]
    for start, end in windows:
        for figure in read(side.text, start, end):
            begin, beyond = _reach(side.text, figure, blank)
            first, last = bisect_left(ends, begin), bisect_right(starts, beyond) - 1
            if first <= last:
                yield edits[first], edits[last], Found(figure, side)


def _reach(text: str, figure: F, blank: str | None) -> Span:
    """The range of a figure with the space beside it, which may be of any kind (in a table, but the end of a cell or a row): what
    stands behind it then touches it."""
    start, end = figure.start, figure.end
    before, after = text[max(0, start - _SPACE) : start], text[end : end + _SPACE]
    return start - len(before) + len(before.rstrip(blank)), end + len(after) - len(after.lstrip(blank))


def _windows(text: str, spans: Iterable[Span]) -> list[Span]:
    """The ranges of a text in which a figure that an edit touches may stand, cut between words."""
    windows: list[Span] = []
    for start, end in spans:
        start, end = _cut(text, start - _AROUND), _cut(text, end + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return windows


def _cut(text: str, near: int) -> int:
    """A place between two words, at or a little before another one; the ends of the text beyond them."""
    if near <= 0 or near >= len(text):
        return min(max(near, 0), len(text))
    return text.rfind(" ", max(0, near - _AROUND // 2), near) + 1 or near
