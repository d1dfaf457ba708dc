"""What a commit changed, read: the articles of the changed files before and after, without those that are the same in both.

The ugly case that this module exists for: a code of three thousand articles in one file, in a thousand commits. Where the lines
of an article, from its heading to the next one, stand in the file before as they stand after, nothing is read at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from statutes_diff.language.numbers import number_order
from statutes_diff.model import Article, Division, Source, Statute
from statutes_diff.readers import Options, read
from statutes_diff.sources import InputError
from statutes_diff.sources.git.history import Change, Located

_BY_LINE = frozenset(("consolidated", "legifrance-html"))  # formats whose articles are lines of the file
_UNUSUAL = (b"\r", b"\0", b"\xe2\x80\xa8", b"\xe2\x80\xa9")  # other ends of lines, other widths of characters
Same: TypeAlias = "tuple[str, str]"  # number and text


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles that a commit changed, before and after, each with the path of its file."""

    olds: tuple[Article, ...]
    news: tuple[Article, ...]


class Reader:
    """Reads contents of a repository; those of one commit are kept until the next one is read, whose new side they are."""

    def __init__(self, repository: Located, options: Options) -> None:
        self.repository, self.options = repository, options
        self._known: dict[bytes, Statute] = {}

    def statute(self, path: str, blob: bytes, data: bytes | None = None) -> Statute:
        """A file as one statute, without articles where it is no law text."""
        known = self._known.get(blob)
        if known is None:
            data = self.repository.contents([blob])[blob] if data is None else data
            known = self._known[blob] = _read(path, data, self.options)
        return known

    def sides(self, changes: Sequence[Change]) -> Sides:
        """What the changed files hold, before and after."""
        wanted = [blob for change in changes for blob in (change.old, change.new) if blob and blob not in self._known]
        contents = self.repository.contents(wanted)
        olds = [self._articles(change.path, change.old, contents) for change in changes if change.old]
        news = [self._articles(change.path, change.new, contents) for change in changes if change.new]
        present = {blob for change in changes for blob in (change.old, change.new)}
        self._known = {blob: statute for blob, statute in self._known.items() if blob in present}
        return Sides(_in_order(olds), _in_order(news))

    def _articles(self, path: str, blob: bytes, contents: dict[bytes, bytes]) -> list[Article]:
        return [article.in_file(path) for article in self.statute(path, blob, contents.get(blob)).articles()]


def changed(sides: Sides) -> Sides:
    """The sides without the articles that stand in both with their number and text: they are the same."""
    same = Counter(map(_same, sides.olds)) & Counter(map(_same, sides.news))
    return Sides(tuple(_without(sides.olds, Counter(same))), tuple(_without(sides.news, Counter(same))))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of an article in its file, from its heading to the next one, both included; ``last``: there is no next one."""

    data: bytes
    last: bool

    def stand_in(self, data: bytes) -> bool:
        """True when another version of the file holds the same lines: the article has not changed."""
        at = (b"\n" + data).find(b"\n" + self.data)
        if at < 0:
            return False
        after = data[at + len(self.data) :]
        return not after.strip() if self.last else after[:1] in (b"\n", b"")


def lines_of(article: Article, statute: Statute, data: bytes) -> Lines | None:
    """The lines of an article of a file; None where lines cannot be told by their number."""
    if statute.format not in _BY_LINE or any(sign in data for sign in _UNUSUAL):
        return None
    lines = data.split(b"\n")
    following = _following(article, statute)
    held = lines[max(article.line - 1, 0) : following or len(lines)]
    return Lines(b"\n".join(held), not following) if held else None


def _following(article: Article, statute: Statute) -> int:
    """The line of the next heading; 0 when there is none."""
    return min((line for line in _headings(statute.children) if line > article.line), default=0)


def _headings(children: Iterable[Division | Article]) -> Iterator[int]:
    for child in children:
        yield child.line
        if isinstance(child, Division):
            yield from _headings(child.children)


def _read(path: str, data: bytes, options: Options) -> Statute:
    try:
        return read(Source(path, data), options)
    except InputError:
        return Statute("", path, "", "", ())


def _in_order(files: Sequence[list[Article]]) -> tuple[Article, ...]:
    """Of one file in its order; of many, in the order of their numbers."""
    found = [article for articles in files for article in articles]
    if len(files) > 1:
        found.sort(key=lambda article: (number_order(article.number), article.file))
    return tuple(found)


def _same(article: Article) -> Same:
    return article.number, article.text


def _without(articles: Iterable[Article], same: Counter[Same]) -> Iterator[Article]:
    for article in articles:
        key = _same(article)
        if same[key]:
            same[key] -= 1
        else:
            yield article
