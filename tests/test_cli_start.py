"""Start-up is part of the product: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import clean_environment

HEAVY = ("lxml", "rich", "rapidfuzz", "markdown_it", "importlib.metadata", "statutes_diff.readers", "statutes_diff.api")
HEAVY_FOR_HELP = ("lxml", "rich", "rapidfuzz", "markdown_it", "statutes_diff.api", "statutes_diff.compare")


RUN = (
    "import sys; from statutes_diff.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
)


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
