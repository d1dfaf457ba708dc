"""The files of a path as they stood at a revision, under the names that they have now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.sources.errors import InputError

if TYPE_CHECKING:
    from statutes_diff.model import Source


def earlier(revision: str, path: str) -> tuple[Source, ...]:
    """The files that ``sources(path)`` would have given at that revision; none where the path did not exist, nor before the
    first commit.

    A revision that is a path on the disk stands for itself: another copy of the corpus.

    Raises:
        InputError: git does not know the revision, the path lies in another repository, or git cannot be run.
    """
    from statutes_diff.sources import sources
    from statutes_diff.sources.git import revision as at
    from statutes_diff.sources.git.asking import elsewhere, known_path, known_revision, unknown_revision, without_commit

    if os.path.exists(revision):
        return tuple(_renamed(source, revision, path) for source in sources(revision))
    if revision == "HEAD" and without_commit():
        return ()
    if not known_revision(revision):
        raise unknown_revision(revision)
    spec = f"{revision}:{_inside(path)}"
    if known_path(spec):
        return tuple(_renamed(source, spec, path) for source in at(spec))
    if os.path.exists(path) and elsewhere(path):
        raise InputError(path, msg("lies in another repository than the present folder: check it from there"))
    return ()


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
