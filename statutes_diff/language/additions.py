"""A user's lexicon: the bodies of a file, checked against each other, against the table, and against what can be found.

What the file says holds: a name that is another body's in the table is from here on the body of the file, and that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.institutions import knowing, mentions
from statutes_diff.language.lexicon import Institution, LexiconError, is_link, path, rows
from statutes_diff.language.tokens import tokens
from statutes_diff.messages import msg
from statutes_diff.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Lexicon(NamedTuple):
    """The bodies of a file, and what was noticed on the way, by its line."""

    bodies: tuple[Institution, ...] = ()
    notes: tuple[Note, ...] = ()


def lexicon(text: str) -> Lexicon:
    """The lexicon that a file holds; see ``lexicon.py`` for how it is written.

    Raises:
        LexiconError: a row that cannot be read, a name that stands in two rows, a name or an example that is not found.
    """
    found = [(line, _bare(body)) for line, body in rows(text)]
    if not found:
        raise LexiconError(msg("holds no body: name the columns in the first line, then write one body a line"))
    _refuse_doubles(found)
    bodies = tuple(body for _, body in found)
    with knowing(bodies):
        for line, body in found:
            _refuse_unfindable(line, body)
    return Lexicon(bodies, tuple(note for line, body in found for note in _notes(line, body)))


def _bare(body: Institution) -> Institution:
    """The body with its names as the table has them: without the article in front."""
    return body._replace(
        name=_without_article(body.name),
        variants=tuple(map(_without_article, body.variants)),
        irregular=tuple(map(_without_article, body.irregular)),
    )


def _without_article(name: str) -> str:
    cut = tokens(name)
    first = next((i for i, key in enumerate(cut.keys) if not is_link(key)), 0)
    return name[cut.starts[first] :].strip()


def _called(body: Institution) -> tuple[str, ...]:
    """The names of a body, and its acronym where that is looked for."""
    return (*body.names, body.acronym) if body.acronym and not body.unsafe else body.names


def _refuse_doubles(found: Iterable[tuple[int, Institution]]) -> None:
    """Raises LexiconError for a name or an acronym that two rows have."""
    lines: dict[object, int] = {}
    for line, body in found:
        keys: dict[object, str] = {path(name): name for name in body.names}
        if body.acronym:
            keys[body.acronym] = body.acronym
        for key, words in keys.items():
            if lines.setdefault(key, line) != line:
                raise LexiconError(msg("“{words}” stands on line {line} too: keep it on one", words=words, line=lines[key]), line)


def _refuse_unfindable(line: int, body: Institution) -> None:
    """Raises LexiconError for words that would never be found in a text, and for an example that does not name the body."""
    for words in _called(body):
        found = any(_is(body, mention.institution) and mention.words == words for mention in mentions(f"la {words}"))
        if not found or not any(map(str.isalpha, words)):
            said = msg("“{words}” cannot be found in a text: write a name in words, an acronym in one word", words=words)
            raise LexiconError(said, line)
    if body.example and not any(_is(body, mention.institution) for mention in mentions(body.example)):
        raise LexiconError(msg("the example does not name the body: “{words}”", words=body.example), line)


def _is(body: Institution, found: Institution) -> bool:
    return path(body.name) == path(found.name)


def _notes(line: int, body: Institution) -> Iterator[Note]:
    """What the table says of the names of a row: another body's, or all of them known."""
    owners = {words: _owner(words) for words in _called(body)}
    if all(owner and _is(body, owner) for owner in owners.values()):
        yield Note(line, "known", msg("“{words}” is known already, with every name of this line", words=body.name))
    for words, owner in owners.items():
        if owner and not _is(body, owner):
            values = {"words": words, "other": owner.name, "body": body.name}
            yield Note(line, "taken", msg("“{words}” names {other} in the program's table, {body} here", **values))


def _owner(words: str) -> Institution | None:
    """The body of the table that has exactly this name."""
    return next((mention.institution for mention in mentions(words) if mention.words == words), None)
