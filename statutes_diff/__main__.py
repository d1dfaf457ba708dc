"""``python -m statutes_diff``: the same as ``statutes-diff``."""

from __future__ import annotations

from statutes_diff.cli import process

if __name__ == "__main__":
    process()
