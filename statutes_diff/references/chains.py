"""Units put together: chains from the inside out, and groups of chains that share what comes after them.

"à la première phrase du c du 2° du I de l'article R. 163-2" is one chain of five units; "au 2° du I et au II de l'article
R. 163-2" are two, of which the first takes its article from the second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from statutes_diff.references.articles import articles, before_article, further, named_again
from statutes_diff.references.counted import counted
from statutes_diff.references.deictic import deictic
from statutes_diff.references.governed import POSSESSIVE, book_of, exception_at, listed_behind, owner
from statutes_diff.references.headings import division, heading_parts, preposed
from statutes_diff.references.items import item, point
from statutes_diff.references.lexer import Lexemes
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit, product
from statutes_diff.references.texts import abbreviated, act, code, governing, recalled

Rule = Callable[[Phrase, int], Unit | None]

_RULES: dict[str, tuple[Rule, ...]] = {
    "LETTERED": (articles,),
    "ARTICLE": (articles,),
    "ALINEA": (counted,),
    "SENTENCE": (counted,),
    "DASH": (counted,),
    "ORDINAL": (counted, preposed),
    "NTH": (counted, preposed),
    "CARDINAL": (counted,),
    "PREVIOUS": (counted, before_article, preposed),
    "NEXT": (counted, before_article, preposed),
    "DEGREE": (counted, item),
    "ROMAN": (item,),
    "LETTER": (item,),
    "NUMBER": (counted, item),
    "DET": (item,),
    "POINT": (point,),
    "DIVISION": (code, division),
    "CODE": (code, recalled),
    "ACT": (act, recalled),
    "HERE": (deictic, named_again),
    "SAME": (deictic, named_again),
    "THIS": (deictic, named_again),
    "SAID": (deictic, named_again),
}
STARTERS = frozenset(_RULES)
# What the rules of a kind ask of its neighbours first of all: an item stands behind "au", "les", or counts as in "2° alinéa";
# "cet" and "précédent" stand before a word that is classed. Most words of a kind fail here. A rule that asks for less has to say
# so here and in ``traces``.
_BEHIND_DETERMINER = frozenset({"DET", "DEGREE", "ROMAN", "LETTER"})
_COUNTED = frozenset({"ALINEA", "AND", "DEGREE"})
_BEFORE_CLASSED = frozenset({"HERE", "SAME", "THIS", "SAID", "POINT", "PREVIOUS", "NEXT", "CARDINAL"})

_INSIDE = {
    "sentence": frozenset({"alinea", "item", "article"}),
    "alinea": frozenset({"item", "article", "division", "text"}),
    "item": frozenset({"alinea", "item", "article", "division", "text"}),
    "article": frozenset({"division", "text"}),
    "division": frozenset({"division", "article", "text"}),
    "text": frozenset[str](),
}
_OUTERMOST = frozenset({"article", "division", "text"})


class Chain(NamedTuple):
    """Units from the inside out, the lexeme behind them, the family of the determiner before them."""

    units: tuple[Unit, ...]
    after: int
    family: str
    inherited: tuple[Pointer, ...] = ()

    @property
    def article(self) -> Unit | None:
        """The unit of articles, if the words have one."""
        return next((unit for unit in self.units if unit.level == "article"), None)

    @property
    def text(self) -> Unit | None:
        """The text at the end, if the words name one."""
        return self.units[-1] if self.units[-1].level == "text" else None

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Every target of the chain, what governs merged in."""
        found = self.inherited
        for unit in reversed(self.units):
            found = tuple(product(unit.pointers, found))
        return found


def may_begin(lex: Lexemes, i: int) -> bool:
    """False where the lexemes beside a starter already tell that no chain begins with it."""
    kind, kinds = lex.kinds[i], lex.kinds
    if kind == "DEGREE" and kinds[i + 1] in _COUNTED:
        return True
    if kind in _BEHIND_DETERMINER:
        return i > 0 and kinds[i - 1] == "DET" and (kind != "DET" or lex.text[lex.starts[i] : lex.ends[i]] == "A")
    return kind not in _BEFORE_CLASSED or kinds[i + 1] != ""


