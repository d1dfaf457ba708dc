"""A throw-away repository of law, far from the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import clean_environment

ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "t",
    "GIT_AUTHOR_EMAIL": "t@example.org",
    "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org",
}


def environment(**more: str) -> dict[str, str]:
    """The environment of git and of what it calls: nothing of the repository around the tests, nothing of the user."""
    kept = {name: value for name, value in clean_environment().items() if not name.startswith("GIT_")}
    return {**kept, **ISOLATED, **more}


def article(number: str, *alineas: str) -> str:
    """A file of one article."""
    return "\n\n".join((f"# Article {number}", *alineas)) + "\n"


class Repository:
    """A repository in a folder, its first branch called main."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, check: bool = True, **more: str) -> str:
        """What git prints, errors included."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=environment(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0 or not check, done.stdout.decode()
        return done.stdout.decode()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files, or remove those that are None."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")

    def commit(self, subject: str, day: str, files: Mapping[str, str | None]) -> str:
        """Commit files as of a day; the id of the commit."""
        self.write(files)
        self.git("add", "-A")
        at = f"{day}T12:00:00+00:00"
        self.git("commit", "-qm", subject, GIT_AUTHOR_DATE=at, GIT_COMMITTER_DATE=at)
        return self.git("rev-parse", "HEAD").strip()
