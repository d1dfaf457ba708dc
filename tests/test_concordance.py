"""The table old number → new number, as a lawyer would read it: one case for each kind of row."""

from __future__ import annotations

import pytest

from statutes_diff import api
from statutes_diff.compare.concordance import concordance
from statutes_diff.model import (
    AlineaPair,
    ArticlePair,
    ArticleStatus,
    Comparison,
    ConcordanceRow,
    Edit,
    Override,
    Passage,
    Place,
    Statute,
)
from statutes_diff.sources import InputError
from tests import concordance_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED
from tests.values import replace


def named(place: Place | None) -> str:
    return place.article.number if place else "-"


def rows(comparison: Comparison = cases.COMPARISON, **options: object) -> list[ConcordanceRow]:
    return list(concordance(comparison, **options).rows)  # type: ignore[arg-type]


def row(old: str, new: str) -> ConcordanceRow:
    (found,) = [row for row in cases.TABLE.rows if (named(row.old), named(row.new)) == (old, new)]
    return found


RELATIONS = [
    ("kept", "L1-1", "L1-1", "1:1"),
    ("split: its partner", "L1-4", "L2-1", "1:N"),
    ("split: a share", "L1-4", "L2-2", "1:N"),
    ("merged: its partner", "L1-5", "L2-3", "N:1"),
    ("merged: a share", "L1-6", "L2-3", "N:1"),
    ("dealt out anew: one of two successors", "L1-7", "L2-4", "1:N"),
    ("dealt out anew: both have several", "L1-7", "L2-5", "N:M"),
    ("dealt out anew: one of two origins", "L1-8", "L2-5", "N:1"),
    ("no successor", "L1-9", "-", "1:0"),
    ("no origin", "-", "L2-6", "0:1"),
    ("outside the excerpt", "R1-1", "-", "1:0"),
]


@pytest.mark.parametrize(("old", "new", "relation"), [case[1:] for case in RELATIONS], ids=[case[0] for case in RELATIONS])
def test_relations_count_successors_and_origins(old: str, new: str, relation: str) -> None:
    assert row(old, new).relation == relation


def test_every_article_of_both_versions_stands_in_a_row() -> None:
    assert {named(row.old) for row in cases.TABLE.rows} == {*cases.OLD, "-"}
    assert {named(row.new) for row in cases.TABLE.rows} == {*cases.NEW, "-"}


def test_an_article_whose_words_went_elsewhere_is_no_gap() -> None:
    """L. 1-6 has no partner, L. 2-2 neither; their passages are their rows."""
    alone = {named(row.old or row.new) for row in cases.TABLE.rows if not (row.old and row.new)}
    assert alone == {"L1-9", "L2-6", "L183-1", "R1-1", "R1-2", "R1-3", "D1"}


def test_what_one_article_took_over_from_another_is_one_row() -> None:
    merged = row("L1-6", "L2-3")
    assert (merged.old_alineas, merged.new_alineas) == ((1, 2), (2, 3))
    assert merged.status == "part"
    assert 0.5 < merged.score < 0.9, "each passage weighs by its length"


def test_a_share_is_tied_by_its_words() -> None:
    assert (row("L1-4", "L2-2").how, row("L1-4", "L2-2").channels) == ("text", ())
    assert (row("L1-6", "L2-3").how, row("L1-6", "L2-3").channels) == ("similar", ("substantive",))


def test_a_share_has_the_channels_of_its_edits() -> None:
    edits = (Edit("replace", (0, 2), (0, 2), "editorial"),)
    passages = (Passage(cases.OLD["L1-9"], (1,), cases.NEW["L2-6"], (1,), 0.9, edits),)
    (found,) = [row for row in rows(replace(cases.COMPARISON, passages=passages)) if row.status == "part"]
    assert (found.how, found.channels) == ("text", ("editorial",))


