"""Lines of plain text to alinéas: hard wraps undone, alinéas cut by a page break joined again.

The ugly case that this module exists for: "…dans lesquelles les professionnels", a page break, "conventionnés peuvent adhérer…".
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import pairwise

from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import function_words
from statutes_diff.messages import msg
from statutes_diff.model import Link, Note

WIDTHS = range(60, 101)
_USUAL = 80
_TELLING = 8  # breaks that tell a narrower width from chance
_TOO_LONG = 200  # characters of a line that no wrapped text holds
_CUT_AT_LEAST = 40
_STOPS = '.;:!?»")'


@dataclass(slots=True, eq=False, repr=False)
class Block:
    """One alinéa to be: its words, the line (from 1) where it starts and the one where it ends."""

    text: str
    line: int
    end: int
    links: tuple[Link, ...] = ()
    table: bool = False


def wrap_width(lines: list[str]) -> int:
    """The width at which a text was hard-wrapped, 0 when its line breaks are its own.

    A break is a wrap when the next word would not have fitted; a text is wrapped when nearly all its inner breaks are. The
    width is that of the longest line that goes on in the next one; in a short text, not less than the usual 80.
    """
    if len(max(lines, key=len, default="")) > _TOO_LONG:
        return 0
    joints = [(a.rstrip(), b) for a, b in pairwise(lines) if a.strip() and b.strip() and not _sets_apart(a, b)]
    longest = max((len(a) for a, _ in joints), default=0)
    width = longest if len(joints) >= _TELLING else max(longest, _USUAL)
    full = [a for a, b in joints if _full(a, b, width)]
    evident = len(joints) >= _TELLING or any(a[-1] not in _STOPS for a in full)  # two long lines may be two alinéas
    return width if longest in WIDTHS and evident and len(full) >= 0.9 * len(joints) else 0


def _sets_apart(line: str, following: str) -> bool:
    """True for a break that no wrap makes: before or after an underline, or between a stop and the marker of an item."""
    underlined = not line.strip("-= \t") or not following.strip("-= \t")
    return underlined or (line.rstrip()[-1] in ".;:" and bool(markers(following)[0]))


def _full(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width


def blocks(lines: list[str], start: int, end: int, width: int) -> list[Block]:
    """The paragraphs of ``lines[start:end]``; a line is an alinéa unless the text is wrapped at ``width``."""
    found: list[Block] = []
    fresh = True
    for index in range(start, end):
        text = lines[index].strip()
        if not text:
            fresh = True
        elif not fresh and width and _continues(found[-1], lines[index - 1], text, width):
            found[-1].text += " " + text
            found[-1].end = index + 1
        else:
            found.append(Block(text, index + 1, index + 1))
            fresh = False
    return found


def _continues(block: Block, before: str, text: str, width: int) -> bool:
    if not _full(before, text, width):
        return False
    return block.text[-1] not in ".;:" or not markers(text)[0]


def joined(found: Iterable[Block], notes: list[Note], pages: Container[int] = ()) -> list[Block]:
    """Join the halves of alinéas that a page break cut, each repair with a note at the line of the second half.

    ``pages``: the indices of the lines on which a page is known to start.
    """
    whole: list[Block] = []
    for block in found:
        if whole and (_cut(whole[-1].text, block.text) or (block.line - 1 in pages and _runs_on(whole[-1].text, block.text))):
            notes.append(_page_break(whole[-1], block))
            whole[-1].text += " " + block.text
            whole[-1].end = block.end
        else:
            whole.append(block)
    return whole


def _cut(before: str, after: str) -> bool:
    """True when one sentence runs over the break: no stop before it, a small letter after it, no item and no cell."""
    if len(before) < _CUT_AT_LEAST or not before[-1].isalnum() or markers(after)[0]:
        return False
    return after[0].islower() or before.split()[-1].lower() in function_words()


def _runs_on(before: str, after: str) -> bool:
    """True when nothing ends before a page that is known to end: no stop, and no item that starts after it."""
    return before[-1] not in _STOPS and not markers(after)[0]


def _page_break(before: Block, after: Block) -> Note:
    words = " ".join(before.text.split()[-3:])
    message = msg("alinéa cut after “{words}” (line {line}) joined to its second half", words=words, line=before.end)
    return Note(after.line, "page-break" if after.line > before.end + 1 else "line-break", message)
