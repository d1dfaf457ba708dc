"""One HTML file to open in a browser, to file or to send: inline or side by side, with outline, filters, keys and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View


def compare(account: Account, view: View) -> str:
    """What changed: a first page, the articles with their alinéas, institutions, renvois, findings, numbers, texts cited.

    A changed alinéa is shown whole: a page scrolls, and both columns of a side-by-side view need every word.
    """
    from statutes_diff.reports._html.page import page

    return page(account, view)
