"""What the reports of a check share: paths as they name them, and the values of a finding."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statutes_diff.checks._identity import fingerprint

if TYPE_CHECKING:
    from statutes_diff.model import Checked, CorpusFinding
    from statutes_diff.reports._json.text import Value

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@")


def uri_path(path: str) -> str:
    """A path with slashes, whatever the system; where a backslash is a letter of a name, it stays."""
    return path.replace(os.sep, "/")


def uri(path: str) -> str:
    """A path as a URI reference (RFC 3986): relative, or with the scheme ``file`` when it is absolute."""
    quoted = "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in uri_path(path).encode("utf-8", "surrogateescape"))
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def fields(finding: CorpusFinding) -> dict[str, Value]:
    """The values of a finding, in English."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "path": finding.path,
        "line": finding.line,
        "text": finding.text or None,
        "article": finding.article or None,
        "words": finding.words or None,
        "message": str(finding.message),
        "fingerprint": fingerprint(finding),
    }


def summary(result: Checked) -> dict[str, Value]:
    """The counts of a check."""
    levels = [finding.level for finding in result.findings]
    return {
        "texts": result.texts,
        "articles": result.articles,
        "files": result.files,
        "error": levels.count("error"),
        "warning": levels.count("warning"),
        "info": levels.count("info"),
        "known": result.known,
        "excused": result.excused,
        "excerpts": result.excerpts,
    }
