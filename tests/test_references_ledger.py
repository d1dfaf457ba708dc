"""The ledger: what became of each renvoi, and why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statutes_diff.model import (
    Alinea,
    AlineaPair,
    Article,
    ArticlePair,
    ArticleStatus,
    Comparison,
    LedgerRow,
    Link,
    Mention,
    Place,
    Statute,
)
from statutes_diff.references.ledger import ledger


def place(number: str, *texts: str, links: tuple[Link, ...] = ()) -> Place:
    alineas = tuple(Alinea(text, None, 0, 1, links if at == 0 else ()) for at, text in enumerate(texts))
    return Place(Article(number, number, alineas), ())


def pair(status: ArticleStatus, old: Place | None, new: Place | None, *alineas: AlineaPair) -> ArticlePair:
    return ArticlePair(status, old, new, "number", 0.5, None, alineas)


def comparison(*pairs: ArticlePair, title: str = "") -> Comparison:
    def side(places: Sequence[Place | None]) -> Statute:
        return Statute(title, "x", "x", "utf-8", tuple(found.article for found in places if found))

    return Comparison(side([p.old for p in pairs]), side([p.new for p in pairs]), pairs)


def aim(mention: Mention | None) -> str | None:
    """The article and the alinéa that one side of a row leads to."""
    return f"{mention.target.article}/{mention.target.alinea or ''}".rstrip("/") if mention else None


def told(rows: Sequence[LedgerRow]) -> list[tuple[str, str | None, str | None]]:
    """Status and target on each side."""
    return [(row.status, aim(row.old), aim(row.new)) for row in rows]


ONE = AlineaPair("modified", (1,), (1,))


def test_lists_are_matched_by_target_in_the_order_of_the_new_text() -> None:
    old = place("L1", "Les articles L. 5, L. 6 et L. 7.")
    new = place("L1", "Les articles L.7, L. 5 ou L. 8.")
    rows = ledger(comparison(pair("modified", old, new, ONE)))
    assert told(rows) == [("kept", "L7", "L7"), ("kept", "L5", "L5"), ("removed", "L6", None), ("added", None, "L8")]
    assert [str(row.evidence) for row in rows if row.evidence] == []


def test_an_article_that_did_not_change_has_no_row() -> None:
    same = place("L1", "L'article L. 5.")
    assert ledger(comparison(pair("unchanged", same, same, AlineaPair("unchanged", (1,), (1,))))) == ()


def test_an_article_outside_the_excerpt_has_no_row() -> None:
    assert ledger(comparison(pair("not-covered", place("L1", "L'article L. 5."), None))) == ()


@pytest.mark.parametrize(("side", "status"), [("old", "removed"), ("new", "added")])
def test_a_whole_article_comes_or_goes_with_its_renvois(side: str, status: str) -> None:
    alone = place("L1", "Les deux premiers alinéas de l'article L. 5.")
    entry = pair("removed", alone, None) if side == "old" else pair("inserted", None, alone)
    rows = ledger(comparison(entry))
    assert [row.status for row in rows] == [status, status]
    assert [str(row.evidence) for row in rows] == [f"its article is {'removed' if side == 'old' else 'inserted'}"] * 2


def test_a_removed_alinea_gives_a_row_for_each_target() -> None:
    old = place("L1", "Un talus.", "Les deuxième et troisième alinéas de l'article L. 5.")
    new = place("L1", "Une haie.")
    rows = ledger(comparison(pair("modified", old, new, ONE, AlineaPair("removed", (2,), ()))))
    assert told(rows) == [("removed", "L5/2", None), ("removed", "L5/3", None)]
    assert {str(row.evidence) for row in rows} == {"its alinéa is removed"}


SHIFTED = (AlineaPair("inserted", (), (1,)), AlineaPair("unchanged", (1,), (2,)), AlineaPair("unchanged", (2,), (3,)))


def test_a_relative_renvoi_that_moves_with_its_alinea_is_kept() -> None:
    old = place("L1", "Un talus.", "Les règles du précédent alinéa.")
    new = place("L1", "Une mare.", "Un talus.", "Les règles du précédent alinéa.")
    rows = ledger(comparison(pair("modified", old, new, *SHIFTED)))
    assert told(rows) == [("kept", "L1/1", "L1/2")]


def test_the_same_words_that_lead_elsewhere_are_retargeted() -> None:
    old = place("L1", "Un talus.", "Les règles du premier alinéa.")
    new = place("L1", "Une mare.", "Un talus.", "Les règles du premier alinéa.")
    (row,) = ledger(comparison(pair("modified", old, new, *SHIFTED)))
    assert row.status == "retargeted"
    assert str(row.evidence) == "the words now lead to alinéa 1; the alinéa they led to is now alinéa 2"


def test_a_renvoi_in_another_alinea_is_kept_and_says_so() -> None:
    old = place("L1", "L'article L. 5.", "Une haie.")
    new = place("L1", "Un talus.", "L'article L. 5.")
    rows = ledger(comparison(pair("modified", old, new, ONE, AlineaPair("modified", (2,), (2,)))))
    assert told(rows) == [("kept", "L5", "L5")]
    assert str(rows[0].evidence) == "now in alinéa 2, before in alinéa 1"


def renumbered(old: str, new: str) -> ArticlePair:
    return pair("renumbered", place(old, "Une haie."), place(new, "Une haie."))


def test_a_renvoi_follows_its_article_to_its_new_number() -> None:
    citing = pair("modified", place("L1", "L'article L. 183-1."), place("L1", "L'article L. 184-1."), ONE)
    (row,) = ledger(comparison(citing, renumbered("L183-1", "L184-1")))
    assert told([row]) == [("renumbered", "L183-1", "L184-1")]
    assert str(row.evidence) == "article L. 183-1 is now article L. 184-1"


def test_a_number_that_holds_another_text_is_stale() -> None:
    citing = pair("modified", place("L1", "La haie de l'article L. 183-1."), place("L1", "Le talus de l'article L. 183-1."), ONE)
    taken = pair("inserted", None, place("L183-1", "Une mare."))
    (row, *_) = ledger(comparison(citing, renumbered("L183-1", "L184-1"), taken))
    assert told([row]) == [("stale", "L183-1", "L183-1")]


@pytest.mark.parametrize(
    ("what", "evidence"),
    [
        (pair("removed", place("L5", "Une haie."), None), "article L. 5 is removed"),
        (renumbered("L5", "L6"), "article L. 5 is now article L. 6"),
    ],
)
def test_a_number_that_is_gone_leaves_the_renvoi_dangling(what: ArticlePair, evidence: str) -> None:
    citing = pair("modified", place("L1", "La haie de l'article L. 5."), place("L1", "Le talus de l'article L. 5."), ONE)
    (row, *_) = ledger(comparison(citing, what))
    assert (row.status, str(row.evidence)) == ("dangling", evidence)


def test_the_article_of_another_code_is_never_stale_or_dangling() -> None:
    words = "de l'article L. 5 du code rural."
    citing = pair("modified", place("L1", f"La haie {words}"), place("L1", f"Le talus {words}"), ONE)
    (row, *_) = ledger(comparison(citing, pair("removed", place("L5", "Une haie."), None)))
    assert row.status == "kept"
    assert row.new is not None
    assert row.new.target.text == "code rural"


def test_the_present_article_is_kept_when_the_article_is_renumbered() -> None:
    old, new = place("L1", "La haie du présent article."), place("L2", "Le talus du présent article.")
    rows = ledger(comparison(pair("renumbered", old, new, ONE)))
    assert told(rows) == [("kept", "L1", "L2")]


def test_a_link_names_the_text_when_it_names_the_article() -> None:
    words = "Une mare de l'article L. 5."
    right = Link(20, 26, "Code du bocage. - art. L5 (V)", "")
    wrong = Link(20, 26, "Code civil. - art. 7 (V)", "")
    for link, expected in ((right, "Code du bocage"), (wrong, None)):
        both = pair("modified", place("L1", "Un talus de l'article L. 5."), place("L1", words, links=(link,)), ONE)
        (row,) = ledger(comparison(both))
        assert row.status == "kept"
        assert row.new is not None
        assert row.new.target.text == expected


def test_the_title_names_the_text_of_the_statute_itself() -> None:
    both = pair("modified", place("L1", "Une haie de l'article L. 5."), place("L1", "Un talus de l'article L. 5."), ONE)
    (row,) = ledger(comparison(both, title="CODE DU TRAVAIL"))
    assert [m.target.text for m in (row.old, row.new) if m] == ["Code du travail", "Code du travail"]
