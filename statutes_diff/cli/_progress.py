"""A word on stderr for a person who waits more than a second; nothing when nobody looks at it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import copy_context

from statutes_diff.messages import _

PATIENCE = 1.0  # seconds


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Show ``words`` with a spinner while the block runs, from the second second on, on a terminal only.

    The words are marked with ``N_``: most runs end before anyone waits, without a catalogue being opened.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    speaker = threading.Thread(target=copy_context().run, args=(_speak, words, done), daemon=True)
    speaker.start()
    try:
        yield
    finally:
        done.set()
        speaker.join()


def _speak(words: str, done: threading.Event) -> None:
    if done.wait(PATIENCE):
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{_(words)}…"):
        done.wait()
