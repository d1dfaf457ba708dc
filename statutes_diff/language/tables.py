"""The tables of words, read from their data files: TOML, kept to where its values are JSON as well.

Every run reads them, and the parser of the standard library takes ten times as long: a tenth of a second for all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any

_value = JSONDecoder().raw_decode


class TableError(ValueError):
    """A line that is no TOML, or TOML that is written another way than these tables are."""


def table(beside: str, name: str) -> dict[str, Any]:
    """The table ``name`` in the folder ``data`` beside a module's ``__file__``.

    Sections of one name, or of two joined by a dot; ``key = value``, an array over as many lines as it takes; comments on
    lines of their own, or behind a value that is no array.

    Raises:
        TableError: anything else.
    """
    return parsed(_text(beside, f"data/{name}"))


def words_beside(beside: str, name: str) -> frozenset[str]:
    """The words of a list beside a module's ``__file__``; what stands behind ``#`` is a comment."""
    lines = (line.partition("#")[0] for line in _text(beside, name).split("\n"))
    return frozenset(word for line in lines for word in line.split())


def _text(beside: str, name: str) -> str:
    with open(os.path.join(os.path.dirname(beside), name), encoding="utf-8") as file:
        return file.read()


def parsed(text: str) -> dict[str, Any]:
    """The content of a table.

    Raises:
        TableError: see ``table``.
    """
    whole: dict[str, Any] = {}
    section = whole
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("["):
            section = _section(whole, line)
        elif line and line[0] != "#":
            key, equals, value = line.partition(" = ")
            if not equals:
                raise TableError(line)
            section[_plain(key)] = _read(value, lines)
    return whole


def _section(whole: dict[str, Any], line: str) -> dict[str, Any]:
    """A new section: ``[acts]``, ``[acts.dated]``, or one more row of ``[[body]]``."""
    section: dict[str, Any] = {}
    name = line.partition("#")[0].strip()
    if name.startswith("[[") and name.endswith("]]"):
        whole.setdefault(name[2:-2], []).append(section)
        return section
    *above, last = name[1:-1].split(".")
    for key in above:
        whole = whole.setdefault(key, {})
    if not name.endswith("]") or last in whole:
        raise TableError(line)
    whole[last] = section
    return section


def _plain(key: str) -> str:
    key = key.strip()
    return str(_value(key)[0]) if key.startswith('"') else key


def _read(value: str, below: Iterator[str]) -> Any:
    """A value, with the lines below it that it takes; an array may end with a comma."""
    value = value.strip()
    if value.startswith("["):
        while not value.endswith("]") and (line := next(below, None)) is not None:
            value += line.strip()
        if value.endswith("]"):
            value = value[:-1].rstrip(" ,") + "]"
    try:
        found, end = _value(value)
    except ValueError:
        raise TableError(value[:80]) from None
    if value[end:].strip()[:1] not in ("", "#"):
        raise TableError(value[:80])
    return found
