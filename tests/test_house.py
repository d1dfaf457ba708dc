"""The rules of the house that no other tool keeps: one subject a file, words of the design, heavy imports late."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "statutes_diff"
MODULES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}
HEAVY = {"rich", "lxml", "markdown_it", "rapidfuzz", "docx", "pypdfium2", "reportlab", "xlsxwriter", "jinja2", "markupsafe"}
LONGEST_FILE = 350  # lines
LONGEST_FUNCTION = 60  # lines, docstring and signature included
USUAL_FUNCTION = 25  # nine in ten are no longer

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported(tree: ast.Module) -> set[str]:
    """The packages that importing a module imports (not those inside functions or for types only)."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def called(tree: ast.Module) -> set[str]:
    """The names of what a module calls, as written."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def offenders(breaks: Callable[[ast.Module], object], *allowed: str) -> list[str]:
    """The modules that break a rule, except those under the names allowed."""
    return [name for name, tree in TREES.items() if not name.startswith(allowed) and breaks(tree)]


def test_the_house_is_there() -> None:
    """So that no rule below holds for want of modules."""
    rooms = "cli reports rules references compare readers language".split()
    assert [room for room in rooms if f"statutes_diff/{room}/__init__.py" not in MODULES] == []


def test_a_module_says_what_it_is_for() -> None:
    assert offenders(lambda tree: not ast.get_docstring(tree)) == []


def test_a_module_has_one_subject() -> None:
    assert [name for name, text in MODULES.items() if len(text.splitlines()) > LONGEST_FILE] == []
    assert [name for name in MODULES if Path(name).stem in ("utils", "util", "helpers", "misc", "common")] == []


def test_functions_are_short() -> None:
    found = sorted((length(function), function.name) for tree in TREES.values() for function in functions(tree))
    assert [name for lines, name in found if lines > LONGEST_FUNCTION] == []
    assert found[len(found) * 9 // 10][0] <= USUAL_FUNCTION


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    assert offenders(lambda tree: imported(tree) & HEAVY) == []


def test_only_the_command_line_prints_or_exits() -> None:
    speech = {"print", "exit", "sys.exit", "sys.stdout.write", "sys.stderr.write", "os._exit", "click.echo"}
    assert offenders(lambda tree: called(tree) & speech, "statutes_diff/cli/", "statutes_diff/__main__.py") == []


def test_other_programs_are_run_by_sources_alone() -> None:
    assert offenders(lambda tree: imported(tree) & {"subprocess", "pty"}, "statutes_diff/sources") == []


def test_no_network_no_clock_no_chance() -> None:
    """Offline and deterministic: same bytes in, same bytes out."""
    banned = {"socket", "urllib", "http", "requests", "random", "secrets", "uuid", "time", "locale"}
    assert offenders(lambda tree: imported(tree) & banned) == []


def _is_frozen(node: ast.ClassDef) -> bool:
    """A named tuple, or a frozen data class: an article in a shared file is one that is read late."""
    named = [ast.unparse(base) for base in node.bases] == ["NamedTuple"]
    return named or [ast.unparse(d) for d in node.decorator_list] == ["dataclass(frozen=True, slots=True)"]


def test_the_values_of_the_model_are_frozen() -> None:
    trees = [tree for name, tree in TREES.items() if name.startswith("statutes_diff/model/")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [node.name for node in classes if not _is_frozen(node)] == []
    fields = [
        (node.name, ast.unparse(part.annotation)) for node in classes for part in node.body if isinstance(part, ast.AnnAssign)
    ]
    assert fields
    assert [field for field in fields if re.search(r"\b(list|dict|set)\[", field[1])] == []


@pytest.mark.parametrize("pattern", ["*.md", "docs/**/*.md", "tests/*.py", "statutes_diff/**/*.py", "Makefile", ".ci/run"])
def test_no_path_of_a_machine_is_in_a_file(pattern: str) -> None:
    machine = re.compile(r"(?<![\w.~])/(?:home|root|work|Users)/\w")
    assert [path.name for path in ROOT.glob(pattern) if machine.search(path.read_text("utf-8"))] == []


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [path.stem.replace("_", "-") for path in (PACKAGE / "cli").glob("[a-z]*.py")]
    assert commands
    assert [command for command in commands if f"statutes-diff {command}" not in readme] == []
