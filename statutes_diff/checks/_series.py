"""The articles of a text as series: those of one letter, in the order in which they stand, annexes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Text
    from statutes_diff.model import Article, Place

_NUMBER = re.compile(r"(LO|[LRDA]?)\d")


def series(text: Text) -> Iterator[list[Place]]:
    """The places of each series; LO counts with L."""
    found: dict[tuple[str, str], list[Place]] = {}
    for place in text.places:
        letters = _letters(place.article)
        if letters is not None and not any(division.kind == "annexe" for division in place.path):
            found.setdefault((letters, _part(place)), []).append(place)
    yield from found.values()


def _letters(article: Article) -> str | None:
    """The letter of a number, None for a number that counts nothing ("Annexe", "unique")."""
    matched = _NUMBER.match(article.number)
    return matched[1].removesuffix("O") if matched and "annexe" not in article.label.lower() else None


def _part(place: Place) -> str:
    """The part of the code: legislative and regulatory numbers may be the same where they have no letters."""
    return next((division.heading for division in place.path if division.kind == "partie"), "")
