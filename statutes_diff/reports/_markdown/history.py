"""The versions of an article in Markdown: a table, and the comparison of each step below it where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _
from statutes_diff.reports import markdown
from statutes_diff.reports._markdown.words import escaped, table_of
from statutes_diff.reports._views import history as _history

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account
    from statutes_diff.model.history import History, Step
    from statutes_diff.reports._views.view import View


def paragraphs(found: History, patches: Sequence[Account], view: View) -> Iterator[str]:
    """The report, paragraph by paragraph."""
    yield f"# {escaped(_history.title(found))}"
    yield escaped(" · ".join(_history.facts(found)))
    yield from (escaped(note) for note in _history.notes(found))
    heading = (_("date"), _("commit"), _("subject"), _("change"))
    yield table_of([heading, *(_row(step) for step in found.steps)])
    for step, account in zip(found.steps, patches, strict=bool(patches)):
        yield f"# {escaped(f'{step.commit.date} — {step.commit.subject}')}"
        yield markdown.compare(account, view).rstrip("\n")


def _row(step: Step) -> tuple[str, ...]:
    return step.commit.date, step.commit.id[: _history.ID], step.commit.subject, _history.change(step)
