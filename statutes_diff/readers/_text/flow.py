"""From passages that a source sets apart itself (Word's paragraphs, the lines of a page) to the walk that all texts share.

Every passage becomes a line with an empty one after it, so that a bare "Article 4" stands alone as it does in the source.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statutes_diff.model import Link, Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._text.outline import headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers._text.walk import statute

_NO_MARK = "\u2060"  # a word joiner: what follows it is text, whatever it would mean in Markdown
_MARKS = ("#", "*", "_", "-")
_LONGEST_HEADING = 200
_STOPS = (".", ";", ":", ",")


@dataclass(slots=True)
class Passage:
    """A block, and whether its source sets it as a heading."""

    block: Block
    heading: bool = False


def flowed(
    document: Document,
    format: str,
    passages: Sequence[Passage],
    notes: Sequence[Note],
    repaired: Callable[[list[Block], list[Note]], list[Block]] = lambda found, notes: found,
) -> Statute:
    """Read passages by their headings; ``repaired`` has the last word on the blocks between two headings."""
    given = [line for passage in passages for line in (_line(passage), "")]
    lines = list(given)

    def content(start: int, end: int, notes: list[Note]) -> list[Block]:
        found = [_block(passages[at // 2].block, given[at], lines[at]) for at in range(start + start % 2, end, 2)]
        return repaired([block for block in found if block.text], notes)

    def number(index: int) -> int:
        return passages[index // 2].block.line

    return statute(_textless(document), format, lines, content, notes, number)


def is_heading(words: str) -> bool:
    """True when words that a source sets as a heading read as one: a sentence under a heading's style is text."""
    if not words or words.startswith(_MARKS) or len(words) > _LONGEST_HEADING:
        return False
    return not words.endswith(_STOPS) or bool(headings([words]))


def _line(passage: Passage) -> str:
    block = passage.block
    if passage.heading:
        return f"# {block.text} #" if block.text.endswith("#") else f"# {block.text}"
    return _NO_MARK + block.text if block.table or block.text.startswith(_MARKS) else block.text


def _block(block: Block, given: str, line: str) -> Block:
    """The block, without the heading that the walk has read off its start ("Art. 5. - Le maire…")."""
    if line is given or line == given:
        return dataclasses.replace(block)
    text = line.strip()
    shift = len(line) - len(line.lstrip())
    links = tuple(Link(a.start - shift, a.end - shift, a.title, a.href) for a in block.links if a.start >= shift)
    return dataclasses.replace(block, text=text, links=links)


def _textless(document: Document) -> Document:
    """The document as the walk needs it: a name, and no bytes to decode."""
    return Document(document.source._replace(data=b""))
