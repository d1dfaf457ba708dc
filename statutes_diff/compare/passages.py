"""Words that left one article and stand in another: the shares of an article that was split, merged or taken apart.

Pairs are one to one; the old article 1134 that became 1103, 1104 and 1193 has one partner and two passages. Looked for only
among the alinéas, and the struck or inserted stretches of alinéas, that found no place in their own article's pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from statutes_diff.compare.ends import both_ends, ends
from statutes_diff.compare.likeness import ShingleIndex, kept, likeness, shingles, stems, words_of
from statutes_diff.compare.words import word_diff
from statutes_diff.model import AlineaPair, Article, ArticlePair, Passage, Place, Side, Span

SIDES: tuple[Side, Side] = ("old", "new")
SHORTEST_WORD = 5  # characters, with the space after it

TELLING = 7  # words; fewer stand anywhere
TELLING_WORDS = 5  # that are no stock of the trade
STOCK = stems(  # as words_of cuts them
    "appli arrêt artic autre chapi code condi confo conse décre déter dispo dans dont fixée fixés jour loi livre minis modal "
    "etat même pour prése prévu prise règle règlé relat secti selon sont suiva titre voie état".split()
)
CONTAINED = 0.7  # share of the shorter stretch that must stand in the longer one
IN_A_ROW = 0.4  # share of its runs of three words that must
CANDIDATES = 4
HARDLY = 0.5  # an alinéa at the end of a run that shares less of its words is left out of the passage


class _Stretch:
    """Some words of one side without a place in their own pair, the alinéas that they stand in, and which pair that is.

    Plain slots, not cached properties: there are thousands of these, and those lock.
    """

    __slots__ = ("_rows", "alineas", "pair", "place", "words")

    def __init__(self, pair: int, place: Place, alineas: tuple[int, ...], words: str) -> None:
        self.pair = pair
        self.place = place
        self.alineas = alineas
        self.words = words
        self._rows: set[str] | None = None

    @property
    def rows(self) -> set[str]:
        """Its runs of three words."""
        if self._rows is None:
            self._rows = shingles(self.words)
        return self._rows

    @property
    def is_telling(self) -> bool:
        return len(self.words) >= TELLING and len(self.words) - sum(map(STOCK.__contains__, self.words)) >= TELLING_WORDS

    @property
    def alineas_text(self) -> str:
        return "\n".join([self.place.article.alineas[i - 1].text for i in self.alineas])


class _Rest(NamedTuple):
    """What one side of a pair holds beside its partner: the place, and the numbers of the alinéas that have none."""

    at: int
    place: Place
    alone: list[int]


def passages(pairs: Sequence[ArticlePair]) -> tuple[Passage, ...]:
    """What went from one article to another, in the order of the new text: runs of alinéas first, then single alinéas between
    articles that share no run."""
    rests = {side: list(_rests(pairs, side)) for side in SIDES}
    found: list[tuple[_Stretch, _Stretch]] = []
    for stretches in (_runs, _singles):
        related = {(old.pair, new.pair) for old, new in found}
        olds, news = [[s for s in stretches(pairs, side, rests[side]) if s.is_telling] for side in SIDES]
        found += [(old, new) for old, new in _shared(olds, news) if (old.pair, new.pair) not in related]
    found.sort(key=lambda both: (both[1].pair, both[1].alineas, both[0].pair, both[0].alineas))
    return told_whole([_passage(old, new) for old, new in found], pairs)


def told_whole(found: Sequence[Passage], pairs: Sequence[ArticlePair]) -> tuple[Passage, ...]:
    """The passages, each saying whether it may be read as a pair (``Passage.whole``)."""
    named = {(side, id(place.article)) for passage in found for side, place in (("old", passage.old), ("new", passage.new))}
    concerned = [(side, pair) for side in SIDES for pair in pairs if (side, id(_article(pair, side))) in named]
    alone = {end for side, pair in concerned for end in ends(side, _place(pair, side), _alone(pair, side))}
    shares = Counter(end for passage in found for end in both_ends(passage))
    wholes = [all(end in alone and shares[end] == 1 for end in both_ends(passage)) for passage in found]
    return tuple(passage._replace(whole=whole) for passage, whole in zip(found, wholes, strict=True))


def _rests(pairs: Sequence[ArticlePair], side: Side) -> Iterator[_Rest]:
    """The articles of one side that changed or are alone."""
    for at, pair in enumerate(pairs):
        place = _place(pair, side)
        if place and (pair.alineas or not (pair.old and pair.new)):
            yield _Rest(at, place, _alone(pair, side))


def _runs(pairs: Sequence[ArticlePair], side: Side, rests: Iterable[_Rest]) -> Iterator[_Stretch]:
    """Neighbouring alinéas that stand on one side only, together."""
    for at, place, alone in rests:
        run: list[int] = []
        for index in [*alone, 0]:
            if run and index != run[-1] + 1:
                yield _stretch(at, place, tuple(run))
                run = []
            run.append(index)


def _singles(pairs: Sequence[ArticlePair], side: Side, rests: Iterable[_Rest]) -> Iterator[_Stretch]:
    """Each alinéa that stands on one side only, and each stretch of words that an edit struck or brought."""
    for at, place, alone in rests:
        for index in alone:
            yield _stretch(at, place, (index,))
        for alineas in pairs[at].alineas:
            for start, end in _long_edits(alineas, side):
                text = pairs[at].old_text(alineas) if side == "old" else pairs[at].new_text(alineas)
                yield _Stretch(at, place, _touched(alineas, side, text, start, end), words_of(text[start:end]))


def _place(pair: ArticlePair, side: Side) -> Place | None:
    return pair.old if side == "old" else pair.new


def _article(pair: ArticlePair, side: Side) -> Article | None:
    place = _place(pair, side)
    return place.article if place else None


def _alone(pair: ArticlePair, side: Side) -> list[int]:
    """The numbers of the alinéas without a partner on the other side; an article outside an excerpt has one all the same."""
    if pair.old and pair.new and not pair.alineas:
        return []
    return [index for alineas in pair.paired() if not (alineas.old and alineas.new) for index in _numbers(alineas, side)]


def _numbers(alineas: AlineaPair, side: Side) -> tuple[int, ...]:
    return alineas.old if side == "old" else alineas.new


def _long_edits(alineas: AlineaPair, side: Side) -> Iterator[Span]:
    """The stretches of a paired alinéa that its edits touch, long enough to be looked for."""
    if alineas.old and alineas.new:
        for edit in alineas.edits:
            start, end = edit.old if side == "old" else edit.new
            if end - start >= TELLING * SHORTEST_WORD:
                yield start, end


def _touched(alineas: AlineaPair, side: Side, text: str, start: int, end: int) -> tuple[int, ...]:
    """The numbers of the alinéas that a stretch of their text touches."""
    numbers = _numbers(alineas, side)
    first = text.count("\n", 0, start) if len(numbers) > 1 else 0  # one alinéa may be a table, whose rows are lines
    return numbers[first : first + text.count("\n", start, end) + 1]


def _stretch(at: int, place: Place, alineas: tuple[int, ...]) -> _Stretch:
    return _Stretch(at, place, alineas, "".join([words_of(place.article.alineas[i - 1].text) for i in alineas]))


def _shared(olds: list[_Stretch], news: list[_Stretch]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Stretches of two articles with the same words: the shorter of two chooses, and stands for the most part in the longer."""
    index = ShingleIndex(enumerate([new.rows for new in news]), [old.rows for old in olds])
    best: dict[int, tuple[float, _Stretch, _Stretch]] = {}
    for old in olds:
        for j in index.nearest(old.rows, CANDIDATES):
            new = news[j]
            share = _contained(old, new) if old.pair != new.pair else 0.0
            chooser = id(old) if len(old.words) <= len(new.words) else id(new)
            if share >= CONTAINED and share > best.get(chooser, (0.0,))[0]:
                best[chooser] = (share, old, new)
    return ((old, new) for _share, old, new in best.values())


