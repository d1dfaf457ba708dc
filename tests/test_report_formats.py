"""The registry of formats: a format is there because its file is there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from statutes_diff import reports
from tests.conftest import ROOT

COMMANDS = [
    ("compare", ["csv", "docx", "html", "json", "jsonl", "markdown", "pdf", "terminal", "xlsx"]),
    ("concordance", ["csv", "json", "markdown", "terminal", "xlsx"]),
    ("tree", ["csv", "json", "terminal", "xlsx"]),
    ("refs", ["csv", "dot", "json", "markdown", "terminal", "xlsx"]),
    ("ref_counts", ["json", "markdown", "terminal"]),
    ("nonsense", []),
]


@pytest.mark.parametrize(("command", "formats"), COMMANDS)
def test_formats_of_a_command(command: str, formats: list[str]) -> None:
    assert reports.formats(command) == formats


@pytest.mark.parametrize("name", ["odt-but-not-yet", "_view", "__init__", "", "os.path"])
def test_an_unknown_format_is_refused(name: str) -> None:
    with pytest.raises(LookupError):
        reports.load(name)


@pytest.mark.parametrize("name", reports.names())
def test_every_format_says_what_it_is(name: str) -> None:
    assert (reports.load(name).__doc__ or "").strip()


@pytest.mark.parametrize(("command", "formats"), COMMANDS)
def test_formats_are_those_whose_module_has_the_function(command: str, formats: list[str]) -> None:
    assert [name for name in reports.names() if callable(getattr(reports.load(name), command, None))] == formats


def test_listing_formats_loads_neither_a_format_nor_a_heavy_library() -> None:
    heavy = {"rich", "lxml", "markdown_it", "rapidfuzz", "xlsxwriter", "reportlab", "jinja2", "statutes_diff.reports.markdown"}
    code = (
        f"import sys; from statutes_diff import reports; [reports.formats(c) for c in {[name for name, _ in COMMANDS]}]; "
        f"print(*sorted(set({sorted(heavy)}) & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", reports.names())
def test_the_page_of_the_reports_tells_of_every_format(name: str) -> None:
    page = (ROOT / "docs" / "reports.md").read_text("utf-8")
    assert f"`{name}`" in page
