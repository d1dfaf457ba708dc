"""git is run here: without a shell, and so that it runs nothing that a hostile repository asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.sources.errors import InputError

if TYPE_CHECKING:
    from subprocess import CompletedProcess

# What the settings of a repository could make git run: a monitor of files, hooks, another program to fetch what is missing
# (partial clones, ``ext::``), a verifier of signatures, a pager.
_SAFE = (
    ("core.fsmonitor", "false"),
    ("core.hooksPath", os.devnull),
    ("protocol.allow", "never"),
    ("log.showSignature", "false"),
    ("core.pager", "cat"),
)
_REPOSITORY = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))
COMMAND = ("git", "--no-optional-locks", *(part for name, value in _SAFE for part in ("-c", f"{name}={value}")))


def git(spec: str, *arguments: str, stdin: bytes = b"", folder: str | None = None) -> bytes:
    """What git answers, run in a folder (None: the present one); ``spec``: what the user named, for errors.

    Raises:
        InputError: git says no, or cannot be run.
    """
    if spec.startswith("-"):
        raise InputError(spec, msg("is not a file name"))
    done = asked(spec, *arguments, stdin=stdin, folder=folder)
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
        raise InputError(spec, msg("no such file, and git says: {reason}", reason=reason[0]))
    return done.stdout


def asked(spec: str, *arguments: str, stdin: bytes = b"", folder: str | None = None) -> CompletedProcess[bytes]:
    """git's answer, whatever its exit code.

    Raises:
        InputError: git cannot be run.
    """
    import subprocess

    try:
        return subprocess.run(
            [*COMMAND, *arguments], input=stdin, capture_output=True, check=False, cwd=folder, env=surroundings(folder)
        )
    except (OSError, ValueError):
        raise no_git(spec) from None


def surroundings(folder: str | None) -> dict[str, str] | None:
    """The environment for git in a folder: the repository is the one around it, whatever a hook that runs us has said (a
    relative ``GIT_DIR`` would be looked for there). None: that of the process, for the present folder."""
    return None if folder is None else {name: value for name, value in os.environ.items() if name not in _REPOSITORY}


def no_git(spec: str) -> InputError:
    """The error of a machine without git."""
    if os.path.lexists(spec) or ":" not in spec:
        return InputError(spec, msg("git cannot be run, which alone knows revisions and histories"))
    return InputError(spec, msg("no such file, and git cannot be run to look for a revision"))
