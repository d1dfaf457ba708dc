"""The one place that decides an exit code and says what went wrong.

click and rich leave with 1 after a crash, an abort or a broken pipe; here 1 means "there are differences" and nothing else.
So click's own ``main`` is not used: nothing that it or the interpreter's exit would turn into 1 (or 120) gets past ``run``.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from statutes_diff.cli._language import language_of, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click import Command

DONE = 0
DIFFERENT = 1
TROUBLE = 2
INTERRUPTED = 130  # 128 + SIGINT
COMPLETION = "_STATUTES_DIFF_COMPLETE"  # in the environment: a shell asks what could come next
BROKEN_PIPE = 141  # 128 + SIGPIPE


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing escapes, nothing is left for the interpreter's exit to trip over."""
    _speak_utf8()
    with spoken(language_of(arguments)):
        try:
            code = _invoke(list(arguments))
            _flush(sys.stdout)
            return code
        except BaseException as error:
            return _explained(error)
        finally:
            settle(sys.stderr)


def _invoke(arguments: list[str]) -> int:
    """What click's ``main`` does, without its exit codes."""
    from click.exceptions import Exit

    from statutes_diff.cli._group import group

    completion = os.environ.get(COMPLETION)
    if completion:
        return _completed(group, completion)
    try:
        with group.make_context("statutes-diff", arguments) as context:
            return int(group.invoke(context) or DONE)
    except Exit as leave:
        return leave.exit_code


def _completed(group: Command, question: str) -> int:
    """Answer a shell that asks what could come next; click's exit code 1 for what no shell asks means something else here."""
    from click.exceptions import UsageError
    from click.shell_completion import shell_complete

    from statutes_diff.messages import _

    with suppress(LookupError, ValueError):  # the words of the line are not there, or no line
        if shell_complete(group, {}, "statutes-diff", COMPLETION, question) == DONE:
            return DONE
    raise UsageError(_("{variable} is for the completion of a shell: unset it").format(variable=COMPLETION))


def _explained(error: BaseException) -> int:
    """Say what went wrong, in one line, and give its exit code."""
    if isinstance(error, (OSError, KeyboardInterrupt)):
        settle(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return BROKEN_PIPE
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    with suppress(OSError):
        if sys.stderr is not None:
            print(_words(error), file=sys.stderr, flush=True)
    return TROUBLE


def _words(error: BaseException) -> str:
    """The explanation of an error; when explaining fails too (no catalogue, no memory), the bare error."""
    try:
        from statutes_diff.cli._errors import explanation

        return explanation(error)
    except Exception:
        return f"statutes-diff: {error!a}"


def _speak_utf8() -> None:
    """UTF-8 whatever the locale: a report in an ASCII locale must not be an error, nor its ``§`` a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _flush(stream: TextIO | None) -> None:
    if stream is not None:
        stream.flush()


def settle(stream: TextIO | None) -> None:
    """Flush a stream, or point it nowhere when it cannot be: the interpreter flushes again at exit, and complains."""
    try:
        _flush(stream)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno() if stream else nowhere)
            os.close(nowhere)
