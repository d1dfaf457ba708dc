"""Whether bytes are a file of the LEGI base, told from their start."""

from __future__ import annotations

import re

OUTLINES = frozenset(("TEXTELR", "TEXTEKALI", "SECTION_TA"))
ROOTS = OUTLINES | {"ARTICLE", "TEXTE_VERSION"}

_LOOKED_AT = 3000  # bytes that tell what a file is
WIDE = (b"\xff\xfe", b"\xfe\xff")
_STARTS = (b"<", b"\xef\xbb\xbf", *WIDE)
_ROOT = re.compile(
    r"(?:\ufeff|\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,500}-->\s{0,99})?"
    rf"(?:<!DOCTYPE[^>\[]{{0,300}}(?:\[[^\]]{{0,1000}}\]\s{{0,9}})?>\s{{0,99}})?<({'|'.join(sorted(ROOTS))})[\s>/]"
)


def root_name(data: bytes) -> str:
    """The root element of a LEGI file, told from its first bytes; empty for every other file."""
    if not data[:99].lstrip().startswith(_STARTS):
        return ""
    head, wide = data[:_LOOKED_AT], data[:2] in WIDE
    found = _ROOT.match(head.decode("utf-16" if wide else "latin-1", "ignore"))
    return found[1] if found else ""
