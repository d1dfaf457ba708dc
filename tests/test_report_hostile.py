"""Law, headings and names made of what terminals, spreadsheets and parsers obey: every format of every command stays what it is.

A machine format can be parsed and has lost nothing; a format for people holds nothing but what is seen.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from statutes_diff import api, reports
from statutes_diff.messages import translated
from statutes_diff.model import Division, Statute
from statutes_diff.reports import View
from statutes_diff.reports._views.view import Table
from statutes_diff.terminal import printable
from tests import report_cases as cases
from tests.git_cases import Repository

OBEYED = [
    "\0",
    "\x1b]0;owned\x07",
    "\x1b[31m",
    "\r\n",
    "\r",
    "\x85",
    "\u2028",
    "{{ 7 * 7 }}",
    "::error::x",
    "%0A",
    "##[endgroup]",
]
UNSEEN = ["\u202e", "\u200b", "\ufeff", "\udcff", "\ud83d", "\ufffe", "\U0001ffff"]
FORMULAS = ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "＝1", "'=1"]
MARKUP = ['"', "a,b;c", "<script>alert(1)</script>", "&amp;", "]]>", "-->", "| a |", "[x](javascript:x)", "\\", "*_`~"]
BAD = [*OBEYED, *UNSEEN, *FORMULAS, *MARKUP, "é", "l'article 2", "l'article L. 1-1"]
WORDS = st.lists(st.sampled_from(BAD) | st.text(max_size=3), min_size=1, max_size=5).map(" ".join)
LAW = st.lists(st.lists(WORDS, min_size=1, max_size=2), min_size=1, max_size=3)
few = settings(max_examples=30, phases=[Phase.explicit, Phase.reuse, Phase.generate])


def statute(name: str, title: str, law: list[list[str]]) -> Statute:
    """A text whose articles stand in one division; everything in it may be hostile."""
    articles = tuple(cases.article(f"L1-{n}", *texts) for n, texts in enumerate(law, 1))
    return Statute(title, name, "consolidated", "utf-8", (Division("titre", "I", title, f"Titre I : {title}", articles, 1),))


# Reading what was written


def as_bytes(result: Any) -> bytes:
    """What is written to a file of this result."""
    pieces = [result] if isinstance(result, (str, bytes)) else result
    return b"".join(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace") for piece in pieces)


def strings(value: Any) -> Iterator[str]:
    """Every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def of_json(data: bytes) -> list[str]:
    return list(strings(json.loads(data)))


def of_lines(data: bytes) -> list[str]:
    lines = data.decode().split("\n")
    assert lines.pop() == "" and json.loads(lines[-1]) == {"end": {"lines": len(lines) - 1}}
    return list(strings([json.loads(line) for line in lines]))


def of_csv(data: bytes) -> list[str]:
    """The cells; none is a formula, and each has its own apostrophes back (docs/reports.md)."""
    head, *rows = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    assert all(len(row) == len(head) for row in rows)
    found = [cell for row in rows for cell in row]
    assert not [cell for cell in found if re.match(r"\s*[=+\-@＝＋－＠]", cell) and not re.fullmatch(r"-?[\d.]+", cell)]
    return [re.sub(r"^'(?=['\s]*[=+\-@\t\r\n＝＋－＠])", "", cell) for cell in found]


def of_xml(data: bytes) -> list[str]:
    root = etree.fromstring(data)
    return [*(text for text in root.itertext()), *(str(value) for node in root.iter() for value in node.attrib.values())]


