"""Paper, fonts, styles, bookmarks: what a page is made of, for ReportLab.

The font is Bitstream Vera, which comes with ReportLab: it has every letter and sign of French law. What it lacks is spelled out
as its number, ``[U+0414]``, so that nothing is left out without a word.
"""

from __future__ import annotations

import html
import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from statutes_diff.language.typography import SPACES
from statutes_diff.messages import _, language, msg, translated
from statutes_diff.reports._terminal.wrapping import bound
from statutes_diff.sources import InputError
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Account

_FONTS = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}
_MARGIN = 56  # points
_SIGNS = {"\u2011": "-", "\t": " | ", "\n": "\n", "│": "|", "⏎": "¶", "␣": "·", "⍽": "[·]", "⇥": "[|]"}
_LAW_INDENT = 14  # points
_GREY = "#555555"
# Name: size, space before, space after, indent, and what differs.
_STYLES: dict[str, tuple[float, float, float, float, dict[str, Any]]] = {
    "title": (17, 0, 10, 0, {"fontName": "Vera-Bold"}),
    "heading": (12, 14, 4, 0, {"fontName": "Vera-Bold", "keepWithNext": 1}),
    "label": (9, 6, 2, 0, {"fontName": "Vera-Bold", "keepWithNext": 1}),
    "text": (9, 2, 3, 0, {}),
    "faint": (8, 0, 3, 0, {"textColor": _GREY}),
    "item": (9, 1, 2, 14, {"bulletIndent": 4}),
    "inner": (9, 1, 1, 28, {"bulletIndent": 18}),
    "law": (9, 1, 5, 0, {}),
    "cell": (8, 0, 0, 0, {}),
}


class _Glyphs(dict[int, str]):
    """For ``str.translate``: what the font draws stays, spaces of typography are no-break spaces, signs for spaces and breaks are
    those that the font has; the rest is its number, unless the font of symbols has it."""

    def __init__(self, drawn: Iterable[int]) -> None:
        super().__init__({code: chr(code) for code in drawn})
        self.update(dict.fromkeys(map(ord, SPACES), "\u00a0"))
        self.update({ord(sign): drawn for sign, drawn in _SIGNS.items()})

    def __missing__(self, code: int) -> str:
        found = self[code] = chr(code) if _is_symbol(chr(code)) else f"[U+{code:04X}]"
        return found


def _is_symbol(letter: str) -> bool:
    """Greek letters, arrows and signs of arithmetic, which every reader of PDF has."""
    try:
        return bool(letter.encode("symbol"))  # a codec of ReportLab's
    except UnicodeEncodeError:
        return False


