"""The words of one Word paragraph as Word shows them: fields by their results, tracked changes accepted, hidden text aside.

Source: ECMA-376, part 1, 17.3 (paragraphs and runs), 17.13.5 (revisions), 17.16 (fields). What is not known is entered, so that
no word is lost in an element that this module has never heard of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from statutes_diff.model import Link
from statutes_diff.readers.docx.numbers import SYMBOLS
from statutes_diff.readers.docx.styles import Styles, W, find, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_SPACE = str.maketrans("\r\n\t", "   ")
_HREF = re.compile(r'HYPERLINK\s{1,20}(\\l\s{1,20})?"([^"]{1,2000})"')
_TITLE = re.compile(r'\\o\s{1,20}"([^"]{1,2000})"')
_SILENT = re.compile(r"\s*(?:XE|TC|TA|RD|SET|PRIVATE|ASK|BOOKMARK|NEXT)\b", re.IGNORECASE)  # fields that show nothing
PROPERTIES = frozenset(
    W + name
    for name in (
        "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr tblPr tblPrEx tblGrid trPr tcPr sectPr fldData rubyPr ffData".split()
    )
)


@dataclass(frozen=True, slots=True)
class Aside:
    """What hangs on a paragraph without being its text: words, the element that holds them, or the identifier that calls
    them."""

    kind: str
    words: str = ""
    element: _Element | None = None
    called: str = ""


@dataclass(slots=True)
class Words:
    """A paragraph's text with newlines for its line breaks, the links over it, and what hangs on it."""

    text: str
    links: list[Link]
    asides: list[Aside]


@dataclass(slots=True)
class _Field:
    """A field being read: its instruction, then its result from ``start`` on."""

    instruction: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    shown: bool = False
    start: int = 0


