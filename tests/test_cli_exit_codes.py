"""Exit codes, through real processes: 0 done, 1 differences when asked for, 2 trouble, 130 interrupted, 141 broken pipe.

Never a traceback, never "Exception ignored", never 1 or 120 for anything else.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NEW_SEED, OLD_SEED, ROOT, Run, clean_environment

TextFile = Callable[..., Path]

# A program whose input check is something else: what a bug, a long run or an aborting library would look like.
INSTEAD = """
import os, sys, time
from statutes_diff.cli import compare, process
def instead(*arguments):
    {statement}
compare.check = instead
sys.argv[1:] = ["compare", "old", "new"]
process()
"""


def with_check(statement: str) -> list[str]:
    """A command line of a program in which ``statement`` runs where the inputs are checked."""
    return [sys.executable, "-c", INSTEAD.format(statement=statement)]


def errors(done: subprocess.CompletedProcess[bytes]) -> str:
    """What went to stderr, after the check that it is talk and not noise."""
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    return said


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The error, which stands on one line and after which nothing went to stdout."""
    said = errors(done)
    assert done.stdout == b""
    assert said.startswith("statutes-diff: ")
    assert said.count("\n") == 1
    return said.removeprefix("statutes-diff: ").rstrip("\n")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["compare", "--help"], ["tree", "--help"], ["refs", "--help"]])
def test_what_was_asked_for_is_done(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, errors(done)) == (0, "")
    assert done.stdout.endswith(b"\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Usage: statutes-diff"),
        (["--lang", "en"], "Missing command."),
        (["comparer", "a", "b"], "No such command 'comparer'."),
        (["compare", "a"], "Missing argument 'NEW'."),
        (["compare", "a", "b", "c"], "Got unexpected extra argument (c)"),
        (["compare", "a", "b", "--formt", "json"], "No such option"),
        (["compare", "a", "b", "-f", "docx2"], "'docx2' is not"),
        (["compare", "a", "b", "--lang", "de"], "'de' is not one of 'fr', 'en'."),
        (["compare", "a", "b", "--only", "everything"], "'everything' is not one of"),
        (["compare", "a", "b", "--color", "mauve"], "'mauve' is not one of"),
        (["compare", "a", "b", "--from", "nothing"], "'nothing' is not"),
        (["compare", "a", "b", "--encoding", "rot13"], "unknown encoding: rot13"),
        (["compare", "a", "b", "--article"], "Option '--article' requires an argument."),
        (["compare", "-", "-"], "standard input can be read once only"),
        (["refs", "-", "x", "-"], "standard input can be read once only"),
        (["refs"], "Missing argument 'FILE…'."),
        (["tree", "a", "b"], "Got unexpected extra argument (b)"),
        (["compare", str(OLD_SEED), str(NEW_SEED), "-o", str(NEW_SEED)], "is one of the texts to read"),
    ],
)
def test_wrong_usage_is_2_and_names_the_help(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in errors(done)
    assert "--help" in errors(done) or "requires an argument" in said


@pytest.mark.parametrize(
    "command",
    [
        ["compare", "{}", str(NEW_SEED)],
        ["compare", str(OLD_SEED), "{}"],
        ["concordance", str(OLD_SEED), "{}"],
        ["tree", "{}"],
        ["refs", "{}"],
    ],
)
def test_a_missing_file_is_2_and_is_named(run: Run, command: list[str]) -> None:
    done = run(*(part.format("nowhere.md") for part in command))
    assert done.returncode == 2
    assert one_line(done).startswith("nowhere.md: ")


def test_a_binary_file_is_2_and_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "law.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40)
    done = run("tree", "law.doc", cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 2
    assert one_line(done).startswith("law.doc")


def test_an_empty_folder_is_2(run: Run, tmp_path: Path) -> None:
    done = run("tree", tmp_path)
    assert done.returncode == 2
    assert one_line(done).startswith(f"{tmp_path}: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tree", ""], "'': cannot be read: No such file or directory"),
        (["tree", " "], "' ': cannot be read: No such file or directory"),
        (["compare", NEW_SEED, ""], "'': cannot be read: No such file or directory"),
        (["tree", "absent.md", "-o", ""], "'': No such file or directory"),
        (["tree", NEW_SEED, "--article", ""], f"{NEW_SEED}: article '' does not stand in this text"),
        (["tree", NEW_SEED, "--encoding", ""], "unknown encoding: ''"),
        (["tree", NEW_SEED, "--date", ""], "'' is no day: write YYYY-MM-DD"),
        (["refs", NEW_SEED, "--to", ""], "'' cites no article, text or division"),
        (["compare", NEW_SEED, NEW_SEED, "--pairs", ""], "'': cannot be read: No such file or directory"),
        (["compare", NEW_SEED, NEW_SEED, "--revision-date", ""], "'' is no day: write YYYY-MM-DD"),
        (["check", ""], "'': cannot be read: No such file or directory"),
        (["check", NEW_SEED, "--against", ""], "'': is n"),
        (["check", NEW_SEED, "--select", ""], "no rule begins with ''; there are"),
        (["log", ""], "'': no such file or folder"),
        (["explain", ""], "no rule is called ''; there are"),
        (["git-setup", ""], "'' is no pattern of file names"),
    ],
)
def test_an_empty_name_is_seen(run: Run, arguments: list[object], said: str) -> None:
    """A variable that was never set: neither overlooked in the error, nor taken for the present folder or for all rules."""
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in errors(done)


