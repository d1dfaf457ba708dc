"""``refs``: filters that go together, figures, formats, and what a wrong command line is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import OLD_SEED, Run
from tests.refs_cases import TEXT

OTHER = """\
# Code du sport

#### Article L. 1

La piste est tenue comme il est dit à l'article L. 2 du code de l'artisanat et à l'article L. 9.
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    path = tmp_path / "artisanat.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "sport.md"
    path.write_text(OTHER, encoding="utf-8")
    return path


def listed(run: Run, *arguments: object) -> list[dict[str, Any]]:
    done = run("refs", *arguments, "-f", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    found: list[dict[str, Any]] = json.loads(done.stdout)["references"]
    return found


def words(run: Run, *arguments: object) -> list[str]:
    return [reference["text"] for reference in listed(run, *arguments)]


FILTERED = [
    (["--dangling"], ["L. 3 à L. 5", "septième alinéa de l'article L. 2", "L. 1411-2", "9° du présent I"]),
    (["--external", "--article", "L. 1"], ["L. 1411-2", "loi n° 2002-322 du 6 mars 2002"]),
    (["--to", "L2"], ["L. 2", "deuxième alinéa", "septième alinéa de l'article L. 2", "L. 2"]),
    (["--to", "L. 2", "--dangling"], ["septième alinéa de l'article L. 2"]),
    (["--to", "L. 2", "--article", "L4"], ["L. 2"]),
    (["--to", "deuxième alinéa de l'article L. 2"], ["deuxième alinéa"]),
    (["--to", "L. 4"], ["L. 3 à L. 5", "L. 4"]),
    (["--to", "CSP"], ["L. 1411-2"]),
    (["--to", "CSP", "--to", "loi n° 2002-322"], ["L. 1411-2", "loi n° 2002-322 du 6 mars 2002"]),
    (["--to", "L. 8 du code du travail"], ["L. 8"]),
    (["--dangling", "--external"], []),
    (["--to", "R. 999"], []),
]


@pytest.mark.parametrize(("arguments", "expected"), FILTERED)
def test_filters(run: Run, code: Path, arguments: list[str], expected: list[str]) -> None:
    assert words(run, code, *arguments) == expected


def test_of_several_texts_each_has_its_own_numbers(run: Run, code: Path, other: Path) -> None:
    found = listed(run, code, other, "--to", "L. 2 du code de l'artisanat")
    assert [(Path(each["source"]).name, each["locus"]) for each in found] == [
        ("artisanat.md", "art. L. 1, al. 1"),
        ("artisanat.md", "art. L. 1, al. 2 (I)"),
        ("artisanat.md", "art. L. 1, al. 2 (I)"),
        ("artisanat.md", "art. L. 4, al. 1"),
        ("sport.md", "art. L. 1, al. 1"),
    ]


def test_a_listing_without_a_line_is_no_error_and_says_what_was_asked_for(run: Run, code: Path) -> None:
    done = run("refs", code, "--to", "R999", "--dangling")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("0 cross-references\n  Shown: to R. 999 and dangling\n")


@pytest.mark.parametrize("place", ["une haie", "", "alinéa précédent"])
def test_words_that_cite_nothing_are_refused_before_anything_is_read(run: Run, place: str) -> None:
    done = run("refs", "absent.md", "--to", place)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"Invalid value for '--to': {place or repr(place)} cites no article, text or division" in done.stderr.decode()


def test_quoted_words_and_notes_are_in_the_json(run: Run, code: Path) -> None:
    found = listed(run, code)
    assert {each["text"] for each in found if each["quoted"]} == {
        *("L. 7", "L. 8", "premier alinéa", "présent code"),
        *("L. 2", "présent article"),
    }
    assert {each["text"]: each["note"] for each in found if each["note"]} == {
        "L. 4": "the official link over these words leads to L. 14",
        "L. 1411-2": "the words name no text; the official link over them leads to code de la santé publique",
    }


def test_the_text_pointed_to_is_shown_when_asked_for(run: Run, code: Path) -> None:
    (plain,) = listed(run, code, "--to", "deuxième alinéa de l'article L. 2")
    (full,) = listed(run, code, "--to", "deuxième alinéa de l'article L. 2", "--full")
    assert "excerpt" not in plain["targets"][0]
    assert full["targets"][0]["excerpt"].startswith("« Art. L. 7.-Au sens de l'article L. 8")
    shown = " ".join(run("refs", code, "--to", "deuxième alinéa de l'article L. 2", "--full").stdout.decode().split())
    assert "“« Art. L. 7.-Au sens" in shown


def test_figures(run: Run, code: Path, other: Path) -> None:
    done = run("refs", code, other, "--count", "-f", "json")
    first, second = json.loads(done.stdout)["statutes"]
    everything = listed(run, code)
    assert first["references"] == len(everything) == sum(first["kinds"].values())
    assert first["targets"] == sum(len(each["targets"]) for each in everything) == sum(first["standings"].values())
    assert (first["quoted"], first["noted"]) == (6, 2)
    assert first["articles"][0] == {"text": None, "article": "L2", "count": 4}
    assert first["texts"][0] == {"text": "code du travail", "count": 5}
    assert [second["title"], second["references"]] == ["Code du sport", 2]


def test_figures_of_what_a_filter_keeps(run: Run, code: Path) -> None:
    done = run("refs", code, "--external", "--count")
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert "  Shown: to another text\n" in shown
    assert "Other texts cited" in shown


@pytest.mark.parametrize("name", ["csv", "dot"])
def test_formats_without_figures_say_so(run: Run, code: Path, name: str) -> None:
    done = run("refs", code, "--count", "-f", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--count goes with these formats: json, markdown, terminal" in done.stderr.decode()


def test_csv_has_one_row_a_target(run: Run, code: Path) -> None:
    done = run("refs", code, "--to", "L. 4", "--full", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert [(row["text"], row["target_article"], row["standing"], row["resolved"]) for row in rows] == [
        ("L. 3 à L. 5", "L3", "no-article", "false"),
        ("L. 3 à L. 5", "L4", "here", "true"),
        ("L. 3 à L. 5", "L5", "no-article", "false"),
        ("L. 4", "L4", "here", "true"),
    ]
    assert {row["excerpt"][:7] for row in rows} == {"", "'=SOMME"}
    assert rows[-1]["note"] == "the official link over these words leads to L. 14"


def test_a_graph_of_the_seed(run: Run) -> None:
    done = run("refs", OLD_SEED, "--article", "L162-12-18", "-f", "dot")
    assert done.returncode == 0
    assert '"L162-12-18" -> "L162-12-15" [weight=1];' in done.stdout.decode()


@pytest.mark.parametrize("name", ["terminal", "markdown", "json", "csv", "dot"])
def test_every_format_is_the_same_bytes_each_time(run: Run, code: Path, name: str) -> None:
    first, second = (run("refs", code, "-f", name, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert first.stdout == second.stdout != b""
