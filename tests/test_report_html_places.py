"""Places in sentences of the program: which words are links, and where they lead."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statutes_diff.model import Locus
from statutes_diff.reports._html.anchors import Anchors
from statutes_diff.reports._html.places import linked

ANCHORS = Anchors(
    articles={
        ("new", "L1"): "a-L1",
        ("old", "L1"): "a-L1",
        ("old", "L9"): "o-L9",
        ("new", "1240"): "a-1240",
        ("old", "1240"): "o-1240",
    },
    alineas={("new", "L1", 2): "a-L1.2", ("old", "L1", 2): "a-L1.o2", ("new", "L1", 4): "a-L1.4"},
)


def links(words: str, home: str | None = None, old: Sequence[Locus] = (), new: Sequence[Locus] = ()) -> dict[str, str]:
    parts = linked(words, ANCHORS, (old, new), home)
    assert "".join(part for part, _ in parts) == words
    return {part: href for part, href in parts if href}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("délai — art. L. 1, al. 2", {"art. L. 1, al. 2": "#a-L1.2"}),
        ("art. L. 1, al. 2 and 4", {"art. L. 1, al. 2": "#a-L1.2", "4": "#a-L1.4"}),
        (
            "art. L. 1, al. 2, 3 et 4 ; art. 1240",
            {"art. L. 1, al. 2": "#a-L1.2", "3": "#a-L1", "4": "#a-L1.4", "art. 1240": "#a-1240"},
        ),
        ("art. L. 1, al. 2 and 4 others", {"art. L. 1, al. 2": "#a-L1.2"}),
        ("art. L. 1, al. 2 et 4 autres", {"art. L. 1, al. 2": "#a-L1.2"}),
        ("art. L. 1 (formerly art. L. 9)", {"art. L. 1": "#a-L1", "art. L. 9": "#o-L9"}),
        ("art. L. 12, al. 2 and art. 12401", {}),
        ("l'art de L. 1, part. L. 1", {}),
    ],
)
def test_places_are_links(words: str, expected: dict[str, str]) -> None:
    assert links(words) == expected


def test_a_place_of_the_old_version_leads_there() -> None:
    assert links("art. 1240", old=[Locus("1240", 1)]) == {"art. 1240": "#o-1240"}
    assert links("art. 1240", old=[Locus("1240", 1)], new=[Locus("1240", 1)]) == {"art. 1240": "#a-1240"}


def test_at_home_the_article_need_not_be_named() -> None:
    assert links("before: al. 2; after: al. 4", "L1", [Locus("L1", 2)], [Locus("L1", 4)]) == {
        "al. 2": "#a-L1.o2",
        "al. 4": "#a-L1.4",
    }


def test_long_sentences_are_read_fast() -> None:
    for words in ("art. " * 20_000, "art. L. 1, al. " + "2, " * 30_000, "art. L" + "1-" * 50_000, "al. " + "1" * 100_000):
        links(words)
        links(words, "L1")
