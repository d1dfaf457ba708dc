"""A small code with sins, and the runs of ``statutes-diff check`` over it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import Run

CODE = """# Code du bornage

Article 1

Le bornage est dû dans les conditions de l'article 2.

Article 2

Il se fait à frais communs.

Article 3

Au troisième alinéa de l'article 2, « les frais sont partagés.
"""
DANGLING = CODE.replace("conditions de l'article 2.", "conditions de l'article 9.").replace("Article 3\n", "Article 10\n")


def code(text: str = CODE, name: str = "code.md") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")
    return name


def lines(run: Run, *arguments: str, expected: int) -> list[str]:
    done = run("check", *arguments)
    assert done.returncode == expected, done.stderr.decode()
    return done.stdout.decode().splitlines()


def trouble(run: Run, *arguments: str) -> str:
    """The one line of a run that cannot be."""
    done = run("check", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    said: list[str] = done.stderr.decode().splitlines()
    assert "Traceback" not in done.stderr.decode() and said[0].startswith("statutes-diff: ")
    return said[0]


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)