CHANNELS = [
    ("equal texts", (), ()),
    ("an edit", (AlineaPair("modified", (1,), (1,), (Edit("insert", (0, 0), (0, 2), "reference"),)),), ("reference",)),
    ("an alinéa that came", (AlineaPair("inserted", (), (1,)),), ("substantive",)),
    ("an alinéa that went", (AlineaPair("removed", (1,), ()),), ("substantive",)),
    ("an alinéa that only stands elsewhere", (AlineaPair("moved", (1,), (2,)),), ("numbering",)),
    ("an alinéa that did not change", (AlineaPair("unchanged", (1,), (1,)),), ()),
]


@pytest.mark.parametrize(("alineas", "channels"), [case[1:] for case in CHANNELS], ids=[case[0] for case in CHANNELS])
def test_the_kinds_of_change(alineas: tuple[AlineaPair, ...], channels: tuple[str, ...]) -> None:
    pair = ArticlePair("modified", cases.place("L1"), cases.place("L1"), "number", 0.9, alineas=alineas)
    assert rows(cases.of(pair))[0].channels == channels


def test_a_number_that_was_given_to_another_text_is_marked_on_both_sides() -> None:
    assert row("L183-1", "L184-1").reassigned == ("old",)
    assert row("-", "L183-1").reassigned == ("new",)
    assert [named(row.old) for row in cases.TABLE.rows if row.reassigned] == ["-", "L183-1"]


def test_a_number_whose_article_kept_a_share_is_not_reassigned() -> None:
    old, new, other = cases.place("L1"), cases.place("L1", "Autre texte."), cases.place("L2")
    pairs = (ArticlePair("renumbered", old, other, "similar", 0.7), ArticlePair("inserted", None, new, "none", 0.0))
    comparison = cases.of(*pairs)
    assert [row.reassigned for row in rows(comparison)] == [("old",), ("new",)]
    shared = replace(comparison, passages=(Passage(old, (1,), new, (1,), 0.6),))
    assert [row.reassigned for row in rows(shared)] == [(), ()]


def test_two_articles_of_one_number_keep_rows_of_their_own() -> None:
    """Consolidated texts print a repealed version beside the live one."""
    twins = [cases.place("L1"), cases.place("L1", "Abrogé.")]
    pairs = [ArticlePair("unchanged", place, cases.place("L1", place.article.text), "number", 1.0) for place in twins]
    assert [row.relation for row in rows(cases.of(*pairs))] == ["1:1", "1:1"]


def test_rows_follow_the_old_text() -> None:
    found = [(named(row.old), named(row.new)) for row in cases.TABLE.rows]
    assert [old for old, _ in dict.fromkeys(found) if old != "-"][:8] == "L1-1 L1-2 L1-3 L1-4 L1-4 L1-5 L1-6 L1-7".split()
    assert found.index(("L1-4", "L2-1")) + 1 == found.index(("L1-4", "L2-2")), "the partner before the share"
    assert found.index(("-", "L2-6")) == found.index(("L1-8", "L2-5")) + 1, "at its place"


def test_rows_follow_the_new_text_when_asked() -> None:
    found = [(named(row.old), named(row.new)) for row in cases.INVERSE.rows]
    news = [new for _, new in found if new != "-"]
    assert [*dict.fromkeys(news)] == [*cases.NEW]
    assert found.index(("L1-5", "L2-3")) + 1 == found.index(("L1-6", "L2-3"))
    assert found.index(("L1-9", "-")) == found.index(("L1-7", "L2-5")) + 1
    assert sorted(found) == sorted((named(row.old), named(row.new)) for row in cases.TABLE.rows)


