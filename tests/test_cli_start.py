"""Start-up is part of the product: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import clean_environment

HEAVY = ("lxml", "rich", "rapidfuzz", "markdown_it", "importlib.metadata", "statutes_diff.readers", "statutes_diff.api")
HEAVY_FOR_HELP = ("lxml", "rich", "rapidfuzz", "markdown_it", "statutes_diff.api", "statutes_diff.compare")


RUN = (
    "import sys; from statutes_diff.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
)


COUNT = (
    "import re, sys; asked = []; compiled = re.compile\n"
    "def counted(pattern, flags=0):\n"
    "    asked.extend([1] if 'statutes_diff' in sys._getframe(1).f_code.co_filename else [])\n"
    "    return compiled(pattern, flags)\n"
    "re.compile = counted\n"
    "from statutes_diff.cli import main; main(sys.argv[1:]); print(len(asked), file=sys.stderr)"
)
MOST_PATTERNS = 36


def loaded(*arguments: str) -> set[str]:
    """The modules that one run of the program imports (``-X importtime`` does not see those of ``import_module``)."""
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60, check=True)
    return set(done.stderr.decode().split())


def under(package: str, modules: set[str]) -> list[str]:
    return sorted(module for module in modules if module == package or module.startswith(f"{package}."))


def test_the_version_costs_nothing() -> None:
    modules = loaded("--version")
    assert "statutes_diff.cli._group" in modules  # so that an empty answer cannot pass
    assert [found for package in HEAVY for found in under(package, modules)] == []


def test_the_version_imports_no_command() -> None:
    modules = loaded("--version")
    assert not modules & {"statutes_diff.cli.compare", "statutes_diff.cli.tree", "statutes_diff.cli.refs"}


@pytest.mark.parametrize(("command", "others"), [("tree", {"compare", "refs"}), ("compare", {"tree", "refs"})])
def test_only_the_command_that_runs_is_imported(command: str, others: set[str]) -> None:
    modules = loaded(command, "--help")
    assert f"statutes_diff.cli.{command}" in modules
    assert not modules & {f"statutes_diff.cli.{other}" for other in others}
    assert [found for package in HEAVY_FOR_HELP for found in under(package, modules)] == []


# What a comparison of two small texts has no use for: other formats, archives, parsers of data, and what the standard library
# drags in with them.
NOT_FOR_JSON = (
    *("lxml", "rich", "markdown_it", "docx", "pypdfium2"),
    *("importlib.metadata", "importlib.resources", "tomllib", "csv", "shutil", "tempfile", "pathlib", "subprocess", "zipfile"),
    *("statutes_diff.references.survey", "statutes_diff.reports.terminal"),
    *("locale", "difflib"),  # a catalogue that was opened, an option that was looked for in vain
)


def test_a_comparison_imports_what_it_uses(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("# Article L1\n\nLe délai prévu à l'article L. 2 est de deux mois.\n", "utf-8")
    new.write_text("# Article L1\n\nLe délai prévu à l'article L. 3 est de trois mois.\n", "utf-8")
    modules = loaded("compare", str(old), str(new), "-f", "json")
    assert {"rapidfuzz", "statutes_diff.references.ledger", "statutes_diff.rules.duration"} <= modules
    assert [found for package in NOT_FOR_JSON for found in under(package, modules)] == []


def test_a_comparison_compiles_few_patterns(tmp_path: Path) -> None:
    """A pattern takes a hundredth of a start: two plain sentences need the words, the headings and the renvois."""
    text = tmp_path / "text.md"
    text.write_text("# Article L1\n\nLe juge statue dans la cause et entend les parties.\n", "utf-8")
    command = [sys.executable, "-c", COUNT, "compare", str(text), str(text), "-f", "json"]
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60, check=True)
    assert int(done.stderr.split()[-1]) < MOST_PATTERNS


def test_what_is_at_hand_at_the_end_is_not_taken_apart() -> None:
    """The process leaves at once, with all that was written and its exit code."""
    source = "import atexit, sys; atexit.register(print, 'taken apart'); from statutes_diff.cli import process; process()"
    done = subprocess.run([sys.executable, "-c", source, "--version"], env=clean_environment(), capture_output=True, timeout=60)
    assert done.returncode == 0 and done.stdout.startswith(b"statutes-diff ") and b"taken apart" not in done.stdout
    done = subprocess.run([sys.executable, "-c", source, "nothing"], env=clean_environment(), capture_output=True, timeout=60)
    assert done.returncode == 2 and done.stderr and not done.stdout


def test_a_profiler_sees_the_end(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    command = [sys.executable, "-m", "cProfile", "-o", str(profile), "-m", "statutes_diff", "--version"]
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60)
    assert done.returncode == 0 and done.stdout.startswith(b"statutes-diff ") and profile.stat().st_size
