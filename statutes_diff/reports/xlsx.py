"""An Excel workbook (the extra ``xlsx``) in French or English: sheets to filter and to print, and one that says what they are of.

Words are text, never formulas or links; changed words are struck and underlined. The bytes are the same each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Account, Concordance, LocatedReference, Statute
    from statutes_diff.reports._views.view import View

BINARY = True  # no text: not for a screen


def compare(account: Account, view: View) -> bytes:
    """The first page, then a sheet each for alinéas, findings, renvois, numbers and substitutions.

    Raises:
        InputError: the library is not installed, or a table is more than a sheet can hold.
    """
    from statutes_diff.reports._tables.compare import workbook

    return workbook(account, view)


def concordance(table: Concordance, view: View) -> bytes:
    """The table, one row a line, always all of them; a second sheet names the two versions and gives the figures.

    Raises:
        InputError: as ``compare``.
    """
    from statutes_diff.reports._tables.concordance import workbook

    return workbook(table, view)


def tree(statute: Statute, view: View) -> bytes:
    """One alinéa a row, with the article and the divisions that it stands in; a second sheet says how the text was read.

    Raises:
        InputError: as ``compare``.
    """
    from statutes_diff.reports._tables.tree import workbook

    return workbook(statute, view)


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> bytes:
    """One target a row, with the renvoi that leads to it; ``asked``: what the listing is limited to.

    Raises:
        InputError: as ``compare``.
    """
    from statutes_diff.reports._tables.refs import workbook

    return workbook(read, view, asked)
