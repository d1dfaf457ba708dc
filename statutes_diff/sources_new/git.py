"""``REV:path`` to bytes, through git: the only place that runs another program.

A folder is listed with the ids of its files, and git is asked for each content once, whichever version it stands in: equal ids
are equal bytes. Asking by id is many times faster than by name, for git need not walk to each file from the top.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, TypeAlias

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.archive import unpacked
from statutes_diff.sources.errors import InputError

if TYPE_CHECKING:
    from subprocess import Popen

Listing: TypeAlias = list[tuple[str, bytes]]  # path below the folder, and the id of its content, in the order of the paths

_FILES = (b"100", b"-")  # how the modes of files begin: neither a link (120000) nor another repository (160000)
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
    listing = _listed(spec, spec)
    return _sources(spec, listing, _contents(spec, [name for _, name in listing]))


def two_folders(old: str, new: str) -> tuple[tuple[Source, ...], tuple[Source, ...]] | None:
    """Two ``REV:path``: the files of both folders, a content that stands in both being one and the same value. None when they
    are not two folders of one repository.

    Raises:
        InputError: a folder without any file.
    """
    trees = _trees(old, new)
    if trees is None:
        return None
    olds = _listed(old, trees[0])
    news = olds if trees[0] == trees[1] else _listed(new, trees[1])
    contents = _contents(new, dict.fromkeys(id for listing in (olds, news) for _, id in listing))
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


def _listed(spec: str, tree: str) -> Listing:
    """The files of a folder and all below it, with the ids of their contents."""
    listing: Listing = []
    for entry in _git(spec, "ls-tree", "-r", "-z", tree).split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if about.startswith(_FILES) and not name.startswith(b".") and b"/." not in name:
            listing.append((os.fsdecode(name), about.rpartition(b" ")[2]))
    if not listing:
        raise InputError(spec, msg("holds no file"))
    listing.sort()
    return listing


def _sources(spec: str, listing: Listing, contents: dict[bytes, bytes]) -> tuple[Source, ...]:
    revision, _, path = spec.partition(":")
    base = f"{revision}:{path.rstrip('/')}/" if path.strip("/") else f"{revision}:"
    folders: dict[str, tuple[str, ...]] = {"": ()}
    found: list[Source] = []
    for name, id in listing:
        folder = name.rpartition("/")[0]
        above = folders.get(folder)
        if above is None:
            above = folders[folder] = tuple(folder.split("/"))
        found.append(Source(base + name, contents[id], above))
    return tuple(found)


def _contents(spec: str, ids: Collection[bytes]) -> dict[bytes, bytes]:
    """Id → content, of many in one git process. It is read as it comes, so that it stands in memory once."""
    found: dict[bytes, bytes] = {}
    with _answering(spec, ids) as answer:
        for id in ids:
            header = answer.readline().split()
            if len(header) != 3:
                raise InputError(spec, msg("git does not give the content of {id}", id=id.decode("ascii", "replace")))
            size = int(header[2])
            found[id] = answer.read(size)
            answer.read(1)
    return found


@contextmanager
def _answering(spec: str, ids: Iterable[bytes]) -> Iterator[IO[bytes]]:
    """What ``git cat-file --batch`` answers, while it is asked."""
    import subprocess
    import threading

    try:
        command = ["git", "cat-file", "--batch", "--buffer"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=_BUFFER)
    except OSError:
        raise _no_git(spec) from None
    asking = threading.Thread(target=_ask, args=(process, ids), daemon=True)
    with process:
        asking.start()
        try:
            if process.stdout is not None:
                yield process.stdout
        finally:
            process.kill()
            asking.join()


def _ask(process: Popen[bytes], ids: Iterable[bytes]) -> None:
    """Runs beside the reading: git stops taking questions while its answers are not read."""
    with suppress(OSError, ValueError):
        if process.stdin is not None:
            process.stdin.write(b"".join([id + b"\n" for id in ids]))
            process.stdin.close()


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
