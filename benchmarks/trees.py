"""What two revisions of a folder cost, one article a file, beside git: run ``python benchmarks/trees.py [FILES…]``.

Makes repositories of its own in a temporary folder: a code in the manner of the law and the same after three rounds of
amendments, each of its own; then the code with one expression replaced in one file of eleven, which is the worst case: where the
old words still stand is looked up in every file. Each row is one command: the time of processor (its own and that of the programs
it runs) and of the clock, the most memory, and the ratios to ``git diff -M --word-diff`` and to ``git diff-tree -r`` on the same
two revisions.
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
ROUNDS = 3
Articles = list[tuple[str, list[str]]]
OURS = (sys.executable, "-m", "statutes_diff", "compare")


def place(number: str) -> Path:
    """The folder of an article: four levels deep, some forty articles in each."""
    chapter = int(number[1:].split("-")[0]) - 100
    return Path(
        f"Partie {chapter // 90 + 1}", f"Livre {chapter // 30 + 1}", f"Titre {chapter // 6 + 1}", f"Chapitre {chapter + 1}"
    )


def amended(count: int) -> tuple[Articles, Articles]:
    """A code and the same after some rounds of amendments: one article in seven changed, came, went or has another number."""
    first, *_others, last = law.amended(count, ROUNDS)
    return first, last


def replaced(count: int) -> tuple[Articles, Articles]:
    """A code and the same with one expression replaced in one article of eleven."""
    old = list(law.articles(count))
    new = [
        (number, found if at % 11 else [alinea.replace("deux mois", "trois mois") for alinea in found])
        for at, (number, found) in enumerate(old)
    ]
    return old, new


def write(root: Path, articles: Articles) -> None:
    """One version, a file an article, in the place of what was there."""
    for file in root.rglob("Article *.md"):
        file.unlink()
    for number, alineas in articles:
        folder = root / place(number)
        folder.mkdir(parents=True, exist_ok=True)
        text = f"Article {number}\n----\n" + "\n\n".join(alineas) + "\n"
        (folder / f"Article {number}.md").write_text(text, encoding="utf-8")


def repository(root: Path, versions: tuple[Articles, Articles]) -> None:
    """Two revisions, packed as a repository that is a day old."""
    subprocess.run([*GIT, "init", "-q", str(root)], check=True)
    for articles in versions:
        write(root, articles)
        for command in (("add", "-A"), ("commit", "-qm", "1"), ("repack", "-adq")):
            subprocess.run([*GIT, "-C", str(root), *command], check=True)


KINDS = {"amended": amended, "one expression replaced": replaced}


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


def table(name: str, count: int) -> None:
    """All rows for a repository of ``count`` files."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        repository(root, KINDS[name](count))
        rows = {
            "git diff -M --word-diff": cost(root, "git", "diff", "-M", "--word-diff", "HEAD~1", "HEAD"),
            "git diff-tree -r": cost(root, "git", "diff-tree", "-r", "HEAD~1", "HEAD"),
            "nothing changed, json": cost(root, *OURS, "HEAD:", "HEAD:", "-f", "json"),
            "json": cost(root, *OURS, "HEAD~1:", "HEAD:", "-f", "json"),
            "terminal": cost(root, *OURS, "HEAD~1:", "HEAD:"),
        }
    words, changes = rows["git diff -M --word-diff"], rows["git diff-tree -r"]
    print(f"{count} files, {name}")
    for row, (processor, clock, memory) in rows.items():
        ratios = f"git ×{processor / words[0]:6.1f} (clock ×{clock / words[1]:6.1f})   diff-tree ×{processor / changes[0]:6.0f}"
        print(f"  {row:<26} {processor:7.2f} s {clock:7.2f} s {memory:6.0f} MB   {ratios}")


if __name__ == "__main__":
    for count in [int(asked) for asked in sys.argv[1:]] or COUNTS:
        for name in KINDS:
            table(name, count)
