"""What a report is made of on a terminal: paragraphs with hanging indents, and tables. Rich wraps, measures and colours them.

Law text enters here only, through ``printable`` and as segments: rich reads no markup, no emoji code and no escape in it.
Nothing is ever cut off: a word longer than the line goes on in the next one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.reports._terminal.wrapping import Words, columns, freed, held, lines
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.segment import Segment

    from statutes_diff.reports._views.view import View

Part: TypeAlias = str | tuple[str, str]  # words, or words and their style, a key of STYLES

STYLES = {
    "title": "bold",
    "label": "cyan",
    "faint": "dim",
    "deleted": "red strike",
    "inserted": "green",
    "minus": "red",
    "old": "red",
    "new": "green",
    "warning": "yellow",
}
_WIDEST = 120  # columns: law in longer lines is hard to read, however wide the screen
_NARROWEST = 8  # columns left for text, however deep the indent
_NARROWEST_TABLE = 40  # columns: with less, a table cannot be read
_GAP = 2  # columns between two cells
_INDENT = 4  # columns before two paragraphs side by side
_LEAST_CELL = 2  # columns of a cell: a letter may take as many
_LEAST_LAST = 12  # columns that the last cell of a row keeps


class Paragraph:
    """Words wrapped between two indents, that of the first line and that of the others.

    A line that stands wholly in one style of ``signs`` has that indent instead. ``least``: columns that the words have however
    narrow the screen.
    """

    def __init__(
        self, *parts: Part, first: str = "", rest: str = "", signs: Mapping[str, str] | None = None, least: int = _NARROWEST
    ) -> None:
        self.parts, self.first, self.rest, self.signs, self.least = parts, first, rest, signs or {}, least

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.segment import Segment

        # Rich has no hanging indent, nothing that depends on where a line breaks, and breaks French where it must not: it is
        # given lines.
        runs = [(part if isinstance(part, tuple) else (part, "")) for part in self.parts]
        words = Words([(_safe(text), style) for text, style in runs])
        fits = len(self.first) + columns(words.text) <= options.max_width
        room = max(options.max_width - max(len(self.first), len(self.rest)), self.least)
        spans = list(lines(words.text, None if fits else room))
        signs = [self._sign(words, *span, self.rest if at else self.first) for at, span in enumerate(spans)]
        if console.color_system is None:
            yield Segment(
                "".join([f"{sign}{words.text[start:end].rstrip()}\n" for sign, (start, end) in zip(signs, spans, strict=True)])
            )
            return
        for sign, span in zip(signs, spans, strict=True):
            yield Segment(sign)
            yield from (Segment(text, console.get_style(style) if style else None) for text, style in words.between(*span))
            yield Segment.line()

    def _sign(self, words: Words, start: int, end: int, indent: str) -> str:
        styles = {style for text, style in words.between(start, end) if text.strip()} if self.signs else set()
        return self.signs.get(styles.pop(), indent) if len(styles) == 1 else indent


class Beside:
    """Two paragraphs side by side, each in half of the screen."""

    def __init__(self, left: Paragraph, right: Paragraph) -> None:
        self.sides = (left, right)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max((options.max_width - _INDENT - 2 * _GAP) // 2, _NARROWEST)
        yield from _in_columns([(side, width) for side in self.sides], _INDENT, console, options)


class Columns:
    """Rows in columns, each as wide as its words ask and the screen allows, the last one with what is left.

    Columns ``numbers`` stand right; a row of one cell is a title over all columns; the other rows stand ``indent`` columns in.
    """

    def __init__(
        self, heading: Sequence[str], rows: Iterable[Sequence[Part]], *, numbers: Sequence[int] = (), indent: int = 0
    ) -> None:
        self.rows = [[(name, "title") for name in heading], *rows]
        self.numbers, self.indent = numbers, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widths = self._widths(max(options.max_width, _NARROWEST_TABLE))
        for row in self.rows:
            if len(row) == 1:
                yield Paragraph(*row, rest="  ")
            else:
                placed = [
                    (self._cell(place, cell, width), width) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
                ]
                yield from _in_columns(placed, self.indent, console, options)

    def _widths(self, screen: int) -> list[int]:
        """How wide each column is on a screen."""
        cells = [row for row in self.rows if len(row) > 1]
        *asked, last = [max(1, *map(_width, column)) for column in zip(*cells, strict=True)] or [1]
        room = screen - self.indent - _GAP * len(asked)
        widths = _shared([min(width, screen // 3) for width in asked], room - _LEAST_LAST)
        return [*widths, min(last, room - sum(widths))]

    def _cell(self, place: int, cell: Part, width: int) -> Paragraph:
        """One cell of a row; a number stands at the right edge of its column."""
        return Paragraph(cell, first=" " * (width - _width(cell)) if place in self.numbers else "", least=_LEAST_CELL)


def _width(cell: Part) -> int:
    """How many columns the words of a cell take on one line."""
    return columns(_safe(cell if isinstance(cell, str) else cell[0]))


def _in_columns(
    cells: Sequence[tuple[Paragraph, int]], indent: int, console: Console, options: ConsoleOptions
) -> Iterator[Segment]:
    """Paragraphs beside each other, each as wide as is said of it. Rich's tables would break French where it must not, and with
    what they stand on they are a quarter of the import of rich."""
    from rich.segment import Segment

    found = [console.render_lines(cell, options.update_width(width)) for cell, width in cells]
    for at in range(max(map(len, found))):
        yield Segment(" " * indent)
        for place, (lines_of, (_cell, width)) in enumerate(zip(found, cells, strict=True)):
            yield from [Segment(" " * _GAP)] if place else []
            yield from lines_of[at] if at < len(lines_of) else [Segment(" " * width)]
        yield Segment.line()


def _shared(asked: Sequence[int], room: int) -> list[int]:
    """The widths asked for, as far as the room goes: what narrow columns leave is for the wide ones."""
    widths = list(asked)
    left = len(widths)
    for place in sorted(range(len(widths)), key=lambda at: asked[at]):
        widths[place] = max(min(asked[place], room // left), min(asked[place], _LEAST_CELL))
        room -= widths[place]
        left -= 1
    return widths


def _safe(text: str) -> str:
    """Printable text whose citations are whole; the cells of a table of the law are parted by bars."""
    return held(printable(text).replace("\t", " │ "))


def rendered(content: Iterable[RenderableType], view: View) -> str:
    """Content as lines, as the view alone asks: nothing is taken from the environment, and no escape without colour."""
    from io import StringIO

    from rich.console import Console, Group
    from rich.theme import Theme

    output = StringIO()
    console = Console(
        file=output,
        width=min(view.width, 2 * _WIDEST if view.beside else _WIDEST),
        height=25,  # unused, but without it TERM=dumb decides the width
        color_system="standard" if view.color else None,
        force_terminal=view.color,
        force_jupyter=False,
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        theme=Theme(STYLES, inherit=False),
    )
    console.print(Group(*content), crop=False)  # at once: a call for each part costs a quarter more
    return "\n".join([line.rstrip(" ") for line in freed(output.getvalue()).split("\n")])
