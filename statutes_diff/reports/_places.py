"""Places and targets in a lawyer's words: lists of alinéas and articles, what a renvoi points to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite, cite_alinea
from statutes_diff.language.numbers import article_printed, number_order
from statutes_diff.messages import _, msg, plural, translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statutes_diff.model import Locus, Target

_LISTED = 30  # articles named one by one before the rest is counted


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
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return listed([word for run in runs for word in _run_words(run)])


def _run_words(run: list[int]) -> list[str]:
    if len(run) < 3:
        return [str(index) for index in run]
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
    return parted([_in_article(article, list(group), home) for article, group in found])


def old_place(words: str) -> str:
    """A place that only the old version has, said to be so."""
    return translated(msg("{place} of the old version", place=words)) if words else ""


def _in_article(article: str, loci: list[Locus], home: str | None) -> str:
    if len(loci) == 1:
        return cite(loci[0]) if article != home else cite_alinea(loci[0])
    alineas = f"al. {numbers(locus.alinea for locus in loci if locus.alinea)}"
    return alineas if article == home else f"art. {article_printed(article)}, {alineas}"


def targets(found: Sequence[Target], home: str | None) -> str:
    """What a renvoi points to; targets that differ in their alinéa alone are one: ``L. 162-15, al. 2 and 3``."""
    groups = groupby(found, key=lambda target: (target.text, target.article, target.item, target.sentence, target.division))
    return ", ".join([_target(list(group), home) for _key, group in groups])


def _target(same: list[Target], home: str | None) -> str:
    target = same[0]
    inside = [*_item(target), *_alineas(same), *_sentence(target)]
    parts = [*_article(target, home, bool(inside)), *inside]
    if target.division:
        parts.append(target.division)
    if target.text:
        return f"{', '.join(parts)} ({target.text})" if parts else target.text
    return ", ".join(parts)


def _article(target: Target, home: str | None, inside: bool) -> list[str]:
    if target.article is None:
        return []
    if target.article != home or target.text:
        bare = target.article[:1].isdigit()
        return [f"art. {article_printed(target.article)}" if bare else article_printed(target.article)]
    return [] if inside else [_("the article itself")]


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
    if target.sentence == -1:
        return [_("last sentence")]
    if target.sentence == 1:
        return [_("1st sentence")]
    return [translated(msg("sentence {n}", n=target.sentence))]
