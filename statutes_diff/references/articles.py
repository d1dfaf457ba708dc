"""Articles by their numbers: "L. 162-5", "articles 1382 et 1383", "L. 1 à L. 4, L. 6", "R. 412-6 (dernier alinéa)"."""

from __future__ import annotations

from statutes_diff.references.counted import counted
from statutes_diff.references.items import item, point, rank_of
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit, product

_STOPS = frozenset({".", ";", ":", "»"})
_PARTS = frozenset({"ORDINAL", "NTH", "CARDINAL", "ALINEA", "NUMBER", "DEGREE"})


def articles(phrase: Phrase, i: int) -> Unit | None:
    """The list of articles that begins at ``i``, with or without the word "article" before."""
    if phrase.kind(i) == "LETTERED":
        return _list(phrase, i, i, plural=True)
    plural = phrase.word(i) == "articles"
    first = i + 2 if phrase.word(i) == "art" and phrase.word(i + 1) == "." else i + 1
    if phrase.kind(first) in ("PREVIOUS", "NEXT") and not plural:
        return _beside(phrase, i, first)
    return _list(phrase, i, first, plural) if _number_at(phrase, first, plural) else None


def before_article(phrase: Phrase, i: int) -> Unit | None:
    """ "précédent article"."""
    return _beside(phrase, i, i) if phrase.kind(i + 1) == "ARTICLE" else None


def named_again(phrase: Phrase, i: int) -> Unit | None:
    """ "même article L. 241-3", "cet article 12": named by its number, in the text that it was last named in."""
    head = i + 2 if phrase.kind(i + 1) == "SAME" else i + 1
    if phrase.kind(head) != "ARTICLE" or (unit := articles(phrase, head)) is None:
        return None
    known = {} if phrase.kind(i) == "HERE" else phrase.memory.numbered
    return unit._replace(members=tuple(_again(member, known) for member in unit.members))


def _again(member: Member, known: dict[str, Pointer]) -> Member:
    return member._replace(
        pointers=tuple(
            pointer._replace(text=before.text, own=before.own) if (before := known.get(pointer.article or "")) else pointer
            for pointer in member.pointers
        )
    )


def further(phrase: Phrase, i: int) -> Unit:
    """Bare numbers that go on a list of articles."""
    return _list(phrase, i, i, plural=True)


def _beside(phrase: Phrase, i: int, way: int) -> Unit:
    after = way + 1 if way > i else i + 2
    start, end = phrase.span(i, after)
    step = -1 if phrase.kind(way) == "PREVIOUS" else 1
    return Unit("article", "beside", (Member(start, end, (Pointer(article_step=step),)),), after, relative=True)


def _number_at(phrase: Phrase, i: int, plural: bool = True) -> tuple[str, int] | None:
    """The key of the article number at ``i`` and the lexeme behind it; one article may also be "premier" or "II"."""
    kind = phrase.kind(i)
    if kind == "LETTERED" or kind == "NUMBER":
        return phrase.value(i), i + 1
    if kind == "LETTER" and phrase.value(i) in ("L", "R", "D") and phrase.kind(i + 1) == "NUMBER":
        return phrase.value(i) + phrase.value(i + 1), i + 2
    if not plural and kind == "ORDINAL" and phrase.number(i) == 1:
        return "1", i + 1
    return (phrase.value(i), i + 1) if kind == "ROMAN" and phrase.kind(i - 1) == "ARTICLE" else None


def _list(phrase: Phrase, i: int, first: int, plural: bool) -> Unit:
    members: list[Member] = []
    bare = plural and phrase.kind(first) != "LETTERED" or phrase.word(i) == "articles"
    at = first
    while True:
        own = not members and not plural and phrase.kind(first) != "LETTERED"
        member, after = _member(phrase, at, i if own else at, several=not members and phrase.word(i) == "articles")
        members.append(member)
        joined = phrase.joined(after)
        if not joined or not _goes_on(phrase, joined, bare):
            break
        at = joined
    rank = "lettered" if phrase.kind(first) == "LETTERED" else "bare"
    return Unit("article", rank, tuple(members), after)


def _goes_on(phrase: Phrase, i: int, bare: bool) -> bool:
    """True when a number at ``i`` goes on the list: any lettered one; a bare one only behind "articles", and not "10 jours"."""
    if phrase.kind(i) == "LETTERED":
        return True
    if not bare or phrase.kind(i) != "NUMBER":
        return False
    return phrase.word(i - 1) != "," or phrase.kind(i + 1) != ""


