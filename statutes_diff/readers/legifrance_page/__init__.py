"""A page of legifrance.gouv.fr saved from a browser: an article, a section or a whole code; or a page of another make with
headings that read "Article …".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statutes_diff.language.patterns import late

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options

_PAGE = late(
    r"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,2000}-->\s{0,99}){0,3}"
    r"<(?:!doctype\s{1,9}html|html|head|body)(?=[\s>])",
    re.IGNORECASE,
)


def likeness(document: Document) -> float:
    """A document that opens as a page of HTML."""
    return 0.99 if _PAGE.match(document.head) else 0.0


def read(document: Document, options: Options) -> Statute:
    """See ``assembly``: imported when a file of this format is read."""
    from statutes_diff.readers.legifrance_page.assembly import read

    return read(document, options)
