"""``statutes-diff.toml``, or ``[tool.statutes-diff]`` of ``pyproject.toml``: the nearest one from the current folder upwards."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from statutes_diff.checks._settings import FAIL_ON, LEVELS, Settings, unknown
from statutes_diff.messages import msg
from statutes_diff.sources import InputError

if TYPE_CHECKING:
    from statutes_diff.model import Message

OWN = "statutes-diff.toml"
SHARED = "pyproject.toml"
_LISTS = ("select", "ignore", "corpus", "exclude")
_KEYS = (*_LISTS, "levels", "fail-on", "baseline", "whole")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def configured(folder: str) -> Settings:
    """The settings in force in a folder; those of the program where no file sets any.

    Raises:
        InputError: not TOML, an unknown key, rule or level, a value of another kind than the key asks for.
    """
    folder = os.path.abspath(folder)
    while True:
        for name in (OWN, SHARED):
            path = os.path.join(folder, name)
            file = _File(path) if os.path.isfile(path) else None
            if file and (found := file.table()) is not None:
                return file.settings(found)
        above = os.path.dirname(folder)
        if above == folder:
            return Settings()
        folder = above


class _File:
    """One file of settings, on its way to them; errors name its line."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._shown = os.path.relpath(path)
        self._text = ""

    def table(self) -> dict[str, Any] | None:
        """What the file sets; None for a ``pyproject.toml`` that sets nothing of ours."""
        import tomllib

        try:
            with open(self._path, encoding="utf-8") as file:
                self._text = file.read()
            whole = tomllib.loads(self._text)
        except UnicodeDecodeError:
            raise InputError(self._shown, msg("is not UTF-8")) from None
        except OSError as error:
            raise InputError(self._shown, msg("cannot be read: {reason}", reason=error.strerror or str(error))) from None
        except tomllib.TOMLDecodeError as error:
            if os.path.basename(self._path) == SHARED and "tool.statutes-diff" not in self._text:
                return None
            raise self._no_toml(str(error)) from None
        if os.path.basename(self._path) == OWN:
            return whole
        tool = whole.get("tool")
        table = tool.get("statutes-diff") if isinstance(tool, dict) else None
        if table is not None and not isinstance(table, dict):
            raise self._error("statutes-diff", msg("tool.statutes-diff is a table: write its keys below [tool.statutes-diff]"))
        return table

    def _no_toml(self, said: str) -> InputError:
        """What the parser says, with its line in the place of ours; a file that ends too early is wrong at its end."""
        found = _AT_LINE.search(said)
        line = int(found[1]) if found else self._text.count("\n") + 1
        return InputError(self._shown, msg("is not TOML: {reason}", reason=_AT_LINE.sub("", said).strip()), line)

    def settings(self, table: dict[str, Any]) -> Settings:
        """The settings of its table."""
        for key in table:
            if key not in _KEYS:
                raise self._error(key, msg("unknown key {key}; there are {keys}", key=key, keys=", ".join(_KEYS)))
        lists = {key: self._list(table, key) for key in _LISTS}
        for key in ("select", "ignore"):
            self._known(key, lists[key])
        return Settings(
            select=lists["select"],
            ignore=lists["ignore"],
            levels=self._levels(table.get("levels", {})),
            fail_on=self._one_of(table, "fail-on", FAIL_ON, Settings().fail_on),
            baseline=self._beside(table["baseline"]) if self._is(table, "baseline", str) else None,
            corpus=tuple(self._beside(path) for path in lists["corpus"]),
            whole=table["whole"] if self._is(table, "whole", bool) else None,
            exclude=lists["exclude"],
        )

    def _list(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise self._error(key, msg("{key} takes a list of words", key=key))
        return tuple(words)

    def _known(self, key: str, names: tuple[str, ...]) -> None:
        wrong = unknown(names)
        if wrong is not None:
            at = wrong if key == "levels" and self._line(wrong) else key
            raise self._error(at, msg("{key}: no rule begins with {word}", key=key, word=wrong))

    def _levels(self, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._error("levels", msg("levels takes a table of rules and their levels"))
        self._known("levels", tuple(value))
        for name in value:
            self._one_of(value, name, LEVELS, "")
        return value

    def _one_of(self, table: dict[str, Any], key: str, values: tuple[str, ...], default: str) -> str:
        value = table.get(key, default)
        if key in table and value not in values:
            raise self._error(key, msg("{key} takes one of {values}", key=key, values=", ".join(values)))
        return str(value)

    def _is(self, table: dict[str, Any], key: str, kind: type) -> bool:
        if key in table and not isinstance(table[key], kind):
            one_of = msg("{key} takes one of {values}", key=key, values="true, false")
            raise self._error(key, one_of if kind is bool else msg("{key} takes the name of a file", key=key))
        return key in table

    def _beside(self, path: str) -> str:
        """A path of the file as seen from the current folder."""
        return os.path.relpath(os.path.join(os.path.dirname(self._path), path))

    def _error(self, key: str, message: Message) -> InputError:
        return InputError(self._shown, message, self._line(key))

    def _line(self, key: str) -> int | None:
        lines = self._text.splitlines()
        named = re.compile(rf"\s*\[?(?:[\w.\"-]*\.)?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
        return next((number for number, words in enumerate(lines, 1) if key and named.match(words)), None)
