"""Official links held against the words that they stand over: « L. 452-2 » over a link to article L. 245-2 is told, not mended.

Légifrance's links name their target in the title ("Code de la sécurité sociale. - art. L162-5 (V)"), or the code alone in the
address (``cidTexte=LEGITEXT000006073189``). Who sets them makes mistakes, as who writes the words does: where they disagree, the
reader decides. A link is no reason to read words otherwise than they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statutes_diff.language.numbers import article_key, article_printed
from statutes_diff.messages import N_, msg
from statutes_diff.model import Link, LocatedReference, Message, Target
from statutes_diff.references.identity import CUT, is_known, same_text
from statutes_diff.references.vocabulary import legifrance

_LONGEST = 400  # characters of a title that are read
_ARTICLE = re.compile(r"\s?-\s?art\.\s([^()]{1,60})")
_CODE = re.compile(r"LEGITEXT\d{12}")
# What stands behind a name: its state, a heading, the abbreviation of its annexes.
_BEHIND = re.compile(r"\s*(?:\([A-Za-z]{1,4}\)|\s-\s.*|,\s?CGI\w{0,6}\.?)\s*$", re.DOTALL)
# A title that was cut at its end, or at an apostrophe that its markup did not quote: "Code de l".
_CUT = re.compile(r"\.\.\.$|(?<=\s)[a-z]$")

_LEADS = N_("the official link over these words leads to {target}")
_UNNAMED = N_("the words name no text; the official link over them leads to {target}")


class Official(NamedTuple):
    """Where a link leads, as far as it says: the text's name, "" when unknown, and the article's number (key), "" likewise."""

    text: str
    article: str


def official(link: Link) -> Official:
    """The target of a link, from its title and its address."""
    title = link.title[:_LONGEST]
    number = _ARTICLE.search(title)
    text = title[: number.start()] if number else title
    while found := _BEHIND.search(text):
        text = text[: found.start()]
    text = _CUT.sub(lambda cut: cut[0].strip(".") + CUT, text.strip())
    text = text.removesuffix(".")
    code = _CODE.search(link.href)
    if code and (not text or text.endswith(CUT)):
        text = legifrance()["ids"].get(code[0], text)
    return Official(text if is_known(text) else "", article_key(number[1]) if number else "")


def checked(found: Sequence[LocatedReference], links: Sequence[Link], title: str) -> Iterator[LocatedReference]:
    """The renvois of one alinéa, in order; those that a link over them contradicts with a note. ``title``: the statute's."""
    if not links or not found:
        yield from found
        return
    starts = [each.reference.start for each in found]
    ends = [each.reference.end for each in found]
    notes: dict[int, Message] = {}
    for link in links:
        first, after = bisect_right(ends, link.start), bisect_left(starts, link.end)
        if first < after and (note := _note([*range(first, after)], found, official(link), title)):
            notes.setdefault(note[0], note[1])
    for place, each in enumerate(found):
        yield each._replace(note=notes[place]) if place in notes else each


def _note(covered: Sequence[int], found: Sequence[LocatedReference], link: Official, title: str) -> tuple[int, Message] | None:
    """What a link says against the renvois that it stands over, and against which; of a list it names one article."""
    targets = [(place, target) for place in covered for target in found[place].reference.targets]
    numbered = [(place, target) for place, target in targets if target.article and not target.implied]
    if link.article and numbered:
        targets = [(place, target) for place, target in numbered if _plain(target.article) == _plain(link.article)]
        if not targets:
            place = numbered[0][0]
            return place, msg(_LEADS, target=_printed(link, unless=title))
    told = [(place, message) for place, target in targets if (message := _against(target, link, title))]
    return told[0] if told and len(told) == len(targets) else None


def _against(target: Target, link: Official, title: str) -> Message | None:
    """What the link's text says against that of a target; None where they agree, or where one of them does not tell."""
    if not link.text or same_text(target.text or title or link.text, link.text) is not False:
        return None
    unnamed = target.text is None and target.article and not target.implied
    return msg(_UNNAMED if unnamed else _LEADS, target=_printed(link))


def _printed(link: Official, unless: str = "") -> str:
    """The target of a link; its text goes ``unless`` it is that one."""
    number = article_printed(link.article) if link.article else ""
    number = f"art. {number}" if number[:1].isdigit() else number
    if number and (not link.text or unless and same_text(unless, link.text)):
        return number
    return f"{number} ({link.text})" if number else link.text


def _plain(number: str | None) -> str:
    """A number as links write it: "80 terdecies" and "80terdecies", "R*. 123" and "R123"."""
    return (number or "").replace(" ", "").upper()
