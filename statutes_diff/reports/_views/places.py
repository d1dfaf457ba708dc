"""Places and targets in a lawyer's words: lists of alinéas and articles, what a renvoi points to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite, cite_alinea
from statutes_diff.language.numbers import article_printed, number_order, roman_value
from statutes_diff.language.patterns import late
from statutes_diff.messages import _, msg, plural, translated

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from statutes_diff.model import Locus, Target

_LISTED = 30  # articles named one by one before the rest is counted
_LISTED_ALINEAS = late(r"«[^»]*»|\bal\. (\d+(?:, \d+)+)")


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return translated(msg("{words} and {last}", words=", ".join(words[:-1]), last=words[-1]))


def parted(words: Sequence[str]) -> str:
    """``a, b; c, d``: groups that have commas of their own."""
    return _("; ").join(words)


def numbers(indexes: Iterable[int]) -> str:
    """Alinéa numbers, three or more in a row as a range: ``1, 2 and 6``, ``7 to 12``."""
    found = sorted(set(indexes))
    return _in_runs([str(index) for index in found], found)


def _markers(markers: Sequence[str]) -> str:
    """Markers of items, three or more in a row as a range: ``1°, 3° and 5°``, ``a to d``."""
    return _in_runs(markers, [_value(marker) for marker in markers])


def _value(marker: str) -> int | None:
    """The value of a plain marker, None of one with a suffix ("1° bis")."""
    bare = marker.removesuffix("°")
    return int(bare) if bare.isdecimal() else roman_value(marker) or (ord(marker) if len(marker) == 1 else None)


def _in_runs(words: Sequence[str], values: Sequence[int | None]) -> str:
    runs: list[list[str]] = []
    last: int | None = None
    for word, value in zip(words, values, strict=True):
        if value is not None and last == value - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
        last = value
    return listed([word for run in runs for word in _run_words(run)])


def spoken(places: str) -> str:
    """Places as a rule lists them, ``al. 1, 2``, in the words of every report: ``al. 1 and 2``. Words of the law stay."""
    return _LISTED_ALINEAS.sub(_spoken, places)


def _spoken(found: re.Match[str]) -> str:
    return f"al. {numbers(map(int, found[1].split(', ')))}" if found[1] else found[0]


def _run_words(run: list[str]) -> list[str]:
    if len(run) < 3:
        return run
    return [translated(msg("{first} to {last}", first=run[0], last=run[-1]))]


def articles(keys: Sequence[str], *, full: bool = False) -> str:
    """Article numbers as a list; a very long one names the first and counts the others."""
    printed = [article_printed(key) for key in keys]
    if full or len(printed) <= _LISTED:
        return listed(printed)
    more = len(printed) - _LISTED
    return translated(plural("{words} and {n} other", "{words} and {n} others", more, words=", ".join(printed[:_LISTED])))


def where(loci: Iterable[Locus], home: str | None) -> str:
    """Places, one article after another: ``al. 1, 2 and 6``, or ``art. L. 162-5, al. 1``; ``home`` needs no naming."""
    in_order = sorted(set(loci), key=lambda at: (at.article != home, number_order(at.article), at.article, at.alinea))
    found = groupby(in_order, key=lambda locus: locus.article)
    return parted([words for article, group in found if (words := _in_article(article, list(group), home))])


def old_place(words: str) -> str:
    """A place that only the old version has, said to be so."""
    return translated(msg("{place} of the old version", place=words)) if words else ""


def _in_article(article: str, loci: list[Locus], home: str | None) -> str:
    """The alinéas of one article; the article alone where it is meant as a whole, nothing where even that need not be said."""
    if not any(locus.alinea for locus in loci):
        return "" if article == home else cite(loci[0])
    if len(loci) == 1:
        return cite(loci[0]) if article != home else cite_alinea(loci[0])
    alineas = f"al. {numbers(locus.alinea for locus in loci if locus.alinea)}"
    return alineas if article == home else f"art. {article_printed(article)}, {alineas}"


def joined(words: Sequence[str], times: Sequence[int] = (), *, full: bool = False) -> str:
    """``a, b``; of words with commas or brackets of their own ``a; b, c; d (e)``. Of a very long list the rest is counted.

    ``times``: for how many each of the words stands; one when it is not said.
    """
    shown = words if full else words[:_LISTED]
    together = parted(shown) if any("," in word or "(" in word for word in shown) else ", ".join(shown)
    more = sum(times[len(shown) :]) if times else len(words) - len(shown)
    return translated(plural("{words} and {n} other", "{words} and {n} others", more, words=together)) if more else together


def targets(found: Sequence[Target], home: str | None, *, whole: bool = True) -> str:
    """What the words of one renvoi point to; targets that differ in their alinéa alone are one: ``L. 162-15, al. 2 and 3``.

    ``whole``: these are all the targets of the words. The words of several articles are then those of a range (each member of a
    list has words of its own), which is printed as one: ``L. 1 to L. 9``; items of one article are listed: ``I, 1°, 3° and 5°``.
    """
    groups = [list(group) for _key, group in groupby(found, key=lambda target: target._replace(alinea=None, implied=False))]
    ranged = _range(groups, home) if whole and len(groups) > 1 else ""
    return ranged or joined([_target(group, home) for group in groups])


def _range(groups: Sequence[list[Target]], home: str | None) -> str:
    """The first and the last of targets that differ in their article alone; those that do in their innermost item alone."""
    first, last = groups[0], groups[-1]
    target, end = first[0], last[0]
    if _differ_in_article(groups):
        ends = msg("{first} to {last}", first=_number(target.article or ""), last=article_printed(end.article or ""))
        return _complete([translated(ends), *_item(target), *_alineas(first), *_sentence(target)], target)
    if _differ_in_item(groups):
        inner = _markers([group[0].item[-1] for group in groups])
        outer = _item(target._replace(item=target.item[:-1]))
        return _complete([*_article(target, home, True), *outer, inner, *_alineas(first), *_sentence(target)], target)
    return ""


def _differ_in_article(groups: Sequence[list[Target]]) -> bool:
    alike = {tuple(target._replace(article=None, implied=False) for target in group) for group in groups}
    return len(alike) == 1 and all(group[0].article for group in groups)


def _differ_in_item(groups: Sequence[list[Target]]) -> bool:
    alike = {tuple(target._replace(item=target.item[:-1]) for target in group) for group in groups}
    return len(alike) == 1 and all(group[0].item for group in groups)


def _target(same: list[Target], home: str | None) -> str:
    target = same[0]
    inside = [*_item(target), *_alineas(same), *_sentence(target)]
    return _complete([*_article(target, home, bool(inside)), *inside], target)


def _complete(parts: list[str], target: Target) -> str:
    """The parts with their division and their text; never nothing: words that name no part mean the text they stand in."""
    parts = [*parts, *([target.division] if target.division else [])]
    if target.text:
        return f"{', '.join(parts)} ({target.text})" if parts else target.text
    return ", ".join(parts) or _("the text itself")


def _article(target: Target, home: str | None, inside: bool) -> list[str]:
    if target.article is None:
        return []
    if target.article != home or target.text:
        return [_number(target.article)]
    return [] if inside else [_("the article itself")]


def _number(article: str) -> str:
    """An article's number; one without a letter would be taken for any number."""
    return f"art. {article_printed(article)}" if article[:1].isdigit() else article_printed(article)


def _item(target: Target) -> list[str]:
    return [marker for marker in target.item if marker != "-"]


def _alineas(same: list[Target]) -> list[str]:
    counted = [target.alinea for target in same if target.alinea is not None and target.alinea > 0]
    from_end = [target.alinea for target in same if target.alinea is not None and target.alinea < 0]
    return [*([f"al. {numbers(counted)}"] if counted else []), *[_from_end(alinea) for alinea in from_end]]


def _from_end(alinea: int) -> str:
    if alinea == -1:
        return _("last al.")
    if alinea == -2:
        return _("last but one al.")
    return translated(msg("al. {n} from the end", n=-alinea))


def _sentence(target: Target) -> list[str]:
    if target.sentence is None:
        return []
    named = {-2: _("last but one sentence"), -1: _("last sentence"), 1: _("1st sentence")}
    if target.sentence < -2:
        return [translated(msg("sentence {n} from the end", n=-target.sentence))]
    return [named.get(target.sentence) or translated(msg("sentence {n}", n=target.sentence))]
