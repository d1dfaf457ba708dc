"""What a printed page adds to a text: page numbers, running headers and footers, form feeds.

They are left out of the text, each with a note that keeps its words, and the line on which a new page starts is remembered: a
sentence that runs over it is one alinéa. A number alone on a line may be a cell of a table, so page numbers count as such only
where they follow each other as pages do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import Note

_NUMBER = late(r"(?i)(?P<dressed>[-–—]\s?|page\s)?(?P<number>\d{1,5})(?:\s?(?:/|sur)\s?\d{1,5})?(?:\s?[-–—])?")
_DIGITS = late(r"\d+")
_PAGE = 20  # lines: a shorter page is taken for a table
_FEWEST = 3  # pages: fewer are not told from chance
_LONGEST = 120  # characters of a running header
_REACH = 2  # lines with text on either side of a page break in which a header or footer stands


def without_pages(lines: list[str], notes: list[Note]) -> frozenset[int]:
    """Blank the lines that belong to pages, each with a note; the indices of the lines on which a page starts."""
    feeds = [index for index, line in enumerate(lines) if "\f" in line]
    for index in feeds:
        lines[index] = lines[index].replace("\f", " ")
    numbers = _page_numbers(lines)
    breaks = sorted({*feeds, *numbers})
    if not breaks:
        return frozenset()
    running = _running(lines, breaks)
    for index in sorted({*numbers, *running}):
        notes.append(
            Note(index + 1, "page-furniture", msg("page header or number left out: “{words}”", words=lines[index].strip()))
        )
        lines[index] = ""
    return frozenset(_starts(lines, breaks))


def _page_numbers(lines: list[str]) -> list[int]:
    """Lines that hold a number alone, where most numbers of the text that stand so follow each other one by one, a page
    apart (or are dressed as page numbers: "- 3 -", "page 3")."""
    found = [(index, match) for index, line in enumerate(lines) if (match := _alone(line))]
    if len(found) < _FEWEST:
        return []
    steps = sum(int(b["number"]) == int(a["number"]) + 1 for (_, a), (_, b) in pairwise(found))
    apart = sorted(b - a for (a, _), (b, _) in pairwise(found))[len(found) // 2 - 1] >= _PAGE
    pages = steps >= 0.8 * (len(found) - 1) and (apart or all(match["dressed"] for _, match in found))
    return [index for index, _ in found] if pages else []


def _alone(line: str) -> re.Match[str] | None:
    words = line.strip()
    return _NUMBER.fullmatch(words) if words and len(words) < 24 and words[-1] not in ".;:" else None


def _running(lines: list[str], breaks: Sequence[int]) -> list[int]:
    """Lines near page breaks whose words (digits aside) come back at most of them."""
    near = [index for at in (0, *breaks) for index in _around(lines, at)]
    words = Counter(_DIGITS.sub("0", lines[index].strip()) for index in dict.fromkeys(near))
    often = {line for line, count in words.items() if count >= max(_FEWEST, len(breaks) // 2)}
    return [index for index in dict.fromkeys(near) if _DIGITS.sub("0", lines[index].strip()) in often]


def _around(lines: list[str], at: int) -> Iterator[int]:
    """The lines with text nearest to a page break, before and after it, short enough for a header."""
    for way in (range(at - 1, max(at - 8, -1), -1), range(at, min(at + 8, len(lines)))):
        texts = [index for index in way if lines[index].strip() and not _alone(lines[index])][:_REACH]
        yield from (index for index in texts if len(lines[index].strip()) <= _LONGEST)


def _starts(lines: list[str], breaks: Sequence[int]) -> Iterator[int]:
    """For each break the first line with text after it."""
    for at in breaks:
        yield from [index for index in range(at, min(at + 12, len(lines))) if lines[index].strip()][:1]
