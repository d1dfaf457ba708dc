"""Places in a statute and the words that point to them."""

from typing import Literal, NamedTuple, TypeAlias

from statutes_diff.model.messages import Message

Standing: TypeAlias = Literal["here", "another-text", "no-article", "no-alinea", "no-item", "no-division", "unknown"]
"""What stands where a target leads: it is in the text at hand; it is of another text; the text at hand has no such article,
alinéa, item or division; the words do not say where (a place in quoted words, "précédent alinéa" in the first one)."""


class Target(NamedTuple):
    """What a renvoi points to.

    ``text``: the code's or act's name as printed, None for the statute itself. ``alinea`` and ``sentence`` count
    from 1, or from the end when negative and the target is not at hand. ``item``: bare markers from the outside in.
    ``division``: words of a division, of the statute itself ("présent code"), or, in the ledger, a plural that
    names many alinéas at once ("alinéas précédents"). A range past a documented limit gives its two ends.
    ``implied``: the words name no article ("au précédent alinéa"); ``article`` is the one that they stand in.
    """

    text: str | None = None
    article: str | None = None
    alinea: int | None = None
    item: tuple[str, ...] = ()
    sentence: int | None = None
    division: str | None = None
    implied: bool = False


class Reference(NamedTuple):
    """A renvoi: the narrowest words that name a target, with the targets they name, inside one alinéa's text."""

    start: int
    end: int
    text: str
    kind: str
    targets: tuple[Target, ...]


class Locus(NamedTuple):
    """Where something stands: an article's key, an alinéa's number from 1 (0: the whole article), its enclosing markers."""

    article: str
    alinea: int = 0
    item: tuple[str, ...] = ()


class LocatedReference(NamedTuple):
    """A renvoi with the alinéa it stands in; ``resolved``: every target stands in the text at hand.

    What a survey of a statute adds: ``standings`` and, when asked for, ``excerpts`` (first words of what a target points to, ""
    where it is not at hand), one for each target; ``quoted``: the words stand in quotation marks; ``note``: an official link
    over them says something else.
    """

    locus: Locus
    reference: Reference
    resolved: bool
    standings: tuple[Standing, ...] = ()
    excerpts: tuple[str, ...] = ()
    quoted: bool = False
    note: Message | None = None
