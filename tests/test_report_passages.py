"""What reports say of words that went to another article, of alinéas split and merged, and of changed alinéas shown whole."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from statutes_diff import api, readers, reports
from statutes_diff.compare import verify
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, Place, Source
from statutes_diff.reports import View
from statutes_diff.reports._views.account import blocks
from statutes_diff.reports._views.segments import segments
from statutes_diff.rules import findings
from tests import report_cases as cases
from tests.golden_plugin import Golden
from tests.test_report_json import rebuilds, validate
from tests.test_report_terminal import columns
from tests.values import replace

ACCOUNT = replace(cases.RECAST_ACCOUNT, findings=findings(cases.RECAST))
ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def shown(account: Account = ACCOUNT, language: str = "en", report: str = "terminal", **view: Any) -> str:
    with speaking(language):
        return str(reports.load(report).compare(account, View(**view)))


def entries(number: str, account: Account = ACCOUNT, **view: Any) -> dict[str, tuple[str, str]]:
    """Of the block of an article: label → status and words."""
    block = next(block for block in blocks(account, View(**view)) if f" {number}" in block.title)
    return {entry.label: (entry.status, "".join(run.text for run in entry.words)) for entry in block.entries}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("rewritten", [False, True], ids=["minimal", "rewritten"])
def test_terminal(golden: Golden, language: str, rewritten: bool) -> None:
    width = 60 if language == "fr" else 80
    name = "rewritten" if rewritten else "minimal"
    golden(shown(language=language, width=width, rewritten=rewritten), f"recast-{name}-{language}-{width}.txt")


@pytest.mark.parametrize("rewritten", [False, True], ids=["minimal", "rewritten"])
def test_markdown(golden: Golden, rewritten: bool) -> None:
    name = "rewritten" if rewritten else "minimal"
    golden(shown(language="fr", report="markdown", rewritten=rewritten), f"recast-{name}-fr.md")


def test_rewritten_with_colour(golden: Golden) -> None:
    golden(shown(color=True, rewritten=True).replace("\x1b", "ESC"), "recast-rewritten-en-80-colour.txt")


def test_the_case_is_a_comparison() -> None:
    assert verify(cases.RECAST) == 20


def test_what_went_elsewhere_is_named_at_both_places_and_shown_once() -> None:
    old, new = entries("L. 20-2"), entries("L. 20-3")
    assert old["al. 2 and 3"] == ("now stand in art. L. 20-3, al. 2 and 3", "")
    status, words = new["al. 2 and 3"]
    assert status == "come from art. L. 20-2, al. 2 and 3 of the old version"
    assert "la veille" in words
    assert "l'avant-veille" in words
    assert entries("L. 20-1")["old al. 5"] == ("removed · now stands in art. L. 20-3, al. 1", "")
    assert new["al. 1"] == (
        "comes from art. L. 20-1, al. 5 of the old version",
        "Nul ne peut céder son emplacement à titre gratuit ou onéreux.",
    )


def test_words_that_stay_in_part_are_never_called_struck_at_the_new_place() -> None:
    """The old alinéa stands on in its own article without a sentence: only that sentence is another article's."""
    status, words = entries("L. 20-3")["al. 4"]
    assert status == "comes from art. L. 20-1, al. 6 of the old version"
    assert words == cases.NEW_22.alineas[3].text
    status, _words = entries("L. 20-1")["al. 5 (formerly al. 6)"]
    assert status == "modified · some of its words now stand in art. L. 20-3, al. 4"


def test_an_alinea_that_a_passage_leaps_over_is_not_said_to_stand_elsewhere() -> None:
    """Of the two alinéas that a passage begins and ends with, the new place holds no words of the first."""
    pieces = (
        cases.passage(cases.PLACE_21, (1, 2), cases.PLACE_22, (2,), 0.6),
        cases.passage(cases.PLACE_21, (2,), cases.PLACE_22, (2, 3), 0.7),  # of which al. 3 holds none of its words
    )
    shown = entries("L. 20-2", replace(ACCOUNT, comparison=cases.with_passages(cases.RECAST, *pieces)))
    assert shown["al. 1"] == ("", cases.OLD_21.alineas[0].text)
    assert shown["al. 2"] == ("now stands in art. L. 20-3, al. 2", cases.OLD_21.alineas[1].text)


