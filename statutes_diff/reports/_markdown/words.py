"""Words and tables of Markdown: law text escaped, so that it renders as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.messages import msg, translated
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.reports._views.account import Side

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What opens a heading, a list, a rule or a quotation at the start of a line.
_OPENING = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))")
# What forges take for the name of a person, the number of a request, the name of a picture: broken by a comment nobody sees.
_MEANT_ELSEWHERE = re.compile(r"([@#](?=\w)|:(?=[a-z0-9_+-]{1,40}:))")


def labelled(label: str, text: str) -> str:
    """A line that begins with what it is about."""
    return f"**{escaped(translated(msg('{label}: ', label=label))).rstrip()}** {escaped(text)}"


def side_lines(side: Side) -> Iterator[str]:
    """A version: its title, where it came from, what was repaired in it."""
    yield f"{labelled(side.name, side.title)}<br>{escaped(' · '.join(side.facts))}"
    if side.notes:
        yield "\n".join([f"- {escaped(note)}" for note in side.notes])


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """A table, its first row the names of the columns."""
    first, *rest = [f"| {' | '.join([escaped(cell) for cell in row])} |" for row in rows]
    return "\n".join([first, "|" + " --- |" * len(rows[0]), *rest])


def escaped(text: str, *, opening: bool = True) -> str:
    """Text that renders as it stands; ``opening``: it may stand at the start of a line."""
    plain = _SPECIAL.sub(lambda found: "\\" + found[0], printable(text))
    for sign, entity in _HTML.items():
        plain = plain.replace(sign, entity)
    plain = _MEANT_ELSEWHERE.sub(r"\1<!-- -->", plain)
    if opening:
        plain = _OPENING.sub(_opened, plain.lstrip(" "))
    return plain.replace("\t", " │ ").replace("\n", "<br>")


def _opened(found: re.Match[str]) -> str:
    space, sign, number, stop = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{stop}"
