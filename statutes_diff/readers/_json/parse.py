"""JSON as it comes from anywhere, with the line of what was read.

The standard library reads articles and values; only the containers that make the outline of a text are walked here, one step at
a time, so that each article knows its line and no depth of nesting can exhaust the stack.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in the stubs, in the library since 2.6
from typing import Any, TypeAlias, cast

from statutes_diff.messages import msg
from statutes_diff.model import Note
from statutes_diff.readers._document import Document
from statutes_diff.sources import InputError

# The containers of an outline, and what they hold: articles are read at once. In the data set (children, data) and in the API.
WALKED = frozenset(("children", "sections"))
LEAVES = frozenset(("data", "article", "articles", "listArticle"))
DEEPEST = 200  # containers inside one another; codes need about thirty
_SPACE = re.compile(r"[ \t\r\n]*")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
# Escapes that stand for no character: halves of surrogate pairs, and NUL.
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\\\|\\u(?:[dD][89a-fA-F][0-9a-fA-F]{2}|0000)")


@dataclass(slots=True)
class Node:
    """An object of the outline: its values, and the text between ``start`` and ``end`` that it was read from."""

    line: int
    start: int
    text: str = field(repr=False)
    end: int = 0
    values: dict[str, Value] = field(default_factory=dict)

    def line_of(self, *keys: str) -> int:
        """The line of the first of these keys that is there. (Within a string the quotation marks of a key would be escaped.)"""
        for key in keys:
            at = self.text.find(f'"{key}"', self.start, self.end) if key in self.values else -1
            if at >= 0:
                return self.line + self.text.count("\n", self.start, at)
        return self.line

    def get(self, key: str) -> Value:
        return self.values.get(key)

    def words(self, *keys: str) -> str:
        """The first of these values that holds words, on one line."""
        return next((found for found in (one_line(self.values.get(key)) for key in keys) if found), "")

    def has(self, *keys: str) -> bool:
        """True when one of these values holds words."""
        return any(has_words(self.values.get(key)) for key in keys)

    def nodes(self, key: str) -> Iterator[Node]:
        """The objects of a list of the outline."""
        found = self.values.get(key)
        return (item for item in found if isinstance(item, Node)) if isinstance(found, list) else iter(())


Value: TypeAlias = "Node | dict[str, Value] | list[Value] | str | int | float | bool | None"


def one_line(value: Value) -> str:
    """A string with its runs of spaces and line ends as one space (no-break spaces stay); empty for all else."""
    if not isinstance(value, str) or not value:
        return ""
    return _SPACES.sub(" ", value).strip(" ")


def has_words(value: Value) -> bool:
    """True for a string that is not blank."""
    return isinstance(value, str) and value != "" and not value.isspace()


def parsed(document: Document, notes: list[Note]) -> Value:
    """The JSON of a document; what had to be mended is added to the notes.

    Raises:
        InputError: broken or cut JSON, with its line, or JSON that nests deeper than any text of law.
    """
    return _Walk(_mended(document, notes), document.source.name, notes).value()


def _mended(document: Document, notes: list[Note]) -> str:
    text = document.text.lstrip("\ufeff")
    if "\\ud" not in text and "\\uD" not in text and "\\u0000" not in text:
        return text
    mended = _ESCAPE.sub(lambda found: found[0] if len(found[0]) in (2, 12) else "\\ufffd", text)
    if mended != text:
        at = next(index for index, (a, b) in enumerate(zip(text, mended, strict=True)) if a != b)
        line = len(_LINE_END.findall(text, 0, at)) + 1
        notes.append(Note(line, "no-character", msg("escapes that stand for no character: shown as “\ufffd”")))
    return mended


class _Walk:
    """One pass over a text; ``_open`` holds the containers not yet closed, outermost first."""

    def __init__(self, text: str, name: str, notes: list[Note]) -> None:
        self._text = text
        self._name = name
        self._notes = notes
        self._at = 0
        self._line = 1
        self._counted = 0
        self._open: list[tuple[Node | list[Value], bool]] = []
        self._after_value = False
        decoder = json.JSONDecoder(strict=False, parse_constant=_nothing, object_pairs_hook=self._unique)
        self._scan = cast("Callable[[str, int], tuple[Value, int]]", cast(Any, decoder).scan_once)

    def value(self) -> Value:
        holder: list[Value] = []
        try:
            self._take(holder)
            while self._open:
                self._step(*self._open[-1])
            if self._peek():
                raise self._broken()
        except (StopIteration, IndexError, RecursionError, ValueError) as error:
            raise self._broken(error) from None
        return holder[0]

    def _step(self, here: Node | list[Value], leaves: bool) -> None:
        """Read one member of the innermost container, or close it."""
        end = "}" if isinstance(here, Node) else "]"
        if self._peek() == end:
            self._at += 1
            self._open.pop()
            self._after_value = True
            if isinstance(here, Node):
                here.end = self._at
            return
        if self._after_value:
            self._expect(",")
        if isinstance(here, Node):
            self._member(here)
        else:
            self._take(here, leaves=leaves)

    def _member(self, node: Node) -> None:
        self._expect('"')
        key, self._at = scanstring(self._text, self._at, False)
        self._expect(":")
        if key in node.values:
            self._notes.append(_twice(key, node.values[key], self._line_here()))
        if key in WALKED or key in LEAVES:
            self._take(node, key, leaves=key in LEAVES)
        else:
            node.values[key] = self._scanned()

    def _take(self, holder: Node | list[Value], key: str = "", *, leaves: bool = False) -> None:
        """Read the value that stands here into its holder: an article at once, a container of the outline only opened."""
        opens = self._peek()
        value: Value
        if opens == "{":
            value = node = Node(self._line_here(), self._at, self._text)
            if leaves:
                node.values = cast("dict[str, Value]", self._scanned())
                node.end = self._at
            else:
                self._enter(node)
        elif opens == "[":
            value = []
            self._enter(value, leaves)
        else:
            value = self._scanned()
        if isinstance(holder, Node):
            holder.values[key] = value
        else:
            holder.append(value)

    def _enter(self, container: Node | list[Value], leaves: bool = False) -> None:
        self._open.append((container, leaves))
        self._at += 1
        self._after_value = False
        if len(self._open) > DEEPEST:
            raise InputError(self._name, msg("nests deeper than {n} levels: refused", n=DEEPEST), self._line_here())

    def _scanned(self) -> Value:
        self._peek()
        value, self._at = self._scan(self._text, self._at)
        self._after_value = True
        return value

    def _peek(self) -> str:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _expect(self, character: str) -> None:
        if self._peek() != character:
            raise self._broken()
        self._at += 1

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _unique(self, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: dict[str, Value] = {}
            for key, value in pairs:
                if key in seen:
                    self._notes.append(_twice(key, seen[key], self._line_here()))
                seen[key] = value
        return found

    def _broken(self, error: Exception | None = None) -> InputError:
        if isinstance(error, RecursionError):
            return InputError(self._name, msg("nests deeper than {n} levels: refused", n=DEEPEST), self._line_here())
        if isinstance(error, json.JSONDecodeError):
            self._at = max(self._at, error.pos)
        elif isinstance(error, StopIteration):
            self._at = max(self._at, int(error.value))
        text, line = self._text, self._line_here()
        unfinished = isinstance(error, json.JSONDecodeError) and error.msg.startswith("Unterminated")
        if unfinished or self._at >= len(text.rstrip()):
            return InputError(self._name, msg("ends in the middle of its JSON: get the file again"), text.count("\n") + 1)
        column = self._at - text.rfind("\n", 0, self._at)
        return InputError(self._name, msg("broken JSON at column {column}: get the file again", column=column), line)


def _nothing(constant: str) -> None:
    """``NaN`` and ``Infinity`` are no JSON and no data."""


def _twice(key: str, value: Value, line: int) -> Note:
    message = msg("“{key}” is given twice in one object: the last one counts, not “{words}”", key=key, words=one_line(value))
    return Note(line, "duplicate-key", message)
