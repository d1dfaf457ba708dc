"""Penalties that came, went or changed in an article that stands in both versions, each said as a whole.

What it finds: "puni de deux ans d'emprisonnement et de 30 000 euros d'amende" where another penalty stood, with all its parts:
prison terms, fines, classes of petty offences, "puni des peines prévues à", community service, "peines complémentaires", "ou de
l'une de ces deux peines". A penalty inserted or struck. Where nothing changed but the sum of a fine, francs in euros included,
the rule amount tells it with its ratio, and this rule is silent; a prison term is told here too, for a length of time alone does
not say what it is for.

Why it matters: what an offence costs, and whether it leads to prison.

Example: "puni de deux ans d'emprisonnement et de 30 000 euros d'amende" becomes "puni de trois ans d'emprisonnement et de 45 000
euros d'amende".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.penalties import penalties
from statutes_diff.messages import msg
from statutes_diff.rules._aligned import gathered, standing
from statutes_diff.rules._mentions import exchanges, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.language.penalties import Penalty
    from statutes_diff.model import Finding, Message
    from statutes_diff.rules._changed import Changes
    from statutes_diff.rules._mentions import Mention


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article; the same change in several places of one is one finding."""
    for article in standing(changes):
        found = exchanges(article, penalties)
        yield from gathered(
            told("penalty", _message(old.words if old else "", new.words if new else ""), old, new)
            for old, new in found
            if _tells(old, new)
        )


def _tells(old: Mention[Penalty] | None, new: Mention[Penalty] | None) -> bool:
    """The penalty is another one, and not in the sum of a fine alone; of one that came or went, it is imposed there."""
    if old and new:
        return old.read.parts != new.read.parts or len(old.read.amounts) != len(new.read.amounts)
    return bool((old and old.read.imposed) or (new and new.read.imposed))


def _message(old: str, new: str) -> Message:
    if old and new:
        return msg("penalty changed: “{old}” is replaced by “{new}”", old=old, new=new)
    if old:
        return msg("penalty removed: “{old}”", old=old)
    return msg("penalty inserted: “{new}”", new=new)