def _member(phrase: Phrase, at: int, first: int, several: bool) -> tuple[Member, int]:
    """A number or a range, with the part that stands in brackets or behind a comma; ``several``: "articles" said just before."""
    key, after = _number_at(phrase, at, plural=False) or (phrase.value(at), at + 1)
    pointer = Pointer(article=key)
    to = phrase.range_to(after)
    ends = _number_at(phrase, to) if to else None
    if ends and _is_range(phrase, at, to, several):
        pointer, after = Pointer(article=key, article_to=_like(key, ends[0])), ends[1]
    parts, after_parts = _parts(phrase, phrase.past_asides(after))
    start, end = phrase.span(first, after)
    if parts:
        return Member(start, phrase.lex.ends[after_parts - 1], tuple(product(parts, (pointer,)))), after_parts
    return Member(start, end, (pointer,)), phrase.past_asides(after)


def _is_range(phrase: Phrase, first: int, last: int, several: bool) -> bool:
    """Both ends written alike ("articles 5 à 8", "L. 5 à L. 8"), or the second with dashes ("R. 111-5 à 111-14"); "l'article 5 à
    10 %" and "à 3 mois" are none."""
    if phrase.kind(first) != phrase.kind(last):
        return phrase.kind(first) == "LETTERED" and "-" in phrase.value(last)
    behind = phrase.word(last + 1)
    if several or phrase.kind(first) == "LETTERED":
        return True
    return phrase.kind(last + 1) != "" or behind in _STOPS or behind[:1].isupper()


def _like(first: str, last: str) -> str:
    """The second end of a range with the letter of the first, where it goes without: "R. 111-5 à 111-14"."""
    letters = first[: next((k for k, c in enumerate(first) if c.isdigit()), 0)]
    return letters + last if last[:1].isdigit() else last


def _parts(phrase: Phrase, i: int) -> tuple[tuple[Pointer, ...], int]:
    """ "(dernier alinéa)", "(3° et 4°)", ", premier alinéa,", ", paragraphe 1, point b": the part named behind the number.

    Commas lead inwards; the last "et" names another part of the article: ", premier alinéa, 3°, et dernier alinéa".
    """
    if phrase.kind(i) == "OPEN":
        unit = _part(phrase, i + 1)
        return (unit.pointers, unit.after + 1) if unit and phrase.kind(unit.after) == "CLOSE" else ((), i)
    found, i = _beside_number(phrase, i)
    while phrase.word(i) == "," and (unit := _part(phrase, i + 1)) and _closed(phrase, unit):
        found, i = tuple(product(unit.pointers, found)) if found else unit.pointers, unit.after
    if found and (joined := phrase.joined(i)) and (unit := _part(phrase, joined)) and _closed(phrase, unit):
        return (*found, *unit.pointers), unit.after
    return found, i


def _beside_number(phrase: Phrase, i: int) -> tuple[tuple[Pointer, ...], int]:
    """ "156-I", "L. 162-5 II", "327 alinéa 2": the part that stands right behind the number, and the lexeme behind it."""
    at = i + 1 if phrase.lex.values[i] == "-" and phrase.lex.starts[i + 1] == phrase.lex.ends[i] else i
    if phrase.kind(at) == "ROMAN" or at == i and phrase.kind(i) in ("ALINEA", "ORDINAL"):
        unit = _part(phrase, at)
        heading = phrase.word(at + 1) == "." and phrase.word(at + 2) in ("-", "–", "—", "―")  # "article 5 II. - Les agents"
        if unit and not heading and (_closed(phrase, unit) or phrase.kind(unit.after) == "AND"):
            return unit.pointers, unit.after
    return (), i


def _part(phrase: Phrase, i: int) -> Unit | None:
    kind = phrase.kind(i)
    if kind == "POINT" or kind == "DIVISION" and phrase.value(i) == "paragraphe":
        return point(phrase, i)
    if kind in _PARTS and (unit := counted(phrase, i)):
        return unit
    return item(phrase, i, listed=True) if rank_of(phrase, i) in ("degree", "roman", "lower") else None


def _closed(phrase: Phrase, unit: Unit) -> bool:
    """ "l'article 5, premier alinéa," names its alinéa; "l'article 5, premier alinéa de l'article 6" names another's."""
    after = unit.after
    if phrase.kind(after) in ("END", "CLOSE") or phrase.word(after) in (".", ";", ","):
        return True
    behind, family = phrase.determiner(after)
    return family == "of" and phrase.kind(behind) in ("CODE", "ACT")
