"""A comparison as the table that practitioners draw up at each recodification: old number → new number.

An article that was split, merged or taken apart has a row for each text that its words went to. What no text took over is a
gap; what lies outside an excerpt is a row too, and no gap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from typing import get_args

from statutes_diff.model import (
    AlineaPair,
    ArticlePair,
    Channel,
    Comparison,
    Concordance,
    ConcordanceRow,
    Passage,
    Place,
    Relation,
    Side,
    Statute,
)

# Has the old article several successors, and the new one several origins?
_RELATIONS: dict[tuple[bool, bool], Relation] = {
    (False, False): "1:1",
    (True, False): "1:N",
    (False, True): "N:1",
    (True, True): "N:M",
}


def concordance(comparison: Comparison, *, by: Side = "old", articles: Collection[str] = ()) -> Concordance:
    """The table in the order of one side; ``articles`` limits it to rows with one of these numbers (keys) on either side."""
    rows = _ordered(list(_related(_rows(comparison), comparison)), comparison, by)
    shown = tuple(row for row in rows if not articles or any(place.article.number in articles for place in _places(row)))
    return Concordance(comparison, shown, by)


def renumbered(comparison: Comparison) -> list[ConcordanceRow]:
    """The rows of the table, in the order of the old text, whose two numbers differ; what they are to other rows is not told."""
    rows = [_row(pair) for pair in comparison.articles if pair.old and pair.new and pair.status != "unchanged"]
    differing = [row for row in (*rows, *_parts(comparison.passages)) if len({at.article.number for at in _places(row)}) > 1]
    return _ordered(differing, comparison, "old") if differing else []


def _places(row: ConcordanceRow) -> list[Place]:
    return [place for place in (row.old, row.new) if place]


def _rows(comparison: Comparison) -> list[ConcordanceRow]:
    """Partners, then shares, then the articles that have neither a partner nor a share."""
    parts = list(_parts(comparison.passages))
    held = {id(place.article) for row in parts for place in _places(row)}
    partners = [_row(pair) for pair in comparison.articles]
    return [*(row for row in partners if (row.old and row.new) or id(_places(row)[0].article) not in held), *parts]


def _row(pair: ArticlePair) -> ConcordanceRow:
    channels = _in_order(channel for alinea in pair.alineas for channel in _channels(alinea))
    relation: Relation = "1:1" if pair.old and pair.new else "1:0" if pair.old else "0:1"
    return ConcordanceRow(
        pair.old, pair.new, pair.how, pair.score, relation, pair.status, channels=channels, runner_up=pair.runner_up
    )


def _channels(alinea: AlineaPair) -> set[Channel]:
    """The kinds of change of an alinéa; one that came or went whole has no edit, nor has one that only stands elsewhere."""
    found: set[Channel] = {edit.channel for edit in alinea.edits}
    if alinea.status in ("inserted", "removed"):
        found.add("substantive")
    elif not found and alinea.status != "unchanged":
        found.add("numbering")
    return found


def _in_order(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    found = set(channels)
    return tuple(channel for channel in get_args(Channel) if channel in found)


def _parts(passages: Sequence[Passage]) -> Iterator[ConcordanceRow]:
    """One row for all that one article took over from another."""
    groups: defaultdict[tuple[int, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        groups[id(passage.old.article), id(passage.new.article)].append(passage)
    for group in groups.values():
        channels = _in_order(channel for passage in group for channel in _changes(passage))
        yield ConcordanceRow(
            group[0].old,
            group[0].new,
            "similar" if "substantive" in channels else "text",
            _score(group),
            "1:1",
            "part",
            channels=channels,
            old_alineas=tuple(sorted({i for passage in group for i in passage.old_alineas})),
            new_alineas=tuple(sorted({j for passage in group for j in passage.new_alineas})),
        )


def _changes(passage: Passage) -> set[Channel]:
    """The kinds of change of a passage; words that differ although no edit was made of them are substance."""
    found: set[Channel] = {edit.channel for edit in passage.edits}
    if not found and _words(passage.old, passage.old_alineas) != _words(passage.new, passage.new_alineas):
        found.add("substantive")
    return found


def _words(place: Place, alineas: Sequence[int]) -> str:
    return "\n".join([place.article.alineas[i - 1].text for i in alineas])


def _score(group: Sequence[Passage]) -> float:
    """The likeness of passages together, each weighed by its length."""
    lengths = [len(_words(p.old, p.old_alineas)) + len(_words(p.new, p.new_alineas)) for p in group]
    weighed = sum(passage.score * length for passage, length in zip(group, lengths, strict=True))
    return round(weighed / sum(lengths), 2) if any(lengths) else group[0].score


def _related(rows: Sequence[ConcordanceRow], comparison: Comparison) -> Iterator[ConcordanceRow]:
    """The rows with their relation, and with the sides whose number bears something else in the other version."""
    links = [(row.old.article, row.new.article) for row in rows if row.old and row.new]
    successors, origins = Counter(id(old) for old, _ in links), Counter(id(new) for _, new in links)
    kept = {id(article) for link in links if link[0].number == link[1].number for article in link}
    olds, news = _numbers(comparison.old), _numbers(comparison.new)
    for row in rows:
        relation = row.relation
        if row.old and row.new:
            relation = _RELATIONS[successors[id(row.old.article)] > 1, origins[id(row.new.article)] > 1]
        lost: dict[Side, bool] = {"old": _lost(row.old, news, kept), "new": _lost(row.new, olds, kept)}
        reassigned = tuple(side for side in lost if lost[side])
        told = (relation, reassigned) == (row.relation, row.reassigned)
        yield row if told else row._replace(relation=relation, reassigned=reassigned)


def _numbers(statute: Statute) -> set[str]:
    return {article.number for article in statute.articles()}


def _lost(place: Place | None, others: Container[str], kept: Container[int]) -> bool:
    """True when an article's number stands in the other version and nothing ties the two."""
    return place is not None and place.article.number in others and id(place.article) not in kept


def _ordered(rows: Sequence[ConcordanceRow], comparison: Comparison, by: Side) -> list[ConcordanceRow]:
    """Rows in the order of one side, an article's partner before its shares. An article that the other side alone holds stands
    after what the article before it, in its own text, belongs to."""
    places = {"old": _order(comparison.old), "new": _order(comparison.new)}
    here, there = ("old", "new") if by == "old" else ("new", "old")

    def at(row: ConcordanceRow, side: str) -> int:
        return places[side](row.old if side == "old" else row.new)

    after = _anchors((at(row, there), row.status == "part", at(row, here)) for row in rows)

    def key(row: ConcordanceRow) -> tuple[int, bool, bool, int]:
        alone = at(row, here) < 0
        return after[at(row, there)] if alone else at(row, here), alone, row.status == "part", at(row, there)

    return sorted(rows, key=key)


def _order(statute: Statute) -> Callable[[Place | None], int]:
    """Article → its place in the text, -1 for none."""
    places = {id(article): at for at, article in reversed(list(enumerate(statute.articles())))}
    return lambda place: places.get(id(place.article), len(places)) if place else -1


def _anchors(found: Iterable[tuple[int, bool, int]]) -> dict[int, int]:
    """Each place of the other side → the place, on the side that orders, of the nearest article up to it that has one."""
    anchors: dict[int, int] = {}
    last = -1
    for there, _part, here in sorted(found):
        if there >= 0 and there not in anchors:
            last = here if here >= 0 else last
            anchors[there] = last
    return anchors
