"""PDF files: printed lines are alinéas again, what belongs to the pages is a note; broken and hostile files are refused."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.model import Source, Statute
from statutes_diff.readers.pdf import pages as _pdf_pages
from statutes_diff.sources import InputError
from tests.cases_reader import mutated

pytest.importorskip("pypdfium2")

Text = tuple[int, int, str]  # x and y in points, words


def pdf(*pages: Sequence[Text], packed: bool = False, content: bytes | None = None, trailer: bytes = b"") -> bytes:
    """A PDF of text at places, in a font whose letters are all of one width."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        body = content if content is not None else b"".join(map(shown, page))
        extra = b" /Filter /FlateDecode" if packed else b""
        body = zlib.compress(body) if packed else body
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), extra, body))
    whole = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content_of in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content_of)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(whole))
    return bytes(whole + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end)


def shown(text: Text) -> bytes:
    x, y, words = text
    letters = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 8.3333 Tf %d %d Td (%s) Tj ET\n" % (x, y, letters)


def column(*lines: str, x: int = 50, top: int = 700, step: int = 12) -> list[Text]:
    """Lines one under the other; an empty one leaves a gap."""
    return [(x, top - at * step, line) for at, line in enumerate(lines) if line]


def read(data: bytes) -> Statute:
    return readers.read(Source("loi.pdf", data))


def alineas(data: bytes) -> list[str]:
    return [alinea.text for place in read(data).places() for alinea in place.article.alineas]


def codes(data: bytes) -> list[tuple[int, str]]:
    return [(note.line, note.code) for note in read(data).notes if note.code != "no-article-heading"]


FULL = "Les redevances sont dues par toute personne qui prélève de l'eau dans une rivière,"


def test_a_page_of_law() -> None:
    first_article = ["Article L. 1-1", "", FULL, "un lac ou une nappe.", "Elles sont annuelles.", ""]
    second_article = ["Article L. 1-2", "", f"1° {FULL[:78]}", "un lac ;", "2° Le taux."]
    lines = ["Code de l'eau publique", "", "Titre II", "", *first_article, *second_article]
    text = read(pdf(column(*lines)))
    assert (text.format, text.title) == ("pdf", "Code de l'eau publique")
    first, second = text.places()
    assert (first.article.number, first.article.line, [d.heading for d in first.path]) == ("L1-1", 3, ["Titre II"])
    assert [(a.text, a.line) for a in first.article.alineas] == [
        (f"{FULL} un lac ou une nappe.", 4),
        ("Elles sont annuelles.", 6),
    ]
    assert [a.marker for a in second.article.alineas] == ["1°", "2°"]
    assert text.notes == ()


PAGES = (
    ["Article 1", "", FULL, FULL[:-1]],
    ["un lac ou une nappe.", "", "Article 2", "", "Le taux."],
    ["Il est fixé.", FULL, "fin."],
)
PAGED = [
    column("CODE DE L'EAU", top=800) + column(*lines) + column(f"- {number} -", top=40, x=280)
    for number, lines in enumerate(PAGES, 3)
]


def test_headers_and_page_numbers_are_left_out_with_notes() -> None:
    text = read(pdf(*PAGED))
    assert [place.article.text.split("\n") for place in text.places()] == [
        [f"{FULL} {FULL[:-1]} un lac ou une nappe."], ["Le taux.", "Il est fixé.", f"{FULL} fin."],
    ]  # fmt: skip
    assert [(note.line, note.code) for note in text.notes] == [
        (1, "page-furniture"), (5, "page-furniture"), (6, "page-furniture"), (7, "page-break"), (10, "page-furniture"),
        (11, "page-furniture"), (15, "page-furniture"),
    ]  # fmt: skip
    assert str(text.notes[1].message) == "page 1: header, footer or number left out: “- 3 -”"


def test_articles_that_open_every_page_are_no_page_numbers() -> None:
    pages = [column(f"Article {number}", "", f"Texte {word}.") for number, word in enumerate(("un", "deux", "trois"), 1)]
    assert [place.article.number for place in read(pdf(*pages)).places()] == ["1", "2", "3"]
    assert codes(pdf(*pages)) == []


def test_what_stands_on_two_pages_of_many_is_text() -> None:
    pages = [column("Sans objet." if at < 2 else f"Alinéa {'abcd'[at]}.") for at in range(4)]
    assert alineas(pdf(*pages)) == ["Sans objet.", "Sans objet.", "Alinéa c.", "Alinéa d."]


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "expected"),
    [
        ("Il signe une conven-", "tion.", "La convention est publique.", "Il signe une convention."),
        ("Il saisit le sous-", "préfet.", "Le sous-préfet est saisi.", "Il saisit le sous-préfet."),
        ("Il signe une conven-", "tion.", "Autre chose.", "Il signe une conven-tion."),
        ("Il saisit le sous-", "Préfet.", "Le souspréfet.", "Il saisit le sous-Préfet."),
        ("Il vise l'article L. 162-", "5 du code.", "Autre chose.", "Il vise l'article L. 162-5 du code."),
        ("C'est-à-", "dire ceci.", "Autre, c'est-à-dire cela.", "C'est-à-dire ceci."),
    ],
)
def test_words_cut_at_the_end_of_a_line(first: str, second: str, elsewhere: str, expected: str) -> None:
    before = f"{FULL[: len(FULL) - len(first) - 1].rstrip()} {first}"
    found = alineas(pdf(column(before, second, "", elsewhere)))
    assert found == [before.removesuffix(first) + expected, elsewhere]


