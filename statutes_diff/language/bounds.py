"""Which way a figure bounds: ``au moins deux membres``, ``moins de 20 salariés``, ``35 % au plus``.

"Dix-neuf salariés au plus" and "moins de 20 salariés" are one threshold: where the kind of bound changed, greater and less of the
figures say nothing.
"""

from __future__ import annotations

from statutes_diff.language.patterns import late

_BEFORE = late(r"\b(?P<bound>au moins|au plus|plus|moins)(?:\s(?:de|d['’]|des))?\s?$")
_AFTER = late(r"[^.;:,()]{0,24}?\s(?P<bound>au moins|au plus|ou plus|ou moins)\b")
_REACH = 32  # code points on either side of a figure


def bound(text: str, start: int, end: int) -> str:
    """The words of bound beside the figure at ``[start, end)``, in small letters; empty where none stand there."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start].lower())
    if before:
        return before["bound"]
    after = _AFTER.match(text[end : end + _REACH].lower())
    return after["bound"] if after else ""
