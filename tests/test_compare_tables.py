"""Two tables to edits, cell by cell. In ``cases/tables.txt`` a cell ends at `` | ``, a row at the end of its line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.compare import compare_statutes
from statutes_diff.compare.alineas import alinea_pairs
from statutes_diff.compare.alineas.tables import table_diff
from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.model import Alinea, Article, Statute
from tests.cases_reader import cases


def shown(old: str, new: str) -> str:
    pieces: list[str] = []
    at = 0
    for edit in table_diff(old, new).edits:
        pieces.append(old[at : edit.old[0]])
        pieces.append(f"[-{old[slice(*edit.old)]}-]" if edit.op != "insert" else "")
        pieces.append(f"{{+{new[slice(*edit.new)]}+}}" if edit.op != "delete" else "")
        at = edit.old[1]
    return "".join([*pieces, old[at:]])


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases("tables.txt", 3))
def test_tables(title: str, old: str, new: str, expected: str) -> None:
    assert shown(old.replace(" | ", "\t"), new.replace(" | ", "\t")).replace("\t", " | ") == expected, title


CELLS = st.sampled_from(
    ["", "Taux", "12,5 %", "Maladie", "Maladie, maternité", "1° Cas", "Les communes de plus de 2 000 habitants"]
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4).map("\t".join), min_size=1, max_size=6).map("\n".join)


@given(TABLES, TABLES)
def test_edits_rebuild_and_stay_in_their_cells(old: str, new: str) -> None:
    edits = table_diff(old, new).edits
    assert rebuilt(old, new, edits) == new
    for edit in edits:
        assert edit.op != "replace" or not set("\t\n") & {*old[slice(*edit.old)], *new[slice(*edit.new)]}
    assert all(left.old[1] <= right.old[0] and left.new[1] <= right.new[0] for left, right in pairwise(edits))


@given(TABLES)
def test_a_table_against_itself_has_no_edit(table: str) -> None:
    assert table_diff(table, table).edits == ()


def test_a_table_keeps_its_partner_though_every_figure_changed() -> None:
    old = "Cotisation\tTaux\nMaladie\t12 %\nVieillesse\t25 %"
    new = "Cotisation\tTaux\nMaladie\t13 %\nInvalidité\t4 %\nVieillesse\t26 %"
    sides = [
        Article("1", "1", (Alinea("Le taux est fixé ainsi :", None, 0, 1), Alinea(table, None, 0, 2, (), True)))
        for table in (old, new)
    ]
    pairs = alinea_pairs(*sides)
    assert [(pair.status, pair.old, pair.new) for pair in pairs] == [("unchanged", (1,), (1,)), ("modified", (2,), (2,))]
    assert pairs[1].edits == table_diff(old, new).edits


def test_a_table_is_no_part_of_a_split() -> None:
    """The words of a paragraph that was set as a table: the table is new, the paragraph is gone."""
    old = Article("1", "1", (Alinea("Le taux est de 12 % pour la maladie. Il est de 25 % pour la vieillesse.", None, 0, 1),))
    rows = (Alinea("Maladie\t12 %", None, 0, 1, (), True), Alinea("Vieillesse\t25 %", None, 0, 2, (), True))
    assert [pair.status for pair in alinea_pairs(old, Article("1", "1", rows))] == ["removed", "inserted", "inserted"]


def test_large_tables_cost_no_more_than_long_articles() -> None:
    old = "\n".join(f"Commune {n}\t{n % 9} %\t{n} €" for n in range(3_000))
    new = "\n".join(f"Commune {n}\t{n % 8} %\t{n} €" for n in range(1, 3_000))
    edits = table_diff(old, new).edits
    assert rebuilt(old, new, edits) == new
    assert sum(edit.op == "delete" for edit in edits) == 1


def test_a_row_that_went_to_the_table_of_another_article_is_a_share_of_it() -> None:
    """The rows of a table are lines, not alinéas: what went is found in the one alinéa that the table is."""
    row = "\nCotisation d'assurance vieillesse complémentaire des professions libérales mentionnées au titre premier\t12 %"

    def article(number: str, table: str) -> Article:
        intro = Alinea(f"Le taux de la cotisation est fixé ainsi qu'il suit par l'arrêté {number} :", None, 0, 1)
        return Article(number, number, (intro, Alinea(table, None, 0, 2, (), True)))

    first, second = "Cotisation\tTaux\nMaladie\t12 %\nVieillesse\t25 %", "Caisse\tTaux\nParis\t12 %\nLyon\t25 %"
    old = Statute("", "x", "x", "utf-8", (article("1", first + row), article("2", second)))
    new = Statute("", "x", "x", "utf-8", (article("1", first), article("2", second + row)))
    [passage] = compare_statutes(old, new).passages
    assert (passage.old.article.number, passage.old_alineas) == ("1", (2,))
    assert (passage.new.article.number, passage.new_alineas) == ("2", (2,))
