"""A text as lines to be compared by a program that compares lines: one for each heading, alinéa and thing beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.model import Article
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Statute

UNNUMBERED, PLAIN = "sans numéro", "consolidated"  # how readers call an article without a number, and the format of plain lines
_INDENT = "     "


def lines(statute: Statute, *, numbers: bool) -> str:
    """The whole text; rows of a table stand on lines of their own. Without ``numbers`` an alinéa that is put in changes no other
    line. Empty for what is no law text: no article, or plain lines of which none names one."""
    if not is_law(statute):
        return ""
    return "".join([f"{printable(line)}\n" for line in _lines(statute, numbers)])


def is_law(statute: Statute) -> bool:
    """True where an article is named, or where marks of a format tell alinéas."""
    numbers = [article.number for article in statute.articles()]
    return bool(numbers) and (numbers != [UNNUMBERED] or statute.format != PLAIN)


def _lines(statute: Statute, numbers: bool) -> Iterator[str]:
    if statute.title:
        yield statute.title
    stack = [iter(statute.children)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Article):
                yield from _article(child, numbers)
            else:
                yield child.heading
                stack.append(iter(child.children))
                break
        else:
            stack.pop()


def _article(article: Article, numbers: bool) -> Iterator[str]:
    if article.number != UNNUMBERED:
        yield f"Article {article_printed(article.number)}"
    for index, alinea in enumerate(article.alineas, start=1):
        first, *rows = alinea.text.split("\n")
        yield f"{index:>3}  {first}" if numbers else first
        yield from (f"{_INDENT}{row}" for row in rows)
    yield from (f"({note.text})" for note in article.history)
    yield from (f"[{note.text}]" for note in article.annotations)
