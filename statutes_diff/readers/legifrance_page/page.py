"""A whole HTML page as a row of pieces: names of articles, headings, contents, and what stands loose between them.

Marks are set into the parsed page as paragraphs of their own, what belongs to the site and not to the law is taken out and
counted, and then one ``Reading`` goes over the rest, so that links, tables and breaks are read as in every other HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from statutes_diff.model import Note
from statutes_diff.readers._document import Document
from statutes_diff.readers._html.markup import Reading, html_page
from statutes_diff.readers._text.outline import headings
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers.legifrance_page.furniture import INVISIBLE, Furniture, hidden, is_furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

Role: TypeAlias = Literal["name", "heading", "content", "loose"]

# Classes of the site since 2020; a name of an article is sure, the others count only beside one.
_NAMES = frozenset(("name-article",))
_CONTENTS = frozenset(("content",))
_TITLES = frozenset(("title-section", "title-link", "titre-section", "name-section"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
_PARAGRAPHS = _HEADINGS | {"p", "div", "table", "article", "section", "ul", "ol", "li"}
_ROWS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_CELLS = frozenset(("td", "th", "caption"))
_SECTION_ID = re.compile(r"(?:LEGI|KALI|JORF)SCTA\d{12}")
_ARTICLE_ID = re.compile(r"(?:LEGI|KALI|JORF)ARTI\d{12}")
_ARTICLE = re.compile(r"(?i)\s*(?:article|art\.)[\s\u00a0]+\S|\s*pr[ée]ambule\s*$")
_MARK, _END = "\ufdd0", "\ufdd1"  # noncharacters of Unicode: no text holds them


@dataclass(slots=True)
class Piece:
    """A run of blocks in one role. ``id``: the base's identifier, where the page gives it; ``law``: the site marks it as law."""

    role: Role
    line: int
    blocks: list[Block] = field(default_factory=list)
    id: str = ""
    law: bool = False

    @property
    def words(self) -> str:
        return " ".join(block.text.replace("\n", " ").replace("\t", " ") for block in self.blocks)


@dataclass(slots=True)
class Page:
    """A page read: its pieces in order, its title, and whether it has the names of articles that the site gives."""

    pieces: list[Piece]
    title: str
    named: bool
    notes: list[Note]


def page(document: Document) -> Page:
    """The pieces of a page.

    Raises:
        InputError: a DOCTYPE that declares entities, or a page past the parser's limits.
    """
    text = document.text.replace(_MARK, "\ufffd").replace(_END, "\ufffd")
    root = html_page(text, document.source.name)
    found = _Roles(root)
    furniture = Furniture()
    title = _title(root)
    marks = _marked(root, found, furniture)
    reading = Reading(1, document.source.name)
    pieces = list(_pieces(reading.blocks(root), marks))
    return Page(pieces, title, found.named, [*reading.notes, *furniture.notes()])


class _Roles:
    """Which elements of a page say something about the law, and which may not be taken out because they hold one."""

    def __init__(self, root: _Element) -> None:
        elements = [element for element in root.iter("*") if element.tag not in INVISIBLE]
        names = [element for element in elements if _classes(element) & _NAMES]
        self.named = bool(names)
        self.holding: set[_Element] = set()
        self._flat: set[_Element] = set()
        for element in names:
            self._hold(element)
        self.of: dict[_Element, Role] = {}
        for element in elements:
            role = self._role(element)
            if role:
                self.of[element] = role
        for element, role in self.of.items():
            if role != "heading" or (not self.named and _is_article(element)):
                self._hold(element)

    def _role(self, element: _Element) -> Role | None:
        if element.tag in _ROWS:
            return None
        classes = _classes(element)
        if classes & _NAMES:
            return "name"
        if element in self.holding:
            return None  # what holds the name of an article is the page around it
        if self.named and classes & _CONTENTS:
            return "content"
        if element.tag in _HEADINGS or is_law(element):
            return None if _holds_paragraphs(element) else "heading"
        if not self.named and element.tag == "p" and _is_bold(element) and headings([_words(element)]):
            return "heading"
        return None

    def _hold(self, element: _Element) -> None:
        """The element and all it stands in stay; a table that holds it only sets the page."""
        here: _Element | None = element
        while here is not None and here not in self.holding:
            self.holding.add(here)
            if here.tag == "table":
                _flatten(here, self._flat)
            here = here.getparent()


