"""What two revisions of a folder cost, one article a file, beside git: run ``python benchmarks/trees.py [FILES…]``.

Makes a repository of its own in a temporary folder: a code in the manner of the law, of which one file in eleven changes and one
in a hundred is renumbered. Each row is one command: the time of processor (its own and that of the programs it runs) and of the
clock, the most memory, and the ratios to ``git diff -M --word-diff`` and to ``git diff-tree -r`` on the same two revisions.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import law

RUNS = 3
COUNTS = (2_000, 15_000)  # files; 137,000 is that of all codes together
GIT = ("git", "-c", "user.name=b", "-c", "user.email=b@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as where it is installed
OURS = (sys.executable, "-m", "statutes_diff", "compare")


def place(index: int) -> Path:
    """The folder of an article: four levels deep, forty articles in each."""
    chapter = index // 40
    return Path(
        f"Partie {chapter // 90 + 1}", f"Livre {chapter // 30 + 1}", f"Titre {chapter // 6 + 1}", f"Chapitre {chapter + 1}"
    )


def write(root: Path, count: int, *, new: bool) -> None:
    """One version; the new one over the old one."""
    for index, (number, alineas) in enumerate(law.articles(count)):
        folder = root / place(index)
        folder.mkdir(parents=True, exist_ok=True)
        if new and index % 100 == 5:
            (folder / f"Article {number}.md").unlink()
            number = f"{number}-1"
        elif new and index % 11:
            continue
        elif new:
            alineas = [alinea.replace("deux mois", "trois mois") for alinea in alineas] + [
                "Cette disposition est d'ordre public."
            ]
        text = f"Article {number}\n----\n" + "\n\n".join(alineas) + "\n"
        (folder / f"Article {number}.md").write_text(text, encoding="utf-8")


def repository(root: Path, count: int) -> None:
    """Two revisions, packed as a repository that is a day old."""
    subprocess.run([*GIT, "init", "-q", str(root)], check=True)
    for new in (False, True):
        write(root, count, new=new)
        for command in (("add", "-A"), ("commit", "-qm", "1"), ("repack", "-adq")):
            subprocess.run([*GIT, "-C", str(root), *command], check=True)


def cost(root: Path, *command: str) -> tuple[float, float, float]:
    """Seconds of processor and of the clock (medians), and MB at most."""
    found = []
    for _ in range(RUNS):
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} left with {process.returncode}")
        found.append((used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1000))
    processor, clock, memory = zip(*found, strict=True)
    return statistics.median(processor), statistics.median(clock), max(memory)


def table(count: int) -> None:
    """All rows for a repository of ``count`` files."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        repository(root, count)
        rows = {
            "git diff -M --word-diff": cost(root, "git", "diff", "-M", "--word-diff", "HEAD~1", "HEAD"),
            "git diff-tree -r": cost(root, "git", "diff-tree", "-r", "HEAD~1", "HEAD"),
            "nothing changed, json": cost(root, *OURS, "HEAD:", "HEAD:", "-f", "json"),
            "json": cost(root, *OURS, "HEAD~1:", "HEAD:", "-f", "json"),
            "terminal": cost(root, *OURS, "HEAD~1:", "HEAD:"),
        }
    words, changes = rows["git diff -M --word-diff"], rows["git diff-tree -r"]
    print(f"{count} files")
    for name, (processor, clock, memory) in rows.items():
        ratios = f"git ×{processor / words[0]:6.1f} (clock ×{clock / words[1]:6.1f})   diff-tree ×{processor / changes[0]:6.0f}"
        print(f"  {name:<26} {processor:7.2f} s {clock:7.2f} s {memory:6.0f} MB   {ratios}")


if __name__ == "__main__":
    for count in [int(asked) for asked in sys.argv[1:]] or COUNTS:
        table(count)
