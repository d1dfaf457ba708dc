"""What the edits cost their reader, beside word difflib on the same words of the same alinéas: run
``python benchmarks/words.py [OLD NEW]…``; two files or two folders a pair, else the seeds and the fixtures.

An edit of typography alone is left out, as difflib does not see it. A word is a token of the program (``L. 162-5``, a comma).
"Fewest" is the least number of words that can be struck and inserted (exact longest common subsequence): a word that is said
again so that an edit reads as an amending act would order it is counted above it. An island is a run of one or two words
between two edits. Times are of one processor.
"""

from __future__ import annotations

import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Indel

from statutes_diff import api
from statutes_diff.compare import compare_statutes
from statutes_diff.compare.words import word_diff
from statutes_diff.language.tokens import Tokens, contents, tokens
from statutes_diff.model import Comparison, Span

HERE = Path(__file__).resolve().parent.parent
ALIKE = 0.5
ISLAND = 2

Range = tuple[Span, Span]


@dataclass
class Sum:
    """What is added up over alinéas; words with a meaning apart from all words."""

    alineas: int = 0
    edits: int = 0
    words: int = 0
    meaning: int = 0
    islands: int = 0
    difflib_edits: int = 0
    difflib_words: int = 0
    difflib_meaning: int = 0
    fewest: int = 0

    def add(self, other: Sum) -> None:
        """Add another sum to this one."""
        for field in fields(Sum):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def line(self, name: str) -> str:
        """One line of figures and ratios."""
        return (
            f"  {name:<12} {self.alineas:6} alinéas  {self.edits:6} edits ({ratio(self.edits, self.alineas)} each, "
            f"difflib {ratio(self.difflib_edits, self.alineas)})  words ×{ratio(self.words, self.difflib_words)} difflib, "
            f"×{ratio(self.words, self.fewest)} fewest; with a meaning ×{ratio(self.meaning, self.difflib_meaning)} difflib; "
            f"{self.islands} islands"
        )


def ratio(above: float, below: float) -> str:
    """A quotient to three digits."""
    return f"{above / below:.3f}" if below else "-"


def changed(comparison: Comparison) -> tuple[list[tuple[str, str]], int]:
    """The texts of the alinéas that were paired and changed, and the words of all that stands on one side only."""
    found: list[tuple[str, str]] = []
    alone = 0
    for pair in comparison.articles:
        for inner in pair.paired() if pair.status != "not-covered" else ():
            old, new = pair.old_text(inner), pair.new_text(inner)
            if inner.old and inner.new and old != new:
                found.append((old, new))
            elif not inner.old or not inner.new:
                alone += len(tokens(old + new))
    return found, alone


def ours(old: str, new: str) -> list[Range]:
    """The edits as ranges of tokens, those of typography alone left out."""
    before, after = tokens(old), tokens(new)
    found = [(covered(before, edit.old), covered(after, edit.new)) for edit in word_diff(old, new).edits]
    return [(a, b) for a, b in found if before.keys[slice(*a)] != after.keys[slice(*b)]]


def covered(side: Tokens, span: Span) -> Span:
    """The tokens that a range of characters takes."""
    first = bisect_right(side.ends, span[0])
    return first, max(first, bisect_left(side.starts, span[1], 0, len(side)))


def theirs(old: str, new: str) -> list[Range]:
    """The changes of word difflib on the same words."""
    matcher = SequenceMatcher(None, tokens(old).keys, tokens(new).keys, autojunk=False)
    return [((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def counted(old: str, new: str) -> tuple[Sum, float]:
    """The figures of one pair, and how alike its texts are (0 to 1)."""
    before, after = tokens(old), tokens(new)
    mine, other = ours(old, new), theirs(old, new)
    fewest = int(Indel.distance(before.keys, after.keys))
    islands = sum(0 < right[0][0] - left[0][1] <= ISLAND for left, right in pairwise(mine))
    sizes = [(size(found), meaning(found, before, after)) for found in (mine, other)]
    total = len(before) + len(after)
    return Sum(1, len(mine), *sizes[0], islands, len(other), *sizes[1], fewest), 1 - fewest / total if total else 1.0


def size(ranges: list[Range]) -> int:
    """How many words some changes strike and insert."""
    return sum(b - a + d - c for (a, b), (c, d) in ranges)


def meaning(ranges: list[Range], before: Tokens, after: Tokens) -> int:
    """How many of them have a meaning."""
    olds, news = contents(before.keys), contents(after.keys)
    return sum(sum(olds[a:b]) + sum(news[c:d]) for (a, b), (c, d) in ranges)


def seconds(pairs: list[tuple[str, str]], work: Callable[[str, str], object]) -> float:
    """The time of one run over all pairs, nothing remembered of them."""
    tokens.cache_clear()
    started = time.process_time()
    for old, new in pairs:
        work(old, new)
    return time.process_time() - started


def measure(old: str, new: str) -> None:
    """Measure one pair of texts and print its lines."""
    comparison = compare_statutes(api.read(old), api.read(new))
    pairs, alone = changed(comparison)
    total, alike = Sum(), Sum()
    for texts in pairs:
        found, likeness = counted(*texts)
        total.add(found)
        if likeness >= ALIKE:
            alike.add(found)
    print(f"{Path(old).name} → {Path(new).name}")
    print(total.line("changed"))
    print(alike.line("alike"))
    fewest, words = total.fewest + alone, total.words + alone
    print(f"  whole        {words} words struck and inserted, {alone} of them on one side only: ×{ratio(words, fewest)} fewest")
    spent, difflib = (min(seconds(pairs, work) for _ in range(3)) for work in (word_diff, theirs))
    print(
        f"  cost         {ratio(spent * 1e6, total.words)} µs a changed word of an alinéa, {ratio(spent * 1e6, words)} of all; "
        f"×{ratio(spent, difflib)} difflib"
    )


def given(arguments: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs to measure."""
    if arguments:
        yield from zip(arguments[::2], arguments[1::2], strict=True)
        return
    seeds = sorted((HERE / "seeds").glob("*.txt"))
    yield str(seeds[0]), str(seeds[-1])
    for path in sorted((HERE / "fixtures").glob("*.ancien.md")):
        yield str(path), str(path).replace(".ancien.", ".nouveau.")


if __name__ == "__main__":
    for one, other in given(sys.argv[1:]):
        measure(one, other)
