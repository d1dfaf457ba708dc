"""``--pairs``: files as spreadsheets and people write them, and what is said of a line that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api
from statutes_diff.compare.overrides import checked, overrides
from statutes_diff.model import Override, Statute
from statutes_diff.sources import InputError
from tests.report_cases import article


def numbered(*numbers: str) -> Statute:
    return Statute("Code", "code.md", "consolidated", "utf-8", tuple(article(number, "Un mot.") for number in numbers))


OLD = numbered("1", "2", "L162-5", "R42", "Annexe")
NEW = numbered("1", "2-1", "L162-6", "44 sexies", "Annexe")


def read(text: str) -> list[tuple[str | None, str | None]]:
    return [(pair.old, pair.new) for pair in overrides("mine.csv", text, OLD, NEW)]


GOOD = [
    ("commas", "1,2-1\nR42,1\n", [("1", "2-1"), ("R42", "1")]),
    ("semicolons", "1;2-1\r\nR42;1\r\n", [("1", "2-1"), ("R42", "1")]),
    ("tabs", "1\t2-1\nR42\t1", [("1", "2-1"), ("R42", "1")]),
    ("a heading", "old,new\n1,2-1\n", [("1", "2-1")]),
    ("a French heading", "Ancien article;Nouvel article;Remarques\n1;2-1;\n", [("1", "2-1")]),
    ("a name that is no heading", "Annexe,Annexe\n1,2-1", [("Annexe", "Annexe"), ("1", "2-1")]),
    ("numbers in any spelling", "art. L. 162-5 ; L.162‑6\n2;1er", [("L162-5", "L162-6"), ("2", "1")]),
    ("stars and suffixes", "Article R.* 42;44  sexies\n", [("R42", "44 sexies")]),
    ("quotation marks", '"L. 162-5","L. 162-6"\n', [("L162-5", "L162-6")]),
    ("a side left empty", "1,\n,2-1\n", [("1", None), (None, "2-1")]),
    ("a dash for nothing", "1;—\n-;2-1\n", [("1", None), (None, "2-1")]),
    ("further columns", "1,2-1,text,0.9\n", [("1", "2-1")]),
    ("empty lines", "\n;\n1;2-1\n;;\n\n", [("1", "2-1")]),
    ("a pair given twice", "1,2-1\n1,2-1\n", [("1", "2-1")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_pairs_are_read(text: str, pairs: list[tuple[str | None, str | None]]) -> None:
    assert read(text) == pairs


BAD = [
    ("one number", "1\n", 1, "is no pair of numbers"),
    ("one number among pairs", "1,2-1\nR42\n", 2, "is no pair of numbers"),
    ("dashes alone", "1,2-1\n-,-\n", 2, "is no pair of numbers"),
    ("two lines in a cell", '1,2-1\n"R\n42",1\n', 2, "is no pair of numbers"),
    ("a quotation mark that is not closed", '1,2-1\n"R42,1\n', 2, "is no pair of numbers"),
    ("an unknown old number", "1,2-1\n9,1\n", 2, "the old version holds no article 9"),
    ("an unknown new number", "1,2-1\nR42,L. 9\n", 2, "the new version holds no article L. 9"),
    ("the columns changed places", "2-1,1\n", 1, "the old version holds no article 2-1"),
    ("an old number with two partners", "1,2-1\n\n1,1\n", 3, "article 1er has another partner on line 1"),
    ("a new number with two partners", "old,new\n1,2-1\nR42,2-1\n", 3, "article 2-1 has another partner on line 2"),
    ("a partner and none", "1,2-1\n1,\n", 2, "article 1er has another partner on line 1"),
    ("nothing", "", None, "holds no pair of numbers"),
    ("a heading alone", "old,new\n", None, "holds no pair of numbers"),
]


@pytest.mark.parametrize(("text", "line", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_is_told_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert (caught.value.name, caught.value.line) == ("mine.csv", line)
    assert words in str(caught.value)


@given(st.text(st.sampled_from('1249LR-.,;\t"\n\r —é'), max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        pairs = read(text)
    except InputError as error:
        assert error.name == "mine.csv"
    else:
        assert pairs
        assert all(old or new for old, new in pairs)


def test_pairs_of_a_program_are_checked_too() -> None:
    assert checked([Override("L. 162-5", "1er")], OLD, NEW) == (Override("L162-5", "1"),)
    with pytest.raises(InputError, match=r"pairs: the old version holds no article L\. 9"):
        checked([Override("L. 9", None)], OLD, NEW)
    with pytest.raises(InputError, match="pairs: article 1er is given two partners"):
        checked([Override("1", "1"), Override("1", "2-1")], OLD, NEW)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_as_spreadsheets_save_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes("Ancien numéro;Nouveau numéro\r\nL. 162-5;L. 162-6\r\n".encode(encoding))
    assert api.read_pairs(str(path), OLD, NEW) == (Override("L162-5", "L162-6"),)


def test_a_folder_is_no_file_of_pairs(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("1,2-1\n")
    with pytest.raises(InputError, match="is no file of pairs"):
        api.read_pairs(str(tmp_path), OLD, NEW)


def test_a_workbook_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    path.write_bytes(b"PK\x03\x04\x00\x00")
    with pytest.raises(InputError, match="is not text"):
        api.read_pairs(str(path), OLD, NEW)
