"""Where renvois lead: every relative word turned into a number, every range into its articles, in the text at hand.

Outside the given text a target is named and not guessed; ``resolved`` tells whether every target stands in the text at hand.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from statutes_diff.language.patterns import late
from statutes_diff.model import Article, LocatedReference, Locus, Place, Reference, Statute, Target
from statutes_diff.references.grammar import readings
from statutes_diff.references.memory import Memory
from statutes_diff.references.outline import Outline, outline
from statutes_diff.references.pointers import EVERY_BEFORE, MOST_TARGETS, Pointer, Reading
from statutes_diff.references.rereading import reread
from statutes_diff.references.standing import DIVISION_HERE, span, standing
from statutes_diff.references.vocabulary import canonical

# A sentence ends at a stop before a capital, unless the stop is that of "L.", "art.", "n.", "p.".
_SENTENCE_END = late(r"(?<![ '’][A-Za-z])(?<!art)(?<!al)[.!?][»\" \u00a0\u202f]{1,4}(?=[A-ZÀ-Ý«])")


def located(statute: Statute, only: Container[str] | None = None) -> Iterator[LocatedReference]:
    """Every renvoi of a statute in document order; ``only``: of the articles of these numbers."""
    whole = outline(statute)
    for place in statute.places():
        if only is None or place.article.number in only:
            yield from located_in(whole, place)


def located_in(whole: Outline, place: Place, *, judged: bool = True) -> Iterator[LocatedReference]:
    """Every renvoi of one article; ``judged``: asks of each whether it is ``resolved``, for which the articles that it leads into
    must be read. Where two versions are read nobody asks, and an alinéa of both is known again."""
    memory = Memory()
    for index, alinea in enumerate(place.article.alineas, 1):
        memory.new_alinea(alinea.depth)
        for reading in readings(alinea.text, memory) if judged else reread(alinea.text, memory):
            yield _located(whole, place, index, reading, judged)


def _located(whole: Outline, place: Place, index: int, reading: Reading, judged: bool) -> LocatedReference:
    article = place.article
    most = MOST_TARGETS // len(reading.pointers)
    targets = tuple(t for pointer in reading.pointers for t in _targets(whole, place, index, pointer, most))
    words = article.alineas[index - 1].text[reading.start : reading.end]
    reference = Reference(reading.start, reading.end, words, reading.kind, targets)
    stands = judged and all(standing(whole, target) == "here" for target in targets)
    return LocatedReference(_locus(whole, article, index), reference, stands and not _astray(reading, targets))


def _astray(reading: Reading, targets: tuple[Target, ...]) -> bool:
    """True when a step leads out of the article: "précédent alinéa" in the first one."""
    return any(p.alinea_step is not None for p in reading.pointers) and any(t.alinea is None for t in targets)


def _locus(whole: Outline, article: Article, index: int) -> Locus:
    return Locus(article.number, index, whole.items(article).paths[index - 1])


def _targets(whole: Outline, place: Place, index: int, pointer: Pointer, most: int) -> Iterator[Target]:
    """The targets of one pointer: one for each article of a range (its ends when they are more than ``most``), each alinéa."""
    text = None if pointer.text and canonical(pointer.text) == whole.title else pointer.text
    for number in _numbers(whole, place.article, pointer, text, most):
        item = pointer.item
        here = text is None and number == place.article.number
        if item and here and pointer.article is None:
            item = whole.items(place.article).whole(index, item)
        implied = number is not None and pointer.article is None and pointer.article_step is None
        division = _division(place, pointer.division) or (_itself(pointer) if text is None and number is None else None)
        target = Target(text, number, pointer.alinea, item, pointer.sentence, division, implied)
        if pointer.alinea_step is not None:
            yield from _stepped(place.article, index, pointer.alinea_step, target)
        else:
            yield _counted(whole, target)


def _itself(pointer: Pointer) -> str | None:
    """The words for the statute itself where nothing of it is named: "présent code", or its own name."""
    return pointer.own or pointer.text


def _numbers(whole: Outline, article: Article, pointer: Pointer, text: str | None, most: int) -> tuple[str | None, ...]:
    if pointer.article is not None:
        if pointer.article_to is None:
            return (pointer.article,)
        inside = whole.between(pointer.article, pointer.article_to) if text is None else ()
        return (pointer.article, *(inside if len(inside) <= most else ()), pointer.article_to)
    if pointer.article_step is not None:
        return (whole.beside(article.number, pointer.article_step) if pointer.article_step else article.number,)
    part = pointer.alinea or pointer.item or pointer.sentence or pointer.alinea_step is not None
    return (article.number,) if part and text is None and not pointer.division and not pointer.own else (None,)


def _stepped(article: Article, index: int, step: int, target: Target) -> Iterator[Target]:
    """ "présent", "précédent" and "suivant" alinéa as numbers; outside the article there is none."""
    numbers: Iterable[int] = (index + max(step, -index),)
    if step == EVERY_BEFORE and index > 1:
        numbers = range(1, index) if index <= MOST_TARGETS else (1, index - 1)
    for number in numbers:
        yield target._replace(alinea=number if 1 <= number <= len(article.alineas) else None)


def _counted(whole: Outline, target: Target) -> Target:
    """ "dernier alinéa", "dernière phrase" as numbers from the front, where the article is at hand."""
    article = whole.article(target.article) if target.text is None else None
    if article is None:
        return target
    if target.alinea is not None and target.alinea < 0:
        first, last = span(whole, article, target.item) or (1, len(article.alineas))
        alinea = last - first + 2 + target.alinea
        target = target._replace(alinea=alinea) if alinea > 0 else target
    if target.sentence is not None and target.sentence < 0:
        sentence = _sentences(whole, article, target) + 1 + target.sentence
        target = target._replace(sentence=sentence) if sentence > 0 else target
    return target


def _sentences(whole: Outline, article: Article, target: Target) -> int:
    """How many sentences the target's alinéa has."""
    first, last = span(whole, article, target.item) or (1, len(article.alineas))
    at = first - 1 + (target.alinea or 1)
    if not 1 <= at <= last:
        return 0
    return len(_SENTENCE_END.findall(article.alineas[at - 1].text)) + 1


def _division(place: Place, words: str | None) -> str | None:
    """ "présent titre" as the title it stands in."""
    found = DIVISION_HERE.fullmatch(words) if words else None
    if words is None or found is None:
        return words
    kind = found[1].lower()
    around = [d for d in place.path if d.kind.lower() == kind and d.number]
    return f"{kind} {around[-1].number}" if around and words.startswith("présent") else words
