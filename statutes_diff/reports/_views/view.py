"""How a result is to be shown: the wishes of the reader, never facts of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from statutes_diff.model import Channel

AUTHOR = "statutes-diff"
REVISED = "2000-01-01T00:00:00Z"  # any day will do, so long as it is always the same


Table: TypeAlias = Literal["alineas", "findings", "references", "concordance", "substitutions"]


class View(NamedTuple):
    """``width`` in columns of a terminal; ``full`` shows unchanged text too; ``only`` names channels, empty for all;
    ``rewritten`` shows people a changed alinéa as its old and its new wording, whole, in the place of its changed words;
    ``beside`` puts old and new words in two columns;
    ``whole`` leaves no unchanged words of a changed alinéa out and tells which version white space belongs to;
    ``table`` is the one that a format of one table prints; ``author`` and ``revised`` (ISO 8601, in UTC) sign the
    revisions of a Word document."""

    color: bool = False
    width: int = 80
    full: bool = False
    only: frozenset[Channel] = frozenset()
    rewritten: bool = False
    beside: bool = False
    table: Table = "alineas"
    author: str = AUTHOR
    revised: str = REVISED
    whole: bool = False
