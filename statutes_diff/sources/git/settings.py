"""How git shows law in a repository: lines of ``.gitattributes`` and its own settings, put in and taken out again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from statutes_diff.messages import msg
from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.program import asked

NAME = "statutes-diff"
PATTERNS = ("*.md", "*.txt", "*.html", "*.htm", "*.xml", "*.docx")
_BEGIN = f"# {NAME}: begin (written by “{NAME} git-setup”)"
_END = f"# {NAME}: end"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of a repository; None: it has no value."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: the file of attributes with its bytes before and after, and the settings that change."""

    file: str
    old: bytes
    new: bytes
    settings: tuple[Setting, ...]


def plan(patterns: Sequence[str], program: str, *, driver: bool, remove: bool) -> Plan:
    """What is to change in the repository around the present folder; ``program``: how a shell calls this program.

    Raises:
        InputError: no repository with files here, or attributes that cannot be read.
    """
    file = os.path.join(_top(), ".gitattributes")
    old = _content(file)
    new = _attributes(old, () if remove else patterns)
    wanted: dict[str, str | None] = dict.fromkeys(_wanted(program, driver=True)) | (
        {} if remove else _wanted(program, driver=driver)
    )
    found = [Setting(name, _value(name), value) for name, value in wanted.items()]
    return Plan(file, old, new, tuple(setting for setting in found if setting.old != setting.new))


def settle(settings: Sequence[Setting]) -> None:
    """Change the settings.

    Raises:
        InputError: git refuses one (a file that may not be written, or is locked).
    """
    for setting in settings:
        values = ("--unset-all", setting.name) if setting.new is None else ("--replace-all", setting.name, setting.new)
        done = asked(".", "config", "--local", *values)
        if done.returncode != 0:
            reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
            raise InputError(setting.name, msg("git does not set it: {reason}", reason=reason[0]))


def _wanted(program: str, *, driver: bool) -> dict[str, str | None]:
    """The settings by name; a textconv for every diff, and a driver for ``git diff``."""
    found: dict[str, str | None] = {
        f"diff.{NAME}.textconv": f"{program} textconv --no-numbers",
        f"diff.{NAME}.xfuncname": "^(Article .*)$",
        f"difftool.{NAME}.cmd": f'{program} compare "$LOCAL" "$REMOTE"',
    }
    return found | ({f"diff.{NAME}.command": f"{program} git-diff"} if driver else {})


def _top() -> str:
    done = asked(".", "rev-parse", "--show-toplevel")
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        raise InputError(".", msg("is no git repository to set up: {reason}", reason=reason[0]))
    return os.fsdecode(done.stdout).removesuffix("\n")


def _value(name: str) -> str | None:
    done = asked(".", "config", "--local", "--null", "--get", name)
    return done.stdout.decode("utf-8", "replace").removesuffix("\0") if done.returncode == 0 else None


def _content(file: str) -> bytes:
    if os.path.islink(file):
        raise InputError(file, msg("is a link, which git does not follow: write the file itself"))
    try:
        with open(file, "rb") as read:
            return read.read()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(file, msg("cannot be read: {reason}", reason=error.strerror or str(error))) from None


def _attributes(old: bytes, patterns: Sequence[str]) -> bytes:
    """The attributes with our block in place of the one that is there, or at the end; without it where there are no patterns."""
    block = [_BEGIN, *(f"{_quoted(pattern)} diff={NAME}" for pattern in patterns), _END] if patterns else []
    lines = old.decode("utf-8", "surrogateescape").split("\n")
    at = lines.index(_BEGIN) if _BEGIN in lines else len(lines) if lines[-1] else len(lines) - 1
    end = lines.index(_END, at) + 1 if _END in lines[at:] else at
    text = "\n".join([*lines[:at], *block, *lines[end:]])
    return (text if not text or text.endswith("\n") else text + "\n").encode("utf-8", "surrogateescape")


def _quoted(pattern: str) -> str:
    """A pattern as the file writes it: in quotation marks where it holds a space (gitattributes(5))."""
    if not any(sign in pattern for sign in ' \t"\\') and not pattern.startswith("#"):
        return pattern
    return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'
