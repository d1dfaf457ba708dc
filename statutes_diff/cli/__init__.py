"""The command line: one file a command; options → api → report → exit code. The only room that prints or exits.

A file here without a leading underscore is a command: its name is the command's, its docstring is its help (the first
line is the short one), and it offers ``command``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; see ``_run`` for what the codes mean."""
    try:
        import sys

        from statutes_diff.cli._memory import few_collections

        with few_collections():
            from statutes_diff.cli._run import run

            return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:  # pressed while the program was still loading
        return 130
