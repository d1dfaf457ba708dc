"""How many renvois of what kind, what is cited most, which texts: the figures of a listing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from statutes_diff.model import LocatedReference, Standing, Target
from statutes_diff.references.identity import text_key

KINDS = ("article", "alinea", "item", "sentence", "division", "text", "relative")


@dataclass(frozen=True, slots=True)
class Cited:
    """An article with its text (None: the statute itself), or a whole text (no article), and in how many renvois it is cited."""

    text: str | None
    article: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some renvois. ``standings`` count targets, all else renvois; the most cited come first.

    ``articles`` leaves out what an article says of itself, and words that name no article; ``texts`` are other texts.
    """

    references: int
    targets: int
    kinds: tuple[tuple[str, int], ...]
    standings: tuple[tuple[Standing, int], ...]
    quoted: int
    noted: int
    articles: tuple[Cited, ...]
    texts: tuple[Cited, ...]


def figures(found: Sequence[LocatedReference]) -> Figures:
    """Count the renvois of one statute."""
    kinds = Counter(each.reference.kind for each in found)
    standings = Counter(standing for each in found for standing in each.standings)
    return Figures(
        len(found),
        sum(len(each.reference.targets) for each in found),
        tuple((kind, kinds[kind]) for kind in KINDS),
        tuple((standing, standings[standing]) for standing in get_args(Standing)),
        sum(each.quoted for each in found),
        sum(each.note is not None for each in found),
        _most_cited((target.text, target.article) for each in found for target in _articles(each)),
        _most_cited((target.text, None) for each in found for target in _texts(each)),
    )


def _articles(found: LocatedReference) -> Iterable[Target]:
    """One target for each article that the words name, its own left out."""
    named = {
        (text_key(target.text), target.article): target
        for target in found.reference.targets
        if target.article and not target.implied and (target.text or target.article != found.locus.article)
    }
    return named.values()


def _texts(found: LocatedReference) -> Iterable[Target]:
    """One target for each other text that the words lead to."""
    return {text_key(target.text): target for target in found.reference.targets if target.text}.values()


def _most_cited(named: Iterable[tuple[str | None, str | None]]) -> tuple[Cited, ...]:
    """What is cited, most often first, else in the order of the text; a text goes by the first name that it is given."""
    counts: Counter[tuple[str, str | None]] = Counter()
    names: dict[str, str | None] = {}
    for text, article in named:
        key = text_key(text)
        names.setdefault(key, text)
        counts[key, article] += 1
    return tuple(Cited(names[key], article, count) for (key, article), count in counts.most_common())
