"""Whether git knows a name: of a revision, or of what stands at a path in one."""

from __future__ import annotations

import os

from statutes_diff.messages import msg
from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.program import asked


def known_revision(name: str) -> bool:
    """True for the name of a commit or tree of the repository that the current folder is in."""
    return _knows(name, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}")


def without_commit() -> bool:
    """True in a repository whose first commit is still to be made: there is no HEAD, but the branch that it will be on."""
    return _knows("HEAD", "symbolic-ref", "--quiet", "HEAD") and not known_revision("HEAD")


def unknown_revision(name: str) -> InputError:
    """The error of a revision that git does not know, with what may be the reason: where CI checks out, history is cut short."""
    shallow = asked(name, "rev-parse", "--is-shallow-repository")
    if shallow.returncode != 0:  # no repository, or one that git does not trust, as in a container of CI
        reason = shallow.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        return InputError(name, msg("is no path, and git says: {reason}", reason=reason[0]))
    if shallow.stdout.strip() == b"true":
        return InputError(name, msg("is not in this shallow clone: fetch more of the history (git fetch --unshallow)"))
    return InputError(name, msg("is neither a revision that git knows here nor a path"))


def elsewhere(path: str) -> bool:
    """True for a path that lies in another repository than the present folder, as in a submodule."""
    folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
    here, there = (asked(path, "rev-parse", "--absolute-git-dir", folder=where) for where in (None, folder))
    return there.returncode == 0 and here.stdout != there.stdout


def _knows(spec: str, *arguments: str) -> bool:
    return asked(spec, *arguments).returncode == 0
