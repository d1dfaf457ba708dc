"""The alinéas of an article as a person reads them: label, what became of them, the reason of a fallback, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.citation import cite_alinea, locus_of
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.model import AlineaPair
from statutes_diff.reports._views.pairs import alinea_pairs, edits_of
from statutes_diff.reports._views.places import numbers, parted
from statutes_diff.reports._views.segments import Segment, segments, whole, wordings
from statutes_diff.reports._views.selection import channels_of
from statutes_diff.reports._views.status import alinea_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.model import Article, ArticlePair, Channel, Edit, Passage, Place
    from statutes_diff.reports._views.passages import Passages
    from statutes_diff.reports._views.view import View


class Extent(NamedTuple):
    """Alinéas of an article, by their numbers: what words are taken from."""

    article: Article
    alineas: tuple[int, ...]

    @property
    def text(self) -> str:
        """The alinéas joined with newlines."""
        return "\n".join([self.article.alineas[number - 1].text for number in self.alineas])


class Entry(NamedTuple):
    """One alinéa, several that are one passage, or a run of unchanged ones.

    ``old`` and ``new``: where its words stand in each version (of a passage at its new place, the article that it left);
    ``channels``: what kinds of change it holds.
    """

    label: str
    status: str
    reason: str = ""
    words: tuple[Segment, ...] = ()
    old: Extent | None = None
    new: Extent | None = None
    channels: frozenset[Channel] = frozenset()


def entries(pair: ArticlePair, passages: Passages, view: View) -> Iterator[Entry]:
    """The alinéas in the order of the comparison; unchanged neighbours whose numbers run on are one entry.

    A whole article that came or went says so in its heading, and so does one whose text only stands elsewhere.
    """
    alineas = alinea_pairs(pair)
    if pair.old is None or pair.new is None:
        yield from (_whole(alinea, pair, passages, view) for alinea in _joined(alineas, pair, passages))
    elif view.full or any(alinea.status != "unchanged" for alinea in alineas):
        yield from _compared(list(_joined(alineas, pair, passages)), pair, passages, view)


def _joined(alineas: Sequence[AlineaPair], pair: ArticlePair, passages: Passages) -> Iterator[AlineaPair]:
    """The alinéas of a passage together, at the first of them."""
    told: set[int] = set()
    for alinea in alineas:
        passage = passages.leading(alinea, pair)
        if passage is None:
            yield alinea
        elif id(passage) not in told:
            told.add(id(passage))
            yield (
                AlineaPair("inserted", (), passage.new_alineas) if alinea.new else AlineaPair("removed", passage.old_alineas, ())
            )


def _whole(alinea: AlineaPair, pair: ArticlePair, passages: Passages, view: View) -> Entry:
    label = f"al. {numbers(alinea.new or alinea.old)}{_brackets(alinea, pair)}"
    return _told(label, passages.said(alinea, pair), "", alinea, pair, passages, view)


def _compared(alineas: Sequence[AlineaPair], pair: ArticlePair, passages: Passages, view: View) -> Iterator[Entry]:
    run: list[AlineaPair] = []
    for alinea in alineas:
        if run and not (alinea.status == "unchanged" and _follows(run[-1], alinea)):
            yield _unchanged(run, pair)
            run = []
        if alinea.status == "unchanged" and not view.full:
            run.append(alinea)
        else:
            yield _entry(alinea, pair, passages, view)
    if run:
        yield _unchanged(run, pair)


def _follows(before: AlineaPair, alinea: AlineaPair) -> bool:
    return alinea.new[0] == before.new[0] + 1 and alinea.old[0] == before.old[0] + 1


def _unchanged(run: list[AlineaPair], pair: ArticlePair) -> Entry:
    old, new = [a.old[0] for a in run], [a.new[0] for a in run]
    former = _former(old, new)
    label = f"al. {numbers(new)}" + f" ({former})" * bool(former)
    status = _("unchanged") if len(run) == 1 else _("all unchanged")
    return Entry(label, status, old=_extent(pair.old, old), new=_extent(pair.new, new))


def _former(old: Sequence[int], new: Sequence[int]) -> str:
    """The old numbers when they are others: ``formerly al. 3 to 5``."""
    if list(old) == list(new) or not old:
        return ""
    return translated(plural("formerly al. {alineas}", "formerly al. {alineas}", len(old), alineas=numbers(old)))


def _entry(alinea: AlineaPair, pair: ArticlePair, passages: Passages, view: View) -> Entry:
    label = f"al. {numbers(alinea.new)}" if alinea.new else translated(msg("old al. {alineas}", alineas=numbers(alinea.old)))
    status = " · ".join([said for said in (alinea_status(alinea), passages.said(alinea, pair)) if said])
    reason = translated(alinea.note) if alinea.note else ""
    return _told(f"{label}{_brackets(alinea, pair)}", status, reason, alinea, pair, passages, view)


def _told(label: str, status: str, reason: str, alinea: AlineaPair, pair: ArticlePair, passages: Passages, view: View) -> Entry:
    """An entry with its words."""
    old, new = _extent(pair.old, alinea.old), _extent(pair.new, alinea.new)
    passage = passages.leading(alinea, pair) if new else None
    if passage:
        old, new = _extent(passage.old, passage.old_alineas), _extent(passage.new, passage.new_alineas)
    words = tuple(_words(alinea, pair, passages, view))
    return Entry(label, status, reason, words, old, new, frozenset(channels_of(alinea)))


def _extent(place: Place | None, alineas: Sequence[int]) -> Extent | None:
    return Extent(place.article, tuple(alineas)) if place and alineas else None


def _brackets(alinea: AlineaPair, pair: ArticlePair) -> str:
    """The markers that one alinéa stands under, so that nobody need count, and its old number: `` (II, 3°; formerly al. 4)``."""
    place, indexes = (pair.new, alinea.new) if alinea.new else (pair.old, alinea.old)
    locus = locus_of(place.article, indexes[0]) if place and len(indexes) == 1 else None
    markers = cite_alinea(locus).removeprefix(f"al. {locus.alinea}").strip(" ()") if locus else ""
    former = _former(alinea.old, alinea.new) if alinea.new else ""
    return f" ({parted([words for words in (markers, former) if words])})" if markers or former else ""


def _words(alinea: AlineaPair, pair: ArticlePair, passages: Passages, view: View) -> list[Segment]:
    """The words with their changes; of a passage at its new place those that it had at the old one."""
    passage = passages.leading(alinea, pair)
    if passage:
        return _changed(_text(passage, "old"), _text(passage, "new"), passage.edits, view) if alinea.new else []
    old, new = pair.old_text(alinea), pair.new_text(alinea)
    if not (alinea.new and alinea.old) and view.rewritten:
        return wordings(old, new)
    if not alinea.new:
        return whole("deleted", old)
    return _changed(old, new, edits_of(alinea, old, new), view) if alinea.old else whole("inserted", new)


def _text(passage: Passage, side: str) -> str:
    place, alineas = (passage.old, passage.old_alineas) if side == "old" else (passage.new, passage.new_alineas)
    return "\n".join([place.article.alineas[number - 1].text for number in alineas])


def _changed(old: str, new: str, edits: Sequence[Edit], view: View) -> list[Segment]:
    if not edits:
        return whole("equal", new)
    return wordings(old, new) if view.rewritten else segments(old, new, edits, full=view.full or view.whole, sided=view.whole)
