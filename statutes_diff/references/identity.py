"""Whether two names mean the same text: a code by its name or abbreviation, an act by its number or date."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from statutes_diff.language.typography import unaccented
from statutes_diff.language.vocabulary import act_words
from statutes_diff.references.vocabulary import canonical, known_codes, legifrance

CUT = "…"
"""The end of a name of which only the beginning is known."""

_NUMBER = re.compile(r"\bn ?[°º] ?(\d{1,4}(?:[-/]\d{1,6})+)|\b((?:19|20)\d\d/\d{1,4})\b")
_DATE = re.compile(r"\b(\d{1,2})(?:er)? ([a-z]{3,9}) (\d{4})\b")


class _Identity(NamedTuple):
    """What tells a text from others, "" where its name does not say: a code's name, an act's number, its noun and date."""

    code: str = ""
    number: str = ""
    date: str = ""


def same_text(one: str, other: str) -> bool | None:
    """True or False where the names can tell, None where they cannot ("la convention")."""
    first, second = _identity(one), _identity(other)
    if not any(first) or not any(second):
        return True if canonical(one) == canonical(other) else None
    if first.code and second.code:
        return _same_code(first.code, second.code)
    if first.code or second.code:
        return False
    if first.number and second.number:
        return first.number == second.number
    return first.date == second.date if first.date and second.date else None


def is_known(name: str) -> bool:
    """True for a name that tells its text from others."""
    return any(_identity(name))


def text_key(name: str | None) -> str:
    """One key for the names of one text, as far as they tell; "" for the statute itself."""
    if name is None:
        return ""
    found = _identity(name)
    return found.code or found.number or found.date or canonical(name)


def _same_code(one: str, other: str) -> bool | None:
    """Codes by their names; one that the table lacks may be misprinted, or known by its first words only."""
    if one == other:
        return True
    if CUT in one + other:
        short, long = sorted((one.removesuffix(CUT), other.removesuffix(CUT)), key=len)
        return long.startswith(short)
    return False if one in known_codes() and other in known_codes() else None


@functools.lru_cache(maxsize=4096)
def _identity(name: str) -> _Identity:
    words = canonical(name.removesuffix(CUT))
    if words.startswith(("code ", "nouveau code ", "livre des ")):
        return _Identity(code=_renamed().get(words, words) + (CUT if name.endswith(CUT) else ""))
    plain = unaccented(name)
    number, date = _NUMBER.search(plain), _DATE.search(plain)
    noun = plain.split(" ")[0]
    dated = date is not None and noun in act_words("dated")
    return _Identity(
        number=(number[1] or number[2]).replace("/", "-") if number else "",
        date=f"{noun} {' '.join(date.groups())}" if date and dated else "",
    )


@functools.cache
def _renamed() -> dict[str, str]:
    """Names that a code had, as they are compared → the one it has now."""
    return {canonical(old): canonical(new) for old, new in legifrance()["renamed"].items()}
