"""Reads the case files of ``tests/cases``: a title, then parts, each closed by a line with a single dot; and damages files."""

from __future__ import annotations

import random
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


def mutated(data: bytes, seed: int) -> bytes:
    """The data with a few bytes changed, taken out or doubled, as chance has it."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) or 1)
        way = chance.randrange(4)
        if way == 0:
            changed[at : at + 1] = bytes((chance.randrange(256),))
        elif way == 1:
            del changed[at : at + chance.randint(1, 200)]
        elif way == 2:
            changed[at:at] = changed[at : at + chance.randint(1, 50)]
        else:
            del changed[at + (len(changed) - at) // 2 :]
    return bytes(changed)
