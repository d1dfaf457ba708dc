"""Whether git knows a name: of a revision, or of what stands at a path in one."""

from __future__ import annotations

from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.program import git


def known_revision(name: str) -> bool:
    """True for the name of a commit or tree of the repository that the current folder is in."""
    return _knows("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}")


def without_commit() -> bool:
    """True in a repository whose first commit is still to be made: there is no HEAD, but the branch that it will be on."""
    return _knows("symbolic-ref", "--quiet", "HEAD") and not known_revision("HEAD")


def known_path(spec: str) -> bool:
    """True for a ``REV:path`` that git can give."""
    return _knows("cat-file", "-e", spec)


def _knows(*arguments: str) -> bool:
    try:
        git("", *arguments)
    except InputError:
        return False
    return True
