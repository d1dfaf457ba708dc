"""From commit to commit: where an article of one version is in the version before, under whatever number and in whatever file."""

from __future__ import annotations

import posixpath
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from statutes_diff.compare import compare_statutes
from statutes_diff.history.reading import Lines, Reader, Sides, changed, lines_of
from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg, plural
from statutes_diff.model import Article, ArticlePair, Comparison, Message, Passage, Place, Statute
from statutes_diff.model.history import Commit, History, Step
from statutes_diff.readers import Memo, Options, read, read_all
from statutes_diff.sources import InputError
from statutes_diff.sources.git.history import Change, Located

_BATCH = 32  # commits whose contents are asked for together
MOST_FILES = 1_000  # changed files of one commit that are searched for words of other articles


@dataclass(frozen=True, slots=True)
class At:
    """An article at a commit: its file and its number (key)."""

    commit: str
    file: str
    number: str


def history(follower: Follower, label: str | None) -> History:
    """The versions of an article, from the one that the tip holds to the first.

    Raises:
        InputError: the tip does not hold the article; git or a reader refuses.
    """
    repository = follower.repository
    statute = _statute(repository, follower.reader.options)
    article, notes = _article(repository, statute, label)
    follower.holds_many = article.file == repository.path and sum(1 for _ in statute.articles()) > 1
    steps = tuple(follower.steps(At(repository.tip, article.file, article.number)))
    return History(repository.spec, repository.tip, article, statute.format, steps, (*notes, *_said(repository, steps)))


class Follower:
    """Follows articles of one repository back in time; what was followed once is known."""

    def __init__(self, repository: Located, options: Options) -> None:
        self.repository, self.reader = repository, Reader(repository, options)
        self.holds_many = False  # True for a text in one file

    def steps(self, at: At | None) -> Iterator[Step]:
        """What changed an article, the newest first, ending with the commit that it came with."""
        while at:
            at = yield from self._in_file(at)

    def _in_file(self, at: At) -> Generator[Step, None, At | None]:
        """What changed an article while it stood in one file; then where it was before that."""
        lines: Lines | None = None
        for commit, change, contents in self._touching(at):
            if change.new is None:
                continue
            if lines is None:
                lines = self._lines(at, change.new, contents[change.new])
            if lines and change.old and lines.stand_in(contents[change.old]):
                continue
            lines = None
            step = self._step(commit, at)
            if step.pair.status != "unchanged":
                yield step
            if step.pair.old is None:
                return None
            old = step.pair.old.article
            if old.file != at.file:
                return At(commit.parents[0], old.file, old.number)
            at = replace(at, number=old.number)
        return None

    def _lines(self, at: At, blob: bytes, data: bytes) -> Lines | None:
        """The lines of an article in a version of its file."""
        statute = self.reader.statute(at.file, blob, data)
        article = next((article for article in statute.articles() if article.number == at.number), None)
        return lines_of(article, statute, data) if article else None

    def _touching(self, at: At) -> Iterator[tuple[Commit, Change, dict[bytes, bytes]]]:
        """The commits that changed the file of an article, the newest first, each with its change and its contents."""
        commits = self.repository.commits(at.commit, at.file)
        for start in range(0, len(commits), _BATCH):
            batch = commits[start : start + _BATCH]
            changes = self.repository.changes(batch, at.file)
            found = [(commit, change) for commit, of in zip(batch, changes, strict=True) for change in of]
            contents = self.repository.contents(blob for _, change in found for blob in (change.old, change.new) if blob)
            yield from ((commit, change, contents) for commit, change in found)

    def _step(self, commit: Commit, at: At) -> Step:
        """What a commit did to an article: looked for in its text, then in the whole repository."""
        if not commit.parents:
            (changes,) = self.repository.changes([commit], at.file)
            return Step(commit, _came(self.reader.sides(changes), at))
        step = self._among(commit, at, self._scope(at))
        if step.pair.old is None:
            elsewhere = self._among(commit, at, "")
            step = elsewhere if elsewhere.pair.old else step
        return step

    def _scope(self, at: At) -> str:
        """Where the articles of the same text are: the folder that the user named, a file of many articles, or else the folder
        of the file."""
        path = self.repository.path
        if not path or at.file.startswith(f"{path}/"):
            return path
        return at.file if self.holds_many else posixpath.dirname(at.file)

    def _among(self, commit: Commit, at: At, scope: str) -> Step:
        """What a commit did to an article, told from the files that it changed in a file or folder."""
        (changes,) = self.repository.changes([commit], scope)
        too_many = len(changes) > MOST_FILES
        if too_many:
            (changes,) = self.repository.changes([commit], at.file)
        sides = self.reader.sides(changes)
        unchanged = _unchanged(sides, at)
        if unchanged:
            return Step(commit, unchanged)
        comparison = _compared(changed(sides))
        pair = next(pair for pair in comparison.articles if pair.new and _is(pair.new.article, at))
        if pair.old is None:  # the files of a commit are no excerpt: what was not there came
            pair = pair._replace(status="inserted")
        return Step(commit, pair, _brought(comparison, pair), _too_many() if too_many else None, _reused(comparison, pair))


