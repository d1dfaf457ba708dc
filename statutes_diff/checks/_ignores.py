"""Comments that excuse findings: ``<!-- statutes-diff: ignore RULE: reason -->``.

On a line with words it excuses what is found at that line, alone on its line what is found at the next line with words;
``ignore-file`` excuses what is found in the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.checks._corpus import lines_of

if TYPE_CHECKING:
    from statutes_diff.model import CorpusFinding
    from statutes_diff.readers._document import Document

_COMMENT = re.compile(r"<!--[ \t]*statutes-diff[ \u00a0\u202f]?:[ \t\u00a0]*(?P<said>[^\n]{0,900}?)[ \t]*-->")
_SAID = re.compile(
    r"(?P<what>ignore(?:-file)?)[ \t]+(?P<rules>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t\u00a0\u202f]*(?::[ \t\u00a0]*(?P<reason>.*))?"
)


class Comment(NamedTuple):
    """One comment: where it stands, the line it excuses (0: the whole file), its rules and reason; no rules: not understood."""

    file: str
    line: int
    at: int
    rules: tuple[str, ...]
    reason: str
    said: str


def comments(documents: Mapping[str, Document]) -> Iterator[Comment]:
    """The comments of all files, understood or not."""
    for file, document in documents.items():
        if b"statutes-diff" in document.data:
            yield from _of_file(file, lines_of(document))


def _of_file(file: str, lines: list[str]) -> Iterator[Comment]:
    for number, line in enumerate(lines, 1):
        for found in _COMMENT.finditer(line):
            said = _SAID.fullmatch(found["said"])
            if said is None:
                yield Comment(file, number, -1, (), "", found["said"])
            else:
                at = 0 if said["what"] == "ignore-file" else _excused(lines, number)
                rules = tuple(rule.strip() for rule in said["rules"].split(","))
                yield Comment(file, number, at, rules, (said["reason"] or "").strip(), found["said"])


def _excused(lines: list[str], number: int) -> int:
    """The line with words that a comment belongs to: its own, or the next one."""
    return next((at for at in range(number, len(lines) + 1) if _COMMENT.sub("", lines[at - 1]).strip()), -1)


def without_excused(findings: Iterable[CorpusFinding], documents: Mapping[str, Document]) -> tuple[list[CorpusFinding], int]:
    """The findings that no comment excuses, and how many are excused."""
    excuses = {(comment.file, comment.at, rule) for comment in comments(documents) for rule in comment.rules}
    if not excuses:
        return list(findings), 0
    kept, excused = [], 0
    for finding in findings:
        if {(finding.path, finding.line, finding.rule), (finding.path, 0, finding.rule)} & excuses:
            excused += 1
        else:
            kept.append(finding)
    return kept, excused
