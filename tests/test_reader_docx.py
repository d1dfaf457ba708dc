"""Word files: what Word shows is text or a note, whatever the file does to hide it; broken and hostile files are refused."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.model import Division, Source, Statute
from statutes_diff.sources import InputError
from tests.cases_reader import mutated

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = ("Internal", "External")
PARTS = ("numbering", "footnotes", "endnotes", "comments", "header1", "footer1")


def rels(*relations: tuple[str, str, bool]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{RELATED}/{kind}" Target="{target}" TargetMode="{OUTSIDE[outside]}"/>'
        for at, (kind, target, outside) in enumerate(relations)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def word(body: str, *extra: tuple[str, str, bool], doctype: str = "", main: str = "document.main", **parts: str) -> bytes:
    """A Word file made by hand: the body's XML, and other parts (numbering, footnotes, …) by name."""
    names = {f"word/{name}.xml": f"{name.rstrip('1')}" for name in PARTS if name in parts}
    types = "".join(f'<Override PartName="/{name}" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in names.items())
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.{main}+xml"/>{types}</Types>',
        "_rels/.rels": rels(("officeDocument", "word/document.xml", False)),
        "word/_rels/document.xml.rels": rels(*((k, n.removeprefix("word/"), False) for n, k in names.items()), *extra),
        "word/document.xml": f'{doctype}<w:document {SPACES}><w:body>{body}</w:body></w:document>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }  # fmt: skip
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def p(*runs: str, props: str = "") -> str:
    """A paragraph of runs; what starts with ``<`` is XML already."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inside}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def part(tag: str, inside: str) -> str:
    return f"<w:{tag} {SPACES}>{inside}</w:{tag}>"


def read(data: bytes) -> Statute:
    return readers.read(Source("loi.docx", data))


def alineas(data: bytes) -> list[str]:
    return [alinea.text for place in read(data).places() for alinea in place.article.alineas]


def notes(data: bytes) -> list[tuple[int, str, str]]:
    return [(n.line, n.code, str(n.message)) for n in read(data).notes if n.code not in ("no-article-heading", "empty-article")]


def saved(document: docx.document.Document) -> bytes:
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def code() -> docx.document.Document:
    """A small code as a ministry's template writes it."""
    document = docx.Document()
    document.add_heading("Code de l'eau publique", 0)
    document.add_heading("Livre Ier : Dispositions communes", 1)
    document.add_heading("Article L. 111-1", 2)
    document.add_paragraph("L'eau est un bien commun.")
    document.add_paragraph("Nul ne la détourne\nsauf autorisation.")
    document.add_paragraph().add_run("Chapitre II").bold = True
    document.add_heading("Article L. 112-1", 3)
    document.add_paragraph("I. - Le tarif est fixé ainsi :")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Volume", "Taux", "1 000 m3", "0,5\n%"), strict=True):
        cell.text = words
    document.add_paragraph("II. - Il est révisé.")
    return document


def test_a_code_with_styles() -> None:
    text = read(saved(code()))
    assert (text.format, text.title, text.encoding) == ("docx", "Code de l'eau publique", "utf-8")
    first, second = text.places()
    assert [d.heading for d in first.path] == ["Livre Ier : Dispositions communes"]
    assert [(a.text, a.line) for a in first.article.alineas] == [
        ("L'eau est un bien commun.", 4), ("Nul ne la détourne", 5), ("sauf autorisation.", 5),
    ]  # fmt: skip
    assert (second.article.number, second.article.line) == ("L112-1", 7)
    assert [d.heading for d in second.path] == ["Livre Ier : Dispositions communes", "Chapitre II"]
    assert [(a.marker, a.table, a.line) for a in second.article.alineas] == [("I", False, 8), (None, True, 9), ("II", False, 10)]
    assert second.article.alineas[1].text == "Volume\tTaux\n1 000 m3\t0,5 %"
    assert not text.notes


def test_bare_headings_need_no_style() -> None:
    data = word(p("Titre II") + p("Article 5") + p("Le maire délibère.") + p("Article 6") + p("Le préfet décide."))
    assert [(q.article.number, len(q.article.alineas), len(q.path)) for q in read(data).places()] == [("5", 1, 1), ("6", 1, 1)]


def test_headings_on_the_line_of_their_text_keep_its_links() -> None:
    link = f'<w:hyperlink r:id="r0" w:tooltip="Code A">{r("L. 2")}</w:hyperlink>'
    data = word(p("Art. 1er. - Voir ", link, "."), ("hyperlink", "https://example.org/l2", True))
    ((place,),) = [list(read(data).places())]
    (alinea,) = place.article.alineas
    assert (place.article.number, alinea.text) == ("1", "Voir L. 2.")
    assert [(alinea.text[a.start : a.end], a.title, a.href) for a in alinea.links] == [
        ("L. 2", "Code A", "https://example.org/l2")
    ]


def test_a_sentence_under_a_heading_style_is_text() -> None:
    document = docx.Document()
    document.add_heading("Article 1", 1)
    document.add_heading("Le maire peut déléguer sa signature.", 2)
    assert alineas(saved(document)) == ["Le maire peut déléguer sa signature."]


def test_signs_of_markdown_are_text() -> None:
    lines = ["---", "# Dièse", "**gras**", "----", "_x_", "---"]
    assert alineas(word("".join(map(p, lines)))) == lines


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (r("A") + "<w:r><w:tab/></w:r>" + r("B"), "A\tB"),
        (r("L.") + "<w:r><w:noBreakHyphen/></w:r>" + r("5"), "L.\u20115"),
        (r("conven") + "<w:r><w:softHyphen/></w:r>" + r("tion"), "conven\u00adtion"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" oui"), "✓ oui"),
        (r("A") + "<w:r><w:lastRenderedPageBreak/></w:r>" + r("B"), "AB"),
        (f"<w:smartTag><w:smartTagPr/>{r('Paris')}</w:smartTag>", "Paris"),
        (f"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{r('date')}</w:sdtContent></w:sdt>", "date"),
        (f"<w:inconnu>{r('mot')}</w:inconnu>", "mot"),
        (f'<w:fldSimple w:instr="PAGEREF x">{r("12")}</w:fldSimple>', "12"),
        (r("a\n\tb"), "a  b"),
        (f"<mc:AlternateContent><mc:Choice>{r('un')}</mc:Choice><mc:Fallback>{r('2')}</mc:Fallback></mc:AlternateContent>", "un"),
        (r("caché", '<w:vanish w:val="0"/>'), "caché"),
    ],
)  # fmt: skip
def test_characters_that_word_keeps_as_elements(runs: str, text: str) -> None:
    assert alineas(word(p(runs))) == [text]
    assert notes(word(p(runs))) == []


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    return mark("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + mark("separate") + result + mark("end")


def test_fields_show_their_results() -> None:
    inner = field(" MERGEFIELD nom ", r("caché"))
    data = word(
        p("Le ", mark("begin"), "<w:r><w:instrText> IF </w:instrText></w:r>", inner, mark("separate"), "maire", mark("end"), ".")
    )
    assert (alineas(data), notes(data)) == (["Le maire."], [])


def test_a_link_made_by_a_field() -> None:
    data = word(p("Voir ", field(' HYPERLINK "https://example.org/l2" \\o "Code A" ', r("L. 2")), "."))
    ((place,),) = [list(read(data).places())]
    (link,) = place.article.alineas[0].links
    assert (link.start, link.end, link.title, link.href) == (5, 9, "Code A", "https://example.org/l2")


def test_a_field_without_result_and_one_without_end() -> None:
    data = word(
        p(mark("begin"), "<w:r><w:instrText> AUTONUM </w:instrText></w:r>", mark("end"), "Le maire.")
        + p(mark("begin"), "mot")
        + p("Fin.")
    )
    assert alineas(data) == ["Le maire.", "Fin."]
    assert [(line, kind, "AUTONUM" in text or "mot" in text) for line, kind, text in notes(data)] == [
        (1, "field", True),
        (2, "field", True),
    ]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
                f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}')  # fmt: skip


