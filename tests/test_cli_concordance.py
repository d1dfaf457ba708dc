"""``statutes-diff concordance`` and ``--pairs``, as a lawyer types them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import NEW_SEED, OLD_SEED, Run

OLD = """#### Article 1

Le marché couvert est ouvert aux commerçants de la commune du premier mardi de mars au dernier mardi de novembre.

#### Article 2

La halle est fermée le jour de la fête communale et pendant les travaux que le conseil municipal décide.

#### Article 3

Le règlement des halles est affiché à chaque porte.
"""
NEW = """#### Article 1

Les mots de la présente loi s'entendent au sens du règlement des halles pris par le conseil municipal.

#### Article 2

Le marché couvert est ouvert aux commerçants de la commune du premier mardi de mars au dernier mardi de novembre.

#### Article 3

Le règlement des halles est affiché à chaque porte.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """A folder with two versions of a law."""
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def rows(done: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str, str]]:
    assert (done.returncode, done.stderr) == (0, b"")
    read = csv.DictReader(io.StringIO(done.stdout.decode(), newline=""))
    return [(row["old"], row["new"], row["how"]) for row in read]


def error(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line that is said when nothing is done."""
    said = done.stderr.decode()
    assert (done.returncode, done.stdout, said.count("\n")) == (2, b"", 1)
    return said.removeprefix("statutes-diff: ").rstrip("\n")


def concordance(run: Run, law: Path, *options: object) -> subprocess.CompletedProcess[bytes]:
    return run("concordance", law / "old.md", law / "new.md", *options)


def test_a_reused_number_and_a_gap(run: Run, law: Path) -> None:
    expected = [("", "1", "none"), ("1", "2", "text"), ("2", "", "none"), ("3", "3", "number")]
    assert rows(concordance(run, law, "-f", "csv")) == expected
    data = json.loads(concordance(run, law, "-f", "json").stdout)
    assert [(row["old"] or "", row["new"] or "", row["how"]) for row in data["rows"]] == expected


def test_the_inverse_table_follows_the_new_text(run: Run, law: Path) -> None:
    shown = concordance(run, law, "--by", "new").stdout.decode()
    assert shown.index("new  old") < shown.index("1er  —") < shown.index("2    1er")


def test_articles_that_are_asked_for_are_not_folded(run: Run, tmp_path: Path) -> None:
    for name in ("old.md", "new.md"):
        text = [f"#### Article {n}\n\nLe règlement numéro {n} est affiché.\n" for n in range(1, 8)]
        (tmp_path / name).write_text("\n".join(text), encoding="utf-8")
    assert "1er to 7 — same number (7 articles)" in concordance(run, tmp_path).stdout.decode()
    part = concordance(run, tmp_path, "--article", "2", "--article", "6").stdout.decode()
    assert "2    2    same number · same text" in part
    assert " to " not in part


def test_a_workbook_is_written_to_a_file_or_a_pipe(run: Run, law: Path) -> None:
    output = law / "table.xlsx"
    assert concordance(run, law, "-f", "xlsx", "-o", output).returncode == 0
    assert output.read_bytes() == concordance(run, law, "-f", "xlsx").stdout
    assert output.read_bytes().startswith(b"PK")


def test_a_workbook_is_not_shown_on_a_terminal(run: Run, law: Path) -> None:
    master, terminal = os.openpty()
    try:
        done = run("concordance", law / "old.md", law / "new.md", "-f", "xlsx", stdout=terminal, stderr=subprocess.PIPE)
    finally:
        os.close(terminal)
        os.close(master)
    assert (done.returncode, done.stderr) == (2, b"statutes-diff: xlsx is no text for a screen: name a file with -o\n")


def test_a_missing_library_is_2_and_nothing_is_written(run: Run, law: Path) -> None:
    (law / "xlsxwriter.py").write_text("raise ImportError")
    output = law / "table.xlsx"
    done = run("concordance", law / "old.md", law / "new.md", "-f", "xlsx", "-o", output, env={"PYTHONPATH": str(law)})
    assert error(done).startswith("xlsx: to write it, install statutes-diff[xlsx]")
    assert not output.exists()


def test_pairs_overrule_the_concordance(run: Run, law: Path) -> None:
    (law / "mine.csv").write_text("ancien;nouveau\nart. 2;1er\n3;\n", encoding="utf-8-sig")
    found = rows(concordance(run, law, "-f", "csv", "--pairs", law / "mine.csv"))
    assert ("2", "1", "override") in found
    assert ("1", "2", "text") in found
    assert sorted((old, new) for old, new, _how in found if "3" in (old, new)) == [("", "3"), ("3", "")]


def test_pairs_overrule_the_comparison(run: Run, law: Path) -> None:
    (law / "mine.csv").write_text("2,1\n", encoding="utf-8")
    done = run("compare", law / "old.md", law / "new.md", "-f", "json", "--pairs", law / "mine.csv")
    matches = {(a["old"] or {}).get("number"): a["match"]["how"] for a in json.loads(done.stdout)["articles"]}
    assert matches["2"] == "override"


def test_pairs_come_from_standard_input(run: Run, law: Path) -> None:
    done = run("concordance", law / "old.md", law / "new.md", "-f", "csv", "--pairs", "-", input=b"2,1\n")
    assert ("2", "1", "override") in rows(done)


@pytest.mark.parametrize("command", ["compare", "concordance"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2,1\n9,1\n", ":2: the old version holds no article 9: "),
        ("2,1\n1,1\n", ":2: article 1er has another partner on line 1: "),
        ("2\n", ":1: is no pair of numbers: "),
        ("", ": holds no pair of numbers: "),
    ],
)
def test_wrong_pairs_are_2_with_their_line(run: Run, law: Path, command: str, text: str, said: str) -> None:
    path = law / "mine.csv"
    path.write_text(text, encoding="utf-8")
    assert error(run(command, law / "old.md", law / "new.md", "--pairs", path)).startswith(f"{path}{said}")


def test_pairs_that_are_not_there_are_2(run: Run, law: Path) -> None:
    assert error(concordance(run, law, "--pairs", law / "none.csv")).startswith(f"{law / 'none.csv'}: cannot be read")
    assert error(concordance(run, law, "--pairs", law)).startswith(f"{law}: is no file of pairs")


def test_the_output_never_overwrites_the_pairs(run: Run, law: Path) -> None:
    path = law / "mine.csv"
    path.write_text("2,1\n", encoding="utf-8")
    done = concordance(run, law, "-f", "csv", "--pairs", path, "-o", path)
    assert done.returncode == 2
    assert b"would overwrite it" in done.stderr
    assert path.read_text("utf-8") == "2,1\n"


def test_one_standard_input_is_not_two_texts(run: Run, law: Path) -> None:
    done = run("concordance", law / "old.md", "-", "--pairs", "-", input=b"")
    assert done.returncode == 2
    assert b"standard input can be read once only" in done.stderr


def test_an_excerpt_leaves_no_gap(run: Run) -> None:
    shown = run("concordance", OLD_SEED, NEW_SEED).stdout.decode()
    assert "L. 162-12-18 to L. 162-12-20 — outside what the new version covers" in shown
    assert "successor" not in shown
