"""Comments to this program that give no reason, or that it does not understand.

What it finds: "<!-- statutes-diff: ignore RULE -->" without a reason behind a colon, one that names a rule that does not
exist, and one that is written otherwise. What it excuses stays excused where the rule exists.

Why it matters: nobody can tell later whether the excuse still holds.

Example: "<!-- statutes-diff: ignore dangling-reference -->" in place of "<!-- statutes-diff: ignore dangling-reference:
repealed on purpose, see the bill -->".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff import checks
from statutes_diff.checks._corpus import Found
from statutes_diff.checks._ignores import comments
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus
    from statutes_diff.checks._ignores import Comment
    from statutes_diff.model import Message

LEVEL = "warning"


def find(corpus: Corpus) -> Iterator[Found]:
    """Each comment that is not in order."""
    for comment in comments(corpus.documents):
        message = _wrong(comment)
        if message:
            yield Found(comment.file, comment.line, message, words=comment.said)


def _wrong(comment: Comment) -> Message | None:
    if not comment.rules:
        return msg("not understood; write: ignore RULE: reason")
    unknown = next((rule for rule in comment.rules if rule not in checks.names()), None)
    if unknown:
        return msg("no rule is called {rule}", rule=unknown)
    return None if comment.reason else msg("gives no reason; write it behind a colon")
