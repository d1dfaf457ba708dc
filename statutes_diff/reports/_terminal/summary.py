"""The first page of a comparison on the terminal, and nothing else: ``--summary``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports._terminal.layout import Paragraph
from statutes_diff.reports._views.page import announced, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Account
    from statutes_diff.reports._views.page import Said
    from statutes_diff.reports._views.view import View

# The margins of a line by what it is, the first one and the others.
_MARGINS = {"note": ("  ! ", "    "), "first": ("  ", "     "), "example": ("     - ", "       "), "honest": ("", "  ")}


def content(account: Account, view: View) -> Iterator[Paragraph]:
    """What was compared, how many of what, what matters first, what is not shown, the proof."""
    for said in page(account, view):
        yield from _line(said)


def _line(said: Said) -> Iterator[Paragraph]:
    """A label stands before its words, or on a line of its own where a list follows."""
    first, rest = _MARGINS.get(said.kind, ("" if said.label else "  ", "  "))
    style = {"note": "warning", "example": "", "honest": ""}.get(said.kind, "" if said.label or said.kind == "first" else "faint")
    if said.label and said.kind == "first":
        yield Paragraph((announced(said).rstrip(), "title"))
    elif said.label:
        yield Paragraph((announced(said), "title"), said.words, rest=rest)
        return
    yield Paragraph((said.words, style), first=first, rest=rest)
