"""One article of the Légifrance API or of a data set made from it: number, version, text, nota and history.

``texte`` is the text of ``texteHtml`` without its alinéas: it is read only where there is no HTML.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator

from statutes_diff.messages import msg
from statutes_diff.model import AmendmentNote, Annotation, Article, Note
from statutes_diff.readers._html.markup import Reading, html_root
from statutes_diff.readers._html.tags import TAG
from statutes_diff.readers._json.parse import Node, Value, has_words, one_line
from statutes_diff.readers._text.build import article
from statutes_diff.readers._text.paragraphs import Block
from statutes_diff.readers._text.walk import UNNUMBERED
from statutes_diff.readers._versions.history import amendment, printed_amendment, verb_of
from statutes_diff.readers._versions.record import Record, period

HTML = ("texteHtml", "content", "texteHTML")
PLAIN = ("texte", "text")
TEXT = (*HTML, *PLAIN)
# Words beside an article, by the name they get there. A "historique" is what printed editions say of an article's past.
_BESIDE = {"surtitre": "surtitre", "conditionDiffere": "condition", "renvoi": "renvoi", "observations": "observations"}
_DAY_MS = 86_400_000
_TWO_HOURS_MS = 7_200_000  # older answers give midnight in Paris, up to two hours before midnight UTC
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")
_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z]{2,20});")


def is_article(node: Node) -> bool:
    """True for the values of an article: a number or a text, and no outline of its own."""
    return any(key in node.values for key in ("num", *TEXT)) and not any(key in node.values for key in ("sections", "articles"))


def day_of(value: Value) -> str:
    """A date as ISO 8601, from milliseconds since 1970 or from a string that starts with one; empty when it is none.

    32472144000000 is 2999-01-01, the base's word for an open end.
    """
    if isinstance(value, str):
        if value.lstrip("-").isdecimal() and len(value) < 16:
            return day_of(int(value))
        return value[:10] if _ISO.match(value) else ""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**15:
        return ""
    ordinal = _EPOCH + (int(value) + _TWO_HOURS_MS) // _DAY_MS
    return datetime.date.fromordinal(ordinal).isoformat() if 1 <= ordinal <= datetime.date.max.toordinal() else ""


def record_of(node: Node) -> Record:
    """The version that an article gives of itself; the place where it starts stands for its file."""
    known = node.get("articleVersions")
    versions = [found for found in known if isinstance(found, dict)] if isinstance(known, list) else []
    own = node.words("cid", "id") or str(node.start)  # all versions share the cid; two articles may share a number
    return Record(
        id=node.words("id"),
        text=own,
        label=label_of(node),
        state=node.words("etat"),
        period=period(day_of(node.get("dateDebut")), day_of(node.get("dateFin"))),
        versions=((own, ""), *((one_line(found.get("id")), one_line(found.get("etat"))) for found in versions)),
        file=str(node.start),
    )


def label_of(node: Node) -> str:
    """The number as printed, without the word "Article" that some answers put before it."""
    return re.sub(r"(?i)^article\s+(?=\S)", "", node.words("num", "numero"))


def article_of(node: Node, record: Record, name: str, notes: list[Note]) -> Article:
    """The article of a node; repairs are added to the notes."""
    if not record.label:
        notes.append(Note(node.line, "no-number", msg("article without a number ({id})", id=record.id or "?")))
    made = article(record.label or UNNUMBERED, node.line, _text(node, name, notes), notes)
    history, beside = list(made.history), list(made.annotations)
    for entry in _history(node, name, notes):
        (history if isinstance(entry, AmendmentNote) else beside).append(entry)  # type: ignore[arg-type]
    for block in blocks(node, ("notaHtml", "nota"), name, notes):
        beside.append(Annotation("nota", block.text, block.line))
    for key, kind in _BESIDE.items():
        beside += [Annotation(kind, block.text, block.line) for block in blocks(node, (key,), name, notes)]
    version = record.version._replace(state=record.version.state or made.version.state)
    return dataclasses.replace(made, history=tuple(history), annotations=tuple(beside), version=version)


def _text(node: Node, name: str, notes: list[Note]) -> list[Block]:
    found = blocks(node, HTML, name, notes)
    if found or not node.has(*PLAIN):
        return found
    message = msg("only the plain text is given: its alinéas may stand in one")
    notes.append(Note(node.line_of(*PLAIN), "plain-text", message))
    return blocks(node, PLAIN, name, notes)


def blocks(node: Node, keys: tuple[str, ...], name: str, notes: list[Note]) -> list[Block]:
    """The alinéas of the first of these values that holds words, all at the line where it stands."""
    key = next((key for key in keys if has_words(node.get(key))), "")
    value = node.get(key)
    if not isinstance(value, str):
        return []
    return read_text(value, node.line_of(key), name, notes)


def read_text(value: str, line: int, name: str, notes: list[Note]) -> list[Block]:
    """HTML or plain text, as a value holds it, to alinéas."""
    if not TAG.search(value) and not _ENTITY.search(value):
        return [Block(words, line, line) for words in map(one_line, value.splitlines()) if words]
    reading = Reading(line, name)
    # Line ends inside a value are no lines of the file.
    found = reading.blocks(html_root(re.sub(r"[\r\n]", " ", value), name, line))
    notes += reading.notes
    return found


def _history(node: Node, name: str, notes: list[Note]) -> Iterator[AmendmentNote | Annotation]:
    """The links of the acts that amended the article, or what the answer prints instead."""
    found = dict.fromkeys(_entries(node))  # the base lists some links twice
    yield from found
    title = node.words("modificatorTitle")
    if title and all(title not in entry.text for entry in found):
        yield amendment("modified", title, node.line_of("modificatorTitle"))
    for block in blocks(node, ("historique",), name, notes):
        yield printed_amendment(block.text, block.line) or Annotation("history", block.text, block.line)


def _entries(node: Node) -> Iterator[AmendmentNote | Annotation]:
    for key in ("lienModifications", "lstLienModification"):
        links = node.get(key)
        for link in links if isinstance(links, list) else ():
            entry = _entry(link, node.line_of(key)) if isinstance(link, dict) else None
            if entry:
                yield entry


def _entry(link: dict[str, Value], line: int) -> AmendmentNote | Annotation | None:
    title, kind = one_line(link.get("textTitle")), one_line(link.get("linkType"))
    orientation = one_line(link.get("linkOrientation"))
    if not title:
        return None
    verb = verb_of(kind, orientation)
    if verb:
        made = amendment(verb, title, line)
        published = day_of(link.get("datePubliTexte"))
        return made if made.published_on or published >= "2999" else made._replace(published_on=published)
    return Annotation("history", f"{kind} : {title}" if kind else title, line)
