"""``statutes-diff check``: what is known already, by a baseline or by the version at a revision of git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.check_cases import CODE, DANGLING, code, git, lines, trouble
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.usefixtures("own_folder")


def test_a_baseline_knows_old_sins_wherever_they_stand(run: Run) -> None:
    twice = CODE + "\nAu troisième alinéa de l'article 2, rien.\n"
    assert lines(run, code(twice), "--write-baseline", "known.json", expected=0) == []
    assert lines(run, "code.md", "--baseline", "known.json", expected=0) == []
    moved = code(twice.replace("Article 1\n", "\n\n\nArticle 1\n"), "elsewhere.md")
    assert lines(run, moved, "--baseline", "known.json", expected=0) == []
    once_more = code(twice + "\nAu troisième alinéa de l'article 2, encore.\n")
    assert lines(run, once_more, "--baseline", "known.json", expected=1) == [
        "code.md:17: alinea-past-end: article 2 has 1 alinéa, no alinéa 3"
    ]


def test_a_baseline_is_sorted_and_a_faulty_one_is_refused(run: Run) -> None:
    lines(run, code(), "--write-baseline", "known.json", expected=0)
    rows = json.loads(Path("known.json").read_text("utf-8"))["findings"]
    assert rows == sorted(rows, key=lambda row: (row["rule"], row["article"]))
    Path("known.json").write_text('{"findings": []}')
    assert "is no baseline" in trouble(run, "code.md", "--baseline", "known.json")
    row = '{"rule": "x", "text": "x", "article": "1", "words": "x", "count": Infinity}'
    Path("known.json").write_text(f'{{"schema": "statutes-diff/baseline/1", "findings": [{row}]}}')
    assert "is no baseline" in trouble(run, "code.md", "--baseline", "known.json")
    Path("known").mkdir()
    assert "is no baseline" in trouble(run, "code.md", "--baseline", "known")
    Path("known.json").write_text("{")
    assert "known.json:1: is not JSON" in trouble(run, "code.md", "--baseline", "known.json")


def test_a_commit_that_repeals_a_cited_article_is_stopped(run: Run) -> None:
    git("init", "-q")
    for number, cited in ((1, 2), (2, 3), (3, 1), (4, 9)):
        code(
            f"# Article {number}\n\nLe juge statue selon l'article {cited} du présent code.\n",
            f"codes/Code civil/Article {number}.md",
        )
    git("add", "-A")
    git("commit", "-qm", "1")
    assert lines(run, "codes", "--against", "HEAD", expected=0) == []
    Path("codes/Code civil/Article 3.md").unlink()
    assert "codes/Code civil/Article 2.md:3: dangling-reference: article 3 is removed" in lines(
        run, "codes", "--against", "HEAD", expected=1
    )
    git("checkout", "-q", ".")
    code("# Article 5\n\nLe juge motive sa décision.\n", "codes/Code civil/Article 5.md")
    assert lines(run, "codes", "--against", "HEAD", expected=0) == []


def test_another_copy_stands_for_a_revision(run: Run) -> None:
    new = code(DANGLING, "new/code.md")
    assert [
        line.split(": ")[1]
        for line in lines(run, new, "--against", code(CODE, "old/code.md"), "--select", "dangling", expected=1)
    ] == ["dangling-reference"]
    assert lines(run, new, "--against", new, expected=0) == []


def test_a_revision_is_compared_with_another(run: Run) -> None:
    """``REV:path`` is no path of the disk: it was looked for as one, and all was new."""
    git("init", "-q")
    code(name="codes/code.md")
    git("add", ".")
    git("commit", "-qm", "1")
    code(CODE + "\nArticle 4\n\nLe mot « borne.\n", "codes/code.md")
    git("commit", "-qam", "2")
    for path in ("HEAD:codes/code.md", "HEAD:codes", "HEAD:"):
        (found,) = lines(run, path, "--against", "HEAD~1", expected=1)
        assert found.startswith("HEAD:") and "code.md:17: unclosed-quotation" in found


def test_git_is_asked_once_for_all_files_that_are_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A hook names hundreds; whatever their names are, each is compared with its own earlier version."""
    from statutes_diff.cli import main

    names = [code(name=name) for name in ("a.md", "b b.md", "-c.md", "é\x1b.md", "d:e.md", "n\nl.md")]
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "1")
    code("# Code du bornage\n\nArticle 4\n\nLe mot « borne.\n", "new.md")
    asked: list[object] = []
    plain = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *given, **more: (asked.append(given), plain(*given, **more))[1])
    assert main(["check", "--against", "HEAD", "--select", "unclosed", "--lang", "en", "--", *names[:-1], "new.md"]) == 1
    said = capfd.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == ["new.md"]
    assert len(asked) < 8
    assert main(["check", "--against", "HEAD", "--select", "unclosed", "--", *names]) == 0