def test_where_the_new_place_is_not_shown_the_old_one_keeps_its_words() -> None:
    articles = tuple(pair for pair in cases.RECAST.articles if pair.status != "inserted")
    account = replace(ACCOUNT, comparison=replace(cases.RECAST, articles=articles))
    status, words = entries("L. 20-1", account)["old al. 5"]
    assert status == "removed · now stands in art. L. 20-3, al. 1"
    assert words == cases.OLD_20.alineas[4].text
    outside = tuple(replace(pair, status="not-covered") if pair.status == "inserted" else pair for pair in cases.RECAST.articles)
    account = replace(ACCOUNT, comparison=replace(cases.RECAST, articles=outside))
    assert entries("L. 20-2", account)["al. 2"][1] == cases.OLD_21.alineas[1].text


def test_two_passages_of_one_alinea_are_both_named() -> None:
    """Neither may call struck what the other one took."""
    pieces = (
        cases.passage(cases.PLACE_21, (2, 3), cases.PLACE_22, (2, 3), 0.6),
        cases.passage(cases.PLACE_21, (3,), cases.PLACE_22, (3,), 0.7),
    )
    account = replace(ACCOUNT, comparison=cases.with_passages(cases.RECAST, *pieces))
    assert entries("L. 20-2", account)["al. 3"] == (
        "now stands in art. L. 20-3, al. 3",
        cases.OLD_21.alineas[2].text,
    )
    assert entries("L. 20-3", account)["al. 3"][1] == cases.NEW_22.alineas[2].text


def test_split_and_merged_alineas_keep_their_lines() -> None:
    output = shown()
    assert (
        "  al. 2 and 3 (formerly al. 2)  split\n"
        "      1° Le droit fixe est acquitté d'avance ;[-␣-]{+⏎+}\n"
        "      2° Le droit proportionnel est acquitté à la fin du mois.\n"
    ) in output
    merged = "  al. 4 (formerly al. 3 and 4)  merged, modified\n      Le placier tient un registre.[-⏎-]\n      {+␣+}Le registre"
    assert merged in output


def test_a_long_list_is_cut_between_its_lines() -> None:
    lines = [
        f"{n}° Le titulaire de la licence numéro {n} verse la redevance prévue au tarif de la commune ;" for n in range(1, 6)
    ]
    old, new = "\n".join(lines), "\n".join(lines).replace("numéro 1 ", "portant le numéro 1 ").replace("numéro 5 ", "n° 5 ")
    runs = segments(old, new, cases.edits(old, new))
    assert "".join(run.text for run in runs if run.kind != "inserted").split("\n") == [
        "1° Le titulaire de la licence  numéro 1 verse la redevance prévue au tarif …",
        "5° Le titulaire de la licence numéro 5  verse la redevance prévue au tarif de la commune ;",
    ]


def test_a_division_that_is_told_once_is_not_told_in_each_article() -> None:
    outline = next(block.outline for block in blocks(ACCOUNT, View()) if "L. 20-1" in block.title)
    assert outline == ("Chapitre V : Commerçants des halles",)
    apart = replace(ACCOUNT, comparison=replace(cases.RECAST, divisions=()))
    outline = next(block.outline for block in blocks(apart, View()) if "L. 20-1" in block.title)
    assert outline == ("old version: Chapitre IV : Commerçants", "new version: Chapitre V : Commerçants des halles")


def test_a_division_says_where_it_begins() -> None:
    sentence = "Chapitre V : Commerçants des halles” (1 article) — beginning with art. L. 20-1"
    assert sentence in " ".join(shown(width=200).split())
    assert shown(width=200).count("division renumbered") == 1


def test_json_has_the_passages_and_the_divisions_and_they_rebuild() -> None:
    output = shown(report="json")
    validate(output, "comparison")
    report = json.loads(output)
    assert [(entry["old"]["article"], entry["old"]["alineas"], entry["new"]["loci"]) for entry in report["passages"]] == [
        ("L20-1", [5], ["art. L. 20-3, al. 1"]),
        ("L20-2", [2, 3], ["art. L. 20-3, al. 2", "art. L. 20-3, al. 3"]),
        ("L20-1", [6], ["art. L. 20-3, al. 4"]),
    ]
    assert all(rebuilds({**entry, "old": [entry["old"]], "new": [entry["new"]]}) for entry in report["passages"])
    assert report["divisions"] == [
        {
            "status": "renumbered",
            "old": ["Chapitre IV : Commerçants"],
            "new": ["Chapitre V : Commerçants des halles"],
            "articles": 1,
        }
    ]


