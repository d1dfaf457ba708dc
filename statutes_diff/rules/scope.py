"""Words that narrow, widen or condition a provision, put in, struck or replaced by themselves.

What it finds: in alinéas that stand in both versions, an exception ("sauf", "à l'exception de"), a reservation ("sous réserve
de", "sans préjudice de"), a derogation ("par dérogation à", "nonobstant"), a condition ("à condition que", "le cas échéant"), a
limit ("dans la limite de", "exclusivement", "à titre exceptionnel"), "notamment", "y compris" or a sanction ("à peine de
nullité") that was inserted or struck with its clause, or that stands where another kind stood; "au plus" for "au moins"; a
negation ("ne … pas", "ne … plus") or a restriction ("ne … que") put around a verb that stays, or taken from it; "ou" for "et".
Words that come with a whole new sentence, or inside a passage that is replaced, are not listed: the sentence is the news. Those
of "peut" and "doit" are told by the rule modality, numbers behind "au moins" by the rules of figures.

Why it matters: the rule stays and its reach is another.

Example: "Les agents sont affiliés au régime" becomes "Les agents, à l'exception des vacataires, sont affiliés au régime".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.modality import may_hold as may_hold_force
from statutes_diff.language.patterns import late
from statutes_diff.language.phrases import holds
from statutes_diff.language.scope import may_negate, may_qualify, negations, qualifiers
from statutes_diff.messages import N_, msg
from statutes_diff.model import Finding
from statutes_diff.rules._aligned import gathered, shortened, standing, trimmed, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.language.scope import Negation, Qualifier
    from statutes_diff.model import Span
    from statutes_diff.rules._aligned import Pair, View
    from statutes_diff.rules._changed import Changes

_INSERTED = {
    "exception": N_("exception inserted: “{new}”"),
    "reservation": N_("reservation inserted: “{new}”"),
    "derogation": N_("derogation inserted: “{new}”"),
    "condition": N_("condition inserted: “{new}”"),
    "limit": N_("limit inserted: “{new}”"),
    "opening": N_("words that leave a list open, inserted: “{new}”"),
    "inclusion": N_("inclusion inserted: “{new}”"),
    "sanction": N_("sanction inserted: “{new}”"),
    "negation": N_("negation inserted: “{new}”"),
    "restriction": N_("restriction inserted: “{new}”"),
}
_REMOVED = {
    "exception": N_("exception removed: “{old}”"),
    "reservation": N_("reservation removed: “{old}”"),
    "derogation": N_("derogation removed: “{old}”"),
    "condition": N_("condition removed: “{old}”"),
    "limit": N_("limit removed: “{old}”"),
    "opening": N_("words that leave a list open, removed: “{old}”"),
    "inclusion": N_("inclusion removed: “{old}”"),
    "sanction": N_("sanction removed: “{old}”"),
    "negation": N_("negation removed: “{old}”"),
    "restriction": N_("restriction removed: “{old}”"),
}
_REPLACED = N_("words of scope: “{old}” is replaced by “{new}”")
_AND_OR = N_("“and” and “or”: “{old}” is replaced by “{new}”")

_BOUNDS = {"floor", "ceiling"}  # told where one took the other's place; what is bounded is told by the rules of figures
_SHORT = 40  # code points: a longer passage that was replaced is no word replaced by itself
_LEADING = late(r"(?:[\s,;(–-]|(?:et|ou|mais|toutefois)\s)*", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[^.;:,\n]|,(?=\d))*")
_TRAILING = re.compile(r"[\s,]+(?:et|ou|mais)?$")
_WORD = re.compile(r"\d+,\d+|\w+")
_BEFORE, _BEHIND = re.compile(r"\S+\s*"), re.compile(r"[\s,;:]*\S+")  # a word with what parts it from a conjunction
_SENTENCE_END = late(r"[.;:]\s*$")
_ANY_END = late(r"[.;:](?:\s|$)|\n")
_CLAUSE_WORDS = 4  # spaces in the words of a clause that cannot well stand twice by chance
_CONJUNCTION = 12  # code points of the longest one, with its spaces
_CONJUNCTIONS = {"et": "and", "ainsi que": "and", "ou": "or", "ou bien": "or", "et/ou": "and/or", "et ou": "and/or"}


class _Event(NamedTuple):
    """Words of scope that came (``old`` empty), went (``new`` empty) or were replaced, with their places in the pair's texts;
    -1 where they have none."""

    pair: Pair
    group: str
    old: str
    new: str
    at_old: int = -1
    at_new: int = -1


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article; the same change in several places of one is one finding."""
    for article in standing(changes):
        events = [event for pair in article.aligned for event in _events(pair)]
        yield from gathered(map(_finding, _settled(events))) if events else ()


