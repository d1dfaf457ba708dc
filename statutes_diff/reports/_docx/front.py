"""The first page in Word: what was compared, what came out, what matters first, how to read the revisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.messages import N_, _, msg, translated
from statutes_diff.reports._docx.markup import paragraph, plain, run
from statutes_diff.reports._docx.tables import report_table
from statutes_diff.reports._docx.writing import labelled
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import first
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import WORDS, alinea_figures
from statutes_diff.reports._views.summary import summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statutes_diff.model import Account, Summary
    from statutes_diff.reports._views.first import First
    from statutes_diff.reports._views.view import View


_READING = N_(
    "Accept all changes, and the new text remains; reject all, and the old text remains, paragraph for paragraph. The small "
    "number in the margin counts the alinéas of the new version; in brackets stands the number in the old version where it is "
    "another: 6 (4). An alinéa that is struck bears its old number. More at the end."
)


def front(account: Account, view: View) -> Iterator[str]:
    """The paragraphs of the first page."""
    shown = selected(account, view)
    whole = summary(shown)
    yield plain("Title", _("Comparison of two versions"))
    yield plain("Subtitle", title(account))
    yield from _compared(account, view)
    yield plain("Heading3", _("Result"))
    yield report_table(list(_figures(account, whole, view)))
    yield from _matters(shown, whole, home_of(account))
    yield plain("Heading3", _("How to read this document"))
    yield plain("Normal", _(_READING))


def title(account: Account) -> str:
    """What is compared: one title, or both where they differ."""
    titles = dict.fromkeys(side.title for side in (account.comparison.old, account.comparison.new) if side.title)
    return " → ".join(titles) or _("(no title)")


def _compared(account: Account, view: View) -> Iterator[str]:
    """The two versions beside one another: title, source, how each was read, how much was noticed in reading."""
    sides = _account.sides(account.comparison, view)
    notes = [_noticed(len(side.notes)) for side in (account.comparison.old, account.comparison.new)]
    rows = [
        ["", *(side.name for side in sides)],
        [_("Title"), *(side.title for side in sides)],
        [_("Source"), *(side.facts[0] for side in sides)],
        [_("Reading"), *(" · ".join(side.facts[1:]) for side in sides)],
        *([[_("Notes"), *notes]] if any(notes) else []),
    ]
    yield report_table(rows)


def _noticed(count: int) -> str:
    return translated(msg("{n}, at the end of the document", n=count)) if count else ""


def _figures(account: Account, whole: Summary, view: View) -> Iterator[list[str]]:
    yield ["", _("of the whole comparison")]
    yield [_("Articles"), _overall.result(account)]
    yield from _counted(_("Alinéas"), alinea_figures(_repeated(whole.alineas)))
    yield from _counted(_("Changes by kind"), first.kinds(whole))
    yield from _counted(_("Cross-references"), _statuses(whole.references))
    yield from _counted(_("Shown"), _overall.filter_words(account, view))


def _counted(label: str, figures: str) -> Iterator[list[str]]:
    if figures:
        yield [label, figures]


def _repeated(counts: Mapping[str, int]) -> Iterator[str]:
    return (status for status, count in counts.items() for _n in range(count))


def _statuses(counts: Mapping[str, int]) -> str:
    return ", ".join([f"{_(WORDS[status])} {n}" for status, n in counts.items() if n])


def _matters(account: Account, whole: Summary, home: str | None) -> Iterator[str]:
    found = first.first(account, whole, home)
    if found:
        yield plain("Heading3", _("What matters first"))
    for place, headline in enumerate(found, start=1):
        yield from _headline(place, headline)
    if also := first.others(whole):
        yield labelled(_("Also"), also)


def _headline(place: int, headline: First) -> Iterator[str]:
    """A headline and the first of what it stands for."""
    yield paragraph("Item", run(f"{place}.\t") + run(headline.title, "Strong") + run(f" — {headline.why}"), "<w:keepNext/>")
    examples = [*headline.examples, *([first.more(headline.more)] if headline.more else [])]
    yield from (plain("Example", example) for example in examples)
