"""The renvois of a text, read from its words: a linear-time grammar over tokens, no search.

``lexer`` classes the words; ``counted``, ``items``, ``articles``, ``headings``, ``texts`` and ``deictic`` read the units of one
level; ``chains`` puts them together, with what governs from outside (``governed``); here the renvois are cut to the narrowest
words that name their targets:

- a member of a list of articles has its own words: "L. 162-5", "article 48", "L. 1 à L. 4";
- the part of an article is read with it: "deuxième et troisième alinéas de l'article L. 162-15";
- the text that governs a list is in the targets, not in the range.

Kinds: ``article``, ``alinea``, ``item``, ``sentence``, ``division``, ``text`` after the innermost level that is named,
and ``relative`` where the innermost words only point ("précédent alinéa", "présent article", "même code").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from statutes_diff.language.tokens import tokens
from statutes_diff.model import Reference
from statutes_diff.references.chains import STARTERS, Chain, alike, group, may_begin
from statutes_diff.references.governed import EXCEPTING, book_of, excepts_directly, opens_with_exception, text_ahead
from statutes_diff.references.lexer import Lexemes, lexemes
from statutes_diff.references.memory import Memory
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import EVERY_BEFORE, Member, Pointer, Reading, Unit, product
from statutes_diff.references.traces import may_hold_renvois

_STOP = "."
_NOTHING = Lexemes("", [], [], [], []), ()
_MARKERS = frozenset({"DEGREE", "ROMAN", "LETTER", "NUMBER", "CLOSE"})
_MARKER = 6  # lexemes before the first words of a line: "II. - 1° a) "
_PAIRS = 4  # members of a list of two pairs, at least
_CLAUSE = 12  # lexemes from "exception" to the article excepted: "à l'exception des personnes mentionnées à l'article …"


def readings(text: str, memory: Memory | None = None) -> Iterator[Reading]:
    """Every renvoi of an alinéa in the order of its words; ``memory`` carries what its article named before."""
    lex, turns = _scanned(text)
    if not turns:
        return
    phrase = Phrase(lex, memory or Memory())
    announced: Pointer | None = None
    said: Pointer | None = None
    opened: Pointer | None = None
    after = 0
    for i in turns:
        if i < after:
            continue
        chains = group(phrase, i)
        if not chains:
            said, opened = (None, None) if lex.values[i] == _STOP else (said, opened)
            continue
        default = said if said is not None and _of_that_text(phrase, i, chains[0], said) else phrase.memory.announced
        if phrase.excepts and opens_with_exception(phrase, i):
            opened = text_ahead(phrase, chains[-1].after)
        elif chains[0].text is not None or chains[0].family != "of":
            opened = None
        default = default or opened
        for found in chains:
            yield from _cut(found, default, text)
        said = next((p for p in reversed([p for found in chains for p in found.pointers]) if p.text), said)
        if chains[0].text is not None and _announces(phrase, i):
            announced = chains[0].text.pointers[0]
        after = chains[-1].after
    if announced is not None and text.rstrip().endswith(":"):
        phrase.memory.announce(announced)


def may_cite(text: str) -> bool:
    """False for an alinéa without a renvoi, which neither asks nor changes what its article remembers."""
    return bool(_scanned(text)[1])


@lru_cache(maxsize=512)  # an alinéa that stands in both versions is scanned once, where they are compared side by side
def _scanned(text: str) -> tuple[Lexemes, tuple[int, ...]]:
    """A text's lexemes, and the turns of its reading: where a renvoi may begin, and the stops between them."""
    if not may_hold_renvois(tokens(text)):
        return _NOTHING
    lex = lexemes(text)
    starters = [i for i, kind in enumerate(lex.kinds) if kind in STARTERS and may_begin(lex, i)]
    if not starters:
        return _NOTHING
    return lex, tuple(sorted([*starters, *(i for i, value in enumerate(lex.values) if value == _STOP)]))


def _announces(phrase: Phrase, i: int) -> bool:
    """ "les dispositions suivantes du code …", or a line that begins with the text: "2° Du code …", "I. - Le code …"."""
    first = i - 1
    if phrase.kind(first) != "DET":
        return False
    while phrase.kind(first - 1) == "DET":
        first -= 1
    return phrase.kind(first - 1) == "NEXT" or all(_numbers_a_line(phrase, at) for at in range(max(first, 0)))


