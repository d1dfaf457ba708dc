"""One substitution made in many places of a text: the same words gave way to the same other words.

What it finds: "tribunal de grande instance" replaced by "tribunal judiciaire" at four places or more, in three articles or more,
without any list of names. What both sides of an edit begin and end with is set aside, number, case, articles and elision are
folded, and the word before comes along where it is always the same; what was exchanged inside wider edits is counted too. The old
words are looked for in the whole new version: where they still stand is told. A word of which more is left than was replaced is
told from ten places on. What other rules find where nothing but the substitution was made is told here alone; sums in francs that
became euros are told by the rule amount.

Why it matters: a hundred changed articles may be one decision, and the places that were left are easily overlooked.

Example: "le tribunal de grande instance" becomes "le tribunal judiciaire" at 14 places in 12 articles; "tribunal de grande
instance" still stands at 2 places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import msg, plural
from statutes_diff.model import Finding
from statutes_diff.rules._changed import cited, distinct, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Message, Sweep
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """The sweeps, the most frequent first."""
    yield from map(_finding, changes.sweeps)


def _finding(sweep: Sweep) -> Finding:
    return Finding(
        "sweep",
        "substantive",
        _said(sweep),
        sweep.old,
        sweep.new,
        distinct(place.old for place in sweep.places),
        distinct(place.new for place in sweep.places),
    )


def _said(sweep: Sweep) -> Message:
    values: dict[str, str | int] = {
        "old": sweep.old,
        "new": sweep.new,
        "places": len(sweep.places),
        "articles": len({place.new.article for place in sweep.places}),
        "remaining": len(sweep.remaining),
        "forms": ", ".join(f"{quoted(old)} → {quoted(new)} ({n})" for old, new, n in sweep.forms),
    }
    if not sweep.remaining:
        return msg(
            "“{old}” is replaced by “{new}” at {places} places in {articles} articles, and stands nowhere in the new version",
            **values,
        )
    return plural(
        "“{old}” is replaced by “{new}” at {places} places in {articles} articles; it still stands at {n} place: {left}",
        "“{old}” is replaced by “{new}” at {places} places in {articles} articles; it still stands at {n} places: {left}",
        len(sweep.remaining),
        left=cited(sweep.remaining, whole=True),
        **values,
    )
