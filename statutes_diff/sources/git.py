"""``REV:path`` to bytes, through git: the only place that runs another program.

A folder is listed with the ids of its files, and git is asked for each content once, whichever version it stands in: equal ids
are equal bytes. Asking by id is many times faster than by name, for git need not walk to each file from the top.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, TypeAlias

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.archive import unpacked
from statutes_diff.sources.errors import InputError

if TYPE_CHECKING:
    from subprocess import Popen

Entry: TypeAlias = tuple[str, bytes]  # a path below the folder, and the id of what it holds

_FILES = b"100"  # how the modes of files begin: neither a link (120000) nor another repository (160000)
_MANY = 5_000  # contents that are worth a second process
_BUFFER = 1 << 18  # bytes


def revision(spec: str) -> tuple[Source, ...]:
    """``REV:path``: a file, or all files of a folder in the order of their paths; hidden ones and links are passed over.

    Raises:
        InputError: git does not know it, or cannot be run.
    """
    kind = _git(spec, "cat-file", "-t", spec).decode("ascii", "replace").strip()
    if kind == "blob":
        return unpacked(Source(spec, _git(spec, "cat-file", "blob", spec)))
    if kind != "tree":
        raise InputError(spec, msg("is neither a file nor a folder of that revision"))
    entries = _entries(spec, spec, {})
    return _sources(spec, entries, _contents(spec, entries))


def known_revision(name: str) -> bool:
    """True for the name of a commit or tree of the repository that the current folder is in."""
    return _knows("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}")


def known_path(spec: str) -> bool:
    """True for a ``REV:path`` that git can give."""
    return _knows("cat-file", "-e", spec)


def _knows(*arguments: str) -> bool:
    try:
        _git("", *arguments)
    except InputError:
        return False
    return True


def two_folders(old: str, new: str) -> tuple[tuple[Source, ...], tuple[Source, ...]] | None:
    """Two ``REV:path``: the files of both folders, a content that stands in both being one and the same value. None when they
    are not two folders of one repository.

    Raises:
        InputError: a folder without any file.
    """
    trees = _trees(old, new)
    if trees is None:
        return None
    known: dict[bytes, Entry] = {}
    olds, news = _entries(old, trees[0], known), _entries(new, trees[1], known)
    contents = _contents(new, olds, news)
    return _sources(old, olds, contents), _sources(new, news, contents)


def _trees(*specs: str) -> list[str] | None:
    """The ids of folders; None when one of the names is no folder, or git knows it not."""
    if any(spec.startswith("-") or "\n" in spec for spec in specs):
        return None
    try:
        answer = _git(specs[0], "cat-file", "--batch-check=%(objecttype) %(objectname)", stdin=os.fsencode("\n".join(specs)))
    except InputError:
        return None
    found = [line.split(" ") for line in answer.decode("utf-8", "replace").splitlines()]
    return [words[1] for words in found] if all(words[0] == "tree" and len(words) == 2 for words in found) else None


def _entries(spec: str, tree: str, known: dict[bytes, Entry]) -> list[Entry]:
    """The files of a folder and all below it, in the order of their paths; ``known``: those of the other folder, as git says
    them."""
    found: list[Entry] = []
    for line in _git(spec, "ls-tree", "-r", "-z", tree).split(b"\0"):
        entry = known.get(line)
        if entry is None:
            about, _, name = line.partition(b"\t")
            if not about.startswith(_FILES) or name.startswith(b".") or b"/." in name:
                continue
            entry = known[line] = os.fsdecode(name), about[about.rindex(b" ") + 1 :]
        found.append(entry)
    if not found:
        raise InputError(spec, msg("holds no file"))
    found.sort()
    return found


def _sources(spec: str, entries: Iterable[Entry], contents: dict[bytes, bytes]) -> tuple[Source, ...]:
    revision, _, path = spec.partition(":")
    base = f"{revision}:{path.rstrip('/')}/" if path.strip("/") else f"{revision}:"
    folders: dict[str, tuple[str, ...]] = {"": ()}
    found: list[Source] = []
    for name, blob in entries:
        folder = name.rpartition("/")[0]
        above = folders.get(folder)
        if above is None:
            above = folders[folder] = tuple(folder.split("/"))
        found.append(Source(base + name, contents[blob], above))
    return tuple(found)


def _contents(spec: str, *listings: Iterable[Entry]) -> dict[bytes, bytes]:
    """The contents by their ids; of many, a second process gives the other half."""
    blobs = list(dict.fromkeys([blob for entries in listings for _, blob in entries]))
    half = len(blobs) // 2 if len(blobs) >= _MANY else len(blobs)
    found: dict[bytes, bytes] = {}
    with ExitStack() as running:
        asked = [(part, *_asked(spec, part, running)) for part in (blobs[:half], blobs[half:]) if part]
        for part, process, answer in asked:
            process.wait()
            answer.seek(0)
            found.update((blob, _next(spec, blob, answer)) for blob in part)
    return found


def _asked(spec: str, blobs: Iterable[bytes], running: ExitStack) -> tuple[Popen[bytes], IO[bytes]]:
    """git at work, and the file that it writes its answers to: many times fewer switches between programs than through a pipe."""
    import subprocess
    from tempfile import TemporaryFile

    questions = running.enter_context(TemporaryFile())  # noqa: SIM115 - the stack closes it
    answer = running.enter_context(TemporaryFile(buffering=_BUFFER))  # noqa: SIM115 - the stack closes it
    questions.write(b"".join([blob + b"\n" for blob in blobs]))
    questions.seek(0)
    command, nowhere = ["git", "cat-file", "--batch", "--buffer"], subprocess.DEVNULL
    try:
        return running.enter_context(subprocess.Popen(command, stdin=questions, stdout=answer, stderr=nowhere)), answer
    except OSError:
        raise _no_git(spec) from None


def _next(spec: str, blob: bytes, answer: IO[bytes]) -> bytes:
    """The next content: a line with its size, the content, the end of a line."""
    header = answer.readline().split()
    if len(header) != 3:
        raise InputError(spec, msg("git does not give the content of {blob}", blob=blob.decode("ascii", "replace")))
    return answer.read(int(header[2]) + 1)[:-1]


def _git(spec: str, *arguments: str, stdin: bytes = b"") -> bytes:
    if spec.startswith("-"):
        raise InputError(spec, msg("is not a file name"))
    import subprocess

    try:
        done = subprocess.run(["git", *arguments], input=stdin, capture_output=True, check=False)
    except (OSError, ValueError):
        raise _no_git(spec) from None
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        raise InputError(spec, msg("no such file, and git says: {reason}", reason=reason[0]))
    return done.stdout


def _no_git(spec: str) -> InputError:
    return InputError(spec, msg("no such file, and git cannot be run to look for a revision"))
