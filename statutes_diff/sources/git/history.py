"""The history of a path: its commits along first parents, what each of them changed, and the contents before and after.

git names commits and contents; what an article is, and where it went, is told elsewhere from their text.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statutes_diff.messages import msg
from statutes_diff.model import Message, Source
from statutes_diff.model.history import Commit
from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.contents import contents
from statutes_diff.sources.git.program import asked, git
from statutes_diff.sources.git.trees import revision

_FIELDS = ("%H", "%P", "%ad", "%an", "%s", "%b")
_FORMAT = "%x00".join(_FIELDS) + "%x00"
_FILE = b"100"  # how the modes of files begin: neither a link nor another repository


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a commit changed: its path, and the ids of its contents before and after (None: it was not there)."""

    path: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True)
class Located:
    """What the user named, in its repository: where git is run, the commit, and the path from the top ("": all of it)."""

    spec: str
    folder: str | None
    tip: str
    path: str

    def sources(self) -> tuple[Source, ...]:
        """The file, or the files of the folder, at the tip, each named by its path from the top."""
        name = f"{self.tip}:{self.path}"
        return tuple(Source(s.name[len(self.tip) + 1 :], s.data, s.folders) for s in revision(name, self.folder))

    def commits(self, start: str, path: str) -> tuple[Commit, ...]:
        """The commits from ``start`` on, along first parents, that changed a path, the newest first."""
        arguments = ("--first-parent", "--encoding=UTF-8", "--date=format:%Y-%m-%d", f"--format={_FORMAT}")
        answer = git(self.spec, "rev-list", *arguments, start, "--", _literal(path), folder=self.folder)
        fields = answer.decode("utf-8", "replace").split("\0")
        rows = [fields[at : at + len(_FIELDS)] for at in range(0, len(fields) - 1, len(_FIELDS))]
        return tuple(_commit(row) for row in rows)

    def changes(self, commits: Sequence[Commit], path: str) -> list[tuple[Change, ...]]:
        """What each commit changed in a path ("": anywhere) against its first parent; hidden files and links are passed over."""
        asked_for = "".join([" ".join([commit.id, *commit.parents[:1]]) + "\n" for commit in commits])
        options = ("--stdin", "-r", "-z", "--root", "--no-renames", "--raw")
        paths = ("--", _literal(path)) if path else ()
        answer = git(self.spec, "diff-tree", *options, *paths, stdin=asked_for.encode("ascii"), folder=self.folder)
        found: dict[str, list[Change]] = {commit.id: [] for commit in commits}
        listed: list[Change] = []
        parts = iter(answer.split(b"\0"))
        for part in parts:
            if part.startswith(b":"):
                listed += _change(part, next(parts))
            elif part:
                listed = found[part.split()[0].decode("ascii")]
        return [tuple(found[commit.id]) for commit in commits]

    def contents(self, blobs: Iterable[bytes]) -> dict[bytes, bytes]:
        """Contents by their ids."""
        return contents(self.spec, blobs, self.folder)

    def is_cut_short(self) -> bool:
        """True in a shallow clone: its oldest commits are not where the text began."""
        return git(self.spec, "rev-parse", "--is-shallow-repository", folder=self.folder).strip() == b"true"


def located(spec: str) -> Located:
    """What ``PATH`` or ``REV:path`` is in its repository. A path that exists is looked for in the repository around it, as it
    stands in HEAD.

    Raises:
        InputError: not in a repository, not in that revision, or git cannot be run.
    """
    if "\0" in spec or spec == "-":
        raise InputError(spec, msg("has no history: name a file or a folder in a git repository"))
    if os.path.lexists(spec):
        return _on_disk(spec)
    name, colon, path = spec.partition(":")
    if not colon:
        raise InputError(spec, msg("no such file or folder; what is gone is named with a revision: REV:path"))
    if path.startswith(("./", "../")) or path in (".", ".."):
        path = posixpath.normpath(posixpath.join(_prefix(spec, None), path))
    found = Located(spec, None, _tip(spec, name, None), path.strip("/").removeprefix("./"))
    return _held(found, msg("no such file or folder in the commit {id}", id=found.tip[:7]))


def _on_disk(spec: str) -> Located:
    is_folder = os.path.isdir(spec)
    folder = spec if is_folder else os.path.dirname(spec) or "."
    path = _prefix(spec, folder) + ("" if is_folder else os.path.basename(spec))
    found = Located(spec, folder, _tip(spec, "HEAD", folder), path.strip("/"))
    return _held(found, msg("does not stand in the commit {id}: commit it first", id=found.tip[:7]))


def _held(found: Located, otherwise: Message) -> Located:
    """The same, once its commit is known to hold it."""
    done = asked(found.spec, "cat-file", "-e", f"{found.tip}:{found.path}", folder=found.folder)
    if done.returncode != 0:
        raise InputError(found.spec, otherwise)
    return found


def _prefix(spec: str, folder: str | None) -> str:
    """The path of a folder from the top of its repository, with a stroke at its end."""
    return os.fsdecode(_answer(spec, folder, "rev-parse", "--show-prefix")).removesuffix("\n")


def _tip(spec: str, name: str, folder: str | None) -> str:
    done = asked(spec, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", folder=folder)
    if done.returncode != 0:
        _answer(spec, folder, "rev-parse", "--git-dir")  # no repository at all is the first thing to say
        raise InputError(spec, msg("has no history: git knows no commit {name} here", name=name))
    return done.stdout.decode("ascii").strip()


def _answer(spec: str, folder: str | None, *arguments: str) -> bytes:
    done = asked(spec, *arguments, folder=folder)
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        raise InputError(spec, msg("has no history, git says: {reason}", reason=reason[0]))
    return done.stdout


def _literal(path: str) -> str:
    """A path from the top, none of whose signs has a meaning."""
    return f":(top,literal){path}"


def _commit(fields: Sequence[str]) -> Commit:
    """The first field follows git's own line "commit …" and what ended the one before."""
    first, parents, date, author, subject, body = fields
    return Commit(first.rpartition("\n")[2], date, author, subject, body.strip("\n"), tuple(parents.split()))


def _change(about: bytes, path: bytes) -> Iterable[Change]:
    old_mode, new_mode, old, new, _status = about[1:].split()
    was, now = old_mode.startswith(_FILE), new_mode.startswith(_FILE)
    hidden = path.startswith(b".") or b"/." in path
    if (was or now) and not hidden:
        yield Change(os.fsdecode(path), old if was else None, new if now else None)
