"""The files of paths as they stood at a revision, under the names that they have now.

git is asked for all paths together: a hook names hundreds of files, and a question for each takes longer than their check.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from statutes_diff.messages import msg
from statutes_diff.model import Source
from statutes_diff.sources.archive import unpacked
from statutes_diff.sources.errors import InputError


def earlier(revision: str, paths: Sequence[str]) -> Iterator[tuple[Source, ...]]:
    """For each path the files that ``sources(path)`` would have given at that revision; none where the path did not exist, nor
    before the first commit.

    A revision that is a path on the disk stands for itself: another copy of the corpus.

    Raises:
        InputError: git does not know the revision, a path lies in another repository, or git cannot be run.
    """
    from statutes_diff.sources import sources
    from statutes_diff.sources.git.asking import known_revision, unknown_revision, without_commit

    if os.path.exists(revision):
        for path in paths:
            yield tuple(_renamed(source, revision, path) for source in sources(revision))
    elif revision == "HEAD" and without_commit():
        yield from [()] * len(paths)
    elif known_revision(revision):
        yield from _at(revision, paths)
    else:
        raise unknown_revision(revision)


def _at(revision: str, paths: Sequence[str]) -> Iterator[tuple[Source, ...]]:
    from statutes_diff.sources.git import revision as at
    from statutes_diff.sources.git.contents import contents
    from statutes_diff.sources.git.trees import objects

    specs = [f"{revision}:{_inside(path)}" for path in paths]
    found = objects(specs)
    held = contents(revision, [blob for kind, blob in found if kind == "blob"])
    for path, spec, (kind, blob) in zip(paths, specs, found, strict=True):
        if not kind:
            _refuse_elsewhere(path)
        files = unpacked(Source(spec, held[blob])) if kind == "blob" else at(spec) if kind else ()
        yield tuple(_renamed(source, spec, path) for source in files)


def _refuse_elsewhere(path: str) -> None:
    """A path that the revision does not hold is new, unless it is another repository's."""
    from statutes_diff.sources.git.asking import elsewhere

    if os.path.exists(path) and elsewhere(path):
        raise InputError(path, msg("lies in another repository than the present folder: check it from there"))


def _inside(path: str) -> str:
    """How git is asked for a path at another revision: from the present folder on, or as the ``REV:path`` that it is says."""
    if not os.path.lexists(path) and ":" in path:
        return path.partition(":")[2]
    inside = os.path.relpath(path).replace(os.sep, "/")
    return "./" if inside == "." else f"./{inside}"


def _renamed(source: Source, spec: str, path: str) -> Source:
    """A file under its name of today."""
    below = source.name[len(spec) :].strip("/")
    if path.endswith(":"):  # the top of a revision
        return source._replace(name=path + below)
    return source._replace(name=os.path.join(path, *below.split("/")) if below else path)
