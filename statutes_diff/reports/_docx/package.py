"""The package around the words: a zip with the parts that Word asks for, the same bytes for the same words."""

from __future__ import annotations

import os
from collections.abc import Mapping

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of zip archives


def part(name: str, content: str) -> str:
    """A part of WordprocessingML with its root element."""
    return f"{_HEAD}<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def filled(name: str, values: Mapping[str, str]) -> str:
    """A part from its file beside this module, its ``{{names}}`` filled with values that are escaped already."""
    with open(os.path.join(os.path.dirname(__file__), "data", name), encoding="utf-8") as file:
        text = file.read()
    for key, value in values.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    return text


def packed(parts: Mapping[str, str]) -> bytes:
    """The parts as one file; no clock, no name of a machine."""
    import zipfile
    from io import BytesIO

    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, content.encode("utf-8"))
    return whole.getvalue()
