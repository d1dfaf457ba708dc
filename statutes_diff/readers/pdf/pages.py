"""The way into a PDF: its lines of text with their places on the pages, by PDFium (through pypdfium2, the extra ``pdf``)."""

from __future__ import annotations

import ctypes
import importlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from statutes_diff.messages import msg
from statutes_diff.model import Message, Note
from statutes_diff.sources import InputError

CUT = "\ufffe"  # PDFium's sign for a hyphen at the end of a line that goes on in the next one
MOST_PAGES = 20_000
MOST_TEXT = 50_000_000  # characters
MOST_UNPACKED = 200_000_000  # bytes of one stream
_PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD


@dataclass(slots=True)
class Line:
    """A line as printed, in points from the lower left corner of its page; ``number`` counts the lines of the whole text.

    A line that ends in a cut word holds the next one too (``CUT`` between them): ``top`` and ``left`` are its beginning's,
    ``bottom`` and ``right`` its end's.
    """

    text: str
    number: int
    page: int
    left: float
    right: float
    top: float
    bottom: float
    middle: float


def lines_of_pages(name: str, data: bytes, notes: list[Note]) -> list[Line]:
    """Every line of text of a PDF, in reading order.

    Raises:
        InputError: the extra is not installed, no PDF, protected by a password, too big, or without any text.
    """
    pdfium, raw = _library(name)
    _refuse_bombs(name, data)
    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                raise InputError(name, msg("has more than {n} pages: split it", n=MOST_PAGES))
            found = _lines(name, document, raw, notes)
    except pdfium.PdfiumError as error:
        raise InputError(name, _reason(error)) from None
    if not found:
        raise InputError(name, msg("this PDF holds no text: are its pages scanned images? Read them with OCR first"))
    return found


def _library(name: str) -> tuple[Any, Any]:
    try:
        return importlib.import_module("pypdfium2"), importlib.import_module("pypdfium2.raw")
    except ImportError:
        raise InputError(name, msg("is a PDF: to read it, install statutes-diff[pdf]")) from None


def _reason(error: Any) -> Message:
    if error.err_code == _PASSWORD:
        return msg("protected by a password: save it without one")
    return msg("broken PDF: {reason}", reason=" ".join(str(error).split()))


def _refuse_bombs(name: str, data: bytes) -> None:
    """PDFium unpacks a stream whole: look at each one first, up to a limit."""
    at = data.find(b"stream")
    while at >= 0:
        start = at + len(b"stream")
        end = data.find(b"endstream", start)
        stream = data[start : end if end >= 0 else None].lstrip(b"\r\n")
        if stream[:1] in (b"x", b"h", b"H", b"X") and _unpacks_to(stream) > MOST_UNPACKED:
            raise InputError(name, msg("unpacks to far more than its size explains: refused"))
        at = data.find(b"stream", end + len(b"endstream")) if end >= 0 else -1


def _unpacks_to(stream: bytes) -> int:
    """The length of a deflated stream, counted no further than the limit."""
    unpacker = zlib.decompressobj()
    length = 0
    try:
        while stream and length <= MOST_UNPACKED:
            length += len(unpacker.decompress(stream, 50_000_000))
            stream = unpacker.unconsumed_tail
    except zlib.error:
        pass
    return length


def _lines(name: str, document: Any, raw: Any, notes: list[Note]) -> list[Line]:
    found: list[Line] = []
    number = left = 0
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        left += textpage.count_chars()
        if left > MOST_TEXT:
            raise InputError(name, msg("holds more than {n} characters: split it", n=MOST_TEXT))
        before = len(found)
        for line in _page_lines(textpage, raw, index + 1, page.get_width() / 2):
            line.number = number + 1
            number += 1 + line.text.count(CUT)
            found.append(line)
        if len(found) == before and raw.FPDFPage_CountObjects(page) > 0:
            notes.append(
                Note(number + 1, "page-without-text", msg("page {page} holds no text: is it a scanned image?", page=index + 1))
            )
        textpage.close()
        page.close()
    return found


def _page_lines(textpage: Any, raw: Any, page: int, middle: float) -> Iterator[Line]:
    text = textpage.get_text_range() if textpage.count_chars() else ""
    start = 0
    for whole in text.split("\r\n"):
        words = whole.strip()
        if words.strip(CUT):
            first = start + len(whole) - len(whole.lstrip())
            left, top = _origin(textpage, raw, first)
            _, bottom = _origin(textpage, raw, first + len(words) - 1)
            right = _right(textpage, raw, first + len(words) - 1)
            yield Line(" ".join(words.splitlines()), 0, page, left, right, top, bottom, middle)
        start += len(whole) + 2


def _origin(textpage: Any, raw: Any, at: int) -> tuple[float, float]:
    """Where a character of the text starts on its base line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, raw.FPDFText_GetCharIndexFromTextIndex(textpage, at), x, y)
    return x.value, y.value


def _right(textpage: Any, raw: Any, at: int) -> float:
    """The right edge of a character of the text."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, raw.FPDFText_GetCharIndexFromTextIndex(textpage, at), left, right, bottom, top)
    return right.value
