"""From when or until when: words that came, went or changed in an article that stands in both versions.

What it finds: "entre en vigueur le", "prend effet", "est applicable à compter du", "s'applique jusqu'au" with their time; and
bare times, "à compter du 1er janvier 2030", "jusqu'au 31 décembre 2031", "à compter de la publication de la loi": inserted,
struck, or with another time. What is bound in time may be the provision or what it speaks of ("revenus perçus à compter du"): the
words say it. Delays that run from such a day ("six mois à compter de la publication") are left to the rule duration, times that
stand in a NOTA to the rule nota; other dates are told by the rule date.

Why it matters: the text on the page may not apply yet, or no longer.

Example: "jusqu'au 31 décembre 2012" becomes "jusqu'au 31 décembre 2014".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.commencement import commencements
from statutes_diff.messages import msg
from statutes_diff.rules._aligned import gathered, standing
from statutes_diff.rules._mentions import exchanges, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import Finding, Message
    from statutes_diff.rules._changed import Changes


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article; the same change in several places of one is one finding."""
    for article in standing(changes):
        found = exchanges(article, commencements)
        yield from gathered(
            told("entry-into-force", _message(old.words if old else "", new.words if new else ""), old, new)
            for old, new in found
            if not (old and new and old.read.key == new.read.key)
        )


def _message(old: str, new: str) -> Message:
    if old and new:
        return msg("bound in time changed: “{old}” is replaced by “{new}”", old=old, new=new)
    if old:
        return msg("bound in time removed: “{old}”", old=old)
    return msg("bound in time inserted: “{new}”", new=new)
