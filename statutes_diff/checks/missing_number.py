"""Holes in a series of articles.

What it finds: two neighbours of one division whose last numbers are not neighbours: L. 5-2, then L. 5-5. An excerpt, which
lacks many of the articles that it cites, has no holes.

Why it matters: a file may have been lost; in a code with a long history most holes are repeals, so this is a remark only.

Example: L. 5-1, L. 5-2, L. 5-4 in one section, and no L. 5-3.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from statutes_diff.checks._coverage import is_excerpt
from statutes_diff.checks._series import series
from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import Message

LEVEL = "info"
_LAST = re.compile(r"((?:LO|[LRDA])?(?:\d+-)*)(\d+)")


def find(corpus: Corpus) -> Iterator[Found]:
    """Each hole at the article behind it."""
    for text in corpus.texts:
        if is_excerpt(text):
            continue
        held = text.outline.places
        for places in series(text):
            for before, after in pairwise(places):
                missing = _between(before.article.number, after.article.number)
                lost = [number for number in missing if number not in held] if before.path == after.path else []
                if lost:
                    yield text.at(after.article, _said(lost), " ".join(lost))


def _said(lost: list[str]) -> Message:
    first, last = article_printed(lost[0]), article_printed(lost[-1])
    return plural(
        "article {first} is missing before this one",
        "{n} articles are missing before this one, {first} to {last}",
        len(lost),
        first=first,
        last=last,
    )


def _between(before: str, after: str) -> list[str]:
    """The numbers between two of one stem; none where the stems differ ("L. 5-2-1", "L. 6-1")."""
    one, other = _LAST.fullmatch(before), _LAST.match(after)
    if one is None or other is None or one[1] != other[1] or int(other[2]) - int(one[2]) > 1000:
        return []
    return [f"{one[1]}{number}" for number in range(int(one[2]) + 1, int(other[2]))]
