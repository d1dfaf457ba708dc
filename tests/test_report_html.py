"""The HTML report without a browser: one file, every change marked, links that lead somewhere, nothing let through."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statutes_diff import api
from statutes_diff.compare.rebuild import rebuilt
from statutes_diff.model import Account, Channel
from statutes_diff.reports import View, load
from statutes_diff.reports._html.labels import labels
from statutes_diff.reports._views.pairs import alinea_pairs
from statutes_diff.reports._views.segments import segments
from statutes_diff.reports._views.selection import selected
from tests import html_cases as cases
from tests import report_cases
from tests.conftest import NEW_SEED, OLD_SEED, ROOT
from tests.golden_plugin import Golden
from tests.values import replace

TEMPLATES = ROOT / "statutes_diff" / "reports" / "_html" / "templates"
CHANNELS: tuple[Channel, ...] = ("substantive", "reference", "numbering", "editorial")


def seeds() -> Account:
    return api.compare(api.read(str(OLD_SEED)), api.read(str(NEW_SEED)))


ACCOUNTS = {
    "halles": cases.account,
    "by hand": lambda: report_cases.ACCOUNT,
    "recast": lambda: report_cases.RECAST_ACCOUNT,
    "seeds": seeds,
    "nothing": lambda: cases.compared(cases.OLD, cases.OLD),
    "nothing in common": lambda: cases.compared("#### Article 1\n\nUn texte.\n", "#### Article 2\n\nAutre chose, tout autre.\n"),
}
VIEWS = {
    "plain": View(),
    "full": View(full=True),
    "rewritten": View(rewritten=True),
    "only": View(only=frozenset({"numbering"})),
}


@pytest.fixture(params=ACCOUNTS)
def account(request: pytest.FixtureRequest) -> Account:
    found: Account = ACCOUNTS[request.param]()
    return found


def without_assets(page: str) -> str:
    """The page without style, script and their hashes: what changes with the texts and the template."""
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1…\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page(golden: Golden, language: str) -> None:
    golden(without_assets(cases.page(language=language)), f"compare-{language}.html")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_ids_are_unique_and_links_lead_somewhere(account: Account, view: View) -> None:
    tree = cases.parsed(cases.page(account, view))
    ids = tree.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))
    links = [link.removeprefix("#") for link in tree.xpath("//@href")]
    named = [name for names in tree.xpath("//@data-t | //@aria-controls | //@aria-labelledby") for name in names.split()]
    named += [name.removeprefix("#") for names in tree.xpath("//@data-was") for name in names.split()]
    assert "changes" in links
    assert {*links, *named} - {*ids} == set()


class Balance(HTMLParser):
    """Every element is closed where it should be: what a browser would have to guess is a fault."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        assert self.open[-3:].count("p") <= 1, "a paragraph in a paragraph"
        assert "p" not in self.open[:-1] or tag not in ("div", "table", "ul", "dl", "p", "section"), f"{tag} in a paragraph"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_elements_are_closed_where_they_should_be(account: Account, view: View) -> None:
    found = Balance()
    found.feed(cases.page(account, view))
    found.close()
    assert found.open == []


def test_every_edit_is_marked_and_both_versions_can_be_read_from_it(account: Account) -> None:
    """Without what came, and the white space that came with it, an alinéa is the old one, to the character; and the reverse."""
    tree = cases.parsed(cases.page(account))
    found = {entry.get("id"): entry.find_class("w") for entry in tree.find_class("al")}
    read = 0
    for pair in account.comparison.articles:
        for alinea in alinea_pairs(pair) if pair.old and pair.new and not account.comparison.passages else ():
            if alinea.status in ("unchanged", "removed"):
                continue
            (words,) = found[f"a-{pair.new.article.number}.{alinea.new[0]}"] if pair.new else ()
            read += 1
            old, new = cases.both_sides(words)
            if words.tag == "p" and not (set("⏎␣⍽⇥") & set(words.text_content())):
                assert new == pair.new_text(alinea).strip().replace("\t", " │ ")
                assert old == pair.old_text(alinea).strip().replace("\t", " │ ") or not alinea.old
            assert len(words.findall(".//del")) + len(words.findall(".//ins")) >= len(alinea.edits)
    assert (
        read
        or not any(pair.old and pair.new and pair.alineas for pair in account.comparison.articles)
        or (account.comparison.passages)
    )


def test_the_words_of_a_renvoi_lead_to_the_article_that_the_page_shows_or_to_its_text() -> None:
    tree = cases.parsed(cases.page())
    (inside,) = tree.xpath("//div[@id='a-L3.1']//a[.='L. 2']")
    assert inside.get("href") == "#a-L2"
    (outside,) = tree.xpath("//div[@id='a-L2.1']//a[.='L. 1']")
    assert tree.get_element_by_id(outside.get("href")[1:]).find("dd").text.startswith("Les halles sont ouvertes")


