"""The bodies that a text names, however it writes them.

"les unions régionales de caisses d'assurance maladie", "l'union régionale des caisses d'assurance maladie" and "URCAM" are one
body. Number, case, accents on capitals, articles and elision are folded; the names are rows of ``data/institutions.toml``. A
mention is a fact about words: which body succeeded which is not known here, and never said.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from statutes_diff.language.tokens import TOKEN, Tokens, token_key
from statutes_diff.language.typography import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LINKS = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'"})
_THE = frozenset({"la", "le", "l", "du", "au"})  # the article of the one body of its kind
_MANY_LINKS = 3  # "de la", "de l'": never more in a row inside a name
_WIDE_GAP = 8  # more white space than that is no space between words


@dataclass(frozen=True, slots=True)
class Institution:
    """A body: a row of the table. ``source`` is the act or the article that creates or governs it."""

    name: str
    source: str
    example: str
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


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """Words that name a body, at ``[start, end)`` in code points; ``irregular``: no act gives the body that name."""

    start: int
    end: int
    institution: Institution
    words: str
    irregular: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a body's name; ``other``: with these words behind it the name is another body's."""

    institution: Institution
    irregular: bool = False
    capital: bool = False
    other: bool = False

    def fits(self, first: str, before: str) -> bool:
        """True when the name may be read so, from its first word and the word that stands before it."""
        if before in self.institution.not_after:
            return False
        return not self.capital or first[:1].isupper() or before in _THE


@dataclass(slots=True)
class _Node:
    """The words that may follow in a name, and the form that is complete here."""

    following: dict[str, _Node]
    form: _Form | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    """The names as a tree of words; ``heads`` are the first words as texts write them, for a quick look."""

    root: _Node
    acronyms: dict[str, _Form]
    heads: frozenset[str]


_Word: TypeAlias = tuple[str, int]  # the key of a token, where its word ends


@functools.cache
def institutions() -> tuple[Institution, ...]:
    """Every row of the table."""
    data = (Path(__file__).with_name("data") / "institutions.toml").read_text("utf-8")
    return tuple(_institution(row) for row in tomllib.loads(data)["body"])


def mentions(text: str) -> tuple[InstitutionMention, ...]:
    """Every body that a text names, in order, the longest name at each place; linear in the text."""
    return tuple(_mentions(text, _table()))


def names(tokens: Tokens) -> list[tuple[int, int]]:
    """The ranges of tokens that name a body, in a text already cut: cheap when there are none."""
    table = _table()
    if table.heads.isdisjoint(tokens.keys):
        return []
    ranges: list[tuple[int, int]] = []
    free = 0
    for i, key in enumerate(tokens.keys):
        if i >= free and key in table.heads:
            length, _ = _longest(_words_of(tokens, i), tokens.keys[i - 1] if i else "", table)
            if length:
                free = i + length
                ranges.append((i, free))
    return ranges


def _mentions(text: str, table: _Table) -> Iterator[InstitutionMention]:
    if table.heads.isdisjoint(_WORD.findall(text)):
        return
    free = 0
    for head in _WORD.finditer(text):
        if head.group() not in table.heads or head.start() < free:
            continue
        start = head.start()
        before = _WORD.findall(text, max(0, start - 12), start)
        _, found = _longest(_words_from(text, start), before[-1] if before else "", table)
        if found:
            form, free = found
            yield InstitutionMention(start, free, form.institution, text[start:free], form.irregular)


def _longest(words: Iterator[_Word], before: str, table: _Table) -> tuple[int, tuple[_Form, int] | None]:
    """How many tokens the longest name takes that starts here, with its form and its end; 0 and None when there is none."""
    length, best = 0, None
    node, links, first, before = table.root, 0, "", before.lower().rstrip("'’")
    for count, (key, end) in enumerate(words, start=1):
        if count == 1:
            first = key
            if key in table.acronyms:
                length, best = 1, (table.acronyms[key], end)
        elif key.lower() in _LINKS and links < _MANY_LINKS:
            links += 1
            continue
        following = node.following.get(_stem(key))
        if following is None:
            break
        node, links = following, 0
        if node.form and node.form.fits(first, before):
            length, best = (0, None) if node.form.other else (count, (node.form, end))
    return length, best


def _words_from(text: str, start: int) -> Iterator[_Word]:
    """The words from here to the first gap that no name spans."""
    last = start
    for found in TOKEN.finditer(text, start):
        if _parts(text[last : found.start()]):
            return
        last = found.end()
        yield token_key(found.group(), found.lastgroup or ""), last


def _words_of(tokens: Tokens, start: int) -> Iterator[_Word]:
    """The words of a text already cut, from token ``start`` to the first gap that no name spans."""
    for i in range(start, len(tokens)):
        yield tokens.keys[i], tokens.ends[i]
        if _parts(tokens.text[tokens.ends[i] : tokens.starts[i + 1]]):
            return


def _parts(gap: str) -> bool:
    """White space that ends a name: a new alinéa, a cell of a table."""
    return gap not in ("", " ") and (len(gap) > _WIDE_GAP or "\n" in gap or "\t" in gap)


@functools.lru_cache(maxsize=4096)
def _stem(key: str) -> str:
    """A word without case, accents and plural: ``Régionaux`` → ``regional``, ``caisses`` → ``caisse``."""
    plain = unaccented(key)
    if len(plain) > 4 and plain.endswith("aux"):
        return plain[:-3] + "al"
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain


@functools.cache
def _table() -> _Table:
    return _table_of(institutions())


def _table_of(rows: Iterable[Institution]) -> _Table:
    """The rows as a tree of words."""
    root, acronyms, heads = _Node({}), dict[str, _Form](), set[str]()
    for row in rows:
        if row.acronym and not row.unsafe:
            acronyms[row.acronym] = _Form(row)
            heads.add(row.acronym)
        for name, form in _forms(row):
            _plant(root, name, form)
            heads.update(_surfaces(_WORD.findall(name)[0]))
    return _Table(root, acronyms, frozenset(heads))


def _forms(row: Institution) -> Iterator[tuple[str, _Form]]:
    yield row.name, _Form(row, capital=row.capital)
    for name in row.variants:
        yield name, _Form(row)
    for name in row.irregular:
        yield name, _Form(row, irregular=True)
    for words in row.not_before:
        yield f"{row.name} {words}", _Form(row, other=True)


def _plant(root: _Node, name: str, form: _Form) -> None:
    """Grow the tree by one name; its links (``de``, ``l'``) are left out."""
    node = root
    for found in TOKEN.finditer(name):
        key = token_key(found.group(), found.lastgroup or "")
        if key.lower() not in _LINKS:
            node = node.following.setdefault(_stem(key), _Node({}))
    node.form = form


def _surfaces(word: str) -> Iterator[str]:
    """A first word as texts and token keys write it: singular and plural, in any case, capitals with and without accents."""
    plurals = (word + "s", word[:-2] + "aux" if word.endswith("al") else word + "x")
    for form in (word, *plurals):
        small = form.lower()
        plain = unaccented(form)
        yield from (form, small, small.capitalize(), small.upper(), plain.upper(), plain[0].upper() + small[1:])


def _institution(row: dict[str, Any]) -> Institution:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Institution(**values)
