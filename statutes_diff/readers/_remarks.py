"""What is noted of an article in the same words, whatever format it was read from."""

from __future__ import annotations

from statutes_diff.messages import msg
from statutes_diff.model import Article, Note


def second(label: str, line: int, first: int) -> Note:
    """The number of an article stands a second time; ``first``: the line of the other one."""
    said = msg("article {number} stands a second time (first at line {line}): both are kept", number=label, line=first)
    return Note(line, "duplicate-number", said)


def second_file(article: Article, first: Article) -> Note:
    """The same where the other one lies in another file."""
    said = msg("article {number} stands a second time (first in {file}): both are kept", number=article.label, file=first.file)
    return Note(article.line, "duplicate-number", said, article.file)


def without_text(label: str, line: int) -> Note:
    """An article has neither alinéas nor a state that says why."""
    return Note(line, "empty-article", msg("article {number} has no text", number=label))
