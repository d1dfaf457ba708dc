"""One ARTICLE of the LEGI base: its number, version, place, text, nota and history.

Links that cite are data about other texts and are left aside; links that amended the article are its history.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statutes_diff.messages import msg
from statutes_diff.model import AmendmentNote, Annotation, Article, Note
from statutes_diff.readers._text.build import article
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers._text.walk import UNNUMBERED
from statutes_diff.readers._versions.history import amendment, verb_of
from statutes_diff.readers._versions.record import Record, period
from statutes_diff.readers.legi_xml.parse import Parsed, line_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# Ends that no verb of a history names: kept beside the article in the words of the base.
_OTHER_ENDS = frozenset(
    (
        ("cible", "ANNULE"), ("source", "ANNULATION"), ("cible", "PERIME"), ("source", "PEREMPTION"), ("cible", "DISJOINT"),
        ("source", "DISJONCTION"), ("cible", "RATIFIE"), ("source", "RATIFICATION"), ("cible", "ETEND"),
    )
)  # fmt: skip
_PLAIN = frozenset(("META", "CONTEXTE", "VERSIONS", "NOTA", "BLOC_TEXTUEL", "LIENS", "SM"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A division as a file names it: its identifier and its words."""

    id: str
    words: str
    line: int


def record(parsed: Parsed) -> Record:
    """The identity of the version that a file gives."""
    root = parsed.root
    meta = root.find("META/META_SPEC/META_ARTICLE")
    if meta is None:
        meta = root.find("META/META_ARTICLE")
    text = root.find("CONTEXTE/TEXTE")
    versions = tuple((link.get("id") or "", link.get("etat") or "") for link in root.iterfind("VERSIONS/VERSION/LIEN_ART"))
    return Record(
        id=_words(root, "META/META_COMMUN/ID"),
        text=(text.get("cid") or "") if text is not None else "",
        label=_words(meta, "NUM"),
        state=_words(meta, "ETAT"),
        period=period(_words(meta, "DATE_DEBUT"), _words(meta, "DATE_FIN")),
        versions=versions,
        file=parsed.name,
    )


def _words(element: _Element | None, path: str) -> str:
    return (element.findtext(path) or "").strip() if element is not None else ""


def article_of(parsed: Parsed, record: Record) -> Article:
    """The article that a file gives; repairs are added to the notes of the file."""
    notes, root = parsed.notes, parsed.root
    number = root.find(".//NUM")
    line = line_of(root if number is None else number)
    if not record.label:
        notes.append(Note(line, "no-number", msg("article without a number ({id})", id=record.id or "?")))
    for day in (record.period.since, record.period.until):
        if day and not _DAY.fullmatch(day):
            notes.append(Note(line, "no-date", msg("“{words}” is no date", words=day)))
    made = article(record.label or UNNUMBERED, line, _blocks(parsed, "BLOC_TEXTUEL"), notes)
    history, ends = _history(root)
    beside = [Annotation("nota", block.text, block.line) for block in _blocks(parsed, "NOTA")]
    beside += [Annotation("sommaire", block.text, block.line) for block in _blocks(parsed, "SM")]
    notes += _unknown(root)
    return dataclasses.replace(
        made,
        history=(*made.history, *history),
        annotations=(*made.annotations, *beside, *ends),
        version=record.version if record.state else record.version._replace(state=made.version.state),
        file=record.file,
    )


def _blocks(parsed: Parsed, part: str) -> list[Block]:
    """The alinéas of a part of the file, which holds them in ``CONTENU`` or, against the DTD, bare."""
    found: list[Block] = []
    for holder in parsed.root.iterfind(part):
        contents = holder.findall("CONTENU")
        if contents and not (holder.text or "").strip():
            for content in contents:
                found += parsed.blocks(content)
        else:
            found += parsed.blocks(holder)
    return found


def _history(root: _Element) -> tuple[list[AmendmentNote], list[Annotation]]:
    history: list[AmendmentNote] = []
    ends: list[Annotation] = []
    for link in root.iterfind("LIENS/LIEN"):
        kind = (link.get("sens") or "", link.get("typelien") or "")
        verb, other = verb_of(kind[1], kind[0]), kind in _OTHER_ENDS
        if not verb and not other:
            continue
        words, line = words_of(link), line_of(link)
        if verb:
            history.append(amendment(verb, words, line))
        else:
            ends.append(Annotation("history", f"{kind[1]} : {words}", line))
    return history, ends


def _unknown(root: _Element) -> list[Note]:
    """Words in parts of the file that are not known here, kept in notes."""
    found = []
    for part in root:
        if part.tag not in _PLAIN:
            words = words_of(part)
            if words:
                message = msg("<{tag}> is not known here; its words are kept: “{words}”", tag=str(part.tag), words=words)
                found.append(Note(line_of(part), "unknown-element", message))
    return found


def title_of(root: _Element, day: str) -> str:
    """The title of the text that a file belongs to, as it was on a day."""
    titles = root.findall("CONTEXTE/TEXTE/TITRE_TXT")
    found = _on(titles, day)
    return "" if found is None else words_of(found) or (found.get("c_titre_court") or "").strip()


def headings_of(root: _Element, day: str) -> tuple[Heading, ...]:
    """The divisions that a file stands in, outermost first, with the titles that they had on a day."""
    found: list[Heading] = []
    here = root.find("CONTEXTE/TEXTE")
    while here is not None:
        inside = [(title, tm) for tm in here.findall("TM") for title in tm.findall("TITRE_TM")]
        title = _on([title for title, _ in inside], day)
        if title is None:
            break
        words = words_of(title)
        found.append(Heading(title.get("id") or words, words, line_of(title)))
        here = next(tm for known, tm in inside if known is title)
    return tuple(found)


def _on(elements: list[_Element], day: str) -> _Element | None:
    """The element whose dates cover a day; the last one when none does."""
    covering = [found for found in elements if period(found.get("debut"), found.get("fin")).covers(day)]
    found = covering or elements
    return found[-1] if found else None
