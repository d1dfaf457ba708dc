"""Which version of each article is read: the one in force on a day, or the one in force last.

All versions of an article name each other (``VERSIONS``), also over a change of its number; where they do not, versions of one
number in one text belong together. What is not read is said: each version by its identifier, state and dates; in a whole code,
where they are thousands, by their count and the first articles.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg, plural
from statutes_diff.model import Message, Note
from statutes_diff.readers._versions.record import LIVING, Record

_FEW = 12  # more notes of one kind than that are one


def likely(record: Record, day: str | None) -> bool:
    """Whether a version will be read, as far as its own file can tell: its text is then built while the file is open."""
    if day:
        return record.in_force(day)
    return record.living or not any(state in LIVING for other, state in record.versions if other != record.id)


def chosen(records: Sequence[Record], day: str | None, notes: list[Note]) -> list[Record]:
    """One version of each article, in the order of the files; ``notes`` says what was not chosen."""
    found: list[Record] = []
    said: list[Note] = []
    for versions in _articles(records):
        if day:
            found += _in_force(versions, day, said)
        else:
            found.append(_last(versions, said))
    if not day:
        found = _one_life(found, said)
    notes += _in_short(said, day)
    return found


def few(names: Sequence[str]) -> str:
    """The first of many names."""
    return ", ".join([*names[:_FEW], "…"] if len(names) > _FEW else names)


def _in_short(said: list[Note], day: str | None) -> list[Note]:
    found: list[Note] = []
    for code, group in itertools.groupby(sorted(said, key=lambda note: note.code), key=lambda note: note.code):
        notes = list(group)
        if len(notes) > _FEW:
            names = [str(dict(note.message.values)["number"]) for note in notes]
            notes = [Note(0, code, _summary(code, len(names), few(names), day))]
        found += notes
    return found


def _summary(code: str, n: int, names: str, day: str | None) -> Message:
    if code == "other-version":
        return plural(
            "{n} article: other versions are not read ({names})",
            "{n} articles: other versions are not read ({names})",
            n,
            names=names,
        )
    if day:
        return plural(
            "{n} article is not in force on {day} ({names})",
            "{n} articles are not in force on {day} ({names})",
            n,
            day=day,
            names=names,
        )
    return plural(
        "{n} article is not in force: its last version is read ({names})",
        "{n} articles are not in force: their last versions are read ({names})",
        n,
        names=names,
    )


def _articles(records: Iterable[Record]) -> list[list[Record]]:
    """The versions of each article together."""
    first: dict[str, str] = {}  # an identifier or a number → another of the same article, up to one that stands for it

    def leader(key: str) -> str:
        while (above := first.setdefault(key, key)) != key:
            first[key] = first[above]
            key = above
        return key

    groups: dict[str, list[Record]] = {}
    for record in records:
        own = leader(record.id or record.file)
        names = [other for other, _ in record.versions if other] or [f"{record.text} {article_key(record.label)}"] * bool(
            record.label
        )
        for name in names:
            first[leader(name)] = own
    for record in records:
        groups.setdefault(leader(record.id or record.file), []).append(record)
    return list(groups.values())


def _in_force(versions: list[Record], day: str, notes: list[Note]) -> list[Record]:
    standing = [version for version in versions if version.in_force(day)]
    if not standing:
        notes.append(_not_in_force(versions, day))
        return []
    best = max(standing, key=lambda version: (version.state not in ("ANNULE", "MODIFIE_MORT_NE"), version.period.since))
    notes += _others(best, versions)
    return [best]


def _last(versions: list[Record], notes: list[Note]) -> Record:
    best = max(versions, key=_rank)
    notes += _others(best, versions)
    if not best.living:
        message = msg(
            "article {number} is not in force: its last version is read ({version})", number=best.label, version=best.said
        )
        notes.append(Note(1, "not-in-force", message, best.file))
    return best


def _rank(version: Record) -> tuple[bool, bool, str]:
    """In force, else one that has been or will be, else the rest; the latest of them."""
    period = version.period
    real = not period.never and not (period.until and period.until <= period.since)
    return version.living, real, period.since


def _one_life(records: list[Record], notes: list[Note]) -> list[Record]:
    """A number that was used again: the article that ended gives way to the one in force, or to the one that ended last."""
    by_number: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        by_number.setdefault((record.text, article_key(record.label) or record.id), []).append(record)
    dropped: set[int] = set()
    for same in by_number.values():
        if len(same) > 1:
            kept = [record for record in same if record.living] or _ended_last(same)
            dropped.update(id(record) for record in same if record not in kept)
            notes += _others(kept[0], [kept[0], *(record for record in same if record not in kept)])
    return [record for record in records if id(record) not in dropped]


def _ended_last(records: list[Record]) -> list[Record]:
    latest = max(record.period.until for record in records)
    return [record for record in records if record.period.until == latest]


def _others(best: Record, versions: Sequence[Record]) -> list[Note]:
    others = [version for version in versions if version is not best]
    if not others:
        return []
    message = plural(
        "article {number}: another version is not read ({versions})",
        "article {number}: {n} other versions are not read ({versions})",
        len(others),
        number=best.label,
        versions=_list(others),
    )
    return [Note(1, "other-version", message, best.file)]


def _not_in_force(versions: Sequence[Record], day: str) -> Note:
    record = versions[-1]
    message = msg("article {number} is not in force on {day}: {versions}", number=record.label, day=day, versions=_list(versions))
    return Note(1, "not-in-force", message, record.file)


def _list(versions: Iterable[Record]) -> str:
    return " ; ".join(version.said for version in sorted(versions, key=lambda version: (version.period.since, version.id)))
