"""What the Markdown of a comparison has around its articles: a table of contents, tables that fold, the first page alone."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._markdown.words import escaped, table_of
from statutes_diff.reports._views.contents import Entry, groups
from statutes_diff.reports._views.page import announced, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Account
    from statutes_diff.reports._views.contents import Group
    from statutes_diff.reports._views.page import Said
    from statutes_diff.reports._views.view import View

_ITEMS = {"note": "- ", "first": "", "example": "   - "}  # lines of a list; a headline has its number already
_LONG = 20  # rows of a table, or articles of the contents, that are folded


def contents(found: Sequence[Entry]) -> Iterator[str]:
    """The articles with links to where they are told; folded where they are many."""
    lines = [_group(group) for group in groups(found)]
    if lines:
        yield f"## {escaped(_('Contents'))}"
        yield from folded("\n".join(lines), translated(plural("{n} article", "{n} articles", len(found))), len(found))


def _group(group: Group) -> str:
    links = ", ".join([f"[{escaped(entry.number, opening=False)}](#{entry.anchor})" for entry in group.entries])
    status = translated(msg("{status} ({n}): ", status=group.status, n=len(group.entries)))
    return f"- {escaped(status).rstrip()} {links}"


def anchor(entry: Entry) -> str:
    """The place that a link of the contents leads to: the names that forges give to headings are not the same everywhere."""
    return f'<a id="{entry.anchor}"></a>'


def folded(block: str, summary: str, size: int) -> Iterator[str]:
    """A block of lines, behind its summary where it is long."""
    if size <= _LONG:
        yield block
        return
    yield f"<details><summary>{escaped(summary)}</summary>"
    yield block
    yield "</details>"


def folded_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table, its first row the names of the columns; a long one is folded."""
    size = len(rows) - 1
    yield from folded(table_of(rows), translated(plural("{n} row", "{n} rows", size)), size)


def first_page(account: Account, view: View) -> Iterator[str]:
    """The first page and nothing else, paragraph by paragraph: for the description of a pull request, or a message."""
    yield f"# {escaped(_('What changed'))}"
    for listed, lines in groupby(page(account, view), key=lambda said: said.kind in _ITEMS):
        if listed:
            yield from _list(list(lines))
        else:
            yield from (f"**{escaped(announced(said)).rstrip()}** {escaped(said.words)}".removeprefix("**** ") for said in lines)


def _list(lines: Sequence[Said]) -> Iterator[str]:
    """A list, the examples inside its items; what it is of stands before it."""
    if lines[0].label:
        yield f"## {escaped(lines[0].label)}"
    yield "\n".join([_ITEMS[said.kind] + escaped(said.words, opening=said.kind != "first") for said in lines])
