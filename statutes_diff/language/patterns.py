"""Patterns that are compiled when a text first needs them: all of them together cost more than a small comparison."""

from __future__ import annotations

import re
from typing import Any, cast

GAP = r"[^\S\t-\r]"
"""A space that ends no line. A set of the spaces one by one would take ten times as long to compile: they are far apart."""

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, at the first use of what it gives."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands for a pattern: the first method that is asked for compiles it, and puts the methods of the pattern in place."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
