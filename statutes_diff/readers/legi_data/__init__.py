"""The JSON trees of the npm data set @socialgouv/legi-data: ``{type, data, children}``, articles with ``texteHtml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.patterns import late
from statutes_diff.readers._json import looks_like_json

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options

_DATA = late(r'"data"\s{0,20}:\s{0,20}\{')
_ITS_OWN = late(r'"(?:type|children)"\s{0,20}:|"(?:texteHtml|intOrdre|articleVersions)"|"(?:LEGI|KALI)[A-Z]{4}\d')


def likeness(document: Document) -> float:
    """An object with ``data`` beside ``type`` or ``children``, or with what the base puts into it."""
    head = document.head
    if not looks_like_json(head) or not _DATA.search(head):
        return 0.0
    return 0.97 if _ITS_OWN.search(head) else 0.5


def read(document: Document, options: Options) -> Statute:
    """See ``reading``: imported when a file of this format is read."""
    from statutes_diff.readers.legi_data.reading import read

    return read(document, options)
