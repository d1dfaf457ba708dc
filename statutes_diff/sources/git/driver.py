"""What git's external diff driver asks of git: whether colours are wanted, and the plain diff of what is no law text."""

from __future__ import annotations

from statutes_diff.sources.git.program import asked


def wants_color(terminal: bool) -> bool:
    """What the settings of git say of colours in a diff; ``terminal``: the output is one (a pager is known to git)."""
    done = asked(".", "config", "--get-colorbool", "color.diff", "true" if terminal else "false")
    return done.returncode == 0 and done.stdout.strip() == b"true"


def plain(path: str, old: str, new: str, *, color: bool) -> bytes:
    """The diff of lines of two files, named by the path that both have in the repository; empty where git tells no lines."""
    options = ("--no-index", "--no-ext-diff", "--no-textconv", f"--color={'always' if color else 'never'}")
    shown = asked(".", "diff", *options, "--", old, new).stdout
    at = shown.find(b"@@ ")
    start = shown.rfind(b"\n", 0, at) + 1
    names = f"--- a/{path}\n+++ b/{path}\n".encode("utf-8", "surrogateescape")
    return names + shown[start:] if at >= 0 else shown
