"""CSV (RFC 4180) for spreadsheets and pipelines: English, stable, the fields of the JSON in the same order.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): the items of a list in
the law, which begin with a hyphen, too. So does such a cell behind apostrophes of its own: whoever takes one apostrophe away
before such a sign has the text again. A semicolon is quoted like a comma, because French spreadsheets part cells at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.reports._views.concordance_fields import fields
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from statutes_diff.model import Account, Concordance, LocatedReference, Statute
    from statutes_diff.reports._json.text import Value
    from statutes_diff.reports._views.view import View

REF_COLUMNS = (
    "source", "locus", "article", "alinea", "start", "end", "text", "kind", "quoted", "note",
    "target_text", "target_article", "target_alinea", "target_item", "target_sentence", "target_division",
    "standing", "resolved", "excerpt",
)  # fmt: skip
COLUMNS = (
    "old", "new", "how", "score", "relation", "status", "channels", "old_alineas", "new_alineas",
    "runner_up", "runner_up_score", "reassigned", "old_label", "new_label",
)  # fmt: skip
# The full-width signs are formulas to East Asian spreadsheets; spaces before a sign do not hide it.
_FORMULA = re.compile(r"['\s]*[=+\-@\t\r\n＝＋－＠]")
_QUOTED = re.compile(r'[",;\t\r\n]|^\s|\s$')


def compare(account: Account, view: View) -> str:
    """One of the tables of the account, by ``view.table``: a line for each alinéa, finding, renvoi, pair of numbers or sweep.

    ``--full`` and ``--only`` leave out what they leave out of the JSON.
    """
    from statutes_diff.reports._tables.rows import COLUMNS as OF_TABLE
    from statutes_diff.reports._tables.rows import rows

    return _table(OF_TABLE[view.table], rows(account, view))


def tree(statute: Statute, view: View) -> str:
    """One alinéa a line, with the article and the divisions that it stands in."""
    from statutes_diff.reports._tables.rows import TREE_COLUMNS, tree_rows

    return _table(TREE_COLUMNS, tree_rows(statute))


def concordance(table: Concordance, view: View) -> str:
    """One row a line, always all of them; a list in a cell is parted by spaces, an empty cell is null."""
    return _table(COLUMNS, (fields(row) for row in table.rows))


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """One target a line, with the renvoi that leads to it; ``resolved`` is the target's: it stands in the text at hand."""
    from statutes_diff.reports._views.refs_fields import target_rows

    return _table(
        REF_COLUMNS, (row for statute, found in read for located in found for row in target_rows(located, statute.source))
    )


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    lines = [columns, *([_cell(row[name]) for name in columns] for row in rows)]
    return "".join([",".join(line) + "\r\n" for line in lines])


def _cell(value: Value) -> str:
    """A value as a cell: empty for null, ``true`` and ``false``, a number as it is; no number is a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return cell(" ".join([str(item) for item in value]) if isinstance(value, list) else str(value))


def cell(text: str) -> str:
    """The text as a cell: no formula to any spreadsheet, the same text to any CSV reader."""
    safe = printable(text)
    if _FORMULA.match(safe):
        safe = f"'{safe}"
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe
