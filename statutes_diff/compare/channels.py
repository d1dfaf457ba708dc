"""What kind of change an edit is: substance, a reference, numbering, or typography alone.

Only what the words show: an edit whose two sides are the same characters in other typography is editorial; one that holds
nothing but references and the words that list them is reference; what is left is substantive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import Tokens
from statutes_diff.model import Channel

if TYPE_CHECKING:
    from statutes_diff.compare.sides import Hunk

_LISTING = frozenset(
    ", ; et ou à a au aux de du des d' l' la le les ainsi que n° article articles alinéa alinéas dudit "
    "même mêmes présent présente".split()
)
_ORDINALS = frozenset(
    "premier premiers deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
    "dernier avant-dernier".split()
)
_LAST_STOPS = frozenset((".", ";", ","))


def channel_of(before: Tokens, after: Tokens, hunk: Hunk) -> Channel:
    """The channel of one changed run."""
    olds, news = _keys(before, hunk.old_start, hunk.old_end), _keys(after, hunk.new_start, hunk.new_end)
    if "".join(olds) == "".join(news) or _last_stop(before, after, hunk, olds, news):
        return "editorial"
    if _in_marker(before, hunk.old_end) and _in_marker(after, hunk.new_end):  # never both empty
        return "numbering"
    if _only_references(before, hunk.old_start, hunk.old_end) and _only_references(after, hunk.new_start, hunk.new_end):
        return "reference"
    return "substantive"


def _keys(side: Tokens, start: int, end: int) -> list[str]:
    return side.keys[start:end]


def _last_stop(before: Tokens, after: Tokens, hunk: Hunk, olds: list[str], news: list[str]) -> bool:
    """``.`` for ``;`` at the end of an item, as in a list that grew."""
    at_end = hunk.old_end == len(before) and hunk.new_end == len(after)
    return at_end and len(olds) == 1 and len(news) == 1 and olds[0] in _LAST_STOPS and news[0] in _LAST_STOPS


def _in_marker(side: Tokens, end: int) -> bool:
    """True when the run is empty at the very start, or ends inside the marker that its alinéa starts with."""
    if end == 0:
        return True
    if side.ends[end - 1] > 60:
        return False
    chain, at = markers(side.text[:60])
    return bool(chain) and side.ends[end - 1] <= at


def _only_references(side: Tokens, start: int, end: int) -> bool:
    """True when a run is empty or holds references alone: numbers of articles and acts, and the words that list them."""
    cited = start == end
    for index in range(start, end):
        key, kind = side.keys[index], side.kinds[index]
        if kind == "article" or (kind == "number" and _is_cited(side, index)):
            cited = True
        elif key.lower() in _ORDINALS:
            cited = cited or _before_alinea(side, index)
        elif key.lower() not in _LISTING:
            return False
    return cited


def _is_cited(side: Tokens, index: int) -> bool:
    """A bare number is a reference when "article(s)" leads the list that it stands in."""
    for earlier in range(index - 1, max(index - 40, -1), -1):
        key = side.keys[earlier].lower()
        if key in ("article", "articles"):
            return True
        if side.kinds[earlier] not in ("number", "article") and key not in _LISTING and key != "-":
            return False
    return False


def _before_alinea(side: Tokens, index: int) -> bool:
    return any(key.startswith("alinéa") for key in side.keys[index + 1 : index + 8])
