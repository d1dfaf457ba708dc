"""The HTML report in a real Chromium, without a screen: keys, filters, views, links, colours, print; and nothing let through.

Skipped, and said to be, where no Chromium with its driver is installed (packages ``chromium`` and ``chromium-driver``).
"""

from __future__ import annotations

import base64
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from statutes_diff.model import Account, Channel
from statutes_diff.reports import View
from tests import html_cases as cases

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no browser: install chromium and chromium-driver to test the HTML report in it"
)

FLAGS = (
    "--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync "
    "--hide-scrollbars --mute-audio"
).split()

_AT_A_TIME = 5  # payloads in a page: a browser takes a tenth of a second for each

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests, with a new profile."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    for flag in (*FLAGS, *root, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a page in the browser; at the end of the test nothing may have been complained of on its console."""

    def opened(page: str | None = None, *, width: int = 1280, dark: bool = False, media: str = "", script: bool = True) -> Any:
        path = tmp_path / "page.html"
        path.write_text(cases.page() if page is None else page, encoding="utf-8")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        chromium.get(path.as_uri())
        return chromium

    yield opened
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert chromium.get_log("browser") == []


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(browser, duration=0).send_keys(key).perform()


def at(browser: Any) -> str:
    """The words of the change where the reader stands."""
    return str(browser.execute_script("return document.activeElement.textContent"))


def shown(browser: Any) -> list[str]:
    """The ids of the alinéas that can be seen."""
    code = "return [...document.querySelectorAll('#changes .al')].filter((e) => e.offsetParent).map((e) => e.id)"
    return list(browser.execute_script(code))


def test_keys_go_from_change_to_change(show: Open) -> None:
    browser = show()
    seen = []
    for key in "njnj":
        press(browser, key)
        seen.append(at(browser))
    assert seen == ["12", "ou demi-journée", "maire", "Il est affiché."]
    assert browser.execute_script("const b = document.activeElement.getBoundingClientRect(); return b.top > 60 && b.bottom < 900")
    press(browser, "p", "k")
    assert at(browser) == "ou demi-journée"
    assert browser.execute_script("return document.getElementById('place').textContent") == "Change 2 of 7"
    press(browser, *"nnnnnnnnn")
    assert browser.execute_script("return document.getElementById('place').textContent") == "Change 7 of 7"
    press(browser, *"ppppppppp")
    assert at(browser) == "12"


def test_keys_go_from_article_to_article(show: Open) -> None:
    browser = show()
    titles = []
    for key in "NNP":
        press(browser, key)
        titles.append(at(browser))
    assert titles == ["Article L. 2", "Article L. 3", "Article L. 2"]


def test_keys_count_from_where_one_has_scrolled(show: Open) -> None:
    browser = show()
    press(browser, "n")
    browser.execute_script("document.getElementById('a-L4').scrollIntoView({block: 'center'})")
    press(browser, "n")
    assert at(browser).startswith("Les voies d'accès")


def test_help_is_a_dialog_that_escape_closes(show: Open) -> None:
    browser = show()
    press(browser, "?")
    assert browser.execute_script("return document.getElementById('help').open")
    press(browser, "\ue00c")
    assert not browser.execute_script("return document.getElementById('help').open")


@pytest.mark.parametrize("channel", ["substantive", "reference", "numbering", "editorial"])
def test_a_filter_shows_what_only_shows(show: Open, channel: Channel) -> None:
    tree = cases.parsed(cases.page(view=View(only=frozenset({channel}))))
    expected = [entry.get("id") for entry in tree.find_class("al")]
    browser = show()
    letter = {"substantive": "s", "reference": "r", "numbering": "n", "editorial": "e"}[channel]
    for box in browser.find_elements("css selector", "input[name=channel]"):
        if box.get_attribute("value") != letter:
            box.click()
    boxes = browser.execute_script("return [...document.querySelectorAll('input[name=channel]:checked')].map((e) => e.value)")
    assert boxes == ([letter] if expected else [])
    assert shown(browser) == expected
    stops = browser.execute_script("return document.getElementById('place').textContent")
    assert stops == f"Changes: {len([1 for e in tree.find_class('al') for _ in e.iter('ins', 'del')]) - replaced(tree)}"


def replaced(tree: Any) -> int:
    """Insertions right behind a deletion: one change with it."""
    return sum(
        (before := each.getprevious()) is not None
        and before.tag == "del"
        and not (before.tail or "").strip()
        or (before is not None and before.get("class") == "b")
        for each in tree.xpath("//section[@id='changes']//ins")
    )


