"""The command line: one file a command; options → api → report → exit code. The only room that prints or exits.

A file here without a leading underscore is a command: its name is the command's, its docstring is its help (the first
line is the short one), and it offers ``command``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_MADE = 1_000_000  # values between two searches for cycles: after every 700, as usual, they take up to a fifth of a run


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; see ``_run`` for what the codes mean."""
    try:
        from statutes_diff.cli._run import run

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:  # pressed while the program was still loading
        return 130


def process() -> NoReturn:
    """Run the command line of this process, and leave it at once.

    Texts are trees of many values that live to the end: nearly no cycle is found among them, whatever the search costs, and
    taking them apart at the end is a twentieth of a run (so leaves mypy too: ``mypy.util.hard_exit``). A debugger or a profiler
    has something to say at the end, and is waited for.
    """
    import gc
    import os

    gc.set_threshold(_MADE, 20, 100)
    code = main()
    if sys.gettrace() or sys.getprofile():
        sys.exit(code)
    from statutes_diff.cli._run import settle

    settle(sys.stdout)
    settle(sys.stderr)
    os._exit(code)
