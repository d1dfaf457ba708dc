"""The proof of a comparison: old + edits = new, everything exactly once. Nothing is reported before it holds."""

from __future__ import annotations

from collections.abc import Sequence

from statutes_diff.compare.articles.exact import same_text
from statutes_diff.language.citation import cite
from statutes_diff.model import ArticlePair, Comparison, Edit, Locus, Passage, Place, Statute


class RebuildError(Exception):
    """A comparison that does not rebuild its new text; the message names the place. Always a bug of this program."""


def rebuilt(old: str, new: str, edits: Sequence[Edit]) -> str:
    """The old text with the edits applied; each edit takes its words from the new text."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (old[at : edit.old[0]], new[edit.new[0] : edit.new[1]])
        at = edit.old[1]
    pieces.append(old[at:])
    return "".join(pieces)


def verify(comparison: Comparison) -> int:
    """Prove a comparison; the number of alinéas of both versions that were accounted for.

    Raises:
        RebuildError: an alinéa or article lost, doubled or not rebuilt to the code point.
    """
    _once([pair.old for pair in comparison.articles if pair.old], comparison.old, "old")
    _once([pair.new for pair in comparison.articles if pair.new], comparison.new, "new")
    for passage in comparison.passages:
        _verify_passage(passage)
    return sum(map(_verify_pair, comparison.articles))


def _verify_passage(passage: Passage) -> None:
    old, new = _joined(passage.old, passage.old_alineas), _joined(passage.new, passage.new_alineas)
    if not _holds(old, new, passage.edits):
        raise RebuildError(f"{cite(Locus(passage.new.article.number))}: a passage does not rebuild the new text")


def _joined(place: Place, alineas: Sequence[int]) -> str:
    return "\n".join([place.article.alineas[i - 1].text for i in alineas])


def _once(found: list[Place], expected: Statute, side: str) -> None:
    if sorted([id(place.article) for place in found]) != sorted(map(id, expected.articles())):
        raise RebuildError(f"{side}: an article is lost or doubled")


def _verify_pair(pair: ArticlePair) -> int:
    """An article of a file that both versions hold to the byte is not read for its own proof, nor are its alinéas counted."""
    if pair.shared:
        return 0
    olds = len(pair.old.article.alineas) if pair.old else 0
    news = len(pair.new.article.alineas) if pair.new else 0
    if not pair.alineas:
        if pair.old and pair.new and not same_text(pair.old.article, pair.new.article):
            raise RebuildError(f"{_place(pair)}: called equal, but it is not")
        return olds + news
    if sorted(i for inner in pair.alineas for i in inner.old) != list(range(1, olds + 1)):
        raise RebuildError(f"{_place(pair)}: an old alinéa is lost or doubled")
    if sorted(j for inner in pair.alineas for j in inner.new) != list(range(1, news + 1)):
        raise RebuildError(f"{_place(pair)}: a new alinéa is lost or doubled")
    for inner in pair.alineas:
        if inner.old and inner.new and not _holds(pair.old_text(inner), pair.new_text(inner), inner.edits):
            raise RebuildError(f"{_place(pair)}, al. {inner.new[0]}: the edits do not rebuild the new text")
    return olds + news


def _holds(old: str, new: str, edits: Sequence[Edit]) -> bool:
    """The edits are in order, do not overlap, leave equal text between them, and rebuild the new text."""
    old_at = new_at = 0
    for edit in edits:
        if edit.old[0] < old_at or edit.old[1] < edit.old[0] or edit.new[1] < edit.new[0]:
            return False
        if old[old_at : edit.old[0]] != new[new_at : edit.new[0]]:
            return False
        old_at, new_at = edit.old[1], edit.new[1]
    return old[old_at:] == new[new_at:] and rebuilt(old, new, edits) == new


def _place(pair: ArticlePair) -> str:
    place = pair.new or pair.old
    return cite(Locus(place.article.number)) if place else "?"
