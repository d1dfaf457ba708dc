"""A comparison on the terminal: head, articles, institutions, renvois, other findings, what was left out, the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports import _account
from statutes_diff.reports._findings import home_of, institutions, sentences
from statutes_diff.reports._layout import Line, Piece, table, wrapped
from statutes_diff.reports._renvois import changed_renvois, kept_renvois
from statutes_diff.reports._segments import ELLIPSIS, Segment
from statutes_diff.reports._selection import selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Account
    from statutes_diff.reports._account import ArticleBlock, Entry, Side
    from statutes_diff.reports._view import View

_WIDEST = 120  # columns: law in longer lines is hard to read, however wide the screen
_BLANK: Line = []
_MARGIN = "      "
_SIGNS = {"deleted": "    - ", "inserted": "    + "}

# The signs stand without colour too; with the tilde, only typography changed.
_BRACKETS = {
    ("deleted", False): ("[-", "-]"),
    ("deleted", True): ("[~", "~]"),
    ("inserted", False): ("{+", "+}"),
    ("inserted", True): ("{~", "~}"),
}


def lines(account: Account, view: View) -> Iterator[Line]:
    """The whole report, line by line."""
    width = min(view.width, _WIDEST)
    shown = selected(account, view)
    home = home_of(account)
    yield from _head(account, view, width)
    for block in _account.blocks(account, view):
        yield from _article(block, width)
    yield from _section(table(institutions(shown.findings, home), width, numbers=(1, 2)))
    yield from _section(_renvois(shown, home, width))
    yield from _section(_sentences(sentences(shown.findings, home), width))
    yield from _section(_tail(account, view, width))


def _section(content: Iterable[Line]) -> Iterator[Line]:
    """Lines after a blank one; nothing when there are none."""
    for place, line in enumerate(content):
        if place == 0:
            yield _BLANK
        yield line


def _head(account: Account, view: View, width: int) -> Iterator[Line]:
    for side in _account.sides(account.comparison, view):
        yield from _side(side, width)
    yield from _labelled(_("Result"), _account.result(account), width)
    filtered = _account.filter_words(account, view)
    if filtered:
        yield from _labelled(_("Shown"), filtered, width)
    yield from wrapped([Piece(translated(msg("{label}: ", label=_("Signs"))), "title"), *_legend()], width, "", "  ")


def _labelled(label: str, text: str, width: int) -> Iterator[Line]:
    heading = Piece(translated(msg("{label}: ", label=label)), "title")
    yield from wrapped([heading, Piece(text)], width, "", "  ")


def _side(side: Side, width: int) -> Iterator[Line]:
    yield from _labelled(side.name, side.title, width)
    yield from wrapped([Piece(" · ".join(side.facts), "faint")], width, "  ", "  ")
    for note in side.notes:
        yield from wrapped([Piece(note, "warning")], width, "  ! ", "    ")


def _legend() -> Iterator[Piece]:
    yield from _pieces(
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


def _article(block: ArticleBlock, width: int) -> Iterator[Line]:
    yield _BLANK
    yield from wrapped([Piece(block.title, "title"), Piece(f" {_DASH} "), Piece(block.status)], width, "", "  ")
    for line in block.outline:
        yield from wrapped([Piece(line, "faint")], width, "  ", "  ")
    for entry in block.entries:
        yield from _entry(entry, width)


_DASH = "—"


def _entry(entry: Entry, width: int) -> Iterator[Line]:
    yield _BLANK
    label = [Piece(entry.label, "label"), Piece(f"  {entry.status}")]
    yield from wrapped(label, width, "  ", "      ")
    if entry.reason:
        yield from wrapped([Piece(entry.reason, "warning")], width, "      ! ", "        ")
    if entry.words:
        yield from map(_marked, wrapped(_pieces(entry.words), width, _MARGIN, _MARGIN))


def _marked(line: Line) -> Line:
    """A line whose words all went or all came has the sign in its margin: the bracket may have opened many lines before."""
    styles = {piece.style for piece in line[1:] if piece.text.strip()}
    sign = _SIGNS.get(styles.pop()) if len(styles) == 1 else None
    return [Piece(sign), *line[1:]] if sign else line


def _pieces(segments: Iterable[Segment]) -> Iterator[Piece]:
    for segment in segments:
        if segment.kind in ("equal", "elided"):
            yield Piece(segment.text, "faint" if segment.kind == "elided" else "")
            continue
        before, after = _BRACKETS[segment.kind, segment.editorial]
        yield Piece(f"{before}{segment.text}{after}", segment.kind)


def _renvois(account: Account, home: str | None, width: int) -> Iterator[Line]:
    rows = changed_renvois(account, home)
    kept, words = kept_renvois(account)
    if rows:
        heading = (_("Cross-references"), _("target"), _("where"))
        body = [(row.status, row.target, _with_evidence(row.where, row.evidence)) for row in rows]
        yield from table([heading, *body], width)
    elif kept:
        yield [Piece(_("Cross-references"), "title")]
    if kept:
        text = translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=words))
        yield from wrapped([Piece(text)], width, "", "  ")


def _with_evidence(where: str, evidence: str) -> str:
    return f"{where} — {evidence}" if evidence else where


def _sentences(found: Sequence[str], width: int) -> Iterator[Line]:
    if found:
        yield [Piece(_("Other findings"), "title")]
    for sentence in found:
        yield from wrapped([Piece(sentence)], width, "- ", "  ")


def _tail(account: Account, view: View, width: int) -> Iterator[Line]:
    for sentence in (_account.unchanged_articles(account, view), *_account.not_covered(account, view)):
        if sentence:
            yield from wrapped([Piece(sentence)], width, "", "  ")
    yield from wrapped([Piece(_account.verified(account), "faint")], width, "", "  ")
