"""The elements of HTML that matter to alinéas, and what a tag looks like: what detection asks, without a parser."""

from __future__ import annotations

from statutes_diff.language.patterns import late

BREAKING = frozenset(
    "p div br li ul ol dl dt dd blockquote pre center h1 h2 h3 h4 h5 h6 section article header footer address hr "
    "fieldset form".split()
)
INVISIBLE = frozenset(("script", "style", "head", "template", "noscript"))
TAG = late(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?=[\s>/])")