def unit_at(phrase: Phrase, i: int, listed: bool = False) -> Unit | None:
    """The unit whose first word is lexeme ``i``."""
    for rule in _RULES.get(phrase.kind(i), ()):
        found = item(phrase, i, listed=True) if listed and rule is item else rule(phrase, i)
        if found:
            return found
    return None


def chain(phrase: Phrase, i: int, family: str, listed: bool = False) -> Chain | None:
    """The chain that begins at ``i``."""
    first = unit_at(phrase, i, listed)
    if first is None:
        return None
    found = _governed_by(phrase, first, family)
    last = found.units[-1]
    if phrase.possesses and last.level not in _OUTERMOST:
        at = i if len(found.units) == 1 else bisect_left(phrase.lex.starts, last.start)
        found = found._replace(inherited=owner(phrase, at, last, found.after, _read))
    phrase.memory.remember(found.pointers)
    return found


def _read(phrase: Phrase, i: int) -> tuple[Pointer, ...]:
    """The targets of the chain at ``i``, read ahead."""
    unit = unit_at(phrase, i)
    return _governed_by(phrase, unit, "").pointers if unit else ()


def _governed_by(phrase: Phrase, first: Unit, family: str) -> Chain:
    """A unit with all that stands above it; divisions in a row are one unit, told in its printed words."""
    units = [first]
    while (outer := _outer(phrase, units[-1])) and outer.level in _INSIDE[units[-1].level]:
        if outer.level == "item" and any(unit.rank == outer.rank for unit in units):
            break
        if outer.level == units[-1].level == "division":
            units[-1] = _heading(phrase, units[-1], outer)
        else:
            units.append(outer)
    return Chain(tuple(units), units[-1].after, family)


def _heading(phrase: Phrase, inner: Unit, outer: Unit) -> Unit:
    """ "chapitre II", "titre Ier" → "chapitre II du titre Ier"."""
    above = " ".join(phrase.lex.text[inner.end : outer.end].split())
    pointers = tuple(pointer._replace(division=f"{pointer.division} {above}") for pointer in inner.pointers)
    return Unit("division", outer.rank, (Member(inner.start, outer.end, pointers),), outer.after, inner.relative)


def _outer(phrase: Phrase, inner: Unit) -> Unit | None:
    """The unit that governs ``inner``, behind "du", "de l'" (an annexe also "à l'")."""
    i = phrase.past_asides(inner.after)
    if inner.level in ("article", "division") and phrase.word(i) == "," and phrase.determiner(i + 1)[1] == "of":
        return _text_at(phrase, phrase.determiner(i + 1)[0], only_known=True)
    behind, family = phrase.determiner(i)
    if not family and inner.level == "article":
        return abbreviated(phrase, i)
    if family != "of" and not (family == "to" and inner.rank == "annexe"):
        return None
    if inner.level in ("article", "division"):
        return _text_at(phrase, behind, only_known=inner.rank != "bare") or unit_at(phrase, behind)
    return unit_at(phrase, behind + 1 if phrase.possesses and phrase.word(behind) in POSSESSIVE else behind)


def _text_at(phrase: Phrase, i: int, only_known: bool = False) -> Unit | None:
    """A text that governs an article: by name, by "même" and "présent", or by its noun alone."""
    if phrase.kind(i) in ("HERE", "SAME", "THIS", "SAID"):
        found = deictic(phrase, i)
        return found if found and found.level == "text" else _same_named(phrase, i)
    found = code(phrase, i) or (act(phrase, i) if phrase.kind(i) == "ACT" else None)
    return found or governing(phrase, i, only_known)


