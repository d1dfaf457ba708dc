"""Alinéas that were split or merged, as reports, rules and the ledger tell them: a side of a pair may hold several."""

from __future__ import annotations

import json

import pytest

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, AlineaPair, Article, Channel, Edit, Statute
from statutes_diff.readers._text.build import alineas
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.reports import View
from statutes_diff.reports._views.status import alinea_status

OLD = """\
Une redevance est due par quiconque prélève de l'eau souterraine, selon l'article L. 12.
Le conseil comprend le maire, deux adjoints désignés en application de l'article L. 12 et un représentant des usagers. Il se \
réunit dans un délai de deux mois.
Les sommes sont versées à la caisse :
1° Par le maire, dans le délai d'un mois ;
2° Par l'adjoint mentionné au deuxième alinéa."""
NEW = """\
Le conseil comprend :
1° Le maire ;
2° Deux adjoints désignés en application de l'article L. 12 ;
3° Un représentant des usagers.
Il se réunit dans un délai de trois mois.
Les sommes sont versées à la caisse par le maire, dans le délai d'un mois, ou par l'adjoint mentionné au deuxième alinéa."""


def account() -> Account:
    def statute(text: str) -> Statute:
        blocks = [Block(line, at, at) for at, line in enumerate(text.splitlines(), 1)]
        return Statute("", "x", "consolidated", "utf-8", (Article("L1", "L1", alineas(blocks)),))

    return api.compare(statute(OLD), statute(NEW))


def test_a_renvoi_of_a_split_alinea_is_found_in_its_parts() -> None:
    """Not in the alinéa before it, which named the same article and is gone."""
    told = [(row.status, row.old and row.old.locus.alinea, row.new and row.new.locus.alinea) for row in account().references]
    assert ("kept", 2, 3) in told
    assert ("removed", 1, None) in told


def test_a_finding_stands_in_the_part_that_holds_its_words() -> None:
    [found] = [finding for finding in account().findings if finding.rule == "duration"]
    assert [locus.alinea for locus in found.where_old] == [2]
    assert [locus.alinea for locus in found.where_new] == [5]


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_a_split_and_a_merge_are_told_with_all_their_alineas(format: str) -> None:
    with speaking("en"):
        output = " ".join(reports.load(format).compare(account(), View(width=200)).replace("**", "").split())
    assert "al. 1 to 5 (formerly al. 2)" in output
    assert "al. 6 (formerly al. 3 to 5)" in output
    assert "1 alinéa split, 1 merged from several, 1 removed" in output


def test_json_lists_every_alinea_of_a_pair_once() -> None:
    [article] = json.loads(reports.load("json").compare(account(), View()))["articles"]
    sides = [
        (entry["status"], *([alinea["index"] for alinea in entry[side]] for side in ("old", "new")))
        for entry in article["alineas"]
    ]
    assert sides == [("removed", [1], []), ("split", [2], [1, 2, 3, 4, 5]), ("merged", [3, 4, 5], [6])]


def edit(channel: Channel) -> Edit:
    return Edit("replace", (0, 1), (0, 1), channel)


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((edit("numbering"),), "split"),
        ((edit("numbering"), edit("substantive")), "split, modified"),
        ((edit("numbering"), edit("reference")), "split, modified (cross-references only)"),
    ],
)
def test_a_split_says_whether_words_changed_too(edits: tuple[Edit, ...], told: str) -> None:
    with speaking("en"):
        assert alinea_status(AlineaPair("split", (1,), (1, 2), edits)) == told
