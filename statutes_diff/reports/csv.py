"""CSV (RFC 4180) for spreadsheets and pipelines: English, stable, the fields of the JSON in the same order.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"). A semicolon is quoted
like a comma, because French spreadsheets part cells at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.reports._concordance_fields import fields
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Concordance
    from statutes_diff.reports._jsontext import Value
    from statutes_diff.reports._view import View

COLUMNS = (
    "old", "new", "how", "score", "relation", "status", "channels", "old_alineas", "new_alineas",
    "runner_up", "runner_up_score", "reassigned", "old_label", "new_label",
)  # fmt: skip
# The full-width signs are formulas to East Asian spreadsheets; spaces before a sign do not hide it.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
_QUOTED = re.compile(r'[",;\t\r\n]|^\s|\s$')


def concordance(table: Concordance, view: View) -> str:
    """One row a line, always all of them; a list in a cell is parted by spaces, an empty cell is null."""
    lines = [COLUMNS, *(tuple(_text(fields(row)[name]) for name in COLUMNS) for row in table.rows)]
    return "".join([",".join([cell(text) for text in line]) + "\r\n" for line in lines])


def _text(value: Value) -> str:
    if value is None:
        return ""
    return " ".join([str(item) for item in value]) if isinstance(value, list) else str(value)


def cell(text: str) -> str:
    """The text as a cell: no formula to any spreadsheet, the same text to any CSV reader."""
    safe = printable(text)
    if _FORMULA.match(safe):
        safe = f"'{safe}"
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe
