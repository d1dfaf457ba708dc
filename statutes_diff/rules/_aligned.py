"""Two texts of alinéas that belong together, seen from either side: which edits touch words, and what stands across from them."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar
from weakref import WeakKeyDictionary

from statutes_diff.language.citation import cut
from statutes_diff.rules._changed import distinct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from statutes_diff.model import Article, Edit, Finding, Locus, Message, Span
    from statutes_diff.rules._carried import Carried
    from statutes_diff.rules._changed import ChangedAlineas, ChangedArticle, Changes, Side


PARTICLE = 12  # code points of a piece that may be no more than a "ne" or a "que"
_WORD = re.compile(r"\w+['’°]?")


class View:
    """The edited alinéas from one side (``here``) to the other (``there``); every question costs a bisection."""

    def __init__(self, here: Side, there: Side, edits: Sequence[Edit], *, new: bool) -> None:
        """``new``: the new text is here."""
        self.here, self.there, self.edits, self.new = here, there, edits, new
        spans = [(edit.new, edit.old) if new else (edit.old, edit.new) for edit in edits]
        self._starts, self._ends = [a for (a, _), _ in spans], [b for (_, b), _ in spans]
        self._others = [other for _, other in spans]

    @property
    def text(self) -> str:
        """The text here."""
        return self.here.text

    @property
    def other(self) -> str:
        """The text there."""
        return self.there.text

    @functools.cached_property
    def line(self) -> str:
        """The text here on one line, in small letters."""
        return " ".join(self.text.lower().split())

    @functools.cached_property
    def other_line(self) -> str:
        """The text there on one line, in small letters."""
        return " ".join(self.other.lower().split())

    def locus(self, offset: int) -> Locus:
        """Where an offset of the text here stands."""
        return self.here.locus(offset)

    def spans_touching(self, start: int, end: int) -> Iterator[tuple[Span, Span]]:
        """The ranges here and there of the edits that took, broke or brought words of ``[start, end)``."""
        first, last = self._met(start, end)
        return zip(zip(self._starts[first:last], self._ends[first:last], strict=True), self._others[first:last], strict=True)

    def touching(self, start: int, end: int) -> list[Span]:
        """The ranges here of the edits that took, broke or brought words of ``[start, end)``."""
        first, last = self._met(start, end)
        return list(zip(self._starts[first:last], self._ends[first:last], strict=True))

    def _met(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def across(self, start: int, end: int) -> Span:
        """Where the text there has what stands at ``[start, end)`` here; an edit that is cut counts whole."""
        first = bisect_right(self._ends, start)
        if first < len(self.edits) and self._starts[first] <= start:
            beginning = self._others[first][0]
        else:
            beginning = start + self._shift(first - 1)
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self._ends[last] >= end:
            return beginning, self._others[last][1]
        return beginning, max(beginning, end + self._shift(last))

    def _shift(self, index: int) -> int:
        """How far what stands behind an edit has moved."""
        return self._others[index][1] - self._ends[index] if index >= 0 else 0


class Pair:
    """Edited alinéas that stand on both sides; one that is ``rewritten`` has no places to compare."""

    __slots__ = ("_alineas", "_new", "_new_view", "_old", "_old_view", "_particles", "_words", "edits", "rewritten")

    def __init__(self, alineas: ChangedAlineas, old: Side, new: Side) -> None:
        self._alineas, self.edits, self.rewritten = alineas, alineas.edits, alineas.note is not None
        self._old, self._new = old, new
        self._old_view: View | None = None
        self._new_view: View | None = None
        self._words: str | None = None
        self._particles: str | None = None

    @property
    def old_text(self) -> str:
        """The old text."""
        return self._old.text

    @property
    def new_text(self) -> str:
        """The new text."""
        return self._new.text

    @property
    def old(self) -> View:
        """The old text, with the new one across."""
        if self._old_view is None:
            self._old_view = View(self._old, self._new, self.edits, new=False)
        return self._old_view

    @property
    def new(self) -> View:
        """The new text, with the old one across."""
        if self._new_view is None:
            self._new_view = View(self._new, self._old, self.edits, new=True)
        return self._new_view

    @property
    def words(self) -> str:
        """What the edits took and brought, in small letters: for a quick look before anything is parsed."""
        if self._words is None:
            self._words = self._alineas.words.lower()
        return self._words

    def telling(self, tells: Callable[[str], bool]) -> tuple[list[Span], list[Span]]:
        """Where the edits stand, in the old text and the new, of which a piece in small letters tells something."""
        pieces = [piece.lower() for piece in self._alineas.pieces]
        edits = [edit for index, edit in enumerate(self.edits) if tells(pieces[2 * index]) or tells(pieces[2 * index + 1])]
        return [edit.old for edit in edits], [edit.new for edit in edits]

    @property
    def particles(self) -> str:
        """Of these words the short pieces alone: a "ne" or a "que" put between words that stay."""
        if self._particles is None:
            self._particles = "\n".join([piece for piece in self._alineas.pieces if len(piece) <= PARTICLE]).lower()
        return self._particles


class Standing(NamedTuple):
    """A changed article that stands in both versions: its edited alinéas, and those that stand on one side alone."""

    old: Article
    new: Article
    pairs: tuple[Pair, ...]
    alone: tuple[tuple[Side | None, Side | None], ...]
    carried: Carried

    @property
    def aligned(self) -> Iterator[Pair]:
        """The alinéas whose words were edited one by one."""
        return (pair for pair in self.pairs if not pair.rewritten)


_STANDING: WeakKeyDictionary[Changes, tuple[Standing, ...]] = WeakKeyDictionary()


def standing(changes: Changes) -> tuple[Standing, ...]:
    """The changed articles that stand in both versions: of one that came or went whole, the article is the news.

    Worked out once for all rules that look at the same changes.
    """
    found = _STANDING.get(changes)
    if found is None:
        found = tuple(
            _standing(article, article.pair.old.article, article.pair.new.article, changes.carried)
            for article in changes.articles
            if article.pair.old and article.pair.new
        )
        _STANDING[changes] = found
    return found


def _standing(article: ChangedArticle, old: Article, new: Article, carried: Carried) -> Standing:
    pairs = [
        Pair(alineas, alineas.old, alineas.new) for alineas in article.alineas if alineas.edits and alineas.old and alineas.new
    ]
    alone = [(alineas.old, alineas.new) for alineas in article.alineas if not (alineas.old and alineas.new)]
    return Standing(old, new, tuple(pairs), tuple(alone), carried)


class Spanned(Protocol):
    """Words with their range."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def met(view: View, here: Sequence[S], there: Sequence[S]) -> Iterator[tuple[S, list[S]]]:
    """Words here, in order and apart, with those that stand across from them; without what nothing touched."""
    starts, ends = [words.start for words in there], [words.end for words in there]
    for words in here:
        start, end = view.across(words.start, words.end)
        across = list(there[bisect_right(ends, start) : bisect_left(starts, end)]) if start < end else []
        touched = view.touching(words.start, words.end)
        if touched or [(other.start, other.end) for other in across] != [(start, end)]:
            yield words, across


