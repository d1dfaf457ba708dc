"""``python -m statutes_diff``: the same as ``statutes-diff``."""

from __future__ import annotations

import sys

from statutes_diff.cli import main

if __name__ == "__main__":
    sys.exit(main())
