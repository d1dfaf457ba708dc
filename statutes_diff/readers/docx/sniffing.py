"""Whether bytes are a Word file, told from their start and their end."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def looks_like_office(data: bytes) -> bool:
    """True for a zip or for Microsoft's older container: told from the first bytes."""
    return data.startswith((ZIP, OLE))


def is_word(data: bytes) -> bool:
    """True for a zip that lists a Word document: the names stand in clear at its end."""
    return data.startswith(ZIP) and b"word/" in data[-100_000:]
