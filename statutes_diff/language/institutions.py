"""The bodies that a text names, however it writes them.

"les unions régionales de caisses d'assurance maladie", "l'union régionale des caisses d'assurance maladie" and "URCAM" are one
body. Number, case, accents on capitals, articles and elision are folded; the names are rows of ``data/institutions.csv``. A
mention is a fact about words: which body succeeded which is not known here, and never said.
"""

from __future__ import annotations

import functools
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.lexicon import Institution, institutions, is_link, joined, path, stem
from statutes_diff.language.patterns import late
from statutes_diff.language.tokens import Tokens, tokens
from statutes_diff.language.typography import folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THE = frozenset({"la", "le", "l", "du", "au"})  # the article of the one body of its kind
_MANY_LINKS = 3  # "de la", "de l'": never more in a row inside a name
_WIDE_GAP = 8  # more white space than that is no space between words


_SIGNS = "',.;:()-"  # what may stand between two words of plain text, beside white space
_UNUSUAL = late("[^a-zA-Zàâäçéèêëîïôöùûü',.;:() \\n-]")  # words as they stand are not the keys of tokens there
_LETTERS = late(r"[^\W\d_]+")


class InstitutionMention(NamedTuple):
    """Words that name a body, at ``[start, end)`` in code points; ``irregular``: no act gives the body that name."""

    start: int
    end: int
    institution: Institution
    words: str
    irregular: bool


class _Form(NamedTuple):
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


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    """The words that may follow in a name, and the form that is complete here."""

    following: dict[str, _Node]
    form: _Form | None = None


class _Table(NamedTuple):
    """The names as a tree of words; ``heads`` are the first words as texts write them, ``openings`` their first letters up to a
    hyphen or an apostrophe, for a quick look; empty where a name begins with none.

    A name waits under its first word until a text has that word: few texts have many of them.
    """

    root: _Node
    acronyms: dict[str, _Form]
    heads: frozenset[str]
    openings: frozenset[str]
    waiting: dict[str, list[Institution]]

    def after(self, first: str) -> _Node | None:
        """The words that may follow the first one of a name, a stem."""
        for row in self.waiting.get(first, ()):
            for name, form in _forms(row):
                if stem(_first(name)) == first:
                    _plant(self.root, name, form)
        self.waiting.pop(first, None)  # not before: another thread may ask
        return self.root.following.get(first)


_in_force: ContextVar[_Table | None] = ContextVar("institutions", default=None)


def mentions(text: str) -> tuple[InstitutionMention, ...]:
    """Every body that a text names, in order, the longest name at each place; linear in the text."""
    known = _table()
    return tuple(_mentions(tokens(text), known)) if _may_name(text, known) else ()


def mentions_in(cut: Tokens) -> tuple[InstitutionMention, ...]:
    """The same in a text already cut: cheap when there are none."""
    return tuple(_mentions(cut, _table()))


def _may_name(text: str, known: _Table) -> bool:
    """A quick look: a name may begin with one of the words. Most texts are plain, and parted at their spaces."""
    if not known.openings:
        return True
    plain = text.replace("’", "'")
    if _UNUSUAL.search(plain):
        return not known.openings.isdisjoint(_LETTERS.findall(folded(text)))
    for sign in _SIGNS:
        plain = plain.replace(sign, " ")
    return not known.openings.isdisjoint(plain.split())


def names(cut: Tokens) -> list[tuple[int, int]]:
    """The ranges of tokens that name a body, in a text already cut: cheap when there are none."""
    return [(start, end) for start, end, _ in _named(cut, _table())]


def _mentions(cut: Tokens, known: _Table) -> Iterator[InstitutionMention]:
    for first, last, form in _named(cut, known):
        end = cut.ends[last - 1]
        words = cut.text[cut.starts[first] : end].lstrip()
        yield InstitutionMention(end - len(words), end, form.institution, words, form.irregular)