def within(found: Sequence[S], span: Span) -> list[S]:
    """Those of words in order and apart that share something with a range."""
    first = bisect_right(found, span[0], key=lambda words: words.end)
    return list(found[first : bisect_left(found, span[1], key=lambda words: words.start)])


def trimmed(old: str, old_span: Span, new: str, new_span: Span) -> tuple[Span, Span]:
    """The words of an edit without those that both sides begin and end with in other typography or case."""
    olds, news = (list(_WORD.finditer(text, *span)) for text, span in ((old, old_span), (new, new_span)))
    first, last = 0, 0
    most = min(len(olds), len(news))
    while first < most and olds[first][0].lower() == news[first][0].lower():
        first += 1
    while last < most - first and olds[-1 - last][0].lower() == news[-1 - last][0].lower():
        last += 1
    return _covered(olds[first : len(olds) - last], old_span), _covered(news[first : len(news) - last], new_span)


def _covered(words: list[re.Match[str]], span: Span) -> Span:
    return (words[0].start(), words[-1].end()) if words else (span[0], span[0])


def shortened(words: str, most: int = 160) -> str:
    """Words of the law on one line, cut behind a word with a meaning where they are long, and never inside a citation."""
    line = " ".join(words.split())
    return line if len(line) <= most else cut(line, most) + " …"


def gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of one article, those that say the same made one with all its places."""
    told: dict[Message, list[Finding]] = {}
    for finding in findings:
        told.setdefault(finding.message, []).append(finding)
    for same in told.values():
        olds = distinct(locus for finding in same for locus in finding.where_old)
        yield same[0]._replace(where_old=olds, where_new=distinct(locus for finding in same for locus in finding.where_new))
