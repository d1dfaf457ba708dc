"""What a report is made of on a terminal: paragraphs with hanging indents, and tables. Rich wraps, measures and colours them.

Law text enters here only, through ``printable`` and as ``Text``: rich reads no markup, no emoji code and no escape in it.
Nothing is ever cut off: a word longer than the line goes on in the next one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.reports._terminal.wrapping import Words, columns, freed, held, lines, signed
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.padding import Padding
    from rich.text import Text

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
_NARROWEST_TABLE = 40  # columns: with less, rich leaves some of a table out
_GAP = 2  # columns between two cells
_INDENT = 4  # columns before two paragraphs side by side
_LEAST_LAST = 12  # columns that the last cell of a row keeps


class Paragraph:
    """Words wrapped between two indents, that of the first line and that of the others.

    A line that stands wholly in one style of ``signs`` has that indent instead.
    """

    def __init__(self, *parts: Part, first: str = "", rest: str = "", signs: Mapping[str, str] | None = None) -> None:
        self.parts, self.first, self.rest, self.signs = parts, first, rest, signs or {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.segment import Segment

        # Rich has no hanging indent, nothing that depends on where a line breaks, and breaks French where it must not: it is
        # given lines.
        runs = [(part if isinstance(part, tuple) else (part, "")) for part in self.parts]
        words = Words([(_safe(text), style) for text, style in runs])
        fits = len(self.first) + columns(words.text) <= options.max_width
        room = max(options.max_width - max(len(self.first), len(self.rest)), _NARROWEST)
        indent = self.first
        for start, end in lines(words.text, None if fits else room):
            line = list(words.between(start, end))
            yield Segment(self._sign(line, indent))
            yield from (Segment(text, console.get_style(style) if style else None) for text, style in line)
            yield Segment.line()
            indent = self.rest

    def _sign(self, line: Sequence[tuple[str, str]], indent: str) -> str:
        styles = {style for text, style in line if text.strip()} if self.signs else set()
        return self.signs.get(styles.pop(), indent) if len(styles) == 1 else indent


class Beside:
    """Two paragraphs side by side, each in half of the screen."""

    def __init__(self, left: Paragraph, right: Paragraph) -> None:
        self.sides = (left, right)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.padding import Padding
        from rich.table import Table

        grid = Table.grid(padding=(0, _GAP, 0, 0))
        width = max((options.max_width - _INDENT - 2 * _GAP) // 2, _NARROWEST)
        for _side in self.sides:
            grid.add_column(width=width)
        grid.add_row(*self.sides)
        yield from console.render(Padding(grid, (0, 0, 0, _INDENT)), options)


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
        rows = [[styled(cell) for cell in row] for row in self.rows if len(row) > 1]
        cells = list(zip(*rows, strict=True))
        options = options.update_width(max(options.max_width, _NARROWEST_TABLE))
        asked = [min(max(1, *(cell.cell_len for cell in column)), options.max_width // 3) for column in cells[:-1]]
        widths = _shared(asked, options.max_width - self.indent - _LEAST_LAST - _GAP * len(asked))
        # A row of rich's cannot span a table: there is a table between two titles, all with the same widths.
        left = iter(rows)
        for title, group in groupby(self.rows, key=lambda row: len(row) == 1):
            if title:
                yield from (Paragraph(*row, rest="  ") for row in group)
            else:
                yield from console.render(self._table([next(left) for _row in group], widths), options)

    def _table(self, rows: Iterable[Sequence[Text]], widths: Sequence[int]) -> Padding:
        from rich.padding import Padding
        from rich.table import Table

        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for place, width in enumerate([*widths, None]):
            grid.add_column(width=width, min_width=1, overflow="fold", justify="right" if place in self.numbers else "left")
        for row in rows:
            grid.add_row(*row)
        return Padding(grid, (0, 0, 0, self.indent))


def _shared(asked: Sequence[int], room: int) -> list[int]:
    """The widths asked for, as far as the room goes: what narrow columns leave is for the wide ones."""
    widths = list(asked)
    left = len(widths)
    for place in sorted(range(len(widths)), key=lambda at: asked[at]):
        widths[place] = max(min(asked[place], room // left), 1)
        room -= widths[place]
        left -= 1
    return widths


def styled(*parts: Part) -> Text:
    """Safe text in its styles."""
    from rich.text import Text

    pairs = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return Text.assemble(*((signed(_safe(words)), style) for words, style in pairs))


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
