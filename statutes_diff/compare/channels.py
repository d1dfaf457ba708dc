"""What kind of change an edit is: substance, a reference, numbering, or typography alone.

Only what the words show: an edit whose two sides say the same words in other typography is editorial; one that holds
nothing but renvois and the words that list them is reference; what is left is substantive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.markers import markers
from statutes_diff.language.renvois import only_renvois
from statutes_diff.language.silent import said
from statutes_diff.language.tokens import Tokens
from statutes_diff.language.typography import unaccented
from statutes_diff.model import Channel

if TYPE_CHECKING:
    from statutes_diff.compare.sides import Hunk

_LAST_STOPS = frozenset((".", ";", ",", ":", ""))
_SPELT = 4  # letters: fewer may be a unit, an item, a formula
_MARKER = 60  # characters within which the markers of an alinéa end
_NOTATION = 12  # characters by which two notations differ at most
_LONGEST = 200  # tokens of a run that may hold renvois alone


def channel_of(before: Tokens, after: Tokens, hunk: Hunk) -> Channel:
    """The channel of one changed run."""
    if _same_words(before, after, hunk):
        return "editorial"
    if _in_marker(before, hunk.old_end) and _in_marker(after, hunk.new_end):  # never both empty
        return "editorial" if _same_marker(before, after, hunk) else "numbering"
    return "reference" if _only_renvois(before, after, hunk) else "substantive"


def _same_words(before: Tokens, after: Tokens, hunk: Hunk) -> bool:
    """The same words in other typography; and a last stop, as in a list that grew, whose new items are shown by themselves."""
    olds = "".join(before.keys[hunk.old_start : hunk.old_end])
    news = "".join(after.keys[hunk.new_start : hunk.new_end])
    if olds == news:
        return True
    if _cannot_be(olds, news):
        return False
    old, new = said(before, hunk.old_start, hunk.old_end), said(after, hunk.new_start, hunk.new_end)
    at_end = hunk.old_end == len(before) and hunk.new_end == len(after)
    return old == new or (at_end and old in _LAST_STOPS and new in _LAST_STOPS) or _in_capitals(olds, news, old, new)


def _in_capitals(olds: str, news: str, old: str, new: str) -> bool:
    """The same words in capitals, whose accents are not compared ("SIÈGE" and "SIEGE" are one)."""
    return len(old) >= _SPELT and olds.isupper() != news.isupper() and unaccented(old) == unaccented(new)


def _cannot_be(olds: str, news: str) -> bool:
    """True for what no typography makes of each other, so that most changes need no second look."""
    if not olds or not news:
        return (olds or news)[0].isalnum()
    return abs(len(olds) - len(news)) > _NOTATION and "[" not in olds and "[" not in news


def _in_marker(side: Tokens, end: int) -> bool:
    """True when the run is empty at the very start, or ends inside the marker that its alinéa starts with."""
    if end == 0:
        return True
    if side.ends[end - 1] > _MARKER:
        return False
    chain, at = markers(side.text[:_MARKER])
    return bool(chain) and side.ends[end - 1] <= at


def _same_marker(before: Tokens, after: Tokens, hunk: Hunk) -> bool:
    """ "1°)" and "1°" count the same."""
    if hunk.old_start or hunk.new_start or not hunk.old_end or not hunk.new_end:
        return False
    return markers(before.text[:_MARKER])[0] == markers(after.text[:_MARKER])[0]


def _only_renvois(before: Tokens, after: Tokens, hunk: Hunk) -> bool:
    """True when both sides hold nothing but renvois and what lists them, and one of them a renvoi at least."""
    if max(hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start) > _LONGEST:
        return False
    whole = hunk.old_start < hunk.old_end and hunk.new_start < hunk.new_end
    old = only_renvois(before, hunk.old_start, hunk.old_end, whole=whole)
    new = None if old is False else only_renvois(after, hunk.new_start, hunk.new_end, whole=whole)
    return old is not False and new is not False and bool(old or new)