def test_a_renvoi_whose_words_stayed_leads_in_each_version_to_the_text_of_that_version() -> None:
    tree = cases.parsed(cases.page())
    (link,) = tree.xpath("//div[@id='a-L3.1']//a[.='L. 4']")
    texts = {name: tree.get_element_by_id(name).find("dd").text for name in [link.get("data-t"), link.get("data-was").split()[1]]}
    new, old = texts.values()
    assert new.startswith("Les voies d'accès")
    assert old.startswith("Nul ne peut céder")
    assert link.get("href") == "#a-L4"
    assert link.get("data-was").split()[0] == "#a-L6"  # where the former text now stands


def test_places_in_findings_are_links() -> None:
    tree = cases.parsed(cases.page())
    links = {link.text: link.get("href") for link in tree.xpath("//section[@id='findings']//a")}
    assert links
    assert all(re.match(r"#[ao]-L\d", href) for href in links.values())


def test_a_number_that_left_is_not_confused_with_the_one_that_came() -> None:
    tree = cases.parsed(cases.page())
    rows = [[cell.text_content() for cell in row] for row in tree.xpath("//section[@id='numbers']//tbody/tr")]
    assert [row[:2] for row in rows] == [["L. 4", "L. 6"]]
    assert tree.xpath("//section[@id='numbers']//tbody//a/@href") == ["#a-L6", "#a-L6"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_only_leaves_out_what_the_other_reports_leave_out(channel: Channel) -> None:
    view = View(only=frozenset({channel}))
    tree = cases.parsed(cases.page(view=view))
    shown = [pair for pair in selected(cases.account(), view).comparison.articles if pair.status != "not-covered"]
    numbers = [pair.new.article.number if pair.new else pair.old.article.number for pair in shown if pair.new or pair.old]
    assert [article.get("id")[2:] for article in tree.xpath("//section[@id='changes']/article")] == numbers
    assert "only changes of" in tree.get_element_by_id("summary").text_content()


def test_rewritten_shows_both_wordings_and_marks_nothing() -> None:
    tree = cases.parsed(cases.page(view=View(rewritten=True)))
    assert tree.xpath("//section[@id='changes']//ins | //section[@id='changes']//del") == []
    olds, news = ([words.text_content() for words in tree.find_class(name)] for name in ("old", "new"))
    assert any("12 euros" in words for words in olds) and any("14 euros" in words for words in news)


def test_full_shows_unchanged_articles_too() -> None:
    assert 'id="a-L1"' not in cases.page()
    assert 'id="a-L1"' in cases.page(view=View(full=True))


def test_who_cites_what_changed() -> None:
    found = cases.compared(cases.OLD, cases.NEW, inbound=True)
    tree = cases.parsed(cases.page(found))
    assert [row[0].text_content() for row in tree.xpath("//section[@id='cited']//tbody/tr")]
    assert "No other article cites" in cases.page(replace(found, inbound=()))


def test_substitutions_with_the_places_that_are_left_as_links() -> None:
    """Four articles name the same body; one of them, which changed otherwise, still has its old name."""
    articles = [f"#### Article L{n}\n\nLe tribunal d'instance statue sur les litiges du marché {n}.\n" for n in range(1, 5)]
    old = "\n".join([*articles, "#### Article L5\n\nLe tribunal d'instance est saisi par le placier dans les deux mois.\n"])
    new = "\n".join(articles).replace("d'instance", "judiciaire")
    new += "\n#### Article L5\n\nLe tribunal d'instance est saisi par le placier dans les trois mois.\n"
    tree = cases.parsed(cases.page(cases.compared(old, new)))
    (row,) = tree.xpath("//section[@id='substitutions']//tbody/tr")
    assert [cell.text_content() for cell in row][1:3] == ["4", "1"]
    assert row.xpath(".//a/@href") == ["#a-L5.1"]
    assert "nothing but a substitution" in tree.get_element_by_id("a-L1").text_content()


def test_the_same_facts_as_the_terminal_in_the_same_order() -> None:
    """Figures, article headings, findings and the proof."""
    terminal = load("terminal").compare(cases.account(), View(width=200))
    tree = cases.parsed(cases.page())
    headings = [" — ".join(part.text_content() for part in title) for title in tree.xpath("//article/h3")]
    findings = [each.text_content() for each in tree.xpath("//section[@id='findings']//li")]
    (result,) = tree.xpath("//dl[@class='result']/dd[1]")
    flat = " ".join(terminal.split())
    places = [flat.index(" ".join(words.split())) for words in (result.text_content(), *headings)]
    assert headings and findings and places == sorted(places)
    for words in (*findings, tree.find_class("proof")[0].text_content()):
        assert " ".join(words.split()) in flat


def test_one_file_that_asks_for_nothing() -> None:
    tree = cases.parsed(cases.page())
    assert tree.xpath("//@src | //@srcset | //@action | //link | //iframe | //img | //object | //base | //@style") == []
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == []
    assert [name for node in tree.iter() if isinstance(node.tag, str) for name in node.attrib if name.startswith("on")] == []
    for name in ("compare.css", "compare.js", "start.js"):
        text = (TEMPLATES / name).read_text("utf-8")
        assert not re.search(r"https?:|//\w|@import|url\(|fetch|XMLHttp|innerHTML|eval|</", re.sub(r"//? [^\n]*", "", text)), name


def test_the_policy_names_each_style_and_script_by_its_hash() -> None:
    tree = cases.parsed(cases.page())
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()}'" for node in tree.iter(tag)]
        assert parts[kind].split() == hashes