def test_a_word_that_is_mended_is_said() -> None:
    data = pdf(column(f"{FULL[:60]} conven-", "tion.", "", "La convention."))
    assert codes(data) == [(1, "cut-word")]


def test_a_number_cut_by_a_page_is_joined() -> None:
    data = pdf(column(f"{FULL[:58]} article L. 162-"), column("5 du code.", "", "Fin."))
    assert alineas(data) == [f"{FULL[:58]} article L. 162-5 du code.", "Fin."]
    assert codes(data) == [(2, "page-break")]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "Les redevances sont dues par toute personne",
        "qui prélève.",
        "Elles sont annuelles et leur taux est fixé",
        "par décret.",
    ]
    right = ["Le décret est pris après avis du comité de", "bassin.", "Il est publié au Journal officiel de notre", "République."]
    data = pdf(column(*left, x=50) + column(*right, x=310))
    assert alineas(data) == [f"{a} {b}" for lines in (left, right) for a, b in (lines[:2], lines[2:])]


def test_a_page_without_text_among_others_is_said() -> None:
    pages = column("Article 1", "", "Le maire."), [], column("Article 2", "", "Le préfet.")
    assert codes(pdf(*pages)) == []
    drawn = pdf(*pages).replace(b"<< /Length 0 >>\nstream\n", b"<< /Length 15>>\nstream\n10 10 99 9 re f ")
    assert codes(drawn) == [(3, "page-without-text")]


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (b"o" * 32, b"u" * 32)
REFUSED = [
    (pdf([]), "no text"),
    (b"%PDF-1.7\nrien", "broken PDF"),
    (pdf(column("x"))[:200], "broken PDF"),
    (pdf(column("x"), trailer=LOCKED), "password"),
    (pdf([], packed=True, content=b" " * 210_000_000), "unpacks to far more"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_what_is_refused_says_why(data: bytes, why: str) -> None:
    with pytest.raises(InputError) as refused:
        read(data)
    assert refused.value.name == "loi.pdf" and why in str(refused.value.message)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(_pdf_pages.importlib, "import_module", absent)
    with pytest.raises(InputError, match=r"install statutes-diff\[pdf\]"):
        _pdf_pages.lines_of_pages("loi.pdf", pdf(column("x")), [])


WORDS = st.lists(
    st.sampled_from("Le maire 2° Article Titre II L. 162-5 l'eau publique conven- 12 ; fin.".split()), min_size=1, max_size=9
)


@settings(max_examples=150)
@given(st.lists(st.lists(WORDS.map(" ".join), max_size=6), min_size=1, max_size=4))
def test_no_word_is_lost(pages: list[list[str]]) -> None:
    data = pdf(*(column(*lines, top=760, step=13) for lines in pages))
    try:
        text = read(data)
    except InputError as error:
        assert not any(pages), error
        return
    held = [text.title, *(str(note.message) for note in text.notes)]
    for place in text.places():
        held += [d.heading for d in place.path] + ["Article", place.article.label]
        held += [a.text for a in (*place.article.alineas, *place.article.annotations)]
    visible = "".join("".join(held).split()).replace("-", "")
    words = [word.replace("-", "").strip(".") for page in pages for line in page for word in line.split()]
    assert [word for word in words if word not in visible] == []


def survives(data: bytes) -> None:
    try:
        assert any(read(data).places())
    except InputError as error:
        assert error.name == "loi.pdf" and "\n" not in str(error.message)


GOOD = pdf(*PAGED), pdf(*PAGED, packed=True)


@settings(max_examples=300)
@given(st.sampled_from(GOOD), st.integers(0, 10**9))
def test_a_damaged_file_is_read_or_refused(data: bytes, seed: int) -> None:
    survives(b"%PDF-" + mutated(data, seed)[5:])


@given(st.binary(max_size=300))
def test_any_bytes_after_the_magic_are_refused_in_words(tail: bytes) -> None:
    survives(b"%PDF-1.7\n" + tail)


@pytest.mark.parametrize(
    "hostile",
    [
        pdf(column("x")).replace(b"/Count 1", b"/Count 999999999"),
        pdf(column("x")).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        pdf(column("x")).replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 3000 + b"]").replace(b"/Count 1", b"/Count 3000"),
        pdf([], content=b"BT /F1 8 Tf 50 700 Td " + b"(mot) Tj " * 50_000 + b" ET"),
        pdf([], content=b"[" * 100_000), pdf([], content=b"q " * 200_000 + shown((50, 700, "mot"))),
        b"%PDF-1.4\n" + b"stream\n" * 200_000, b"%PDF-1.4\n" + b"1 0 obj <<" * 100_000,
    ],
)  # fmt: skip
def test_hostile_files_are_read_in_bounded_time(hostile: bytes) -> None:
    survives(hostile)
