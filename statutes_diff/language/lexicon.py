"""The bodies that are known by name: the rows of ``data/institutions.csv``, and those of a file of the same columns.

A spreadsheet writes such a file: one body a row, under a first row that names the columns. Cells are parted by semicolons (commas
and tabs do as well), several names in one cell by ``|``; a row that begins with ``#`` is a remark.
"""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from statutes_diff.language.tokens import tokens
from statutes_diff.language.typography import unaccented
from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statutes_diff.model import Message

# The columns by the words that may stand above them.
COLUMNS = {
    "acronym": "acronym", "sigle": "acronym", "acronyme": "acronym",
    "name": "name", "nom": "name", "denomination": "name",
    "variants": "variants", "variantes": "variants", "autres noms": "variants",
    "irregular": "irregular", "irreguliers": "irregular", "irregulieres": "irregular", "formes irregulieres": "irregular",
    "source": "source",
    "example": "example", "exemple": "example",
    "capital": "capital", "majuscule": "capital",
    "unsafe": "unsafe", "ambigu": "unsafe", "sigle ambigu": "unsafe",
    "not after": "not_after", "pas apres": "not_after",
    "not before": "not_before", "pas avant": "not_before",
}  # fmt: skip
_YES = frozenset({"x", "oui", "vrai", "yes", "true", "1"})
_NO = frozenset({"", "non", "faux", "no", "false", "0"})
_SEVERAL = frozenset({"variants", "irregular", "not_after", "not_before"})
_FLAGS = frozenset({"capital", "unsafe"})
_LINKS = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'"})


class Institution(NamedTuple):
    """A body: a row of the table. ``source`` is the act or the article that creates, governs or names it."""

    name: str
    source: str = ""
    example: str = ""
    acronym: str = ""
    unsafe: bool = False
    capital: bool = False
    variants: tuple[str, ...] = ()
    irregular: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How the body is called for short: its acronym, or its name when it has none."""
        return self.acronym or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the body but its acronym."""
        return (self.name, *self.variants, *self.irregular)


