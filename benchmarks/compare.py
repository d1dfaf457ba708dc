"""What a whole account costs beside what others take for a bare diff of the same two files, in one run on one machine:
``python benchmarks/compare.py [OLD NEW]…``; without files, on a code in the manner of the law and its amended versions.

Each command is a process of its own, measured as a whole (its start included) by the system's accounts: the median of RUNS turns.
In a turn every command runs once after the other, so that a machine that slows down slows all. git is the measure: ratios are
those of processor time to ``git diff --word-diff`` in the same turn. What is not installed, and what takes longer than LIMIT,
gets a line that says so. Others show less: words that differ, without articles, alinéas, renvois or findings.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import law

RUNS = 5
LIMIT = 60  # seconds
SIZES = (300, 3_000)  # articles: the second is the size of the Code civil
DISTANCES = (1, 2, 4, 8, 16)  # rounds of amendments
GIT = ("git", "diff", "--no-index", "--word-diff=porcelain", "--histogram")
OURS = (sys.executable, "-m", "statutes_diff", "compare")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as where it is installed
WORDS = r"import re, sys; a, b = (re.findall(r'\w+|[^\w\s]', open(p, encoding='utf-8').read()) for p in sys.argv[1:]); "

_TEXTS = "import sys; a, b = (open(p, encoding='utf-8').read() for p in sys.argv[1:]); "
_XML = "x, y = ('<t>' + ''.join(f'<p>{escape(l)}</p>' for l in t.split('\\n') if l.strip()) + '</t>' for t in (a, b)); "

# Peers of the same language: the module, and the shortest program that uses it.
PEERS = {
    "difflib, words": ("difflib", WORDS + "import difflib; difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()"),
    "rapidfuzz, words": ("rapidfuzz", WORDS + "from rapidfuzz.distance import Indel; list(Indel.opcodes(a, b))"),
    "diff-match-patch": ("diff_match_patch", _TEXTS + "from diff_match_patch import diff_match_patch as D; D().diff_main(a, b)"),
    "redlines": ("redlines", _TEXTS + "from redlines import Redlines; Redlines(a, b).opcodes"),
    "xmldiff": ("xmldiff", _TEXTS + "from html import escape; from xmldiff import main; " + _XML + "main.diff_texts(x, y)"),
}
PROGRAMS = {"dwdiff": ("dwdiff",), "wdiff": ("wdiff",), "wikidiff2": ("wikidiff2",)}


class Cost(NamedTuple):
    """Seconds of processor and of the clock, and MB at most."""

    processor: float
    clock: float
    memory: float


def commands(old: Path, new: Path) -> dict[str, tuple[str, ...]]:
    """What is compared, by name; an empty command is not installed."""
    files = (str(old), str(new))
    found: dict[str, tuple[str, ...]] = {"git diff --word-diff": (*GIT, *files)}
    for name, (module, program) in PEERS.items():
        found[name] = (sys.executable, "-c", program, *files) if importlib.util.find_spec(module) else ()
    for name, command in PROGRAMS.items():
        found[name] = (*command, *files) if shutil.which(command[0]) else ()
    found["statutes-diff, json"] = (*OURS, *files, "-f", "json")
    found["statutes-diff, markdown"] = (*OURS, *files, "-f", "markdown")
    found["statutes-diff, terminal"] = (*OURS, *files)
    return found


def cost(command: Sequence[str]) -> Cost | None:
    """One run, None when it took longer than LIMIT."""
    started = _clock()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, **quiet, env=ENVIRONMENT, start_new_session=True)
    late = threading.Timer(LIMIT, _kill, (process.pid,))
    late.start()
    _pid, status, used = os.wait4(process.pid, 0)
    late.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL:
        return None
    if process.returncode not in (0, 1):  # 1: there are differences
        raise SystemExit(f"{' '.join(command)[:200]} left with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, _clock() - started, used.ru_maxrss / 1000)


def _clock() -> float:
    return os.times().elapsed


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def turns(asked: dict[str, tuple[str, ...]], runs: int = RUNS) -> dict[str, list[Cost]]:
    """The costs of each command, one a turn, after a turn that is not counted; nothing for one that was too slow."""
    found: dict[str, list[Cost]] = {name: [] for name in asked}
    for turn in range(runs + 1):
        for name, command in asked.items():
            if command and (turn == 0 or len(found[name]) == turn):
                measured = cost(command)
                found[name] += [measured] if measured else []
    return {name: costs[1:] for name, costs in found.items()}


def ratio(ours: Sequence[Cost], others: Sequence[Cost]) -> float:
    """The median of the ratios of processor time, turn by turn."""
    return statistics.median([a.processor / b.processor for a, b in zip(ours, others, strict=True)])


def table(name: str, old: Path, new: Path) -> None:
    """One row for each command."""
    asked = commands(old, new)
    found = turns(asked)
    git = found["git diff --word-diff"]
    sizes = " → ".join(f"{path.stat().st_size / 1e6:.2f}" for path in (old, new))
    print(f"{name} ({sizes} MB)")
    for tool, costs in found.items():
        if not costs:
            print(f"  {tool:<26} {'not installed' if not asked[tool] else f'longer than {LIMIT} s'}")
            continue
        processor, clock = (statistics.median([getattr(c, field) for c in costs]) for field in ("processor", "clock"))
        memory = max(c.memory for c in costs)
        print(f"  {tool:<26} {processor:7.3f} s  clock {clock:7.3f} s  {memory:6.0f} MB   git ×{ratio(costs, git):7.1f}")


def growth(count: int) -> None:
    """How the cost grows with the distance in time."""
    print(f"distance in rounds of amendments, {count} articles")
    with written(law.versions(count, max(DISTANCES))) as paths:
        for distance in DISTANCES:
            files = (str(paths[0]), str(paths[distance]))
            found = turns({"git": (*GIT, *files), "ours": (*OURS, *files, "-f", "json")}, runs=3)
            git, ours = (statistics.median([c.processor for c in found[name]]) for name in ("git", "ours"))
            print(
                f"  {distance:>3}   git {git:6.3f} s   statutes-diff {ours:6.3f} s   ×{ratio(found['ours'], found['git']):5.1f}"
            )


def start() -> None:
    """Two texts of one article, equal and with two words changed, to the import of the libraries that the program stands on."""
    code = law.bare_code(1)
    with written(iter((code, code.replace("ministre", "préfet"), code))) as (old, new, same):
        files, equal = (str(old), str(new)), (str(old), str(same))
        found = turns(
            {
                "imports": (sys.executable, "-c", "import click, lxml.etree, rapidfuzz"),
                "equal, json": (*OURS, *equal, "-f", "json"),
                "json": (*OURS, *files, "-f", "json"),
                "terminal": (*OURS, *files),
                "tree": (*OURS[:-1], "tree", str(old)),
                "refs": (*OURS[:-1], "refs", str(old)),
                "version": (*OURS[:-1], "--version"),
            },
            runs=15,
        )
    print("start, to the import of click, lxml and rapidfuzz alone")
    for name in [name for name in found if name != "imports"]:
        print(f"  {name:<12} ×{ratio(found[name], found['imports']):.2f}")


@contextlib.contextmanager
def written(texts: Iterator[str]) -> Iterator[list[Path]]:
    """Texts as files."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for index, text in enumerate(texts):
            paths.append(Path(place, f"{index}.md"))
            paths[-1].write_text(text, encoding="utf-8")
        yield paths


def main(paths: list[str]) -> None:
    """All tables."""
    for old, new in zip(paths[::2], paths[1::2], strict=True):
        table(f"{Path(old).name} → {Path(new).name}", Path(old), Path(new))
    for count in SIZES if not paths else ():
        with written(law.versions(count, max(DISTANCES))) as versions:
            table(f"{count} articles, neighbours", versions[0], versions[1])
            table(f"{count} articles, far apart", versions[0], versions[-1])
    if not paths:
        growth(SIZES[-1])
    start()


if __name__ == "__main__":
    main(sys.argv[1:])
