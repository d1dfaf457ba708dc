"""What the last page in Word says of the document itself: its signs, its signatures, what the readers noticed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, translated
from statutes_diff.reports._docx.markup import author, plain, shown
from statutes_diff.reports._docx.writing import items
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views.places import listed
from statutes_diff.reports._views.status import CHANNELS

if TYPE_CHECKING:
    from statutes_diff.model import Account, Alinea
    from statutes_diff.reports._views.view import View


def about(account: Account, view: View) -> Iterator[str]:
    """The paragraphs of the last page."""
    for side in _account.sides(account.comparison, view):
        if side.notes:
            yield plain("Heading3", translated(msg("Noticed in reading: {side}", side=side.name)))
            yield from items(side.notes)
    yield plain("Heading1", _("About this document"))
    yield from items(_signs(account, view))


def _signs(account: Account, view: View) -> Iterator[str]:
    yield _(
        "The numbers in the margin, the lines below the heading of an article and the comments are not words of the law. Each "
        "has a style of its own, so that a program can set it aside."
    )
    others = listed([_quoted(author(view.author, channel)) for channel in CHANNELS if channel != "substantive"])
    yield translated(
        msg(
            "The reviewer tells the kind of a change: {author} for the substance, {others} for the rest. Word shows and hides "
            "each of them (Review, Show Markup, Specific People).",
            author=_quoted(view.author),
            others=others,
        )
    )
    yield translated(
        msg(
            "All changes bear one date, {date}, that says nothing of the law: the same texts always give the same file.",
            date=view.revised[:10],
        )
    )
    yield _("Articles stand in the order of the new version, those that it no longer has at their old place.")
    if any(shown(alinea.text) != alinea.text for alinea in _alineas(account)):
        yield _("Characters that a word processor would hide or refuse are spelled out, as \\x0b.")


def _quoted(words: str) -> str:
    return translated(msg("“{words}”", words=words))


def _alineas(account: Account) -> Iterator[Alinea]:
    """The alinéas of the articles that are compared; files that both versions hold are left unread."""
    for pair in account.comparison.articles:
        if not pair.shared and pair.status != "not-covered":
            yield from (alinea for place in (pair.old, pair.new) if place for alinea in place.article.alineas)
