"""The ledger: what became of each renvoi, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from statutes_diff.compare import compare_statutes
from statutes_diff.model import (
    Alinea,
    AlineaPair,
    Article,
    ArticlePair,
    ArticleStatus,
    Comparison,
    LedgerRow,
    Link,
    LocatedReference,
    Mention,
    Place,
    Source,
    Statute,
)
from statutes_diff.readers import Options
from statutes_diff.readers import read as read_text
from statutes_diff.references import entries as entries_module
from statutes_diff.references import ledger as ledger_module
from statutes_diff.references.ledger import ledger
from statutes_diff.references.outline import Outline
from statutes_diff.references.resolution import located_in


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


def test_a_renvoi_in_an_alinea_of_the_same_number_says_nothing_of_it() -> None:
    pairs = (AlineaPair("removed", (1,), ()), AlineaPair("inserted", (), (1,)))
    (row,) = ledger(comparison(pair("modified", place("L1", "L'article L. 5."), place("L1", "Selon l'article L. 5."), *pairs)))
    assert (row.status, row.evidence) == ("kept", None)


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


def citing(words: str, *others: ArticlePair) -> list[tuple[str, str | None]]:
    """Status and reason of the renvois of L1, which keeps these words while another of its words changes."""
    both = pair("modified", place("L1", f"La haie {words}."), place("L1", f"Le talus {words}."), ONE)
    return [(row.status, str(row.evidence) if row.evidence else None) for row in ledger(comparison(both, *others)) if row.new]


GONE = pair("removed", place("L5", "Une haie."), None)


@pytest.mark.parametrize(
    ("holder", "evidence"),
    [
        (renumbered("L3", "L5"), "article L. 5 is removed; its number is now that of the former article L. 3"),
        (pair("inserted", None, place("L5", "Une mare.")), "article L. 5 is removed; its number holds another text"),
    ],
)
def test_a_removed_article_whose_number_another_bears_is_stale(holder: ArticlePair, evidence: str) -> None:
    assert citing("de l'article L. 5", GONE, holder) == [("stale", evidence)]


@pytest.mark.parametrize("double", [GONE, renumbered("L5", "L5-1")])
def test_a_number_is_its_own_while_one_of_its_two_bearers_keeps_it(double: ArticlePair) -> None:
    live = pair("unchanged", place("L5", "Un pré."), place("L5", "Un pré."))
    assert citing("de l'article L. 5", double, live) == [("kept", None)]


def test_renvois_follow_articles_that_exchange_their_numbers() -> None:
    old, new = place("L1", "Les articles L. 2 et L. 3."), place("L1", "Les articles L. 3 et L. 4.")
    rows = ledger(comparison(pair("modified", old, new, ONE), renumbered("L2", "L3"), renumbered("L3", "L4")))
    assert told(rows) == [("renumbered", "L2", "L3"), ("renumbered", "L3", "L4")]


@pytest.mark.parametrize("former", [GONE, renumbered("L5", "L6")])
def test_a_renvoi_that_is_added_means_the_new_bearer_of_the_number(former: ArticlePair) -> None:
    old, new = place("L1", "Une haie."), place("L1", "Une haie de l'article L. 5.")
    rows = ledger(comparison(pair("modified", old, new, ONE), former, renumbered("L3", "L5")))
    assert [row.status for row in rows if row.new] == ["added"]


def untouched(words: str, *others: ArticlePair) -> list[tuple[str, str | None, str | None]]:
    """The rows of an article that nobody touched."""
    rows = ledger(comparison(pair("unchanged", place("L1", words), place("L1", words)), *others))
    return told([row for row in rows if row.new and row.new.locus.article == "L1"])


LOST = (GONE, renumbered("L6", "L6-1"), renumbered("L7", "L7-1"), pair("inserted", None, place("L7", "Une mare.")))


def test_a_forgotten_renvoi_of_an_untouched_article_is_told() -> None:
    assert untouched("Les articles L. 4, L. 5, L. 6 et L. 7 et le présent article.", *LOST) == [
        ("dangling", "L5", "L5"),
        ("dangling", "L6", "L6"),
        ("stale", "L7", "L7"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "L'article L. 4.",
        "L'article L. 5 du code rural.",
        "L'article L. 5-1.",
        "Le 5° de l'article L. 4.",
        "Les articles L. 4 à L. 9 et R. 5.",
    ],
)
def test_an_untouched_article_without_a_lost_renvoi_has_no_row(words: str) -> None:
    assert untouched(words, *LOST) == []


def test_the_first_article_is_found_in_words() -> None:
    gone = pair("removed", place("1", "Une haie."), None)
    assert untouched("L'article premier.", gone) == untouched("L'article 1er.", gone) == [("dangling", "1", "1")]


def test_an_article_that_only_changes_its_number_keeps_forgotten_renvois() -> None:
    words = "L'article L. 5."
    rows = ledger(comparison(pair("renumbered", place("L1", words), place("L2", words)), GONE))
    assert told(rows)[:1] == [("dangling", "L5", "L5")]


def test_untouched_articles_are_read_only_where_they_name_a_lost_number(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(whole: Outline, at: Place, *, judged: bool) -> Iterator[LocatedReference]:
        read.append(at.article.number)
        return located_in(whole, at, judged=judged)

    for module in (ledger_module, entries_module):
        monkeypatch.setattr(module, "located_in", watched)
    still = [pair("unchanged", same, same) for same in (place("L1", "L'article L. 5."), place("L2", "L'article L. 4."))]
    ledger(comparison(*still))
    assert read == []
    ledger(comparison(*still, GONE))
    assert set(read) == {"L1", "L5"}


def test_an_alinea_that_the_article_never_had_is_unresolved_and_not_retargeted() -> None:
    (row,) = ledger(comparison(pair("modified", place("L1", "Le septième alinéa."), place("L1", "Le septième  alinéa."), ONE)))
    assert (row.status, str(row.evidence)) == ("unresolved", "the article had no alinéa 7")


def test_an_alinea_that_the_article_has_no_more_leaves_the_renvoi_dangling() -> None:
    old, new = place("L1", "Le deuxième alinéa.", "Une haie."), place("L1", "Le deuxième alinéa.")
    pairs = (AlineaPair("unchanged", (1,), (1,)), AlineaPair("removed", (2,), ()))
    (row,) = ledger(comparison(pair("modified", old, new, *pairs)))
    assert (row.status, str(row.evidence)) == ("dangling", "the article has no alinéa 2 any more")


@pytest.mark.parametrize("inserted", [True, False])
def test_the_alineas_before_are_one_renvoi_however_many_they_are(inserted: bool) -> None:
    words = ("Une haie.", "Un pré.", "Les alinéas précédents.")
    old, new = place("L1", *words), place("L1", "Une mare.", *words)
    pairs = [AlineaPair("inserted", (), (1,)), *(AlineaPair("unchanged", (n,), (n + 1,)) for n in (1, 2, 3))]
    if not inserted:
        old, new = new, old
        pairs = [AlineaPair("removed", (1,), ()), *(AlineaPair("unchanged", (n + 1,), (n,)) for n in (1, 2, 3))]
    (row,) = ledger(comparison(pair("modified", old, new, *pairs)))
    assert (row.status, row.evidence) == ("kept", None)
    assert row.new is not None
    assert (row.new.target.alinea, row.new.target.division) == (None, "alinéas précédents")


def test_the_text_itself_is_a_target_in_words() -> None:
    (row,) = ledger(comparison(pair("modified", place("L1", "Le présent code."), place("L1", "Selon le présent code."), ONE)))
    assert row.status == "kept"
    assert row.new is not None
    assert row.new.target.division == "présent code"


def consolidated(text: str) -> Statute:
    return read_text(Source("code.md", text.encode()), Options())


ITEMS = [
    # A new item pushes the others on: the same words cover another one; or the drafter followed.
    (
        ("1° Le loyer ;", "2° Les charges.", "Les sommes prévues au 2° sont dues."),
        ("1° Le loyer ;", "2° La taxe de séjour due par le preneur ;", "3° Les charges.", "Les sommes prévues au 2° sont dues."),
        ("retargeted", ("2°",), ("2°",)),
    ),
    (
        ("1° Le loyer ;", "2° Les charges.", "Les sommes prévues au 2° sont dues."),
        ("1° Le loyer ;", "2° La taxe de séjour due par le preneur ;", "3° Les charges.", "Les sommes prévues au 3° sont dues."),
        ("kept", ("2°",), ("3°",)),
    ),
    # A level put above changes where an item stands, not which one it is.
    (
        ("Sont dus :", "1° Le loyer ;", "2° Les charges.", "Les sommes prévues au 2° sont dues chaque mois."),
        ("I. - Sont dus :", "1° Le loyer ;", "2° Les charges.", "Les sommes prévues au 2° sont dues chaque mois."),
        ("kept", ("2°",), ("I", "2°")),
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), ITEMS)
def test_an_item_is_known_by_the_alinea_that_it_is(
    before: tuple[str, ...], after: tuple[str, ...], expected: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    old, new = (consolidated("# Article 1\n\n" + "\n\n".join(lines) + "\n") for lines in (before, after))
    (row,) = ledger(compare_statutes(old, new))
    assert row.old and row.new
    assert (row.status, row.old.target.item, row.new.target.item) == expected


def test_the_end_of_a_range_that_changed_is_no_renvoi_from_elsewhere() -> None:
    old, new = "Les articles L. 12 à L. 15 s'appliquent.", "Les articles L. 12 à L. 16 s'appliquent."
    more = "L'établissement mentionné à l'article L. 15 informe le préfet de sa fermeture."
    rows = ledger(compare_statutes(consolidated(f"# Article 1\n\n{old}\n"), consolidated(f"# Article 1\n\n{new}\n\n{more}\n")))
    changed = [(row.status, (row.new or row.old).target.article) for row in rows if row.status != "kept"]
    assert sorted(changed, reverse=True) == [
        ("removed", "L15"), ("added", "L16"), ("added", "L15"),
    ]  # fmt: skip
