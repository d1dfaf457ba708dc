"""Contents by their ids: git is asked for each once, whichever version it stands in. Equal ids are equal bytes.

Asking by id is many times faster than by name, for git need not walk to each file from the top.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.sources.errors import InputError
from statutes_diff.sources.git.program import COMMAND, no_git, surroundings

if TYPE_CHECKING:
    from subprocess import Popen

_MANY = 5_000  # contents that are worth a second process
_BUFFER = 1 << 18  # bytes


def contents(spec: str, blobs: Iterable[bytes], folder: str | None = None) -> dict[bytes, bytes]:
    """The contents by their ids; of many, a second process gives the other half.

    Raises:
        InputError: git has lost one, or cannot be run.
    """
    wanted = list(dict.fromkeys(blobs))
    half = len(wanted) // 2 if len(wanted) >= _MANY else len(wanted)
    found: dict[bytes, bytes] = {}
    with ExitStack() as running:
        asked = [(part, *_asked(spec, part, running, folder)) for part in (wanted[:half], wanted[half:]) if part]
        for part, process, answer in asked:
            process.wait()
            answer.seek(0)
            found.update((blob, _next(spec, blob, answer)) for blob in part)
    return found


def _asked(spec: str, blobs: Iterable[bytes], running: ExitStack, folder: str | None) -> tuple[Popen[bytes], IO[bytes]]:
    """git at work, and the file that it writes its answers to: many times fewer switches between programs than through a pipe."""
    import subprocess
    from tempfile import TemporaryFile

    questions = running.enter_context(TemporaryFile())  # noqa: SIM115 - the stack closes it
    answer = running.enter_context(TemporaryFile(buffering=_BUFFER))  # noqa: SIM115 - the stack closes it
    questions.write(b"".join([blob + b"\n" for blob in blobs]))
    questions.seek(0)
    command, nowhere = [*COMMAND, "cat-file", "--batch", "--buffer"], subprocess.DEVNULL
    try:
        env = surroundings(folder)
        started = subprocess.Popen(command, stdin=questions, stdout=answer, stderr=nowhere, cwd=folder, env=env)
        return running.enter_context(started), answer
    except OSError:
        raise no_git(spec) from None


def _next(spec: str, blob: bytes, answer: IO[bytes]) -> bytes:
    """The next content: a line with its size, the content, the end of a line."""
    header = answer.readline().split()
    if len(header) != 3:
        raise InputError(spec, msg("git does not give the content of {blob}", blob=blob.decode("ascii", "replace")))
    return answer.read(int(header[2]) + 1)[:-1]