def _named(cut: Tokens, known: _Table) -> Iterator[tuple[int, int, _Form]]:
    """The ranges of tokens that are names, in order, each with its form."""
    free = 0
    for at in _heads(cut, known):
        if at >= free:
            length, form = _longest(cut, at, known)
            if form:
                free = at + length
                yield at, free, form


def _heads(cut: Tokens, known: _Table) -> list[int]:
    """The tokens that a name may begin with."""
    if known.heads.isdisjoint(cut.keys):
        return []
    return [i for i, key in enumerate(cut.keys) if key in known.heads]


def _longest(cut: Tokens, at: int, known: _Table) -> tuple[int, _Form | None]:
    """How many tokens the longest name takes that starts here, and its form; None when there is none."""
    keys = cut.keys
    first, before = keys[at], keys[at - 1].lower().rstrip("'") if at else ""
    form = known.acronyms.get(first)
    length = 1 if form else 0
    node, last = known.after(stem(first)), at
    while node is not None:
        if node.form and node.form.fits(first, before):
            length, form = (0, None) if node.form.other else (last + 1 - at, node.form)
        last = _next_word(cut, last)
        node = node.following.get(stem(keys[last])) if last else None
    return length, form


def _next_word(cut: Tokens, at: int) -> int:
    """The token of the next word that is no link, in the same run of words; 0 when there is none."""
    for following in range(at + 1, min(at + 2 + _MANY_LINKS, len(cut.keys))):
        if _parts(cut.text[cut.ends[following - 1] : cut.starts[following]]):
            return 0
        if not is_link(cut.keys[following]):
            return following
    return 0


def _parts(gap: str) -> bool:
    """White space that ends a name: a new alinéa, a cell of a table."""
    return gap not in ("", " ") and (len(gap) > _WIDE_GAP or "\n" in gap or "\t" in gap)


def _table() -> _Table:
    return _in_force.get() or _own_table()


@functools.cache
def _own_table() -> _Table:
    return _table_of(institutions())


@contextmanager
def knowing(more: Sequence[Institution]) -> Iterator[None]:
    """Find these bodies too inside the block; a name that is also another body's is theirs."""
    token = _in_force.set(_table_of(joined(institutions(), more)) if more else _in_force.get())
    try:
        yield
    finally:
        _in_force.reset(token)


def _table_of(rows: Iterable[Institution]) -> _Table:
    """The rows as a tree of words, where the last of several bodies with one name has it."""
    acronyms: dict[str, _Form] = {}
    waiting: dict[str, list[Institution]] = {}
    firsts: set[str] = set()
    for row in rows:
        if row.acronym and not row.unsafe:
            acronyms[row.acronym] = _Form(row)
        words = {_first(name) for name in row.names}
        firsts |= words
        for first in {stem(word) for word in words}:
            waiting.setdefault(first, []).append(row)
    heads = frozenset([surface for first in firsts for surface in _surfaces(first)])
    every = heads | acronyms.keys()
    openings = {head if head.isalpha() else next(iter(_LETTERS.findall(head)), "") for head in every}
    return _Table(_Node({}), acronyms, every, frozenset() if "" in openings else frozenset(openings), waiting)


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
    for step in path(name):
        node = node.following.setdefault(step, _Node({}))
    if not (form.other and node.form):  # the words that silence one body may be the name of another
        node.form = form


def _first(name: str) -> str:
    """The first word of a name; few are cut with care, for every name is asked."""
    word = name.partition(" ")[0]
    return word if word.isalpha() else tokens(name).keys[0]


def _surfaces(word: str) -> Iterator[str]:
    """A first word as the keys of tokens have it: singular and plural, in any case."""
    plurals = (word + "s", word[:-2] + "aux" if word.endswith("al") else word + "x")
    for form in (word, *plurals):
        small, plain = folded(form.lower()), unaccented(form)
        yield from (folded(form), small, plain[0].upper() + small[1:], plain.upper())
