"""``--lexicon``: bodies that a user adds, as spreadsheets and people write them, and what is said of a line that cannot be."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api
from statutes_diff.language.additions import Lexicon, lexicon
from statutes_diff.language.institutions import knowing, mentions
from statutes_diff.language.lexicon import COLUMNS, Institution, LexiconError, institutions, path
from statutes_diff.language.tokens import tokens
from statutes_diff.model import Statute
from statutes_diff.sources import InputError
from tests.conftest import Run
from tests.report_cases import article

LAKE = "Commission des usagers du lac"


def found(text: str, added: Lexicon) -> list[str]:
    with knowing(added.bodies):
        return [f"{m.institution.label}{'!' if m.irregular else ''}: {m.words}" for m in mentions(text)]


GOOD = [
    ("one column", f"name\n{LAKE}\n", [Institution(LAKE)]),
    ("semicolons", f"acronym;name\nCUL;{LAKE}\n", [Institution(LAKE, acronym="CUL")]),
    ("commas", f"name,acronym\r\n{LAKE},CUL\r\n", [Institution(LAKE, acronym="CUL")]),
    ("tabs", f"name\tacronym\n{LAKE}\tCUL", [Institution(LAKE, acronym="CUL")]),
    ("French headings", f"Sigle;Nom;Variantes;Ambigu\nCUL;{LAKE};commission du lac;oui\n",
     [Institution(LAKE, acronym="CUL", unsafe=True, variants=("commission du lac",))]),
    ("headings in capitals", f"NOM;FORMES IRRÉGULIÈRES\n{LAKE};conseil du lac\n",
     [Institution(LAKE, irregular=("conseil du lac",))]),
    ("a column of the user's own order", f"exemple;nom\nla {LAKE};{LAKE}\n", [Institution(LAKE, example=f"la {LAKE}")]),
    ("several names in one cell", f"name;variants\n{LAKE};comité du lac | bureau du lac |\n",
     [Institution(LAKE, variants=("comité du lac", "bureau du lac"))]),
    ("rows that are shorter", f"name;acronym;source\n{LAKE}\nComité des rives;CDR\n",
     [Institution(LAKE), Institution("Comité des rives", acronym="CDR")]),
    ("empty lines and remarks", f"# mine\n\nname;acronym\n;\n# the lake\n{LAKE};CUL\n\n", [Institution(LAKE, acronym="CUL")]),
    ("quotation marks", f'name;source\n"{LAKE} ; et du canal";"arrêté ""du lac"""\n',
     [Institution(f"{LAKE} ; et du canal", source='arrêté "du lac"')]),
    ("a cell over two lines", 'name;source\n"Commission des usagers\ndu lac";\n', [Institution(LAKE)]),
    ("an article in front", f"name;variants\nla {LAKE};l'assemblée du lac\n",
     [Institution(LAKE, variants=("assemblée du lac",))]),
    ("words that silence", f"name;pas avant;pas après\n{LAKE};de montagne;ancienne\n",
     [Institution(LAKE, not_before=("de montagne",), not_after=("ancienne",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_a_lexicon_is_read(text: str, bodies: list[Institution]) -> None:
    assert list(lexicon(text).bodies) == bodies


BAD = [
    ("nothing", "", None, "holds no body"),
    ("headings alone", "acronym;name\n", None, "holds no body"),
    ("no headings", f"CUL;{LAKE}\n", 1, "CUL is no column: the first line holds name and, as needed, acronym, variants"),
    ("a heading that is none", f"name;colour\n{LAKE};blue\n", 1, "colour is no column"),
    ("a heading twice", f"nom;name\n{LAKE};{LAKE}\n", 1, "two columns are called name"),
    ("no column of names", "acronym;source\nCUL;arrêté\n", 1, "the first line names no column “name”"),
    ("no name", f"acronym;name\nCUL;{LAKE}\nCDR;\n", 3, "has no name"),
    ("two names in the column of one", f"name\n{LAKE} | comité du lac\n", 2, "has several names in the column name"),
    ("a cell too many", f"name;acronym\n{LAKE};CUL;x\n", 2, "has more cells than the first line names"),
    ("a flag that says neither", f"name;unsafe\n{LAKE};perhaps\n", 2, "perhaps in the column unsafe: write x, or nothing"),
    ("a quotation mark that is not closed", f'name;acronym\n"{LAKE};CUL\n', 2, "a quotation mark is opened here"),
    ("a name on two lines", f"name\n{LAKE}\nCommissions des usagers de lacs\n", 3,
     "“Commissions des usagers de lacs” stands on line 2 too"),
    ("a variant that is another's name", f"name;variants\n{LAKE}\nComité des rives;{LAKE}\n", 3,
     f"“{LAKE}” stands on line 2 too"),
    ("an acronym on two lines", f"name;acronym\n{LAKE};CUL\nComité des rives;CUL\n", 3, "“CUL” stands on line 2 too"),
    ("an acronym of two words", f"name;acronym\n{LAKE};C U L\n", 2, "“C U L” cannot be found in a text"),
    ("a name without words", "name\n? !\n", 2, "“? !” cannot be found in a text"),
    ("an example of something else", f"name;example\n{LAKE};le comité du lac\n", 2,
     "the example does not name the body: “le comité du lac”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_is_told_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon(text)
    assert caught.value.line == line
    assert words in str(caught.value)


@given(st.text(st.sampled_from("aâC;,\t|\"'#x\n\r "), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        bodies = lexicon(f"name;acronym\n{text}").bodies
    except LexiconError as error:
        assert error.line is None or error.line > 1
    else:
        assert bodies and all(body.name for body in bodies)


ADDED = lexicon(f"acronym;name;variants;irregular\nCUL;{LAKE};comité du lac;conseil du lac\n")
FOUND = [
    ("après avis des commissions d'usagers des lacs", ["CUL: commissions d'usagers des lacs"]),
    ("LE COMITÉ DU LAC puis la CUL", ["CUL: COMITÉ DU LAC", "CUL: CUL"]),
    ("le conseil du lac et la HAS", ["CUL!: conseil du lac", "HAS: HAS"]),
    ("le conseil des lacs de montagne", ["CUL!: conseil des lacs"]),
    ("les usagers du lac", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_added_bodies_are_found_like_the_others(text: str, expected: list[str]) -> None:
    assert found(text, ADDED) == expected


def test_the_lexicon_ends_with_its_block() -> None:
    text = f"la {LAKE} et la HAS"
    assert found(text, ADDED) == [f"CUL: {LAKE}", "HAS: HAS"]
    assert [m.words for m in mentions(text)] == ["HAS"]
    with knowing(ADDED.bodies), knowing(()):
        assert [m.words for m in mentions(text)] == [LAKE, "HAS"]


def test_the_user_has_the_last_word() -> None:
    mine = lexicon("sigle;nom\nCNAM;Conservatoire national des arts et métiers\n;Urssaf Caisse nationale\n")
    assert [(note.line, note.code) for note in mine.notes] == [(2, "taken"), (3, "taken")]
    ours, theirs = "Caisse nationale de l'assurance maladie", "Conservatoire national des arts et métiers"
    assert str(mine.notes[0].message) == f"“CNAM” names {ours} in the program's table, {theirs} here"
    with knowing(mine.bodies):
        named = {m.words: m.institution for m in mentions("le CNAM, la Caisse nationale de l'assurance maladie, l'ACOSS")}
    assert named["CNAM"].name == "Conservatoire national des arts et métiers"
    assert named["Caisse nationale de l'assurance maladie"].label == "Caisse nationale de l'assurance maladie"
    assert named["ACOSS"].label == "ACOSS"


def test_a_body_of_the_table_is_given_more_names() -> None:
    mine = lexicon("name;variants\nhaute autorité de santé;la Haute Autorité\n")
    assert mine.notes == ()
    assert found("la Haute Autorité, la HAS, la haute autorité de santé", mine) == [
        "HAS: Haute Autorité", "HAS: HAS", "HAS: haute autorité de santé",
    ]  # fmt: skip


def test_a_row_that_adds_nothing_is_told() -> None:
    (note,) = lexicon("acronym;name\nHAS;Haute Autorité de santé\n").notes
    assert (note.line, note.code) == (2, "known")
    assert str(note.message) == "“Haute Autorité de santé” is known already, with every name of this line"


def code(words: str) -> Statute:
    text = f"Le plan d'eau est ouvert à la navigation par le préfet, après avis {words} et du maire."
    return Statute("Code", "code.md", "consolidated", "utf-8", (article("1", text),))


def test_it_reaches_the_findings_and_the_words() -> None:
    old, new = code(f"de la {LAKE}"), code("de la Commission des rives du lac")
    added = lexicon(f"acronym;name\nCUL;{LAKE}\nCRL;Commission des rives du lac\n")
    plain, account = api.compare(old, new), api.compare(old, new, lexicon=added)
    told = {f.message.values[1][1]: f for f in account.findings if f.rule == "institution"}
    assert {"CUL", "CRL"} <= told.keys()
    assert not any("lac" in str(f.message) for f in plain.findings)
    edits = [[edit for pair in a.comparison.articles for al in pair.alineas for edit in al.edits] for a in (plain, account)]
    texts = [[old.children[0].alineas[0].text[slice(*e.old)] for e in some] for some in edits]  # type: ignore[union-attr]
    assert texts == [["usagers"], [LAKE]]


def test_on_the_command_line(run: Run, statute: Callable[..., Path], tmp_path: Path) -> None:
    old = statute(f"L'avis de la {LAKE} est rendu.", name="old.md")
    new = statute("L'avis de la HAS est rendu.", name="new.md")
    mine = tmp_path / "mine.csv"
    mine.write_bytes(f"sigle;nom;variantes\r\nCUL;{LAKE};\r\n;Haute Autorité de santé;\r\n".encode("cp1252"))
    done = run("compare", old, new, "--lexicon", mine)
    assert done.returncode == 0
    assert (
        done.stderr.decode()
        == f"statutes-diff: {mine}:3: “Haute Autorité de santé” is known already, with every name of this line\n"
    )
    assert "words now in its place: HAS (al. 1)" in " ".join(done.stdout.decode().split())
    mine.write_text("sigle;nom\nCUL;\n", encoding="utf-8")
    done = run("compare", old, new, "--lexicon", mine)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"statutes-diff: {mine}:2: has no name\n"


def test_a_folder_is_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no lexicon"):
        api.read_lexicon(str(tmp_path))


def test_the_table_is_a_lexicon_itself() -> None:
    """So that a user may copy its rows; all of them are known."""
    table = (Path(api.__file__).parent / "language" / "data" / "institutions.csv").read_text("utf-8")
    assert '"' not in table  # or it would be read by the csv module, which costs a start its milliseconds
    read = lexicon(table)
    assert read.bodies == institutions()
    assert {note.code for note in read.notes} == {"known"} and len(read.notes) == len(institutions())


def test_every_column_of_the_table_has_a_french_heading() -> None:
    headings = {column: [heading for heading in COLUMNS if COLUMNS[heading] == column] for column in Institution._fields}
    assert [column for column, words in headings.items() if len(words) < 2] == ["source"]


def test_the_steps_of_a_name_are_those_of_its_tokens() -> None:
    def by_tokens(name: str) -> tuple[str, ...]:
        text = tokens(name)
        return tuple(step for i in range(len(text)) for step in path(name[text.starts[i] : text.ends[i]].strip()))

    assert [name for row in institutions() for name in row.names if path(name) != by_tokens(name)] == []


def test_a_long_lexicon_is_linear() -> None:
    names = "\n".join(f"Comité des rives du lac {chr(97 + i % 26)}{'b' * (i // 26 + 1)}" for i in range(2000))
    start = time.process_time()
    assert len(lexicon(f"name\n{names}\n").bodies) == 2000
    assert time.process_time() - start < 10
