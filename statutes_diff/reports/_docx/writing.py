"""Paragraphs of the report's own words: lists, and lines that begin with what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statutes_diff.messages import msg, translated
from statutes_diff.reports._docx.markup import paragraph, plain, run


def items(sentences: Iterable[str]) -> Iterator[str]:
    """A list."""
    return (plain("Item", f"–\t{sentence}") for sentence in sentences)


def labelled(label: str, text: str) -> str:
    """A line that begins with what it is about."""
    return paragraph("Normal", run(translated(msg("{label}: ", label=label)), "Strong") + run(text))
