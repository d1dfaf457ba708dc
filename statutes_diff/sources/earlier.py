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
    from statutes_diff.sources.git.asking import known_path, known_revision, without_commit

    if os.path.exists(revision):
        return tuple(_renamed(source, revision, path) for source in sources(revision))
    if revision == "HEAD" and without_commit():
        return ()
    if not known_revision(revision):
        raise InputError(revision, msg("is neither a revision that git knows here nor a path"))
    inside = os.path.relpath(path).replace(os.sep, "/")
    spec = f"{revision}:./" if inside == "." else f"{revision}:./{inside}"
    return tuple(_renamed(source, spec, path) for source in at(spec)) if known_path(spec) else ()


def _renamed(source: Source, spec: str, path: str) -> Source:
    """A file under its name of today."""
    below = source.name[len(spec) :].strip("/")
    return source._replace(name=os.path.join(path, *below.split("/")) if below else path)