def _same_named(phrase: Phrase, i: int) -> Unit | None:
    """ "de la même loi n° 2002-322", "dudit accord"."""
    behind = i + 1
    return (act(phrase, behind) if phrase.kind(behind) == "ACT" else None) or governing(phrase, behind)


def group(phrase: Phrase, i: int, excepting: bool = True) -> list[Chain]:
    """The chains that begin at ``i``, joined by "et", "ou", "," and prepositions of one family, what governs shared.

    ``excepting``: with what is excepted from them; an exception has none of its own.
    """
    first = chain(phrase, i, phrase.family_before(i))
    if first is None:
        return []
    if first.units[0].level == "text":
        return _text_before(phrase, first)
    chains = [first]
    excepted: dict[int, list[Chain]] = {}
    many = phrase.plural_before(i)
    while True:
        last = chains[-1]
        if excepting and phrase.excepts and (parts := _exception(phrase, last)):
            excepted[len(chains) - 1] = parts
            last = last._replace(after=parts[-1].after)
        following = _joined(phrase, last, many)
        if following is None:
            break
        chains.append(following)
    if len(chains) == 1 and not excepted:
        return chains
    one_list = len(chains) > 2 and all(found.text is None for found in chains[:-1]) and not _set_apart(phrase, chains)
    for k in range(len(chains) - 2, -1, -1):
        chains[k] = _governed(chains[k], chains[k + 1], one_list)
    return _with_exceptions(chains, excepted) if excepted else chains


def _set_apart(phrase: Phrase, chains: list[Chain]) -> bool:
    """ "à l'article A, à l'article B et à l'article C ainsi qu'à l'article D du code": the list ends before what is added."""
    return phrase.word(chains[-2].after) == "ainsi" and phrase.word(chains[-3].after) == "et"


def _text_before(phrase: Phrase, named: Chain) -> list[Chain]:
    """A text, with the articles listed right behind its name."""
    i = listed_behind(phrase, named.after)
    found = group(phrase, i) if i else []
    if not found or any(listed.text for listed in found):
        return [named]
    phrase.memory.preposed = True
    return [named, *(listed._replace(inherited=named.pointers) for listed in found)]


def _exception(phrase: Phrase, last: Chain) -> list[Chain]:
    """The part that is excepted from what was named just before: "au 1°, à l'exclusion du i, et au 2° de l'article 7"."""
    i = exception_at(phrase, last.after)
    if not i or last.article is None and last.units[0].level not in ("item", "alinea"):
        return []
    parts = group(phrase, i, excepting=False)
    named = any(unit.level in _OUTERMOST or unit.relative for part in parts for unit in part.units)
    return [] if named else parts


def _with_exceptions(chains: list[Chain], excepted: dict[int, list[Chain]]) -> list[Chain]:
    """Every chain with what is excepted from it behind it: a part of the last thing that the chain names."""
    found: list[Chain] = []
    for k, whole in enumerate(chains):
        found.append(whole)
        for part in excepted.get(k, ()):
            beside = any(unit.rank == part.units[-1].rank for unit in whole.units)
            found.append(part._replace(inherited=_above(part, whole) if beside else whole.pointers[-1:]))
    return found


def _joined(phrase: Phrase, last: Chain, many: bool) -> Chain | None:
    joined = phrase.joined(phrase.past_asides(last.after))
    if not joined:
        return None
    if phrase.kind(joined) == "LETTERED":
        return chain(phrase, joined, last.family) if last.article is not None else None
    if phrase.kind(joined) == "NUMBER":
        return _of_next_text(phrase, joined, last) or _same_family(phrase, joined, last, many)
    return _same_family(phrase, joined, last, many)


def _of_next_text(phrase: Phrase, i: int, last: Chain) -> Chain | None:
    """ "[des articles L. 351-15 du présent code ou] 1121-2 du code rural": a bare number of the next text."""
    if last.article is None or last.text is None:
        return None
    found = _governed_by(phrase, further(phrase, i), last.family)
    if found.text is None:
        return None
    phrase.memory.remember(found.pointers)
    return found


