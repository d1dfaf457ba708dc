"""What a user can overrule or choose in reading."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Counting: TypeAlias = Literal["ligne", "phrase"]


class Options(NamedTuple):
    """``format``: a reader's public name. ``encoding``: a codec's name. ``date``: the day (ISO 8601) whose version in force is
    read, where a source holds several versions. ``alineas``: ``ligne`` counts every new line as an alinéa (circulaire of
    20 October 2000), ``phrase`` only a new line after a full stop, as the Government did before.
    """

    format: str | None = None
    encoding: str | None = None
    date: str | None = None
    alineas: Counting = "ligne"


DEFAULTS = Options()
