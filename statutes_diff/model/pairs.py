"""What belongs together in two versions, and the edits between them: identity across versions exists only as a pair."""

from typing import Literal, NamedTuple, TypeAlias

from statutes_diff.model.messages import Message
from statutes_diff.model.texts import Division, Place, Statute

Op: TypeAlias = Literal["replace", "insert", "delete"]
Channel: TypeAlias = Literal["substantive", "reference", "numbering", "editorial"]
ArticleStatus: TypeAlias = Literal["unchanged", "modified", "renumbered", "moved", "inserted", "removed", "not-covered"]
AlineaStatus: TypeAlias = Literal["unchanged", "modified", "inserted", "removed", "moved", "split", "merged"]
DivisionStatus: TypeAlias = Literal["renamed", "renumbered", "moved", "inserted", "removed"]
How: TypeAlias = Literal["number", "text", "similar", "override", "none"]
Span: TypeAlias = tuple[int, int]


class Edit(NamedTuple):
    """One changed run: half-open ranges of the old and the new text. A pair's edits, in order, tile both texts:
    what stands between them is equal to the code point. ``old`` is empty on an insert, ``new`` on a delete."""

    op: Op
    old: Span
    new: Span
    channel: Channel = "substantive"


class AlineaPair(NamedTuple):
    """Alinéas of two versions that belong together, by their numbers (from 1) in their articles.

    Edits are ranges of the alinéas' texts joined with newlines. ``note`` gives the reason of every fallback.
    """

    status: AlineaStatus
    old: tuple[int, ...]
    new: tuple[int, ...]
    edits: tuple[Edit, ...] = ()
    note: Message | None = None


class RunnerUp(NamedTuple):
    """The next best partner that was weighed for an article, by its number (key), with its likeness from 0 to 1."""

    number: str
    score: float


class Override(NamedTuple):
    """A pair that the user gives, by number (key): the engine takes it as it is. None: the article has no partner."""

    old: str | None
    new: str | None


class ArticlePair(NamedTuple):
    """Articles of two versions that belong together; one side may be missing. ``score`` is a likeness from 0 to 1.

    ``alineas`` is empty where it would say nothing: equal texts, or one side missing. ``paired`` always lists every alinéa.
    """

    status: ArticleStatus
    old: Place | None
    new: Place | None
    how: How
    score: float
    runner_up: RunnerUp | None = None
    alineas: tuple[AlineaPair, ...] = ()

    @property
    def shared(self) -> bool:
        """True when both sides are one article, of a file that both versions hold, equal to the byte."""
        if self.old is None or self.new is None:
            return False
        return self.old.article.shared and self.old.article.origin is self.new.article.origin

    def paired(self) -> tuple[AlineaPair, ...]:
        """Every alinéa of both sides exactly once: the pairs found, or one to one for equal texts."""
        if self.alineas:
            return self.alineas
        olds = range(1, len(self.old.article.alineas) + 1) if self.old else range(0)
        news = range(1, len(self.new.article.alineas) + 1) if self.new else range(0)
        if self.old and self.new:
            return tuple(AlineaPair("unchanged", (i,), (j,)) for i, j in zip(olds, news, strict=True))
        return (*(AlineaPair("removed", (i,), ()) for i in olds), *(AlineaPair("inserted", (), (j,)) for j in news))

    def old_text(self, pair: AlineaPair) -> str:
        """The old alinéas of an inner pair, joined with newlines: what its edits count in."""
        return "\n".join(self.old.article.alineas[i - 1].text for i in pair.old) if self.old else ""

    def new_text(self, pair: AlineaPair) -> str:
        """The new alinéas of an inner pair, joined with newlines."""
        return "\n".join(self.new.article.alineas[i - 1].text for i in pair.new) if self.new else ""


class Passage(NamedTuple):
    """Words of an old article that stand in a new one that is not its partner: a share of an article that was split, merged
    or taken apart.

    Alinéas by their numbers (from 1) in their articles; edits are ranges of the alinéas' texts joined with newlines. The same
    alinéas stand in their own articles' pairs too, as removed and inserted: a passage says where they went and came from.
    ``whole``: its alinéas have no partner in their own articles' pairs and a share in no other passage, so that they may be read
    as a pair.
    """

    old: Place
    old_alineas: tuple[int, ...]
    new: Place
    new_alineas: tuple[int, ...]
    score: float
    edits: tuple[Edit, ...] = ()
    whole: bool = False


class DivisionPair(NamedTuple):
    """A division that has another title, number or place in the new version: said once, not in each of its articles.

    ``old`` and ``new`` are paths, outermost first, the division itself last. ``articles`` counts the paired articles that stand
    in it on both sides. Of one that came or went with all its articles a path is empty, and ``articles`` counts these.
    """

    status: DivisionStatus
    old: tuple[Division, ...]
    new: tuple[Division, ...]
    articles: int


class Comparison(NamedTuple):
    """Two statutes aligned: every article of both in exactly one pair, every alinéa of a pair in exactly one inner pair."""

    old: Statute
    new: Statute
    articles: tuple[ArticlePair, ...]
    passages: tuple[Passage, ...] = ()
    divisions: tuple[DivisionPair, ...] = ()
