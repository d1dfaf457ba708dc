"""Bodies that the changed articles name more often, less often, or in another's place.

What it finds: for each body that is known by name (a lexicon adds more), how often its words stand before and after in the
articles that changed for it, in which forms, and where an edit put the words of one body in the place of another's. Number, case,
articles and elision vary, and count together; a form that no act gives is counted with them and shown as irregular.

Why it matters: who decides, who pays, who is consulted. The words are the fact; that one body succeeded another in law is not
said, because the text does not say it.

Example: "par la Caisse nationale de l'assurance maladie des travailleurs salariés" becomes "par l'Union nationale des caisses
d'assurance maladie": CNAMTS 1 before, 0 after, and at this place the words of UNCAM stand in its place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from statutes_diff.language.institutions import InstitutionMention, mentions, mentions_in
from statutes_diff.language.tokens import tokens
from statutes_diff.language.typography import folded
from statutes_diff.messages import msg
from statutes_diff.model import Finding
from statutes_diff.rules._changed import cited, distinct, quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from statutes_diff.language.lexicon import Institution
    from statutes_diff.model import Edit, Locus
    from statutes_diff.rules._changed import ChangedAlineas, ChangedArticle, Changes, Side

Way: TypeAlias = Literal["old", "new"]


@dataclass(slots=True, eq=False, repr=False)
class _Tally:
    """What is known of one body: the places and forms of its mentions on each side, and whose words took whose place."""

    institution: Institution
    where: dict[Way, list[Locus]] = field(default_factory=lambda: {"old": [], "new": []})
    forms: dict[Way, Counter[str]] = field(default_factory=lambda: {"old": Counter(), "new": Counter()})
    irregular: set[str] = field(default_factory=set)
    replaced_by: dict[str, list[Locus]] = field(default_factory=dict)
    in_place_of: dict[str, list[Locus]] = field(default_factory=dict)

    def add(self, way: Way, mention: InstitutionMention, locus: Locus) -> None:
        words = folded(mention.words)
        self.where[way].append(locus)
        self.forms[way][words] += 1
        if mention.irregular:
            self.irregular.add(words)

    def join(self, other: _Tally) -> None:
        """Add what is known of the body from another article."""
        for way in ("old", "new"):
            self.where[way] += other.where[way]
            self.forms[way] += other.forms[way]
        self.irregular |= other.irregular
        for mine, theirs in ((self.replaced_by, other.replaced_by), (self.in_place_of, other.in_place_of)):
            for label, loci in theirs.items():
                mine.setdefault(label, []).extend(loci)

    @property
    def changed(self) -> bool:
        return len(self.where["old"]) != len(self.where["new"]) or bool(self.replaced_by or self.in_place_of)


def find(changes: Changes) -> Iterator[Finding]:
    """One finding for each body whose mentions changed in number, or whose words took another's place."""
    bodies: dict[str, _Tally] = {}
    for article in changes.articles:
        for label, tally in _changed_in(article).items():
            bodies.setdefault(label, _Tally(tally.institution)).join(tally)
    for tally in bodies.values():
        if tally.changed:
            yield _finding(tally)


def _changed_in(article: ChangedArticle) -> dict[str, _Tally]:
    """The bodies whose mentions changed in an article; only then are its unchanged alinéas read, to count them whole."""
    read = _Read()
    changed = _changed(article, read)
    if not changed:
        return {}
    tallies: dict[str, _Tally] = {}
    for alineas in article.alineas:
        _count(alineas, tallies, read, changed)
    return tallies


class _Read:
    """The mentions of each side of an article's alinéas, read once."""

    def __init__(self) -> None:
        self._told: dict[int, tuple[InstitutionMention, ...]] = {}

    def of(self, side: Side | None, *, edited: bool = False) -> tuple[InstitutionMention, ...]:
        """What a side names. An edited one was cut into words when it was compared."""
        if side is None:
            return ()
        found = self._told.get(id(side))
        if found is None:
            found = self._told[id(side)] = mentions_in(tokens(side.text)) if edited else mentions(side.text)
        return found


