"""A person who waits is told so on stderr; a pipe never is."""

from __future__ import annotations

import io
import time

import pytest

from statutes_diff.cli import _progress
from statutes_diff.cli._progress import waiting


class Stderr(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(("terminal", "patience", "said"), [(True, 0.0, True), (True, 30.0, False), (False, 0.0, False)])
def test_who_waits_is_told(monkeypatch: pytest.MonkeyPatch, terminal: bool, patience: float, said: bool) -> None:
    stderr = Stderr(terminal)
    monkeypatch.setattr("sys.stderr", stderr)
    monkeypatch.setattr(_progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with waiting("Lecture"):
        time.sleep(0.3 if said else 0.05)
    assert ("Lecture…" in stderr.getvalue()) is said


def test_an_error_inside_ends_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Stderr(True))
    monkeypatch.setattr(_progress, "PATIENCE", 0.0)
    with pytest.raises(ValueError, match="trouble"), waiting("Lecture"):
        raise ValueError("trouble")
