"""Words that a change replaced nearly everywhere, and forgot here.

What it finds: with ``--against``, the places where old words still stand that gave way to the same other words at many places:
more than are left. Number, case, articles and elision are folded, as by the rule “sweep” of compare.

Why it matters: one body, court or word has two names in one text, and the next reader looks for a difference that nobody
meant.

Example: "tribunal de grande instance" became "tribunal judiciaire" at 14 places; article L. 12 still has the old name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found, Text
    from statutes_diff.model import Sweep

LEVEL = "warning"
VERSIONS = 2


def find(corpus: Corpus) -> Iterator[Found]:
    """The places that are left, of substitutions made at more places than that."""
    for text in corpus.texts:
        if text.comparison:
            from statutes_diff.rules import judged

            for sweep in judged(text.comparison, frozenset(("sweep",))).sweeps:
                if len(sweep.places) > len(sweep.remaining):
                    yield from _left(text, sweep)


def _left(text: Text, sweep: Sweep) -> Iterator[Found]:
    message = msg(
        "“{old}” still stands here; it gave way to “{new}” at {places} places",
        old=sweep.old,
        new=sweep.new,
        places=len(sweep.places),
    )
    for locus in dict.fromkeys(sweep.remaining):
        place = text.outline.places.get(locus.article)
        if place:
            yield text.at(place.article, message, sweep.old, min(locus.alinea, len(place.article.alineas)))
