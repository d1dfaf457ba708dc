"""WordprocessingML as strings: runs, paragraphs, revisions and comments, in the order of elements that ECMA-376 prescribes.

Strings, because a code has a hundred thousand runs and a tree of elements takes ten times as long; every word passes through
``words``, which escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from statutes_diff.messages import msg, translated
from statutes_diff.reports._docx.streams import Kind, Line, Run
from statutes_diff.reports._views.status import CHANNELS
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Channel

_TAGS: dict[Kind, str] = {"deleted": "del", "inserted": "ins", "left": "moveFrom", "came": "moveTo"}
_MARKUP = re.compile(r'[&<>"]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NO_XML = re.compile("[\ufffe\uffff]")  # the only characters besides controls and surrogates that XML 1.0 lacks
_BREAK = re.compile("([\t\n])")
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def shown(text: str) -> str:
    """Text as it is shown: what Word would hide, obey or refuse is spelled out (``\\x0b``), as in every report for people."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", printable(text))


def words(text: str) -> str:
    """Text as it stands between tags or in an attribute."""
    return _MARKUP.sub(lambda found: _ENTITIES[found[0]], shown(text))


def run(text: str, style: str = "", *, tag: str = "w:t") -> str:
    """One run; tabs and new lines are elements of their own. ``tag``: ``w:delText`` inside of a deletion."""
    if not text:
        return ""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    if "\t" not in text and "\n" not in text:
        return f'<w:r>{look}<{tag} xml:space="preserve">{words(text)}</{tag}></w:r>'
    parts = [_SIGNS.get(part) or f'<{tag} xml:space="preserve">{words(part)}</{tag}>' for part in _BREAK.split(text) if part]
    return f"<w:r>{look}{''.join(parts)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style; ``properties``: what follows the style in ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def plain(style: str, text: str, properties: str = "") -> str:
    """A paragraph of one run that nobody revised."""
    return paragraph(style, run(text), properties)


@dataclass(slots=True)
class Revisions:
    """The revisions and comments of one document: each has a number of its own, an author and the one date.

    The author of an edit that is not of substance says of which kind it is, so that Word can show or hide each kind.
    """

    author: str
    date: str
    comments: list[str] = field(default_factory=list)
    _last: int = 0
    _stamps: dict[tuple[Channel, bool], str] = field(default_factory=dict)

    def next_id(self) -> int:
        """A number that no other element of the document bears."""
        self._last += 1
        return self._last

    def stamp(self, channel: Channel = "substantive", *, whole: bool = False) -> str:
        """The attributes of a revision: number, author, date; ``whole``: of a paragraph that came or went as a whole.

        LibreOffice makes one revision of two that meet at the end of a paragraph, and takes its mark along, unless they are more
        than a minute apart.
        """
        if (channel, whole) not in self._stamps:
            date = _later(self.date) if whole else self.date
            self._stamps[channel, whole] = f'w:author="{words(author(self.author, channel))}" w:date="{date}"'
        return f'w:id="{self.next_id()}" {self._stamps[channel, whole]}'

    def run(self, found: Run, style: str = "", *, whole: bool = False) -> str:
        """A run with its revision around it."""
        tag = _TAGS.get(found.kind)
        if not found.text or tag is None:
            return run(found.text, style)
        inner = run(found.text, style, tag="w:delText" if tag == "del" else "w:t")
        return f"<w:{tag} {self.stamp(found.channel, whole=whole)}>{inner}</w:{tag}>"

    def runs(self, found: Iterable[Run], *, whole: bool = False) -> str:
        """Runs in a row."""
        return "".join([self.run(one, whole=whole) for one in found])

    def mark(self, line: Line) -> str:
        """The revision of a paragraph's mark, as ``w:rPr`` of its properties; empty for a mark that stays."""
        tag = _TAGS.get(line.mark)
        return f"<w:rPr><w:{tag} {self.stamp(line.channel, whole=line.whole)}/></w:rPr>" if tag else ""

    def row(self, kind: Kind) -> str:
        """The revision of a row of a table, as ``w:trPr``; a row cannot be moved, so it goes and comes."""
        tag = {"deleted": "del", "left": "del", "inserted": "ins", "came": "ins"}.get(kind)
        return f"<w:trPr><w:cantSplit/><w:{tag} {self.stamp()}/></w:trPr>" if tag else "<w:trPr><w:cantSplit/></w:trPr>"

    def moved(self, kind: Kind, name: str, lines: Sequence[str]) -> list[str]:
        """The paragraphs of one end of a move, inside of its range; ``name`` is that of both ends."""
        tag, number = _TAGS[kind], self.next_id()
        start = f'<w:{tag}RangeStart w:id="{number}" {self.stamp().partition(" ")[2]} w:name="{name}"/>'
        first, *rest = lines
        opened = first.replace("</w:pPr>", f"</w:pPr>{start}", 1)
        return [opened, *rest, f'<w:{tag}RangeEnd w:id="{number}"/>']

    def comment(self, text: str, kind: Kind = "equal") -> tuple[str, str]:
        """A comment: what stands before and behind the words that it is about, revised as they are."""
        number = len(self.comments)
        author = words(self.author)
        body = paragraph("CommentText", run(text))
        self.comments.append(f'<w:comment w:id="{number}" w:author="{author}" w:date="{self.date}">{body}</w:comment>')
        tag = _TAGS.get(kind)
        sign = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        if tag:
            sign = f"<w:{tag} {self.stamp(whole=True)}>{sign}</w:{tag}>"
        return f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>{sign}'


def _later(date: str) -> str:
    from datetime import datetime, timedelta

    return (datetime.fromisoformat(date) + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")


def author(name: str, channel: Channel) -> str:
    """Who made a revision of a kind: ``statutes-diff``, ``statutes-diff (typography)``."""
    if channel == "substantive":
        return name
    from statutes_diff.messages import _

    return translated(msg("{author} ({kind})", author=name, kind=_(CHANNELS[channel])))
