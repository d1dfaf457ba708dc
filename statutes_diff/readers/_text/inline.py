"""Links that a Markdown text prints inside its alinéas: ``[L. 162-5](/codes/article/…  "Code … - art. L162-5 (V)")``.

Only links are read as Markdown. Asterisks, underscores and brackets are law text (``R.* 361-4``, ``[*définition*]``) and stay.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from statutes_diff.model import Link
from statutes_diff.readers._text.paragraphs import Block

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LONGEST = 100_000  # characters; links are not looked for in a longer paragraph


def with_links(found: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the words of their Markdown links in the text and the links over them."""
    for block in found:
        yield _read(block) if "](" in block.text and len(block.text) < _LONGEST else block


def _read(block: Block) -> Block:
    tokens = _parser().parseInline(block.text)[0].children or []
    pieces: list[str] = []
    links: list[Link] = []
    opened: list[tuple[int, Token]] = []
    length = 0
    for token in tokens:
        if token.type == "link_open":
            opened.append((length, token))
        elif token.type == "link_close":
            start, link = opened.pop()
            links.append(Link(start, length, str(link.attrs.get("title", "")), str(link.attrs.get("href", ""))))
        else:
            pieces.append(token.content)
            length += len(token.content)
    return dataclasses.replace(block, text="".join(pieces), links=tuple(links)) if links else block


@functools.cache
def _parser() -> MarkdownIt:
    """A parser that knows links and nothing else: every other rule could take a character of the law away."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable("link")
