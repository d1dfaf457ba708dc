"""What renvois lead to, for a page: links inside it, and the first words of each target, once, with an id.

The words of a renvoi link to the article where the page shows it, else to the first words of the target where they are at hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.references.outline import outline
from statutes_diff.references.standing import excerpt
from statutes_diff.reports._views.places import old_place, targets
from statutes_diff.reports._views.renvois import plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statutes_diff.model import Account, LedgerRow, Mention, Side, Statute, Target
    from statutes_diff.references.outline import Outline
    from statutes_diff.reports._html.anchors import Anchors
    from statutes_diff.reports._views.entries import Extent

_MOST = 5  # targets of one run of words whose text is shown: a range may have hundreds

Stretch: TypeAlias = tuple[int, int, "Link"]


@dataclass(frozen=True, slots=True)
class Link:
    """``href`` inside the page; ``texts``: the ids of what is shown of the targets, ``words``: what they say.

    ``old``: where the same words led in the old version, if to another text.
    """

    href: str
    texts: str = ""
    words: tuple[str, ...] = ()
    old: Link | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """The first words of a target: its id, its name, the words, and the article in the page."""

    id: str
    name: str
    words: str
    href: str


@dataclass(slots=True)
class Renvois:
    """The ledger as links: by article and alinéa of a version, and the texts that they lead to (``cited``) as they were met."""

    anchors: Anchors
    wholes: dict[Side, Outline]
    texts: dict[tuple[Side, Target], Cited | None] = field(default_factory=dict)
    cited: list[Cited] = field(default_factory=list)
    standing: defaultdict[tuple[Side, str, int], list[Mention]] = field(default_factory=lambda: defaultdict(list))
    twice: frozenset[tuple[Side, str]] = frozenset()

    def of_row(self, row: LedgerRow) -> Iterator[Cited]:
        """What a row of the ledger led to and leads to, as far as it is at hand; once where it is the same."""
        sides: tuple[tuple[Side, Mention | None], ...] = (("old", row.old), ("new", row.new))
        found = [cited for side, mention in sides if mention and (cited := self._cited(side, mention.target))]
        yield from found[-1:] if len({cited.words for cited in found}) == 1 else found

    def link(self, side: Side, found: Iterable[Target]) -> Link | None:
        """Where words with these targets lead."""
        shown = list(found)[:_MOST]
        texts = [cited for target in shown if (cited := self._cited(side, target))]
        inside = next((here for target in shown if (here := self._article(side, target))), "")
        href = inside or (texts[0].id if texts else "")
        words = tuple([cited.words for cited in texts])
        return Link(f"#{href}", " ".join([cited.id for cited in texts]), words) if href else None

    def stretches(self, side: Side, extent: Extent | None) -> list[Stretch]:
        """The renvois in the joined text of some alinéas that lead somewhere, in order."""
        found: list[Stretch] = []
        start = 0
        if extent is None or (side, extent.article.number) in self.twice:
            return found
        for number in extent.alineas:
            found += self._linked(side, self.standing.get((side, extent.article.number, number), ()), start)
            start += len(extent.article.alineas[number - 1].text) + 1
        return found

    def _linked(self, side: Side, mentions: Iterable[Mention], start: int) -> Iterator[Stretch]:
        places: defaultdict[tuple[int, int], list[Target]] = defaultdict(list)
        for mention in mentions:
            places[mention.start, mention.end].append(mention.target)
        last = 0
        for (first, end), found in sorted(places.items(), key=lambda item: item[0]):
            link = self.link(side, found) if first >= last else None
            if link:
                yield start + first, start + end, link
                last = end

    def _article(self, side: Side, target: Target) -> str:
        if target.text is not None or not target.article:
            return ""
        alinea = self.anchors.alineas.get((side, target.article, target.alinea or 0)) if not target.item else None
        return alinea or self.anchors.article(side, target.article)

    def _cited(self, side: Side, target: Target) -> Cited | None:
        key = (side, target._replace(implied=False) if target.implied else target)
        if key not in self.texts:
            self.texts[key] = self._found(side, target)
        return self.texts[key]

    def _found(self, side: Side, target: Target) -> Cited | None:
        words = excerpt(self.wholes[side], target)
        if not words:
            return None
        name = targets([target], None)
        said = old_place(name) if side == "old" else name
        self.cited.append(Cited(f"t{len(self.cited) + 1}", said, words, self._article(side, target)))
        return self.cited[-1]


def renvois_of(account: Account, anchors: Anchors) -> Renvois:
    """Index the ledger; an article whose number its version holds twice has no links, for the ledger knows numbers alone."""
    comparison = account.comparison
    statutes: dict[Side, Statute] = {"old": comparison.old, "new": comparison.new}
    found = Renvois(anchors, {side: outline(statute) for side, statute in statutes.items()})
    for row in plainly(account):
        if row.old:
            found.standing["old", row.old.locus.article, row.old.locus.alinea].append(row.old)
        if row.new:
            found.standing["new", row.new.locus.article, row.new.locus.alinea].append(row.new)
    counted = {side: Counter(article.number for article in statute.articles()) for side, statute in statutes.items()}
    found.twice = frozenset((side, number) for side, numbers in counted.items() for number, n in numbers.items() if n > 1)
    return found
