"""A changed alinéa as a person reads it: equal, deleted, inserted runs, long equal ones cut to the words around a change; or
both wordings whole.

The runs are for reading: the white space that rides with a word is moved out of a changed run, so that brackets and colours
hug the words. Whoever must rebuild a text takes the edits themselves.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from statutes_diff.language.tokens import is_content, tokens
from statutes_diff.language.typography import SPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from statutes_diff.model import Edit

CONTEXT = 8  # words kept on each side of a change
ELLIPSIS = "…"
_HIDDEN_AT_LEAST = 5  # words: an ellipsis in the place of fewer saves nothing
_DROPPED_AT_MOST = 3  # words
_BLANK = " " + SPACES
_NO_SPACE_BEFORE = re.compile(rf"[{_BLANK},.)]")
_AS_SPACE = str.maketrans(dict.fromkeys(SPACES, " "))
_SHOWN_SPACE = {" ": "␣", "\n": "⏎\n", "\t": "⇥"}


Whose: TypeAlias = Literal["", "old", "new", "between"]


class Segment(NamedTuple):
    """A run of one kind; ``elided`` stands for equal words left out. ``old`` and ``new`` are whole wordings, nothing in them
    marked. ``editorial``: a change of typography alone. ``side``, where it was asked for: the one version that has the white
    space of an equal run, or ``between`` for a space that only parts what went from what came."""

    kind: Literal["equal", "deleted", "inserted", "elided", "old", "new"]
    text: str
    editorial: bool = False
    side: Whose = ""


def segments(old: str, new: str, edits: Sequence[Edit], *, full: bool = False, sided: bool = False) -> list[Segment]:
    """The runs of a pair of texts, in reading order: what went stands before what came.

    ``sided`` keeps white space of one version apart: without what is not its own, each version reads as it stands.
    """
    runs = list(_joined(_runs(old, new, edits, _apart if sided else _changed)))
    return runs if full else list(_shortened(runs))


def whole(kind: Literal["equal", "deleted", "inserted"], text: str) -> list[Segment]:
    """An alinéa that came, went or stayed as a whole: one run, nothing left out."""
    return [Segment(kind, text.strip())]


def wordings(old: str, new: str) -> list[Segment]:
    """The old wording whole, then the new one; an empty one is left out."""
    return [segment for segment in (Segment("old", old.strip()), Segment("new", new.strip())) if segment.text]


def one_side(words: Sequence[Segment], other: Literal["deleted", "inserted"]) -> list[Segment]:
    """The runs of one version alone; where those of the other stood, no two spaces and no space before a stop are left."""
    found: list[Segment] = []
    left_out = False
    for run in words:
        if run.kind == other:
            left_out = True
            continue
        if found and left_out and found[-1].kind == "equal" and _NO_SPACE_BEFORE.match(run.text):
            found[-1] = found[-1]._replace(text=found[-1].text.rstrip(_BLANK))
        left_out = left_out and not run.text.strip(_BLANK)
        found.append(run)
    return found


def _runs(old: str, new: str, edits: Sequence[Edit], changed: Callable[[str, str, bool], Iterator[Segment]]) -> Iterator[Segment]:
    at = 0
    for edit in edits:
        yield Segment("equal", new[at : edit.new[0]])
        yield from changed(old[slice(*edit.old)], new[slice(*edit.new)], edit.channel == "editorial")
        at = edit.new[1]
    yield Segment("equal", new[at:])


def _changed(old: str, new: str, editorial: bool) -> Iterator[Segment]:
    """One edit: the words that went, the words that came, and the white space around them as equal text."""
    if old.translate(_AS_SPACE).split() == new.translate(_AS_SPACE).split():
        yield from _run("deleted", _spaces_shown(old), editorial)
        yield from _run("inserted", _spaces_shown(new), editorial)
        return
    end = _common_end(old, new)
    gone, come = old[: len(old) - end].strip(_BLANK), new[: len(new) - end].strip(_BLANK)
    outer = new or old
    yield Segment("equal", _leading(outer) or (_leading(old) if gone else ""))
    yield from _run("deleted", _breaks_shown(gone), editorial)
    if gone and come:
        yield Segment("equal", _trailing(old).replace("\n", " "))
    yield from _run("inserted", _breaks_shown(come), editorial)
    yield Segment("equal", outer[len(outer) - end :] if end else _trailing(outer))


def _apart(old: str, new: str, editorial: bool) -> Iterator[Segment]:
    """The same, white space of one version kept apart from that of both."""
    if old.translate(_AS_SPACE).split() == new.translate(_AS_SPACE).split():
        yield from _changed(old, new, editorial)
        return
    end = _common_end(old, new)
    before, gone, behind_gone = _trimmed(old[: len(old) - end])
    start, come, behind_come = _trimmed(new[: len(new) - end])
    shared = bool(gone and come) and not end and behind_gone == behind_come
    yield from _spaces(before, start)
    yield from _run("deleted", _breaks_shown(gone), editorial, "old")
    yield Segment("equal", behind_gone, side="between" if shared else "old")
    if gone and come and end:
        yield Segment("equal", _trailing(old[len(old) - end :]), side="between")
    yield from _run("inserted", _breaks_shown(come), editorial, "new")
    yield Segment("equal", behind_come, side="" if shared else "new")
    yield Segment("equal", old[len(old) - end :])


def _trimmed(text: str) -> tuple[str, str, str]:
    """The white space before words, the words, and the white space behind them."""
    words = text.strip(_BLANK)
    return (_leading(text), words, _trailing(text)) if words else (text, "", "")


def _spaces(old: str, new: str) -> Iterator[Segment]:
    """White space at one end of an edit: once where it is the same."""
    if old == new:
        yield Segment("equal", new)
    else:
        yield Segment("equal", old, side="old")
        yield Segment("equal", new, side="new")


def _run(kind: Literal["deleted", "inserted"], text: str, editorial: bool, side: Whose = "") -> Iterator[Segment]:
    """A changed run; the new line after a sign for a break at its end stands outside of its brackets."""
    yield Segment(kind, text.removesuffix("\n"), editorial)
    if text.endswith("\n"):
        yield Segment("equal", "\n", side=side)


def _common_end(old: str, new: str) -> int:
    """How many white-space characters both end with: the break after a changed cell or line did not change."""
    end = 0
    while end < min(len(old), len(new)) and old[-1 - end] == new[-1 - end] and new[-1 - end].isspace():
        end += 1
    return end


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip(_BLANK))]


def _trailing(text: str) -> str:
    return text[len(text.rstrip(_BLANK)) :]


def _spaces_shown(text: str) -> str:
    """Only white space changed: show it as signs, for nothing else would tell the two apart."""
    return "".join(_SHOWN_SPACE.get(c, "⍽" if c in SPACES else c) for c in text)


def _breaks_shown(text: str) -> str:
    """A break of alinéas that came or went is a sign and a new line."""
    return text.replace("\n", "⏎\n")


def _joined(runs: Iterator[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind as one run; empty ones dropped."""
    filled = (run for run in runs if run.text)
    for (kind, editorial, side), group in groupby(filled, key=lambda run: (run.kind, run.editorial, run.side)):
        yield Segment(kind, "".join([run.text for run in group]), editorial, side)


