"""The versions of an article on the terminal: one paragraph a commit, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports._terminal import compare as _terminal_compare
from statutes_diff.reports._terminal.layout import Paragraph
from statutes_diff.reports._views import history as _history

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from statutes_diff.model import Account
    from statutes_diff.model.history import History, Step
    from statutes_diff.reports._views.view import View

_INDENT = "  "


def content(found: History, patches: Sequence[Account], view: View) -> Iterator[RenderableType]:
    """The article, its versions, and what each of them changed where that is asked for."""
    yield from head(found)
    for place, step in enumerate(found.steps):
        yield Paragraph()
        yield from _step(step)
        if patches:
            yield Paragraph()
            yield from _terminal_compare.content(patches[place], view)


def head(found: History) -> Iterator[Paragraph]:
    """Which article it is, where it stands, and what must be known of the history."""
    yield Paragraph((_history.title(found), "title"))
    yield Paragraph((" · ".join(_history.facts(found)), "faint"), first=_INDENT, rest=_INDENT)
    for note in _history.notes(found):
        yield Paragraph((note, "warning"), first="  ! ", rest="    ")


def _step(step: Step) -> Iterator[Paragraph]:
    commit = step.commit
    yield Paragraph((commit.date, "title"), " ", (commit.id[: _history.ID], "label"), " ", commit.subject, rest=_INDENT)
    yield Paragraph(_history.change(step), first=_INDENT, rest=_INDENT * 2)
