"""From printed lines to paragraphs: a line goes on in the next one where the next word would not have fitted.

The ugly cases that this module exists for: "conven-" and "tion" on two lines, but also "sous-" and "préfet", "L. 162-" and "5".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, zip_longest
from math import ceil

from statutes_diff.language.markers import markers
from statutes_diff.messages import msg
from statutes_diff.model import Note
from statutes_diff.readers._text.outline import headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers.pdf.pages import CUT, Line

_WORD = re.compile(r"[^\W\d_]{1,60}(?:-[^\W\d_]{1,60}){0,8}")
_CUT_WORD = re.compile(
    rf"(?P<left>[^\W\d_]{{1,60}}(?:-[^\W\d_]{{1,60}}){{0,8}}){CUT}(?P<right>[^\W\d_]{{1,60}}(?:-[^\W\d_]{{1,60}}){{0,8}})"
)
_APART = 1.35  # times the usual distance of lines: a gap that sets paragraphs apart
_INDENT = 6  # points
_USUAL = 0.95  # the share of lines that end at the right margin or before it
_SHORTEST = 25  # characters: a line shorter than the narrowest column is full by nothing
_FLUSH = 2  # points within which a justified line ends at the margin
_UNFINISHED = re.compile(r"(?:\w[-\u2010]|\b(?:[LRDA]|L\.? ?O|[Aa]rt|[Nn]°)\.?)$")  # what no alinéa ends with: "L.", "162-"
_Margins = dict[tuple[bool, bool], tuple[float, bool]]


def paragraphs(lines: Sequence[Line], notes: list[Note]) -> tuple[list[Block], frozenset[int]]:
    """The paragraphs of a text, and the indices (line numbers less one) at which a page or column may go on with a sentence."""
    columns = _in_columns(lines)
    margins, leading = _margins(lines, columns), _leading(lines)
    found: list[list[Line]] = []
    starts: set[int] = set()
    for line in lines:
        before = found[-1][-1] if found else None
        full = before is not None and _full(before, line, *margins[_column(before, columns)])
        turns = before is not None and full and _turns(before, line)
        if before and turns and _UNFINISHED.search(before.text):
            notes.append(_page_break(before, line))
            found[-1].append(line)
        elif full and not turns and _goes_on(found[-1], line, leading):
            found[-1].append(line)
        else:
            found.append([line])
            starts |= {line.number - 1} if turns else set()
    blocks = [Block(_text(part), part[0].number, part[-1].number) for part in found]
    return list(_whole_words(blocks, notes)), frozenset(starts)


def _page_break(before: Line, line: Line) -> Note:
    words = " ".join(before.text.split()[-3:])
    message = msg("alinéa cut after “{words}” (line {line}) joined to its second half", words=words, line=before.number)
    return Note(line.number, "page-break", message)


def _in_columns(lines: Sequence[Line]) -> bool:
    """True where few lines cross the middle of their page."""
    crossing = sum(line.left < line.middle - 10 and line.right > line.middle + 10 for line in lines)
    beyond = sum(line.left > line.middle - 10 for line in lines)
    return crossing < 0.2 * len(lines) and beyond > 0.2 * len(lines)


def _column(line: Line, columns: bool) -> tuple[bool, bool]:
    """Odd pages and even ones may have other margins, and so have columns."""
    return line.page % 2 == 1, columns and line.left > line.middle - 10


def _margins(lines: Sequence[Line], columns: bool) -> _Margins:
    """Where lines end at most, and whether most of them end just there (justified text)."""
    rights: dict[tuple[bool, bool], list[float]] = {}
    for line in lines:
        rights.setdefault(_column(line, columns), []).append(line.right)
    margins = {column: sorted(found)[ceil(_USUAL * (len(found) - 1))] for column, found in rights.items()}
    flush = sum(abs(right - margins[column]) < _FLUSH for column, found in rights.items() for right in found)
    return {column: (margin, flush > 0.5 * len(lines)) for column, margin in margins.items()}


def _leading(lines: Sequence[Line]) -> float:
    """The distance of two lines that follow each other: in the lower part of all, since some stand apart."""
    gaps = sorted(a.bottom - b.top for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.top + 4)
    return gaps[int(0.3 * (len(gaps) - 1))] if gaps else 0.0


def _turns(before: Line, line: Line) -> bool:
    """True where a page or a column ends."""
    return line.page != before.page or line.top > before.bottom + 1


def _full(before: Line, line: Line, margin: float, justified: bool) -> bool:
    """True when the first word of a line would not have fitted on the one before it; justified text ends alinéas before the
    margin, and nowhere else.
    """
    if len(before.text) < _SHORTEST:
        return False
    if justified and before.text[-1] in ".;:":
        return before.right > margin - _FLUSH
    width = (before.right - before.left) / max(len(before.text.rpartition(CUT)[2]), 1)
    word = line.text.split(None, 1)[0]
    return before.right + 0.9 * width * (min(len(word), 40) + 1) > margin - 1


def _goes_on(paragraph: list[Line], line: Line, leading: float) -> bool:
    """True when a line belongs to the paragraph above it, by the places of both and by their words."""
    before = paragraph[-1]
    if before.bottom - line.top > _APART * leading:
        return False
    item = bool(markers(line.text)[0])
    if before.text[-1] in ".;:" and (item or headings([line.text])):
        return False
    if line.left > before.left + _INDENT:
        return len(paragraph) == 1 and not item and bool(markers(before.text)[0])  # under the words of a marked line
    return line.left >= before.left - _INDENT or len(paragraph) == 1


def _text(paragraph: Sequence[Line]) -> str:
    """The lines as one; a hyphen between letters at a line's end is marked, to be judged by the whole text."""
    pieces: list[str] = []
    for line, following in zip_longest(paragraph, paragraph[1:]):
        text = line.text
        if following is None:
            pieces.append(text)
        elif text.endswith("\u00ad"):
            pieces.append(text[:-1])
        elif text.endswith(("-", "\u2010")) and text[-2:-1].isalnum():
            pieces.append(text[:-1] + CUT if text[-2].isalpha() and following.text[0].isalpha() else text)
        else:
            pieces.append(text + " ")
    return "".join(pieces)


def _whole_words(found: list[Block], notes: list[Note]) -> Iterator[Block]:
    """Mend words cut at the ends of lines: as the text writes them elsewhere; with their hyphen where it does not."""
    known: set[str] = set()
    if any(CUT in block.text for block in found):
        known = {word.lower() for block in found for word in _WORD.findall(block.text)}
    for block in found:
        if CUT in block.text:
            mended = partial(_mended, known=known, line=block.line, notes=notes)
            block.text = _CUT_WORD.sub(mended, block.text).replace(CUT, "-")
        yield block


def _mended(cut: re.Match[str], *, known: set[str], line: int, notes: list[Note]) -> str:
    left, right = cut["left"], cut["right"]
    hyphened = f"{left}-{right}"
    if hyphened.lower() in known:
        return hyphened
    if right[0].islower() and (left + right).lower() in known:
        notes.append(Note(line, "cut-word", msg("word cut at the end of a line joined: “{words}”", words=left + right)))
        return left + right
    message = msg("hyphen at the end of a line kept: “{words}” stands nowhere else in one piece", words=hyphened)
    notes.append(Note(line, "cut-word", message))
    return hyphened
