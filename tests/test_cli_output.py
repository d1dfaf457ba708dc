"""Where results go: whole files or none, UTF-8 whatever the locale, colours where they are wanted."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from statutes_diff.cli import _replacing, _view
from statutes_diff.cli._output import same_file, write
from tests.conftest import NEW_SEED, OLD_SEED, ROOT, Run, clean_environment


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("result", "data"),
    [
        ("alinéa §\u00a0: «\u202f…\u202f»\n", "alinéa §\u00a0: «\u202f…\u202f»\n".encode()),
        (b"\x00\xff", b"\x00\xff"),
        ("a lone \udcff", rb"a lone \udcff"),
        ("", b""),
    ],
)
def test_a_result_is_written_as_it_is(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], result: str | bytes, data: bytes
) -> None:
    write(result, str(tmp_path / "report"))
    assert (tmp_path / "report").read_bytes() == data
    assert names(tmp_path) == ["report"]
    write(result, "-")
    assert capfdbinary.readouterr().out == data


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    (tmp_path / "report").write_text("before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(_replacing.os, step, full)
    with pytest.raises(OSError, match="No space left") as caught:
        write("after", str(tmp_path / "report"))
    assert caught.value.filename == str(tmp_path / "report")
    assert names(tmp_path) == ["report"]
    assert (tmp_path / "report").read_text() == "before"


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_replacing.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write("after", str(tmp_path / "report"))
    assert names(tmp_path) == []


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o660])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "report"
    path.write_text("before")
    path.chmod(mode)
    write("after", str(path))
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write("text", str(tmp_path / "report"))
    assert (tmp_path / "report").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "report").write_text("before")
    (tmp_path / "link").symlink_to("folder/report")
    write("after", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder" / "report").read_text() == "after"
    assert names(tmp_path / "folder") == ["report"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write("text", str(path))
    assert os.read(reader, 100) == b"text"
    os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        write("text", str(tmp_path))
    assert caught.value.filename == str(tmp_path)


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("law")
    (tmp_path / "link").symlink_to("old")
    inputs = [str(tmp_path / "old"), str(tmp_path / "missing"), "-"]
    assert same_file(str(tmp_path / "link"), inputs)
    assert not same_file(str(tmp_path / "new"), inputs)
    assert not same_file("-", inputs)


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_a_file_holds_what_standard_output_would(run: Run, tmp_path: Path, form: str) -> None:
    printed = run("compare", OLD_SEED, NEW_SEED, "-f", form)
    written = run("compare", OLD_SEED, NEW_SEED, "-f", form, "-o", tmp_path / "report")
    assert (written.returncode, written.stdout) == (0, b"")
    assert (tmp_path / "report").read_bytes() == printed.stdout


def test_a_report_in_an_ascii_locale_is_utf_8(run: Run) -> None:
    ascii_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = run("compare", OLD_SEED, NEW_SEED, "--lang", "fr", env=ascii_locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "modifié" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("color", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", False, {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(monkeypatch: pytest.MonkeyPatch, color: str, terminal: bool, environment: dict[str, str], wanted: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _view.wants_color(color, terminal) is wanted


def test_a_pipe_has_80_columns_and_a_terminal_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    monkeypatch.setattr(_view, "to_terminal", lambda output: output == "-")
    assert _view.view("report.txt", "never").width == 80
    assert _view.view("-", "never").width == 132


@pytest.mark.parametrize("command", [["compare", OLD_SEED, NEW_SEED], ["tree", OLD_SEED], ["refs", OLD_SEED]])
def test_nothing_piped_holds_an_escape_and_colours_are_there_when_forced(run: Run, command: list[object]) -> None:
    assert b"\x1b" not in run(*command).stdout
    assert b"\x1b[" in run(*command, "--color", "always").stdout


def test_an_unbuffered_pipe_that_breaks_is_told(run: Run, tmp_path: Path) -> None:
    """With PYTHONUNBUFFERED one write takes a part only: the report is whole, or the exit code says that it is not."""
    text = tmp_path / "code.md"
    text.write_text("".join(f"## Article {n}\n\nLe maire du canton {n} délibère.\n\n" for n in range(5_000)))
    whole = run("tree", text, env={"PYTHONUNBUFFERED": "1"})
    assert whole.returncode == 0 and b"Article 4999" in whole.stdout
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert run("tree", text, env={"PYTHONUNBUFFERED": "1"}, stdout=writer).returncode == 141
    finally:
        os.close(writer)


def test_a_text_inside_a_folder_that_is_read_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## Article 1\n\nLe maire.\n")
    assert same_file(str(tmp_path / "a.md"), [str(tmp_path)])
    assert not same_file(str(tmp_path / "report.md"), [str(tmp_path)])


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="a name for standard output is Unix's")
@pytest.mark.parametrize("form", ["terminal", "docx"])
def test_a_pipe_may_be_named_as_a_file(run: Run, form: str) -> None:
    """``-o /dev/stdout``, and ``-o >(gzip)`` of a shell: what the name leads to has no name of its own."""
    command = ("compare", OLD_SEED, NEW_SEED, "-f", form)
    done = run(*command, "-o", "/dev/stdout")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == run(*command).stdout


# A program that is told to end while it writes: `how` is a function, and what it is given.
WRITING = """
import sys, time
from statutes_diff.cli import _output, _replacing
def pieces():
    yield "begun"
    print("ready", flush=True)
    time.sleep(30)
class Slow(list):
    def __iter__(self):
        yield "report", [b"begun"]
        print("ready", flush=True)
        time.sleep(30)
{how}
"""


@pytest.mark.parametrize("how", ['_output.write(pieces(), "report")', "_replacing.replace_all(Slow())"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_ended_while_writing_clears_away_what_was_begun(tmp_path: Path, how: str, number: int) -> None:
    """And dies of the signal, as whoever sent it expects."""
    (tmp_path / "report").write_text("old")
    command = [sys.executable, "-c", WRITING.format(how=how)]
    with subprocess.Popen(command, cwd=tmp_path, env=clean_environment(PYTHONPATH=str(ROOT)), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        assert process.wait(timeout=30) == -number
    assert names(tmp_path) == ["report"] and (tmp_path / "report").read_text() == "old"
