"""``--pairs``: pairs of article numbers that the user gives, as spreadsheets write them; checked against both versions.

One pair a line, ``old,new``; semicolons and tabs part as well as commas, further columns are left alone. A side without a number
says that the article has no partner. A first line without any digit that names no article is the table's heading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from statutes_diff.language.numbers import article_key, article_printed
from statutes_diff.messages import msg
from statutes_diff.model import Message, Override, Statute
from statutes_diff.sources import InputError

_WORD = re.compile(r"(?i)^\s*(?:articles?|art\.?)\s+")
_DIGIT = re.compile(r"\d")
_NO_PAIR = msg("is no pair of numbers: write OLD,NEW and leave a side empty where the article has no partner")


class Line(NamedTuple):
    """A line of the file: the numbers (keys, empty for none) and where they stand; ``text`` keeps them as written."""

    old: str
    new: str
    number: int | None = None
    text: tuple[str, str] = ("", "")


def overrides(name: str, text: str, old: Statute, new: Statute) -> tuple[Override, ...]:
    """The pairs of a file, called ``name`` in errors.

    Raises:
        InputError: a line that is no pair, a number that its version does not hold, a number with two partners, no pair at all.
    """
    found = list(_lines(name, text))
    olds, news = _numbers(old), _numbers(new)
    if found and _is_heading(found[0], olds, news):
        del found[0]
    if not found:
        raise InputError(name, msg("holds no pair of numbers: write one a line, OLD,NEW"))
    return _checked(name, found, olds, news)


def checked(pairs: Sequence[Override], old: Statute, new: Statute) -> tuple[Override, ...]:
    """Pairs given by a program, their numbers as keys; the errors are those of a file, without lines."""
    found = [Line(_key(pair.old or ""), _key(pair.new or ""), None, (pair.old or "", pair.new or "")) for pair in pairs]
    return _checked("pairs", found, _numbers(old), _numbers(new))


def _lines(name: str, text: str) -> Iterator[Line]:
    """The lines that hold anything, by the number of the line that each starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _line(name, cells, start)
            start = reader.line_num + 1
    except csv.Error:
        raise InputError(name, _NO_PAIR, start) from None


def _delimiter(text: str) -> str:
    """What parts the cells of the first line that holds anything."""
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    return next((sign for sign in (";", "\t") if sign in first), ",")


def _line(name: str, cells: Sequence[str], number: int) -> Line:
    old, new = (*cells[:2], "", "")[:2]
    found = Line(_key(old), _key(new), number, (old, new))
    if len(cells) < 2 or "\n" in old + new or not (found.old or found.new):
        raise InputError(name, _NO_PAIR, number)
    return found


def _key(label: str) -> str:
    return article_key(_WORD.sub("", label))


def _numbers(statute: Statute) -> set[str]:
    return {place.article.number for place in statute.places()}


def _is_heading(line: Line, olds: set[str], news: set[str]) -> bool:
    return not (_DIGIT.search(line.old + line.new) or line.old in olds or line.new in news)


def _checked(name: str, lines: Iterable[Line], olds: set[str], news: set[str]) -> tuple[Override, ...]:
    """The pairs, each once."""
    found: dict[Line, Override] = {}
    partners: tuple[dict[str, Line], dict[str, Line]] = {}, {}
    for line in lines:
        _refuse_unknown(name, line, olds, news)
        for number, known in ((line.old, partners[0]), (line.new, partners[1])):
            before = known.setdefault(number, line) if number else line
            if (before.old, before.new) != (line.old, line.new):
                raise InputError(name, _twice(number, before), line.number)
        found.setdefault(Line(line.old, line.new), Override(line.old or None, line.new or None))
    return tuple(found.values())


def _refuse_unknown(name: str, line: Line, olds: set[str], news: set[str]) -> None:
    """Raises InputError for a number that the version it is given for does not hold."""
    if line.old and line.old not in olds:
        said = msg("the old version holds no article {number}: correct the number or leave the line out", number=line.text[0])
        raise InputError(name, said, line.number)
    if line.new and line.new not in news:
        said = msg("the new version holds no article {number}: correct the number or leave the line out", number=line.text[1])
        raise InputError(name, said, line.number)


def _twice(number: str, before: Line) -> Message:
    if before.number is None:
        return msg("article {number} is given two partners: keep one of the pairs", number=article_printed(number))
    return msg(
        "article {number} has another partner on line {line}: keep one of the two lines",
        number=article_printed(number),
        line=before.number,
    )
