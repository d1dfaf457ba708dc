"""What is wrong in a corpus of law: one file a rule, its file name the rule's name, its docstring the rule's help.

A rule offers ``find(corpus: Corpus) -> Iterator[Found]`` and ``LEVEL``: ``error`` is for what is nearly always wrong, ``warning``
for what deserves a look, ``info`` for what is a matter of taste. A rule that needs the earlier version too sets ``VERSIONS = 2``;
it is run with ``--against`` only. A rule registers itself by being there.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

    from statutes_diff.checks._corpus import Corpus, Found
    from statutes_diff.model import CorpusFinding, Level

__all__ = ["findings", "help_of", "level_of", "names", "needs_two"]


@functools.cache
def names() -> tuple[str, ...]:
    """Every rule by its public name, in order; nothing is imported."""
    return tuple(sorted(found.name.replace("_", "-") for found in pkgutil.iter_modules(__path__) if found.name[0] != "_"))


def help_of(name: str) -> str:
    """What a rule finds, why it matters, and an example: the docstring of its file."""
    return inspect.cleandoc(_load(name).__doc__ or "")


def level_of(name: str) -> Level:
    """How grave a finding of the rule is, where the configuration says nothing else."""
    level: Level = _load(name).LEVEL
    return level


def needs_two(name: str) -> bool:
    """True for a rule that compares two versions."""
    return getattr(_load(name), "VERSIONS", 1) == 2


def findings(corpus: Corpus, rules: Mapping[str, Level]) -> tuple[CorpusFinding, ...]:
    """What the rules find, by file, line and rule; ``rules`` are those to run, with their levels. Equal ones are counted."""
    found = [(name, each) for name in sorted(rules) for each in dict.fromkeys(_found(name, corpus))]
    return tuple(_counted(sorted(found, key=_order), rules))


def _found(name: str, corpus: Corpus) -> Iterator[Found]:
    made: Iterator[Found] = _load(name).find(corpus)
    return made


def _order(named: tuple[str, Found]) -> tuple[str, int, str, str]:
    name, found = named
    return found.file, found.line, name, str(found.message)


def _counted(found: Iterable[tuple[str, Found]], rules: Mapping[str, Level]) -> Iterator[CorpusFinding]:
    from statutes_diff.checks._identity import key
    from statutes_diff.model import CorpusFinding

    turns: dict[tuple[str, ...], int] = {}
    for name, each in found:
        made = CorpusFinding(name, rules[name], each.file, each.line, each.message, each.text, each.article, each.words)
        identity = key(made)
        turns[identity] = turn = turns.get(identity, -1) + 1
        yield _with_turn(made, turn)


def _with_turn(finding: CorpusFinding, turn: int) -> CorpusFinding:
    return finding._replace(turn=turn) if turn else finding


def _load(name: str) -> ModuleType:
    if name not in names():
        raise LookupError(f"no rule {name!r}")
    return importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
