"""By what a finding is known again when lines, files and line breaks move: its rule, text, article and words, and its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statutes_diff.language.typography import folded

if TYPE_CHECKING:
    from statutes_diff.model import CorpusFinding

Key: TypeAlias = tuple[str, str, str, str]


def key(finding: CorpusFinding) -> Key:
    """The same for findings that are one and the same sin; several equal ones in an article are told apart by their turn."""
    return finding.rule, folded(finding.text), finding.article, " ".join(folded(finding.words).split())


def fingerprint(finding: CorpusFinding) -> str:
    """The key and the turn as one word, for the formats that ask for one."""
    import hashlib

    words = "\0".join((*key(finding), str(finding.turn)))
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:32]
