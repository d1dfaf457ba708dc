"""The names of texts, as they are compared and as they are printed."""

from __future__ import annotations

import functools

from statutes_diff.language import tables
from statutes_diff.language.vocabulary import Trie, code_starts, codes, name_keys, named_codes


@functools.cache
def known_codes() -> frozenset[str]:
    """The names of the codes that the table has, as they are compared."""
    return frozenset(canonical(name) for name in named_codes())


@functools.cache
def legifrance() -> dict[str, dict[str, str]]:
    """What Légifrance calls the codes: names that they had (``renamed``), identifiers in its addresses (``ids``)."""
    return tables.table(__file__, "legifrance.toml")


@functools.lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """A text's name as it is compared: abbreviations written out, lower case, without accents, its stops and doubled spaces."""
    keys = name_keys(name)
    known = _known(keys)
    return " ".join(key for key in (name_keys(known) if known else keys) if key not in (".", ","))


def _known(keys: tuple[str, ...]) -> str | None:
    """The code that has this name or abbreviation."""
    node: Trie | None = codes() if keys and keys[0] in code_starts() else None
    for key in keys:
        node = node.next.get(key) if node else None
    return node.name if node else None


@functools.lru_cache(maxsize=1024)
def proper_name(title: str) -> str:
    """A code's title as the law writes it (``CODE DU TRAVAIL`` → ``Code du travail``); any other title as it stands."""
    wanted = canonical(title)
    name = _known(name_keys(title)) or next((name for name in named_codes() if canonical(name) == wanted), "")
    return name[:1].upper() + name[1:] if name else title