def _numbers_a_line(phrase: Phrase, i: int) -> bool:
    return i < _MARKER and (phrase.kind(i) in _MARKERS or not phrase.word(i)[:1].isalnum())


def _of_that_text(phrase: Phrase, i: int, first: Chain, said: Pointer) -> bool:
    """True for what is excepted from a text named in the sentence, and for a number that goes on the list of that text.

    "À l'exception de l'article L. 4" is of that text; "à l'exception des biens mentionnés à l'article L. 4" where the number is
    like the one named with the text.
    """
    if phrase.kind(i) == "LETTERED" and phrase.kind(i - 1) == "AND":
        return phrase.memory.preposed and alike(first, said)
    if not phrase.excepts:
        return False
    return excepts_directly(phrase, i) or _excepted(phrase, i) and (said.article is None or alike(first, said))


def _excepted(phrase: Phrase, i: int) -> bool:
    for j in range(i - 1, max(i - _CLAUSE, -1), -1):
        if phrase.kind(j) == "AND":
            return False
        if phrase.word(j) in EXCEPTING:
            return True
    return False


def references(text: str) -> tuple[Reference, ...]:
    """The renvois of a text on its own: relative ones stay without a number, ranges give their two ends."""
    return tuple(
        Reference(r.start, r.end, text[r.start : r.end], r.kind, tuple(t for p in r.pointers for t in p.targets))
        for r in readings(text)
    )


@lru_cache(maxsize=1024)
def means_every_before(words: str) -> bool:
    """True for "les alinéas précédents": words that mean whatever alinéas stand before them, however many."""
    return any(pointer.alinea_step == EVERY_BEFORE for reading in readings(words) for pointer in reading.pointers)


def _cut(found: Chain, default: Pointer | None, text: str) -> Iterator[Reading]:
    """A chain as renvois: one for each article of a list, one for all else."""
    place = next((k for k, unit in enumerate(found.units) if unit.level == "article"), None)
    if place is None:
        pointers = tuple(_under(default, pointer) for pointer in found.pointers) if found.inherited else found.pointers
        yield Reading(found.units[0].start, _end(found), _kind(found.units[0]), pointers)
        return
    above = Chain(found.units[place + 1 :], 0, "", found.inherited).pointers if found.units[place + 1 :] else found.inherited
    inner = found.units[:place]
    members = found.units[place].members
    apart = _first_of_the_text(text, members) if len(members) >= _PAIRS and found.text is not None else 0
    for k, member in enumerate(members):
        pointers = member.pointers if k < apart else tuple(product(member.pointers, above))
        for unit in reversed(inner):
            pointers = tuple(product(unit.pointers, pointers))
        pointers = tuple(_under(default, pointer) for pointer in pointers)
        start = inner[0].start if inner and k == 0 else member.start
        yield Reading(start, member.end, _kind(found.units[0]), pointers)


def _first_of_the_text(text: str, members: tuple[Member, ...]) -> int:
    """The first member that the text behind the list governs: "L. 12-1 et L. 12-2 ou R. 741-8 et R. 741-9 du code rural".

    Two pairs with "ou" between them, of unlike numbers, stand for each other in two texts. 0: the text governs the whole list.
    """
    between = [text[one.end : other.start].strip(" ,") for one, other in pairwise(members)]
    if between.count("ou") != 1 or between[-1] != "et":
        return 0
    at = between.index("ou")
    unlike = book_of(members[at].pointers[0].article) != book_of(members[at + 1].pointers[0].article)
    return at + 1 if at and between[at - 1] == "et" and unlike else 0


def _under(default: Pointer | None, pointer: Pointer) -> Pointer:
    """An article that names no text belongs to the one announced for the items it stands in, or to what it is an exception to."""
    if default is None or pointer.text is not None or pointer.own or pointer.article is None:
        return pointer
    return pointer._replace(text=default.text, own=default.own)


def _kind(unit: Unit) -> str:
    return "relative" if unit.relative else unit.level


def _end(found: Chain) -> int:
    """Where the words end that name the target: a text that governs is left out, unless it is all there is."""
    units = found.units[:-1] if found.text is not None and len(found.units) > 1 else found.units
    return units[-1].end
