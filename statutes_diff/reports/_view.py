"""How a result is to be shown: the wishes of the reader, never facts of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.model import Channel


@dataclass(frozen=True, slots=True)
class View:
    """``width`` in columns of a terminal; ``full`` shows unchanged text too; ``only`` names channels, empty for all;
    ``rewritten`` shows people a changed alinéa as its old and its new wording, whole, in the place of its changed words."""

    color: bool = False
    width: int = 80
    full: bool = False
    only: frozenset[Channel] = frozenset()
    rewritten: bool = False
