"""A workbook as a reader sees it: its sheets by name, their rows of words and numbers, and how words are marked."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(workbook: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return etree.fromstring(archive.read(name))


def names(workbook: bytes) -> list[str]:
    return [sheet.get("name") for sheet in part(workbook, "xl/workbook.xml").iter(f"{SHEET}sheet")]


def strings(workbook: bytes) -> list[Any]:
    return list(part(workbook, "xl/sharedStrings.xml"))


def cells(workbook: bytes, sheet: int = 1) -> list[list[str | float | None]]:
    """The rows of a sheet: words, numbers, nothing."""
    words = ["".join(item.itertext()) for item in strings(workbook)]
    found = []
    for row in part(workbook, f"xl/worksheets/sheet{sheet}.xml").iter(f"{SHEET}row"):
        values = [(c.get("t"), c.findtext(f"{SHEET}v")) for c in row.iter(f"{SHEET}c")]
        found.append([words[int(v)] if t == "s" else float(v) if v else None for t, v in values])
    return found


def table(workbook: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of its columns."""
    heading, *rows = cells(workbook, names(workbook).index(name) + 1)
    return [dict(zip(heading, row, strict=True)) for row in rows]  # type: ignore[arg-type]
