"""What a check of a folder costs, one article a file: run ``python benchmarks/check.py [FILES…]``.

Makes a code in the manner of the law in a temporary folder, under git; each row is one command: the time of processor and of the
clock, and the most memory.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import trees

COUNTS = (1_000, 15_000)  # files
CHECK = (sys.executable, "-m", "statutes_diff", "check", "--fail-on", "never", "-o", "/dev/null")


def table(count: int) -> None:
    """All rows for a folder of ``count`` files."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        trees.repository(root, count)
        one = next(root.rglob("Article *.md")).relative_to(root)
        rows = {
            "the folder": trees.cost(root, *CHECK, "."),
            "the folder, one rule": trees.cost(root, *CHECK, ".", "--select", "duplicate"),
            "the folder, since HEAD~1": trees.cost(root, *CHECK, ".", "--against", "HEAD~1"),
            "one file": trees.cost(root, *CHECK, str(one)),
            "one file, since HEAD": trees.cost(root, *CHECK, str(one), "--against", "HEAD"),
        }
    print(f"{count} files")
    for name, (processor, clock, memory) in rows.items():
        print(f"  {name:<26} {processor:7.2f} s {clock:7.2f} s {memory:6.0f} MB")


if __name__ == "__main__":
    for count in [int(asked) for asked in sys.argv[1:]] or COUNTS:
        table(count)
