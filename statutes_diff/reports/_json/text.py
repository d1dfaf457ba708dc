"""JSON as text: indented by two, but a value without inner structure or deep inside stands on one line: an alinéa is a line.

The standard indenting encoder is many times slower and puts every number of a range on a line of its own.
Lone surrogates (from broken input) are written as ``\\udXXX``: valid JSON, and safe to encode as UTF-8.
"""

from __future__ import annotations

import functools
import json
import re
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_make = getattr(json.encoder, "c_make_encoder", None)
_strings = getattr(json.encoder, "encode_basestring", None)
# What ``encode`` makes anew for each value, and that costs more than a short value; None where Python has no fast one.
_chunks = _make(None, _encoder.default, _strings, None, ": ", ", ", False, False, True) if _make else None
_DEEPEST = 8  # characters of indent, the newline included


class Laid(str):
    """A value that is JSON already, laid out for the place where it will stand."""

    __slots__ = ()


_INNER = frozenset((dict, list, Laid))


def json_text(value: Value) -> str:
    """The value as JSON, keys in the order given, ended by a newline."""
    return _encodable(_laid_out(value, "\n") + "\n")


def json_line(value: Value) -> str:
    """The value on a line of its own: no newline inside it, one at its end."""
    return _encodable(line(value) + "\n")


def _encodable(text: str) -> str:
    try:
        text.encode()  # ten times faster than to look for surrogates
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def _laid_out(value: Value, indent: str) -> str:
    if isinstance(value, Laid):
        return value
    if not isinstance(value, (dict, list)) or len(indent) > _DEEPEST or _flat(value):
        return line(value)
    inner = indent + "  "
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_laid_out(item, inner) for item in value])}{indent}]"
    items = [(key, _laid_out(item, inner) if type(item) in _INNER else line(item)) for key, item in value.items()]
    return f"{{{inner}{f',{inner}'.join([f'{_key(key)}: {item}' for key, item in items])}{indent}}}"


def _flat(value: list[Value] | dict[str, Value]) -> bool:
    """True for a list of scalars, and for an object whose members are scalars or lists of scalars."""
    if isinstance(value, list):
        return _INNER.isdisjoint(map(type, value))
    for item in value.values():
        if isinstance(item, dict) or (isinstance(item, list) and not _INNER.isdisjoint(map(type, item))):
            return False
    return True


@functools.lru_cache(maxsize=256)
def _key(name: str) -> str:
    return _encoder.encode(name)


def line(value: Value) -> str:
    """A value on one line."""
    if type(value) is str and _strings:
        return str(_strings(value))
    return "".join(_chunks(value, 0)) if _chunks else _encoder.encode(value)
