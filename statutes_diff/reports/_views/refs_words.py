"""A listing of cross-references in a reader's words, before any format: rows, facts, figures, what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.citation import cite_alinea
from statutes_diff.messages import N_, _, msg, plural, translated
from statutes_diff.reports._views.labels import source_name
from statutes_diff.reports._views.places import listed, parted, targets
from statutes_diff.reports._views.refs_fields import standings

if TYPE_CHECKING:
    from statutes_diff.model import LocatedReference, Message, Standing, Statute, Target
    from statutes_diff.references.figures import Cited, Figures

_MOST = 20  # articles and texts that the figures name before the rest is counted

_KINDS = {
    "article": N_("article"),
    "alinea": N_("alinéa"),
    "item": N_("item"),
    "sentence": N_("sentence"),
    "division": N_("division"),
    "text": N_("whole text"),
    "relative": N_("“this”, “the same”, “the preceding”"),
}
# What is said of a target that is not at hand; that it is of another text, its name says.
_LOST: dict[Standing, str] = {
    "no-article": N_("outside the text read"),
    "no-division": N_("outside the text read"),
    "no-alinea": N_("no such alinéa"),
    "no-item": N_("no such item"),
    "unknown": N_("the words do not say where"),
}
_STANDINGS: dict[Standing, str] = {
    "here": N_("in the text read"),
    "another-text": N_("of another text"),
    "no-article": N_("an article outside the text read"),
    "no-alinea": N_("an alinéa that its article lacks"),
    "no-item": N_("an item that its article lacks"),
    "no-division": N_("a division outside the text read"),
    "unknown": N_("a place that the words do not say"),
}


def standing_words(standing: Standing) -> str:
    """What stands where a target leads."""
    return _(_STANDINGS[standing])


class Row(NamedTuple):
    """One renvoi: its place, its words, what they point to; ``note`` of an official link, ``excerpts`` of the text pointed to."""

    place: str
    words: str
    target: str
    note: str = ""
    excerpts: tuple[str, ...] = ()


def row(located: LocatedReference) -> Row:
    """A renvoi in words."""
    home, reference = located.locus.article, located.reference
    facts = [*([] if _says_nothing(located) else [targets(reference.targets, home)]), *_lost(located, home)]
    if located.quoted:
        facts.append(_("in quotation marks"))
    note = translated(located.note) if located.note else ""
    return Row(cite_alinea(located.locus), reference.text, " — ".join(facts), note, tuple(_excerpts(located, home)))


def _says_nothing(located: LocatedReference) -> bool:
    """True for quoted words that only point: "au présent article"."""
    return all(
        standing == "unknown" and not any((target.article, target.alinea, target.item, target.sentence, target.division))
        for target, standing in _looked_up(located)
    )


def _lost(located: LocatedReference, home: str) -> Iterator[str]:
    """What of its targets is not at hand, and which of them where it is not all."""
    found = dict.fromkeys(_LOST[standing] for standing in standings(located) if standing in _LOST)
    for words in found:
        lost = [target for target, standing in _looked_up(located) if _LOST.get(standing) == words]
        if len(lost) == len(located.reference.targets):
            yield _(words)
        else:
            yield translated(msg("{place}: {words}", place=targets(lost, home, whole=False), words=_(words)))


def _looked_up(located: LocatedReference) -> Iterator[tuple[Target, Standing]]:
    return zip(located.reference.targets, standings(located), strict=True)


def _excerpts(located: LocatedReference, home: str) -> Iterator[str]:
    """How the text begins that each target points to; of several, with the place of each."""
    for target, words in zip(located.reference.targets, located.excerpts, strict=False):
        if words:
            quoted = translated(msg("“{words}”", words=words))
            several = len(located.reference.targets) > 1
            place = targets([target], home, whole=False)
            yield translated(msg("{place}: {words}", place=place, words=quoted)) if several else quoted


_FACTS: tuple[tuple[Callable[[LocatedReference], bool], Callable[[int], Message]], ...] = (
    (
        lambda found: "another-text" in standings(found),
        lambda n: plural("{n} leads to another text", "{n} lead to another text", n),
    ),
    (
        lambda found: not {"no-article", "no-division"}.isdisjoint(standings(found)),
        lambda n: plural("{n} leads outside the text read", "{n} lead outside the text read", n),
    ),
    (
        lambda found: not {"no-alinea", "no-item"}.isdisjoint(standings(found)),
        lambda n: plural(
            "{n} leads to an alinéa or item that is not there", "{n} lead to an alinéa or item that is not there", n
        ),
    ),
    (lambda found: found.quoted, lambda n: plural("{n} in quotation marks", "{n} in quotation marks", n)),
    (
        lambda found: found.note is not None,
        lambda n: plural("{n} with a note on its official link", "{n} with a note on their official links", n),
    ),
)


def facts(statute: Statute, found: Sequence[LocatedReference]) -> list[str]:
    """Where the words stand and how many there are, of which sort."""
    counts = [(sum(map(test, found)), words) for test, words in _FACTS]
    said = [translated(words(n)) for n, words in counts if n]
    return [
        source_name(statute.source),
        translated(plural("{n} cross-reference", "{n} cross-references", len(found))),
        *said,
    ]


def asked(to: Sequence[str], *, dangling: bool = False, external: bool = False) -> str:
    """What the listing is limited to, as it was understood; "" when it is not."""
    found = [translated(msg("to {places}", places=parted(list(_cited_places(to)))))] if to else []
    found += [_("dangling")] if dangling else []
    found += [_("to another text")] if external else []
    return listed(found)


def _cited_places(to: Sequence[str]) -> Iterator[str]:
    from statutes_diff.references.filters import places

    for words in to:
        for pointer in places(words):
            yield targets(pointer.targets, None)


class Table(NamedTuple):
    """Figures under a heading: what is counted, and how often."""

    heading: str
    rows: tuple[tuple[str, int], ...]


def tables(found: Figures, *, full: bool = False) -> Iterator[Table]:
    """The figures of one statute; of very many articles and texts the most cited, unless ``full``. Nothing without renvois."""
    kinds = tuple((_(_KINDS[kind]), n) for kind, n in found.kinds if n)
    stands = tuple((_(_STANDINGS[standing]), n) for standing, n in found.standings if n)
    named = (
        (_("Kind of words"), kinds),
        (_("Targets"), stands),
        (_("Articles cited most"), _cited(found.articles, full)),
        (_("Other texts cited"), _cited(found.texts, full)),
    )
    yield from (Table(heading, rows) for heading, rows in named if rows)


def _cited(found: Sequence[Cited], full: bool) -> tuple[tuple[str, int], ...]:
    from statutes_diff.model import Target

    shown = found if full else found[:_MOST]
    rows = [(targets([Target(cited.text, cited.article)], None), cited.count) for cited in shown]
    more = found[len(shown) :]
    if more:
        rows.append((translated(plural("{n} other", "{n} others", len(more))), sum(cited.count for cited in more)))
    return tuple(rows)
