"""Each word of an article with the commit that brought it: the edits of all steps, composed.

A word keeps its origin where it is kept, where its alinéa or passage moved, and where only its typography changed. So does the
number of an article or an act that both sides of a replacement name ("à l'article L. 2" → "aux articles L. 2 et L. 3"): the
renvoi was there. The words of a passage that came from another article are followed there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from statutes_diff.history.following import At, Follower
from statutes_diff.language.tokens import Tokens, tokens
from statutes_diff.model import Article, Edit, Passage
from statutes_diff.model.history import Blame, History, Origin, Run, Step

Origins: TypeAlias = "list[list[Origin]]"  # of each alinéa, of each of its words
Before: TypeAlias = Callable[[Article], Origins]

_NUMBERS = frozenset(("article", "act"))
_DEEPEST = 50  # articles that words went through one after the other: nobody moves them so often


def blame(history: History, follower: Follower) -> Blame:
    """Each word of the newest version with its origin."""
    if not history.steps:
        return Blame(history, ())
    origins = _Composer(follower).composed(history.steps)
    return Blame(history, tuple(_runs(history.article, origins)))


class _Composer:
    """Origins of the articles that a history leads through, each told once."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.known: dict[At, Origins] = {}
        self.depth = 0

    def composed(self, steps: Sequence[Step]) -> Origins:
        """The origins in the newest version, from its steps."""
        origins: Origins = []
        for step in reversed(steps):
            origins = self._after(step, origins)
        return origins

    def _after(self, step: Step, before: Origins) -> Origins:
        """The origins after a step: its own, but for the words that stood before it, here or in another article."""
        new = step.pair.new
        if new is None:
            return []
        here = Origin(step.commit, new.article.number)
        found: list[list[Origin | None]] = [[None] * len(tokens(alinea.text)) for alinea in new.article.alineas]
        if step.pair.old:
            for inner in step.pair.paired():
                if inner.old and inner.new:
                    _carry(step.pair.old.article, inner.old, before, new.article, inner.new, found, inner.edits)
        for passage in step.passages:
            others = self._at(step, passage)
            _carry(passage.old.article, passage.old_alineas, others, new.article, passage.new_alineas, found, passage.edits)
        return [[origin or here for origin in words] for words in found]

    def _at(self, step: Step, passage: Passage) -> Origins:
        """The origins of the article that words came from, as it was before the step."""
        old = passage.old.article
        at = At(step.commit.parents[0], old.file, old.number)
        if at not in self.known:
            self.depth += 1
            steps = list(self.follower.steps(at)) if self.depth < _DEEPEST else []
            self.known[at] = self.composed(steps)
            self.depth -= 1
        return self.known[at]


def _carry(
    old: Article,
    old_alineas: Sequence[int],
    before: Origins,
    new: Article,
    new_alineas: Sequence[int],
    found: list[list[Origin | None]],
    edits: Sequence[Edit],
) -> None:
    """Give the words of some new alinéas that are kept from old ones the origins that they had."""
    olds, news = _Words(old, old_alineas), _Words(new, new_alineas)
    for start, end, alinea, word in news.places:
        if found[alinea][word] is None:
            at = _kept(start, end, edits, news, olds)
            if at is not None and olds.places[at][2] < len(before):
                _, _, old_alinea, old_word = olds.places[at]
                found[alinea][word] = before[old_alinea][old_word]


class _Words:
    """The words of some alinéas, joined with newlines as edits count them: ranges, and which word of which alinéa each is."""

    def __init__(self, article: Article, alineas: Sequence[int]) -> None:
        self.places: list[tuple[int, int, int, int]] = []
        self.keys: list[str] = []
        self.kinds: list[str] = []
        base = 0
        for number in alineas:
            text = article.alineas[number - 1].text
            cut = tokens(text)
            spans = zip(_word_starts(cut), cut.ends, strict=True)
            self.places += [(base + start, base + end, number - 1, i) for i, (start, end) in enumerate(spans)]
            self.keys += cut.keys
            self.kinds += cut.kinds
            base += len(text) + 1
        self.starts = [place[0] for place in self.places]

    def of_number(self, offset: int) -> bool:
        """True for the number of an article or an act."""
        index = self.at(offset)
        return index is not None and self.kinds[index] in _NUMBERS

    def at(self, offset: int) -> int | None:
        """The word that stands at an offset."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.places[index][1] else None


def _word_starts(cut: Tokens) -> Iterator[int]:
    """Where the words begin: white space before the first one belongs to its token."""
    for start in cut.starts[:-1]:
        while start < len(cut.text) and cut.text[start].isspace():
            start += 1
        yield start


def _kept(start: int, end: int, edits: Sequence[Edit], news: _Words, olds: _Words) -> int | None:
    """Which old word a new one is; None for one that an edit brought."""
    shift = 0
    for edit in edits:
        if edit.new[1] <= start:
            shift = edit.old[1] - edit.new[1]
        elif edit.new[0] < end and edit.new[1] > start:
            same_words = edit.channel == "editorial" or news.of_number(start)
            return _again(start, edit, news, olds) if same_words else None
        elif edit.new[0] >= end:
            break
    return olds.at(start + shift)


def _again(start: int, edit: Edit, news: _Words, olds: _Words) -> int | None:
    """The old word of one that an edit names again: the same key, as many before it in the edit."""
    word = news.at(start)
    if word is None:
        return None
    key = news.keys[word]
    same = [i for i, (first, last, *_) in enumerate(olds.places) if first < edit.old[1] and last > edit.old[0]]
    same = [i for i in same if olds.keys[i] == key]
    earlier = sum(last > edit.new[0] and news.keys[i] == key for i, (_first, last, *_) in enumerate(news.places[:word]))
    return same[earlier] if earlier < len(same) else None


def _runs(article: Article, origins: Origins) -> Iterator[Run]:
    for number, (alinea, words) in enumerate(zip(article.alineas, origins, strict=True), start=1):
        starts = tokens(alinea.text).starts
        at = 0
        for origin, group in groupby(words):
            end = at + sum(1 for _ in group)
            yield Run(number, starts[at], starts[end], origin)
            at = end
