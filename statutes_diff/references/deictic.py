"""Renvois by "présent", "même", "ledit", "cet": to what stands here or was named last."""

from __future__ import annotations

from statutes_diff.references.counted import HEADS
from statutes_diff.references.items import marker_at, rank_of
from statutes_diff.references.phrase import Phrase
from statutes_diff.references.pointers import Member, Pointer, Unit


def deictic(phrase: Phrase, i: int) -> Unit | None:
    """The unit that begins with a deictic at ``i``."""
    here = phrase.kind(i) == "HERE"
    head = i + 2 if phrase.kind(i + 1) == "SAME" else i + 1
    if phrase.kind(head) == "ARTICLE" and phrase.kind(head + 1) in ("LETTERED", "NUMBER"):
        return None  # "cet article L. 162-5" is named by its number
    found = _here(phrase, i, head) if here else _same(phrase, i, head)
    if not found:
        return None
    level, pointers = found
    start, end = phrase.span(i, head + 1)
    rank = rank_of(phrase, head) if level == "item" else phrase.kind(head)
    return Unit(level, rank, (Member(start, end, pointers),), head + 1, relative=True)


def _here(phrase: Phrase, i: int, head: int) -> tuple[str, tuple[Pointer, ...]] | None:
    """ "présent article", "présent alinéa", "présent I", "présent titre", "présent code", "présente loi"."""
    kind = phrase.kind(head)
    if kind == "ARTICLE":
        return "article", (Pointer(article_step=0),)
    if kind in ("ALINEA", "SENTENCE"):
        return "alinea", (Pointer(alinea_step=0),)
    if kind in ("CODE", "ACT"):
        pointer = Pointer(own=phrase.lex.words(i, head).lower())
        phrase.memory.name_text(phrase.value(head), pointer)
        return "text", (pointer,)
    if kind == "DIVISION":
        return "division", (Pointer(division=f"{phrase.word(head - 1)} {phrase.word(head)}"),)
    if rank_of(phrase, head):
        return "item", (Pointer(item=(marker_at(phrase, head),), article_step=0),)
    return None


def _same(phrase: Phrase, i: int, head: int) -> tuple[str, tuple[Pointer, ...]] | None:
    """ "même article", "ledit code", "ce même alinéa": what was named last under that word."""
    kind, memory = phrase.kind(head), phrase.memory
    if kind in ("CODE", "ACT"):
        return _same_text(phrase, i, head)
    if kind == "ARTICLE":
        if phrase.kind(i) in ("SAID", "THIS") and head == i + 1:
            return "article", memory.called_back(phrase.word(head).endswith("s"))
        return "article", memory.article(phrase.word(head).endswith("s"))
    if kind == "ALINEA":
        return "alinea", (memory.alinea or Pointer(alinea_step=0),)
    if kind == "SENTENCE":
        return ("sentence", (memory.sentence,)) if memory.sentence else None
    if kind == "DIVISION":
        return _same_division(phrase, i, head)
    if kind not in HEADS and rank_of(phrase, head) not in ("", "digit") and phrase.kind(i) != "THIS":
        return "item", (memory.item(marker_at(phrase, head)),)
    return None


def _same_text(phrase: Phrase, i: int, head: int) -> tuple[str, tuple[Pointer, ...]] | None:
    """The last text of that noun; "même code" without one keeps its words, "cette loi" without one is no renvoi."""
    noun = phrase.value(head).removesuffix("s") if phrase.kind(head) == "CODE" else phrase.value(head)
    known = phrase.memory.text(noun)
    if known is None and phrase.kind(i) == "THIS":
        return None
    return "text", (known or Pointer(text=phrase.lex.words(i, head)),)


def _same_division(phrase: Phrase, i: int, head: int) -> tuple[str, tuple[Pointer, ...]] | None:
    """ "même titre"; "à ce titre" means thereby."""
    known = phrase.memory.divisions.get(phrase.value(head))
    if known is None or phrase.kind(i) == "THIS" and phrase.word(i - 1) == "à":
        return None
    return "division", (known._replace(item=(), alinea=None, sentence=None),)
