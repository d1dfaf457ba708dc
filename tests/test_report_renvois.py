"""The ledger as people read it: what changed row by row, what stayed as a list whose members are as many as its count."""

from __future__ import annotations

from statutes_diff.model import LedgerRow, Target
from statutes_diff.reports._views.renvois import changed_renvois, kept_renvois
from tests import report_cases as cases
from tests.values import replace


def test_a_target_that_changed_shows_both() -> None:
    (old,) = cases.mention(1, "L. 183-1", 9, Target(article="L183-1"))
    row = LedgerRow("renumbered", old, replace(old, target=Target(article="L184-1")), cases.msg("the reason"))
    (renvoi,) = changed_renvois(replace(cases.ACCOUNT, references=(row,)), "L12-5")
    assert (renvoi.target, renvoi.where, renvoi.evidence) == ("L. 183-1 → L. 184-1", "al. 1", "the reason")


def kept(*rows: LedgerRow, home: str | None = "L12-5") -> str:
    n, words = kept_renvois(replace(cases.ACCOUNT, references=rows), home)
    return f"{n}: {words}".replace("\u00a0;", ";")


def test_what_is_kept_is_listed_as_often_as_it_is_counted() -> None:
    one, two = (cases.kept("R. 221-3", start, Target(article="R221-3")) for start in (3, 50))
    assert kept(one, two) == "2: R. 221-3 (2 times)"
    three, four = (cases.kept("L. 5", start, Target(text="code du travail", article="L5")) for start in (70, 90))
    assert kept(one, two, three, four) == "4: R. 221-3 (2 times); L. 5 (code du travail, 2 times)"


def test_the_targets_of_one_run_of_words_are_named_once_and_counted_each() -> None:
    mentions = cases.mention(1, "L. 1 à L. 3", 3, *(Target(article=f"L{n}") for n in (1, 2, 3)))
    rows = [LedgerRow("kept", m, m) for m in mentions]
    assert kept(*rows) == "3: L. 1 to L. 3"
    gone = LedgerRow("dangling", None, mentions[1], cases.msg("gone"))
    assert kept(rows[0], gone, rows[2]) == "2: L. 1, L. 3"


def test_targets_with_commas_are_parted_by_semicolons() -> None:
    rows = [cases.kept("x", n, Target(article="L353-1", alinea=al)) for n, al in ((1, None), (9, 2))]
    assert kept(*rows) == "2: L. 353-1; L. 353-1, al. 2"
    rows = [cases.kept("x", n, Target("code du travail", "L1", al)) for n, al in ((1, None), (9, 2))]
    assert kept(*rows) == "2: L. 1 (code du travail); L. 1, al. 2 (code du travail)"


def test_words_that_lead_to_nothing_at_hand_are_told_as_they_stand() -> None:
    one, two = (cases.kept("article  précédent", start, Target()) for start in (3, 50))
    assert kept(one, two) == "2: article précédent (2 times)"
    (renvoi,) = changed_renvois(replace(cases.ACCOUNT, references=(replace(one, status="added"),)), "L12-5")
    assert renvoi.target == "article précédent"


def test_a_target_inside_its_article_is_said_with_the_place_that_cites_it() -> None:
    row = cases.kept("premier alinéa", 3, Target(article="L12-5", alinea=1), 6)
    assert kept(row) == "1: al. 1 (cited in al. 6)"
    assert kept(row, home=None) == "1: al. 1 (cited in art. L. 12-5, al. 6)"


def test_the_text_itself_is_named() -> None:
    title = cases.OLD.title
    (mention,) = cases.mention(1, "présent code", 3, Target(text=title))
    account = replace(cases.ACCOUNT, references=(LedgerRow("removed", mention, None), LedgerRow("kept", mention, mention)))
    assert [row.target for row in changed_renvois(account, "L12-5")] == [title]
    assert kept_renvois(account, "L12-5") == (1, title)
    plain = replace(mention, target=Target(division="présent code"))
    assert kept(LedgerRow("kept", plain, plain)) == "1: présent code"


def test_of_very_many_the_rest_is_counted_and_full_names_it() -> None:
    rows = [cases.kept("x", 10 * n, Target(article=f"L{max(n, 8)}")) for n in range(1, 48)]
    count, words = kept_renvois(replace(cases.ACCOUNT, references=tuple(rows[::-1])), "L12-5")
    assert (count, words.count("L. ")) == (47, 30)
    assert words.endswith("L. 18 and 17 others")  # ten numbers, and the one that eight words name
    assert kept_renvois(replace(cases.ACCOUNT, references=tuple(rows[::-1])), "L12-5", full=True)[1].endswith("L. 8 (8 times)")
