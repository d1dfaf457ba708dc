"""Words of force ("peut", "doit", "est tenu de", "ne peut", "ne peut … que") that took each other's place before the same verb.

What it finds: in alinéas that stand in both versions, "peut" where "doit" stood, "ne peut" for "peut", "est tenu de" for "peut",
"n'est pas tenu de" for "est tenu de"; and a verb in the indicative that became one of faculty or prohibition, or the reverse:
"est ordonnée", "peut être ordonnée". Each kind is named: faculty, obligation, prohibition, limited faculty ("ne peut … que"),
exemption, indicative. Tense and number are no change ("pourra", "peut", "peuvent"), nor are two wordings of one kind ("doit",
"est tenu de"). "doit être transmis" for "est transmis" is none either: in French drafting the indicative binds as well. The verb
must be the same on both sides, and the alinéa not be rewritten; else nothing is said.

Why it matters: one small word makes a duty of a choice.

Example: "Le préfet peut consulter la commission" becomes "Le préfet doit consulter la commission": faculty → obligation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.modality import governed, may_hold, modals, same_verb
from statutes_diff.language.patterns import late
from statutes_diff.language.phrases import holds
from statutes_diff.messages import N_, msg
from statutes_diff.model import Finding
from statutes_diff.rules._aligned import PARTICLE, gathered, met, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statutes_diff.language.modality import Force, Modal, Verb
    from statutes_diff.model import Locus, Span
    from statutes_diff.rules._aligned import Pair, Standing, View
    from statutes_diff.rules._changed import Changes

_SAID: dict[tuple[Force, Force], str] = {
    ("faculty", "obligation"): N_("faculty → obligation: “{old}” is replaced by “{new}”"),
    ("faculty", "prohibition"): N_("faculty → prohibition: “{old}” is replaced by “{new}”"),
    ("faculty", "limit"): N_("faculty → limited faculty: “{old}” is replaced by “{new}”"),
    ("faculty", "statement"): N_("faculty → indicative: “{old}” is replaced by “{new}”"),
    ("obligation", "faculty"): N_("obligation → faculty: “{old}” is replaced by “{new}”"),
    ("obligation", "prohibition"): N_("obligation → prohibition: “{old}” is replaced by “{new}”"),
    ("obligation", "exemption"): N_("obligation → exemption: “{old}” is replaced by “{new}”"),
    ("prohibition", "faculty"): N_("prohibition → faculty: “{old}” is replaced by “{new}”"),
    ("prohibition", "obligation"): N_("prohibition → obligation: “{old}” is replaced by “{new}”"),
    ("prohibition", "limit"): N_("prohibition → limited faculty: “{old}” is replaced by “{new}”"),
    ("prohibition", "statement"): N_("prohibition → indicative: “{old}” is replaced by “{new}”"),
    ("limit", "faculty"): N_("limited faculty → faculty: “{old}” is replaced by “{new}”"),
    ("limit", "prohibition"): N_("limited faculty → prohibition: “{old}” is replaced by “{new}”"),
    ("limit", "statement"): N_("limited faculty → indicative: “{old}” is replaced by “{new}”"),
    ("exemption", "obligation"): N_("exemption → obligation: “{old}” is replaced by “{new}”"),
    ("statement", "faculty"): N_("indicative → faculty: “{old}” is replaced by “{new}”"),
    ("statement", "prohibition"): N_("indicative → prohibition: “{old}” is replaced by “{new}”"),
    ("statement", "limit"): N_("indicative → limited faculty: “{old}” is replaced by “{new}”"),
}
_OTHERWISE = N_("words of force: “{old}” is replaced by “{new}”")

_PARTICLES = ("ne", "n'", "n’", "que", "qu'", "qu’")  # one of them alone makes another force
_NEAR = 60  # code points that an indicative, or a prohibition that governs no verb, may stand apart from what is across from it
_BE = late(r"(?<![\w'’])(?:est|sont|sera|seront|soit|soient)(?!\w)", re.IGNORECASE)
_NO_VERB_BEFORE = late(
    r"(?:\b(?:est|sont|sera|seront|être|été|les?|la|une?|des?|du|aux?|à|sur|sous|par|pour|sans|en|sa|son|ses|leurs?|cette|cet?|ces"
    r"|toute?|chaque|qui|dont|et|ou)\s|[ld]['’])$",
    re.IGNORECASE,
)
_FINITE = late(r"(?:e|(?<!an)t|d|a)$", re.IGNORECASE)
_WORD = late(r"[^\W\d_]{2,40}")
_CLAUSE = late(r"[^.;:\n]{0,60}")
_LAST_WORD = late(r"(\w{2,30})\W{1,2}$")
_NEXT_WORD = late(r"\W{1,2}(\w{1,30})")
_NE_BEFORE = late(r"(?<![\w'’])n(?:e|['’])\s?$", re.IGNORECASE)
_SUBORDINATE = late(r"(?<![\w'’])(?:lorsqu['’e]|s['’]il|si\s|quand\s|dès\sl|qui\s|qu['’e]|dont\s|où\s)", re.IGNORECASE)
_NOT = late(r"(?<![\w'’])n(?:e\s|['’])", re.IGNORECASE)


def find(changes: Changes) -> Iterator[Finding]:
    """Article by article; the same change in several places of one is one finding."""
    for article in standing(changes):
        yield from gathered(_in(article))


def _in(article: Standing) -> Iterator[Finding]:
    for pair in article.aligned:
        if may_hold(pair.words) or holds(pair.particles, _PARTICLES):
            places = pair.telling(_tells)
            olds, news = modals(pair.old.text, places[0]), modals(pair.new.text, places[1])
            for of_itself in (False, True):
                yield from _exchanged(pair, _like(olds, of_itself), _like(news, of_itself))


def _tells(piece: str) -> bool:
    """Words of force, or a particle put between words that stay."""
    return may_hold(piece) or (len(piece) <= PARTICLE and holds(piece, _PARTICLES))


def _like(found: Sequence[Modal], of_itself: bool) -> list[Modal]:
    return [modal for modal in found if modal.of_itself == of_itself]


def _exchanged(pair: Pair, olds: list[Modal], news: list[Modal]) -> Iterator[Finding]:
    """Words of force that have one of their like across; of those that have none, whether an indicative stands there."""
    origins = dict(met(pair.new, news, olds))
    for old, across in met(pair.old, olds, news):
        if not across:
            yield from _against_indicative(pair.old, old)
        elif len(across) == 1 and origins.get(across[0]) == [old]:
            yield from _replaced(pair, old, across[0])
    for new, across in origins.items():
        if not across:
            yield from _against_indicative(pair.new, new)


def _replaced(pair: Pair, old: Modal, new: Modal) -> Iterator[Finding]:
    if old.force != new.force and _in_one_place(pair, old, new):
        yield _finding(_Words.of(pair.old, old), _Words.of(pair.new, new))


def _in_one_place(pair: Pair, old: Modal, new: Modal) -> bool:
    """The two govern the same verb; those that govern none are close to what stayed."""
    if old.of_itself:
        return all(b - a <= _NEAR for spans in pair.old.spans_touching(old.start, old.end) for a, b in spans)
    verbs = governed(pair.old.text, old), governed(pair.new.text, new)
    return bool(verbs[0] and verbs[1] and same_verb(verbs[0].words, verbs[1].words))


class _Words(NamedTuple):
    """One side of a change of force."""

    words: str
    force: Force
    locus: Locus

    @classmethod
    def of(cls, view: View, modal: Modal) -> _Words:
        return cls(modal.words(view.text), modal.force, view.locus(modal.start))


def _against_indicative(view: View, modal: Modal) -> Iterator[Finding]:
    """The words of force and their verb, where across from them the verb stands in the indicative."""
    verb = None if modal.of_itself or modal.force in ("obligation", "exemption") else governed(view.text, modal)
    if not verb:
        return
    start, end = view.across(modal.start, verb.end)
    if end - start > verb.end - modal.start + _NEAR:
        return
    found = _indicative(view.other, start, end, verb)
    if not found or not _anchored(view, modal, verb, found):
        return
    edited = view.touching(modal.start, modal.end)
    if _subordinate(view.text, edited[0][0] if edited else 0, modal.start) != _subordinate(view.other, start, found[0]):
        return  # "lorsque l'exploitant apporte" commands nothing
    if modal.force != "faculty" and _NOT.search(view.other, found[0], found[1]):
        return  # "n'est pas admis" forbids as "ne peut être admis" does
    there = _Words(" ".join(view.other[found[0] : found[1]].split()), "statement", view.there.locus(found[0]))
    here = _Words(" ".join(view.text[modal.start : verb.end].split()), modal.force, view.locus(modal.start))
    yield _finding(there, here) if view.new else _finding(here, there)


def _anchored(view: View, modal: Modal, verb: Verb, found: Span) -> bool:
    """The verb itself stayed, or the word before or behind it: else the same verb may stand there by chance."""
    if not view.touching(verb.start, verb.end):
        return True
    here, there = view.text, view.other
    before = [_LAST_WORD.search(text, max(0, at - 30), at) for text, at in ((here, modal.start), (there, found[0]))]
    behind = [_NEXT_WORD.match(text, at, at + 30) for text, at in ((here, verb.end), (there, found[1]))]
    return any(one and two and one[1].lower() == two[1].lower() for one, two in (before, behind))


def _subordinate(text: str, start: int, end: int) -> bool:
    """Between ``start`` and ``end`` a subordinate clause begins."""
    return bool(_SUBORDINATE.search(text, start, end))


def _indicative(text: str, start: int, end: int, verb: Verb) -> Span | None:
    """Where the verb stands in the indicative, with its "ne"; between ``start`` and ``end``."""
    found = _passive(text, start, end, verb) if verb.passive else _active(text, start, end, verb)
    if not found:
        return None
    negated = _NE_BEFORE.search(text, max(0, found[0] - 12), found[0])
    return (negated.start() if negated else found[0]), found[1]


def _passive(text: str, start: int, end: int, verb: Verb) -> Span | None:
    """``est``, then the participle in the same clause."""
    for be in _BE.finditer(text, start, end):
        behind = _CLAUSE.match(text, be.end(), end)
        for word in _WORD.finditer(text, be.end(), behind.end() if behind else be.end()):
            if same_verb(word[0], verb.words):
                return be.start(), word.end()
    return None


def _active(text: str, start: int, end: int, verb: Verb) -> Span | None:
    """A finite form of the verb: no infinitive, no participle, and no noun of the same stem ("sur demande")."""
    for word in _WORD.finditer(text, start, end):
        finite = _FINITE.search(word[0]) and word[0].lower() != verb.words.lower() and same_verb(word[0], verb.words)
        if finite and not _NO_VERB_BEFORE.search(text, max(0, word.start() - 8), word.start()):
            return word.span()
    return None


def _finding(old: _Words, new: _Words) -> Finding:
    template = _SAID.get((old.force, new.force), _OTHERWISE)
    message = msg(template, old=old.words, new=new.words, old_force=old.force, new_force=new.force)
    return Finding("modality", "substantive", message, old.words, new.words, (old.locus,), (new.locus,))
