"""Write ``docs/rules.md``, the page of the rules, from the docstrings of their files: ``make rules``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"

sys.path[:0] = [str(ROOT)]

from statutes_diff import rules  # noqa: E402
from statutes_diff.cli._help import is_verbatim, paragraphs  # noqa: E402

HEAD = """\
# Rules

A finding is named after the rule that made it. Rules look at the articles that changed and say facts about words, each with its
places; they never say what a change means in law. The same help stands on the terminal, in French and in English:
`statutes-diff explain RULE`, or `statutes-diff compare --explain RULE`.

This page is written by `make rules` from the files in `statutes_diff/rules/`.
"""


def page() -> str:
    """The whole page: a table of the rules, then the help of each."""
    table = ["| rule | finds |", "|---|---|", *(f"| [{name}](#{name}) | {_cell(_help(name)[0])} |" for name in rules.names())]
    sections = [f"## {name}\n\n" + "\n\n".join(map(_shown, _help(name))) for name in rules.names()]
    return "\n".join([HEAD, *table, "", "\n\n".join(sections), ""])


def _help(name: str) -> list[str]:
    return list(paragraphs(rules.help_of(name)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shown(paragraph: str) -> str:
    """A paragraph with its label set apart; what is indented stays as it is."""
    label, colon, rest = paragraph.partition(": ")
    labelled = colon and label in ("What it finds", "Why it matters", "Example") and not is_verbatim(paragraph)
    return f"**{label}**: {rest}" if labelled else paragraph


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
