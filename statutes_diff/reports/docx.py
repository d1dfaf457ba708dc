"""A Word document with the changes as revisions: rejecting all of them gives the old text, accepting all the new one.

A first page says what was compared and what changed, the articles follow with real headings, tables of what the words mean come
last. The bytes are the same each time: no clock, no user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View

BINARY = True  # no text: not for a screen


def compare(account: Account, view: View) -> bytes:
    """What changed, as a document of Office Open XML (ECMA-376) with revisions by ``view.author`` of ``view.revised``."""
    from statutes_diff.reports._docx.document import written

    return written(account, view)