def test_side_by_side_each_column_is_its_version(show: Open) -> None:
    browser = show()
    press(browser, "v")
    columns = browser.execute_script(
        "return [...document.querySelectorAll('.two')].map((two) => [two.closest('.al').id, ...[...two.children].map((p) => {"
        "const c = p.cloneNode(true); c.querySelector('.vh').remove(); return c.textContent; })])"
    )
    versions = {}
    for pair in cases.account().comparison.articles:
        for alinea in pair.paired() if pair.new else ():
            versions[f"a-{pair.new.article.number}.{alinea.new[0]}"] = (pair.old_text(alinea), pair.new_text(alinea))
    assert columns
    assert {place: (old, new) for place, old, new in columns} == {place: versions[place] for place, _, _ in columns}
    boxes = (
        "return [...document.querySelector('.two').children].map((p) => p.getBoundingClientRect()).map((b) => [b.left, b.width])"
    )
    (left, width), (right, _) = browser.execute_script(boxes)
    assert left + width <= right
    press(browser, "n", "n")
    assert at(browser) == "ou demi-journée"
    assert browser.execute_script("return Boolean(document.activeElement.closest('.two'))")
    press(browser, "v")
    assert not browser.execute_script("return [...document.querySelectorAll('.two')].some((two) => two.offsetParent)")


def test_side_by_side_from_the_start_where_it_is_asked_for(show: Open) -> None:
    browser = show(cases.page(view=View(beside=True)))
    assert browser.execute_script("return Boolean(document.querySelector('.two').offsetParent)")


def test_in_the_old_column_renvois_lead_to_the_old_text(show: Open) -> None:
    browser = show()
    press(browser, "v")
    texts = browser.execute_script(
        "return [...document.querySelectorAll('#a-L3\\\\.1 .two a')].filter((a) => a.textContent === 'L. 4')"
        ".map((a) => document.getElementById(a.dataset.t).textContent)"
    )
    assert len(texts) == 2
    assert "Nul ne peut" in texts[0] and "of the old version" in texts[0]
    assert "Les voies" in texts[1]


def test_the_text_of_a_renvoi_is_shown_and_escape_hides_it(show: Open) -> None:
    browser = show()
    browser.execute_script("document.querySelector('#a-L2\\\\.1 a[data-t]').focus()")
    tip = browser.find_element("id", "tip")
    assert tip.is_displayed() and "Les halles sont ouvertes" in tip.text
    assert browser.execute_script("return document.activeElement.getAttribute('aria-describedby')") == "tip"
    from selenium.webdriver.common.action_chains import ActionChains

    link = browser.find_element("css selector", "#a-L2\\.1 a[data-t]")
    ActionChains(browser).move_to_element(link).move_to_element(tip).perform()  # what is shown can be reached and read
    assert tip.is_displayed()
    press(browser, "\ue00c")
    assert not tip.is_displayed()


def test_a_link_leads_to_what_a_filter_hid(show: Open) -> None:
    browser = show()
    browser.execute_script("document.querySelector('input[value=s]').click()")
    assert not browser.find_element("id", "a-L2.3").is_displayed()
    browser.execute_script("location.hash = '#a-L2.3'")
    time.sleep(0.1)
    assert browser.find_element("id", "a-L2.3").is_displayed()


def test_the_outline_follows(show: Open) -> None:
    browser = show()
    browser.execute_script("document.getElementById('a-L6').scrollIntoView()")
    time.sleep(0.2)
    assert browser.execute_script("return document.querySelector('#outline [aria-current]').textContent") == "L. 6 ← L. 4"
    assert browser.execute_script("const b = document.getElementById('outline').getBoundingClientRect(); return b.top < 120")


def test_without_scripts_everything_is_there(show: Open) -> None:
    browser = show(script=False)
    words = " ".join(cases.parsed(cases.page()).get_element_by_id("main").itertext())
    text = browser.find_element("tag name", "main").text
    missing = [word for word in set(words.split()) if word.lower() not in text.lower()]
    assert missing == []
    assert not browser.find_element("id", "next").is_displayed()


CONTRAST = """
const lum = (c) => { const v = c.map((x) => { x /= 255; return x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
const rgb = (s) => s.match(/[\\d.]+/g).map(Number);
const back = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
  if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
const low = [];
for (const e of document.querySelectorAll('body *')) {
  if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const [a, b] = [lum(rgb(getComputedStyle(e).color)), lum(back(e))].sort((x, y) => y - x);
  if ((a + .05) / (b + .05) < 4.5) low.push([e.localName, e.className, e.textContent.slice(0, 30), (a + .05) / (b + .05)]);
}
return low;
"""


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_is_enough_in_light_and_dark(show: Open, dark: bool) -> None:
    browser = show(dark=dark)
    background = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (int(background[4:].split(",")[0]) < 60) is dark
    assert browser.execute_script(CONTRAST) == []
    press(browser, "d")
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") != background
    assert browser.execute_script(CONTRAST) == []


