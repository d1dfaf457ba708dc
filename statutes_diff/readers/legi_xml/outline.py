"""The outline of LEGI texts: which division stands in which, in what order, on which day.

TEXTELR holds the top of a text, each SECTION_TA what stands in one division; every link has its dates. A path is climbed from an
article to its text, so that nothing that is read can be left out of the tree; a version that no outline knows stands where its
own CONTEXTE says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statutes_diff.readers._versions.record import ENDED, LAST, Period, period
from statutes_diff.readers.legi_xml.parse import Parsed, line_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 40  # divisions inside each other; French law knows ten kinds


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the outline: ``child`` stands in ``parent`` at ``position`` for a period. ``key`` stays the same over the
    versions of a division."""

    parent: str
    child: str
    key: str
    words: str
    period: Period
    state: str
    position: int
    is_article: bool
    line: int
    file: str

    def in_force(self, day: str) -> bool:
        return self.period.covers(day) and not (self.state in ENDED and not self.period.until)


class Outline:
    """All links of the outline files of a folder."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}  # what names a text (LEGITEXT, JORFTEXT) → its common identifier
        self.sections: dict[str, str] = {}  # the divisions that have a file of their own → their words
        self._above: dict[str, list[Entry]] = {}

    def add(self, parsed: Parsed) -> None:
        """Take in a TEXTELR or a SECTION_TA."""
        root = parsed.root
        if root.tag == "SECTION_TA":
            parent = words_of(root.find("ID"))
            self.sections[parent] = words_of(root.find("TITRE_TA"))
            links = root.find("STRUCTURE_TA")
        else:
            own = words_of(root.find("META/META_COMMUN/ID"))
            parent = words_of(root.find("META/META_SPEC/META_TEXTE_CHRONICLE/CID")) or own
            self.texts[own] = self.texts[parent] = parent
            links = root.find("STRUCT")
        for position, link in enumerate(_links(links)):
            self._link(parent, position, link, parsed.name)

    def _link(self, parent: str, position: int, link: _Element, file: str) -> None:
        child = link.get("id") or ""
        entry = Entry(
            parent=parent,
            child=child,
            key=link.get("cid") or child,
            words=words_of(link),
            period=period(link.get("debut"), link.get("fin")),
            state=link.get("etat") or "",
            position=position,
            is_article=link.tag == "LIEN_ART",
            line=line_of(link),
            file=file,
        )
        self._above.setdefault(child, []).append(entry)

    def path(self, child: str, day: str) -> list[Entry]:
        """The entries from a text down to a child, as they stood on a day; empty when they do not lead up to a text."""
        found: list[Entry] = []
        while child not in self.texts:
            above = self._above.get(child)
            if not above or len(found) > _DEEPEST:
                return []
            entry = max(above, key=lambda entry: (entry.period.covers(day), entry.period.since, -entry.position))
            found.append(entry)
            child = entry.parent
        return found[::-1]

    def words(self, entry: Entry) -> str:
        """The heading of a division."""
        return entry.words or self.sections.get(entry.child) or entry.child

    def standing(self, day: str | None) -> Iterator[Entry]:
        """Every entry in force on a day, or in force last, in the order of the files."""
        for above in self._above.values():
            for entry in above:
                if entry.in_force(day or LAST):
                    yield entry


def _links(holder: _Element | None) -> list[_Element]:
    return [] if holder is None else [*holder.iterdescendants("LIEN_SECTION_TA", "LIEN_ART")]
