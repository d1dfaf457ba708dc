"""git shows law: ``git-setup``, the textconv and the diff driver, in a throw-away repository with git itself."""

from __future__ import annotations

import os
import pty
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.git_cases import Repository, article, environment

HTML = "<p>Article L1</p>"
OLD = ("Le directeur statue dans un délai de deux mois.", "Il notifie sa décision aux parties.")
NEW = ("Le directeur statue dans un délai de trois mois.", "Il entend les parties.", "Il notifie sa décision aux parties.")


def page(*alineas: str) -> str:
    """An article as Légifrance's HTML has it: one line."""
    return "".join(f"<p>{alinea}</p>" for alinea in alineas)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with two files of law and two others, in two versions; nothing is set up."""
    made = Repository(tmp_path / "corpus")
    made.commit(
        "1", "2001-01-01", {"L1.html": page(*OLD), "L2.md": article("L2", *OLD), "x.c": "int x;\n", "n.txt": "des notes\n"}
    )
    new = {"L1.html": page(*NEW), "L2.md": article("L2", *NEW), "x.c": "int y;\n", "n.txt": "des mots\n"}
    made.commit("2", "2002-01-01", new)
    return made


def program_environment() -> dict[str, str]:
    """So that what git calls is the program under test."""
    return environment(PYTHONPATH=str(ROOT))


def setup(run: Run, repository: Repository, *arguments: str) -> str:
    done = run("git-setup", *arguments, cwd=repository.folder, env=program_environment())
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def git(repository: Repository, *arguments: str, **more: str) -> str:
    return repository.git(*arguments, PYTHONPATH=str(ROOT), **more)


def settings(repository: Repository) -> str:
    return repository.git("config", "--local", "--get-regexp", "statutes-diff", check=False)


def test_it_says_what_it_does_and_a_second_run_does_nothing(run: Run, repository: Repository) -> None:
    planned = setup(run, repository, "--dry-run")
    assert settings(repository) == "" and not (repository.folder / ".gitattributes").exists()
    done = setup(run, repository)
    assert planned.splitlines()[1:] == done.splitlines()
    assert "  + *.html diff=statutes-diff" in done.splitlines()
    assert sum(line.startswith("git config ") for line in done.splitlines()) == len(settings(repository).splitlines()) == 4
    assert setup(run, repository) == "All is set up so already.\n"


def test_what_stood_there_stays(run: Run, repository: Repository) -> None:
    before = "*.png binary\r\n# fin"
    (repository.folder / ".gitattributes").write_bytes(before.encode())
    repository.git("config", "diff.other.textconv", "cat")
    setup(run, repository, "codes/*.md", "a b.md")
    text = (repository.folder / ".gitattributes").read_bytes().decode()
    assert text.startswith(before + "\n# statutes-diff: begin")
    assert 'codes/*.md diff=statutes-diff\n"a b.md" diff=statutes-diff\n' in text
    assert repository.git("check-attr", "diff", "a b.md") == "a b.md: diff: statutes-diff\n"
    (repository.folder / ".gitattributes").write_text(text + "*.jpg binary\n")
    setup(run, repository)
    text = (repository.folder / ".gitattributes").read_bytes().decode()
    assert "codes/" not in text and text.count("begin") == 1 and text.endswith("# statutes-diff: end\n*.jpg binary\n")
    setup(run, repository, "--remove")
    assert (repository.folder / ".gitattributes").read_bytes().decode() == before + "\n*.jpg binary\n"
    assert settings(repository) == "" and repository.git("config", "diff.other.textconv") == "cat\n"


def test_taken_out_nothing_is_left(run: Run, repository: Repository) -> None:
    config = (repository.folder / ".git" / "config").read_text()
    setup(run, repository)
    said = setup(run, repository, "--remove")
    assert "git config --unset diff.statutes-diff.textconv" in said
    assert not (repository.folder / ".gitattributes").exists()
    assert (repository.folder / ".git" / "config").read_text() == config


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["!*.md"], "!*.md is no pattern of file names"),
        (["a\n*.c text"], "a *.c text is no pattern of file names"),
        (["--remove", "*.md"], "--remove does not go with *.md"),
        (["--remove", "--no-driver"], "--remove does not go with --no-driver"),
    ],
)
def test_what_git_would_not_heed_or_has_no_effect_is_refused(
    run: Run, repository: Repository, arguments: list[str], said: str
) -> None:
    done = run("git-setup", *arguments, cwd=repository.folder, env=program_environment())
    assert (done.returncode, done.stdout) == (2, b"") and f"statutes-diff: {said}\n" in done.stderr.decode()
    assert settings(repository) == "" and not (repository.folder / ".gitattributes").exists()


def test_a_link_is_not_written_through(run: Run, repository: Repository, tmp_path: Path) -> None:
    os.symlink(tmp_path / "elsewhere", repository.folder / ".gitattributes")
    done = run("git-setup", cwd=repository.folder, env=program_environment())
    assert done.returncode == 2 and b"is a link" in done.stderr and settings(repository) == ""
    assert not (tmp_path / "elsewhere").exists()


def test_outside_a_repository(run: Run, tmp_path: Path) -> None:
    done = run("git-setup", cwd=tmp_path, env=environment(GIT_CEILING_DIRECTORIES=str(tmp_path.parent)))
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and b"no git repository" in done.stderr


def test_git_log_and_show_compare_alineas(run: Run, repository: Repository) -> None:
    setup(run, repository)
    expected = f" {HTML}"
    for command in (("log", "-p", "-1"), ("show",), ("diff", "--no-ext-diff", "HEAD~1", "HEAD")):
        shown = git(repository, *command, "--", "L1.html").splitlines()
        assert f"-{OLD[0]}" in shown and f"+{NEW[0]}" in shown and f"+{NEW[1]}" in shown and f" {NEW[2]}" in shown
        assert expected not in shown
    assert "+des mots" in git(repository, "show").splitlines()


def test_the_heading_of_a_change_names_the_article(run: Run, repository: Repository) -> None:
    many = [f"L'alinéa numéro {n} reste tel qu'il est." for n in range(20)]
    repository.commit("3", "2003-01-01", {"L3.md": article("L. 3", *many, OLD[0])})
    repository.commit("4", "2004-01-01", {"L3.md": article("L. 3", *many, NEW[0])})
    setup(run, repository)
    assert "@@ Article L. 3" in git(repository, "show", "--", "L3.md")


def test_git_diff_gives_the_account(run: Run, repository: Repository) -> None:
    setup(run, repository)
    shown = git(repository, "diff", "HEAD~1", "HEAD")
    assert "Article L. 2 — modified · 1 alinéa modified, 1 inserted" in shown
    assert "Le directeur statue dans un délai de [-deux-]{+trois+} mois." in shown
    assert "--- a/n.txt\n+++ b/n.txt\n@@ -1 +1 @@\n-des notes\n+des mots\n" in shown
    assert "-int x;\n+int y;" in shown


def test_files_that_came_went_and_were_renamed(run: Run, repository: Repository) -> None:
    setup(run, repository)
    repository.commit(
        "3", "2003-01-01", {"L1.html": None, "L2.md": None, "L5.md": article("L2", *NEW), "L6.md": article("L6", *OLD)}
    )
    shown = git(repository, "diff", "-M", "HEAD~1", "HEAD")
    assert "L2.md → L5.md" in shown and "Article L. 6 — inserted" in shown
    assert "L1.html" in shown


@pytest.mark.parametrize("data", [b"\0\1\2", b"\xff\xfe\0", b"", b"plain words\n", "é".encode("latin-1")])
def test_the_textconv_gives_what_is_no_law_text_as_it_is(run: Run, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    done = run("textconv", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, data, b"")


def test_the_textconv_numbers_alineas(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("# Titre Ier\n\n" + article("L. 2", *OLD, "NOTA : à jour.\x1b[31m"), "utf-8")
    shown = run("textconv", file).stdout.decode().splitlines()
    assert shown[:4] == ["Titre Ier", "Article L. 2", f"  1  {OLD[0]}", f"  2  {OLD[1]}"]
    assert "\x1b" not in "".join(shown) and "à jour" in shown[4]
    assert run("textconv", "--no-numbers", file).stdout.decode().splitlines()[2] == OLD[0]


def test_a_driver_that_cannot_compare_shows_lines(run: Run, repository: Repository) -> None:
    setup(run, repository)
    repository.write({"L2.md": "# Article L2\n\n\0binaire\n"})
    assert "L2.md" in git(repository, "diff")
    wrong = run("git-diff", "a", "b", cwd=repository.folder)
    assert wrong.returncode == 2
    assert run("git-diff", "unmerged.md", cwd=repository.folder).returncode == 0


def test_no_module_of_the_repository_is_taken_for_ours(run: Run, repository: Repository) -> None:
    trap = "open('ran', 'w').close()\n"
    repository.write({"statutes_diff/__init__.py": trap, "statutes_diff/__main__.py": trap, "click.py": trap, "typing.py": trap})
    done = run("--version", cwd=ROOT)
    assert done.returncode == 0
    import subprocess

    command = [sys.executable, "-P", "-m", "statutes_diff", "git-setup"]
    subprocess.run(command, cwd=repository.folder, env=program_environment(), check=True, capture_output=True, timeout=60)
    assert "[-deux-]{+trois+}" in git(repository, "diff", "HEAD~1", "HEAD", "--", "L2.md")
    assert f"+{NEW[0]}" in git(repository, "show", "--", "L1.html")
    assert not (repository.folder / "ran").exists()


def test_paging_and_colour(run: Run, repository: Repository) -> None:
    """As on a screen: git starts its pager, and colours come where git wants them."""
    setup(run, repository)
    for command, word in ((["diff", "HEAD~1", "--", "L2.md"], "trois"), (["show", "--", "L1.html"], "entend")):
        shown = on_a_screen(["git", *command], repository.folder, GIT_PAGER="sed 's/^/paged: /'")
        assert "paged: " in shown and "\x1b[" in shown and word in shown
        plain = on_a_screen(["git", "-c", "color.ui=never", *command], repository.folder, GIT_PAGER="cat")
        assert "\x1b[" not in plain and word in plain


def on_a_screen(command: list[str], folder: Path, **more: str) -> str:
    """What a program writes to a terminal of its own."""
    import subprocess

    here, there = pty.openpty()
    env = {**program_environment(), "TERM": "xterm", **more}
    process = subprocess.Popen(command, cwd=folder, env=env, stdin=there, stdout=there, stderr=there)
    os.close(there)
    patience = threading.Timer(60, process.kill)  # a pager of ours would wait for a key
    patience.start()
    shown = b""
    try:
        while part := os.read(here, 65536):
            shown += part
    except OSError:  # Linux: the other end is closed
        pass
    os.close(here)
    patience.cancel()
    assert process.wait(timeout=60) == 0
    return shown.decode()


def test_difftool(run: Run, repository: Repository) -> None:
    setup(run, repository)
    shown = git(repository, "difftool", "-y", "-t", "statutes-diff", "HEAD~1", "HEAD", "--", "L2.md")
    assert "[-deux-]{+trois+}" in shown