def test_only_keeps_passages_with_their_alineas_and_divisions_by_their_channel() -> None:
    def kept(*only: str) -> tuple[int, int]:
        report = json.loads(shown(report="json", only=frozenset(only)))
        return len(report["passages"]), len(report["divisions"])

    assert kept("substantive") == (3, 1)  # the title has other words
    assert kept("numbering") == (0, 0)


def test_json_is_the_same_in_both_views() -> None:
    assert shown(report="json", rewritten=True) == shown(report="json")


def test_rewritten_marks_no_word_and_shows_both_wordings_whole() -> None:
    for account in (ACCOUNT, cases.ACCOUNT):
        output = shown(account, rewritten=True, width=200)
        assert not re.search(r"\[[-~]|[-~]\]|\{[+~]|[+~]\}", output)
        for pair in account.comparison.articles:
            for alinea in pair.alineas:
                for text in (pair.old_text(alinea), pair.new_text(alinea)) if alinea.edits else ():
                    lines = [line.strip() for line in ESCAPES.sub("", output).splitlines()]
                    found = " ".join(re.sub(r"^[-+] ", "", line) for line in lines)
                    assert " ".join(text.replace("\t", " │ ").split()) in found


def test_rewritten_says_which_is_old_without_colour_and_colour_changes_no_character() -> None:
    plain, coloured = shown(rewritten=True), shown(rewritten=True, color=True)
    assert plain.count("      old wording:\n    - ") == plain.count("      new wording:\n    + ") == 4
    assert "Signs: - old wording  + new wording" in plain
    assert [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()] == plain.splitlines()
    assert "\x1b[31mLe placier" in coloured
    assert "\x1b[9" not in coloured


def test_rewritten_shows_typography_and_tables_whole() -> None:
    output = shown(cases.ACCOUNT, rewritten=True, width=120)
    assert "    - Les dispositions du précédent alinéa ne font pas obstacle à la mise en oeuvre du plan." in output
    assert "    + Les dispositions du précédent alinéa ne font pas obstacle à la mise en œuvre du plan." in output
    assert "    - Moins de 3 m │ 12 €" in output
    assert "    + Moins de 3 m │ 14 €" in output


@pytest.mark.parametrize("width", range(60, 201, 20))
@pytest.mark.parametrize("rewritten", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, rewritten: bool) -> None:
    assert max(map(columns, shown(language="fr", width=width, rewritten=rewritten).splitlines())) <= width


def test_markdown_and_terminal_tell_the_same_facts_in_the_same_order() -> None:
    def facts(text: str) -> list[str]:
        return re.findall(r"al\. \d+|L\. [\d-]*\d|wording", text)

    render = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render
    for rewritten in (False, True):
        terminal = shown(width=200, rewritten=rewritten).replace("Signs: - old wording  + new wording", "")
        assert facts(html.unescape(render(shown(report="markdown", rewritten=rewritten)))) == facts(terminal)


def test_rewritten_markdown_keeps_the_text_as_it_stands() -> None:
    old, new = cases.article("L1-1", "1. *un* <b>"), cases.article("L1-1", "- deux _et_ | trois")
    inner = cases.modified(old, new, 1, 1)
    pair = ArticlePair("modified", Place(old, ()), Place(new, ()), "number", 0.1, alineas=(inner,))
    account = Account(replace(cases.COMPARISON, articles=(pair,)))
    output = MarkdownIt("commonmark").render(shown(account, report="markdown", rewritten=True))
    assert "<em>old wording:</em><br>1. *un* &lt;b&gt;</p>" in output
    assert "<em>new wording:</em><br>- deux _et_ | trois</p>" in output


CODE = """\
# Code des carrières

## Article 1

L'exploitant d'une carrière tient un registre des volumes extraits, que le préfet peut consulter à tout moment.

Le registre des volumes extraits est conservé pendant dix ans au siège de l'exploitation.

{first}

## Article 2

Le préfet peut suspendre l'exploitation pendant un mois au plus.
{second}
"""
SHARE = "Tout transport de matériaux hors de la carrière est inscrit par l'exploitant, avec sa date et sa destination précise."


def test_an_alinea_that_the_engine_finds_in_another_article() -> None:
    old, new = (
        readers.read(Source("carrières", CODE.format(first=first, second=second).encode()))
        for first, second in ((SHARE, ""), ("", f"\n{SHARE.replace('précise', 'exacte')}\n"))
    )
    output = " ".join(shown(api.compare(old, new)).split())
    assert "old al. 3 removed · now stands in art. 2, al. 2" in output
    assert "al. 2 inserted · comes from art. 1er, al. 3 of the old version" in output
    assert "destination [-précise-]{+exacte+}." in output