def test_the_same_bytes_each_time() -> None:
    assert cases.page() == cases.page()
    code = "from tests import html_cases as c; import sys; sys.stdout.buffer.write(c.page().encode())"
    pages = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {cases.page().encode()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_says_its_language_and_that_of_the_law(language: str) -> None:
    tree = cases.parsed(cases.page(language=language))
    assert tree.get("lang") == language
    law = {words.get("lang") for words in tree.find_class("w")}
    assert law == ({None} if language == "fr" else {"fr"})


def test_headings_are_in_order_and_tables_have_headings() -> None:
    tree = cases.parsed(cases.page(cases.compared(cases.OLD, cases.NEW, inbound=True)))
    levels = [int(node.tag[1]) for node in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    tables = tree.xpath("//table[not(@class='law')]")
    assert tables
    assert [table for table in tables if not table.xpath("thead//th[@scope='col']")] == []
    assert tree.xpath("//tbody/tr[not(th[@scope='row'])][not(ancestor::*[@class='law'])]") == []
    assert [len(tree.xpath(f"//{landmark}")) for landmark in ("header", "nav", "main")] == [1, 1, 1]
    assert tree.xpath("//button[not(normalize-space())] | //input[not(ancestor::label)]") == []


def test_no_label_is_left_unused() -> None:
    template = (TEMPLATES / "compare.html.jinja").read_text("utf-8")
    own = {
        "changes",
        "substitutions",
        "institutions",
        "renvois",
        "cited",
        "findings",
        "numbers",
        "texts",
    }  # also the parts of the outline
    assert [name for name in labels() if f"t.{name}" not in template and name not in own] == []


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes."""
    return [(node.tag, tuple(node.attrib)) for node in cases.parsed(page).iter() if isinstance(node.tag, str)]


PLAIN = skeleton(cases.page(cases.hostile("mots")))
FIXED = ("script", "style", "meta", "title", "main", "dialog")


@pytest.mark.parametrize("payload", cases.payloads(), ids=lambda payload: repr(payload)[:60])
def test_words_stay_words_in_every_field(payload: str) -> None:
    page = cases.page(cases.hostile(payload))
    found = skeleton(page)
    assert {tag for tag, _ in found} <= {tag for tag, _ in PLAIN}
    assert [node for node in found if node[0] in FIXED] == [node for node in PLAIN if node[0] in FIXED]
    names = {name for _, attributes in found for name in attributes}
    assert [
        name for name in names if name.startswith("on") or name in ("src", "style", "srcdoc", "action", "ping", "autofocus")
    ] == []
    tree = cases.parsed(page)
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    ids: list[Any] = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_list_of_payloads_is_long_enough() -> None:
    assert len(set(cases.payloads())) >= 100


def test_signs_that_cannot_be_seen_are_spelled_out() -> None:
    page = cases.page(cases.hostile("a\u202eb\x1b[0mc\u200bd"))
    assert "\u202e" not in page and "\x1b" not in page and "\u200b" not in page
    assert r"a\u202eb\x1b[0mc\u200bd" in page


def test_a_whole_code_is_a_page_of_a_few_megabytes() -> None:
    page = cases.page(cases.large(3000))
    assert page.count("<article id=") == 3000
    assert len(page.encode()) < 20_000_000


def test_templates_and_their_library_load_only_for_the_page() -> None:
    code = (
        "import sys; from statutes_diff import reports; import statutes_diff.cli.compare; reports.load('terminal'); "
        "reports.load('html'); print(*sorted({'jinja2', 'markupsafe'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip() == ""


WORDS = st.lists(st.sampled_from(["le", "maire", ",", ".", "de", "L. 5", " ", "\u00a0", "  ", "\n"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_white_space_of_one_version_is_kept_apart(old: str, new: str) -> None:
    """Each version reads as it stands from the runs that are not the other's; signs of changed white space aside."""
    edits = report_cases.edits(old, new)
    assume(rebuilt(old, new, edits) == new)
    found = segments(old, new, edits, full=True, sided=True)
    if set("⏎␣⍽⇥") & set("".join(run.text for run in found)):
        return
    kept_old, kept_new = (
        "".join(run.text for run in found if run.kind not in gone and run.side in ("", side))
        for side, gone in (("old", ("inserted",)), ("new", ("deleted",)))
    )
    assert (kept_old, kept_new) == (old, new)
