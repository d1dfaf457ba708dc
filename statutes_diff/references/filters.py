"""Which renvois are asked for: those to a place that is said as a lawyer cites it, dangling ones, those to other texts.

A place is read by the grammar that reads the law: "L162-5", "3° du I de l'article L. 162-5", "L. 1411-2 du code de la santé
publique", "CSP", "loi n° 2002-322". Filters together are an "and"; several places are an "or".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from statutes_diff.language.numbers import LATIN, article_key, number_order
from statutes_diff.model import LocatedReference, Standing, Target
from statutes_diff.references.grammar import readings
from statutes_diff.references.identity import same_text
from statutes_diff.references.outline import Outline, division_key
from statutes_diff.references.pointers import Pointer
from statutes_diff.references.standing import lacks_division
from statutes_diff.references.vocabulary import canonical, known_codes

MISSING: frozenset[Standing] = frozenset({"no-article", "no-alinea", "no-item"})
"""What a dangling target of the statute itself lacks; of divisions see ``lacks_division``: not every text has headings."""

_ARTICLES = re.compile(r"(?i)(?:(?:à |de )?l['’]|(?:aux?|à la|à|du|des|de la|de|la|les?)\s)?(?:art(?:icles?|\.)\s)?")
_BEFORE = ("", "au ", "articles ")  # what may go without saying: "3° du I de l'article 5", "5 à 8"
_RANGE = re.compile(r"\s(?:à|au)\s")
_LETTERS = re.compile(r"(?:LO|[LRDA])?(?=\d)")
_PARTED = re.compile(r"[ -]")


class Filters(NamedTuple):
    """What is asked for: ``to`` any of these places; ``dangling``, ``external``: at least one target is. Empty: everything."""

    to: tuple[Pointer, ...] = ()
    dangling: bool = False
    external: bool = False

    def keeps(self, whole: Outline, found: LocatedReference) -> bool:
        """True for a renvoi of the statute ``whole`` that is asked for."""
        if self.dangling and MISSING.isdisjoint(found.standings) and not _lacks_division(whole, found):
            return False
        if self.external and "another-text" not in found.standings:
            return False
        return not self.to or any(_leads_to(whole, found, place) for place in self.to)


def _lacks_division(whole: Outline, found: LocatedReference) -> bool:
    targets = zip(found.reference.targets, found.standings, strict=False)
    return not found.quoted and any(where == "no-division" and lacks_division(whole, target) for target, where in targets)


def places(words: str) -> tuple[Pointer, ...]:
    """The places that words cite, none when they cite none, or one that only a context tells ("alinéa précédent")."""
    words = _ARTICLES.sub("", " ".join(words.split()), count=1)
    if canonical(words) in known_codes():
        return (Pointer(text=words),)
    if number := _number(words):
        return (Pointer(article=number),)
    for before in _BEFORE:
        found = list(readings(before + words))
        if found and found[0].start <= len(before):  # read from the first word on
            pointers = tuple(pointer for reading in found for pointer in reading.pointers)
            return pointers if all(_is_place(pointer) for pointer in pointers) else ()
    return ()


def _number(words: str) -> str | None:
    """The key of an article's number, in any spelling: "l.162-5", "44 sexies", "1er"."""
    key = article_key(words)
    first, *others = _PARTED.split(key)
    plain = first.removeprefix(_letters(key))
    tail = all(part.isdigit() or part in LATIN or part.isupper() and len(part) < 3 for part in others)
    return key if plain.isdigit() and tail else None


def _is_place(pointer: Pointer) -> bool:
    steps = pointer.article_step is not None or pointer.alinea_step is not None
    return not steps and any((pointer.article, pointer.text, pointer.division, pointer.own))


def _leads_to(whole: Outline, found: LocatedReference, place: Pointer) -> bool:
    targets = found.reference.targets
    if any(_is_at(whole, target, place) for target in targets):
        return True
    ends = [target for target in (targets[0], targets[-1]) if target.article] if targets else []
    return len(ends) == 2 and bool(_RANGE.search(found.reference.text)) and _between(whole, ends, place)


def _is_at(whole: Outline, target: Target, place: Pointer) -> bool:
    """True for a target that is the place or a part of it; "au premier alinéa" names no article, but it names its alinéa."""
    if not _in_text(whole, target, place):
        return False
    if place.article is not None and not (_numbered(target, place) and (_has_part(place) or not target.implied)):
        return False
    division = place.division or (place.own if place.article is None else "")
    if division and not _in_division(target, division):
        return False
    return _in_part(whole, target, place)


def _in_text(whole: Outline, target: Target, place: Pointer) -> bool:
    """A number without a text is one of the statute itself; where that has no such article, one of any text."""
    if place.text is not None:
        named = target.text or whole.title
        return bool(named and same_text(named, place.text))
    if place.article is not None and not place.own and whole.article(place.article) is None:
        return True
    return target.text is None


def _numbered(target: Target, place: Pointer) -> bool:
    if target.article is None or place.article is None:
        return False
    if place.article_to is None:
        return _plain(target.article) == _plain(place.article)
    return _inside(target.article, place.article, place.article_to)


def _between(whole: Outline, ends: Sequence[Target], place: Pointer) -> bool:
    """True for an article that a range of articles contains, be it at hand or not."""
    first, last = ends
    if place.article is None or _has_part(place) or not _in_text(whole, first, place):
        return False
    return _inside(place.article, first.article or "", last.article or "")


def _inside(number: str, first: str, last: str) -> bool:
    """True for a number from ``first`` to ``last``, in the order of the law; L. and R. are orders of their own."""
    if len({_letters(number), _letters(first), _letters(last)}) > 1:
        return False
    return number_order(first) <= number_order(number) <= number_order(last)


def _letters(number: str) -> str:
    found = _LETTERS.match(number)
    return found[0] if found else ""


def _plain(number: str) -> str:
    return article_key(number).replace(" ", "").upper()


def _has_part(place: Pointer) -> bool:
    return bool(place.item or place.alinea is not None or place.sentence is not None)


def _in_part(whole: Outline, target: Target, place: Pointer) -> bool:
    """True for the item or a part of it, and the alinéa and the sentence when they are asked for."""
    if target.item[: len(place.item)] != place.item:
        return False
    if place.alinea is not None and target.alinea != _from_front(whole, place):
        return False
    return place.sentence is None or target.sentence == place.sentence


def _from_front(whole: Outline, place: Pointer) -> int | None:
    """ "dernier alinéa" as a number, where the article is at hand."""
    article = whole.article(place.article) if place.text is None else None
    if place.alinea is None or place.alinea > 0 or article is None or place.item:
        return place.alinea
    return len(article.alineas) + 1 + place.alinea


def _in_division(target: Target, words: str) -> bool:
    """True for the division or one inside it, as far as the words say: "titre II" for "chapitre Ier du titre II"."""
    if target.division is None:
        return False
    here, asked = division_key(target.division), division_key(words)
    return here == asked or here.endswith((f" du {asked}", f" de la {asked}", f" de l'{asked}")) or here.startswith(f"{asked} d")
