"""Word: rejecting every revision gives the old text, accepting every one the new text; the file is one that Word opens."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api
from statutes_diff.messages import msg, speaking
from statutes_diff.model import Account
from statutes_diff.reports import View
from tests.conftest import NEW_SEED, OLD_SEED, ROOT, Run
from tests.values import replace
from tests.word_cases import CASES, LAST, LONG, NEXT, TABLE, account, expected, one, statute, written
from tests.word_reader import W, law, part

SPLIT_IN_TWO = one(*CASES["a split"])


def xml(of: Account, view: View | None = None) -> str:
    return zipfile.ZipFile(io.BytesIO(written(of, view))).read("word/document.xml").decode()


def exact(of: Account, view: View | None = None) -> None:
    data = written(of, view)
    old, new = expected(of)
    assert law(data, "reject") == old
    assert law(data, "accept") == new


@pytest.mark.parametrize("case", CASES)
def test_rejecting_gives_the_old_text_and_accepting_the_new_one(case: str) -> None:
    exact(one(*CASES[case]))


@pytest.mark.parametrize("case", CASES)
def test_whole_wordings_are_as_exact(case: str) -> None:
    exact(one(*CASES[case]), View(rewritten=True))


def test_the_seeds_are_exact() -> None:
    exact(api.compare(api.read(str(OLD_SEED)), api.read(str(NEW_SEED))))


MANY_OLD = statute(
    ("L1", [LONG]), ("L2", [NEXT, TABLE]), ("L3", [LAST, "Le présent titre est applicable à Mayotte."]), ("L9", [LAST])
)
MANY_NEW = statute(
    ("L1", [LONG.replace("deux", "trois")]),
    ("L2", ["Sont seuls compétents les tribunaux de l'ordre judiciaire du ressort où demeure l'assuré.", "a\tb"]),
    ("L4", [LAST, "Le présent titre est applicable à Mayotte."]),
    ("L8", [NEXT + " Elle est assistée d'un avocat.", LAST]),
)


def test_articles_that_come_go_and_change_their_numbers_are_exact() -> None:
    exact(account(MANY_OLD, MANY_NEW))


def test_articles_that_did_not_change_are_shown_when_asked_for() -> None:
    same = account(statute(("L1", [LONG]), ("L2", [NEXT])), statute(("L1", [LONG]), ("L2", [LAST])))
    assert [number for number, _alineas in law(written(same), "accept")] == ["Article L. 2"]
    assert law(written(same, View(full=True)), "accept") == [("Article L. 1", [LONG]), ("Article L. 2", [LAST])]


WORDS = st.sampled_from(
    "le la caisse directeur fixe décret arrêté délai deux mois article L. 162-5 II. 3° ; , & < é \u00a0 …".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).filter(str.strip)
TABLES = st.lists(st.tuples(SENTENCES, st.just("") | SENTENCES), min_size=1, max_size=4).map(
    lambda rows: "\n".join(map("\t".join, rows))
)
ALINEAS = st.lists(SENTENCES | SENTENCES | SENTENCES | TABLES, min_size=1, max_size=7)


@st.composite
def changed(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """An article, and what became of it: alinéas changed, joined, cut, struck, put in, moved."""
    old = draw(ALINEAS)
    new = list(old)
    for _step in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(new) - 1))
        what = draw(st.sampled_from("change join cut strike insert move".split()))
        if what == "change":
            new[at] = new[at].replace(draw(WORDS), draw(WORDS)) + draw(st.sampled_from(["", " fin"]))
        elif what == "join" and at + 1 < len(new):
            new[at : at + 2] = [f"{new[at]} {new[at + 1]}"]
        elif what == "cut" and " " in new[at].strip():
            new[at : at + 1] = new[at].strip().split(" ", 1)
        elif what == "strike" and len(new) > 1:
            del new[at]
        elif what == "insert":
            new.insert(at, draw(SENTENCES | TABLES))
        elif what == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
    return old, new


@given(changed())
def test_any_change_is_exact(versions: tuple[list[str], list[str]]) -> None:
    exact(one(*versions))


@pytest.mark.parametrize(("case", "tag"), [("a split", "ins"), ("a merge", "del")])
def test_a_split_and_a_merge_are_revisions_of_one_mark(case: str, tag: str) -> None:
    marks = re.findall(r"<w:rPr><w:(ins|del|moveFrom|moveTo) ", xml(one(*CASES[case])))
    assert marks == [tag]


def test_a_move_has_two_ends_of_one_name() -> None:
    text = xml(one(*CASES["a move"]))
    assert re.findall(r'<w:move(From|To)RangeStart [^>]*w:name="(\w+)"', text) in (
        [("From", "move1"), ("To", "move1")],
        [("To", "move1"), ("From", "move1")],
    )
    ends = dict(re.findall(r'<w:(move(?:From|To)Range)Start w:id="(\d+)"', text))
    assert dict(re.findall(r'<w:(move(?:From|To)Range)End w:id="(\d+)"', text)) == ends


def test_words_that_went_to_another_article_are_moved() -> None:
    """The old L. 1 gave its last alinéa to L. 2."""
    old = statute(("L1", [LONG, NEXT]), ("L2", [LAST]))
    new = statute(("L1", [LONG]), ("L2", [LAST, NEXT.replace("recours amiable", "conciliation")]))
    moved = account(old, new)
    assert re.findall(r'<w:moveFrom [^>]*><w:r><w:t xml:space="preserve">(La personne[^<]*)', xml(moved))
    exact(moved)


def test_words_that_came_from_an_article_that_is_not_shown_are_inserted() -> None:
    old = statute(("L1", [LONG, LAST]), ("L2", [NEXT]))
    new = statute(("L1", [LONG]), ("L2", [NEXT, LAST]))
    assert "w:moveTo" not in xml(account(old, new), View(only=frozenset({"reference"})))


def test_rows_and_cells_of_a_table_have_their_own_revisions() -> None:
    row = part(written(one(*CASES["a row"])))
    assert len(list(row.iter(f"{W}ins"))) == 1 + 2 * 3  # the row, then the words and the mark of each cell
    cell = part(written(one(*CASES["a table"])))
    assert [change.findtext(f".//{W}delText") for change in cell.iter(f"{W}del")] == ["5,5 %"]
    assert [change.findtext(f".//{W}t") for change in cell.iter(f"{W}ins")] == ["6 %"]


def test_a_number_that_changed_is_a_revision_of_the_heading() -> None:
    heading = next(
        p
        for p in part(written(account(MANY_OLD, MANY_NEW))).iter(f"{W}p")
        if "L. 4" in "".join(p.itertext()) and p.find(f".//{W}bookmarkStart") is not None
    )
    assert [
        (change.tag.removeprefix(W), change.get(f"{W}author"), "".join(change.itertext()))
        for change in heading.iter(f"{W}del", f"{W}ins")
    ] == [
        ("del", "statutes-diff (numbering)", "L. 3"),
        ("ins", "statutes-diff (numbering)", "L. 4"),
    ]


def test_the_author_tells_the_kind_of_a_change() -> None:
    of = one(
        [f"1° {LONG}", "Ces dispositions  sont applicables aux articles L. 2 et L. 3."],
        [f"2° {LONG}", "Ces dispositions sont applicables aux articles L. 2 et L. 4."],
    )
    with speaking("en"):
        authors = set(re.findall(r'w:author="([^"]*)"', xml(of, View(author="A & <B>"))))
    assert authors == {f"A &amp; &lt;B&gt; ({kind})" for kind in ("numbering", "cross-references", "typography")}


def test_numbers_in_the_margin_name_the_new_alinea_and_the_old_one() -> None:
    """A lawyer reads the number of the version that she holds; both stand there where they differ."""
    text = xml(one(*CASES["the first inserted"]))
    assert re.findall(r'<w:rStyle w:val="AlineaNumber"/></w:rPr><w:t xml:space="preserve">([^<]*)', text) == ["1", "2 (1)"]
    text = xml(one(*CASES["a merge"]))
    assert re.findall(r'<w:rStyle w:val="AlineaNumber"/></w:rPr><w:(?:t|delText) xml:space="preserve">([^<]*)', text) == [
        "1 (1–2)",
        "2",
        "2 (3)",
    ]


def test_the_reason_of_a_fallback_is_a_comment() -> None:
    of = one(*CASES["words"])
    (pair,) = of.comparison.articles
    first, *others = pair.alineas
    told = replace(pair, alineas=(replace(first, note=msg("rewritten: too little in common to show word by word")), *others))
    data = written(replace(of, comparison=replace(of.comparison, articles=(told,))))
    comments = part(data, "word/comments.xml")
    assert ["".join(comment.itertext()) for comment in comments] == ["rewritten: too little in common to show word by word"]
    assert [mark.get(f"{W}id") for mark in part(data).iter(f"{W}commentReference")] == [comments[0].get(f"{W}id")]


def test_where_words_went_is_a_comment_at_both_places() -> None:
    old = statute(("L1", [LONG, NEXT]), ("L2", [LAST]))
    data = written(account(old, statute(("L1", [LONG]), ("L2", [LAST, NEXT]))))
    comments = ["".join(comment.itertext()) for comment in part(data, "word/comments.xml")]
    assert comments == ["now stands in art. L. 2, al. 2", "comes from art. L. 1, al. 2 of the old version"]


def test_what_word_would_hide_or_refuse_is_spelled_out_and_said_to_be() -> None:
    text = "".join(part(written(one(*CASES["unsafe characters"]))).itertext())
    assert "\\x0b" in text and "\\u202e" in text and "\\ufffe" in text and "\\x1b[31m" in text and "\U0001f600" in text
    assert "spelled out" in text
    assert "spelled out" not in "".join(part(written(one(*CASES["words"]))).itertext())


def test_only_shows_the_alineas_of_a_channel_whole() -> None:
    of = one([f"1° {LONG}", LAST], [f"2° {LONG}", NEXT])
    assert law(written(of, View(only=frozenset({"numbering"}))), "accept") == [("Article L. 1-1", [f"2° {LONG}"])]


# The order of the elements that this report writes, of those that ECMA-376 allows there (part 1, 17.3.1, 17.3.2, 17.4).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr tabs spacing ind jc outlineLvl rPr".split(),
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs noProof color sz szCs u lang".split(),
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook".split(),
    "trPr": "cantSplit tblHeader ins del".split(),
    "tcPr": "tcW gridSpan tcBorders shd".split(),
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr".split(),
    "tbl": "tblPr tblGrid tr".split(),
    "tc": "tcPr p".split(),
}


@pytest.mark.parametrize("case", [*CASES, "all"])
def test_elements_stand_in_the_order_of_the_standard(case: str) -> None:
    data = written(account(MANY_OLD, MANY_NEW) if case == "all" else one(*CASES[case]))
    for name in ("word/document.xml", "word/styles.xml", "word/comments.xml"):
        for element in part(data, name).iter():
            order = ORDER.get(element.tag.removeprefix(W))
            if order:
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), f"{name}: {element.tag}"


@pytest.mark.parametrize("case", CASES)
def test_what_word_is_strict_about_holds(case: str) -> None:
    document = part(written(one(*CASES[case])))
    starts = [
        e.get(f"{W}id") for e in document.iter() if e.get(f"{W}id") and not e.tag.endswith(("End", "RangeStart", "Reference"))
    ]
    assert [number for number, times in Counter(starts).items() if times > 1] == []
    assert all(cell.find(f"{W}p") is not None for cell in document.iter(f"{W}tc"))
    assert all(next(text.iterancestors(f"{W}del"), None) is not None for text in document.iter(f"{W}delText"))
    assert all(next(text.iterancestors(f"{W}del"), None) is None for text in document.iter(f"{W}t"))
    columns = {len(table.find(f"{W}tblGrid")) for table in document.iter(f"{W}tbl")}
    assert 0 not in columns
    for table in document.iter(f"{W}tbl"):
        for row in table.iterfind(f"{W}tr"):
            spans = [
                int(span.get(f"{W}val")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                for cell in row.iterfind(f"{W}tc")
            ]
            assert sum(spans) == len(table.find(f"{W}tblGrid"))


def test_every_part_is_named_and_every_style_is_there() -> None:
    data = written(account(MANY_OLD, MANY_NEW))
    archive = zipfile.ZipFile(io.BytesIO(data))
    types = archive.read("[Content_Types].xml").decode()
    assert [
        name
        for name in archive.namelist()
        if not name.endswith(".rels") and name != "[Content_Types].xml" and f'"/{name}"' not in types
    ] == []
    styles = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {e.get(f"{W}val") for e in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used and used <= styles
    anchors = {e.get(f"{W}anchor") for e in part(data).iter(f"{W}hyperlink")}
    assert anchors and anchors <= {e.get(f"{W}name") for e in part(data).iter(f"{W}bookmarkStart")}


def test_another_library_opens_it_and_finds_headings_for_the_navigation() -> None:
    opened = docx.Document(io.BytesIO(written(account(MANY_OLD, MANY_NEW), View(author="Me"))))
    assert opened.core_properties.author == "Me"
    titles = [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert [title.split()[0] for title in titles] == ["Article"] * 4


@pytest.mark.parametrize(
    ("language", "locale", "words"),
    [("fr", "fr-FR", "Comparaison de deux versions"), ("en", "en-GB", "Comparison of two versions")],
)
def test_the_language_is_set(language: str, locale: str, words: str) -> None:
    with speaking(language):
        data = written(SPLIT_IN_TWO)
    defaults = part(data, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert defaults is not None and defaults.get(f"{W}val") == locale
    assert words in "".join(part(data).itertext())


def said(language: str) -> set[str]:
    """The report's own sentences, of three words or more."""
    with speaking(language):
        document = part(written(account(MANY_OLD, MANY_NEW)))
    own = {f"{W}{name}" for name in ("Title", "Heading1", "Heading3", "Remark", "Normal", "Item", "CellHead")}
    found = [p for p in document.iter(f"{W}p") if f"{W}{p.find(f'{W}pPr/{W}pStyle').get(f'{W}val')}" in own]
    return {text for p in found if len((text := "".join(p.itertext())).split()) > 2}


