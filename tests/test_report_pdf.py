"""The PDF report: what its pages say, its bookmarks and marks, the same bytes each time."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from statutes_diff import reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, ArticlePair, Place
from statutes_diff.reports import View
from statutes_diff.reports._pdf.pages import _pieces
from statutes_diff.reports._views.segments import Segment
from statutes_diff.sources import InputError
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED, Run
from tests.values import replace

PDF = reports.load("pdf")


def inserted(*texts: str) -> Account:
    pairs = [ArticlePair("inserted", None, Place(cases.article(f"L{n}", text), ()), "none", 0.0) for n, text in enumerate(texts)]
    return Account(replace(cases.COMPARISON, articles=tuple(pairs)))


def said(data: bytes) -> str:
    """The words of all pages, white space squeezed; what stands at the foot of pages is among them."""
    document = pypdfium2.PdfDocument(data)
    words = " ".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    return " ".join(words.replace("\u00a0", " ").split())


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    document = pypdfium2.PdfDocument(data)
    found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    document.close()
    return found


def test_headings_are_bookmarks() -> None:
    assert bookmarks(PDF.compare(cases.ACCOUNT, View())) == [
        (0, "What changed"),
        (1, "Article L. 12-5 — modified · 2 alinéas modified, 1 split, 1 removed, 1 inserted"),
        (1, "Article L. 12-8 (formerly L. 12-7) — renumbered · 1 alinéa modified"),
        (1, "Institutions"),
        (1, "Cross-references"),
        (1, "Other findings"),
        (1, "Not compared, and the proof"),
    ]


def facts(text: str) -> list[str]:
    return re.findall(r"al\. \d+|L\. [\d-]*\d", text)


@pytest.mark.parametrize("view", [View(width=200), View(width=200, full=True), View(width=200, rewritten=True)])
def test_pdf_and_terminal_tell_the_same_facts_in_the_same_order(view: Any) -> None:
    first = facts(reports.load("terminal").compare_summary(cases.ACCOUNT, view))
    terminal = facts(reports.load("terminal").compare(cases.ACCOUNT, view))
    found = facts(said(PDF.compare(cases.ACCOUNT, view)))
    assert found[len(found) - len(terminal) :] == terminal
    assert found[: len(found) - len(terminal)] == first[: len(found) - len(terminal)]


@pytest.mark.parametrize("account", [cases.ACCOUNT, cases.RECAST_ACCOUNT])
def test_it_speaks_french_with_its_typography(account: Account) -> None:
    with speaking("fr"):
        data = PDF.compare(account, View())
    assert "Ancienne version : Code des halles et marchés" in said(data)
    assert b"/Lang (fr" in data


def test_the_letters_of_french_law_are_drawn_and_no_other_is_lost() -> None:
    text = "L’œuvre « à 5 € » – n\u202f° 3 ; Œ, Ÿ, ½, x² ≥ 3 → β, кот, 法"
    words = said(PDF.compare(inserted(text), View()))
    assert "L’œuvre « à 5 € » – n ° 3 ; Œ, Ÿ, ½, x² ≥ 3 → β, [U+043A][U+043E][U+0442], [U+6CD5]" in words


HOSTILE = [
    "<b>gras</b> & <br/>",
    "</para><a href='http://x'>",
    "&amp; &#60;",
    "\x1b[31m \u202e \ud800",
    "<img src='x'/>",
    "%PDF (\\)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stands_as_it_is_in_every_field(text: str) -> None:
    from statutes_diff.terminal import printable

    nasty = replace(cases.OLD, title=text, source=text, format=text, encoding=text)
    account = replace(inserted(text), comparison=replace(inserted(text).comparison, old=nasty))
    data = PDF.compare(account, View())
    assert said(data).count(" ".join(printable(text).split())) >= 4
    assert b"/URI" not in data


def test_a_word_longer_than_the_page_and_a_text_of_pages_are_whole() -> None:
    words = said(PDF.compare(inserted("x" * 3_000, "mot " * 12_000), View()))
    assert words.count("x") >= 3_000
    assert words.count("mot") == 12_000


@pytest.mark.parametrize(
    "text", ["", "a b\n\nc ", " " * 5_000, "é" * 10_001, "mot " * 5_000, "\n" * 300, "x" * 1_999 + " " + "y" * 3_000]
)
def test_the_pieces_of_a_long_text_are_the_text(text: str) -> None:
    pieces = list(_pieces([Segment("equal", text), Segment("deleted", "fin")]))
    assert "".join(run.text for piece in pieces for run in piece) == f"{text}fin"
    assert all(sum(len(run.text) for run in piece) <= 7_000 for piece in pieces)
    assert [run.kind for run in pieces[-1]][-1] == "deleted"


def test_a_row_taller_than_a_page_is_set() -> None:
    rows = tuple(replace(cases.FINDINGS[0], where_old=tuple(cases.at(n) for n in range(1, 4_000, 2))) for _turn in range(2))
    assert "3999" in said(PDF.compare(replace(cases.ACCOUNT, findings=rows), View()))


def test_changes_are_struck_and_underlined_and_fonts_embedded() -> None:
    """Lines are drawn as such: a text without changes has none."""
    data = PDF.compare(cases.ACCOUNT, View())
    assert b"/FontFile2" in data and b"Helvetica" not in data
    changed, plain = (pypdfium2.PdfDocument(PDF.compare(account, View())) for account in (inserted("neuf"), inserted()))
    lines = [sum(thing.type == 2 for page in document for thing in page.get_objects()) for document in (changed, plain)]
    assert lines[0] > lines[1]


def test_links_of_the_contents_lead_to_articles() -> None:
    data = PDF.compare(inserted(*"abcde"), View())
    assert data.count(b"/Subtype /Link") == 5
    assert "inserted (5): L. 0, L. 1, L. 2, L. 3, L. 4" in said(data)


def test_the_same_bytes_each_time(run: Run, tmp_path: Path) -> None:
    assert PDF.compare(cases.ACCOUNT, View()) == PDF.compare(cases.ACCOUNT, View(width=40, color=True))
    for name, seed in (("a.pdf", "1"), ("b.pdf", "2")):
        done = run("compare", OLD_SEED, NEW_SEED, "-o", tmp_path / name, env={"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"})
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.platypus", None)
    with pytest.raises(InputError, match=r"pip install 'statutes-diff\[pdf-report\]'"):
        PDF.compare(cases.ACCOUNT, View())
