"""The way into a Word file: a zip from anywhere becomes a package that python-docx can open, or one clear error.

The library reads every part whole and trusts the archive. So only the parts that hold words are handed to it, unpacked up to a
limit, without document type definitions (Office Open XML forbids them: ECMA-376, part 2, 8.1.4) and without relations that
lead nowhere.
"""

from __future__ import annotations

import io
import posixpath
import re
import zlib
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.model import Message
from statutes_diff.readers._html.markup import xml_root
from statutes_diff.readers.docx.sniffing import OLE
from statutes_diff.sources import InputError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from docx.document import Document as WordDocument
    from lxml.etree import _Element

MOST_UNPACKED = 200_000_000  # bytes of XML; a code of 3 MB of text takes some 30 MB
_MOST_TAGS = 12_000_000  # a code of 3 MB of text has about a million
_MOST_RATIO = 200  # times the archive; Word's own files unpack to 5 to 60 times their size
_ALWAYS = 10_000_000  # bytes that no ratio forbids
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(
    rb'"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.'
    rb'(?:document|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml"'
)
_STANDARD_MAIN = b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"'
_STRICT = b"http://purl.oclc.org/ooxml/"  # the names of ISO/IEC 29500 strict, and those that every program writes
_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT_PARTS = (
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
)


def opened(name: str, data: bytes) -> WordDocument:
    """Open a Word file.

    Raises:
        InputError: not a Word file, broken, protected by a password, or bigger than its size can explain.
    """
    if data.startswith(OLE):
        raise InputError(name, msg("old .doc format, or protected by a password: save it as .docx without a password"))
    parts = _parts(name, data)
    return _document(name, _clean(name, parts))


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of the package that may hold words, by name; the others are empty."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_others(name, archive)
            return _unpacked(name, archive, len(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _broken(name, str(error)) from None


def _broken(name: str, reason: str) -> InputError:
    return InputError(name, msg("broken .docx: {reason}", reason=" ".join(reason.split()) or "?"))


def _refuse_others(name: str, archive: ZipFile) -> None:
    names = set(archive.namelist())
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise InputError(name, msg("protected by a password: save it without one"))
    types = _read(name, archive.getinfo(_TYPES), archive, _ALWAYS) if _TYPES in names else b""
    if not _MAIN.search(types):
        mimetype = _read(name, archive.getinfo("mimetype"), archive, 200) if "mimetype" in names else b""
        raise InputError(name, _what(types, mimetype))


def _what(types: bytes, mimetype: bytes) -> Message:
    if b"spreadsheetml" in types or b"ms-excel" in types or b"spreadsheet" in mimetype:
        return msg("is a spreadsheet: save the text of the law as .docx")
    if b"presentationml" in types or b"ms-powerpoint" in types or b"presentation" in mimetype:
        return msg("is a presentation: save the text of the law as .docx")
    if b"opendocument.text" in mimetype:
        return msg("is an OpenDocument text: save it as .docx")
    return msg("is a zip archive without a Word document: unpack it and name the folder")


def _unpacked(name: str, archive: ZipFile, size: int) -> dict[str, bytes]:
    left = min(MOST_UNPACKED, max(_ALWAYS, _MOST_RATIO * size))
    parts: dict[str, bytes] = {}
    for info in archive.infolist():
        if _holds_words(info.filename):
            parts[info.filename] = _read(name, info, archive, left)
            left -= len(parts[info.filename])
        else:
            parts[info.filename] = b""
    return parts


def _holds_words(part: str) -> bool:
    """True for a relation part and for XML that is neither a theme nor data of other programs."""
    return part.endswith(".rels") or (part.endswith(".xml") and not part.startswith(("word/theme/", "customXml/")))


def _read(name: str, info: ZipInfo, archive: ZipFile, most: int) -> bytes:
    """One part, never more than ``most`` bytes of it in memory."""
    if info.compress_type not in (0, 8):  # stored, deflated: what the format allows
        raise _broken(name, f"compression {info.compress_type}")
    if info.file_size > most:
        raise InputError(name, msg("unpacks to far more than its size explains: refused"))
    with archive.open(info) as part:
        data = part.read(info.file_size + 1)
    if data.count(b"<") > _MOST_TAGS:
        raise InputError(name, msg("unpacks to far more than its size explains: refused"))
    return data


def _clean(name: str, parts: dict[str, bytes]) -> bytes:
    """The package again, uncompressed, in the names that python-docx knows."""
    import zipfile

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for part, data in parts.items():
            if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C" in data or b"\0<\0!\0D\0O\0C" in data:
                raise InputError(name, msg("declares entities in a DOCTYPE: refused"))
            if _STRICT in data:
                for strict, usual in _STRICT_PARTS:
                    data = data.replace(_STRICT + strict, _USUAL + usual)
            if part == _TYPES:
                data = _MAIN.sub(_STANDARD_MAIN, data)
            elif part.endswith(".rels"):
                data = _present(name, part, data, parts)
            archive.writestr(zipfile.ZipInfo(part), data)
    return whole.getvalue()


def _present(name: str, part: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    """A part's relations, without those to parts that are not in the package (Word writes some, to ``../NULL``)."""
    from lxml import etree

    root = xml_root(data, name)
    base = posixpath.dirname(posixpath.dirname(part))
    for relation in list(root):
        whole = all(relation.get(key) for key in ("Id", "Type", "Target"))
        if not whole or (relation.get("TargetMode") != "External" and _target(base, relation) not in parts):
            root.remove(relation)
    return etree.tostring(root)


def _target(base: str, relation: _Element) -> str:
    return posixpath.normpath(posixpath.join("/", base, relation.get("Target") or "")).lstrip("/")


def _document(name: str, data: bytes) -> WordDocument:
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        return docx.Document(io.BytesIO(data))
    except (PythonDocxError, OpcError, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise _broken(name, str(error) or type(error).__name__) from None
