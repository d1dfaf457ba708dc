"""An article's history in a reader's words, before any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.numbers import article_printed
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._views.labels import source_name
from statutes_diff.reports._views.status import CHANNELS, article_status

if TYPE_CHECKING:
    from statutes_diff.model import Channel, Place
    from statutes_diff.model.history import History, Step

ID = 7  # characters of a commit's id


def title(found: History) -> str:
    """Which article it is."""
    return translated(msg("Article {number}", number=article_printed(found.article.number)))


def facts(found: History) -> tuple[str, ...]:
    """Where it stands, in which commit, and how many versions it has had."""
    versions = translated(plural("{n} version", "{n} versions", len(found.steps)))
    place = translated(msg("{file} in commit {id}", file=found.article.file, id=found.tip[:ID]))
    return (versions, source_name(place))


def change(step: Step) -> str:
    """What a commit did to the article: ``renumbered (L. 183-1 → L. 184-1) · 1 alinéa modified · substance``."""
    pair = step.pair
    words = [article_status(pair)]
    if pair.old and pair.new and pair.status == "renumbered":
        words.append(f"{article_printed(pair.old.article.number)} → {article_printed(pair.new.article.number)}")
    if step.reused:
        words.append(_("the number bore another text before"))
    if pair.old and pair.new and _folder(pair.old) != _folder(pair.new):
        words.append(translated(msg("before in {file}", file=_folder(pair.old) or pair.old.article.file)))
    words += [_(CHANNELS[channel]) for channel in channels(step)]
    words += [translated(msg("words from {number}", number=number)) for number in donors(step)]
    return " · ".join(words)


def _folder(place: Place) -> str:
    """Where the file of an article lies; the number tells the rest."""
    return place.article.file.rpartition("/")[0]


def channels(step: Step) -> list[Channel]:
    """The kinds of change in the text of the article, in a fixed order; none for one that came."""
    if step.pair.old is None:
        return []
    found = {edit.channel for inner in step.pair.alineas for edit in inner.edits}
    if any(not (inner.old and inner.new) for inner in step.pair.alineas):
        found.add("substantive")
    return [channel for channel in CHANNELS if channel in found]


def donors(step: Step) -> list[str]:
    """The articles that words came from, as they were numbered then."""
    return list(dict.fromkeys(article_printed(passage.old.article.number) for passage in step.passages))


def notes(found: History) -> list[str]:
    """What a reader must know of the history."""
    return [translated(note) for note in found.notes]