def of_zip(data: bytes) -> list[str]:
    """The texts of an Office file, all parts of which are well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [text for name in archive.namelist() if name.endswith((".xml", ".rels")) for text in of_xml(archive.read(name))]


def of_page(data: bytes) -> list[str]:
    tree = html.fromstring(data.decode())
    assert not [node for node in tree.iter("script") if "alert" in (node.text or "")]
    return [plain(data)[0]]


def plain(data: bytes) -> list[str]:
    """A text for people: no sign that is obeyed or not seen."""
    text = data.decode()
    assert printable(text) == text
    return [text]


def of_commands(data: bytes) -> list[str]:
    """Workflow commands: each line is one of ours, and no more than that."""
    lines = plain(data)[0].split("\n")
    assert lines.pop() == "" and all(
        re.match(r"::(error|warning|notice) file=[^,:]+,line=\d+,title=[a-z-]+::", line) for line in lines
    )
    return lines


def of_pdf(data: bytes) -> list[str]:
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    return []


READ: dict[str, Callable[[bytes], list[str]]] = {
    "csv": of_csv, "docx": of_zip, "dot": plain, "github": of_commands, "gitlab": of_json, "html": of_page, "json": of_json,
    "jsonl": of_lines, "junit": of_xml, "markdown": plain, "pdf": of_pdf, "sarif": of_json, "terminal": plain, "text": plain,
    "xlsx": of_zip,
}  # fmt: skip


def read_back(command: str, *values: Any, **view: Any) -> dict[str, list[str]]:
    """What each format of a command holds, once it was read by a program of its kind."""
    shows = {name: getattr(reports.load(name), command) for name in reports.formats(command)}
    return {name: READ[name](as_bytes(show(*values, View(**view)))) for name, show in shows.items()}


def kept(texts: Iterable[str], found: Mapping[str, list[str]], *names: str) -> None:
    """Every text stands in each of the formats, whole: as it is in JSON, with escapes for what is not seen in tables."""
    for name in names:
        held = set(found[name])
        assert [text for text in texts if (printable(text) if name == "csv" else text) not in held] == [], name


def test_every_format_has_a_reader() -> None:
    assert sorted(READ) == reports.names()


@few
@given(WORDS, WORDS, LAW, LAW)
def test_compare(name: str, title: str, old: list[list[str]], new: list[list[str]]) -> None:
    versions = statute(name, title, old), statute(f"{name}!", title, new)
    account = api.compare(*versions)
    found = read_back("compare", account, full=True)
    pairs = [
        pair for pair in account.comparison.articles if pair.status != "not-covered"
    ]  # only named: they lie outside an excerpt
    texts = [alinea.text for pair in pairs for side in (pair.old, pair.new) if side for alinea in side.article.alineas]
    kept([*texts, name, title], found, "json", "jsonl")
    for part in ("compare_stat", "compare_summary"):
        read_back(part, account)
    tables = {
        table: of_csv(as_bytes(reports.load("csv").compare(account, View(full=True, table=table)))) for table in get_args(Table)
    }
    joined = "\n".join(tables["alineas"])
    assert [text for text in texts if printable(text) not in joined] == []


@few
@given(WORDS, WORDS, LAW)
def test_tree_refs_and_concordance(name: str, title: str, law: list[list[str]]) -> None:
    text = statute(name, title, law)
    texts = [words for article in law for words in article]
    kept(texts, read_back("tree", text), "json", "csv")
    kept([name, title, f"Titre I : {title}"], read_back("tree", text), "json")
    references = api.references(text, excerpts=True)
    cited = [found.reference.text for found in references]
    kept(cited, read_back("refs", [(text, references)], full=True), "json", "csv")
    read_back("ref_counts", [(text, references)], full=True)
    table = api.concordance(text, statute(name, title, [["un"]]))
    kept(["L1-1"], read_back("concordance", table, full=True), "json", "csv")


NAMES = st.lists(st.sampled_from([word for word in BAD if "\0" not in word and word != "\ud83d"]), min_size=1, max_size=3).map(
    lambda words: f"a{' '.join(words).replace('/', ':')}.md"
)


@few
@given(NAMES, WORDS.filter(lambda words: "\0" not in words))
def test_check(tmp_path_factory: pytest.TempPathFactory, name: str, words: str) -> None:
    folder = tmp_path_factory.mktemp("check")
    law = (
        f"# Code {' '.join(words.split())}\n\nArticle 1\n\nAu troisième alinéa de l'article 2, « {words}\n\nArticle 2\n\nDeux.\n"
    )
    path = os.path.join(os.fsdecode(folder), name)
    Path(path).write_bytes(law.encode("utf-8", "surrogatepass"))
    result = api.check([path])
    assert result.findings
    found = read_back("check", result)
    kept([path], found, "json", "gitlab")
    said = [printable(translated(finding.message)) for finding in result.findings]
    kept(said, found, "gitlab", "junit", "sarif")


def test_log_and_blame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"a{bad}.md" for bad in ("\x1b]0;x\x07", "\u202e", "\r\n", "\udcff", "=cmd|' /c calc'!A0", '"<script>', "::x,y%0A")]
    repository = Repository(tmp_path)
    monkeypatch.chdir(tmp_path)
    law = {name: f"# Article {n}\n\n" for n, name in enumerate(names, 1)}
    bad = "\x1b[31m\u202e =1+1 <script>alert(1)</script> | x"
    repository.commit(f"1 {bad}", "2001-01-01", {name: f"{head}Un mot {bad}.\n" for name, head in law.items()})
    repository.git("-c", f"user.name={bad}", "config", "user.name", f"A {bad}")
    repository.commit(f"2 {bad}", "2002-01-01", {name: f"{head}Un autre mot {bad} =2.\n" for name, head in law.items()})
    for name in names:
        history = api.history(name)
        for patches in ((), api.patches(history)):
            shown = {
                each: READ[each](as_bytes(reports.load(each).log(history, patches, View()))) for each in reports.formats("log")
            }
            kept([f"1 {bad}", f"2 {bad}", name], shown, "json")
        kept([f"Un autre mot {bad} =2."], read_back("blame", api.blame(name)), "json")
