"""Which lines of a text are headings: articles, divisions, the title.

One text marks the same thing in several ways (``#### Article L162-12-19``, ``**Article L162-12-17**``, a bare ``Article 12``,
a line underlined with ``----``), and a bare line may be a heading or a sentence. So marked articles rule out bare ones (an
"Article 4" inside the text of a treaty); a bare heading is a paragraph of its own; and "Titre III" is a heading only where a
heading or an article follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from statutes_diff.language.divisions import Heading, division_heading, may_be_heading
from statutes_diff.language.numbers import LATIN
from statutes_diff.language.patterns import late

_LATIN = "|".join(sorted(LATIN, key=len, reverse=True))
_NUMBER = (
    rf"(?:\*{{0,2}}[ ]?(?:L\.?[ ]?O\.?|[LRDA])[.]?[ \u00a0]?\*{{0,2}}[ ]?\.?[ \u00a0]?)?\d{{1,5}}(?:[ ]?er)?"
    rf"(?:[ ]?[-‐‑–.][ ]?\d{{1,5}}|[- \u00a0](?:{_LATIN}|[A-Z]{{1,3}}|\d{{1,3}})(?![\w'’])){{0,10}}"
    r"(?:[ ](?i:annexe)(?:[ -][IVXA-Z\d]{1,5})?)?"
)
_WORDED = r"premier|unique|pr[ée]liminaire|liminaire|pr[ée]ambule|annexe(?:[ ][^.;:,]{0,60})?"
_STATE = r"[ \u00a0]*(?i:\((?:abrog|p[ée]rim|transf|disjoint|annul|diff[ée]r|vigueur)[^()]{0,60}\))?"
_BARE = late(rf"(?i:article|art\.)[ \u00a0]{{1,3}}(?P<label>{_NUMBER}|(?i:{_WORDED})){_STATE}[ \u00a0]*[:.]?[ \u00a0]*$")
_INLINE = late(
    rf"[ \t\u00a0]*(?:Article|Art\.)[ \u00a0]{{1,3}}(?P<label>{_NUMBER}|(?i:{_WORDED})){_STATE}"
    r"[ ]?\.?[ \u00a0]?[-–—][ \u00a0]?(?=\S)"
)
# A marked heading may go on with a state or a title ("Article 5 (Abrogé)", "Article 5 - Objet"); a bold sentence is none.
_MARKED = late(
    rf"(?i:article|art\.)[ \u00a0]{{1,3}}(?P<label>{_NUMBER}|(?i:{_WORDED}))"
    rf"(?P<beside>{_STATE}(?:[ \u00a0]*[:.]?|[ \u00a0]*(?:[-–—:]|\.[ ]?[-–—])[ \u00a0]+\S.{{0,200}}))[ \u00a0]*$"
)
_UNUSUAL = late(r"(?i:article|art\.)[ \u00a0]{1,3}(?P<label>\S.{0,120}?)[ \u00a0:.]*$")
_PREAMBLE = late(r"(?i)pr[ée]ambule[ \u00a0]*$")
_HASHES = late(r"[ ]{0,3}(#{1,6})[ \t]+(.{1,1000}?)[ \t]*#*[ \t]*$", re.DOTALL)
_BOLD = late(r"[ ]{0,3}(\*\*|__)(?=\S)([^*_]{1,1000})(?<=\S)\1[ \t]*$")
_RULE = late(r"[ ]{0,3}(?:-{3,}|={3,})[ \t]*$")
_MAY_BE_HEADING = frozenset("#*_ \u00a0(aAlLtTcCsSpPdDqQ")
_EMPHASIS, _RULED = frozenset("*_"), frozenset("-=")
_ARTICLES = frozenset(("art", "pré", "pre"))  # how the heading of an article begins, the préambule's included
_WEAK = 200
_LONGEST = 1200


class Mark(NamedTuple):
    """A heading at a line (index from 0); ``after`` is the first line of what follows it.

    One of ``article`` (its label) and ``division`` is set; a marked line that is neither has only ``words``. ``marked``: the
    source sets it apart; ``sure``: no context is needed to tell that it is a heading. ``beside``: a state or title behind an
    article's number.
    """

    line: int
    after: int
    words: str
    article: str | None = None
    division: Heading | None = None
    sure: bool = True
    marked: bool = True
    beside: str = ""


def headings(lines: list[str], start: int = 0) -> list[Mark]:
    """The headings of a text, in order; linear in the number of lines."""
    candidates = list(_candidates(lines, start))
    if not any(mark.article for mark in candidates):
        candidates = sorted([*candidates, *_run_in(lines, start)], key=lambda mark: mark.line)
    marked_only = any(mark.article and mark.sure for mark in candidates)
    kept = [mark for mark in candidates if mark.marked or (not marked_only and _alone(lines, mark, start))]
    return _in_context(lines, kept, untitled=not marked_only)


def _candidates(lines: list[str], start: int) -> Iterator[Mark]:
    for index in range(start, len(lines)):
        line = lines[index]
        if line and line[0] in _MAY_BE_HEADING and len(line) < _LONGEST:
            mark = _candidate(lines, index)
            if mark:
                yield mark


def _run_in(lines: list[str], start: int) -> Iterator[Mark]:
    """Headings that the text follows on the same line, as in the Journal officiel: ``Art. L. 1er. - Nul ne peut…``.

    The heading's characters become spaces in ``lines``, so that what follows stands where it stood.
    """
    for index in range(start, len(lines)):
        found = _INLINE.match(lines[index]) if "Art" in lines[index][:20] else None
        if found:
            lines[index] = " " * found.end() + lines[index][found.end() :]
            yield Mark(index, index, found.group().strip(), article=found["label"].strip())


def _alone(lines: list[str], mark: Mark, start: int) -> bool:
    """True when a bare line is a paragraph of its own: no text on the lines around it but headings. ``start``: the first line."""
    before = lines[mark.line - 1].strip() if mark.line > start else ""
    after = lines[mark.after].strip() if mark.after < len(lines) else ""
    return (not before or division_heading(before) is not None) and (not after or mark.article is not None or _is_bare(after))


def _is_bare(line: str) -> bool:
    return _BARE.match(line) is not None or division_heading(line) is not None


def _candidate(lines: list[str], index: int) -> Mark | None:
    line = lines[index]
    first = line.lstrip(" ")[:1]
    hashes = _HASHES.match(line) if first == "#" else None
    bold = _BOLD.match(line) if first in _EMPHASIS else None
    underlined = not hashes and _is_underlined(lines, index)
    words = _unbold(hashes[2]) if hashes else bold[2].strip() if bold else line.strip()
    after = index + 2 if underlined else index + 1
    marked = bool(hashes or bold or underlined)
    if not marked and words[:3].lower() not in _ARTICLES and not may_be_heading(words):
        return None
    article = _article(words, marked, bool(hashes or underlined))
    if article:
        beside = words[article.end("label") :].strip(" \u00a0:.-–—")
        return Mark(index, after, words, article=article["label"].strip(), sure=marked, marked=marked, beside=beside)
    if _PREAMBLE.match(words):
        return Mark(index, after, words, article=words, sure=marked, marked=marked)
    division = division_heading(words)
    if division or marked:
        return Mark(index, after, words, division=division, sure=bool(hashes or (marked and division)), marked=marked)
    return None


def _is_underlined(lines: list[str], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return following.lstrip(" ")[:1] in _RULED and _RULE.match(following) is not None


def _article(words: str, marked: bool, unusual: bool) -> re.Match[str] | None:
    """The heading of an article; where the source leaves no doubt that it is one, its number may be of any form."""
    if not marked:
        return _BARE.match(words)
    return _MARKED.match(words) or (_UNUSUAL.match(words) if unusual else None)


def _unbold(words: str) -> str:
    bold = _BOLD.match(words)
    return bold[2].strip() if bold else words.strip()


def _in_context(lines: list[str], candidates: list[Mark], *, untitled: bool) -> list[Mark]:
    """Keep the unsure lines that stand directly before a heading, an article or the end; settle the untitled lines between."""
    kept: list[Mark] = []
    follower: Mark | None = None
    for mark in reversed(candidates):
        if mark.article or mark.sure or _stands_before(lines, mark, follower):
            weak = _weak_between(lines, mark, follower) if mark.division and untitled else None
            if weak:
                kept.append(weak)
            kept.append(mark)
            follower = mark
    kept.reverse()
    return kept


def _stands_before(lines: list[str], mark: Mark, follower: Mark | None) -> bool:
    following = _texts_between(lines, mark.after, follower.line if follower else len(lines))
    if follower is None:
        return not following
    return not following or (mark.division is not None and _is_weak(lines, following))


def _weak_between(lines: list[str], mark: Mark, follower: Mark | None) -> Mark | None:
    """A lone short line between a division and the next heading: a heading of its own, without kind or number."""
    if follower is None:
        return None
    following = _texts_between(lines, mark.after, follower.line)
    if not _is_weak(lines, following):
        return None
    return Mark(following[0], following[0] + 1, lines[following[0]].strip(), sure=False)


def _is_weak(lines: list[str], following: list[int]) -> bool:
    if len(following) != 1:
        return False
    words = lines[following[0]].strip()
    return len(words) < _WEAK and words[-1] not in ".;:,»)" and words[:1].isupper()


def _texts_between(lines: list[str], start: int, end: int) -> list[int]:
    """The first two lines with text in a range: enough to know none, one or more."""
    found: list[int] = []
    for index in range(start, end):
        if lines[index].strip():
            found.append(index)
            if len(found) == 2:
                break
    return found
