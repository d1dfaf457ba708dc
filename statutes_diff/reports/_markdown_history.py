"""The versions of an article in Markdown: a table, and the comparison of each step below it where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _
from statutes_diff.reports import _history, markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account
    from statutes_diff.model.history import History, Step
    from statutes_diff.reports._view import View


def paragraphs(found: History, patches: Sequence[Account], view: View) -> Iterator[str]:
    """The report, paragraph by paragraph."""
    yield f"# {markdown.escaped(_history.title(found))}"
    yield markdown.escaped(" · ".join(_history.facts(found)))
    yield from (markdown.escaped(note) for note in _history.notes(found))
    heading = (_("date"), _("commit"), _("subject"), _("change"))
    yield markdown.table_of([heading, *(_row(step) for step in found.steps)])
    for step, account in zip(found.steps, patches, strict=bool(patches)):
        yield f"# {markdown.escaped(f'{step.commit.date} — {step.commit.subject}')}"
        yield markdown.compare(account, view).rstrip("\n")


def _row(step: Step) -> tuple[str, ...]:
    return step.commit.date, step.commit.id[: _history.ID], step.commit.subject, _history.change(step)
