"""Headings that skip a level.

What it finds: a division that stands directly in one two or more levels above it (a section in a titre), while other divisions
of the same kind in the same text stand in the level between (a chapitre).

Why it matters: a heading was lost, or is of the wrong level, and "le présent chapitre" means something else than it says.

Example: a section directly under titre II, when all other sections stand in a chapitre.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._corpus import Found
from statutes_diff.language.divisions import DIVISION_KINDS
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Text
    from statutes_diff.model import Division

LEVEL = "info"
_RANKS = {kind: rank for rank, kind in enumerate(DIVISION_KINDS) if kind not in ("annexe", "intitule", "sous-titre", "partie")}
_USUAL = 0.9  # share of the divisions of a kind that stand in the level between


def find(corpus: Corpus) -> Iterator[Found]:
    """Each division whose parent is not of the kind that nearly all parents of its kind are."""
    for text in corpus.texts:
        divisions = _divisions(text)
        parents: dict[str, list[str]] = {}
        for division, parent, _ in divisions:
            parents.setdefault(division.kind, []).append(parent)
        for division, parent, file in divisions:
            usual = max(sorted(set(parents[division.kind])), key=parents[division.kind].count)
            share = parents[division.kind].count(usual) / len(parents[division.kind])
            if share >= _USUAL and _RANKS[parent] < _RANKS[usual] < _RANKS[division.kind]:
                yield _told(text, division, parent, usual, file)


def _told(text: Text, division: Division, parent: str, usual: str, file: str) -> Found:
    words = division.heading[:80]
    message = msg(
        "“{words}” stands directly in a {parent}; elsewhere a {usual} is between", words=words, parent=parent, usual=usual
    )
    return Found(file, max(division.line, 1), message, text.name, text.article_at(file, division.line), words)


def _divisions(text: Text) -> list[tuple[Division, str, str]]:
    """Every ranked division that holds an article and stands in another one, with its parent's kind and its file."""
    found: dict[int, tuple[Division, str, str]] = {}
    for place in text.places:
        for parent, division in zip(place.path, place.path[1:], strict=False):
            if parent.kind in _RANKS and division.kind in _RANKS:
                found.setdefault(id(division), (division, parent.kind, text.file(place.article)))
    return list(found.values())
