"""What comes first in a long report: how many of what, and what matters most."""

from collections.abc import Mapping
from typing import NamedTuple

from statutes_diff.model.accounts import Finding, LedgerRow
from statutes_diff.model.messages import Message
from statutes_diff.model.pairs import ArticlePair


class Headline(NamedTuple):
    """One kind of change that matters, with everything that the account tells of it, in its order.

    ``matter`` names the row of the table of weights, ``message`` says how many there are, ``why`` why they stand so high. One
    of ``findings``, ``references`` and ``articles`` is filled.
    """

    matter: str
    weight: int
    message: Message
    why: Message
    findings: tuple[Finding, ...] = ()
    references: tuple[LedgerRow, ...] = ()
    articles: tuple[ArticlePair, ...] = ()

    @property
    def total(self) -> int:
        """How many findings, renvois or articles it stands for."""
        return len(self.findings) + len(self.references) + len(self.articles)


class Summary(NamedTuple):
    """The figures of a whole account, every status present, and its headlines, the weightiest first.

    ``first`` are those to show at the top, ``others`` the rest in the same order. ``shared`` counts the unchanged articles of
    files that both versions hold, whose alinéas are in no figure.
    """

    articles: Mapping[str, int]
    alineas: Mapping[str, int]
    channels: Mapping[str, int]
    references: Mapping[str, int]
    shared: int
    first: tuple[Headline, ...]
    others: tuple[Headline, ...]

    @property
    def is_long(self) -> bool:
        """True when more articles changed than a reader takes in at a glance: then a report begins with what matters."""
        still = sum(self.articles.get(status, 0) for status in ("unchanged", "not-covered"))
        return sum(self.articles.values()) - still > A_FEW


A_FEW = 3  # changed articles that a reader takes in without being told what matters
