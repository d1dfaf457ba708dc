"""The sins of old: a file of findings that are known, so that a check tells only new ones.

A finding is known again by its rule, text, article and words; of equal ones as many are known as the file counts. Lines, files
and paths may move.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from statutes_diff.checks._identity import Key, key
from statutes_diff.messages import msg
from statutes_diff.sources import InputError

if TYPE_CHECKING:
    from statutes_diff.model import CorpusFinding

SCHEMA = "statutes-diff/baseline/1"
_FIELDS = ("rule", "text", "article", "words")


def written(findings: Iterable[CorpusFinding]) -> str:
    """The file for these findings: JSON, one a line, sorted, so that its own history can be read."""
    counted = sorted(Counter(key(finding) for finding in findings).items())
    rows = [json.dumps({**dict(zip(_FIELDS, each, strict=True)), "count": n}, ensure_ascii=False) for each, n in counted]
    inner = "\n" + ",\n".join(f"    {row}" for row in rows) + "\n  " if rows else ""
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [{inner}]\n}}\n'


def read(name: str, data: bytes) -> Counter[Key]:
    """How many of each finding are known.

    Raises:
        InputError: not JSON, or not a baseline of this program.
    """
    try:
        given = json.loads(data)
        if given["schema"] != SCHEMA:
            raise ValueError(given["schema"])
        return Counter({_key(row): int(row["count"]) for row in given["findings"]})
    except json.JSONDecodeError as error:
        raise InputError(name, msg("is not JSON: {reason}", reason=error.msg), error.lineno) from None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
        raise InputError(name, msg("is no baseline; --write-baseline makes one")) from None


def _key(row: dict[str, str]) -> Key:
    rule, text, article, words = (str(row[name]) for name in _FIELDS)
    return rule, text, article, words


def without_known(findings: Iterable[CorpusFinding], known: Counter[Key]) -> tuple[list[CorpusFinding], int]:
    """The findings that are not known, and how many are."""
    left = known.copy()
    kept: list[CorpusFinding] = []
    dropped = 0
    for finding in findings:
        if left[key(finding)] > 0:
            left[key(finding)] -= 1
            dropped += 1
        else:
            kept.append(finding)
    return kept, dropped
