"""The renvois of an alinéa that was read before in the same state of mind: an alinéa that stands in both versions is read once.

What its renvois mean depends on its words and on what its article named before them (``Memory``): where both are the same,
so are the renvois, and what is remembered behind them.
"""

from __future__ import annotations

from typing import NamedTuple

from statutes_diff.references.grammar import may_cite, readings
from statutes_diff.references.memory import Memory, State
from statutes_diff.references.pointers import Reading

_MOST = 4096  # alinéas kept: those of a pair of articles are read one side after the other


class _Read(NamedTuple):
    """What was remembered before an alinéa, its renvois, and what was remembered after it."""

    before: State
    found: tuple[Reading, ...]
    after: State


_known: dict[str, _Read] = {}


def reread(text: str, memory: Memory) -> tuple[Reading, ...]:
    """Every renvoi of an alinéa in the order of its words, as ``readings`` gives them; ``memory`` goes on behind them."""
    if not may_cite(text):
        return ()
    before = memory.state()
    known = _known.get(text)
    if known is not None and known.before == before:
        memory.resume(known.after)
        return known.found
    found = tuple(readings(text, memory))
    if len(_known) >= _MOST:
        _known.clear()
    _known[text] = _Read(before, found, memory.state())
    return found