def test_no_sentence_is_left_in_english() -> None:
    assert len(said("en")) > 10
    assert said("en") & said("fr") == set()


def test_the_bytes_are_the_same_on_every_run(run: Run, tmp_path: Path) -> None:
    for place, zone in enumerate(("UTC", "Pacific/Auckland")):
        done = run(
            "compare",
            OLD_SEED,
            NEW_SEED,
            "-f",
            "docx",
            "-o",
            tmp_path / f"{place}.docx",
            env={"TZ": zone, "PYTHONHASHSEED": str(place)},
        )
        assert done.returncode == 0
    assert (tmp_path / "0.docx").read_bytes() == (tmp_path / "1.docx").read_bytes()


def test_author_and_day_are_the_users(run: Run, tmp_path: Path) -> None:
    run(
        "compare",
        OLD_SEED,
        NEW_SEED,
        "-f",
        "docx",
        "-o",
        tmp_path / "a.docx",
        "--author",
        "Service juridique",
        "--revision-date",
        "2024-05-01",
    )
    text = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    assert set(re.findall(r'w:date="([^T]*)T', text)) == {"2024-05-01"}
    assert {name.partition(" (")[0] for name in re.findall(r'w:author="([^"]*)"', text)} == {"Service juridique"}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--author", " "),
        ("--author", "a\nb"),
        ("--author", "a\x1b[31m"),
        ("--revision-date", "hier"),
        ("--revision-date", "2024-02-31"),
    ],
)
def test_a_bad_author_or_day_is_refused_in_one_line(run: Run, option: str, value: str) -> None:
    done = run("compare", OLD_SEED, NEW_SEED, option, value)
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.splitlines()[0].count(option.encode()) == 1
    assert b"Traceback" not in done.stderr


def test_nothing_to_show_is_still_a_document() -> None:
    same = account(statute(("L1", [LONG])), statute(("L1", [LONG])))
    assert law(written(same), "accept") == []
    assert "no difference" in "".join(part(written(same)).itertext())


def test_ten_thousand_revisions_are_written_in_about_a_second() -> None:
    import time

    law_of = [(f"L{number}", [f"{LONG} {NEXT} {LAST} {number} {place}" for place in range(8)]) for number in range(1, 180)]
    now = [
        (number, [text.replace("deux", "six").replace("écrites", "lues").replace("Conseil", "conseil") for text in texts])
        for number, texts in law_of
    ]
    of = account(statute(*law_of), statute(*now))
    start = time.process_time()
    data = written(of)
    spent = time.process_time() - start
    assert sum(1 for _ in part(data).iter(f"{W}ins", f"{W}del")) > 8_000
    assert spent < 3  # 0.4 s on a free machine; the test machine may be slow and busy


def test_the_project_has_a_picture_of_it() -> None:
    assert 0 < (ROOT / "docs/images/word.png").stat().st_size < 200_000