def test_a_hostile_file_name_does_not_reach_the_terminal(run: Run) -> None:
    done = run("tree", b"\x1b]0;owned\x07\xff\n\xe2\x80\xae.md".decode("utf-8", "surrogateescape"))
    assert done.returncode == 2
    assert one_line(done).startswith(r"\x1b]0;owned\x07\udcff \u202e.md: ")


@pytest.mark.parametrize(
    ("old", "new", "options", "code"),
    [
        ("Un mot.", "Un autre mot.", [], 0),
        ("Un mot.", "Un autre mot.", ["--exit-code"], 1),
        ("Un mot.", "Un mot.", ["--exit-code"], 0),
        ("Un mot.", "Un autre mot.", ["--exit-code", "--only", "substantive"], 1),
        ("Un mot.", "Un autre mot.", ["--exit-code", "--only", "numbering"], 0),
    ],
)
@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_differences_are_1_only_when_asked_for(
    run: Run, statute: TextFile, old: str, new: str, options: list[str], code: int, form: str
) -> None:
    done = run("compare", statute(old, name="old.md"), statute(new, name="new.md"), "-f", form, *options)
    assert (done.returncode, errors(done)) == (code, "")


def test_what_an_excerpt_does_not_cover_is_no_difference(run: Run, tmp_path: Path) -> None:
    whole = tmp_path / "whole.md"
    whole.write_text("#### Article L1-1\n\nUn mot.\n\n#### Article L1-2\n\nDeux mots.\n", encoding="utf-8")
    part = tmp_path / "part.md"
    part.write_text("#### Article L1-1\n\nUn mot.\n", encoding="utf-8")
    assert run("compare", whole, part, "--exit-code").returncode == 0


def test_an_article_that_is_not_there_is_2(run: Run) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, "--article", "L999-9")
    assert done.returncode == 2
    assert "999-9" in one_line(done)


def test_standard_input_is_a_text(run: Run, statute: TextFile) -> None:
    path = statute("Un mot.")
    done = run("compare", path, "-", "--exit-code", input=path.read_bytes())
    assert (done.returncode, errors(done)) == (0, "")


@pytest.mark.parametrize("arguments", [["--help"], ["compare", OLD_SEED, NEW_SEED], ["tree", OLD_SEED, "-f", "json"]])
def test_a_reader_that_went_away_is_141(run: Run, arguments: list[object]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = run(*arguments, stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (done.returncode, errors(done)) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["compare", OLD_SEED, NEW_SEED]])
def test_a_full_disk_behind_standard_output_is_2(run: Run, arguments: list[object]) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*arguments, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert errors(done).endswith("No space left on device\n")
    assert errors(done).count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_a_full_disk_behind_the_output_file_is_2(run: Run) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, "-o", "/dev/full")
    assert (done.returncode, one_line(done)) == (2, "/dev/full: No space left on device")


