"""``--fix``: the typography of a text made one, in the bytes of its files; never a word.

Only what the rules ``mixed-apostrophe`` and ``punctuation-space`` find is mended, in the lines of articles, outside tags,
entities, addresses and comments. Encoding, byte order mark and line ends stay; a sign that the encoding lacks is not put in; a
file whose bytes do not come out as they went in is left alone.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.checks._typography import Habits, Slip, apostrophes, punctuation
from statutes_diff.language.typography import folded

if TYPE_CHECKING:
    from statutes_diff.checks._corpus import Corpus, Text
    from statutes_diff.readers._document import Document

RULES = ("mixed-apostrophe", "punctuation-space")
_FORMATS = ("consolidated", "legifrance-html")
_LINES = re.compile("(\r\n|\r|\n|\u2028|\u2029)")
_GUARDED = re.compile(r"<[^<>]*+>|\]\([^()]{0,2000}+\)|&#?\w{1,10};|`[^`]*+`")
_WORD = re.compile(r"\S+")
_HEADING = re.compile(r"\s*(?:#|\*\*|(?:Article|Art\.)\s)")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Mended(NamedTuple):
    """A file with its new bytes, and how many places changed."""

    file: str
    data: bytes
    places: int


def mended(corpus: Corpus, rules: Container[str], files: Container[str]) -> Iterator[Mended]:
    """The files, of those named, that the rules would change."""
    for text in corpus.texts:
        usual = text.habits
        for file, document in text.documents.items():
            if file in files and corpus.formats.get(file) in _FORMATS:
                found = _file(text, file, document, usual, rules)
                if found:
                    yield found


def _file(text: Text, file: str, document: Document, usual: Habits, rules: Container[str]) -> Mended | None:
    mark = next((mark for mark in _MARKS if document.data.startswith(mark)), b"")
    encoding = document.decoded.encoding
    if mark + document.text.encode(encoding, "replace") != document.data:
        return None
    parts = _LINES.split(document.text)
    places = 0
    for at in range(0, len(parts), 2):
        if text.article_at(file, at // 2 + 1) and not _HEADING.match(parts[at]):
            slips = [slip for slip in _slips(parts[at], usual, rules) if _can(slip.usual, encoding)]
            parts[at] = _put(parts[at], slips)
            places += len(slips)
    return Mended(file, mark + "".join(parts).encode(encoding), places) if places else None


def _slips(line: str, usual: Habits, rules: Container[str]) -> Iterator[Slip]:
    """What a line has to be mended in, outside what is guarded, in order."""
    found = list(apostrophes(line, usual)) if "mixed-apostrophe" in rules else []
    found += punctuation(line, usual) if "punctuation-space" in rules and "|" not in line and "\t" not in line else []
    guarded = _guarded(line) if found else []
    for slip in sorted(found):
        if not any(start <= slip.end and slip.start <= end - 1 for start, end in guarded):
            yield slip


def _guarded(line: str) -> list[tuple[int, int]]:
    """The ranges of a line that are no words of the law: tags, links, entities, code, addresses."""
    addresses = (word for word in _WORD.finditer(line) if "://" in word[0] or "www." in word[0])
    return [found.span() for found in (*_GUARDED.finditer(line), *addresses)]


def _put(line: str, slips: list[Slip]) -> str:
    """The line mended; as it was where its words would change."""
    pieces, at = [], 0
    for slip in slips:
        pieces += [line[at : slip.start], slip.usual]
        at = slip.end
    new = "".join([*pieces, line[at:]])
    return new if _words(new) == _words(line) else line


def _words(line: str) -> str:
    return "".join(folded(line).split())


def _can(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
