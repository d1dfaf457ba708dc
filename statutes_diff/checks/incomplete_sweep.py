"""Words that a change replaced nearly everywhere, and forgot here.

What it finds: with ``--against``, the places where words still stand that gave way to the same other words at four places or
more, in three articles or more, and at more places than are left. Numbers and single function words are left alone.

Why it matters: one body, court or word has two names in one text, and the next reader looks for a difference that nobody
meant.

Example: "tribunal de grande instance" became "tribunal judiciaire" at 14 places; article L. 12 still has the old name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from statutes_diff.language.typography import folded
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text
    from statutes_diff.model import AlineaPair, ArticlePair, Comparison

LEVEL = "warning"
VERSIONS = 2
_PLACES, _ARTICLES = 4, 3  # fewer are a coincidence
_SHORTEST = 5  # letters: a shorter word stands everywhere and means nothing by itself


def find(corpus: Corpus) -> Iterator[Found]:
    """The places that are left, of substitutions made at more places than that."""
    for text in corpus.texts:
        if text.comparison:
            for (old, new), articles in _made(text.comparison).items():
                if len(articles) >= _PLACES and len(set(articles)) >= _ARTICLES:
                    left = list(_left(text, old, new, len(articles)))
                    yield from left if len(left) < len(articles) else ()


def _made(comparison: Comparison) -> dict[tuple[str, str], list[str]]:
    """The substitutions, with the article of each place."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in comparison.articles:
        if pair.new:
            for inner in pair.alineas:
                for old, new in _replaced(pair, inner):
                    found[old, new].append(pair.new.article.number)
    return found


def _replaced(pair: ArticlePair, inner: AlineaPair) -> Iterator[tuple[str, str]]:
    """The words that gave way to others in an alinéa, as they are compared."""
    edits = [edit for edit in inner.edits if edit.op == "replace" and edit.channel == "substantive"]
    if edits:
        before, after = pair.old_text(inner), pair.new_text(inner)
        for edit in edits:
            old, new = (folded(words).strip().lower() for words in (before[slice(*edit.old)], after[slice(*edit.new)]))
            if sum(character.isalpha() for character in old) >= _SHORTEST and new:
                yield old, new


def _left(text: Text, old: str, new: str, places: int) -> Iterator[Found]:
    """Where the old words still stand, each alinéa once."""
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    message = msg("“{old}” still stands here; it gave way to “{new}” at {n} places", old=old, new=new, n=places)
    for place in text.places:
        for number, alinea in enumerate(place.article.alineas, 1):
            if pattern.search(folded(alinea.text).lower()):
                yield text.at(place.article, message, old, number)
