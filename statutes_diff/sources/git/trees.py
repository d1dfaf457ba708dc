"""``REV:path`` to bytes: a folder is listed with the ids of its files, and each content is asked for once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.archive import unpacked
from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.contents import contents
from statutes_diff.sources.git.program import asked, git

Entry: TypeAlias = tuple[str, bytes]  # a path below the folder, and the id of what it holds

_FILES = b"100"  # how the modes of files begin: neither a link (120000) nor another repository (160000)


def revision(spec: str, folder: str | None = None) -> tuple[Source, ...]:
    """``REV:path``: a file, or all files of a folder in the order of their paths; hidden ones and links are passed over.
    ``folder``: where git is run.

    Raises:
        InputError: git does not know it, or cannot be run.
    """
    kind = git(spec, "cat-file", "-t", spec, folder=folder).decode("ascii", "replace").strip()
    if kind == "blob":
        return unpacked(Source(spec, git(spec, "cat-file", "blob", spec, folder=folder)))
    if kind != "tree":
        raise InputError(spec, msg("is neither a file nor a folder of that revision"))
    entries = _entries(spec, spec, {}, folder)
    return _sources(spec, entries, contents(spec, [blob for _, blob in entries], folder))


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
    found = contents(new, [blob for entries in (olds, news) for _, blob in entries])
    return _sources(old, olds, found), _sources(new, news, found)


def objects(specs: Sequence[str]) -> list[tuple[str, bytes]]:
    """The kind and the id of each ``REV:path``, in one question; without a kind where git knows it not, or where there is nothing
    of its own (the commit of another repository).

    Raises:
        InputError: git cannot be run.
    """
    plain = [spec for spec in dict.fromkeys(specs) if "\n" not in spec]
    question = b"".join(os.fsencode(spec) + b"\n" for spec in plain)
    answer = git(plain[0], "cat-file", "--batch-check=%(objecttype) %(objectname)", stdin=question).split(b"\n") if plain else []
    found = dict(zip(plain, map(_object, answer), strict=False))
    for spec in specs:
        if "\n" in spec:  # a question is a line
            found[spec] = _object(
                b" ".join(asked(spec, *part, spec).stdout.strip() for part in (("cat-file", "-t"), ("rev-parse",)))
            )
    return [found[spec] for spec in specs]


def _object(answer: bytes) -> tuple[str, bytes]:
    kind, _, blob = answer.partition(b" ")
    return (kind.decode("ascii"), blob) if kind in (b"blob", b"tree") else ("", b"")


def _trees(*specs: str) -> list[str] | None:
    """The ids of folders; None when one of the names is no folder, or git knows it not."""
    if any(spec.startswith("-") or "\n" in spec for spec in specs):
        return None
    try:
        answer = git(specs[0], "cat-file", "--batch-check=%(objecttype) %(objectname)", stdin=os.fsencode("\n".join(specs)))
    except InputError:
        return None
    found = [line.split(" ") for line in answer.decode("utf-8", "replace").splitlines()]
    return [words[1] for words in found] if all(words[0] == "tree" and len(words) == 2 for words in found) else None


def _entries(spec: str, tree: str, known: dict[bytes, Entry], folder: str | None = None) -> list[Entry]:
    """The files of a folder and all below it, in the order of their paths; ``known``: those of the other folder, as git says
    them."""
    found: list[Entry] = []
    for line in git(spec, "ls-tree", "-r", "-z", "--full-tree", tree, folder=folder).split(b"\0"):
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


def _sources(spec: str, entries: Iterable[Entry], held: dict[bytes, bytes]) -> tuple[Source, ...]:
    revision, _, path = spec.partition(":")
    base = f"{revision}:{path.rstrip('/')}/" if path.strip("/") else f"{revision}:"
    folders: dict[str, tuple[str, ...]] = {"": ()}
    found: list[Source] = []
    for name, blob in entries:
        folder = name.rpartition("/")[0]
        above = folders.get(folder)
        if above is None:
            above = folders[folder] = tuple(folder.split("/"))
        found.append(Source(base + name, held[blob], above))
    return tuple(found)
