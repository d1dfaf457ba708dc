"""A comparison on paper: the first page, the contents, the articles, what is said of them, what was left out, the proof."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import contents as _contents
from statutes_diff.reports._views import inbound, sweeps
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of, institutions, sentences
from statutes_diff.reports._views.page import announced, figures, matters, versions
from statutes_diff.reports._views.renvois import changed_renvois, kept_renvois
from statutes_diff.reports._views.segments import ELLIPSIS, Segment
from statutes_diff.reports._views.selection import selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Account
    from statutes_diff.reports._pdf.document import Document
    from statutes_diff.reports._views.account import ArticleBlock
    from statutes_diff.reports._views.entries import Entry
    from statutes_diff.reports._views.page import Said
    from statutes_diff.reports._views.view import View

# Struck and underlined, so that a print without colours tells the two apart.
_MARKS = {
    "deleted": '<strike><font color="#9C0006">{}</font></strike>',
    "inserted": '<u><font color="#006100">{}</font></u>',
    "elided": '<font color="#555555">{}</font>',
}
_MOST = 5_000  # characters of a paragraph, and lines
_LINES_AT_MOST = 50
# What is set in one piece: a line, or a good part of one, up to a space where there is one.
_ROOM = re.compile(r"[^\n]{0,2000}(?:\n|(?<= )|\Z)|[^\n]{1,2000}")
_LINES = {"title": "text", "fact": "faint", "note": "faint", "first": "item", "example": "inner", "honest": "text"}
_BULLETS = {"note": "!", "example": "–"}


def content(account: Account, view: View, document: Document) -> Iterator[Any]:
    """The whole report, paragraph by paragraph."""
    shown, home = selected(account, view), home_of(account)
    blocks = list(_account.blocks(account, view))
    places = _contents.entries([block.pair for block in blocks])
    yield document.heading(_("What changed"), 0)
    for lines in (versions(account, view), figures(account, view), matters(account, view)):
        yield from (part for said in lines for part in _line(said, document))
    yield document.paragraph(_signs(view, document), "faint")
    yield from _table_of_contents(places, document)
    for block, place in zip(blocks, places, strict=True):
        yield from _article(block, place.anchor, document)
    yield from _tables(shown, home, view, document)
    yield from _sentences(sentences(shown.findings, home), document)
    yield document.heading(_("Not compared, and the proof"), 1)
    for sentence in (*_overall.left_out(account, view), _overall.verified(account)):
        if sentence:
            yield document.paragraph(document.safe(sentence))


def _line(said: Said, document: Document) -> Iterator[Any]:
    """A label stands before its words, or above them where a list follows."""
    label = f"<b>{document.safe(announced(said))}</b>" if said.label else ""
    if label and said.kind == "first":
        yield document.paragraph(label)
        label = ""
    style = "text" if said.label and said.kind == "fact" else _LINES[said.kind]
    yield document.paragraph(label + document.safe(said.words), style, bullet=_BULLETS.get(said.kind, ""))


def _signs(view: View, document: Document) -> str:
    """How changes look; nothing is marked where wordings are shown whole."""
    if view.rewritten:
        return ""
    parts = [
        _marked([Segment("deleted", _("words removed"))], document),
        _marked([Segment("inserted", _("words inserted"))], document),
        _marked([Segment("deleted", _("old"), editorial=True), Segment("inserted", _("new"), editorial=True)], document)
        + f" {document.safe(_('typography only'))}",
        f"{ELLIPSIS} {document.safe(_('unchanged words left out'))}",
    ]
    return ", ".join(parts)


def _table_of_contents(places: Sequence[_contents.Entry], document: Document) -> Iterator[Any]:
    for turn, group in enumerate(_contents.groups(places)):
        if not turn:
            yield document.heading(_("Contents"), 1)
        links = ", ".join([f'<a href="#{entry.anchor}">{document.safe(entry.number)}</a>' for entry in group.entries])
        status = translated(msg("{status} ({n}): ", status=group.status, n=len(group.entries)))
        yield document.paragraph(f"<b>{document.safe(status)}</b>{links}")


def _article(block: ArticleBlock, anchor: str, document: Document) -> Iterator[Any]:
    yield document.heading(f"{block.title} — {block.status}", 1, anchor)
    yield from (document.paragraph(document.safe(line), "faint") for line in block.outline)
    for entry in block.entries:
        yield from _entry(entry, document)


def _entry(entry: Entry, document: Document) -> Iterator[Any]:
    said = f"{document.safe(entry.label)} <font name='Vera'>{document.safe(entry.status)}</font>"
    yield document.paragraph(said, "label" if entry.words else "text")
    if entry.reason:
        yield document.paragraph(document.safe(entry.reason), "faint")
    wordings = [segment for segment in entry.words if segment.kind in ("old", "new")]
    for segment in wordings:
        label = translated(msg("{label}: ", label=_("old wording") if segment.kind == "old" else _("new wording")))
        told = Segment("equal", label) if len(wordings) > 1 else Segment("equal", "")
        yield from document.law(_marked(piece, document) for piece in _pieces([told, segment]))
    if entry.words and not wordings:
        yield from document.law(_marked(piece, document) for piece in _pieces(entry.words))


def _pieces(words: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Runs of an alinéa, a paragraph each: one, unless it is a page long. One paragraph over many pages costs their square."""
    piece: list[Segment] = []
    size = 0
    for segment in words:
        for text in _ROOM.findall(segment.text):
            weight = len(text) + _MOST // _LINES_AT_MOST * text.count("\n")
            if piece and size + weight > _MOST:
                yield piece
                piece, size = [], 0
            piece.append(segment._replace(text=text))
            size += weight
    yield piece


def _marked(words: Iterable[Segment], document: Document) -> str:
    parts = []
    for segment in words:
        text = document.safe(f"~{segment.text}~" if segment.editorial else segment.text)
        parts.append(_MARKS.get(segment.kind, "{}").replace("{}", text))
    return "".join(parts)


def _tables(shown: Account, home: str | None, view: View, document: Document) -> Iterator[Any]:
    """Substitutions, institutions, renvois, who cites what changed."""
    if rows := sweeps.rows(shown, home, full=view.full):
        yield document.heading(_("Substitutions"), 1)
        yield document.table(rows, (0.4, 0.1, 0.1, 0.4))
    if rows := institutions(shown.findings, home):
        yield document.heading(_("Institutions"), 1)
        yield document.table(rows, (0.2, 0.1, 0.1, 0.6))
    renvois = changed_renvois(shown, home)
    kept, words = kept_renvois(shown, home, full=view.full)
    if renvois or kept:
        yield document.heading(_("Cross-references"), 1)
    if renvois:
        body = [(row.status, row.target, " — ".join([part for part in (row.where, row.evidence) if part])) for row in renvois]
        yield document.table([(_("status"), _("target"), _("where")), *body], (0.2, 0.35, 0.45))
    if kept:
        yield document.paragraph(document.safe(translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=words))))
    if cited := inbound.rows(shown):
        yield document.heading(_("Cited"), 1)
        yield document.table([inbound.head(), *cited], (0.2, 0.25, 0.55))
    elif nobody := inbound.none_found(shown):
        yield document.paragraph(document.safe(nobody))


def _sentences(found: Sequence[str], document: Document) -> Iterator[Any]:
    if found:
        yield document.heading(_("Other findings"), 1)
    yield from (document.paragraph(document.safe(sentence), "item", bullet="–") for sentence in found)