@pytest.mark.parametrize("by", ["old", "new"])
def test_what_comes_before_anything_paired_comes_first(by: str) -> None:
    old, new = cases.place("L1"), cases.place("L9")
    pairs = (ArticlePair("inserted", None, new, "none", 0.0), ArticlePair("unchanged", old, cases.place("L1"), "number", 1.0))
    assert [named(row.new) for row in rows(cases.of(*pairs), by=by)] == ["L9", "L1"]
    pairs = (ArticlePair("removed", new, None, "none", 0.0), ArticlePair("unchanged", old, cases.place("L1"), "number", 1.0))
    assert [named(row.old) for row in rows(cases.of(*pairs), by=by)] == ["L9", "L1"]


def test_articles_limit_the_rows_and_change_none() -> None:
    found = rows(articles={"L2-5", "L1-9"})
    assert [(named(row.old), named(row.new)) for row in found] == [("L1-7", "L2-5"), ("L1-8", "L2-5"), ("L1-9", "-")]
    assert [row.relation for row in found] == ["N:M", "N:1", "1:0"]


@pytest.mark.parametrize("status", ["removed", "not-covered"])
def test_a_row_keeps_what_the_comparison_says_of_a_missing_side(status: ArticleStatus) -> None:
    assert rows(cases.of(ArticlePair(status, cases.place("L1"), None, "none", 0.0)))[0].status == status


# Through the engine.

OPENING = "Le marché couvert est ouvert aux commerçants de la commune du premier mardi de mars au dernier mardi de novembre."
PLACES = "Le maire attribue les emplacements après avis du conseil des marchés, au vu de l'ancienneté des demandes."
FEES = "Le droit de place est payé le premier jour du mois au receveur de la commune, qui en donne quittance."
CLOSING = "La halle est fermée le jour de la fête communale et pendant les travaux que le conseil municipal décide."
TERMS = "Les mots de la présente loi s'entendent au sens du règlement des halles pris par le conseil municipal."


def text(**articles: tuple[str, ...]) -> Statute:
    """A text of bare articles: ``a1=(alinéa, …)``."""
    return replace(cases.COMPARISON.old, children=tuple(cases.article(name[1:], *alineas) for name, alineas in articles.items()))


OLD = text(a1=(OPENING,), a2=(PLACES, FEES), a3=(CLOSING,))
NEW = text(a1=(TERMS,), a2=(OPENING,), a3=(PLACES,), a4=(FEES,))


def test_a_reused_number_a_split_and_a_gap() -> None:
    found = {(named(row.old), named(row.new)): row for row in api.concordance(OLD, NEW).rows}
    assert set(found) == {("-", "1"), ("1", "2"), ("2", "3"), ("2", "4"), ("3", "-")}
    assert (found["1", "2"].how, found["1", "2"].score, found["1", "2"].channels) == ("text", 1.0, ())
    assert found["2", "3"].relation == found["2", "4"].relation == "1:N"
    assert {row.status for row in found.values()} == {"inserted", "renumbered", "part", "removed"}


def test_the_user_overrules() -> None:
    found = api.concordance(OLD, NEW, pairs=[Override("art. 3", "1er")])
    (given,) = [row for row in found.rows if row.how == "override"]
    assert (named(given.old), named(given.new)) == ("3", "1")
    assert given.score < 0.5
    account = api.compare(OLD, NEW, pairs=[Override("3", None), Override(None, "1")])
    alone = {named(pair.old or pair.new) for pair in account.comparison.articles if not (pair.old and pair.new)}
    assert {"3", "1"} <= alone


def test_articles_in_any_spelling() -> None:
    assert [named(row.new) for row in api.concordance(OLD, NEW, articles=["2"], by="new").rows] == ["2", "3", "4"]
    with pytest.raises(InputError, match=r"article L\. 9 stands in neither version"):
        api.concordance(OLD, NEW, articles=["L. 9"])


def test_an_excerpt_leaves_no_gap() -> None:
    statuses = [row.status for row in api.concordance(api.read(str(OLD_SEED)), api.read(str(NEW_SEED))).rows]
    assert statuses == ["modified", "not-covered", "not-covered", "not-covered"]
