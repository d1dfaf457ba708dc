"""Lengths of time that came, went or changed in an article that stands in both versions.

What it finds: "deux mois" inserted, "quinze jours francs" struck, "deux mois" replaced by "trois mois" with the direction
(longer, shorter, or counted otherwise: "quinze jours" → "quinze jours francs"). Figures and words are one value: "2 mois" for
"deux mois" is no change. Ages, hours of the day and years of the calendar are not lengths. In an article that is wholly new or
wholly gone nothing is listed: the article itself is the news.

Why it matters: a deadline missed is a right lost.

Example: "Cet avis est rendu dans un délai de deux mois" becomes "dans un délai de trois mois": longer, 2 months to 3.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statutes_diff.language.durations import Duration, durations
from statutes_diff.messages import msg
from statutes_diff.model import Finding
from statutes_diff.rules._aligned import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statutes_diff.model import Locus, Message
    from statutes_diff.rules._carried import Carried
    from statutes_diff.rules._changed import ChangedAlineas, Changes, Side

_NEAR = 0.04  # two months and sixty days are not longer and shorter than each other: months have no fixed length


def find(changes: Changes) -> Iterator[Finding]:
    """The durations that changed, article by article; the same change in several places of one is one finding."""
    for article in changes.articles:
        if article.pair.old and article.pair.new:
            yield from gathered(
                finding
                for alineas in article.alineas
                if alineas.status not in ("unchanged", "moved") or alineas.edits
                for finding in _in(alineas, changes.carried)
            )


def _in(alineas: ChangedAlineas, carried: Carried) -> Iterator[Finding]:
    """Durations that stayed where they were are set aside, those that an edit exchanged are paired, the rest came or went, but
    for those that a passage carried to another article."""
    old, new = _touched(alineas)
    if not old and not new:
        return
    for edit in alineas.edits if old and new else ():
        before = [d for d in old if _touches(d, edit.old)]
        after = [d for d in new if _touches(d, edit.new)]
        if len(before) == len(after) == 1:
            old.remove(before[0])
            new.remove(after[0])
            yield from _replaced(alineas, before[0], after[0])
    both = Counter(d.value for d in old) & Counter(d.value for d in new)
    for duration in _not_carried(alineas.old, _without(old, both), carried):
        yield _finding(msg("duration removed: “{old}”", old=duration.words, old_value=duration.value), alineas, duration, None)
    for duration in _not_carried(alineas.new, _without(new, both), carried):
        yield _finding(msg("duration inserted: “{new}”", new=duration.words, new_value=duration.value), alineas, None, duration)


def _not_carried(side: Side | None, found: Iterable[Duration], carried: Carried) -> Iterator[Duration]:
    return (one for one in found if side and not carried.holds(side, one.start, one.end))


def _touched(alineas: ChangedAlineas) -> tuple[list[Duration], list[Duration]]:
    """The durations of both sides, without those that stand in both where no edit touched them."""
    old = durations(alineas.old.text) if alineas.old else ()
    new = {d.start: d for d in durations(alineas.new.text)} if alineas.new else {}
    left: list[Duration] = []
    for duration in old:
        start, _ = alineas.image(duration.start, duration.end)
        same = new.get(start)
        if same and same.value == duration.value and not alineas.editing(duration.start, duration.end):
            del new[start]
        else:
            left.append(duration)
    return left, list(new.values())


def _without(found: list[Duration], both: Counter[str]) -> Iterator[Duration]:
    """The durations but for those of a length that only changed its place inside the alinéa."""
    spare = Counter(both)
    for duration in found:
        if spare[duration.value]:
            spare[duration.value] -= 1
        else:
            yield duration


def _touches(duration: Duration, span: tuple[int, int]) -> bool:
    """The edit took words of the duration, or put words at its edge ("quinze jours" + "francs")."""
    return duration.start <= span[1] and span[0] <= duration.end + 1


def _replaced(alineas: ChangedAlineas, old: Duration, new: Duration) -> Iterator[Finding]:
    if old.value == new.value:
        return
    yield _finding(_change(old, new), alineas, old, new)


def _change(old: Duration, new: Duration) -> Message:
    """The sentence for a duration that took another's place."""
    ratio = new.days / old.days if old.days else 0.0
    values: dict[str, str | int] = {"old": old.words, "new": new.words, "old_value": old.value, "new_value": new.value}
    if (old.unit == new.unit and old.number == new.number) or (old.unit != new.unit and abs(ratio - 1) < _NEAR):
        return msg("duration counted otherwise: “{old}” is replaced by “{new}”", **values, direction="other")
    if ratio > 1:
        return msg("duration lengthened: “{old}” is replaced by “{new}”", **values, direction="longer")
    return msg("duration shortened: “{old}” is replaced by “{new}”", **values, direction="shorter")


def _finding(message: Message, alineas: ChangedAlineas, old: Duration | None, new: Duration | None) -> Finding:
    return Finding(
        "duration",
        "substantive",
        message,
        old=old.words if old else None,
        new=new.words if new else None,
        where_old=_where(alineas.old, old),
        where_new=_where(alineas.new, new),
    )


def _where(side: Side | None, duration: Duration | None) -> tuple[Locus, ...]:
    return (side.locus(duration.start),) if side and duration else ()