def _shortened(runs: list[Segment]) -> Iterator[Segment]:
    """Equal runs cut to the words beside a change; the words between two close changes stay."""
    for place, run in enumerate(runs):
        if run.kind != "equal":
            yield run
            continue
        before = CONTEXT if place else 0
        after = CONTEXT if place + 1 < len(runs) else 0
        yield from _cut(run.text, before, after)


def _cut(text: str, before: int, after: int) -> Iterator[Segment]:
    """Keep ``before`` words at the start and ``after`` at the end, when that leaves out enough to be worth it."""
    edges = _word_edges(text)
    hidden = len(edges) - 1 - before - after
    if hidden < _HIDDEN_AT_LEAST:
        yield Segment("equal", text)
        return
    first, last = edges[_sensible(text, edges, before)], edges[-1 - after]
    first = text.find("\n", 0, first) + 1 or first  # the words beside a change are those of its own line
    last = text.rfind("\n", last) + 1 or last
    head, tail = text[:first], text[last:]
    if head:
        yield Segment("equal", head)
    yield Segment("elided", _ellipsis(head, text[first:last], tail))
    if tail:
        yield Segment("equal", tail)


def _ellipsis(head: str, hidden: str, tail: str) -> str:
    """The sign for words left out, on each line where some are at the edge: an alinéa or a row stays on a line of its own."""
    before = " " * bool(head and not head[-1].isspace())
    after = " " * bool(tail and not tail[0].isspace())
    if "\n" not in hidden:
        return before + ELLIPSIS + after
    return f"{before}{ELLIPSIS}\n" if hidden.endswith("\n") else f"{before}{ELLIPSIS}\n{ELLIPSIS}{after}"


def _sensible(text: str, edges: list[int], kept: int) -> int:
    """A word or two fewer, when the last of the words kept would be an article or a preposition."""
    fewest = max(kept - _DROPPED_AT_MOST, min(kept, 1))
    while kept > fewest and not any(is_content(key) for key in tokens(text[edges[kept - 1] : edges[kept]]).keys):
        kept -= 1
    return kept


def _word_edges(text: str) -> list[int]:
    """Where a reader may be cut off: after white space, never inside a token such as ``L. 162-5``; the text's ends included."""
    starts = tokens(text).starts
    inner = [i for i in starts[1:-1] if text[i - 1].isspace()]
    return [0, *inner, len(text)]
