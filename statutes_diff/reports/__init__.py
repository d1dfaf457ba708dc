"""What a person or a machine reads: one file per format, its name the format's name.

A module offers a function for each command that it can print: ``compare(account, view)``, ``concordance(table, view)``,
``tree(statute, view)``, ``refs(read, view, asked)``, ``check(result, view)``, ``log(found, patches, view)``,
``blame(found, view)``, and for parts of them ``compare_stat``, ``compare_summary`` and ``ref_counts``. It registers itself by
being there.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from typing import TYPE_CHECKING

from statutes_diff.reports._views.view import View

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["View", "formats", "load", "names", "of_suffix"]

# How files of a format are called, where that is not the format's name.
_SUFFIXES = {"gv": "dot", "htm": "html", "md": "markdown", "ndjson": "jsonl"}


def names() -> list[str]:
    """Every format, by name; nothing is imported."""
    return sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))


def load(name: str) -> ModuleType:
    """The module that writes a format."""
    if name not in names():
        raise LookupError(f"no report format {name!r}")
    return importlib.import_module(f"{__name__}.{name}")


def of_suffix(suffix: str) -> str | None:
    """The format that files of this suffix are in, ``.md`` for Markdown, in small letters or capitals; None for any other."""
    known = suffix.lower().removeprefix(".")
    name = _SUFFIXES.get(known, known)
    return name if name in names() else None


def formats(command: str) -> list[str]:
    """The formats that can print a command's result.

    Told from the source text, because the command line asks at every start and only one format will be used.
    """
    return [name for name in names() if _offers(name, command)]


def _offers(name: str, command: str) -> bool:
    try:
        with open(os.path.join(__path__[0], f"{name}.py"), encoding="utf-8") as source:
            return f"\ndef {command}(" in source.read()
    except OSError:  # compiled modules alone, or an archive
        return hasattr(load(name), command)
