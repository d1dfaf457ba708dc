"""JSON Lines for programs that read as it comes (``comparison-lines/1``): English, the same bytes each time.

The first line says what was compared and the figures of the whole; then an object of one member a line: the articles, in the
order of the comparison, and after them what is said of them. The last line counts the lines before it: without it, something was
cut off. The members are those of ``comparison/1``, field for field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports import json
from statutes_diff.reports._json.pairs import article_pair
from statutes_diff.reports._json.text import Value, json_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View

# What one of each list of comparison/1 is called.
_ONE = {
    "articles": "article",
    "passages": "passage",
    "divisions": "division",
    "findings": "finding",
    "references": "reference",
    "substitutions": "substitution",
    "concordance": "concordance",
    "inbound": "inbound",
}


def compare(account: Account, view: View) -> Iterator[str]:
    """The account line by line, made as it is read: an article stands whole on its line."""
    lines = 0
    for value in _values(account, view):
        yield json_line(value)
        lines += 1
    yield json_line({"end": {"lines": lines}})


def _values(account: Account, view: View) -> Iterator[Value]:
    yield {"schema": "statutes-diff/comparison-lines/1", **json.head(account)}
    for name, values in json.lists(account, view, lambda pair: article_pair(pair, view)).items():
        yield from ({_ONE[name]: value} for value in values)
