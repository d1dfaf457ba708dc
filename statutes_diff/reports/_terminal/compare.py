"""A comparison on the terminal: head, articles, institutions, renvois, other findings, what was left out, the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._terminal.layout import Beside, Columns, Paragraph
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import contents, first, inbound, sweeps
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of, institutions, sentences
from statutes_diff.reports._views.places import articles
from statutes_diff.reports._views.renvois import changed_renvois, kept_renvois
from statutes_diff.reports._views.segments import ELLIPSIS, Segment, one_side
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from statutes_diff.model import Account
    from statutes_diff.reports._terminal.layout import Part
    from statutes_diff.reports._views.account import ArticleBlock, Side
    from statutes_diff.reports._views.entries import Entry
    from statutes_diff.reports._views.view import View

_MARGIN = "      "
# In the margin of a line whose words all went or all came: the bracket may have opened many lines before.
_SIGNS = {"deleted": "    - ", "inserted": "    + "}
_WORDINGS = {"old": "    - ", "new": "    + "}

# The signs stand without colour too; with the tilde, only typography changed.
_BRACKETS = {
    ("deleted", False): ("[-", "-]"),
    ("deleted", True): ("[~", "~]"),
    ("inserted", False): ("{+", "+}"),
    ("inserted", True): ("{~", "~}"),
}


def content(account: Account, view: View) -> Iterator[RenderableType]:
    """The whole report, part by part."""
    shown = selected(account, view)
    home = home_of(account)
    yield from _head(account, view)
    yield from _section(_first(shown, home))
    blocks = list(_account.blocks(account, view))
    yield from _section(_contents(blocks, view))
    for block in blocks:
        yield from _article(block, view)
    yield from _section(_sweeps(shown, home, view))
    yield from _section(_institutions(shown, home))
    yield from _section(_renvois(shown, home, view))
    yield from _section(_inbound(shown))
    yield from _section(_sentences(sentences(shown.findings, home)))
    yield from _section(_tail(account, view))


def _first(account: Account, home: str | None) -> Iterator[Paragraph]:
    """What matters first, where the report is long."""
    whole = summary(account)
    found = first.first(account, whole, home)
    if found:
        yield Paragraph((_("What matters first"), "title"))
    for place, headline in enumerate(found, start=1):
        yield Paragraph((f"{place}. {headline.title}", "label"), f" — {headline.why}", rest="   ")
        for example in headline.examples:
            yield Paragraph(example, first="   - ", rest="     ")
        if headline.more:
            yield Paragraph((first.more(headline.more), "faint"), first="     ", rest="     ")
    yield from (labelled(*line) for line in first.below(whole, found))


def _contents(blocks: Sequence[ArticleBlock], view: View) -> Iterator[Paragraph]:
    """The articles that a long report tells, by what became of them."""
    for place, group in enumerate(contents.groups(contents.entries([block.pair for block in blocks]))):
        if not place:
            yield Paragraph((_("Contents"), "title"))
        numbers = articles([entry.number for entry in group.entries], full=view.full)
        status = translated(msg("{status} ({n}): ", status=group.status, n=len(group.entries)))
        yield Paragraph((status, "label"), numbers, first="  ", rest="    ")


def _section(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Parts after a blank line; nothing when there are none."""
    for place, part in enumerate(parts):
        if place == 0:
            yield Paragraph()
        yield part


def _head(account: Account, view: View) -> Iterator[Paragraph]:
    for side in _account.sides(account.comparison, view):
        yield from side_lines(side)
    yield from (labelled(*line) for line in _overall.head(account, view))
    yield labelled(_("Signs"), *(_wordings() if view.rewritten else _legend()))
    if view.beside:
        yield Paragraph(_("on the left the old version, on the right the new one"), first="  ", rest="  ")


def labelled(label: str, *parts: Part) -> Paragraph:
    """A line that begins with what it is about."""
    return Paragraph((translated(msg("{label}: ", label=label)), "title"), *parts, rest="  ")


def side_lines(side: Side) -> Iterator[Paragraph]:
    """A version: its title, where it came from, what was repaired in it."""
    yield labelled(side.name, side.title)
    yield Paragraph((" · ".join(side.facts), "faint"), first="  ", rest="  ")
    for note in side.notes:
        yield Paragraph((note, "warning"), first="  ! ", rest="    ")


def _legend() -> Iterator[Part]:
    return _parts(
        [
            Segment("deleted", _("words removed")),
            Segment("equal", "  "),
            Segment("inserted", _("words inserted")),
            Segment("equal", "  "),
            Segment("deleted", _("old"), editorial=True),
            Segment("inserted", _("new"), editorial=True),
            Segment("equal", " " + _("typography only") + "  "),
            Segment("equal", f"{ELLIPSIS}\u00a0" + _("unchanged words left out")),
        ]
    )


def _wordings() -> Iterator[Part]:
    yield f"- {_('old wording')}", "old"
    yield "  "
    yield f"+ {_('new wording')}", "new"


def _article(block: ArticleBlock, view: View) -> Iterator[RenderableType]:
    yield Paragraph()
    yield Paragraph((block.title, "title"), f" — {block.status}", rest="  ")
    for line in block.outline:
        yield Paragraph((line, "faint"), first="  ", rest="  ")
    for entry in block.entries:
        yield from _entry(entry, view)


def _entry(entry: Entry, view: View) -> Iterator[RenderableType]:
    yield Paragraph()
    yield Paragraph((entry.label, "label"), f"  {entry.status}", first="  ", rest=_MARGIN)
    if entry.reason:
        yield Paragraph((entry.reason, "warning"), first="      ! ", rest="        ")
    if any(segment.kind in _WORDINGS for segment in entry.words):
        yield from _whole(entry.words)
    elif entry.words and view.beside:
        yield Beside(_column(entry.words, "inserted"), _column(entry.words, "deleted"))
    elif entry.words:
        yield Paragraph(*_parts(entry.words), first=_MARGIN, rest=_MARGIN, signs=_SIGNS)


def _column(words: Sequence[Segment], other: Literal["deleted", "inserted"]) -> Paragraph:
    """The words of one version, those of the other left out."""
    parts = _parts(one_side(words, other))
    return Paragraph(*parts, first="  ", rest="  ", signs={"deleted": "- ", "inserted": "+ "})


def _whole(wordings: Sequence[Segment]) -> Iterator[Paragraph]:
    """Each wording in a paragraph of its own; where there are two, each is announced."""
    for segment in wordings:
        if len(wordings) > 1:
            label = _("old wording") if segment.kind == "old" else _("new wording")
            yield Paragraph((translated(msg("{label}: ", label=label)), "faint"), first=_MARGIN)
        margin = _WORDINGS[segment.kind]
        yield Paragraph((segment.text, segment.kind), first=margin, rest=margin)


def _parts(segments: Iterable[Segment]) -> Iterator[Part]:
    for segment in segments:
        if segment.kind in ("equal", "elided"):
            yield segment.text, "faint" if segment.kind == "elided" else ""
            continue
        before, after = _BRACKETS[segment.kind, segment.editorial]
        yield f"{before}{segment.text}{after}", segment.kind


def _sweeps(account: Account, home: str | None, view: View) -> Iterator[RenderableType]:
    rows = sweeps.rows(account, home, full=view.full)
    if rows:
        yield Columns(rows[0], rows[1:], numbers=(1, 2))


def _institutions(account: Account, home: str | None) -> Iterator[RenderableType]:
    rows = institutions(account.findings, home)
    if rows:
        yield Columns(rows[0], rows[1:], numbers=(1, 2))


def _renvois(account: Account, home: str | None, view: View) -> Iterator[RenderableType]:
    rows = changed_renvois(account, home)
    kept, words = kept_renvois(account, home, full=view.full)
    if rows:
        heading = (_("Cross-references"), _("target"), _("where"))
        yield Columns(heading, [(row.status, row.target, _with_evidence(row.where, row.evidence)) for row in rows])
    elif kept:
        yield Paragraph((_("Cross-references"), "title"))
    if kept:
        yield Paragraph(translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=words)), rest="  ")


def _inbound(account: Account) -> Iterator[RenderableType]:
    if rows := inbound.rows(account):
        yield Columns(inbound.head(), rows)
    elif words := inbound.none_found(account):
        yield Paragraph(words, rest="  ")


def _with_evidence(where: str, evidence: str) -> str:
    return f"{where} — {evidence}" if evidence else where


def _sentences(found: Sequence[str]) -> Iterator[Paragraph]:
    if found:
        yield Paragraph((_("Other findings"), "title"))
    for sentence in found:
        yield Paragraph(sentence, first="- ", rest="  ")


def _tail(account: Account, view: View) -> Iterator[Paragraph]:
    yield from (Paragraph(sentence, rest="  ") for sentence in _overall.left_out(account, view))
    if proof := _overall.verified(account):
        yield Paragraph((proof, "faint"), rest="  ")
