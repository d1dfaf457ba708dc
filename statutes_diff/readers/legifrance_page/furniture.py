"""What stands on a page of a site beside the law: scripts, menus, buttons and their labels. Counted, one note for each kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from statutes_diff.messages import plural
from statutes_diff.model import Note

if TYPE_CHECKING:
    from lxml.etree import _Element

INVISIBLE = frozenset(("script", "style", "template", "noscript", "link", "meta", "svg", "title"))
_TAGS = frozenset(
    "nav header footer aside button select textarea input dialog iframe object video audio canvas label menu".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo search menu menubar toolbar tablist tab dialog alert alertdialog button status tooltip".split()
)
_CLASSES = re.compile(
    r"(?:^|\s)(?:btn|button|fr-(?:btn|nav|header|footer|skiplinks|breadcrumb|share|modal|notice)|cookie|tarteaucitron|breadcrumb"
    r"|fil-ariane|tooltip|toolbar|menu|print-only)"
)
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_UNSEEN = frozenset(("sr-only", "visually-hidden", "fr-sr-only", "hidden", "d-none"))

# Labels of the site as they stand alone on a line.
_LABELS = re.compile(
    r"(?i)(?:comparer les versions|liens relatifs(?: à cet article)?|informations pratiques|versions?(?: relatives)?"
    r"|copier le lien.{0,40}|(?:re|dé)plier(?: .{0,60})?|imprimer|télécharger|partager|cité par ?:?|sommaire|chronolégi"
    r"|voir les modifications dans le temps|naviguer dans le sommaire.{0,40}|retourner en haut de la page|retour.{0,40}"
    r"|masquer les articles et les sections abrogés|accéder à la version.{0,60}|voir plus|voir moins|afficher .{0,60}"
    r"|recherche(?:r)?(?: .{0,40})?)\s?\.?"
)


def is_furniture(element: _Element) -> bool:
    """True for an element that belongs to the site by its tag, role or class."""
    if element.tag in INVISIBLE or element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    return _CLASSES.search((element.get("class") or "").lower()) is not None


def hidden(element: _Element) -> bool:
    """True for an element that a browser does not show."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return not _UNSEEN.isdisjoint((element.get("class") or "").lower().split())


def is_label(words: str) -> bool:
    """True for a line that is a label of the site and nothing else."""
    return len(words) < 120 and _LABELS.fullmatch(words) is not None


@dataclass(slots=True)
class _Kind:
    """One kind of thing left out: where it stands first, how often, and how many words it shows."""

    line: int
    count: int = 0
    words: int = 0


@dataclass(slots=True)
class Furniture:
    """What was left out of a page."""

    kinds: dict[str, _Kind] = field(default_factory=dict)

    def take(self, element: _Element) -> None:
        """Take an element out of the page; what follows it stays."""
        kind = "hidden" if element.tag not in INVISIBLE and hidden(element) else str(element.tag)
        line = cast("int | None", element.sourceline) or 1
        self.count(kind, line, _shown_words(element))
        cast(Any, element).clear(keep_tail=True)  # the stubs do not know that it can keep the tail
        element.tag = "span"

    def count(self, kind: str, line: int, words: int) -> None:
        """One more of a kind."""
        found = self.kinds.setdefault(kind, _Kind(line))
        found.count += 1
        found.words += words

    def notes(self) -> list[Note]:
        """One note for each kind, at the line of the first; elements that hold no words are not worth one."""
        return [
            _note(kind, found) for kind, found in self.kinds.items() if found.words or kind in ("script", "style", "noscript")
        ]


def _shown_words(element: _Element) -> int:
    """How many words an element shows."""
    count = 0
    for inside in element.iter("*"):
        if inside.tag not in INVISIBLE:
            count += len((inside.text or "").split())
        if inside is not element:
            count += len((inside.tail or "").split())
    return count


def _note(kind: str, found: _Kind) -> Note:
    if kind in INVISIBLE:
        message = plural(
            "one <{tag}> left out: it shows no text", "{n} × <{tag}> left out: they show no text", found.count, tag=kind
        )
        return Note(found.line, "invisible", message)
    if kind == "hidden":
        message = plural(
            "an element that a browser does not show left out ({words} words)",
            "{n} elements that a browser does not show left out ({words} words)",
            found.count,
            words=found.words,
        )
    else:
        message = plural(
            "<{tag}> left out: part of the site, not of the law ({words} words)",
            "{n} × <{tag}> left out: parts of the site, not of the law ({words} words)",
            found.count,
            tag=kind,
            words=found.words,
        )
    return Note(found.line, "site", message)
