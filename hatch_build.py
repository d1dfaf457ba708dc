"""Compile the message catalogues when the package is built: ``.po`` is in git, ``.mo`` is in the wheel.

Runs for wheels, for wheels made from the sdist and for editable installs (whose catalogue lies beside its source).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Write the ``.mo`` beside each ``.po`` under ``root``; the files written."""
    written = []
    for source in sorted(root.glob("statutes_diff/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as lines:
            catalogue = read_po(lines, locale=source.parent.parent.name)
        target = source.with_suffix(".mo")
        with target.open("wb") as out:
            write_mo(out, catalogue)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's entry: called before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not compile_catalogues(Path(self.root)):
            raise FileNotFoundError("no message catalogue under statutes_diff/locale")
