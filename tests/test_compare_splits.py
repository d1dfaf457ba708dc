"""The edits of an alinéa that became several, or of several that became one: each part against its piece, the breaks between.

In ``cases/splits.txt`` a break inside an edit is ``⏎``; the channel follows an edit when it is not substantive.
"""

from __future__ import annotations

import pytest

from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.compare.rebuild import rebuilt
from tests.cases_reader import cases
from tests.test_compare_alineas import article


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("splits.txt", 3))
def test_edits(title: str, old: str, new: str, expected: str) -> None:
    [pair] = alinea_pairs(article(old.splitlines()), article(new.splitlines()))
    pieces: list[str] = []
    at = 0
    for edit in pair.edits:
        pieces.append(old[at : edit.old[0]])
        pieces.append(f"[-{old[slice(*edit.old)]}-]" if edit.op != "insert" else "")
        pieces.append(f"{{+{new[slice(*edit.new)]}+}}" if edit.op != "delete" else "")
        pieces.append(f"<{edit.channel}>" if edit.channel != "substantive" else "")
        at = edit.old[1]
    assert "".join([*pieces, old[at:]]).replace("\n", "⏎") == expected, title
    assert rebuilt(old, new, pair.edits) == new
    assert pair.note is None
