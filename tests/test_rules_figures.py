"""Amounts, rates, dates and counts over a whole comparison; what each says alone is in ``rules_figures_cases.txt``."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff.compare import compare_statutes
from statutes_diff.language.calendar import any_date, calendar_dates
from statutes_diff.language.counts import counts
from statutes_diff.language.figures import any_number
from statutes_diff.language.money import amounts, any_amount
from statutes_diff.language.rates import any_rate, rates
from statutes_diff.model import Alinea, Article, Finding, Statute
from statutes_diff.rules import findings
from statutes_diff.rules._changed import ChangedAlineas, Changes, Side
from statutes_diff.rules._figures import Reading, by_how_much, exchanges

FIGURES = {"amount", "rate", "date", "count"}
READINGS = [
    Reading(amounts, any_amount),
    Reading(rates, any_rate),
    Reading(calendar_dates, any_date),
    Reading(counts, any_number),
]


def code(*articles: str) -> Statute:
    """Articles by number, their alinéas by lines."""
    made = [
        Article(f"{n}", f"{n}", tuple(Alinea(line, None, 0, 1) for line in text.splitlines()))
        for n, text in enumerate(articles, 1)
    ]
    return Statute("", "", "", "utf-8", tuple(made))


def found(old: Statute, new: Statute) -> list[Finding]:
    return list(findings(compare_statutes(old, new), FIGURES))


def table(text: str) -> Statute:
    """One article that is a table: cells by ``|``, rows by lines."""
    return Statute("", "", "", "utf-8", (Article("1", "1", (Alinea(text.replace(" | ", "\t"), None, 0, 1, (), True),)),))


@pytest.mark.parametrize("row", ["{} | {new}", "{new} | {}"], ids=["behind", "before"])
def test_a_figure_beside_a_column_that_came_keeps_its_partner(row: str) -> None:
    rows = ["Redevance d'amarrage | {}", "Moins de six mètres | {}", "Plus de six mètres | {}"]
    olds, news = ("Été", "120 €", "180 €"), [("Été", "Hiver"), ("125 €", "60 €"), ("180 €", "90 €")]
    old = table("\n".join(line.format(cell) for line, cell in zip(rows, olds, strict=True)))
    cells = [row.format(cell, new=new) for cell, new in news]
    new = table("\n".join(line.format(cell) for line, cell in zip(rows, cells, strict=True)))
    assert [(one.old, one.new) for one in found(old, new)] == [("120 €", "125 €"), (None, "60 €"), (None, "90 €")]
    assert [(one.old, one.new) for one in found(new, old)] == [("125 €", "120 €"), ("60 €", None), ("90 €", None)]


def test_conversions_of_all_articles_are_one_finding_with_its_data() -> None:
    fines = [
        "Le fait de détruire un bien est puni d'une amende de {}.",
        "Le refus de répondre aux agents est puni d'une amende de {}.",
        "La vente sans titre est punie d'un an d'emprisonnement et d'une amende de {}.",
    ]
    francs, euros = ("200 000 F", "200 000 F", "100 000 F"), ("30 000 euros", "30000 euros", "16 000 euros")
    old, new = (code(*(fine.format(amount) for fine, amount in zip(fines, amounts, strict=True))) for amounts in (francs, euros))
    gathered, alone = found(old, new)
    assert dict(gathered.message.values) == {
        "n": 3,
        "others": 1,
        "sums": "200 000 F → 30 000 euros (2), 100 000 F → 16 000 euros (1)",
        "direction": "same",
        "named": "«\u00a0100 000 F\u00a0» → «\u00a016 000 euros\u00a0» (+5\u00a0%, art. 3, al. 1)",
    }
    assert [locus.article for locus in gathered.where_old] == ["1", "2", "3"]
    assert (alone.old, alone.new) == ("100 000 F", "16 000 euros")


def test_values_are_the_data_of_a_table() -> None:
    old = code("La taxe est de 2 500 euros, au taux de 5,5 %, avant le 1er mars 2004, pour trois ans et cinquante salariés.")
    new = code("La taxe est de 5 000 euros, au taux de 5 %, avant le 1er avril 2004, pour trois ans et cent salariés.")
    rows = {finding.rule: dict(finding.message.values) for finding in found(old, new)}
    said = ("old_value", "new_value", "direction")
    assert {rule: tuple(row[key] for key in said) for rule, row in rows.items()} == {
        "amount": ("2500 EUR", "5000 EUR", "more"),
        "rate": ("5.5 percent", "5 percent", "less"),
        "date": ("2004-03-01", "2004-04-01", "later"),
        "count": ("50 salarie", "100 salarie", "more"),
    }
    assert (rows["amount"]["change"], rows["rate"]["points"], rows["date"]["days"]) == ("×2", "-0.5", 31)


def test_articles_that_came_or_went_are_the_news_themselves() -> None:
    kept = "Le maire délivre l'autorisation après avis du conseil municipal et en informe le préfet."
    gone = "La contravention est punie d'une amende de 150 euros, portée au double à compter du 1er mai 2003."
    assert found(code(kept, gone), code(kept)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (100, 120, "+20 %"),
        (100, 300, "×3"),
        (100, 250, "+150 %"),
        (300, 100, "−67 %"),
        (1000, 1001, "< 1 %"),
        (0.15, 0.3, "×2"),
        (0, 5, "×∞"),
    ],
)
def test_by_how_much(old: float, new: float, said: str) -> None:
    assert by_how_much(old, new).replace("\u00a0", " ") == said


PIECES = [
    "une amende de 500 euros ", "de 3 000 F ", "un taux de 5 % ", "la moitié des parts ", "avant le 1er mars 2004 ",
    "trois membres ", "âgé de seize ans ", "le maire ", "par arrêté ", ", ", "\n", "de 10 à 20 euros ", "et ", "en 2005, ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)


def values(changes: Changes, reading: Reading, side: str) -> Counter[str]:  # type: ignore[type-arg]
    told: Counter[str] = Counter()
    for alineas in changes.articles[0].alineas if changes.articles else ():
        place: Side | None = getattr(alineas, side)
        if place and not (isinstance(alineas, ChangedAlineas) and alineas.status == "moved" and not alineas.edits):
            told.update(figure.value for figure in reading.read(place.text, 0, len(place.text)))
    return told


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_account_of_figures_balances(old: str, new: str) -> None:
    """The figures of the old text without those that went are those of the new one without those that came."""
    changes = Changes.of(compare_statutes(code(old), code(new)))
    for reading in READINGS:
        olds, news = values(changes, reading, "old"), values(changes, reading, "new")
        for exchange in exchanges(changes, reading):
            for told, first in ((olds, exchange.old), (news, exchange.new)):
                for one in [first, *exchange.more] if first else ():
                    told.subtract(filter(None, (one.figure.value, one.upto)))
        assert +olds == +news


@pytest.mark.parametrize("piece", ["500 F ", "12 % ", "deux tiers des ", "1er mars ", "trois membres "])
def test_hostile_repetition_is_bounded(piece: str) -> None:
    many = f"La loi dispose. {piece * (60_000 // len(piece))}"
    comparison = compare_statutes(
        code(many), code("La loi dispose. " + "45 euros, la moitié des 3 membres au 1er mai 2004 " * 1200)
    )
    start = time.process_time()
    findings(comparison, FIGURES)
    assert time.process_time() - start < 5