def _events(pair: Pair) -> Iterator[_Event]:
    if may_qualify(pair.words):
        yield from _qualified(pair)
    if may_negate(pair.words):
        yield from _negated(pair)
    if holds(pair.particles, ("et", "ou", "ainsi")):
        yield from _conjunctions(pair)


def _settled(events: list[_Event]) -> Iterator[_Event]:
    """Without words that only changed their place in the article."""
    came = Counter(_moved(event) for event in events if not event.old)
    both = came & Counter(_moved(event) for event in events if not event.new)
    return (event for event in events if (event.old and event.new) or not both[_moved(event)])


def _moved(event: _Event) -> tuple[str, str, int]:
    """What tells that words struck here were put there: a clause in its article, a word alone in its alinéa."""
    words = (event.old or event.new).lower()
    return event.group, words, 0 if words.count(" ") >= _CLAUSE_WORDS else id(event.pair)


def _qualified(pair: Pair) -> Iterator[_Event]:
    """Edit by edit: the words of scope that open what was struck, and what was put there."""
    places = pair.telling(may_qualify)
    olds, news = qualifiers(pair.old.text, places[0]), qualifiers(pair.new.text, places[1])
    for edit in pair.edits:
        before, after = within(olds, edit.old), within(news, edit.new)
        if edit.channel == "substantive" and (before or after):
            old_span, new_span = trimmed(pair.old.text, edit.old, pair.new.text, edit.new)
            old = _Opening(pair.old, edit.old, old_span, before)
            new = _Opening(pair.new, edit.new, new_span, after)
            yield from _compared(pair, old, new)


class _Opening:
    """One side of an edit, without the words that both sides begin or end with: the words of scope that open it."""

    def __init__(self, view: View, edited: Span, span: Span, found: Sequence[Qualifier]) -> None:
        self.view, self.edited, self.span = view, edited, span
        self.groups = {qualifier.group for qualifier in found}
        start = leading.end() if (leading := _LEADING.match(view.text, *span)) else span[0]
        self.first = next((q for q in found if q.start <= start < q.end), None) if start < span[1] else None

    @property
    def words(self) -> str:
        """All that stands here."""
        return shortened(self.view.text[slice(*self.span)])

    @property
    def clause(self) -> str:
        """The words of scope and what follows them here."""
        start = self.first.start if self.first else self.span[0]
        return shortened(_TRAILING.sub("", self.view.text[start : self.span[1]]))

    def aside(self, other: str) -> str:
        """The clause up to a comma behind which the other side's beginning stands ("Sous réserve du g, de 5 %": "De 4 %")."""
        clause, _, rest = self.clause.partition(",")
        follows, begins = _WORD.search(rest), _WORD.search(other)
        return clause if follows and begins and follows[0].lower() == begins[0].lower() else ""

    @property
    def is_sentence(self) -> bool:
        """It holds a whole sentence, or an item: then the sentence is the news."""
        text, (start, end) = self.view.text, self.edited
        begins = _SENTENCE_END.search(text, max(0, start - 8), start) or not text[:start].strip()
        inside = text[start:end]
        return bool(begins and (_ANY_END.search(inside) or text[end : end + 1] in ".;:\n"))


def _compared(pair: Pair, old: _Opening, new: _Opening) -> Iterator[_Event]:
    """One kind for another, or one that came or went; what stands on both sides of the edit is kept."""
    before, after = old.first, new.first
    if before and after:
        words = pair.old.text[before.start : before.end], pair.new.text[after.start : after.end]
        bounds = (before.group in _BOUNDS) + (after.group in _BOUNDS)
        if before.group not in new.groups and after.group not in old.groups and bounds != 1:
            yield _Event(pair, "replaced", *words, before.start, after.start)
    elif after and after.group not in _BOUNDS | old.groups and not new.is_sentence:
        yield from _one_sided(pair, new, old)
    elif before and before.group not in _BOUNDS | new.groups and not old.is_sentence:
        yield from _one_sided(pair, old, new)


