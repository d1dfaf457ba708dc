"""Files that two versions have in common, equal to the byte: their articles are read when their text is first asked for.

The ugly case that this module exists for: fifteen thousand files of one article each, of which a dozen changed. A look at the
first line tells the number of the others, and equal bytes need no proof that they are equal words.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, cast

from statutes_diff.model import Alinea, AmendmentNote, Annotation, Article, Division, Source, Statute, Version

Reading: TypeAlias = Callable[[bytes], Statute]
Glance: TypeAlias = Callable[[bytes], "tuple[str, str] | None"]

_set = object.__setattr__  # the values of the model are frozen


class Memo:
    """What was read of two versions: a file that stands in both is read once.

    ``common``: the contents (by identity) that both hold; ``whole``: these are read at once, and not when they are asked for.
    """

    __slots__ = ("common", "glanced", "known", "whole")

    def __init__(self, olds: Iterable[Source] = (), news: Iterable[Source] = (), *, whole: bool = False) -> None:
        self.common = {id(source.data) for source in olds} & {id(source.data) for source in news}
        self.whole = whole
        self.known: dict[int, Statute] = {}
        self.glanced: dict[int, Statute | None] = {}


class Words:
    """What one article says in both versions: read once, when it is first asked for.

    ``data``: the file that holds this article alone; ``read``: how to read it. Or the ``article``, where it had to be read;
    ``whole``: because all were asked for.
    """

    __slots__ = ("_article", "_data", "_read", "whole")

    def __init__(self, data: bytes, read: Reading | None = None, article: Article | None = None, *, whole: bool = False) -> None:
        self._data, self._read, self._article, self.whole = data, read, article, whole

    @property
    def unread(self) -> bytes | None:
        """The file, until it is read; None where the figures of a number may not stand in one piece in it."""
        data = self._data
        parted = self._article is not None or b"<" in data or b"&" in data or b"](" in data  # by a tag, an entity, a link
        return None if parted else data

    def article(self) -> Article:
        """The article as its file gives it."""
        if self._article is None and self._read:
            (place,) = self._read(self._data).places()
            self._article = place.article
        return cast(Article, self._article)


class SharedArticle(Article):
    """An article in a file that both versions hold; ``origin`` is one value for both."""

    __slots__ = ("origin",)
    origin: Words

    def __init__(self, number: str, label: str, line: int, file: str, origin: Words) -> None:
        _set(self, "number", number)
        _set(self, "label", label)
        _set(self, "line", line)
        _set(self, "file", file)
        _set(self, "origin", origin)

    def in_file(self, file: str) -> SharedArticle:
        return SharedArticle(self.number, self.label, self.line, file, self.origin)

    @property
    def shared(self) -> bool:
        return not self.origin.whole

    @property
    def unread(self) -> bytes | None:
        return self.origin.unread

    @property
    def alineas(self) -> tuple[Alinea, ...]:
        return self.origin.article().alineas

    @property
    def history(self) -> tuple[AmendmentNote, ...]:
        return self.origin.article().history

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return self.origin.article().annotations

    @property
    def version(self) -> Version:
        return self.origin.article().version


def glanced(number: str, label: str, format: str, words: Words) -> Statute:
    """A file that both versions hold, by the heading of its one article, which is its first line."""
    return Statute("", "", format, "utf-8", (SharedArticle(number, label, 1, "", words),))


def shared(statute: Statute, *, whole: bool) -> Statute:
    """The same statute as one of a file that both versions hold. What its reader had to say of it is the same in both, and is
    left out unless the ``whole`` was asked for."""
    notes = statute.notes if whole else ()
    return dataclasses.replace(statute, children=_shared(statute.children, whole), notes=notes)


def _shared(children: Sequence[Division | Article], whole: bool) -> tuple[Division | Article, ...]:
    return tuple(
        SharedArticle(child.number, child.label, child.line, child.file, Words(b"", article=child, whole=whole))
        if isinstance(child, Article)
        else dataclasses.replace(child, children=_shared(child.children, whole))
        for child in children
    )