def item(text: str, at: int = 0, number: int = 1) -> str:
    return p(text, props=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


LISTS = [
    ([level(0, "decimal", "%1°")], [0, 0], ["1° x", "2° x"]),
    ([level(0, "upperRoman", "%1. -"), level(1, "lowerLetter", "%2)")], [0, 1, 1, 0, 1],
     ["I. - x", "a) x", "b) x", "II. - x", "a) x"]),
    ([level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")], [1, 0, 1], ["1.1 x", "2. x", "2.1 x"]),
    ([level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")], [0, 1], ["I x", "1.1 x"]),
    ([level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')], [0, 1, 0, 1],
     ["1 x", "1 x", "2 x", "2 x"]),
    ([level(0, "bullet", "\uf0b7")], [0], ["• x"]),
    ([level(0, "bullet", "–", '<w:suff w:val="nothing"/>')], [0], ["–x"]),
    ([level(0, "none", "")], [0], ["x"]),
    ([level(0, "ordinal", "%1"), level(1, "decimalZero", "%2")], [0, 1], ["1er x", "01 x"]),
    ([level(0, "lowerLetter", "%1)")], [0] * 27, [*(f"{c}) x" for c in "abcdefghijklmnopqrstuvwxyz"), "aa) x"]),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "places", "expected"), LISTS)
def test_numbers_are_written_as_word_draws_them(levels: list[str], places: list[int], expected: list[str]) -> None:
    data = word("".join(item("x", at) for at in places), numbering=numbering(*levels))
    assert alineas(data) == expected
    drawn = sum(text != "x" for text in expected)
    assert [(line, kind) for line, kind, _ in notes(data)] == [(1, "numbering")] * bool(drawn)


def test_a_list_that_starts_again() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    again = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{start}</w:num>'
    body = item("x") + item("x") + item("x", number=2) + item("x", number=2) + item("x", number=9) + item("x", number=0)
    data = word(body, numbering=numbering(level(0, "decimal", "%1."), more=again))
    assert alineas(data) == ["1. x", "2. x", "5. x", "6. x", "x", "x"]


def test_articles_that_word_numbers() -> None:
    for drawn in ("Article %1", "Article %1 –"):
        data = word(item("Le maire.") + p("Le préfet.") + item("Le juge."), numbering=numbering(level(0, "decimal", drawn)))
        assert [(q.article.number, q.article.text) for q in read(data).places()] == [
            ("1", "Le maire.\nLe préfet."),
            ("2", "Le juge."),
        ]


def revised(kind: str, inside: str) -> str:
    return f'<w:{kind} w:id="1" w:author="A">{inside}</w:{kind}>'


def test_tracked_changes_are_accepted() -> None:
    gone = '<w:r><w:delText xml:space="preserve">ancien </w:delText></w:r>'
    moved = revised("moveFrom", r("va ")) + revised("moveTo", r("vient"))
    data = word(p("Le ", revised("del", gone), revised("ins", r("nouveau ")), "maire ", moved))
    assert alineas(data) == ["Le nouveau maire vient"]
    assert {(line, kind) for line, kind, _ in notes(data)} == {
        (1, "tracked-insertion"), (1, "tracked-deletion"), (1, "tracked-move")
    }  # fmt: skip


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    data = word(p("Le maire", props=f"<w:rPr>{revised('del', '')}</w:rPr>") + p(" délibère.") + p("Fin."))
    assert alineas(data) == ["Le maire délibère.", "Fin."]


def test_a_deleted_row_is_no_row() -> None:
    row = "<w:tr>{}<w:tc>" + p("{}") + "</w:tc><w:tc>" + p("z") + "</w:tc></w:tr>"
    data = word("<w:tbl>" + row.format("", "a") + row.format(f"<w:trPr>{revised('del', '')}</w:trPr>", "b") + "</w:tbl>")
    assert alineas(data) == ["a\tz"]


def test_a_frame_of_one_cell_holds_paragraphs() -> None:
    assert alineas(word(f"<w:tbl><w:tr><w:tc>{p('un')}{p('deux')}</w:tc></w:tr></w:tbl>")) == ["un", "deux"]


BESIDE = [
    (r("secret", "<w:vanish/>"), {}, "hidden", "secret"),
    ('<w:r><w:footnoteReference w:id="2"/></w:r>',
     {"footnotes": part("footnotes", f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">{p("bas")}</w:footnote>')},
     "footnote", "footnote 1, kept here: “bas”"),
    ('<w:r><w:endnoteReference w:id="2"/></w:r>',
     {"endnotes": part("endnotes", f'<w:endnote w:id="2">{p("fin")}</w:endnote>')}, "endnote", "fin"),
    ('<w:r><w:commentReference w:id="0"/></w:r>',
     {"comments": part("comments", f'<w:comment w:id="0">{p("à vérifier")}</w:comment>')}, "comment", "à vérifier"),
    (f"<w:r><w:pict><v:textbox><w:txbxContent>{p('cadre')}</w:txbxContent></v:textbox></w:pict></w:r>", {}, "text-box", "cadre"),
    ('<w:r><w:pict><v:textpath string="PROJET"/></w:pict></w:r>', {}, "text-box", "PROJET"),
    ('<w:r><w:drawing><x descr="carte des bassins"/></w:drawing></w:r>', {}, "picture", "carte des bassins"),
    ("<w:r><w:object/></w:r>", {}, "picture", "picture left out"),
    ("", {"header1": part("hdr", p("Page 3"))}, "page-furniture", "Page 3"),
    ("", {"footer1": part("ftr", p("Bureau des lois"))}, "page-furniture", "Bureau des lois"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "parts", "kind", "words"), BESIDE)
def test_what_stands_beside_the_text_is_a_note(xml: str, parts: dict[str, str], kind: str, words: str) -> None:
    data = word(p("Le maire.", xml or "<w:r/>"), **parts)
    assert alineas(data) == ["Le maire."]
    ((line, code, text),) = notes(data)
    assert (line, code, words in text) == (0 if kind == "page-furniture" else 1, kind, True)


def test_a_formula_is_text_and_said() -> None:
    data = word(p("Soit ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"))
    assert (alineas(data), [kind for _, kind, _ in notes(data)]) == (["Soit a=b"], ["formula"])


def test_a_table_of_contents_is_left_out_and_kept() -> None:
    contents = p(mark("begin"), '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>', mark("separate"), "Article 1\t3")
    data = word(
        contents + p("Article 2\t4") + p(mark("end")) + p("Article 1") + p("Le maire.") + p("Article 2") + p("Le préfet.")
    )
    assert alineas(data) == ["Le maire.", "Le préfet."]
    assert [(line, kind) for line, kind, _ in notes(data)] == [(1, "contents")]
    assert "Article 1 3 / Article 2 4" in notes(data)[0][2]


def test_strict_files_and_templates_are_read() -> None:
    strict = {name: data.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(RELATED, "http://purl.oclc.org/ooxml/officeDocument/relationships")
              for name, data in unzipped(word(p("Le maire."))).items()}  # fmt: skip
    assert alineas(zipped(dict(strict))) == ["Le maire."]
    assert alineas(word(p("Le maire."), main="template.main")) == ["Le maire."]


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_relations_to_nothing_are_passed_over() -> None:
    assert alineas(word(p("Le maire."), ("image", "../NULL", False), ("footnotes", "absent.xml", False))) == ["Le maire."]


BOMB = f'<!DOCTYPE w:document [<!ENTITY a "{"x" * 50}"><!ENTITY b "&a;&a;">]>'
REFUSED = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .doc format"),
    (zipped({"[Content_Types].xml": "application/vnd.openxmlformats-officedocument.spreadsheetml"}), "spreadsheet"),
    (zipped({"[Content_Types].xml": "application/vnd.openxmlformats-officedocument.presentationml"}), "presentation"),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    (zipped({"a.txt": "Article 1"}), "zip archive without a Word document"),
    (word(p("x"))[:-300], "broken .docx"),
    (word(p("x"), doctype=BOMB), "DOCTYPE"),
    (word("<w:p>"), "broken .docx"),
    (word(""), "holds no text"),
    (word(p("x") * 3 + " " * 12_000_000), "unpacks to far more"),
    (word("<w:sdt>" * 5000), "broken .docx"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "why"), REFUSED)
def test_what_is_refused_says_why(data: bytes, why: str) -> None:
    with pytest.raises(InputError) as refused:
        read(data)
    assert refused.value.name == "loi.docx" and why in str(refused.value.message)


def test_a_password_is_said() -> None:
    data = bytearray(word(p("x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(InputError, match="password"):
        read(bytes(data))


@pytest.mark.parametrize("element", ["w:sdt", "w:smartTag", "w:hyperlink", "w:ins", "w:inconnu"])
def test_deep_nesting_is_read(element: str) -> None:
    assert alineas(word(p(f"<{element}>" * 240 + r("fond") + f"</{element}>" * 240))) == ["fond"]


def test_tables_in_tables_are_read() -> None:
    opened, closed = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>", f"{p('y')}</w:tc></w:tr></w:tbl>"
    (text,) = alineas(word(opened * 80 + closed * 80))
    assert text.split() == ["x"] * 80 + ["y"] * 80


def kept(text: Statute) -> str:
    """Every word that a statute holds, wherever it stands."""
    words = [text.title, *(str(note.message) for note in text.notes)]
    for place in text.places():
        article = place.article
        words += [d.heading for d in place.path if isinstance(d, Division)]
        words += ["Article", article.label, *(a.text for a in article.alineas), *(a.text for a in article.annotations)]
    return " ".join(words)


PIECES = st.sampled_from(
    ["mot{n}", "Article {n}", "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", mark("begin"), mark("separate"), mark("end"),
     r("caché{n}", "<w:vanish/>"), revised("ins", r("neuf{n}")), f"<w:hyperlink>{r('lien{n}')}</w:hyperlink>", "# dièse{n}",
     f"<w:r><w:pict><w:txbxContent>{p('cadre{n}')}</w:txbxContent></w:pict></w:r>", "Titre {n}"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.lists(PIECES, max_size=5), min_size=1, max_size=6))
def test_no_word_is_lost(paragraphs: list[list[str]]) -> None:
    assume(sum(piece == mark("begin") for paragraph in paragraphs for piece in paragraph) < 2)  # a field in a field is not shown
    count = iter(range(1, 1000))
    filled = [[piece.format(n=next(count)) for piece in paragraph] for paragraph in paragraphs]
    try:
        held = kept(read(word("".join(p(*paragraph) for paragraph in filled))))
    except InputError as error:
        assert "holds no text" in str(error.message)
        return
    for paragraph in filled:
        assert [word for word in re.findall(r"\w+\d+(?!\w)", " ".join(paragraph)) if word not in held] == []


GOOD = saved(code())


def survives(data: bytes) -> None:
    try:
        assert any(read(data).places())
    except InputError as error:
        assert error.name == "loi.docx" and "\n" not in str(error.message)


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_a_damaged_archive_is_read_or_refused(seed: int) -> None:
    survives(mutated(GOOD, seed))


FILES = unzipped(word(item("x") + p("Article 1", field("TOC", "y")), numbering=numbering(level(0, "decimal", "%1."))))


@settings(max_examples=200)
@given(st.sampled_from(sorted(FILES)), st.integers(0, 10**9))
def test_a_damaged_part_is_read_or_refused(name: str, seed: int) -> None:
    survives(zipped({**FILES, name: mutated(FILES[name].encode(), seed)}))


ATTRIBUTES = ["w:val", "w:ilvl", "w:numId", "w:char", "w:fldCharType", "w:abstractNumId", "w:id", "r:id", "w:type"]
TAGS = ["p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "numPr", "numId", "ilvl", "pStyle", "sdt", "ins", "del", "fldChar", "sym",
        "hyperlink", "drawing", "txbxContent", "footnoteReference", "vanish", "outlineLvl", "instrText", "br"]  # fmt: skip
VALUES = ["", "0", "1", "x", "-1", "99999999", "begin"]
LEAVES = st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES))
TREES = st.recursive(
    LEAVES.map(lambda leaf: '<w:{} {}="{}"/>'.format(*leaf))
    | st.just("<w:r><w:t>mot</w:t></w:r>"),
    lambda inside: st.builds(lambda t, i: f"<w:{t}>{''.join(i)}</w:{t}>", st.sampled_from(TAGS), st.lists(inside, max_size=4)),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=250)
@given(st.lists(TREES, max_size=5), st.lists(TREES, max_size=4))
def test_any_tree_of_elements_is_read_or_refused(body: list[str], lists: list[str]) -> None:
    survives(word(p("x") + "".join(body), numbering=part("numbering", "".join(lists))))


@given(st.binary(max_size=300))
def test_any_bytes_after_the_magic_are_refused_in_words(tail: bytes) -> None:
    for magic in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(InputError):
            read(magic + tail)


def test_bold_by_a_character_style_sets_a_heading_apart() -> None:
    """As LibreOffice and many converters write it: no style of a heading, the words bold by the style "Strong"."""
    document = docx.Document()
    document.add_heading("Article L. 2", level=4)
    document.add_paragraph("Le préfet décide.")
    first = document.add_paragraph()
    first.add_run("Section 2 : Des accords", style="Strong").add_break()
    first.add_run("Article L. 3", style="Strong")
    document.add_paragraph("Les accords dont la liste est arrêtée sont conclus à l'échelon national par les")
    document.add_paragraph("parties à la convention.")
    text = read(saved(document))
    assert [(place.article.number, [d.heading for d in place.path]) for place in text.places()] == [
        ("L2", []),
        ("L3", ["Section 2 : Des accords"]),
    ]
    (alinea,) = list(text.places())[1].article.alineas
    assert alinea.text.endswith("à l'échelon national par les parties à la convention.")
    assert [note.code for note in text.notes] == ["line-break"]
