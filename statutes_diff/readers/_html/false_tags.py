"""What only looks like a tag would swallow the words behind it: ``x<y``, ``<Loi n° 3>``, comments, instructions, CDATA.

A ``<`` that opens no element of HTML becomes a character; what is no text is taken out with a note that keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from statutes_diff.language.patterns import late
from statutes_diff.messages import msg
from statutes_diff.model import Note
from statutes_diff.readers._html.tags import BREAKING, INVISIBLE

TAGS = (
    BREAKING
    | INVISIBLE
    | frozenset(
        "a abbr acronym area article aside audio b base basefont bdi bdo big body button canvas caption cite code col colgroup "
        "data datalist del details dfn dialog dir em embed figcaption figure font frame frameset html i iframe img input ins "
        "kbd label legend link main map mark menu meta nav nobr object optgroup option output param picture progress q rp rt "
        "ruby s samp select small source span strike strong sub summary sup svg table tbody td textarea tfoot th thead time "
        "title tr track tt u var video wbr".split()
    )
)
# Bounded, so that a long line of "<" costs what it is long.
FALSE = late(
    rf"""
      <!--(?P<comment>(?s:.){{0,2000}}?)-->
    | <\?(?P<instruction>[^<>]{{0,500}})\?>
    | <!\[CDATA\[ | \]\]>
    | <!DOCTYPE[^<>\[]{{0,300}}>
    | <(?! !(?:doctype|entity)\b | /?(?:{"|".join(sorted(TAGS))}) \s{{0,9}} (?: /?> | (?<=\s)[a-z:-]{{1,30}}\s{{0,3}}(?:=|/?>) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_false_tags(text: str, line: int, notes: list[Note]) -> str:
    """The text as HTML that keeps every word; line breaks stay where they were, and a DOCTYPE with entities stays to be
    refused. ``line`` is where the text starts."""
    return FALSE.sub(_mender(text, line, notes), text) if "<" in text or "]]>" in text else text


def _mender(text: str, line: int, notes: list[Note]) -> Callable[[re.Match[str]], str]:
    def mended(found: re.Match[str]) -> str:
        if found[0] == "<":
            return "&lt;"
        words = " ".join((found["comment"] or found["instruction"] or "").split())
        if words:
            at = line + text.count("\n", 0, found.start())
            notes.append(Note(at, "invisible", msg("comment in the markup left out: “{words}”", words=words)))
        return "\n" * found[0].count("\n")

    return mended