class Writer:
    """Writes paragraphs out one after the other: fields may run over several, revisions are counted over all."""

    def __init__(self, styles: Styles, targets: dict[str, str], *, may_hide: bool) -> None:
        self._styles = styles
        self._targets = targets
        self._may_hide = may_hide  # false: no text of this document is hidden, and nobody has to look
        self._runs: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._asides: list[Aside] = []
        self._hidden = False
        self._concealed: list[str] = []
        self._deleted = 0
        self.fields: list[_Field] = []
        self.revisions: list[str] = []

    def words(self, paragraph: _Element, hidden: bool) -> Words:
        """What the paragraph shows; ``hidden``: its style hides it."""
        self._runs, self._length, self._links, self._asides, self._concealed = [], 0, [], [], []
        self._hidden = hidden
        for open_field in self.fields:
            open_field.start = 0
        self._walk(paragraph)
        self._close_unfinished()
        if self._concealed:
            self._asides.append(Aside("hidden", "".join(self._concealed)))
        return Words("".join(self._runs), self._links, self._asides)

    def in_contents(self) -> bool:
        """True inside a table of contents that Word has made."""
        return any("".join(f.instruction).lstrip().upper().startswith("TOC") for f in self.fields)

    def _walk(self, element: _Element) -> None:
        for child in element:
            known = _KNOWN.get(child.tag)
            if known is not None:
                known(self, child)
            elif child.tag not in PROPERTIES:
                self._walk(child)

    def _add(self, text: str) -> None:
        if not text or self._deleted:
            return
        if self.fields and not all(f.shown for f in self.fields):
            self.fields[-1].dropped.append(text)
        elif self._hidden:
            self._concealed.append(text)
        else:
            self._runs.append(text)
            self._length += len(text)

    def _run(self, run: _Element) -> None:
        before = self._hidden
        if self._may_hide:
            self._hidden = self._hides(run.find(W + "rPr"))
        self._walk(run)
        self._hidden = before

    def _hides(self, properties: _Element | None) -> bool:
        if properties is None:
            return self._hidden
        own = properties.find(W + "vanish")
        if own is not None:
            return is_on(own)
        style = properties.find(W + "rStyle")
        return self._hidden or (style is not None and self._styles.of(style.get(W + "val")).hidden)

    def _text(self, element: _Element) -> None:
        text = element.text or ""
        self._add(text if text.isprintable() else text.translate(_SPACE))

    def _symbol(self, element: _Element) -> None:
        code = element.get(W + "char") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
            self._add(SYMBOLS.get(chr(int(code, 16)), chr(int(code, 16))))

    def _inserted(self, element: _Element) -> None:
        self.revisions.append("inserted" if element.tag == W + "ins" else "moved")
        self._walk(element)

    def _removed(self, element: _Element) -> None:
        if element.tag == W + "del":
            self.revisions.append("deleted")
        self._deleted += 1
        self._walk(element)
        self._deleted -= 1

    def _hyperlink(self, element: _Element) -> None:
        start = self._length
        self._walk(element)
        target = self._targets.get(element.get(_R + "id") or "", "")
        anchor = element.get(W + "anchor")
        self._link(start, element.get(W + "tooltip") or "", f"{target}#{anchor}" if anchor else target)

    def _link(self, start: int, title: str, href: str) -> None:
        if self._length > start and (title or href):
            self._links.append(Link(start, self._length, title, href))

    def _field_mark(self, element: _Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self._drop(self.fields[-1])
            self.fields[-1].shown = True
            self.fields[-1].start = self._length
        elif kind == "end" and self.fields:
            self._ended(self.fields.pop())

    def _drop(self, broken: _Field) -> None:
        """Words among the instructions of a field, which Word does not show."""
        if broken.dropped:
            self._asides.append(Aside("field", "".join(broken.dropped)))
            broken.dropped = []

    def _ended(self, done: _Field) -> None:
        instruction = "".join(done.instruction)
        if not done.shown and not self._deleted and instruction.strip() and not _SILENT.match(instruction):
            self._asides.append(Aside("field", instruction.strip()))
        elif not self.fields:
            self._drop(done)
        href, title = _HREF.search(instruction), _TITLE.search(instruction)
        if href:
            self._link(done.start, title[1] if title else "", f"#{href[2]}" if href[1] else href[2])

    def _instruction(self, element: _Element) -> None:
        if self.fields and not self.fields[-1].shown:
            self.fields[-1].instruction.append(element.text or "")

    def _close_unfinished(self) -> None:
        """A field whose instruction does not end with its paragraph is broken: what stood in it is kept, the rest is text."""
        while self.fields and not self.fields[-1].shown:
            broken = self.fields.pop()
            self._asides.append(Aside("field", "".join(broken.instruction + broken.dropped)))

    def _choice(self, element: _Element) -> None:
        chosen = choice(element)
        if chosen is not None:
            self._walk(chosen)

    def _formula(self, element: _Element) -> None:
        start = len(self._runs)
        self._walk(element)
        self._asides.append(Aside("formula", "".join(self._runs[start:])))

    def _graphic(self, element: _Element) -> None:
        if self._deleted:
            return
        boxes = [Aside("text-box", "", box) for box in element.iter(W + "txbxContent")]
        drawn = [Aside("text-box", words) for path in element.iter(_V + "textpath") if (words := path.get("string"))]
        self._asides += boxes or drawn or [Aside("picture", _alternative(element))]

    def _called(self, element: _Element) -> None:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        if not self._deleted:
            self._asides.append(Aside(kind, called=element.get(W + "id") or ""))


def choice(element: _Element) -> _Element | None:
    """The version of alternate content that Word shows: the first choice, else the fallback."""
    found = element.find(_MC + "Choice")
    return found if found is not None else element.find(_MC + "Fallback")


def is_mark_deleted(properties: _Element | None) -> bool:
    """True when the end of a paragraph is a tracked deletion: its text goes on in the next one."""
    return properties is not None and any(find(properties, f"rPr/w:{tag}") is not None for tag in ("del", "moveFrom"))


def _alternative(element: _Element) -> str:
    """The words that stand for a picture."""
    described = (e.get("descr") or e.get("title") or e.get("alt") for e in element.iter())
    return next(filter(None, described), "")


def _constant(text: str) -> Callable[[Writer, _Element], None]:
    return lambda writer, _: writer._add(text)


_KNOWN: dict[object, Callable[[Writer, _Element], None]] = {
    **{W + tag: _constant(text) for tag, text in (("tab", "\t"), ("ptab", "\t"), ("br", "\n"), ("cr", "\n"))},
    **{W + tag: _constant(text) for tag, text in (("noBreakHyphen", "\u2011"), ("softHyphen", "\u00ad"))},
    **{W + tag: Writer._called for tag in ("footnoteReference", "endnoteReference", "commentReference")},
    **{W + tag: Writer._graphic for tag in ("drawing", "pict", "object")},
    **{W + tag: Writer._inserted for tag in ("ins", "moveTo")},
    **{W + tag: Writer._removed for tag in ("del", "moveFrom")},
    **{W + tag: Writer._instruction for tag in ("instrText", "delInstrText")},
    W + "delText": lambda writer, _: None,
    W + "r": Writer._run,
    W + "t": Writer._text,
    _M + "t": Writer._text,
    _M + "oMath": Writer._formula,
    W + "sym": Writer._symbol,
    W + "hyperlink": Writer._hyperlink,
    W + "fldChar": Writer._field_mark,
    _MC + "AlternateContent": Writer._choice,
}