def _contained(old: _Stretch, new: _Stretch) -> float:
    """The share of the shorter stretch's words that stand in the longer one in order; 0 when too few of them stand in a row."""
    fewest = min(len(old.rows), len(new.rows))
    in_a_row = fewest and len(old.rows & new.rows) / fewest >= IN_A_ROW
    return kept(old.words, new.words) / min(len(old.words), len(new.words)) if in_a_row else 0.0


def _passage(old: _Stretch, new: _Stretch) -> Passage:
    old, new = _narrowed(old, new), _narrowed(new, old)
    score = min(round(likeness(kept(old.words, new.words), old.words, new.words), 2), 1.0)
    edits = word_diff(old.alineas_text, new.alineas_text).edits
    return Passage(old.place, old.alineas, new.place, new.alineas, score, edits)


def _narrowed(wide: _Stretch, other: _Stretch) -> _Stretch:
    """A run without the alinéas at its ends that hold next to nothing of the other stretch."""
    texts = [words_of(wide.place.article.alineas[i - 1].text) for i in wide.alineas]
    common = [kept(words, other.words) for words in texts]
    best = max(common)
    telling = [of == best or of >= max(HARDLY * len(words), 2) for of, words in zip(common, texts, strict=True)]
    first, last = telling.index(True), len(telling) - telling[::-1].index(True)
    return _stretch(wide.pair, wide.place, wide.alineas[first:last])