def _flatten(table: _Element, flat: set[_Element]) -> None:
    """A table that sets the page becomes paragraphs; tables inside it stay what they are, or have become (``flat``)."""
    flat.add(table)
    stack = [table]
    while stack:
        element = stack.pop()
        stack += [child for child in element if child.tag != "table" and child not in flat]
        if element.tag in _ROWS or element.tag in _CELLS:
            element.tag = "div"


def _holds_paragraphs(element: _Element) -> bool:
    """True for a heading that was not closed, or for a whole section with an identifier."""
    return any(inside.tag in _PARAGRAPHS for inside in element.iter("*") if inside is not element)


def is_law(element: _Element) -> bool:
    """True for a heading that the site marks as a division of the text."""
    return bool(_classes(element) & _TITLES) or _SECTION_ID.match(element.get("id") or "") is not None


def _is_bold(element: _Element) -> bool:
    """True for a paragraph whose words are all in bold, as word processors write a heading."""
    if (element.text or "").strip() or not len(element):
        return False
    return all(child.tag in _BOLD and not (child.tail or "").strip() for child in element)


def _classes(element: _Element) -> frozenset[str]:
    names = element.get("class")
    return frozenset(names.lower().split()) if names else frozenset()


def _is_article(element: _Element) -> bool:
    return _ARTICLE.match(_start(element)) is not None


def _start(element: _Element) -> str:
    """The first words of an element: enough to tell what it opens with."""
    found = ""
    for text in element.itertext():
        found += str(text)[:200]
        if len(found.strip()) > 100:
            break
    return found


def _title(root: _Element) -> str:
    """The name of the text: the first heading of the page that names no article, else the title of the page."""
    for heading in root.iter("h1"):
        words = _words(heading)
        if words and not _ARTICLE.match(words) and not is_law(heading):
            return words[:600]
    title = root.find(".//title")
    parts = _words(title).split(" - ") if title is not None else []
    return " - ".join(part for part in parts if not _ARTICLE.match(part) and part != "Légifrance")[:600]


def _words(element: _Element) -> str:
    return re.sub(r"[ \t\r\n]+", " ", "".join(map(str, element.itertext()))).strip(" ")


def _marked(root: _Element, roles: _Roles, furniture: Furniture) -> list[Piece]:
    """Take out what is not law and set marks around the rest; the pieces that the marks open, in the order of their numbers."""
    marks: list[Piece] = []
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, inside = stack.pop()
        if element not in roles.holding and element is not root and (is_furniture(element) or hidden(element)):
            furniture.take(element)
            continue
        role = None if inside else roles.of.get(element)
        if role == "heading" and roles.named and not is_law(element) and _is_article(element):
            role = None  # a heading of the page that repeats the name of its one article
        within = inside or role is not None or element.tag == "table"  # a table of the law is one block
        children = [(child, within) for child in element]
        if role and element.getparent() is not None:
            marks.append(_mark(element, role, len(marks)))
        stack.extend(reversed(children))
    for head in root.findall("head"):
        root.remove(head)  # what it held has been counted
    return marks


def _mark(element: _Element, role: Role, number: int) -> Piece:
    """Set a mark before an element and one at its end, so that no text has to be moved."""
    from lxml.etree import Element

    line = cast("int | None", element.sourceline) or 1
    first, last = Element("div"), Element("div")
    for mark, text in ((first, f"{_MARK}{number}"), (last, _END)):
        mark.text = text
        cast(Any, mark).sourceline = line  # the stubs leave its type open
    element.addprevious(first)
    element.append(last)
    parent = element.getparent()
    law = is_law(element) or (parent is not None and is_law(parent)) or any(is_law(child) for child in element)
    return Piece(role, line, [], _id_in(element), law)


def _id_in(element: _Element) -> str:
    for inside in element.iter("*"):
        for name in ("id", "data-anchor", "href", "name"):
            found = _ARTICLE_ID.search(inside.get(name) or "")
            if found:
                return found[0]
    return ""


def _pieces(blocks: list[Block], marks: list[Piece]) -> Iterator[Piece]:
    here: Piece | None = None
    for block in blocks:
        if block.text.startswith(_MARK):
            here = marks[int(block.text[1:])]
            yield here
        elif block.text.startswith(_END):
            here = None
        elif here is not None:
            here.blocks.append(block)
        else:
            yield Piece("loose", block.line, [block])
