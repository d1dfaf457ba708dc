"""Headings: the title of the text, and the divisions that were renamed, renumbered, moved, or that came or went whole.

What it finds: "Section 2 : Accords de bon usage" now "Section 2 : Accords nationaux"; "Chapitre II" now "Chapitre III"; a chapter
that now stands in another title; once for each division, with the number of its articles. Typography and capitals alone are no
change, and a division inside one that moved has not itself moved.

Why it matters: a heading places a provision, and courts read it; the alinéas under it may all be unchanged.

Example: "Titre II : Des peines" becomes "Titre II : Des sanctions" (12 articles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.language.divisions import headings
from statutes_diff.language.typography import unaccented
from statutes_diff.messages import msg, plural
from statutes_diff.model import Finding, Locus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from statutes_diff.model import Channel, Comparison, Division, DivisionPair, Message, Place
    from statutes_diff.rules._changed import Changes

_First: TypeAlias = "Mapping[tuple[str, ...], tuple[Locus, ...]]"


def find(changes: Changes) -> Iterator[Finding]:
    """The title, then each division in the order of the text."""
    yield from _title(changes.comparison)
    if changes.comparison.divisions:
        olds, news = _first_articles(changes.comparison)
        for pair in changes.comparison.divisions:
            yield _finding(pair, olds.get(headings(pair.old), ()), news.get(headings(pair.new), ()))


def _title(comparison: Comparison) -> Iterator[Finding]:
    old, new = comparison.old.title, comparison.new.title
    if old and new and _words(old) != _words(new):
        yield Finding("heading", "substantive", msg("title of the text changed: “{old}” → “{new}”", old=old, new=new), old, new)


def _first_articles(comparison: Comparison) -> tuple[_First, _First]:
    """Where each division begins, by its headings, in each version; in a paired article when there is one."""
    pairs = comparison.articles
    both = [pair for pair in pairs if pair.old and pair.new]
    return _first([pair.old for pair in (*both, *pairs)]), _first([pair.new for pair in (*both, *pairs)])


def _first(places: Sequence[Place | None]) -> _First:
    found: dict[tuple[str, ...], tuple[Locus, ...]] = {}
    seen: set[int] = set()
    for place in places:
        if place and place.path and id(place.path[-1]) not in seen:
            seen.add(id(place.path[-1]))
            for depth in range(1, len(place.path) + 1):
                found.setdefault(headings(place.path[:depth]), (Locus(place.article.number),))
    return found


def _finding(pair: DivisionPair, where_old: tuple[Locus, ...], where_new: tuple[Locus, ...]) -> Finding:
    old, new = (path[-1].heading if path else None for path in (pair.old, pair.new))
    return Finding("heading", channel(pair), _message(pair), old, new, where_old, where_new)


def channel(pair: DivisionPair) -> Channel:
    """The kind of change of a division: numbering where the words of its title are the same."""
    if not pair.old or not pair.new or _words(pair.old[-1].title) != _words(pair.new[-1].title):
        return "substantive"
    return "numbering"


def _message(pair: DivisionPair) -> Message:
    n, old, new = pair.articles, _placed(pair.old, pair), _placed(pair.new, pair)
    if pair.status == "inserted":
        return plural("division inserted: “{new}” ({n} article)", "division inserted: “{new}” ({n} articles)", n, new=new)
    if pair.status == "removed":
        return plural("division removed: “{old}” ({n} article)", "division removed: “{old}” ({n} articles)", n, old=old)
    return {
        "renamed": plural(
            "heading changed: “{old}” → “{new}” ({n} article)",
            "heading changed: “{old}” → “{new}” ({n} articles)",
            n,
            old=old,
            new=new,
        ),
        "renumbered": plural(
            "division renumbered: “{old}” → “{new}” ({n} article)",
            "division renumbered: “{old}” → “{new}” ({n} articles)",
            n,
            old=old,
            new=new,
        ),
        "moved": plural(
            "division moved: “{old}” → “{new}” ({n} article)",
            "division moved: “{old}” → “{new}” ({n} articles)",
            n,
            old=old,
            new=new,
        ),
    }[pair.status]


def _placed(path: Sequence[Division], pair: DivisionPair) -> str:
    """The heading; where the division moved, after the heading that it stands under."""
    shown = path[-2:] if pair.status == "moved" else path[-1:]
    return " > ".join([division.heading for division in shown])


def _words(text: str) -> str:
    return " ".join(unaccented(text).strip(" .:").split())
