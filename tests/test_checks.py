"""What each rule of ``check`` says, and where it stays silent: the table in ``checks_cases.txt``; what holds for all of them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import checks
from statutes_diff.checks import _fixing, _historic, _own, leftover_markup, mojibake
from statutes_diff.checks._checking import _beside
from statutes_diff.checks._corpus import Corpus
from statutes_diff.checks._gathering import Root, gathered
from statutes_diff.checks._typography import Habits
from statutes_diff.model import CorpusFinding, Source
from statutes_diff.readers import Options
from statutes_diff.sources import InputError

CASES = re.split(r"^== ", (Path(__file__).parent / "checks_cases.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]


def sources(text: str) -> list[Source]:
    """The files of a case: what follows each ``@ name``, or all of it as code.md."""
    if not text.startswith("@ "):
        return [Source("code.md", encoded(text))]
    files = re.split(r"^@ (.+)\n", text, flags=re.MULTILINE)[1:]
    return [Source(name, encoded(body)) for name, body in zip(files[::2], files[1::2], strict=True)]


def encoded(text: str) -> bytes:
    mark, _, rest = text.partition("\n")
    return rest.encode(mark[1:]) if mark.startswith("!") else text.encode()


def corpus(text: str) -> Corpus:
    files = sources(text)
    if all("/" in file.name for file in files):
        return gathered([Root("codes", files, folder=True)], Options())
    return gathered([Root(file.name, [file], folder=False) for file in files], Options())


def check(text: str, *rules: str, before: str | None = None) -> tuple[CorpusFinding, ...]:
    read = corpus(text)
    if before is not None:
        _beside(read, corpus(before))
    return checks.findings(read, {rule: checks.level_of(rule) for rule in rules or checks.names()})


def told(finding: CorpusFinding) -> str:
    return f"{finding.path}:{finding.line}: {finding.message}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_case(case: str) -> None:
    title, _, body = case.partition("\n")
    text, _, expected = body.rpartition("--\n")
    text, _, before = text.partition("-- before\n")
    found = check(text.rstrip("\n") + "\n", title.partition(":")[0], before=before or None)
    assert [told(finding) for finding in found] == expected.strip().splitlines()


@pytest.mark.parametrize("rule", checks.names())
def test_every_rule_has_help_a_level_a_case_that_fires_and_one_that_is_silent(rule: str) -> None:
    assert all(part in checks.help_of(rule) for part in ("What it finds", "Why it matters", "Example"))
    assert checks.level_of(rule) in ("error", "warning", "info")
    silent = {case.rstrip().endswith("\n--") for case in CASES if case.startswith(f"{rule}:")}
    assert silent == {True, False}


def test_the_law_of_the_cases_is_clean_but_for_what_they_show() -> None:
    """A silent case says nothing under the rules of errors either: false alarms show here first."""
    errors = [rule for rule in checks.names() if checks.level_of(rule) == "error" and not checks.needs_two(rule)]
    silent = [
        case for case in CASES if case.rstrip().endswith("\n--") and "bearer" not in case and "two articles bear" not in case
    ]
    wrong = []
    for case in silent:
        title, _, body = case.partition("\n")
        text = body.rpartition("--\n")[0].partition("-- before\n")[0]
        wrong += [(title, told(finding)) for finding in check(text.rstrip("\n") + "\n", *errors)]
    assert wrong == []


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["a.md", "codes/a.md", "codes/a.html", "codes/a.xml", "codes/a.json"]))
def test_no_bytes_crash_a_check(data: bytes, name: str) -> None:
    files = [
        Source(name, b"Article 1\n\n" + data),
        Source("codes/b.md", b"Article 2\n\nL'article 1er s'applique.\n"),
        Source("codes/c.md", data),
    ]
    try:
        read = gathered([Root("codes", files, folder=True)], Options())
    except InputError:
        return
    _beside(read, read)
    for finding in checks.findings(read, {rule: checks.level_of(rule) for rule in checks.names()}):
        assert finding.line >= 1 and finding.path


PIECES = st.sampled_from(
    ["Article 1\n\n", "\n\n", "« ", " »", '"', "1° ", "a) ", "II. - ", "IV bis. ", "de l'article 2 ", "troisième alinéa ", "Ã© ",
     "<p>", "&nbsp;", "3° à 5° (abrogés)", "Article 1 A\n\n", "Annexe\n\n", "dans sa rédaction ", "du code civil",
     "<!-- statutes-diff: ignore a -->"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40))
def test_no_law_crashes_a_check(pieces: list[str]) -> None:
    try:
        found = check("".join(pieces))
    except InputError:
        return
    assert all(str(finding.message) for finding in found)


@pytest.mark.parametrize(
    "words", ["L. 1-2, ", "et 3 ", "](", "`", "a ;", "du ", "« ", "a" * 50 + " ", "<", "&amp", "Ã", "dans sa ", "1° "]
)
def test_patterns_are_linear(words: str) -> None:
    text = words * (100_000 // len(words))
    started = time.process_time()
    _historic.speaks_of_the_past(text, 0, 0)
    _own._ELSEWHERE.match(text)
    leftover_markup._MARKUP.search(text)
    mojibake._damaged(text)
    mojibake._damaged(text.replace(" ", "") + "://")
    list(_fixing._slips(text, Habits("'", {";": " "}), _fixing.RULES))
    _fixing._guarded(text)
    assert time.process_time() - started < 2


def test_a_long_article_is_checked_in_seconds() -> None:
    text = "Article 1\n\n" + "\n\n".join(f"{n}° Au {n}° de l'article 2 ; « les mots »" for n in range(1, 3000)) + "\n"
    started = time.process_time()
    check(text)
    assert time.process_time() - started < 20


def test_texts_are_told_apart_by_title_folder_and_file() -> None:
    files = [
        ("codes/a/1.md", "---\ntitle: Code du bornage\n---\n# Article 1\n\nUn.\n"),
        ("codes/b/2.md", "---\ntitle: Code du bornage\n---\n# Article 2\n\nDeux.\n"),
        ("codes/Code civil/Livre Ier/Article 1.md", "Article 1\n\nUn.\n"),
        ("codes/Code civil/Livre II/Article 2.md", "Article 2\n\nDeux.\n"),
        ("codes/loi_2014-1/Article 1.md", "Article 1\n\nUn.\n"),
        ("codes/x.md", "Article 1\n\nUn.\n\nArticle 2\n\nDeux.\n"),
        ("codes/rest/Article 3.md", "Article 3\n\nTrois.\n"),
        ("codes/rest/Article 4.md", "Article 4\n\nQuatre.\n"),
    ]
    read = gathered([Root("codes", [Source(name, text.encode()) for name, text in files], folder=True)], Options())
    found = {text.name: [place.article.number for place in text.places] for text in read.texts if text.name}
    assert found == {"Code du bornage": ["1", "2"], "Code civil": ["1", "2"], "loi 2014-1": ["1"]}
    assert sorted([place.article.number for place in text.places] for text in read.texts if not text.name) == [
        ["1", "2"],
        ["3", "4"],
    ]


def test_a_file_of_one_article_alone_is_an_excerpt() -> None:
    text = "Article 1\n\nL'article 2 s'applique.\n"
    folder = f"@ codes/1.md\n{text}@ codes/3.md\nArticle 3\n\nTrois.\n"
    assert check(text) == ()
    assert [told(finding) for finding in check(folder, "dangling-reference")] == ["codes/1.md:3: there is no article 2"]
