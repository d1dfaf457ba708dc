"""What reading costs, beside the least that any reader could cost: run ``python benchmarks/reading.py [FILE…]``.

Each row is one text: the time to a tree, and the ratio to what the same bytes cost, in the same run, to decode and split into
lines, to parse as HTML (lxml, nothing kept) and to parse as Markdown (markdown-it-py, blocks only).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import law
from lxml import etree
from markdown_it import MarkdownIt

from statutes_diff import api, readers
from statutes_diff.model import Source

RUNS = 5


def seconds(work: Callable[[], object]) -> float:
    """The median of RUNS runs, after one that is not counted."""
    work()
    found = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return statistics.median(found)


def row(name: str, data: bytes) -> None:
    """Measure one text and print its row."""
    text = data.decode("utf-8", "replace")
    ours = seconds(lambda: readers.read(Source(name, data)))
    lines = seconds(lambda: data.decode("utf-8", "replace").split("\n"))
    html = seconds(lambda: etree.fromstring(f"<div>{text}</div>".encode(), etree.HTMLParser(no_network=True)))
    marks = seconds(lambda: MarkdownIt("commonmark").disable("inline").parse(text))
    size = len(data) / 1e6
    print(f"{name:<34} {size:5.2f} MB {ours:7.3f} s {size / ours:6.1f} MB/s"
          f"   lines ×{ours / lines:5.1f}   lxml.html ×{ours / html:4.2f}   markdown-it ×{ours / marks:5.3f}")  # fmt: skip


def folders(count: int) -> None:
    """Two folders of one-article files of which ten differ: bytes alone, the first one, then both together."""
    with tempfile.TemporaryDirectory() as place:
        old, new = Path(place, "old"), Path(place, "new")
        law.folder(old, count)
        law.folder(new, count, changed=frozenset(range(7, count, max(count // 10, 1))))
        bare = seconds(lambda: [path.read_bytes() for path in old.rglob("*") if path.is_file()])
        first = seconds(lambda: api.read(str(old)))
        both = seconds(lambda: api.read_versions(str(old), str(new)))
    print(f"{count} files: bytes {bare:.2f} s, tree ×{first / bare:.1f}, two versions together ×{both / bare:.1f}")


def main(paths: list[str]) -> None:
    """All rows."""
    row("one article", (law.bare_code(1)).encode())
    row("code, bare headings", law.bare_code(1_500).encode())
    row("code, bare headings, large", law.bare_code(4_000).encode())
    row("code, HTML in Markdown", law.html_code(1_500).encode())
    for path in paths:
        row(Path(path).name, Path(path).read_bytes())
    folders(5_000)


if __name__ == "__main__":
    main(sys.argv[1:])
