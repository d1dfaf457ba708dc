"""What a change means: one file a rule, its file name the rule's name, its docstring the rule's help.

A rule is ``find(changes: Changes) -> Iterator[Finding]``: it says facts about the words that changed, each with its places, and
never a legal effect. It takes ``Changes`` (``_changed.py``) rather than the comparison, so that the changed alinéas and their
texts are worked out once for all rules and unchanged articles cost nothing. A rule registers itself by being there.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.rules._changed import Changes

if TYPE_CHECKING:
    from collections.abc import Container
    from types import ModuleType

    from statutes_diff.model import Comparison, Finding, Sweep

__all__ = ["Judged", "findings", "help_of", "judged", "names"]


@functools.cache
def names() -> tuple[str, ...]:
    """Every rule by its public name, in order; nothing is imported."""
    return tuple(sorted(_public(found.name) for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")))


def help_of(name: str) -> str:
    """What a rule finds, why it matters, and an example: the docstring of its file."""
    return inspect.cleandoc(_load(name).__doc__ or "")


class Judged(NamedTuple):
    """What the rules find, in document order, then by rule; and the substitutions that one of them tells of."""

    findings: tuple[Finding, ...]
    sweeps: tuple[Sweep, ...]


def judged(comparison: Comparison, only: Container[str] | None = None) -> Judged:
    """What the rules find in a comparison; ``only`` holds the names of the rules to run. What a sweep tells is not told again."""
    changes = Changes.of(comparison)
    found = [finding for name in names() if only is None or name in only for finding in _load(name).find(changes)]
    sweeps = changes.sweeps if only is None or "sweep" in only else ()
    if sweeps:
        from statutes_diff.rules._told import untold

        found = list(untold(found, sweeps))
    return Judged(tuple(sorted(found, key=lambda finding: (changes.rank(finding), finding.rule))), sweeps)


def findings(comparison: Comparison, only: Container[str] | None = None) -> tuple[Finding, ...]:
    """The findings of ``judged``."""
    return judged(comparison, only).findings


def _load(name: str) -> ModuleType:
    if name not in names():
        raise LookupError(f"no rule {name!r}")
    return importlib.import_module(f"{__name__}.{name.replace('-', '_')}")


def _public(module: str) -> str:
    return module.replace("_", "-")
