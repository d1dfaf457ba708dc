"""Alinéas, sentences and dashes: "deuxième et troisième alinéas", "deux derniers alinéas", "précédent alinéa", "alinéa 3"."""

from __future__ import annotations

from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import EVERY_BEFORE, Member, Pointer, Unit

HEADS = {"ALINEA": "alinea", "SENTENCE": "sentence", "DASH": "item"}
_MOST = 40  # members of one list before a head noun: keeps a hostile list of ordinals linear
_LONGEST = 60  # alinéas of one range
_MARKERS = frozenset({"DEGREE", "ROMAN", "LETTER", "NUMBER", "AND", "DET"})
_WITHIN = 8  # lexemes between the brackets: "(a, b et 2°)"


def counted(phrase: Phrase, i: int) -> Unit | None:
    """The unit of alinéas or sentences that begins at ``i``."""
    kind = phrase.kind(i)
    if kind in HEADS:
        return _numbered(phrase, i)
    if kind == "CARDINAL":
        return _several(phrase, i)
    if kind in ("PREVIOUS", "NEXT"):
        return _beside(phrase, i)
    return _ordinals(phrase, i)


def _unit(phrase: Phrase, head: int, first: int, after: int, pointers: list[Pointer], relative: bool = False) -> Unit | None:
    if not pointers:
        return None
    start, end = phrase.span(first, after)
    level = HEADS[phrase.kind(head)]
    return Unit(level, phrase.kind(head), (Member(start, end, tuple(pointers)),), _past_marker(phrase, after), relative)


def _past_marker(phrase: Phrase, i: int) -> int:
    """Behind the marker in brackets that the Government's texts print beside an alinéa: "cinquième alinéa (3°) de l'article 7".

    It tells the alinéa once more and adds nothing to its number.
    """
    at = i + 1 if phrase.kind(i) == "OPEN" else 0
    while at and phrase.kind(at) in _MARKERS and at < i + _WITHIN:
        at += 1
    return at + 1 if at > i + 1 and phrase.kind(at) == "CLOSE" else i


def _pointer(phrase: Phrase, head: int, value: int) -> Pointer:
    kind = phrase.kind(head)
    if kind == "ALINEA":
        return Pointer(alinea=value)
    return Pointer(sentence=value) if kind == "SENTENCE" else Pointer(item=(f"tiret {value}",))


def is_ordinal(phrase: Phrase, i: int) -> bool:
    """True for "deuxième", "3e", "1er", and for "2°" right before "alinéa"."""
    kind = phrase.kind(i)
    if kind == "DEGREE":
        return is_counting(phrase, i)
    return kind in ("ORDINAL", "NTH") or kind == "NUMBER" and phrase.word(i) == "1er"


def is_counting(phrase: Phrase, i: int) -> bool:
    """True for the "2°" of "2° alinéa", and of "2° et 3° alinéas": there it counts and marks no item."""
    for at in range(i, i + _WITHIN):
        if phrase.kind(at) == "ALINEA":
            return at > i
        if phrase.kind(at) not in ("DEGREE", "AND") or phrase.kind(at) == "DEGREE" and not phrase.value(at)[:-1].isdigit():
            return False
    return False


def _ordinals(phrase: Phrase, i: int) -> Unit | None:
    """ "premier alinéa", "deuxième, troisième et dernier alinéas", "deuxième à quatrième alinéas"."""
    values, at = ordinal_list(phrase, i)
    if phrase.kind(at) not in HEADS:
        return None
    return _unit(phrase, at, i, at + 1, [_pointer(phrase, at, value) for value in values])


def ordinal_list(phrase: Phrase, i: int) -> tuple[list[int], int]:
    """The ordinals from ``i`` on and the lexeme behind them."""
    values: list[int] = []
    while is_ordinal(phrase, i) and len(values) < _MOST:
        values.append(phrase.number(i))
        last = phrase.range_to(i + 1)
        if last and is_ordinal(phrase, last):
            values += list(range(values[-1] + 1, min(phrase.number(last), values[-1] + _LONGEST)))
            i = last
            continue
        joined = phrase.joined(i + 1)
        after = phrase.determiner(joined)[0] if joined else 0
        if not joined or not is_ordinal(phrase, after):
            return values, i + 1
        i = after
    return values, i


