"""The articles of a page: what the template needs of each, in the order of the comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statutes_diff.messages import _
from statutes_diff.reports._html.anchors import alinea_id
from statutes_diff.reports._html.tables import rows
from statutes_diff.reports._html.words import runs
from statutes_diff.reports._views.status import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statutes_diff.model import ArticlePair, Channel
    from statutes_diff.reports._html.cited import Renvois
    from statutes_diff.reports._html.tables import Row
    from statutes_diff.reports._html.words import Run
    from statutes_diff.reports._views.account import ArticleBlock
    from statutes_diff.reports._views.entries import Entry

LETTERS: dict[Channel, str] = {"substantive": "s", "reference": "r", "numbering": "n", "editorial": "e"}

# Heights in pixels that the style sheet knows (k0, k1, …): what a browser has not drawn yet keeps about its place.
_HEIGHTS = (100, 150, 220, 330, 480, 700, 1000, 1500, 2200, 3300, 5000, 8000)
_HEADING, _LABEL, _LINE, _LINE_LENGTH = 70, 40, 25, 95


@dataclass(frozen=True, slots=True)
class EntryView:
    """One alinéa: its id, its label and status, its runs of words (``rows`` of a table), its channels by their letters."""

    id: str
    label: str
    status: str
    reason: str
    runs: list[Run]
    channels: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article: its id, heading, outline and alinéas; ``height`` names the size it will have, about."""

    id: str
    title: str
    status: str
    word: str
    outline: tuple[str, ...]
    entries: list[EntryView]
    channels: str
    height: int


def articles(blocks: Iterable[ArticleBlock], renvois: Renvois) -> list[ArticleView]:
    """Every article that the report shows."""
    return [_article(block, renvois) for block in blocks]


def _article(block: ArticleBlock, renvois: Renvois) -> ArticleView:
    here = renvois.anchors.of(block.pair)
    entries = [_entry(entry, block.pair, here, renvois) for entry in block.entries]
    letters = "".join([entry.channels for entry in entries]) + _of_article(block.pair)
    return ArticleView(
        here, block.title, block.status, _(WORDS[block.pair.status]), block.outline, entries, _distinct(letters), _height(block)
    )


def _entry(entry: Entry, pair: ArticlePair, article: str, renvois: Renvois) -> EntryView:
    letters = _of_article(pair) + "".join([LETTERS[channel] for channel in entry.channels])
    texts = (entry.old.text if entry.old else "", entry.new.text if entry.new else "")
    words: list[Run] = []
    if entry.words:
        words = runs(entry.words, renvois.stretches("old", entry.old), renvois.stretches("new", entry.new), texts)
    here, table = alinea_id(article, entry), rows(words, texts) if _is_table(entry) else []
    return EntryView(here, entry.label, entry.status, entry.reason, words, _distinct(letters), table)


def _is_table(entry: Entry) -> bool:
    """True when all its words are those of a table, in each version that has them."""
    sides = [side for side in (entry.old, entry.new) if side]
    tables = [side.article.alineas[number - 1].table for side in sides for number in side.alineas]
    marked = all(segment.kind not in ("old", "new") for segment in entry.words)
    return bool(entry.words) and marked and all(tables) and all(len(side.alineas) == 1 for side in sides)


def _of_article(pair: ArticlePair) -> str:
    """A renumbered article is shown whole for its numbering (see ``_selection``)."""
    return LETTERS["numbering"] if pair.status in ("renumbered", "moved") else ""


def _distinct(letters: str) -> str:
    return "".join([letter for letter in LETTERS.values() if letter in letters])


def _height(block: ArticleBlock) -> int:
    """Which of the heights is nearest to what the article will take."""
    lengths = [sum(len(segment.text) for segment in entry.words) for entry in block.entries]
    asked = _HEADING + sum(_LABEL + _LINE * -(-length // _LINE_LENGTH) for length in lengths)
    return min(range(len(_HEIGHTS)), key=lambda at: abs(_HEIGHTS[at] - asked))