def _same_family(phrase: Phrase, joined: int, last: Chain, many: bool) -> Chain | None:
    """The next chain when its determiner is of the family of the last one's; a list behind "aux" needs none."""
    behind, family = phrase.determiner(joined)
    if family and family == last.family:
        return chain(phrase, behind, family)
    if many and not family and last.units[0].level in ("item", "alinea"):
        return chain(phrase, joined, last.family, listed=True)
    return None


def _governed(inner: Chain, outer: Chain, one_list: bool) -> Chain:
    """The chain, completed by what the next one says of its article and text; a list of three groups or more has one text."""
    if inner.text is not None:
        return inner
    if inner.article is not None:
        if outer.article is None:
            return inner
        listed = one_list and inner.article.rank == outer.article.rank  # no law has an article L. 5
        return _with_text(inner, outer) if listed or _one_book(inner, outer) else inner
    if inner.units[-1].level == "division":
        return _beside_division(inner, outer)
    if outer.units[0].level in ("article", "division", "text") or any(unit.relative for unit in inner.units):
        return inner
    return inner._replace(inherited=_above(inner, outer))


def _above(inner: Chain, outer: Chain) -> tuple[Pointer, ...]:
    """What stands above the level where the two chains are alike: "a et … b du 2°" share the 2°, "2° … et II de" the article."""
    rank = inner.units[-1].rank
    alike = [k for k, unit in enumerate(outer.units) if unit.rank == rank]
    shared = [k for k, unit in enumerate(outer.units) if unit.level == "article"]
    first = alike[0] + 1 if alike else shared[0] if shared else len(outer.units)
    rest = outer.units[first:]
    return Chain(rest, outer.after, "", outer.inherited).pointers if rest else outer.inherited


def _beside_division(inner: Chain, outer: Chain) -> Chain:
    """ "la section 1 et … de la section 2 du titre IV": divisions of one kind stand in one titre, and in one text."""
    unit = next((unit for unit in outer.units if unit.level == "division"), None)
    if unit is None:
        return inner
    (own, within), (other, above) = (heading_parts(found.pointers[0].division or "") for found in (inner.units[-1], unit))
    if above and not within and own.split(" ")[0] == other.split(" ")[0]:
        last = inner.units[-1]
        pointers = tuple(pointer._replace(division=f"{pointer.division} {above}") for pointer in last.pointers)
        named = last._replace(members=(Member(last.start, last.end, pointers),))
        return _with_text(inner._replace(units=(*inner.units[:-1], named)), outer)
    return _with_text(inner, outer) if outer.units[0] is unit else inner


def _with_text(inner: Chain, outer: Chain) -> Chain:
    text = outer.text
    if text is not None:
        return inner._replace(inherited=text.pointers)
    return inner._replace(inherited=tuple(dict.fromkeys(Pointer(text=p.text, own=p.own) for p in outer.inherited)))


def _one_book(inner: Chain, outer: Chain) -> bool:
    """True when the numbers of both may stand in one book of one code.

    In "à l'article L. 2122-1 et à l'article L. 2122-3 du code de la santé publique" the code governs both; in "à l'article
    L. 221-1 ou à l'article L. 723-11 du code rural" the first belongs to the law that speaks. Books are told by the kind of
    number, its first digit and its length.
    """
    return _book(inner) == _book(outer) and _book(inner) is not None


def alike(found: Chain, named: Pointer) -> bool:
    """True when the chain's article may stand in one book with an article that was named before."""
    return _book(found) == book_of(named.article) and _book(found) is not None


def _book(found: Chain) -> tuple[str, str, int] | None:
    unit = found.article
    return book_of(unit.pointers[0].article) if unit is not None and not unit.relative else None
