"""Articles written at once: of a large text they are nearly all of ``comparison/1``.

The words are those that ``pairs`` would give, laid out as ``text`` would lay them out; a test holds them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports._json.pairs import match_fields
from statutes_diff.reports._json.text import Laid, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import ArticlePair, Division, Place
    from statutes_diff.reports._json.text import Value


_INDENT = "\n      "  # of the fields of an article
_INNER = f"{_INDENT}  "  # of its alinéas


def _listed(alineas: Sequence[Value]) -> str:
    return f"[{_INNER}{f',{_INNER}'.join(map(line, alineas))}{_INDENT}]" if alineas else "[]"


class Lines:
    """Writes articles of one report; what many of them share is written once."""

    def __init__(self) -> None:
        self._paths: dict[int, str] = {}
        self._matches: dict[tuple[str, float], str] = {}

    def pair(self, pair: ArticlePair, alineas: Sequence[Value] = ()) -> Laid:
        """An article pair, each of its alinéas on a line."""
        status, old, new, match = line(pair.status), self._place(pair.old), self._place(pair.new), self._match(pair)
        fields = (f'"status": {status}', f'"old": {old}', f'"new": {new}', f'"match": {match}', f'"alineas": {_listed(alineas)}')
        return Laid(f"{{{_INDENT}{f',{_INDENT}'.join(fields)}{_INDENT[:-2]}}}")

    def _place(self, place: Place | None) -> str:
        if place is None:
            return "null"
        article = place.article
        number, label, path = line(article.number), line(article.label), self._path(place.path)
        file = f', "file": {line(article.file)}' if article.file else ""
        return f'{{"number": {number}, "label": {label}, "path": {path}, "line": {article.line}{file}}}'

    def _path(self, path: tuple[Division, ...]) -> str:
        """By identity: the articles of a division share their path."""
        written = self._paths.get(id(path))
        if written is None:
            written = self._paths[id(path)] = line([division.heading for division in path])
        return written

    def _match(self, pair: ArticlePair) -> str:
        if pair.runner_up:
            return line(match_fields(pair))
        written = self._matches.get((pair.how, pair.score))
        if written is None:
            written = self._matches[pair.how, pair.score] = line(match_fields(pair))
        return written