def _several(phrase: Phrase, i: int) -> Unit | None:
    """ "deux premiers alinéas", "trois alinéas précédents", "deux phrases précédentes"."""
    n, at = phrase.number(i), i + 1
    if phrase.kind(at) == "ORDINAL" and phrase.kind(at + 1) in HEADS and abs(phrase.number(at)) == 1:
        first = 1 if phrase.number(at) == 1 else -n
        return _unit(phrase, at + 1, i, at + 2, [_pointer(phrase, at + 1, first + k) for k in range(n)])
    if phrase.kind(at) in ("PREVIOUS", "NEXT") and phrase.kind(at + 1) == "ALINEA":
        return _unit(phrase, at + 1, i, at + 2, _steps(n, phrase.kind(at)), True)
    if phrase.kind(at) == "ALINEA":
        way, after = _way(phrase, at + 1)
        return _unit(phrase, at, i, after, _steps(n, way), True) if way else None
    return None


def _steps(n: int, way: str) -> list[Pointer]:
    first = -n if way == "PREVIOUS" else 1
    return [Pointer(alinea_step=first + k) for k in range(n)]


def _way(phrase: Phrase, i: int) -> tuple[str, int]:
    """PREVIOUS or NEXT for "précédent", "ci-dessus", "qui précède", and the lexeme behind; "" when there is none."""
    kind = phrase.kind(i)
    if kind in ("PREVIOUS", "ABOVE"):
        return "PREVIOUS", i + 1
    if kind in ("NEXT", "BELOW"):
        return "NEXT", i + 1
    if phrase.word(i) == "qui" and phrase.word(i + 1) in ("précède", "précèdent", "suit", "suivent"):
        return "PREVIOUS" if phrase.word(i + 1).startswith("p") else "NEXT", i + 2
    return "", i


def _beside(phrase: Phrase, i: int) -> Unit | None:
    """ "précédent alinéa"; a list of them ("précédents alinéas") is every alinéa before."""
    if phrase.kind(i + 1) != "ALINEA":
        return None
    step = _step(phrase, i + 1, phrase.kind(i))
    return _unit(phrase, i + 1, i, i + 2, [Pointer(alinea_step=step)], True)


def _step(phrase: Phrase, head: int, way: str) -> int:
    if way == "NEXT":
        return 1
    return EVERY_BEFORE if phrase.word(head).endswith("s") else -1


def _numbered(phrase: Phrase, i: int) -> Unit | None:
    """ "alinéa précédent", "alinéa premier", "alinéas 2 et 3", "al. 2"."""
    way, after = _way(phrase, i + 1)
    if way and phrase.kind(i) == "ALINEA":
        return _unit(phrase, i, i, after, [Pointer(alinea_step=_step(phrase, i, way))], True)
    first = i + 2 if phrase.word(i + 1) == "." and phrase.word(i) == "al" else i + 1
    values, at = _plain_list(phrase, first)
    return _unit(phrase, i, i, at, [_pointer(phrase, i, value) for value in values])


def _plain_list(phrase: Phrase, i: int) -> tuple[list[int], int]:
    values: list[int] = []
    at = i
    while _plain(phrase, i) and len(values) < _MOST:
        values.append(phrase.number(i))
        at = i + 1
        last = phrase.range_to(at)
        if last and _plain(phrase, last):
            values += list(range(values[-1] + 1, min(phrase.number(last), values[-1] + _LONGEST) + 1))
            return values, last + 1
        i = phrase.joined(at) or at
        if i == at:
            break
    return values, at


def _plain(phrase: Phrase, i: int) -> bool:
    if phrase.kind(i) == "ORDINAL":
        return True
    return phrase.kind(i) == "NUMBER" and phrase.value(i).isdigit() and len(phrase.value(i)) < 3
