"""What a user can overrule or choose in reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """``format``: a reader's public name. ``encoding``: a codec's name. ``date``: the day (ISO 8601) whose version in force is
    read, where a source holds several versions.
    """

    format: str | None = None
    encoding: str | None = None
    date: str | None = None


DEFAULTS = Options()