def _one_sided(pair: Pair, here: _Opening, there: _Opening) -> Iterator[_Event]:
    """Words of scope that nothing like them stands across from."""
    group, at = (here.first.group, here.first.start) if here.first else ("", 0)
    clause = here.aside(there.words) if there.words else here.clause
    if clause and _is_moved(clause, here.view):
        return
    if clause:
        yield _Event(pair, group, "", clause, -1, at) if here.view.new else _Event(pair, group, clause, "", at)
    elif max(len(here.words), len(there.words)) <= _SHORT:
        old, new = (there, here) if here.view.new else (here, there)
        yield _Event(pair, "replaced", old.words, new.words, old.span[0], new.span[0])


def _is_moved(clause: str, view: View) -> bool:
    """A clause of several words that stands in the other text as often: it has another place there."""
    words = clause.lower().removesuffix(" …")
    return words.count(" ") >= _CLAUSE_WORDS and view.other_line.count(words) >= view.line.count(words)


def _negated(pair: Pair) -> Iterator[_Event]:
    """A negation put around words that stay, or taken from them: what follows stays too."""
    for view in (pair.old, pair.new):
        for negation in negations(view.text):
            edits = view.touching(negation.start, negation.end)
            if edits and edits[0][0] >= negation.start - 1 and not may_hold_force(negation.words.lower()):
                at = _bare(view, negation)
                if at >= 0:
                    yield _negation(pair, view, negation, at)


def _negation(pair: Pair, view: View, negation: Negation, at: int) -> _Event:
    group = "restriction" if negation.only else "negation"
    words = " ".join([view.text[negation.start : negation.end], *_following(view.text, negation.end)])
    if view.new:
        return _Event(pair, group, "", words, at, negation.start)
    return _Event(pair, group, words, "", negation.start, at)


def _bare(view: View, negation: Negation) -> int:
    """Where the words of a negation and those that follow stand without it in the other text; -1 when they do not."""
    start, end = view.across(negation.start, negation.end)
    text = view.other
    if end - start > len(negation.words) + _SHORT or may_negate(text[start:end]):
        return -1
    found = re.search(rf"(?<!\w){re.escape(negation.words)}(?!\w)", text[start:end], re.IGNORECASE)
    if not found or _following(text, start + found.end()) != _following(view.text, negation.end):
        return -1
    return start + found.start()


def _following(text: str, at: int) -> list[str]:
    """The next two words of the clause, in small letters."""
    clause = _CLAUSE.match(text, at, at + 60)
    return _WORD.findall(clause[0].lower() if clause else "")[:2]


def _conjunctions(pair: Pair) -> Iterator[_Event]:
    """``ou`` for ``et``, and nothing else, quoted with the words around it."""
    for edit in pair.edits:
        if edit.op == "replace" and edit.old[1] - edit.old[0] <= _CONJUNCTION and edit.new[1] - edit.new[0] <= _CONJUNCTION:
            old, new = (_conjunction(view.text, span) for view, span in ((pair.old, edit.old), (pair.new, edit.new)))
            if old and new and old != new:
                words = _around(pair.old.text, edit.old), _around(pair.new.text, edit.new)
                yield _Event(pair, "conjunction", *words, edit.old[0], edit.new[0])


def _conjunction(text: str, span: Span) -> str:
    return _CONJUNCTIONS.get(" ".join(text[slice(*span)].strip(" ,\u00a0").lower().split()), "")


def _around(text: str, span: Span) -> str:
    """Words of the text with the two before and behind them, as they stand."""
    before = _BEFORE.findall(text[max(0, span[0] - 40) : span[0]].rpartition("\n")[2])
    after = _BEHIND.findall(text[span[1] : span[1] + 40].partition("\n")[0])
    return " ".join("".join([*before[-2:], text[slice(*span)], *after[:2]]).split()).strip(" ,;.")


def _finding(event: _Event) -> Finding:
    if event.group == "conjunction":
        template = _AND_OR
    elif event.group == "replaced":
        template = _REPLACED
    else:
        template = _REMOVED[event.group] if event.old else _INSERTED[event.group]
    message = msg(
        template, **{side: words for side, words in (("old", event.old), ("new", event.new)) if words}, kind=event.group
    )
    where_old = (event.pair.old.locus(event.at_old),) if event.at_old >= 0 else ()
    where_new = (event.pair.new.locus(event.at_new),) if event.at_new >= 0 else ()
    return Finding("scope", "substantive", message, event.old or None, event.new or None, where_old, where_new)
