"""Divisions of two statutes to pairs, by the articles that they share and by their headings.

The ugly case that this module exists for: a chapter is put in, and the chapters II to IX become III to X. That is said once for
each of them; none of their sections and none of their articles has moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from statutes_diff.compare.outlines import ROOT, Key, Outline, is_general, likeness, same_number
from statutes_diff.model import ArticlePair, DivisionPair, DivisionStatus

LEAST_WEIGHT = 0.05  # of an article pair without a word in common: its number was given to another text
SAME_SUBJECT = 0.5  # likeness of two titles that speak of the same
RELATED = 0.25  # likeness of titles of related subjects


@dataclass(slots=True, eq=False, repr=False)
class Share:
    """The paired articles that stand in one division before and in another after: how many, and their likeness in sum."""

    articles: int = 0
    weight: float = 0.0


_NONE = Share()


class Partners:
    """Which old division became which new one, by node; ``ROOT``, above all divisions, is its own partner."""

    def __init__(self, pairs: Sequence[ArticlePair]) -> None:
        names: dict[tuple[int, str, str, str], int] = {}
        self._old, self._new = Outline(names), Outline(names)
        self._after, self._before = {ROOT: ROOT}, {ROOT: ROOT}
        self._shares: defaultdict[int, dict[int, Share]] = defaultdict(dict)
        self._moves: dict[tuple[int, int], bool] = {}
        inner = self._entered(pairs)
        self._both = bool(inner)  # both versions print divisions
        self._weigh(inner)
        if self._both:
            self._by_heading()
            self._by_articles()
            self._by_heading()

    def placed(self, pair: ArticlePair) -> ArticlePair:
        """The article pair; one whose text and number are unchanged is called moved when it stands in another division."""
        return pair._replace(status="moved") if pair.status == "unchanged" and self.moved(pair) else pair

    def moved(self, pair: ArticlePair) -> bool:
        """True when both versions say where the article stands, and it stands in another division than the partner of its old
        one. A subdivision drawn around it, or dissolved around it, moves nothing."""
        if not pair.old or not pair.new or not pair.old.path or not pair.new.path:
            return False
        ends = self._old.node(pair.old.path), self._new.node(pair.new.path)
        if ends not in self._moves:
            self._moves[ends] = self._elsewhere(*ends)
        return self._moves[ends]

    def changed(self) -> tuple[DivisionPair, ...]:
        """The divisions with another title, number or parent, and the outermost of those that came or went with all their
        articles; in the order of the article pairs."""
        found = list(self._paired())
        if self._both:
            found += [*self._alone("removed"), *self._alone("inserted")]
        return tuple(pair for _place, pair in sorted(found, key=lambda entry: entry[0]))

    def _entered(self, pairs: Sequence[ArticlePair]) -> dict[tuple[int, int], Share]:
        """The innermost divisions of paired articles, with what they share; articles of one version are counted in theirs."""
        inner: defaultdict[tuple[int, int], Share] = defaultdict(Share)
        for place, pair in enumerate(pairs):
            old = self._old.node(pair.old.path, place) if pair.old else ROOT
            new = self._new.node(pair.new.path, place) if pair.new else ROOT
            if old and new:
                share = inner[old, new]
                share.articles += 1
                share.weight += max(pair.score, LEAST_WEIGHT)
            else:
                self._old.alone[old, pair.status] += 1
                self._new.alone[new, pair.status] += 1
        return dict(inner)

    def _weigh(self, inner: Mapping[tuple[int, int], Share]) -> None:
        """Articles count for the division that they stand in and for all those around it. Divisions whose headings are all the
        same as printed, from the outermost in, are partners as soon as they share an article."""
        self._held = [0.0] * len(self._old.parents), [0.0] * len(self._new.parents)
        counts = [0] * len(self._old.parents), [0] * len(self._new.parents)
        for (old, new), share in inner.items():
            counts[0][old] += share.articles
            counts[1][new] += share.articles
            olds, news = self._old.lineage(old), self._new.lineage(new)
            for held, nodes in zip(self._held, (olds, news), strict=True):
                for node in nodes:
                    held[node] += share.weight
            if self._old.signs[old] == self._new.signs[new]:
                for one, other in zip(olds, news, strict=True):
                    self._join(one, other)
            else:
                self._spread(olds, news, share)
        self._articles = [
            side.summed([count + alone for count, alone in zip(own, _by_node(side), strict=True)])
            for side, own in zip((self._old, self._new), counts, strict=True)
        ]

    def _spread(self, olds: Sequence[int], news: Sequence[int], share: Share) -> None:
        for old in olds:
            row = self._shares[old]
            for new in news:
                if new in row:
                    row[new].articles += share.articles
                    row[new].weight += share.weight
                else:
                    row[new] = Share(share.articles, share.weight)

    def _shared(self, old: int, new: int) -> Share:
        """What two divisions share, those aside that are the same as printed."""
        return self._shares[old].get(new, _NONE)

    def _join(self, old: int, new: int) -> None:
        self._after[old], self._before[new] = new, old

    def _by_heading(self) -> None:
        """Under partners: the same kind, number and title; then, when it shares articles, the same kind and title."""
        known: defaultdict[tuple[int, Key], list[int]] = defaultdict(list)
        for new in range(1, len(self._new.parents)):
            if new not in self._before:
                known[self._new.parents[new], self._new.key(new)].append(new)
        for search in (self._same_heading, self._same_words):
            for old in range(1, len(self._old.parents)):
                above = self._after.get(self._old.parents[old])
                found = search(old, above, known) if above is not None and old not in self._after else None
                if found is not None:
                    self._join(old, found)

    def _same_heading(self, old: int, above: int, known: Mapping[tuple[int, Key], Sequence[int]]) -> int | None:
        """The division of the same heading: unless its articles went elsewhere, to one of their title, or it has no title."""
        here = self._old.key(old)
        new = next((new for new in known.get((above, here), ()) if new not in self._before), None)
        if new is None or new in self._shares[old]:
            return new
        gone = any(here.title == self._new.key(other).title and self._most(old, other) for other in self._shares[old])
        return new if here.title and not gone else None

    def _same_words(self, old: int, above: int, _known: object) -> int | None:
        here = self._old.key(old)
        found = [
            new
            for new in self._shares[old]
            if self._new.parents[new] == above and self._titled(new, here) and new not in self._before
        ]
        return max(found, key=lambda new: self._shared(old, new).weight) if found and here.title else None

    def _titled(self, new: int, here: Key) -> bool:
        there = self._new.key(new)
        return (there.kind, there.title) == (here.kind, here.title)

    def _by_articles(self) -> None:
        """Divisions that share at least half of their articles, the likest first."""
        found = [
            (self._likeness(old, new), -old, -new)
            for old, row in self._shares.items()
            if old not in self._after
            for new in row
            if new not in self._before and self._most(old, new) and self._evident(old, new)
        ]
        for old, new in ((-old, -new) for _score, old, new in sorted(found, reverse=True)):
            if old not in self._after and new not in self._before and not self._crosses(old, new):
                self._join(old, new)

    def _most(self, old: int, new: int) -> bool:
        """True when at least half of the paired articles of each stand in the other."""
        return 2 * self._shared(old, new).weight >= max(self._held[0][old], self._held[1][new])

    def _evident(self, old: int, new: int) -> bool:
        """Divisions of one subject; of one kind and related subjects, or in the same place, with more than one article; else
        half of all their articles must be shared."""
        here, there = self._old.key(old), self._new.key(new)
        alike, articles = likeness(here, there), self._shared(old, new).articles
        if alike >= SAME_SUBJECT:
            return True
        same = here.kind == there.kind and (alike >= RELATED or (self._beside(old, new) and same_number(here, there)))
        whole = 2 * articles >= max(self._articles[0][old], self._articles[1][new])
        return (same and (articles > 1 or whole)) or (whole and articles > 1 and (here.kind == there.kind or alike >= RELATED))

    def _likeness(self, old: int, new: int) -> float:
        """Shared articles first; of two nested divisions with the same articles the one whose heading is more alike."""
        here, there = self._old.key(old), self._new.key(new)
        shared = 2 * self._shared(old, new).weight / (self._held[0][old] + self._held[1][new])
        place = 0.2 * (here.kind == there.kind) + 0.1 * same_number(here, there) + 0.1 * self._beside(old, new)
        return shared + 0.5 * likeness(here, there) + place

    def _beside(self, old: int, new: int) -> bool:
        return self._after.get(self._old.parents[old]) == self._new.parents[new]

    def _crosses(self, old: int, new: int) -> bool:
        """True when a division would come to stand inside one that stood in it."""
        return any(new in self._new.lineage(self._after[node]) for node in self._old.lineage(old) if node in self._after) or any(
            old in self._old.lineage(self._before[node]) for node in self._new.lineage(new) if node in self._before
        )

    def _elsewhere(self, old: int, new: int) -> bool:
        above = next((node for node in self._old.lineage(old) if node in self._after), ROOT)
        below = next((node for node in self._new.lineage(new) if node in self._before), ROOT)
        return self._after[above] != below or (above != old and below != new)

    def _paired(self) -> Iterator[tuple[int, DivisionPair]]:
        """Partners that differ, with the place of the first article of the new one."""
        for old, new in self._after.items():
            articles = self._shared(old, new).articles
            status = self._status(old, new) if articles else None
            if status:
                yield self._new.first[new], DivisionPair(status, self._old.paths[old], self._new.paths[new], articles)

    def _status(self, old: int, new: int) -> DivisionStatus | None:
        here, there = self._old.key(old), self._new.key(new)
        if self._elsewhere(self._old.parents[old], self._new.parents[new]):
            return "moved"
        if not same_number(here, there):
            return "renumbered"
        return None if here.title == there.title else "renamed"

    def _alone(self, status: Literal["removed", "inserted"]) -> Iterator[tuple[int, DivisionPair]]:
        """Divisions without a partner whose articles all went, or all came; not those inside such a one, nor one whose title a
        division without a partner has in the other version. Of a division with one article that article's own entry says it."""
        sides = [(self._old, self._after, self._articles[0]), (self._new, self._before, self._articles[1])]
        (side, partners, articles), (other, others, _) = sides if status == "removed" else sides[::-1]
        alone = side.summed(_by_node(side, status))
        whole = {node for node in range(1, len(alone)) if node not in partners and alone[node] == articles[node]}
        titles = {other.key(node).title for node in range(1, len(other.parents)) if node not in others} if whole else set()
        for node in whole:
            title = side.key(node).title
            if side.parents[node] not in whole and articles[node] > 1 and (is_general(title) or title not in titles):
                old, new = (side.paths[node], ()) if status == "removed" else ((), side.paths[node])
                yield side.first[node], DivisionPair(status, old, new, articles[node])


def _by_node(side: Outline, status: str = "") -> list[int]:
    """The articles without a partner (of that status) that stand in each division, not in its subdivisions."""
    counts = Counter({ROOT: 0})
    for (node, given), number in side.alone.items():
        counts[node] += number if status in ("", given) else 0
    return [counts[node] for node in range(len(side.parents))]


def divisions(pairs: Sequence[ArticlePair]) -> tuple[DivisionPair, ...]:
    """The divisions that changed, from the article pairs alone; none where one of the versions prints no divisions."""
    return Partners(pairs).changed()
