"""A reader of Word files of our own, for the tests.

It accepts or rejects all revisions by the rules of ECMA-376 (part 1, 17.13.5) and reads the law article by article.

What is law is told by styles, as docs/word.md says: headings of level 2, paragraphs "Alinéa", tables of "Law cell"; runs in the
style "Alinéa number" are set aside.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {"accept": (f"{W}del", f"{W}moveFrom"), "reject": (f"{W}ins", f"{W}moveTo")}
STAYS = {"accept": (f"{W}ins", f"{W}moveTo"), "reject": (f"{W}del", f"{W}moveFrom")}

Element = etree._Element
Articles = list[tuple[str, list[str]]]


def part(data: bytes, name: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def law(data: bytes, what: str = "") -> Articles:
    """The articles with their alinéas, after ``accept`` or ``reject``; as they stand when there is nothing to decide."""
    document = part(data)
    if what:
        decide(document, what)
    assert what or next(document.iter(*GONE["accept"], *GONE["reject"]), None) is None, "a revision is left"
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    return list(_articles(document.find(f"{W}body"), names))


def saved(data: bytes) -> Articles:
    """The same of a file that LibreOffice saved.

    It leaves an empty paragraph where what came or went stood before a table or the end of an article (an alinéa is never empty),
    and keeps an invisible character of its own in a row without words that came or went (U+200D; the report spells it out).
    """
    return [(number, [text.replace("\u200d", "") for text in alineas if text]) for number, alineas in law(data)]


def decide(document: Element, what: str) -> None:
    """Accept or reject every revision of a document."""
    for row in list(document.iter(f"{W}tr")):
        if any(mark.tag in GONE[what] for mark in row.iterfind(f"{W}trPr/*")):
            row.getparent().remove(row)
    for table in list(document.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    struck = [p for p in document.iter(f"{W}p") if any(mark.tag in GONE[what] for mark in p.iterfind(f"{W}pPr/{W}rPr/*"))]
    for mark in [mark for tag in (f"{W}rPr", f"{W}trPr") for look in document.iter(tag) for mark in look]:
        if mark.tag in (*GONE[what], *STAYS[what]):
            mark.getparent().remove(mark)
    for change in list(document.iter(*GONE[what])):
        change.getparent().remove(change)
    for change in list(document.iter(*STAYS[what])):
        parent, at = change.getparent(), change.getparent().index(change)
        parent[at : at + 1] = list(change)
    for paragraph in struck:
        _join(paragraph)


def _join(paragraph: Element) -> None:
    """A paragraph whose mark is gone runs on in the next one, which keeps its own properties."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = paragraph.getnext()
    while following is not None and following.tag not in (f"{W}p", f"{W}tbl"):
        following = following.getnext()
    if following is not None and following.tag == f"{W}p":
        at = 1 if following.find(f"{W}pPr") is not None else 0
        following[at:at] = content
        paragraph.getparent().remove(paragraph)
    elif not any(child.tag == f"{W}r" for child in content):
        paragraph.getparent().remove(paragraph)


def _articles(body: Element, names: dict[str | None, str | None]) -> Iterator[tuple[str, list[str]]]:
    current: tuple[str, list[str]] | None = None
    for block in body.iterchildren(f"{W}p", f"{W}tbl"):
        style = _style(block, names)
        if style in ("heading 1", "heading 2"):
            if current:
                yield current
            current = (_text(block, names), []) if style == "heading 2" else None
        elif current and style in ("alinéa", "law cell"):
            current[1].append(_table(block, names) if block.tag == f"{W}tbl" else _text(block, names))
    if current:
        yield current


def _style(block: Element, names: dict[str | None, str | None]) -> str | None:
    found = block.find(f".//{W}pStyle")
    return names.get(found.get(f"{W}val")) if found is not None else None


def _table(table: Element, names: dict[str | None, str | None]) -> str:
    rows = table.iterfind(f"{W}tr")
    return "\n".join(
        "\t".join("\n".join(_text(p, names) for p in cell.iter(f"{W}p")) for cell in row.iterfind(f"{W}tc")) for row in rows
    )


def _text(paragraph: Element, names: dict[str | None, str | None]) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
    words = []
    for run in paragraph.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is None or names.get(style.get(f"{W}val")) != "alinéa number":
            words += [signs.get(child.tag) or (child.text if child.tag in (f"{W}t", f"{W}delText") else "") for child in run]
    return "".join(word or "" for word in words)
