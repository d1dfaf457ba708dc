"""The tree of LEGI texts: each article put into its divisions, in the order of the outline or, without one, of the numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from statutes_diff.language.divisions import division_heading
from statutes_diff.language.numbers import number_order
from statutes_diff.model import Article, Division

Order: TypeAlias = tuple[bool, int, bool, tuple[tuple[int, int, str], ...]]
_LAST: Order = (True, 0, True, ((9, 0, ""),))


@dataclass(slots=True)
class Branch:
    """A text or a division being filled. ``position``: its place in the outline, None when no outline knows it."""

    words: str = ""
    line: int = 0
    position: int | None = None
    branches: dict[str, Branch] = field(default_factory=dict)
    articles: list[tuple[int | None, Article]] = field(default_factory=list)

    def into(self, key: str, words: str, position: int | None = None, line: int = 0) -> Branch:
        """The division of that key inside this one."""
        found = self.branches.get(key)
        if found is None:
            found = self.branches[key] = Branch(words, line, position)
        return found

    def children(self) -> tuple[Division | Article, ...]:
        """The content in order."""
        return tuple(node for _, node in self._ordered())

    def _ordered(self) -> list[tuple[Order, Division | Article]]:
        found: list[tuple[Order, Division | Article]] = [(_order(place, article), article) for place, article in self.articles]
        for branch in self.branches.values():
            inside = branch._ordered()
            first = inside[0][0] if inside else _LAST
            order = (False, branch.position, *first[2:]) if branch.position is not None else (True, 0, *first[2:])
            found.append((order, division(branch.words, branch.line, tuple(node for _, node in inside))))
        found.sort(key=lambda placed: placed[0])
        return found


def _order(position: int | None, article: Article) -> Order:
    """The place in the outline; behind all that it knows, the number's, annexes last."""
    annexed = article.label.lower().startswith("annexe")
    return (position is None, position or 0, annexed, number_order(article.number))


def division(words: str, line: int, children: tuple[Division | Article, ...]) -> Division:
    """A division from its heading's words."""
    heading = division_heading(words)
    if heading is None:
        return Division("intitule", None, words, words, children, line)
    return Division(heading.kind, heading.number, heading.title, words, children, line)
