"""What a printed page adds to a text and prints at the same place on many pages: running headers, footers, page numbers.

A number that grows with the pages counts as the same words, unless the line reads as a heading: "Article 3" at the top of the
third page may well be the third article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from statutes_diff.messages import msg
from statutes_diff.model import Note
from statutes_diff.readers._text.outline import headings
from statutes_diff.readers.pdf.pages import Line

_NUMBER = re.compile(r"\d{1,5}(?!\d)")
_REACH = 4  # lines from the edge of a page
_FEWEST = 3  # pages that tell repetition from chance, where there are as many
_LONGEST = 300  # characters
_STEP = 2  # points within which a place is the same
_Key = tuple[str, int]


def without_furniture(lines: Sequence[Line], notes: list[Note]) -> list[Line]:
    """The lines that are text; those that belong to the pages become notes with their words."""
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    fewest = min(_FEWEST, len(pages))
    if fewest < 2:
        return list(lines)
    edges = [edge for page in pages for edge in _edges(page)]
    near = {line.number: line for edge in edges for line in edge}
    counted = Counter(key for line in near.values() for key in set(_keys(line)))
    running = {line.number for edge in edges for line in _running(edge, counted, fewest)}
    if len(running) == len(lines):
        return list(lines)
    for line in lines:
        if line.number in running:
            message = msg("page {page}: header, footer or number left out: “{words}”", page=line.page, words=line.text)
            notes.append(Note(line.number, "page-furniture", message))
    return [line for line in lines if line.number not in running]


def _edges(page: list[Line]) -> Iterator[list[Line]]:
    """The lines nearest to the upper and to the lower edge, from the edge inwards."""
    down = sorted(page, key=lambda line: -line.top)
    yield down[:_REACH]
    yield down[: -_REACH - 1 : -1]


def _keys(line: Line) -> Iterator[_Key]:
    """What the line has in common with its likes on other pages: its place, its words, a number that grows with the pages."""
    place = round(line.top / _STEP)
    if len(line.text) <= _LONGEST:
        yield line.text, place
        if not headings([line.text]):
            for number in _NUMBER.finditer(line.text):
                yield f"{line.text[: number.start()]}\0{int(number[0]) - line.page}\0{line.text[number.end() :]}", place


def _running(edge: Iterable[Line], counted: Counter[_Key], fewest: int) -> Iterator[Line]:
    """The lines of an edge that come back, up to the first that does not."""
    for line in edge:
        if not any(counted[key] >= fewest for key in _keys(line)):
            return
        yield line
