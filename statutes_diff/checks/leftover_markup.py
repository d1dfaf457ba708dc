"""Signs of a format left in the words of the law.

What it finds: HTML tags and entities, Markdown's marks and unresolved links, and escapes ("\\n", "\\u00e9") that stand in an
alinéa as text. Brackets and asterisks that law itself prints ("R.* 361-4", "[*définition*]") are left alone.

Why it matters: they were to be undone when the text was converted; they count as words in every comparison and every search.

Example: "les conditions prévues&nbsp;: <br/>".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.checks._corpus import Corpus, Found

LEVEL = "error"
_TAGS = (
    "p|br|div|span|a|b|i|u|em|strong|font|sup|sub|ul|ol|li|table|tbody|thead|tr|td|th|hr|h[1-6]|center|blockquote|img|pre|small"
)
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>|<!--|-->|\]\(https?://|!\[[^\]]{{0,80}}\]\("
    r"|&(?:nbsp|amp|lt|gt|quot|apos|eacute|egrave|agrave|ccedil|ecirc|laquo|raquo|rsquo|deg|euro|#\d{2,5}|#x[0-9a-f]{2,4});"
    r"|\\(?:u[0-9a-fA-F]{4}|[nrt](?![a-z]))|(?<![\w*.])\*\*(?=\w)[^*]{1,200}\*\*|</?\w{1,20}:\w{1,20}",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"[<>&\\*\]]")


def find(corpus: Corpus) -> Iterator[Found]:
    """Each alinéa that holds some, once."""
    for text, place in corpus.places():
        for number, alinea in enumerate(place.article.alineas, 1):
            found = _MARKUP.search(alinea.text) if _MAY_BE.search(alinea.text) else None
            if found:
                words = found[0][:60]
                yield text.at(place.article, msg("markup left in the text: {words}", words=words), words, number)
