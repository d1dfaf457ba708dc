"""JSON of the Légifrance API (PISTE): an article (``getArticle``), its versions, or a text with ``sections`` and ``articles``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.patterns import late
from statutes_diff.readers._json import looks_like_json

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options

_ITS_OWN = late(
    r'"(?:executionTime|article|listArticle|articles|sections|texteHtml|articleVersions|lienModifications|lstLienModification'
    r'|textTitles|sectionParentTitre|intOrdre)"\s{0,20}:'
)


def likeness(document: Document) -> float:
    """JSON with the names of the API; other JSON is no text of law, and this reader says so."""
    head = document.head
    if not looks_like_json(head):
        return 0.0
    return 0.96 if _ITS_OWN.search(head) else 0.6


def read(document: Document, options: Options) -> Statute:
    """See ``reading``: imported when a file of this format is read."""
    from statutes_diff.readers.legifrance_api.reading import read

    return read(document, options)
