"""Items by their markers: "au 2°", "aux a et b", "des 1° à 3°", "du II", "au 3 de l'article 158", "point a", "paragraphe 2"."""

from __future__ import annotations

from statutes_diff.language.numbers import roman_value
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit, product

_MOST = 60  # members of one range
_CONTAINERS = frozenset(
    {"DEGREE", "ROMAN", "LETTER", "ARTICLE", "HERE", "SAME", "SAID", "ALINEA", "ORDINAL", "LETTERED", "DIVISION"}
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def item(phrase: Phrase, i: int, listed: bool = False) -> Unit | None:
    """The list of markers that begins at ``i``; ``listed``: it goes on a list, so no determiner is needed before."""
    if not listed and not phrase.introduced(i):
        return None
    rank = rank_of(phrase, i)
    if not rank:
        return None
    unit = _markers(phrase, i, rank)
    narrowed = len(unit.pointers[-1].item) > 1  # "au 1 (c)": no number of things has an item behind it
    return unit if listed or narrowed or _stands(phrase, i, rank, unit.after) else None


def point(phrase: Phrase, i: int) -> Unit | None:
    """ "point 2", "points a à c", "paragraphe 1": a part of an article of the Union or of a treaty."""
    if phrase.kind(i - 1) not in ("DET", "AND", "OPEN"):
        return None
    rank = rank_of(phrase, i + 1)
    return _markers(phrase, i, rank, i + 1) if rank else None


def rank_of(phrase: Phrase, i: int) -> str:
    """degree, roman, lower, upper or digit; "" when no marker stands at ``i``."""
    kind = phrase.kind(i)
    if kind == "DEGREE" or kind == "ROMAN":
        return kind.lower()
    if kind == "LETTER" or kind == "DET" and phrase.lex.text[phrase.lex.starts[i] : phrase.lex.ends[i]] == "A":
        return "lower" if marker_at(phrase, i)[0].islower() else "upper"
    digits = phrase.value(i).split(" ")[0] if kind == "NUMBER" else ""
    return "digit" if digits.isdigit() and len(digits) < 4 and phrase.word(i) != "1er" else ""


def marker_at(phrase: Phrase, i: int) -> str:
    """The marker of lexeme ``i``, bare."""
    return "A" if phrase.kind(i) == "DET" else phrase.value(i)


def _stands(phrase: Phrase, i: int, rank: str, after: int) -> bool:
    """True when the words cannot be anything else: "les 3 membres", "il les a", "le L" are none."""
    if rank == "degree" or rank == "roman":
        return True
    governed = phrase.kind(after) == "DET" and _contained(phrase, after)
    if rank == "digit":
        return governed
    if rank == "upper" and phrase.kind(after) == "":
        return not phrase.word(after).isdigit() and phrase.word(i - 1) in ("au", "aux", "du", "le")
    if phrase.word(i) == "a" and phrase.word(i - 1) in ("le", "les"):
        return governed or after > i + 1
    return True


def _contained(phrase: Phrase, i: int) -> bool:
    """True when "du", "de l'" at ``i`` leads to an item or an article."""
    behind, family = phrase.determiner(i)
    return family == "of" and phrase.kind(behind) in _CONTAINERS


def _markers(phrase: Phrase, i: int, rank: str, first: int | None = None, inside: bool = False) -> Unit:
    """Markers of one rank from ``first`` on, each with the items in brackets behind it; the words begin at ``i``.

    ``inside``: they stand in brackets themselves.
    """
    at = i if first is None else first
    marker = marker_at(phrase, at)
    found, after = _narrowed(phrase, marker, rank, at, inside)
    while True:
        last = phrase.range_to(after)
        if not last or rank_of(phrase, last) != rank:
            last = phrase.joined(after)
            if not last or rank_of(phrase, last) != rank or not _goes_on(phrase, last, rank):
                break
            marker = marker_at(phrase, last)
        else:
            *among, marker = between(marker, marker_at(phrase, last), rank)
            found += [Pointer(item=(one,)) for one in among]
        named, after = _narrowed(phrase, marker, rank, last, inside)
        found += named
    start, end = phrase.span(i, after)
    return Unit("item", rank, (Member(start, end, tuple(found)),), after)


def _narrowed(phrase: Phrase, marker: str, rank: str, i: int, inside: bool) -> tuple[list[Pointer], int]:
    """ "au II (1°) de l'article 7", "aux 1°, 2° (a et b) et 3°": the items in brackets stand in the one before them."""
    outer = Pointer(item=(marker,))
    if inside:
        return [outer], i + 1
    after = _past_bracket(phrase, i)
    inner = rank_of(phrase, after + 1) if phrase.kind(after) == "OPEN" else ""
    if inner in ("", "digit", rank):
        return [outer], after
    narrow = _markers(phrase, after + 1, inner, inside=True)
    if phrase.kind(narrow.after) != "CLOSE":
        return [outer], after
    return list(product(narrow.pointers, (outer,))), narrow.after + 1


def _goes_on(phrase: Phrase, i: int, rank: str) -> bool:
    """ "au a, A la demande", "aux 1 et 2 000": a marker that goes on a list is followed by a small word or a stop."""
    return (
        rank in ("degree", "roman", "digit")
        or phrase.kind(i) != "DET"
        or phrase.kind(i + 1) != "DET"
        or phrase.value(i + 1) == "of"
    )


def _past_bracket(phrase: Phrase, i: int) -> int:
    """Behind the marker and its own bracket: "a)"."""
    if phrase.kind(i + 1) != "CLOSE" or phrase.lex.starts[i + 1] != phrase.lex.ends[i]:
        return i + 1
    return i + 1 if _opened(phrase, i) else i + 2


def _opened(phrase: Phrase, i: int) -> bool:
    return any(phrase.kind(j) == "OPEN" for j in range(max(0, i - 8), i))


def between(first: str, last: str, rank: str) -> list[str]:
    """The markers behind ``first`` up to ``last``; only ``last`` where the order is not plain (1° bis to 3°)."""
    low, high = _order(first, rank), _order(last, rank)
    if low is None or high is None or not low < high <= low + _MOST:
        return [last]
    return [_written(rank, n) for n in range(low + 1, high + 1)]


def _order(marker: str, rank: str) -> int | None:
    if rank == "roman":
        return roman_value(marker)
    if rank in ("degree", "digit"):
        return int(marker.rstrip("°")) if marker.rstrip("°").isdigit() else None
    return ord(marker) if len(marker) == 1 else None


def _written(rank: str, n: int) -> str:
    if rank == "roman":
        return "X" * (n // 10) + (_ROMANS[n % 10 - 1] if n % 10 else "")
    if rank in ("lower", "upper"):
        return chr(n)
    return f"{n}°" if rank == "degree" else str(n)
