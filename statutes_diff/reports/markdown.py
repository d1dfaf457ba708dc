"""GitHub-flavoured Markdown for a pull request or a note: the facts of the terminal in the same order.

Changes are ``<del>`` and ``<ins>``: the signs of Markdown itself do not hold beside punctuation and inside words, and every
forge lets these two tags through. The law's own text is escaped, so that it renders as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._markdown.words import escaped, labelled, side_lines
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import contents as _contents
from statutes_diff.reports._views import first, inbound, sweeps
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of, institutions, sentences
from statutes_diff.reports._views.renvois import changed_renvois, kept_renvois
from statutes_diff.reports._views.segments import ELLIPSIS, Segment
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Account, Concordance, LocatedReference, Statute
    from statutes_diff.model.history import History
    from statutes_diff.reports._views.account import ArticleBlock
    from statutes_diff.reports._views.entries import Entry
    from statutes_diff.reports._views.first import First
    from statutes_diff.reports._views.view import View

_TAGS = {"deleted": "del", "inserted": "ins"}


def compare(account: Account, view: View) -> str:
    """What changed: the articles with their alinéas, the institutions, the renvois, what was not compared."""
    return "\n\n".join(_paragraphs(account, view)) + "\n"


def compare_summary(account: Account, view: View) -> str:
    """The first page alone: what was compared, how many of what, what matters first."""
    from statutes_diff.reports._markdown.parts import first_page

    return "\n\n".join(first_page(account, view)) + "\n"


def concordance(table: Concordance, view: View) -> str:
    """Old numbers and their new ones: the figures, the table, the gaps."""
    from statutes_diff.reports._markdown.concordance import paragraphs

    return "\n\n".join(paragraphs(table, view)) + "\n"


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """Every renvoi with its place, its words and what they point to; ``asked``: what the listing is limited to."""
    from statutes_diff.reports._markdown.refs import paragraphs

    return "\n\n".join(paragraphs(read, asked)) + "\n"


def ref_counts(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """How many renvois there are, of what kind, and what is cited most."""
    from statutes_diff.reports._markdown.refs import counts

    return "\n\n".join(counts(read, asked, full=view.full)) + "\n"


def log(found: History, patches: Sequence[Account], view: View) -> str:
    """The versions of an article, the newest first; ``patches``: what each of them changed, none where nobody asked."""
    from statutes_diff.reports._markdown.history import paragraphs

    return "\n\n".join(paragraphs(found, patches, view)) + "\n"


def _paragraphs(account: Account, view: View) -> Iterator[str]:
    from statutes_diff.reports._markdown.parts import anchor, contents

    shown = selected(account, view)
    home = home_of(account)
    blocks = list(_account.blocks(account, view))
    places = _contents.entries([block.pair for block in blocks])
    yield f"# {escaped(_('What changed'))}"
    yield from _head(account, view)
    yield from _first(shown, home)
    yield from contents(places)
    for block, place in zip(blocks, places, strict=True):
        yield anchor(place)
        yield from _article(block)
    yield from _table(_("Substitutions"), sweeps.rows(shown, home, full=view.full))
    yield from _table(_("Institutions"), institutions(shown.findings, home))
    yield from _renvois(shown, home, view)
    yield from _table(_("Cited"), [["", *inbound.head()[1:]], *found] if (found := inbound.rows(shown)) else [])
    if words := inbound.none_found(shown):
        yield escaped(words)
    yield from _findings(sentences(shown.findings, home))
    yield from (escaped(sentence) for sentence in _overall.left_out(account, view))
    if proof := _overall.verified(account):
        yield f"*{escaped(proof)}*"


def _head(account: Account, view: View) -> Iterator[str]:
    for side in _account.sides(account.comparison, view):
        yield from side_lines(side)
    yield from (labelled(*line) for line in _overall.head(account, view))
    if not view.rewritten:  # no word is marked
        yield labelled(_("Signs"), "") + _legend()


def _legend() -> str:
    removed, inserted = Segment("deleted", _("words removed")), Segment("inserted", _("words inserted"))
    old, new = Segment("deleted", _("old"), editorial=True), Segment("inserted", _("new"), editorial=True)
    typography, left_out = escaped(_("typography only")), escaped(_("unchanged words left out"))
    return f"{_words([removed])}, {_words([inserted])}, {_words([old, new])} {typography}, {ELLIPSIS} {left_out}"


def _first(account: Account, home: str | None) -> Iterator[str]:
    """What matters first, where the report is long."""
    whole = summary(account)
    found = first.first(account, whole, home)
    if found:
        yield _heading(_("What matters first"))
        yield "\n".join([_headline(place, headline) for place, headline in enumerate(found, start=1)])
    yield from (labelled(*line) for line in first.below(whole, found))


def _headline(place: int, headline: First) -> str:
    """An item of a list, its examples as a list inside."""
    examples = [*headline.examples, *([first.more(headline.more)] if headline.more else [])]
    lines = [f"{place}. **{escaped(headline.title)}** — {escaped(headline.why)}", *(f"   - {escaped(one)}" for one in examples)]
    return "\n".join(lines)


def _heading(words: str) -> str:
    return f"## {escaped(words)}"


def _article(block: ArticleBlock) -> Iterator[str]:
    yield f"## {escaped(block.title)} — {escaped(block.status)}"
    yield from (escaped(line) for line in block.outline)
    for entry in block.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    said = [f"**{escaped(entry.label)}**", escaped(entry.status)]
    yield "<br>".join([words for words in (" — ".join([word for word in said if word]), escaped(entry.reason)) if words])
    if any(segment.kind in ("old", "new") for segment in entry.words):
        yield from _whole(entry.words)
    elif entry.words:
        yield f"> {_words(entry.words)}"


def _whole(wordings: Sequence[Segment]) -> Iterator[str]:
    """Each wording in a quotation of its own; where there are two, each is announced."""
    for segment in wordings:
        label = _("old wording") if segment.kind == "old" else _("new wording")
        announced = f"*{escaped(translated(msg('{label}: ', label=label))).rstrip()}*<br>" if len(wordings) > 1 else ""
        yield f"> {announced}{escaped(segment.text, opening=not announced)}"


def _words(segments: Iterable[Segment]) -> str:
    """The runs of an alinéa on one line; only its very start could be taken for a list or a heading."""
    parts = []
    for place, segment in enumerate(segments):
        text = escaped(segment.text, opening=place == 0)
        tag = _TAGS.get(segment.kind)
        if tag:
            sign = "\\~" if segment.editorial else ""
            text = f"<{tag}>{sign}{text}{sign}</{tag}>"
        parts.append(text)
    return "".join(parts)


def _renvois(account: Account, home: str | None, view: View) -> Iterator[str]:
    rows = changed_renvois(account, home)
    kept, words = kept_renvois(account, home, full=view.full)
    heading = ("", _("target"), _("where"))
    body = [(row.status, row.target, f"{row.where} — {row.evidence}" if row.evidence else row.where) for row in rows]
    yield from _table(_("Cross-references"), [heading, *body] if rows else [])
    if kept and not rows:
        yield _heading(_("Cross-references"))
    if kept:
        yield escaped(translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=words)))


def _findings(found: Sequence[str]) -> Iterator[str]:
    if found:
        yield _heading(_("Other findings"))
        yield "\n".join([f"- {escaped(sentence)}" for sentence in found])


def _table(title: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A heading and a table, its first row the names of the columns; nothing without rows."""
    if not rows:
        return
    from statutes_diff.reports._markdown.parts import folded_table

    yield _heading(title)
    yield from folded_table(rows)
