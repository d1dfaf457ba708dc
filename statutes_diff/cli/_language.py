"""Which language this run speaks, known before a word is printed: ``--lang`` anywhere on the line, else the locale.

click translates its own words with the process-wide ``gettext`` domain. While a command line runs, that domain is ours
and ``LANGUAGE`` says which of its catalogues to take; both are put back afterwards. The library never does this.
"""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from statutes_diff.messages import DOMAIN, LANGUAGES, LOCALE_DIR, language_of_locale, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def language_of(arguments: Sequence[str]) -> str:
    """The language that a command line asks for: the last good ``--lang`` before ``--``, else the locale's."""
    asked = ""
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[i + 1 : i + 2])
    return asked if asked in LANGUAGES else language_of_locale()


@contextmanager
def spoken(code: str) -> Iterator[None]:
    """Speak a language inside the block, click's own words included."""
    domain, asked = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, LOCALE_DIR)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = code
    try:
        with speaking(code):
            yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop("LANGUAGE")
        if asked is not None:
            os.environ["LANGUAGE"] = asked
