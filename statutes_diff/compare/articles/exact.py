"""Articles that pair without any doubt about their words: the same text, wherever its number is now."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from statutes_diff.compare.likeness import words_in
from statutes_diff.model import Article, Place

TELLING = 60  # characters
TELLING_WORDS = 8

Key = Callable[[Article], str]
Identity = Callable[[Article], Hashable]


def same_text(old: Article, new: Article) -> bool:
    """True when two articles hold the same alinéas, to the code point."""
    if old.origin is new.origin:
        return True
    return len(old.alineas) == len(new.alineas) and all(a.text == b.text for a, b in zip(old.alineas, new.alineas, strict=True))


def unchanged(
    olds: list[Place], news: list[Place], left: list[int], free: list[int], identity: Identity
) -> Iterator[tuple[int, int]]:
    """Indices of the articles of the same number and text, told by ``identity``: settled before anything else is weighed."""
    held: dict[Hashable, list[int]] = {}
    for j in reversed(free):
        held.setdefault(identity(news[j].article), []).append(j)
    for i in left:
        candidates = held.get(identity(olds[i].article))
        if candidates and same_text(olds[i].article, news[candidates[-1]].article):
            yield i, candidates.pop()


def by_origin(article: Article) -> Hashable:
    """The identity of what need not be read to be known for the same."""
    return article.number, id(article.origin)


def by_text(article: Article) -> Hashable:
    """The identity of what reads the same, wherever it was read."""
    return article.number, article.text


def text_key(article: Article) -> str:
    """An article's text when it is long enough to be told by, else empty ("(Abrogé)" stands everywhere)."""
    text = article.text
    return text if len(text) >= TELLING else ""


def words_key(article: Article) -> str:
    """An article's words without its numbers and renvois, when there are enough of them, else empty."""
    words = words_in(article)
    return words if len(words) >= TELLING_WORDS else ""


def elsewhere(olds: list[Place], news: list[Place], left: list[int], free: list[int], key: Key) -> Iterator[tuple[int, int]]:
    """Articles whose text, by its ``key``, stands under another number, and in one place only on either side."""
    new_texts = _told_apart(news, free, key)
    for text, i in _told_apart(olds, left, key).items():
        j = new_texts.get(text)
        if j is not None and news[j].article.number != olds[i].article.number:
            yield i, j


def _told_apart(places: list[Place], indices: Iterable[int], key: Key) -> dict[str, int]:
    """Key → index, for texts that stand in one place only."""
    found: dict[str, int] = {}
    often: set[str] = set()
    for index in indices:
        text = key(places[index].article)
        if text in found:
            often.add(text)
        found[text] = index
    return {text: index for text, index in found.items() if text and text not in often}
