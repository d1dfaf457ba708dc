"""JSON of law: parsed with lines, its articles, its tree. Shared by the readers of JSON."""

from __future__ import annotations

import re


def looks_like_json(head: str) -> bool:
    """True when a text opens as JSON that holds objects."""
    return re.match(r"\s*(?:\[\s*)?\{\s*[\"}]", head[:2000]) is not None
