"""Reads the case files of ``tests/cases``: a title, then parts, each closed by a line with a single dot."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).with_name("cases")


def cases(name: str, parts: int) -> list[tuple[str, ...]]:
    """The cases of a file, each as its title and its parts.

    Raises:
        ValueError: a case with another number of parts.
    """
    found: list[tuple[str, ...]] = []
    lines: list[str] = []
    pieces: list[str] = []
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line != ".":
            lines.append(line)
            continue
        pieces.append("\n".join(lines))
        lines = []
        if len(pieces) == parts + 1:
            found.append((pieces[0].strip(), *pieces[1:]))
            pieces = []
    if pieces or any(line.strip() for line in lines):
        raise ValueError(f"{name}: the last case is not closed")
    return found
