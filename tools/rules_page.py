"""Write the pages of the rules, ``docs/rules.md`` and ``docs/check-rules.md``, from the help of the rules: ``make rules``."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"

sys.path[:0] = [str(ROOT)]

from statutes_diff import checks, rules  # noqa: E402
from statutes_diff.cli._help import is_verbatim, paragraphs  # noqa: E402

HEAD = """\
# Rules

A finding is named after the rule that made it. Rules look at the articles that changed and say facts about words, each with its
places; they never say what a change means in law. The same help stands on the terminal, in French and in English:
`statutes-diff explain RULE`, or `statutes-diff compare --explain RULE`.

This page is written by `make rules` from the files in `statutes_diff/rules/`.
"""


CHECK_PAGE = ROOT / "docs" / "check-rules.md"
CHECK_HEAD = """\
# Rules of check

A finding of `statutes-diff check` is named after the rule that made it. An `error` is nearly always one, a `warning` deserves a
look, an `info` is a remark; the [configuration](check.md) may say otherwise. Rules that compare two versions are run with
`--against` only. The same help stands on the terminal, in French and in English: `statutes-diff explain RULE`, or
`statutes-diff check --explain RULE`.

This page is written by `make rules` from the files in `statutes_diff/checks/`.
"""


def page() -> str:
    """The whole page: a table of the rules, then the help of each."""
    table = ["| rule | finds |", "|---|---|"]
    table += [f"| [{name}](#{name}) | {_cell(_help(rules, name)[0])} |" for name in rules.names()]
    return "\n".join([HEAD, *table, "", _sections(rules), ""])


def check_page() -> str:
    """The page of the rules of ``check``, with their levels."""
    table = ["| rule | level | versions | finds |", "|---|---|---|---|"]
    for name in checks.names():
        versions = 2 if checks.needs_two(name) else 1
        table.append(f"| [{name}](#{name}) | {checks.level_of(name)} | {versions} | {_cell(_help(checks, name)[0])} |")
    return "\n".join([CHECK_HEAD, *table, "", _sections(checks), ""])


def _sections(room: ModuleType) -> str:
    return "\n\n".join(f"## {name}\n\n" + "\n\n".join(map(_shown, _help(room, name))) for name in room.names())


def _help(room: ModuleType, name: str) -> list[str]:
    return list(paragraphs(room.help_of(name)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shown(paragraph: str) -> str:
    """A paragraph with its label set apart; what is indented stays as it is."""
    label, colon, rest = paragraph.partition(": ")
    labelled = colon and label in ("What it finds", "Why it matters", "Example") and not is_verbatim(paragraph)
    return f"**{label}**: {rest}" if labelled else paragraph


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    CHECK_PAGE.write_text(check_page(), encoding="utf-8")
