"""Where the lines of a text break on a terminal: at spaces where French typography allows it, inside words too long for a line.

A report of a code has a million words, so they are not asked one by one: nearly every text takes one column a character, and its
lines are found by their last space. Other scripts are measured by rich.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from statutes_diff.language.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Spaces that hold ("n° 5", "trois ans ;") are other characters while lines are broken: no white space, never in printable text.
_HELD = {" ": "\u2800", "\u00a0": "\ud800", "\u2007": "\ud801", "\u202f": "\ud802"}
# A citation or a figure is not torn from its next word: "L. 162-5", "al. 4", "2 mois", "1er mars", "9 000 €".
_HOLDS = late(
    r"(?<!\w)(?:(?:L\.?O|[LRDA])\.?\*{0,2}|n°|art\.|al\.) (?=[\dLRDA*])|\* (?=\d)|(?<![\w.,-])\d{1,3}(?:er)? (?=[^\W\d_])"
    r"|\d (?=\d{3}(?!\d)|[€%])|[\u00a0\u2007\u202f]"
)
# Whatever may take no column or two; all else takes one, and breaks at " " alone (tests/test_report_wrapping.py).
_UNUSUAL = late("[^ -~¡-¬®-˿Ͱ-҂‐-‧‰-⁞₠-₿←-⇿─-◼\u2800\ud800-\ud802]")
_WORD = late(r"\s*\S+\s*")
_SIGNS = (" :", " ;", " ?", " !", " »", "« ")  # of the law too, which has plain spaces there


def held(text: str) -> str:
    """Text whose citations are whole."""
    return _HOLDS.sub(lambda found: found[0][:-1] + _HELD[found[0][-1]], text)


def bound(text: str) -> str:
    """Text whose citations, figures and double signs stay on one line: their spaces are no-break spaces."""
    return signed(_HOLDS.sub(lambda found: found[0][:-1] + "\u00a0", text), "\u00a0")


def signed(text: str, space: str = _HELD[" "]) -> str:
    """Text whose double signs (« : ») stay on the line of their word: another space stands beside them."""
    for sign in _SIGNS:
        text = text.replace(sign, sign.replace(" ", space))
    return text


def freed(text: str) -> str:
    """Held text as it was before."""
    for space, held in _HELD.items():
        text = text.replace(held, space)
    return text


class Words:
    """Held text in runs of one style each."""

    __slots__ = ("_ends", "_styles", "text")

    def __init__(self, runs: Sequence[tuple[str, str]]) -> None:
        self.text = signed("".join([text for text, _ in runs]))
        self._ends = list(accumulate(len(text) for text, _ in runs))
        self._styles = [style for _, style in runs]

    def between(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """A range in its runs, without the white space at its end."""
        end = start + len(self.text[start:end].rstrip())
        at = bisect_right(self._ends, start)
        while start < end:
            stop = min(self._ends[at], end)
            if stop > start:
                yield self.text[start:stop], self._styles[at]
            start, at = stop, at + 1


def columns(text: str) -> int:
    """How wide held text is, its new lines not counted."""
    if not _UNUSUAL.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def lines(text: str, room: int | None) -> Iterator[tuple[int, int]]:
    """The lines of held text as ranges, broken where they are wider than ``room``; white space at their ends included."""
    start = 0
    for line in text.split("\n"):
        inner = [0] if room is None else [0, *_breaks(line, room)]
        yield from ((start + a, start + b) for a, b in zip(inner, [*inner[1:], len(line)], strict=True))
        start += len(line) + 1


def _breaks(line: str, room: int) -> list[int]:
    """Where the next lines begin; white space before the first word belongs to it."""
    if _UNUSUAL.search(line):
        return _measured(line, room)
    found: list[int] = []
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    limit = room
    while end > limit:
        space = line.rfind(" ", start, limit + 1)
        start = limit if space < 0 else space
        while line[start].isspace():  # not past the end: the line ends with a letter
            start += 1
        found.append(start)
        limit = start + room
    return found


def _measured(line: str, room: int) -> list[int]:
    from rich.cells import cell_len, chop_cells

    found: list[int] = []
    used = 0
    for word in _WORD.finditer(line):
        start, letters = word.start(), word[0].rstrip()
        if used + cell_len(letters) > room:
            pieces = chop_cells(letters, room) or [letters]  # marks alone take no column
            found += [start] if start else []
            for piece in pieces[:-1]:
                start += len(piece)
                found.append(start)
            used, letters = 0, pieces[-1]
        used += cell_len(letters) + cell_len(word[0][len(word[0].rstrip()) :])
    return found
