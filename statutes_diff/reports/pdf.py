"""PDF (the extra ``pdf-report``) to print and to file: the facts of the terminal in the same order, headings as bookmarks.

What went is struck and red, what came is underlined and green. Fonts are embedded; the bytes are the same each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View

BINARY = True  # no text: not for a screen


def compare(account: Account, view: View) -> bytes:
    """What changed, on pages of A4.

    Raises:
        InputError: the library is not installed.
    """
    from statutes_diff.reports._pdf.document import Document
    from statutes_diff.reports._pdf.pages import content

    document = Document(account)
    return document.printed(content(account, view, document))
