"""LEGI XML, the open data of DILA: an ARTICLE file, or a folder of them with TEXTELR and SECTION_TA."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from statutes_diff.messages import msg, plural
from statutes_diff.model import Article, Division, Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._options import Options
from statutes_diff.readers._remarks import second_file
from statutes_diff.readers._versions.choice import chosen, few, likely
from statutes_diff.readers._versions.record import LAST, Record, period
from statutes_diff.readers.legi_xml.article import Heading, article_of, headings_of, record, title_of
from statutes_diff.readers.legi_xml.outline import Entry, Outline
from statutes_diff.readers.legi_xml.parse import Parsed, line_of, parsed, words_of
from statutes_diff.readers.legi_xml.sniffing import OUTLINES, root_name
from statutes_diff.readers.legi_xml.tree import Branch
from statutes_diff.sources import InputError

FORMAT = "legi-xml"
_WORDS_OF_TEXTS = ("VISAS", "SIGNATAIRES", "TP", "NOTA", "ABRO", "RECT", "SM", "NOTICE")


def read(document: Document, options: Options) -> Statute:
    """Read one ARTICLE with the divisions that it says it stands in."""
    found = parsed(document, options)
    if found.root.tag != "ARTICLE":
        raise InputError(found.name, msg("<{tag}> holds no article: name the folder of the text", tag=str(found.root.tag)))
    known = record(found)
    day = _day(document.source.name, options)
    at = day or known.period.last_day
    made = dataclasses.replace(article_of(found, known), file="")
    top = Branch()
    here = top
    for heading in headings_of(found.root, at):
        here = here.into(heading.id, heading.words, None, heading.line)
    here.articles.append((None, made))
    if day and not known.in_force(day):
        message = msg("article {number} is not in force on {day}: {versions}", number=known.label, day=day, versions=known.said)
        found.notes.append(Note(made.line, "not-in-force", message))
    notes = tuple(sorted(found.notes, key=lambda note: note.line))
    return Statute(title_of(found.root, at), found.name, FORMAT, found.encoding, top.children(), notes)


def gather(name: str, documents: Sequence[Document], options: Options) -> Statute:
    """Read the files of one or more texts as they stood on ``options.date``, or as they stand last.

    Raises:
        InputError: no article among the files, or a date that is none.
    """
    folder = _Folder(name, _day(name, options), options)
    for document in documents:
        folder.add(document)
    return folder.statute()


def _day(name: str, options: Options) -> str | None:
    if not options.date:
        return None
    try:
        return datetime.date.fromisoformat(options.date).isoformat()
    except ValueError:
        raise InputError(name, msg("{value} is no day: write YYYY-MM-DD", value=options.date)) from None


@dataclasses.dataclass(frozen=True, slots=True)
class _Built:
    """An article with what its own file says of its text."""

    article: Article
    title: str
    headings: tuple[Heading, ...]


class _Folder:
    """The files of a folder: every one parsed once, what is needed of it kept."""

    def __init__(self, name: str, day: str | None, options: Options) -> None:
        self._name, self._day, self._options = name, day, options
        self._documents: dict[str, Document] = {}  # articles by their identifiers
        self._records: dict[str, Record] = {}
        self._built: dict[str, _Built] = {}
        self._titles: dict[str, tuple[bool, str, str]] = {}
        self._encodings: set[str] = set()
        self._outline = Outline()
        self._notes: list[Note] = []

    def add(self, document: Document) -> None:
        """Take in a file; one that is no file of the base is passed over with a note."""
        file = document.source.name
        if not root_name(document.data):
            self._notes.append(Note(0, "skipped", msg("is no file of the LEGI base"), file))
            return
        try:
            found = parsed(document, self._options)
            self._take(found, document)
        except InputError as error:
            self._notes.append(Note(error.line or 0, "skipped", error.message, file))
            return
        self._encodings.add(found.encoding)
        self._notes += (note._replace(file=file) for note in found.notes)

    def _take(self, found: Parsed, document: Document) -> None:
        tag = str(found.root.tag)
        if tag == "ARTICLE":
            self._article(found, document)
        elif tag in OUTLINES:
            self._outline.add(found)
            self._remark(found)
        else:
            self._text(found)

    def _article(self, found: Parsed, document: Document) -> None:
        known = record(found)
        key = known.id or known.file
        if key in self._records:
            same = self._documents[key].data == document.data
            if not same:
                message = msg("{id} stands in two files: the one in {file} is read", id=key, file=self._records[key].file)
                found.notes[:] = [Note(1, "duplicate-file", message)]
            return
        self._records[key], self._documents[key] = known, document
        if likely(known, self._day):
            self._built[key] = self._build(found, known)
        else:
            found.notes.clear()

    def _build(self, found: Parsed, known: Record) -> _Built:
        at = self._day or known.period.last_day
        headings = headings_of(found.root, at)
        return _Built(article_of(found, known), title_of(found.root, at), headings)

    def _text(self, found: Parsed) -> None:
        """The title of a text on the day, and its words that stand in no article."""
        root = found.root
        meta = root.find("META/META_SPEC/META_TEXTE_VERSION")
        text = (root.findtext("META/META_SPEC/META_TEXTE_CHRONICLE/CID") or root.findtext("META/META_COMMUN/ID") or "").strip()
        if meta is None:
            return
        stands = period(meta.findtext("DATE_DEBUT"), meta.findtext("DATE_FIN"))
        title = words_of(meta.find("TITREFULL")) or words_of(meta.find("TITRE"))
        rank = (stands.covers(self._day or LAST), stands.since, title)
        self._titles[text] = max(rank, self._titles.get(text, rank))
        if rank[0]:
            self._remark(found)

    def _remark(self, found: Parsed) -> None:
        """Words of a text or a division that stand in no article are kept in notes."""
        for part in _WORDS_OF_TEXTS:
            for content in found.root.iterfind(f"{part}/CONTENU"):
                for block in found.blocks(content):
                    found.notes.append(_outside(block.text, block.line))
        comment = found.root.find("COMMENTAIRE")
        words = words_of(comment)
        if words and comment is not None:
            found.notes.append(_outside(words, line_of(comment)))

    def statute(self) -> Statute:
        """The tree of the versions that are read.

        Raises:
            InputError: there is no article.
        """
        if not self._records:
            raise InputError(self._name, msg("holds no ARTICLE file of the LEGI base that can be read"))
        texts: dict[str, Branch] = {}
        placed: set[str] = set()
        for known in chosen([*self._records.values()], self._day, self._notes):
            self._place(known, texts, placed)
        self._empty(texts, placed)
        self._missing(placed)
        for branch in texts.values():
            self._duplicates(branch)
        encoding = "+".join(sorted(self._encodings))
        title = " ; ".join(branch.words for branch in texts.values() if branch.words)
        return Statute(title, self._name, FORMAT, encoding, self._children(texts), tuple(self._notes))

    def _place(self, known: Record, texts: dict[str, Branch], placed: set[str]) -> None:
        """Put an article where the outline has it on the day, or where it says itself that it stands."""
        key = known.id or known.file
        built = self._built.pop(key, None) or self._again(key)
        at = self._day or known.period.last_day
        path = self._outline.path(known.id, at)
        text = self._outline.texts[path[0].parent] if path else self._outline.texts.get(known.text, known.text)
        here = self._branch(texts, text, built.title)
        if path:
            for entry in path[:-1]:
                here = here.into(entry.key, self._outline.words(entry), entry.position)
            placed.update(entry.child for entry in path)
            here.articles.append((path[-1].position, built.article))
            return
        for heading in built.headings:
            above = self._outline.path(heading.id, at)
            known_at = above[-1] if above else None
            here = here.into(known_at.key if known_at else heading.id, heading.words, known_at.position if known_at else None)
            placed.add(heading.id)
        here.articles.append((None, built.article))

    def _again(self, key: str) -> _Built:
        """A version that turned out to be the one to read though its file named a later one, which is not here."""
        found = parsed(self._documents[key], self._options)
        built = self._build(found, self._records[key])
        self._notes += (note._replace(file=found.name) for note in found.notes)
        return built

    def _branch(self, texts: dict[str, Branch], text: str, title: str) -> Branch:
        if text not in texts:
            texts[text] = Branch(self._titles[text][2] if text in self._titles else title)
        return texts[text]

    def _empty(self, texts: dict[str, Branch], placed: set[str]) -> None:
        """Divisions in force that hold no article stand in the tree all the same."""
        for entry in self._outline.standing(self._day):
            if entry.is_article or entry.child in placed or entry.child not in self._outline.sections:
                continue
            path = self._outline.path(entry.child, self._day or LAST)
            if not path or not all(above.in_force(self._day or LAST) for above in path):
                continue
            here = self._branch(texts, self._outline.texts[path[0].parent], "")
            for above in path:
                here = here.into(above.key, self._outline.words(above), above.position)
            placed.update(above.child for above in path)
            words = self._outline.words(entry)
            self._notes.append(
                Note(entry.line, "empty-division", msg("heading without any article: “{words}”", words=words), entry.file)
            )

    def _missing(self, placed: set[str]) -> None:
        """Entries of the outline whose file is not in the folder: one note for each outline file."""
        gone: dict[str, list[Entry]] = {}
        for entry in self._outline.standing(self._day):
            there = entry.child in (self._records if entry.is_article else self._outline.sections)
            if not there and entry.child not in placed:
                gone.setdefault(entry.file, []).append(entry)
        for file, entries in gone.items():
            names = few([" ".join(part for part in (entry.child, entry.words) if part) for entry in entries])
            message = plural(
                "an entry of the outline has no file here: {names}",
                "{n} entries of the outline have no file here: {names}",
                len(entries),
                names=names,
            )
            self._notes.append(Note(entries[0].line, "missing-file", message, file))

    def _duplicates(self, text: Branch) -> None:
        seen: dict[str, Article] = {}
        for article in _articles(text):
            first = seen.setdefault(article.number, article)
            if first is not article:
                self._notes.append(second_file(article, first))

    def _children(self, texts: dict[str, Branch]) -> tuple[Division | Article, ...]:
        if len(texts) == 1:
            return next(iter(texts.values())).children()
        names = " ; ".join(branch.words or text for text, branch in texts.items())
        message = plural("{n} text in the folder: {names}", "{n} texts in the folder: {names}", len(texts), names=names)
        self._notes.append(Note(0, "several-texts", message))
        top = Branch(branches={text: dataclasses.replace(branch, words=branch.words or text) for text, branch in texts.items()})
        return top.children()


def _articles(branch: Branch) -> Iterable[Article]:
    for _, article in branch.articles:
        yield article
    for inside in branch.branches.values():
        yield from _articles(inside)


def _outside(words: str, line: int) -> Note:
    return Note(line, "outside-article", msg("text outside any article, kept here: “{words}”", words=words))