class LexiconError(ValueError):
    """A row that cannot be read; ``line`` counts from 1, None for the whole file."""

    def __init__(self, message: Message, line: int | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.line = line


@functools.cache
def institutions() -> tuple[Institution, ...]:
    """Every row of the table."""
    with open(os.path.join(os.path.dirname(__file__), "data", "institutions.csv"), encoding="utf-8") as file:
        return tuple(body for _, body in rows(file.read()))


def is_link(key: str) -> bool:
    """True for the token of a word that may come, go and change inside a name: an article, ``de``."""
    return key.lower() in _LINKS


@functools.lru_cache(maxsize=4096)
def stem(key: str) -> str:
    """A word without case, accents and plural: ``Régionaux`` → ``regional``, ``caisses`` → ``caisse``."""
    plain = unaccented(key)
    if len(plain) > 4 and plain.endswith("aux"):
        return plain[:-3] + "al"
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain


def path(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common: the stems of its words, without links."""
    if not any(map(str.isdecimal, name)):
        return tuple([step for word in name.split() for step in _steps(word)])
    return tuple([stem(key) for key in tokens(name).keys if not is_link(key)])


@functools.lru_cache(maxsize=4096)
def _steps(word: str) -> tuple[str, ...]:
    """The stems of what stands between two spaces: ``d'assurance``; only numbers make tokens of more than that."""
    keys = (word,) if word.isalpha() else tokens(word).keys
    return tuple([stem(key) for key in keys if not is_link(key)])


def joined(known: Sequence[Institution], more: Sequence[Institution]) -> tuple[Institution, ...]:
    """The bodies of a table with those of another, which has the last word: a body of the same name is one body with the names
    of both rows, and an acronym is that of the later one."""
    added = {path(row.name): row for row in more}
    labels = {row.acronym for row in more if row.acronym}
    kept = [row._replace(acronym="") if row.acronym in labels else row for row in known if path(row.name) not in added]
    same = {key: row for row in known if (key := path(row.name)) in added}
    return (*kept, *(_completed(same[key], row) if key in same else row for key, row in added.items()))


def _completed(known: Institution, more: Institution) -> Institution:
    """One body of two rows; what the later one leaves empty is the earlier one's."""
    return known._replace(
        acronym=more.acronym or known.acronym,
        unsafe=more.unsafe if more.acronym else known.unsafe,
        capital=known.capital or more.capital,
        variants=known.variants + more.variants,
        irregular=known.irregular + more.irregular,
        not_after=known.not_after + more.not_after,
        not_before=known.not_before + more.not_before,
    )


def rows(text: str) -> Iterator[tuple[int, Institution]]:
    """The bodies of a table, each with the line that its row starts on.

    Raises:
        LexiconError: no row of headings, a heading that is no column's, a row that has no name or too many cells.
    """
    columns: tuple[str, ...] = ()
    for number, cells in _lines(text):
        if columns:
            yield number, _body(number, columns, cells)
        else:
            columns = _columns(number, cells)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything but a remark, by the number of the line that each starts on."""
    parts = _delimiter(text)
    lines = _quoted(text, parts) if '"' in text else _plain(text, parts)
    return ((number, cells) for number, cells in lines if any(cells) and not cells[0].startswith("#"))


def _delimiter(text: str) -> str:
    """What parts the cells of the first row."""
    first = next((line for line in text.split("\n") if line.strip(" ,;\t\r") and not line.startswith("#")), "")
    return next((sign for sign in (";", "\t") if sign in first), ",")


def _plain(text: str, parts: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        yield number, [cell.strip() for cell in line.split(parts)]


def _quoted(text: str, parts: str) -> Iterator[tuple[int, list[str]]]:
    import csv
    import io

    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parts, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, [" ".join(cell.split()) for cell in cells]
            start = reader.line_num + 1
    except csv.Error:
        raise LexiconError(msg("a quotation mark is opened here and not closed, or closed too early"), start) from None


def _columns(number: int, cells: Iterable[str]) -> tuple[str, ...]:
    """The columns that the first row names."""
    found = tuple(COLUMNS.get(" ".join(unaccented(cell).replace("_", " ").split()), cell) for cell in cells)
    known = frozenset(COLUMNS.values())
    for column in found:
        if column and column not in known:
            said = msg("{word} is no column: the first line holds name and, as needed, {columns}", word=column, columns=_OTHERS)
            raise LexiconError(said, number)
        if column and found.count(column) > 1:
            raise LexiconError(msg("two columns are called {word}: keep one", word=column), number)
    if "name" not in found:
        raise LexiconError(msg("the first line names no column “name”"), number)
    return found


_OTHERS = ", ".join(column for column in dict.fromkeys(COLUMNS.values()) if column != "name")


def _body(number: int, columns: Sequence[str], cells: Sequence[str]) -> Institution:
    if any(cells[len(columns) :]):
        said = msg("has more cells than the first line names: put a cell that holds the separator in quotation marks")
        raise LexiconError(said, number)
    values: dict[str, Any] = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    if not values.get("name"):
        raise LexiconError(msg("has no name"), number)
    if "|" in values["name"]:
        raise LexiconError(msg("has several names in the column name: keep the main one, the others are variants"), number)
    for column in values.keys() & _SEVERAL:
        values[column] = _several(values[column])
    for column in values.keys() & _FLAGS:
        values[column] = _flag(number, column, values[column])
    return Institution(**values)


def _several(cell: str) -> tuple[str, ...]:
    return tuple([part for words in cell.split("|") if (part := words.strip())])


def _flag(number: int, column: str, cell: str) -> bool:
    plain = cell.lower()
    if plain not in _YES and plain not in _NO:
        raise LexiconError(msg("{word} in the column {column}: write x, or nothing", word=cell, column=column), number)
    return plain in _YES
