"""What the rules look at: the articles that changed, their aligned alinéas, the texts of both sides and the edits.

An unchanged article and one outside an excerpt are left out before any of their text is read.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from statutes_diff.compare.ends import apart, as_pair
from statutes_diff.language.citation import cite, cite_alinea, locus_of
from statutes_diff.rules._carried import Carried

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from statutes_diff.model import (
        AlineaPair,
        AlineaStatus,
        Article,
        ArticlePair,
        Comparison,
        Edit,
        Finding,
        Locus,
        Message,
        Passage,
        Place,
        Span,
        Sweep,
    )

MANY_ARTICLES = 3  # in fewer no substitution is made at many places


class Side:
    """One side of an alinéa pair: some alinéas of an article, their numbers from 1, their texts joined with newlines: the text
    that the edits of the pair are ranges of."""

    __slots__ = ("_starts", "article", "indices", "text")

    def __init__(self, article: Article, indices: tuple[int, ...]) -> None:
        self.article, self.indices = article, indices
        self.text = "\n".join([article.alineas[index - 1].text for index in indices])
        self._starts: list[int] = []

    def locus(self, offset: int = 0) -> Locus:
        """Where an offset of the text stands."""
        if len(self.indices) == 1:
            return locus_of(self.article, self.indices[0])
        if not self._starts:
            lengths = [len(self.article.alineas[index - 1].text) + 1 for index in self.indices]
            self._starts = list(accumulate(lengths, initial=0))
        place = min(bisect_right(self._starts, offset), len(self.indices)) - 1
        return locus_of(self.article, self.indices[place])


class ChangedAlineas:
    """Alinéas that belong together, with what was edited; a side is None when they stand in one version only."""

    __slots__ = ("_pieces", "_words", "edits", "new", "note", "old", "status")

    def __init__(
        self, status: AlineaStatus, old: Side | None, new: Side | None, edits: tuple[Edit, ...], note: Message | None
    ) -> None:
        self.status, self.old, self.new, self.edits, self.note = status, old, new, edits, note
        self._pieces: list[str] | None = None
        self._words: str | None = None

    @property
    def pieces(self) -> list[str]:
        """What each edit took and what it brought, one after the other."""
        if self._pieces is None:
            old, new = self.old.text if self.old else "", self.new.text if self.new else ""
            self._pieces = []
            for edit in self.edits:
                (a, b), (c, d) = edit.old, edit.new
                self._pieces += (old[a:b], new[c:d])
        return self._pieces

    @property
    def words(self) -> str:
        """The pieces, a line for each: for a quick look before anything is parsed."""
        if self._words is None:
            self._words = "\n".join(self.pieces)
        return self._words

    def told(self) -> list[str]:
        """What changed: the words of the edits, or all those of a side that stands alone."""
        if self.old and self.new:
            return [self.words] if self.edits else []
        return [side.text for side in (self.old, self.new) if side]

    def editing(self, start: int, end: int, *, new: bool = False) -> list[Edit]:
        """The edits that took, broke or brought words of ``[start, end)`` of the old text, or of the new one."""
        spans = [(edit.new if new else edit.old, edit) for edit in self.edits]
        return [edit for (a, b), edit in spans if (a < end and b > start) or start < a == b < end]

    def image(self, start: int, end: int) -> Span:
        """Where the new text has what stood at ``[start, end)`` of the old; an edit that is cut counts whole."""
        return self._image_start(start), self._image_end(end)

    def _image_start(self, offset: int) -> int:
        shift = 0
        for edit in self.edits:
            if edit.old[0] <= offset < edit.old[1]:
                return edit.new[0]
            if edit.old[1] > offset:
                break
            shift = edit.new[1] - edit.old[1]
        return offset + shift

    def _image_end(self, offset: int) -> int:
        shift = 0
        for edit in self.edits:
            if edit.old[0] < offset <= edit.old[1]:
                return edit.new[1]
            if edit.old[1] >= offset:
                break
            shift = edit.new[1] - edit.old[1]
        return offset + shift


class ChangedArticle:
    """An article that changed, came or went, with every alinéa of both sides in exactly one entry.

    Alinéas that went to another article, or came from one, are an entry of their own: the pair is then of these two articles.
    """

    __slots__ = ("_words", "alineas", "pair")

    def __init__(self, pair: ArticlePair, alineas: tuple[ChangedAlineas, ...]) -> None:
        self.pair, self.alineas = pair, alineas
        self._words: str | None = None

    @property
    def words(self) -> str:
        """All that edits took or brought, and the alinéas that stand on one side alone: for a quick look."""
        if self._words is None:
            self._words = "\n".join([text for alineas in self.alineas for text in alineas.told()])
        return self._words


@dataclass(eq=False, repr=False)
class Changes:
    """Every article that changed between two versions, in the order of the comparison; and the comparison itself, for rules
    that look beside the alinéas."""

    articles: tuple[ChangedArticle, ...]
    comparison: Comparison

    @classmethod
    def of(cls, comparison: Comparison) -> Changes:
        """The changes of a comparison."""
        return cls(tuple(_changed_articles(comparison)), comparison)

    @functools.cached_property
    def pairs(self) -> tuple[ArticlePair, ...]:
        """Every pair of articles but those of one file that both versions hold: nothing in them, nor beside them, differs."""
        return tuple(pair for pair in self.comparison.articles if not pair.shared)

    @functools.cached_property
    def carried(self) -> Carried:
        """The words that went from one article to another as they are."""
        return Carried(self.comparison.passages)

    @functools.cached_property
    def sweeps(self) -> tuple[Sweep, ...]:
        """The substitutions that were made at many places; a few articles hold none, and nothing is looked for there."""
        if len(self.articles) < MANY_ARTICLES:
            return ()
        from statutes_diff.rules._sweeps import sweeps

        return sweeps(self)

    def rank(self, finding: Finding) -> int:
        """The place of a finding in document order: that of its first alinéa, on either side."""
        loci = [("old", locus) for locus in finding.where_old] + [("new", locus) for locus in finding.where_new]
        ranks = [self._ranks.get((side, locus.article, locus.alinea), 0) for side, locus in loci]
        return min(ranks, default=0)

    @functools.cached_property
    def _ranks(self) -> dict[tuple[str, str, int], int]:
        ranks: dict[tuple[str, str, int], int] = {}
        for rank, alineas in enumerate(alineas for article in self.articles for alineas in article.alineas):
            for name, side in (("old", alineas.old), ("new", alineas.new)):
                for index in side.indices if side else ():
                    ranks.setdefault((name, side.article.number if side else "", index), rank)
        return ranks


def distinct(loci: Iterable[Locus]) -> tuple[Locus, ...]:
    """The loci in order, each once."""
    return tuple(dict.fromkeys(loci))


def quoted(words: str) -> str:
    """Words of the law between French quotation marks, in every language: they are French words."""
    return f"«\u00a0{words}\u00a0»"


def cited(loci: Iterable[Locus], *, whole: bool, most: int = 6) -> str:
    """Loci as a lawyer cites them, ``al. 1, 2``; ``whole``: with their article. Beyond ``most`` the rest is counted."""
    found = distinct(loci)
    shown = found if len(found) <= most else found[: most - 1]
    articles = [list(group) for _article, group in groupby(shown, key=lambda locus: locus.article)]
    more = f" (+ {len(found) - len(shown)})" if len(found) > len(shown) else ""
    return "\u00a0; ".join([_cited_together(group, whole) for group in articles]) + more


def _cited_together(loci: list[Locus], whole: bool) -> str:
    """The alinéas of one article; their markers only where one stands alone, for a list of both cannot be read."""
    first, *others = loci
    if not others:
        return cite(first) if whole else cite_alinea(first)
    return f"{cite(first._replace(item=())) if whole else f'al. {first.alinea}'}, {', '.join([str(at.alinea) for at in others])}"


def _is_changed(pair: ArticlePair) -> bool:
    """Said from the statuses alone: no text is read."""
    if pair.status in ("unchanged", "not-covered"):
        return False
    return pair.old is None or pair.new is None or any(alineas.status != "unchanged" for alineas in pair.alineas)


def _changed_articles(comparison: Comparison) -> Iterator[ChangedArticle]:
    """Every changed article without the alinéas that are read as pairs with another one; these follow their new article."""
    gone = apart(comparison.passages)
    shared = {article for _side, article, _alinea in gone}
    came: dict[int, list[Passage]] = {}
    for passage in comparison.passages:
        if passage.whole:
            came.setdefault(id(passage.new.article), []).append(passage)
    for pair in comparison.articles:
        if _is_changed(pair):
            alineas = tuple(_changed_alineas(pair))
            if any(place and id(place.article) in shared for place in (pair.old, pair.new)):
                alineas = tuple(changed for changed in alineas if not _is_apart(changed, gone))
            yield ChangedArticle(pair, alineas)
            for passage in came.get(id(pair.new.article), ()) if pair.new else ():
                yield _changed_article(as_pair(passage))


def _is_apart(alineas: ChangedAlineas, gone: Container[tuple[str, int, int]]) -> bool:
    sides = (("old", alineas.old), ("new", alineas.new))
    return any((name, id(side.article), index) in gone for name, side in sides if side for index in side.indices)


def _changed_article(pair: ArticlePair) -> ChangedArticle:
    return ChangedArticle(pair, tuple(_changed_alineas(pair)))


def _changed_alineas(pair: ArticlePair) -> Iterator[ChangedAlineas]:
    old, new = _article(pair.old), _article(pair.new)
    for alineas in pair.alineas:
        yield _paired(alineas, old, new)
    if not pair.alineas:
        yield from _alone(old, "removed")
        yield from _alone(new, "inserted")


def _article(place: Place | None) -> Article | None:
    return place.article if place else None


def _paired(alineas: AlineaPair, old: Article | None, new: Article | None) -> ChangedAlineas:
    old_side = Side(old, alineas.old) if old and alineas.old else None
    new_side = Side(new, alineas.new) if new and alineas.new else None
    return ChangedAlineas(alineas.status, old_side, new_side, alineas.edits, alineas.note)


def _alone(article: Article | None, status: AlineaStatus) -> Iterator[ChangedAlineas]:
    """The alinéas of an article that stands in one version only, when the comparison does not list them."""
    for index in range(1, len(article.alineas) + 1 if article else 1):
        side = Side(article, (index,)) if article else None
        yield ChangedAlineas(status, side if status == "removed" else None, side if status == "inserted" else None, (), None)
