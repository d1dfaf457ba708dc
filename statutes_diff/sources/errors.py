"""What is said of input that cannot be read."""

from __future__ import annotations

from statutes_diff.model import Message


class InputError(Exception):
    """Input that cannot be read: the name to show, the line (None: the whole), and what to do about it."""

    def __init__(self, name: str, message: Message, line: int | None = None) -> None:
        super().__init__(name, message, line)
        self.name = name
        self.message = message
        self.line = line

    def __str__(self) -> str:
        place = f"{self.name}:{self.line}" if self.line else self.name
        return f"{place}: {self.message}"


class NoLawError(InputError):
    """A file that was read, and is of another kind than the law that is looked for: a page, a feed, an XML of another program."""
