"""What stands where a target leads: its words, or what of it the text at hand lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutes_diff.language.numbers import roman_value
from statutes_diff.language.vocabulary import words as classes
from statutes_diff.model import Article, Standing, Target
from statutes_diff.references.headings import heading_parts
from statutes_diff.references.outline import Outline, division_key, division_number
from statutes_diff.references.vocabulary import canonical

DIVISION_HERE = re.compile(r"(?:présente?|précédente?)\s(.+)")
_BESIDE = re.compile(r"\b(?:présent|précédent|suivant)")
_HEADED = frozenset({"partie", "livre", "titre", "sous-titre", "chapitre", "section", "sous-section"})
_SERIES = 3  # numbers of one kind that tell that the text prints these headings
_EXCERPT = 120  # characters: enough to know a provision again
_SPACES = re.compile(r"\s+")


def standing(whole: Outline, target: Target) -> Standing:
    """Where a target is, or what is not there."""
    if target.text is not None:
        return "another-text"
    if target.article is None:
        return _of_division(whole, target)
    article = whole.article(target.article)
    if article is None:
        return "no-article"
    inside = span(whole, article, target.item)
    if inside is None:
        return _lacking("unknown" if whole.items(article).find(target.item) else "no-item", target)
    within = target.alinea is None or _holds(whole, article, target, inside)
    return "here" if within else _lacking("no-alinea", target)


def _lacking(what: Standing, target: Target) -> Standing:
    """What an article lacks; words that name no article ("au 9°") may mean a part of another one."""
    return "unknown" if target.implied else what


def _holds(whole: Outline, article: Article, target: Target, inside: tuple[int, int]) -> bool:
    """True when the alinéa is there, counted in its item or in the article: "second alinéa du 3°", "3° du deuxième alinéa".

    Alinéas without a marker behind an item may be its own.
    """
    first, last = inside
    wanted = target.alinea or 0
    if 1 <= wanted <= last - first + 1:
        return True
    paths = whole.items(article).paths
    while target.item and last < len(paths) and not paths[last]:
        last += 1
    return bool(target.item) and (1 <= wanted <= last - first + 1 or wanted in range(first, last + 1))


def span(whole: Outline, article: Article, item: tuple[str, ...]) -> tuple[int, int] | None:
    """The first and the last alinéa of an item, of the article when there is none; None when the article has no such item, or
    several that may be meant."""
    if not item:
        return 1, len(article.alineas)
    items = whole.items(article)
    found = items.find(item)
    return items.spans[found[0]] if len(found) == 1 else None


def _of_division(whole: Outline, target: Target) -> Standing:
    """A division, or the statute itself; a part that no article is named for has no place."""
    words = target.division
    if words is None:
        return "unknown" if target.alinea or target.item or target.sentence else "here"
    own = heading_parts(words)[0]
    if not whole.divisions.isdisjoint(_numbered(division_key(own))) or _is_whole(whole, words):
        return "here"
    return "unknown" if _BESIDE.search(own) else "no-division"


def lacks_division(whole: Outline, target: Target) -> bool:
    """True for a numbered division of a kind that the text prints as headings, where no heading has the number.

    Of annexes and paragraphs, which may stand elsewhere or be parts of an article, nothing is said; nor of a division whose
    number stands under other headings than the words say.
    """
    wanted = division_number(division_key(heading_parts(target.division or "")[0]))
    if target.text or wanted is None or wanted[0] not in _HEADED or wanted in whole.numbered:
        return False
    return sum(kind == wanted[0] for kind, _ in whole.numbered) >= _SERIES


def _numbered(key: str) -> Iterator[str]:
    """A heading with its number as printed, and in digits: "section I" may be "Section 1" above its articles."""
    yield key
    kind, _, number = key.rpartition(" ")
    if value := roman_value(number.upper()):
        yield f"{kind} {value}"


def _is_whole(whole: Outline, division: str) -> bool:
    """ "présent code", "présente loi", or the statute's own name."""
    here = DIVISION_HERE.fullmatch(division)
    noun = classes().get(here[1]) if here else None
    return canonical(division) == whole.title or noun is not None and noun[0] in ("CODE", "ACT")


def excerpt(whole: Outline, target: Target) -> str:
    """The first words of what a target points to: its alinéa, or the first one of its item or article; "" when not at hand."""
    article = whole.article(target.article) if target.text is None else None
    inside = span(whole, article, target.item) if article else None
    if article is None or inside is None:
        return ""
    first, last = inside
    at = first if target.alinea is None else first - 1 + target.alinea
    return _beginning(article.alineas[at - 1].text) if first <= at <= last else ""


def _beginning(text: str) -> str:
    """The words that fit, in one line."""
    words = _SPACES.sub(" ", text[: 2 * _EXCERPT]).strip()
    if len(words) <= _EXCERPT:
        return words
    return f"{words[:_EXCERPT].rpartition(' ')[0] or words[:_EXCERPT]}…"
