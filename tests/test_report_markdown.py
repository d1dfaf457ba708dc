"""The Markdown report: what a forge renders is the law's text as it stands, with its changes."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statutes_diff import reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, LedgerRow, Place, Target
from statutes_diff.reports import View
from statutes_diff.reports.markdown import escaped
from statutes_diff.terminal import printable
from tests import report_cases as cases
from tests.golden_plugin import Golden
from tests.values import replace

MARKDOWN = reports.load("markdown")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rendered(markdown: str) -> str:
    return str(GITHUB.render(markdown))


def visible(markdown: str) -> str:
    """What a reader sees, white space aside."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", rendered(markdown))).split())


def inserted(text: str) -> Account:
    pair = ArticlePair("inserted", None, Place(cases.article("L1-1", text), ()), "none", 0.0)
    return Account(replace(cases.COMPARISON, articles=(pair,)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_comparison(golden: Golden, language: str) -> None:
    with speaking(language):
        golden(MARKDOWN.compare(cases.ACCOUNT, View()), f"compare-{language}.md")


def test_changes_are_elements_and_tables_are_tables() -> None:
    output = rendered(MARKDOWN.compare(cases.ACCOUNT, View()))
    assert "<del>tarifs</del><ins>tarifs et les horaires</ins>" in output
    assert "<del>~oeuvre~</del> <ins>~œuvre~</ins>" in output
    assert output.count("<table>") == 2
    assert "<td>L. 13-9, al. 2 and 3</td>" in output


HARD = [
    "1. L'alinéa commence par un nombre",
    "12) de même",
    "- un tiret",
    "+ un plus",
    "# un titre",
    "=== souligné",
    "> une citation",
    "    quatre espaces",
    "* une étoile* et **deux** et _trois_ et __quatre__",
    "un | deux || trois",
    "`code` et ``deux`` et ```trois```",
    "[lien](http://exemple.fr) et ![image](x) et [^1]",
    "<script>alert(1)</script> & &amp; &#60; <!-- --> <b",
    "une barre \\ et \\* et \\\\",
    "~~rayé~~ et ~un~ et $x^2$",
    "R.* 42 et R** 43 et *R111-2",
    "une ligne\nune autre\n- et un tiret\n\n# après une ligne vide",
    "une cellule\tune autre",
    "\x1b[31m et \u202e et \ud800",
    "al. 1 :\n===\n---",
]


@pytest.mark.parametrize("text", HARD)
def test_text_renders_as_it_stands(text: str) -> None:
    expected = "".join(printable(text).replace("\t", "│").split())
    output = MARKDOWN.compare(inserted(text), View())
    assert f"{expected}" in visible(output).replace("⏎", "")
    assert rendered(output).count("<ins>") == 3  # two in the legend


@given(st.text(st.sampled_from(" ab1.)-+#=*_[]()<>|`~\\&!$:\n\té"), max_size=40))
@example("1)")
def test_escaped_text_renders_as_it_stands(text: str) -> None:
    want = "".join(text.replace("\t", "│").split())
    assert visible(f"{escaped(text)}") == want
    assert visible(f"> {escaped(text)}") == want
    assert visible(f"a {escaped(text, opening=False)}") == "a" + want


def test_every_field_is_escaped() -> None:
    nasty = "<b>*x*|y"
    statute = replace(cases.OLD, title=nasty, source=nasty, format=nasty, encoding=nasty)
    output = rendered(MARKDOWN.compare(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, old=statute)), View()))
    assert "<b>" not in output
    assert output.count("&lt;b&gt;*x*|y") == 4


def test_renvois_of_different_places_are_different_rows() -> None:
    rows = [LedgerRow("removed", old, None) for n in (1, 7) for old in cases.mention(n, "L. 13-9", 5, Target(article="L13-9"))]
    output = MARKDOWN.compare(replace(cases.ACCOUNT, references=tuple(rows)), View())
    assert output.count("| removed | L. 13-9 |") == 2


def test_the_code_compared_is_not_named_another_is() -> None:
    own, other = Target(text=cases.OLD.title.upper(), article="L13-9"), Target(text="code du travail", article="L1")
    rows = [LedgerRow("added", None, new) for n in (1, 2) for new in cases.mention(n, "x", n, own if n == 1 else other)]
    rows += [LedgerRow("kept", new, new) for new in cases.mention(3, "x", 9, own, other)]
    output = MARKDOWN.compare(replace(cases.ACCOUNT, references=tuple(rows)), View())
    assert "| added | L. 13-9 |" in output
    assert "| added | L. 1 (code du travail) |" in output
    assert "2 kept: L. 13-9; L. 1 (code du travail)" in output