def _statute(repository: Located, options: Options) -> Statute:
    found = repository.sources()
    if len(found) == 1 and found[0].name == repository.path:
        statute = read(found[0], options)
        return replace(statute, children=tuple(article.in_file(repository.path) for article in statute.articles()))
    return read_all(repository.spec, found, options, Memo(found, found))


def _article(repository: Located, statute: Statute, label: str | None) -> tuple[Article, tuple[Message, ...]]:
    """The article that is asked for, or the only one; with a word where several bear its number."""
    found = [article for article in statute.articles() if label is None or article.number == article_key(label)]
    if label is None and len(found) != 1:
        raise InputError(
            repository.spec,
            plural("holds {n} article: name one with --article", "holds {n} articles: name one with --article", len(found)),
        )
    if not found:
        raise InputError(repository.spec, _gone(repository, label or ""))
    if len(found) == 1:
        return found[0], ()
    said = plural(
        "{n} articles bear this number: this is the first", "{n} articles bear this number: this is the first", len(found)
    )
    return found[0], (said,)


def _gone(repository: Located, label: str) -> Message:
    return msg(
        "article {number} does not stand there in the commit {id}: what is gone is named with a revision, REV:PATH",
        number=label,
        id=repository.tip[:7],
    )


def _said(repository: Located, steps: Sequence[Step]) -> Iterator[Message]:
    """What a reader must know of the history itself."""
    if any(len(step.commit.parents) > 1 for step in steps):
        yield msg("A merge is one step: what its branches did is not told apart (first parents are followed).")
    if repository.is_cut_short():
        yield msg("The clone is shallow: what stands before its oldest commit is not known, and is said to come with it.")
    yield from dict.fromkeys(step.note for step in steps if step.note)


def _too_many() -> Message:
    return msg("A commit changed too many files to look for words that came from other articles.")


def _is(article: Article, at: At) -> bool:
    return (article.number, article.file) == (at.number, at.file)


def _came(sides: Sides, at: At) -> ArticlePair:
    """An article that nothing stands before."""
    article = next(article for article in sides.news if _is(article, at))
    return ArticlePair("inserted", None, Place(article, ()), "none", 0.0)


def _unchanged(sides: Sides, at: At) -> ArticlePair | None:
    """The article where it stood before with its number and its text, in its own file or else in another one."""
    new = next(article for article in sides.news if _is(article, at))
    same = [old for old in sides.olds if (old.number, old.text) == (new.number, new.text)]
    if not same:
        return None
    old = min(same, key=lambda article: article.file != at.file)
    return ArticlePair("unchanged", Place(old, ()), Place(new, ()), "number", 1.0)


def _compared(sides: Sides) -> Comparison:
    return compare_statutes(Statute("", "", "", "", sides.olds), Statute("", "", "", "", sides.news))


def _reused(comparison: Comparison, pair: ArticlePair) -> bool:
    """True where another article bore the number before."""
    number = pair.new.article.number if pair.new else None
    return any(other.old and other.old.article.number == number and other is not pair for other in comparison.articles)


def _brought(comparison: Comparison, pair: ArticlePair) -> tuple[Passage, ...]:
    return tuple(passage for passage in comparison.passages if pair.new and passage.new.article is pair.new.article)
