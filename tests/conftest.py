"""What every test may use: the program as a process, the seeds, and catalogues compiled from their present source."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a slow machine is not a fault of the code. In CI the same examples each time; elsewhere new ones are looked for.
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
OLD_SEED = SEEDS / "000_457fec360ea4ede8.txt"
NEW_SEED = SEEDS / "004_fe876a979c001f0e.txt"

pytest_plugins = ["tests.golden_plugin"]

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def pytest_configure() -> None:
    """The French that the tests read is the French that stands in the ``.po``: compile it when it is newer.

    Tests that are started in the background ignore Ctrl-C, and so would every program that they start.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.path.insert(0, str(ROOT))
    from hatch_build import compile_catalogues

    sources = ROOT.glob("statutes_diff/locale/*/LC_MESSAGES/*.po")
    compiled = [(source, source.with_suffix(".mo")) for source in sources]
    if any(not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime for po, mo in compiled):
        compile_catalogues(ROOT)


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what a user's terminal and locale would change in the output."""
    hidden = ("LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "PYTHON", "STATUTES_DIFF")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return {**kept, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TERM": "xterm", **more}


@pytest.fixture
def run() -> Run:
    """Run ``statutes-diff`` with these arguments in a process of its own; keywords are those of ``subprocess.run``."""

    def start(*arguments: object, env: dict[str, str] | None = None, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "statutes_diff", *(os.fspath(a) if isinstance(a, Path) else str(a) for a in arguments)]
        if "stdout" not in options and "stderr" not in options:
            options["capture_output"] = True
        return subprocess.run(command, env=clean_environment(**(env or {})), timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]

    return start


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, so that no configuration of this project is in force."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def statute(tmp_path: Path) -> Callable[..., Path]:
    """Write a small consolidated text of one article, one argument an alinéa, and give its path."""

    def written(*alineas: str, name: str = "code.md", number: str = "L1-1") -> Path:
        path = tmp_path / name
        path.write_text("\n\n".join((f"#### Article {number}", *alineas)) + "\n", encoding="utf-8")
        return path

    return written