def test_an_output_folder_that_is_not_there_is_2(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "report.txt"
    done = run("compare", OLD_SEED, NEW_SEED, "-o", output)
    assert (done.returncode, one_line(done)) == (2, f"{output}: No such file or directory")


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("nowhere/report", "nowhere/report: No such file or directory"),
        ("folder", "folder: Is a directory"),
        ("file/report", "file/report: Not a directory"),
        ("loop", "loop: Too many levels of symbolic links"),
        ("x" * 300, f"{'x' * 300}: File name too long"),
    ],
)
def test_a_place_that_cannot_be_is_told_before_anything_is_read(run: Run, tmp_path: Path, output: str, said: str) -> None:
    """The texts are missing: that would be the second thing to say."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    done = run("compare", "absent", "absent", "-o", output, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert (done.returncode, one_line(done)) == (2, said)


def test_a_closed_standard_output_is_2() -> None:
    command = [sys.executable, "-m", "statutes_diff", "compare", str(OLD_SEED), str(NEW_SEED)]
    shell = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    done = subprocess.run(shell, env=clean_environment(), stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (2, b"statutes-diff: standard output: Bad file descriptor\n")


@pytest.mark.parametrize(("redirection", "code"), [("2>&-", 2), (">&- 2>&-", 2), ("2>/dev/full", 2)])
def test_an_error_that_cannot_be_said_is_still_2(redirection: str, code: int) -> None:
    command = [sys.executable, "-m", "statutes_diff", "tree", "nowhere.md"]
    shell = ["sh", "-c", f'exec "$@" {redirection}', "sh", *command]
    assert subprocess.run(shell, env=clean_environment(), timeout=60, check=False).returncode == code


def test_an_interrupt_is_130() -> None:
    command = with_check("print('ready', flush=True); time.sleep(30)")
    with subprocess.Popen(command, env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("raise ZeroDivisionError('by zero')", "ZeroDivisionError: by zero"),
        ("raise KeyError", "KeyError"),
        ("raise RecursionError('too deep\\nto see')", "RecursionError: too deep to see"),
        ("raise MemoryError", "MemoryError"),
        ("raise SystemExit(1)", "SystemExit: 1"),
        ("raise UnicodeEncodeError('ascii', 'é', 0, 1, 'no')", "UnicodeEncodeError"),
        ("assert False", "AssertionError"),
    ],
)
def test_a_bug_is_2_and_one_line(statement: str, words: str) -> None:
    done = subprocess.run(with_check(statement), env=clean_environment(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    said = one_line(done)
    assert said.startswith(f"a bug: {words}")
    assert "(at statutes_diff/cli/compare.py:" in said
    assert "STATUTES_DIFF_DEBUG=1" in said


def test_a_bug_shows_its_traceback_when_asked() -> None:
    environment = clean_environment(STATUTES_DIFF_DEBUG="1")
    done = subprocess.run(with_check("1 / 0"), env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert b"Traceback" in done.stderr
    assert done.stderr.endswith(b"ZeroDivisionError: division by zero\n")


def test_an_error_that_cannot_be_explained_is_still_2_and_one_line() -> None:
    command = with_check("from statutes_diff.cli import _errors; _errors.explanation = None; raise ValueError('§\\n\\x1b')")
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60, check=False)
    assert (done.returncode, one_line(done)) == (2, r"ValueError('\xa7\n\x1b')")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("raise click.Abort()", 2),
        ("raise click.ClickException('no')", 2),
        ("raise BrokenPipeError(32, 'Broken pipe')", 141),
        ("sys.stdout.close()", 2),
    ],
)
def test_the_codes_of_libraries_do_not_leak(statement: str, code: int) -> None:
    command = with_check(f"import click; {statement}")
    done = subprocess.run(command, env=clean_environment(), capture_output=True, timeout=60, check=False)
    assert done.returncode == code
    errors(done)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tree", "nowhere.md"], "nowhere.md: "),
        (["compare", "a"], "Il manque l'argument 'NOUVEAU'."),
        (["compare", "-", "-"], "l'entrée standard ne se lit qu'une fois"),
    ],
)
def test_errors_speak_french(run: Run, arguments: list[str], said: str) -> None:
    done = run("--lang", "fr", *arguments)
    assert done.returncode == 2
    assert said in errors(done)


@pytest.mark.parametrize(
    "environment",
    [
        {"_STATUTES_DIFF_COMPLETE": "nonsense"},
        {"_STATUTES_DIFF_COMPLETE": "tcsh_complete"},
        {"_STATUTES_DIFF_COMPLETE": "bash_complete"},
        {"_STATUTES_DIFF_COMPLETE": "bash_complete", "COMP_WORDS": "statutes-diff", "COMP_CWORD": "x"},
    ],
)
def test_what_no_shell_asks_is_trouble_and_no_difference(run: Run, environment: dict[str, str]) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, env=environment)
    assert (done.returncode, one_line(done)) == (2, "_STATUTES_DIFF_COMPLETE is for the completion of a shell: unset it")


def test_completion_lists_the_commands(run: Run) -> None:
    done = run(env={"_STATUTES_DIFF_COMPLETE": "bash_complete", "COMP_WORDS": "statutes-diff ", "COMP_CWORD": "1"})
    assert done.returncode == 0
    commands = ["check", "compare", "concordance", "explain", "refs", "tree"]
    assert set(commands) <= {line.partition(",")[2] for line in done.stdout.decode().splitlines()}
