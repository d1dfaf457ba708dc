"""A changed run of words, and the two texts that it is a run of: what the steps from words to edits hand on."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from statutes_diff.language.tokens import Tokens, contents

SENTENCE_ENDS = frozenset((".", ";", ":", "..."))
LINKS = frozenset((",", "et", "ou", "ainsi", "mais", "ni"))
CITED = frozenset(("article", "number", "act"))  # kinds of tokens


class Hunk(NamedTuple):
    """One changed run of tokens, half-open on both sides; one side may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def to(self, other: Hunk) -> Hunk:
        """The run from this one's start to a later one's end."""
        return Hunk(self.old_start, other.old_end, self.new_start, other.new_end)


class Sides(NamedTuple):
    """Both texts as tokens; which tokens have a meaning, and how many such stand before each (one entry more than tokens); and
    the tokens before which a cell or a line ends."""

    before: Tokens
    after: Tokens
    old_says: list[bool]
    new_says: list[bool]
    old_contents: list[int]
    new_contents: list[int]
    old_breaks: list[int]
    new_breaks: list[int]

    def struck(self, hunk: Hunk) -> int:
        """How many words with a meaning a hunk strikes."""
        return self.old_contents[hunk.old_end] - self.old_contents[hunk.old_start]

    def inserted(self, hunk: Hunk) -> int:
        """How many words with a meaning a hunk inserts."""
        return self.new_contents[hunk.new_end] - self.new_contents[hunk.new_start]

    def kept(self, left: Hunk, right: Hunk) -> int:
        """How many words with a meaning stand between two hunks."""
        return self.old_contents[right.old_start] - self.old_contents[left.old_end]


def sides_of(before: Tokens, after: Tokens) -> Sides:
    """Weigh the words of both texts, and find their cells and lines."""
    says = contents(before.keys), contents(after.keys)
    counts = [list(accumulate(side, initial=0)) for side in says]
    return Sides(before, after, *says, counts[0], counts[1], _breaks(before), _breaks(after))


def _breaks(side: Tokens) -> list[int]:
    if "\t" not in side.text and "\n" not in side.text:
        return []
    gaps = zip(side.ends, side.starts[1:-1], strict=False)
    return [i for i, (end, start) in enumerate(gaps, start=1) if not {"\t", "\n"}.isdisjoint(side.text[end:start])]


def trimmed(hunk: Hunk, sides: Sides) -> Hunk:
    """A hunk without the words that both its sides start or end with, as joining can leave them."""
    olds, news = sides.before.keys, sides.after.keys
    a, b, c, d = hunk.old_start, hunk.old_end, hunk.new_start, hunk.new_end
    while a < b and c < d and olds[a] == news[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and olds[b - 1] == news[d - 1]:
        b, d = b - 1, d - 1
    return hunk if (a, b) == (hunk.old_start, hunk.old_end) else Hunk(a, b, c, d)