def test_a_path_in_another_repository_is_not_taken_for_new(run: Run) -> None:
    for folder in (".", "sub"):
        code(name=f"{folder}/code.md")
        git("-C", folder, "init", "-q")
        git("-C", folder, "add", "code.md")
        git("-C", folder, "commit", "-qm", "1")
    assert lines(run, "code.md", "--against", "HEAD", expected=0) == []
    for path in ("sub/code.md", "sub"):
        assert trouble(run, path, "--against", "HEAD").startswith(f"statutes-diff: {path}: lies in another repository")


def test_a_new_file_is_new_in_a_hook_too(run: Run) -> None:
    """git tells a hook of a linked worktree where its repository is, and not where the files are."""
    git("init", "-q", "main")
    code(name="main/codes/code.md")
    git("-C", "main", "add", ".")
    git("-C", "main", "commit", "-qm", "1")
    git("-C", "main", "worktree", "add", "-q", "../linked", "-b", "linked")
    code(name="linked/codes/new.md")
    env = {"PYTHONPATH": str(ROOT), "GIT_DIR": str(Path("main/.git/worktrees/linked").resolve())}
    for folder, name in (("linked", "codes/new.md"), ("linked/codes", "new.md")):
        done = run("check", name, "--against", "HEAD", cwd=folder, env=env)
        assert done.returncode == 1 and b"another repository" not in done.stderr


def test_a_shallow_clone_a_foreign_one_and_a_machine_without_git_are_told(run: Run) -> None:
    git("init", "-q", "whole")
    code(name="whole/code.md")
    git("-C", "whole", "add", ".")
    git("-C", "whole", "commit", "-qm", "1")
    git("-C", "whole", "commit", "-qm", "2", "--allow-empty")
    git("clone", "-q", "--depth=1", f"file://{Path('whole').resolve()}", "part")
    env = {"PYTHONPATH": str(ROOT)}
    done = run("check", "code.md", "--against", "HEAD~1", cwd="part", env=env)
    assert (done.returncode, done.stdout) == (2, b"") and b"HEAD~1: is not in this shallow clone: fetch more" in done.stderr
    done = run("check", "code.md", "--against", "HEAD", cwd="whole", env={**env, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    assert (done.returncode, done.stdout) == (
        2,
        b"",
    ) and b"HEAD: is no path, and git says: fatal: detected dubious" in done.stderr
    done = run("check", "code.md", "--against", "HEAD", cwd="whole", env={**env, "PATH": ""})
    assert (done.returncode, done.stdout) == (2, b"") and b"HEAD: git cannot be run" in done.stderr


@pytest.mark.parametrize("beside", [("-o", "report.txt"), ("-f", "json"), ("--fail-on", "error")])
def test_a_baseline_is_written_alone(run: Run, beside: tuple[str, str]) -> None:
    """A report or an exit code that was asked for beside it would be missed."""
    assert f"{beside[0]} does not go with it" in trouble(run, code(), "--write-baseline", "known.json", *beside)
    assert not Path("known.json").exists() and not Path("report.txt").exists()