class Document:
    """A document that is being set.

    Raises:
        InputError: the library is not installed.
    """

    def __init__(self, account: Account) -> None:
        self.library = _library()
        self.title = next((s.title for s in (account.comparison.new, account.comparison.old) if s.title), _("(no title)"))
        self._styles = {name: self._style(name) for name in _STYLES}
        fonts = importlib.import_module("reportlab.pdfbase.pdfmetrics")
        drawn = fonts.getFont("Vera").face.charToGlyph
        self._glyphs = _Glyphs(drawn)
        self._beyond = re.compile(f"[^{re.escape(''.join(map(chr, drawn)))}\\s]+")

    def _style(self, name: str) -> Any:
        size, before, after, indent, more = _STYLES[name]
        return importlib.import_module("reportlab.lib.styles").ParagraphStyle(
            name,
            fontSize=size,
            leading=size * 1.4,
            spaceBefore=before,
            spaceAfter=after,
            leftIndent=indent,
            **{"fontName": "Vera", "bulletFontName": "Vera", **more},
        )

    def safe(self, text: str) -> str:
        """Words as ReportLab's markup: nothing in them is a tag, nothing is lost."""
        words = html.escape(bound(printable(text)).translate(self._glyphs), quote=False).replace("\n", "<br/>")
        return words if words.isascii() else self._beyond.sub(r'<font name="Symbol">\g<0></font>', words)

    def paragraph(self, markup: str, style: str = "text", *, bullet: str = "") -> Any:
        """A paragraph of markup; words go through ``safe`` first."""
        made = self.library.Paragraph(markup, self._styles[style])
        if bullet:
            made.bulletText = bullet
        return made

    def law(self, paragraphs: Iterable[str]) -> Iterator[Any]:
        """Paragraphs of the law, set in. By moving the frame: where a style sets in, lines are struck beside the words."""
        yield self.library.Indenter(left=_LAW_INDENT)
        yield from (self.paragraph(markup, "law") for markup in paragraphs)
        yield self.library.Indenter(left=-_LAW_INDENT)

    def heading(self, words: str, level: int, anchor: str = "") -> Any:
        """A heading with its bookmark; ``anchor`` is the name that links lead to."""
        markup = f'<a name="{anchor}"/>{self.safe(words)}' if anchor else self.safe(words)
        made = self.paragraph(markup, "title" if level == 0 else "heading")
        made.bookmark = (" ".join(words.split()), level)
        return made

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Any:
        """Rows in columns, the first one their names on every page; ``widths`` are shares of the page."""
        room = self._width()
        cells = [[self.paragraph(self.safe(cell), "cell") for cell in row] for row in rows]
        cells[0] = [self.paragraph(f"<b>{self.safe(cell)}</b>", "cell") for cell in rows[0]]
        made = self.library.LongTable(cells, [share * room for share in widths], repeatRows=1, splitInRow=1)
        whole = ((0, 0), (-1, -1))
        look = [("FONTNAME", "Vera"), ("VALIGN", "TOP"), ("LEFTPADDING", 0), ("LINEBELOW", 0.25, _grey())]
        made.setStyle([(name, *whole, *values) for name, *values in look])
        return made

    def printed(self, flow: Iterable[Any]) -> bytes:
        """The whole as bytes."""
        output = BytesIO()
        made = _template(self.library)(
            output,
            pagesize=importlib.import_module("reportlab.lib.pagesizes").A4,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
            title=printable(self.title),
            author="statutes-diff",
            creator="statutes-diff",
            lang=language(),
            initialFontName="Vera",
            invariant=1,  # no clock in it
        )
        made.build(list(flow), onFirstPage=self._foot, onLaterPages=self._foot)
        return output.getvalue()

    def _width(self) -> float:
        return float(importlib.import_module("reportlab.lib.pagesizes").A4[0]) - 2 * _MARGIN

    def _foot(self, canvas: Any, made: Any) -> None:
        """What the page is of, and its number."""
        canvas.setFont("Vera", 7)
        canvas.setFillColor(_grey())
        title = printable(self.title).translate(self._glyphs).replace("\n", " ")
        canvas.drawString(_MARGIN, _MARGIN / 2, title[:90])
        canvas.drawRightString(_MARGIN + self._width(), _MARGIN / 2, translated(msg("page {n}", n=made.page)))


def _library() -> Any:
    try:
        platypus = importlib.import_module("reportlab.platypus")
    except ImportError:
        said = msg("to write it, install statutes-diff[pdf-report]: pip install 'statutes-diff[pdf-report]'")
        raise InputError("pdf", said) from None
    fonts, files = (importlib.import_module(f"reportlab.pdfbase.{name}") for name in ("pdfmetrics", "ttfonts"))
    for name, file in _FONTS.items():
        fonts.registerFont(files.TTFont(name, file))
    fonts.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic", boldItalic="Vera-Bold")
    return platypus


def _grey() -> Any:
    return importlib.import_module("reportlab.lib.colors").HexColor(_GREY)


def _template(platypus: Any) -> Any:
    class Template(platypus.SimpleDocTemplate):  # type: ignore[misc]
        """Makes a bookmark where a heading comes to stand."""

        def afterFlowable(self, flowable: Any) -> None:
            words, level = getattr(flowable, "bookmark", ("", 0))
            if words:
                self.marks = getattr(self, "marks", 0) + 1
                key = f"mark-{self.marks}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(words, key, level, closed=level > 0)

    return Template