def _changed(article: ChangedArticle, read: _Read) -> set[str]:
    """The bodies that the changed alinéas name more or less often, or whose words took another's place in them."""
    more: dict[str, int] = {}
    exchanged: set[str] = set()
    for alineas in article.alineas:
        if alineas.edits or not (alineas.old and alineas.new):
            edited = bool(alineas.edits)
            for mention in read.of(alineas.old, edited=edited):
                more[mention.institution.label] = more.get(mention.institution.label, 0) - 1
            for mention in read.of(alineas.new, edited=edited):
                more[mention.institution.label] = more.get(mention.institution.label, 0) + 1
            if edited:
                exchanged.update(label for _, *labels in _exchanges(alineas, read) for label in labels)
    return exchanged.union(label for label, times in more.items() if times)


def _exchanges(alineas: ChangedAlineas, read: _Read) -> Iterator[tuple[Edit, str, str]]:
    """The edits of an alinéa that put one body in another's place, with both; a rewritten one has no places to compare."""
    if not alineas.note and alineas.edits:
        old, new = read.of(alineas.old), read.of(alineas.new)
        for edit in alineas.edits if old and new else ():
            gone, come = _exchanged(edit, old, new)
            if gone and come:
                yield edit, gone, come


def _count(alineas: ChangedAlineas, tallies: dict[str, _Tally], read: _Read, wanted: Container[str]) -> None:
    """Add an alinéa's mentions of some bodies to the tallies, and the places where one body's words took another's."""
    same = alineas.old and alineas.new and not alineas.edits
    old = read.of(alineas.old)
    _add(alineas.old, "old", tallies, old, wanted)
    _add(alineas.new, "new", tallies, old if same else read.of(alineas.new), wanted)
    for edit, gone, come in _exchanges(alineas, read):
        if alineas.new:
            locus = alineas.new.locus(edit.new[0])
            tallies[gone].replaced_by.setdefault(come, []).append(locus)
            tallies[come].in_place_of.setdefault(gone, []).append(locus)


def _add(
    side: Side | None, way: Way, tallies: dict[str, _Tally], found: tuple[InstitutionMention, ...], wanted: Container[str]
) -> None:
    for mention in found:
        label = mention.institution.label
        if side and label in wanted:
            if label not in tallies:
                tallies[label] = _Tally(mention.institution)
            tallies[label].add(way, mention, side.locus(mention.start))


def _exchanged(edit: Edit, old: tuple[InstitutionMention, ...], new: tuple[InstitutionMention, ...]) -> tuple[str, str]:
    """The two bodies that an edit exchanged: one alone on each side, or nothing is said."""
    if edit.op != "replace":
        return "", ""
    gone = {m.institution.label for m in old if m.start < edit.old[1] and edit.old[0] < m.end}
    come = {m.institution.label for m in new if m.start < edit.new[1] and edit.new[0] < m.end}
    if len(gone) != 1 or len(come) != 1 or gone == come:
        return "", ""
    return gone.pop(), come.pop()


def _finding(tally: _Tally) -> Finding:
    where_old, where_new = distinct(tally.where["old"]), distinct(tally.where["new"])
    return Finding(
        "institution",
        "substantive",
        msg("{named}: mentions before: {before}, after: {after}", **_values(tally)),
        old=next(iter(tally.forms["old"]), None),
        new=next(iter(tally.forms["new"]), None),
        where_old=where_old,
        where_new=where_new,
    )


def _values(tally: _Tally) -> dict[str, str | int]:
    """The counts that the sentence says, then what a report may add: the forms, and whose words took whose place."""
    body = tally.institution
    before, after = tally.forms["old"], tally.forms["new"]
    whole = len({locus.article for loci in tally.where.values() for locus in loci}) > 1
    forms = dict.fromkeys([*before, *after])
    return {
        "named": f"{body.acronym} ({body.name})" if body.acronym else body.name,
        "name": body.label,
        "full": body.name,
        "before": before.total(),
        "after": after.total(),
        "ways": len(forms),
        "irregular": len(tally.irregular),
        "irregular_forms": ", ".join(quoted(form) for form in forms if form in tally.irregular),
        "forms": ", ".join(f"{quoted(form)} ({before[form]} → {after[form]})" for form in forms),
        "replaced_by": _places(tally.replaced_by, whole=whole),
        "in_place_of": _places(tally.in_place_of, whole=whole),
    }


def _places(others: dict[str, list[Locus]], *, whole: bool) -> str:
    """``UNCAM (al. 2), HAS (al. 4)``: the other bodies, each with the alinéas of the new text."""
    return ", ".join(f"{label} ({cited(loci, whole=whole)})" for label, loci in others.items())
