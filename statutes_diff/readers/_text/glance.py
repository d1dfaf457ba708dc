"""The heading of a file that holds one article, told without reading the article.

Only where the first line is marked as the heading of an article and no other line may be one: a bare line is none beside a
marked one (``outline.py``). What a reader makes of the lines below does not matter then.
"""

from __future__ import annotations

import re

from statutes_diff.language.numbers import article_key
from statutes_diff.language.patterns import late
from statutes_diff.readers._text.outline import headings

# What marks a line as a heading, or underlines the line above it, behind the start of a line.
_MARKED = late(r"\n[ ]{0,3}(?:#|\*\*|__|-{3}|={3})")
_UNUSUAL = "\r\f\u2028\u2029\0"  # other ends of lines, pages; NUL: no text at all
_WORDS = late(r"\D+")
_FEWEST = 3  # times that a running header is printed
# The heading of nearly every file, "# Article L1" or the same underlined; its number is its own key.
_USUAL = late(
    r"(?P<hashes>\#{1,6}[ ])?Article[ ](?P<number>(?:LO|[LRDA])?\d{1,5}(?:-\d{1,5}){0,9})\n(?(hashes)(?![-=])|-{3,}(?=\n))",
    re.ASCII,
)


def only_article(data: bytes) -> tuple[str, str] | None:
    """The number (key) and the label of the one article that a text holds, from its first line on; None where it takes more
    than a glance."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    for sign in _UNUSUAL:
        if sign in text:
            return None
    usual = _USUAL.match(text)
    number, label, end = (usual[2], usual[2], usual.end() - 1) if usual else _heading(text)
    if not number or _MARKED.search(text, end) or _may_be_running(text):
        return None
    return number, label


def _heading(text: str) -> tuple[str, str, int]:
    """Number, label and end of an article's heading in the first line."""
    first, second, _ = (*text.split("\n", 2), "", "")[:3]
    mark = next(iter(headings([first, second])), None)
    if mark is None or mark.line or mark.article is None or not mark.sure or not mark.after:  # not run into the text
        return "", "", 0
    return article_key(mark.article), mark.article, len(first) + (len(second) + 1 if mark.after > 1 else 0)


def _may_be_running(text: str) -> bool:
    """True when the words of the heading come back as often as a header that is printed on every page."""
    words = _WORDS.match(text, 0, text.find("\n"))
    return words is None or text.count(words[0]) >= _FEWEST
