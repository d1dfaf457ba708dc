"""What a user may choose: the rules to run, their levels, what counts as failure, and which files are the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from statutes_diff import checks
from statutes_diff.model import Level

LEVELS: tuple[str, ...] = get_args(Level)
FAIL_ON = (*LEVELS, "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """``select`` and ``ignore`` hold names of rules or their beginnings; an empty ``select`` is all.

    ``levels`` overrule those of the rules. ``fail_on``: the lowest level that fails. ``baseline``: a file's name. ``corpus``: the
    paths that references resolve in, whatever paths are checked. ``whole``: each text holds all its articles (True) or is an
    excerpt (False); None: told from its numbers. ``exclude``: patterns of files that are no law.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    fail_on: str = "warning"
    baseline: str | None = None
    corpus: tuple[str, ...] = ()
    whole: bool | None = None
    exclude: tuple[str, ...] = ()


def rules(settings: Settings, *, two: bool) -> dict[str, Level]:
    """The rules to run with their levels; ``two``: there is an earlier version."""
    wanted = [name for name in checks.names() if not settings.select or _matches(name, settings.select)]
    kept = [name for name in wanted if not _matches(name, settings.ignore)]
    return {name: _level(name, settings) for name in kept if two or not checks.needs_two(name)}


def unknown(names: Iterable[str]) -> str | None:
    """The first word that is neither the name of a rule nor the beginning of one."""
    return next((word for word in names if not word or not any(_matches(name, (word,)) for name in checks.names())), None)


def fails(level: Level, settings: Settings) -> bool:
    """True for a finding of a level that counts as failure."""
    return settings.fail_on in LEVELS and LEVELS.index(level) >= LEVELS.index(settings.fail_on)


def _matches(name: str, words: Iterable[str]) -> bool:
    return any(name.startswith(word) for word in words)


def _level(name: str, settings: Settings) -> Level:
    """The level given for the longest beginning of the name, else the rule's own."""
    given = [word for word in settings.levels if name.startswith(word)]
    return settings.levels[max(given, key=len)] if given else checks.level_of(name)
