"""Sentences in the user's language, through gettext: English in the code, French in ``locale/fr``.

``msg`` and ``plural`` build a ``Message`` (translated when it is shown); ``_`` and ``ngettext`` translate at once;
``N_`` only marks a string for the catalogue. Machine formats never translate: they print ``str(message)``.
"""

from __future__ import annotations

import functools
import gettext as _gettext
import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from statutes_diff.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "statutes_diff"
LOCALE_DIR = os.path.join(os.path.dirname(__file__), "locale")
LANGUAGES = ("fr", "en")

_language: ContextVar[str] = ContextVar("language", default="en")


def language() -> str:
    """The language in force: ``fr`` or ``en``."""
    return _language.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language inside the block, then the former one again."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def language_of_locale() -> str:
    """``en`` or ``fr`` from the environment, in the order of POSIX; French when the locale says neither.

    Source: POSIX.1-2017, Base Definitions 8.2 (LC_ALL, LC_MESSAGES, LANG); LANGUAGE is GNU gettext's.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for value in os.environ.get(name, "").split(":"):
            if value[:2].lower() in LANGUAGES:
                return value[:2].lower()
    return "fr"


@functools.cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    try:
        with open(os.path.join(LOCALE_DIR, code, "LC_MESSAGES", f"{DOMAIN}.mo"), "rb") as file:
            return _gettext.GNUTranslations(file)
    except FileNotFoundError:  # English is in the code; a checkout may not be compiled yet
        return _gettext.NullTranslations()


def _(text: str) -> str:
    """The text in the language in force."""
    return _catalogue(language()).gettext(text) if text else ""


def ngettext(one: str, many: str, n: int) -> str:
    """The singular or the plural in the language in force (French: 0 and 1 are singular)."""
    return _catalogue(language()).ngettext(one, many, n)


def N_(text: str) -> str:
    """The text itself, marked for the catalogue and translated later."""
    return text


def msg(template: str, **values: str | int) -> Message:
    """A message with values; see ``Message``."""
    return Message(template, "", tuple(values.items()))


def plural(one: str, many: str, n: int, **values: str | int) -> Message:
    """A message whose form depends on ``n``; see ``Message``."""
    return Message(one, many, (("n", n), *values.items()))


def translated(message: Message) -> str:
    """The message in the language in force, its values put in."""
    values = dict(message.values)
    template = message.template
    if message.plural:
        return ngettext(template, message.plural, int(values.get("n", 0))).format(**values)
    return _(template).format(**values)
