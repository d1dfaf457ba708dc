"""Draw the picture of the HTML report that the README shows: ``python tools/html_picture.py`` (needs Chromium and its driver)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.reports import View

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ("seeds/000_457fec360ea4ede8.txt", "seeds/004_fe876a979c001f0e.txt")
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars".split()


def picture(page: Path) -> bytes:
    """The page side by side, from its first article on."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={page.parent}", "--window-size=1240,800"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        size = {"width": 1240, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(page.as_uri())
        browser.execute_script("document.querySelector('[value=side]').click()")
        browser.execute_script("document.querySelector('article').scrollIntoView()")
        return bytes(browser.get_screenshot_as_png())
    finally:
        browser.quit()


def main() -> None:
    account = api.compare(*(api.read(str(ROOT / seed)) for seed in SEEDS))
    with tempfile.TemporaryDirectory() as folder, speaking("fr"):
        page = Path(folder, "page.html")
        page.write_text(reports.load("html").compare(account, View()), encoding="utf-8")
        target = ROOT / "docs" / "images" / "html.png"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(picture(page))
    print(target.relative_to(ROOT), target.stat().st_size)


if __name__ == "__main__":
    main()