def test_changes_differ_by_more_than_colour(show: Open) -> None:
    browser = show()
    lines = browser.execute_script(
        "return ['del', 'ins'].map((tag) => getComputedStyle(document.querySelector(`.w ${tag}`)).textDecorationLine)"
    )
    assert lines == ["line-through", "underline"]


def test_a_screen_reader_hears_where_changes_begin_and_end(show: Open) -> None:
    browser = show()
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    heard = " ".join(str(node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored"))
    for words in ("[start of deletion]", "[end of deletion]", "[start of insertion]", "[end of insertion]"):
        assert words in heard
    roles = {node["role"]["value"] for node in nodes if "role" in node}
    assert {"banner", "navigation", "main", "deletion", "insertion", "heading"} <= roles


def test_a_phone_shows_it_without_scrolling_sideways(show: Open) -> None:
    browser = show(width=390)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
    widths = "return Math.min(...[...document.querySelectorAll('.scroll th')].map((e) => e.offsetWidth))"
    assert browser.execute_script(widths) > 35  # no column is so narrow that its words stand letter by letter
    outline = browser.find_element("id", "outline")
    assert not outline.is_displayed()
    browser.find_element("id", "to-outline").click()
    assert outline.is_displayed()
    outline.find_element("css selector", "a[href='#a-L6']").click()
    assert not outline.is_displayed()
    press(browser, "v")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


def test_words_without_end_break(show: Open) -> None:
    browser = show(cases.page(cases.hostile("x" * 300)), width=390)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


def test_print_is_the_text_alone_on_white(show: Open) -> None:
    browser = show(dark=True, media="print")
    hidden = [browser.find_element("css selector", name).is_displayed() for name in (".bar", "#outline")]
    assert hidden == [False, False]
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.execute_script(CONTRAST) == []
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    import pypdfium2

    document = pypdfium2.PdfDocument(printed)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Article L. 6" in text and "demi-journée" in text and "Next change" not in text


def test_the_policy_lets_nothing_else_run(show: Open, chromium: Any) -> None:
    browser = show(cases.page().replace("</body>", "<script>window.pwned=1</script><img src=x onerror=window.pwned=1></body>"))
    assert browser.execute_script("return window.pwned") is None
    complaints = [entry["message"] for entry in chromium.get_log("browser")]
    assert len([words for words in complaints if "Content Security Policy" in words]) >= 2


def test_nothing_is_executed_whatever_the_words(show: Open) -> None:
    """Every payload in every field, a few at a time: opened, focused, hovered over, filtered, side by side."""
    state = (
        "document.querySelectorAll('[name=view]')[1].click(); document.querySelector('[name=channel]').click();"
        "document.querySelector('[name=channel]').click();"
        "for (const e of document.querySelectorAll('a, summary, [tabindex]')) { e.focus(); "
        "e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); }"
        "return [window.pwned ?? null, performance.getEntriesByType('resource').length, document.scripts.length,"
        " document.styleSheets.length, document.querySelectorAll('img,iframe,object,embed,svg,math,form,base,link').length,"
        " location.protocol]"
    )
    payloads = cases.payloads()
    for start in range(0, len(payloads), _AT_A_TIME):
        group = payloads[start : start + _AT_A_TIME]
        browser = show(cases.page(cases.hostile(" ".join(group))))
        assert browser.execute_script(state) == [None, 0, 2, 2, 0, "file:"], group
        assert browser.get_log("browser") == [], group


@pytest.fixture(scope="module")
def code() -> Account:
    return cases.large(3000)


def test_a_whole_code_is_painted_soon_and_answers_at_once(show: Open, code: Account) -> None:
    browser = show(cases.page(code))
    paints = browser.execute_script("return performance.getEntriesByType('paint').map((p) => p.startTime)")
    assert paints and max(paints) < 2000
    taken = browser.execute_script(
        "const t = performance.now(); document.getElementById('next').click();"
        "document.querySelector('input[value=side]').click(); document.body.offsetHeight; return performance.now() - t"
    )
    assert taken < 3000
    assert browser.execute_script("return document.getElementById('place').textContent") == "Change 1 of 6000"
