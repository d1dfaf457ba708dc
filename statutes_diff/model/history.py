"""An article through the history of a repository: its versions, and which of them brought each word."""

from typing import NamedTuple

from statutes_diff.model.messages import Message
from statutes_diff.model.pairs import ArticlePair, Passage
from statutes_diff.model.texts import Article


class Commit(NamedTuple):
    """A commit as its author made it: ``date`` is the author's day (ISO 8601); in a corpus of law the message names the act.

    ``parents`` counts them: two or more make a merge, whose changes are those against its first parent.
    """

    id: str
    date: str
    author: str
    subject: str
    body: str
    parents: tuple[str, ...]


class Step(NamedTuple):
    """What one commit did to an article. ``pair``: the article before and after; without an old side it came with this commit.

    ``passages``: words that came to it from other articles. ``reused``: its number bore another text before the commit. The file
    of each article is its path in the repository.
    """

    commit: Commit
    pair: ArticlePair
    passages: tuple[Passage, ...] = ()
    note: Message | None = None
    reused: bool = False


class History(NamedTuple):
    """The versions of an article, the newest first. ``source``: what the user named; ``tip``: the commit that was looked at."""

    source: str
    tip: str
    article: Article
    format: str
    steps: tuple[Step, ...]
    notes: tuple[Message, ...] = ()


class Origin(NamedTuple):
    """Where words come from: the commit that brought them, and the number (key) of the article they were put in."""

    commit: Commit
    number: str


class Run(NamedTuple):
    """Words of one alinéa (by its number, from 1) that came together: a half-open range of its text, with the space behind
    them. The runs of an alinéa tile its text."""

    alinea: int
    start: int
    end: int
    origin: Origin


class Blame(NamedTuple):
    """An article as it stands, each word with its origin; ``history`` as ``log`` tells it."""

    history: History
    runs: tuple[Run, ...]