def facts(text: str) -> list[str]:
    return re.findall(r"al\. \d+|L\. [\d-]*\d|« .*? »", text)


@pytest.mark.parametrize("view", [View(width=200), View(width=200, full=True), View(width=200, only=frozenset({"editorial"}))])
def test_markdown_and_terminal_tell_the_same_facts_in_the_same_order(view: Any) -> None:
    terminal = reports.load("terminal").compare(cases.ACCOUNT, view)
    assert facts(html.unescape(rendered(MARKDOWN.compare(cases.ACCOUNT, view)))) == facts(terminal)


def many(count: int) -> Account:
    """So many articles that changed, two of one number among them."""
    places = [Place(cases.article(f"L1-{n % (count - 1)}", f"Le maire du canton {n} délibère."), ()) for n in range(count)]
    kinds: Any = ("inserted", "removed")
    pairs = [ArticlePair(kinds[n % 2], *((None, p) if n % 2 == 0 else (p, None)), "none", 0.0) for n, p in enumerate(places)]
    return Account(replace(cases.COMPARISON, articles=tuple(pairs)))


@pytest.mark.parametrize(("count", "folds"), [(4, False), (20, False), (21, True), (200, True)])
def test_a_long_report_has_a_table_of_contents_whose_links_lead_somewhere(count: int, folds: bool) -> None:
    output = rendered(MARKDOWN.compare(many(count), View()))
    links = re.findall(r'<a href="#([^"]+)">', output)
    places = re.findall(r'<a id="([^"]+)"></a>', output)
    assert len(links) == len(set(links)) == count
    assert set(links) == set(places) and len(places) == count
    assert (output.count("<details>"), output.count("</details>")) == ((1, 1) if folds else (0, 0))


def test_a_short_report_is_its_own_table() -> None:
    assert "<a href" not in rendered(MARKDOWN.compare(many(3), View()))


def test_a_long_table_is_folded_and_still_a_table() -> None:
    rows = [
        row
        for n in range(30)
        for row in (LedgerRow("removed", cases.mention(n, f"L. {n}", 5, Target(article=f"L{n}"))[0], None),)
    ]
    output = rendered(MARKDOWN.compare(replace(cases.ACCOUNT, references=tuple(rows)), View()))
    folded = output[output.index("<details>") : output.index("</details>")]
    assert "<summary>30 rows</summary>" in folded
    assert folded.count("<tr>") == 31


@pytest.mark.parametrize("text", ["@maire et @org/team", "l'alinéa #12", ":tada: et :+1:", "a@exemple.fr", "à 10:30:45"])
def test_nobody_is_called_and_no_request_is_linked(text: str) -> None:
    output = rendered(MARKDOWN.compare(inserted(text), View()))
    assert text.replace(" ", "") in visible(MARKDOWN.compare(inserted(text), View()))
    assert not re.search(r"[@#](?!<!-- -->)\w|:[a-z0-9+]+:", re.sub(r'<a id="[^"]*">', "", output).partition("<h2>")[2])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_page_alone(golden: Golden, language: str) -> None:
    with speaking(language):
        golden(MARKDOWN.compare_summary(cases.ACCOUNT, View()), f"summary-{language}.md")


def test_the_first_page_is_that_of_the_terminal() -> None:
    terminal = "".join(reports.load("terminal").compare_summary(cases.ACCOUNT, View(width=120)).split())
    page = visible(MARKDOWN.compare_summary(cases.ACCOUNT, View())).removeprefix("Whatchanged")
    signs = re.compile(r"[!:.\d-]")  # the margins of the terminal, the numbers of the lists
    assert signs.sub("", page) == signs.sub("", terminal)


@pytest.mark.parametrize("text", HARD)
def test_the_first_page_is_escaped(text: str) -> None:
    statute = replace(cases.OLD, title=text, source=text)
    output = rendered(MARKDOWN.compare_summary(replace(cases.ACCOUNT, comparison=replace(cases.COMPARISON, old=statute)), View()))
    assert "<script" not in output and "<a " not in output and "<img" not in output
    assert output.count("<h1>") == 1 and output.count("<h2>") == 1
