"""What "même", "ledit" and "cet" refer back to: the last text, article, alinéa, item and division that were named.

A memory lives as long as an article: "du même code" may stand alinéas after the name of the code.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from statutes_diff.references.pointers import MOST_TARGETS, Pointer, ends

State: TypeAlias = dict[str, Any]
HERE = Pointer(article_step=0)


class Memory:
    """The last things named, newest wins; codes and acts are told apart by their noun."""

    def __init__(self) -> None:
        self.texts: dict[str, Pointer] = {}
        self.articles: tuple[Pointer, ...] = ()
        self.numbered: dict[str, Pointer] = {}
        self.alinea: Pointer | None = None
        self.sentence: Pointer | None = None
        self.items: dict[str, Pointer] = {}
        self.divisions: dict[str, Pointer] = {}
        self.announced: Pointer | None = None
        self.called: tuple[Pointer, ...] = ()
        self.named_here = self.preposed = False
        self.depth = self.announced_at = 0

    def state(self) -> State:
        """All that is remembered now, to be compared and to be resumed."""
        return {name: value.copy() if isinstance(value, dict) else value for name, value in vars(self).items()}

    def resume(self, state: State) -> None:
        """Remember what was remembered then, and nothing else."""
        vars(self).update({name: value.copy() if isinstance(value, dict) else value for name, value in state.items()})

    def new_alinea(self, depth: int = 0) -> None:
        """Steps counted from one alinéa say nothing in the next; a text announced for items ends with its items."""
        self.alinea = _standing(self.alinea)
        self.sentence = None
        self.preposed = self.named_here = False
        if depth < self.depth:
            self.called = ()
        self.depth = depth
        if depth <= self.announced_at:
            self.announced = None

    def announce(self, text: Pointer) -> None:
        """ "2° Aux dispositions suivantes du code de la santé publique :": the items below are of that text."""
        self.announced, self.announced_at = text, self.depth

    def name_text(self, noun: str, pointer: Pointer) -> None:
        """A code or an act was named."""
        self.texts[noun] = pointer

    def remember(self, pointers: tuple[Pointer, ...]) -> None:
        """A renvoi was read in full."""
        last = pointers[-1]
        if last.article or last.article_step is not None:
            self.articles = tuple(dict.fromkeys(_article_of(pointer) for pointer in pointers))
            self.named_here = True
        if last.alinea is not None or last.alinea_step is not None:
            self.alinea = last._replace(sentence=None)
        if last.sentence is not None:
            self.sentence = last
        for pointer in pointers:
            if pointer.article and pointer.text:
                self.numbered[pointer.article] = pointer
            for depth, marker in enumerate(pointer.item, 1):
                self.items[marker] = pointer._replace(item=pointer.item[:depth], sentence=None, alinea=None, alinea_step=None)
        if last.division:
            self.divisions[last.division.split(" ")[0].lower()] = last._replace(article=None, article_to=None)

    def text(self, noun: str) -> Pointer | None:
        """The last text of that noun ("code", "loi")."""
        return self.texts.get(noun)

    def article(self, plural: bool) -> tuple[Pointer, ...]:
        """The last article named, or all of the last list (of a very long one its ends); the article itself when none was."""
        if not self.articles:
            return (HERE,)
        if not plural:
            return self.articles[-1:]
        return self.articles if len(self.articles) <= MOST_TARGETS else ends(self.articles)

    def called_back(self, plural: bool) -> tuple[Pointer, ...]:
        """What "ledit article" and "cet article" mean; where items of one list call an article back, all mean the same one.

        In "1° au 2° dudit article, sauf l'article L. 5 ; 2° au 3° dudit article" the second is not L. 5.
        """
        if self.called and not self.named_here:
            self.articles = self.called
        found = self.article(plural)
        if self.depth and not self.named_here:
            self.called = found
        return found

    def item(self, marker: str) -> Pointer:
        """The last item of that marker, wherever it stands; one of this article when none was named."""
        return self.items.get(marker, HERE._replace(item=(marker,)))


def _article_of(pointer: Pointer) -> Pointer:
    return Pointer(
        text=pointer.text,
        article=pointer.article,
        article_to=pointer.article_to,
        article_step=pointer.article_step,
        own=pointer.own,
    )


def _standing(pointer: Pointer | None) -> Pointer | None:
    return None if pointer is None or pointer.alinea_step is not None else pointer
