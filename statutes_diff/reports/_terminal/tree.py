"""A statute's tree on the terminal: headings, articles with their history, alinéas with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import N_, _, msg, plural, translated
from statutes_diff.model import Alinea, AmendmentNote, Article, Statute
from statutes_diff.reports._terminal.layout import Paragraph
from statutes_diff.reports._views.account import note_words
from statutes_diff.reports._views.labels import beside, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 6  # levels that are still indented: deeper ones would leave no room for words
_STEP = "  "

_VERBS = {
    "modified": N_("modified by: {act}"),
    "inserted": N_("inserted by: {act}"),
    "repealed": N_("repealed by: {act}"),
    "transferred": N_("transferred by: {act}"),
    "codified": N_("codified by: {act}"),
    "reinstated": N_("reinstated by: {act}"),
}


def content(statute: Statute) -> Iterator[Paragraph]:
    """The whole tree, paragraph by paragraph."""
    yield from _head(statute)
    stack = [(child, 0) for child in reversed(statute.children)]
    while stack:
        node, depth = stack.pop()
        indent = _STEP * min(depth, _DEEPEST)
        yield Paragraph()
        if isinstance(node, Article):
            yield from _article(node, indent)
        else:
            yield Paragraph((node.heading, "title"), first=indent, rest=indent + _STEP)
            stack.extend((child, depth + 1) for child in reversed(node.children))


def _head(statute: Statute) -> Iterator[Paragraph]:
    yield Paragraph((statute.title or _("(no title)"), "title"), rest=_STEP)
    yield Paragraph((" · ".join(facts_of(statute)), "faint"), first=_STEP, rest=_STEP)
    for note in statute.notes:
        yield Paragraph((note_words(note), "warning"), first="  ! ", rest="    ")


def _article(article: Article, indent: str) -> Iterator[Paragraph]:
    count = translated(plural("{n} alinéa", "{n} alinéas", len(article.alineas)))
    title = translated(msg("Article {number}", number=article_printed(article.number)))
    at = translated(msg("line {n}", n=article.line))
    place = f"{article.file}, {at}" if article.file else at
    yield Paragraph((title, "title"), f" — {count} · {place}", first=indent, rest=indent + _STEP)
    inner = indent + _STEP
    for note in article.history:
        yield Paragraph((_history(note), "faint"), first=inner, rest=inner + _STEP)
    for index, alinea in enumerate(article.alineas, start=1):
        yield _alinea(alinea, index, inner)
    for annotation in article.annotations:
        yield Paragraph((beside(annotation), "label"), (annotation.text, "faint"), first=inner, rest=inner + _STEP)


def _history(note: AmendmentNote) -> str:
    """One entry of the history: verb, act, provision, publication; its printed words when it could not be taken apart."""
    if not note.act:
        return note.text
    done = translated(msg(_VERBS.get(note.verb, "{act}"), act=note.act))
    return ", ".join([part for part in (done, note.provision, _published(note)) if part])


def _published(note: AmendmentNote) -> str:
    if note.published and note.published_on:
        return f"{note.published} ({note.published_on})"
    return note.published or note.published_on


def _alinea(alinea: Alinea, index: int, indent: str) -> Paragraph:
    """The number in the margin, the words at their depth."""
    margin = f"{indent}{index:>3}  {_STEP * min(alinea.depth, _DEEPEST)}"
    return Paragraph(alinea.text, first=margin, rest=" " * len(margin))
