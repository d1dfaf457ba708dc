"""LEGI XML, the open data of DILA: an ARTICLE file, or a folder of them with TEXTELR and SECTION_TA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.readers.legi_xml.sniffing import root_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Statute
    from statutes_diff.readers._document import Document
    from statutes_diff.readers._options import Options


def likeness(document: Document) -> float:
    """The root element of a file of the base; any other XML is no text of law that can be read, and this reader says so."""
    if root_name(document.data):
        return 1.0
    return 0.7 if document.data[:99].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") else 0.0


def read(document: Document, options: Options) -> Statute:
    """See ``folder``: imported when a file of this format is read."""
    from statutes_diff.readers.legi_xml.folder import read

    return read(document, options)


def gathers(documents: Sequence[Document]) -> bool:
    """True when one of the files is of the base."""
    return any(root_name(document.data) not in ("", "TEXTE_VERSION") for document in documents)


def gather(name: str, documents: Sequence[Document], options: Options) -> Statute:
    """See ``folder``."""
    from statutes_diff.readers.legi_xml.folder import gather

    return gather(name, documents, options)
