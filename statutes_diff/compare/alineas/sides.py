"""One alinéa with what it is compared by, and how alike two of them are."""

from __future__ import annotations

from bisect import bisect_left

from statutes_diff.compare.letters import kept, letter
from statutes_diff.language.markers import markers
from statutes_diff.language.tokens import Known, is_content, tokens
from statutes_diff.language.typography import folded, unaccented
from statutes_diff.model import Alinea

__all__ = ["ALIKE", "FEW", "Side", "alike", "kept", "same_marker"]

# The letters of tokens: of those with a meaning, without accents (capitals often lack them), small; and of all.
_content = Known(lambda key: letter(unaccented(key)) if is_content(key) else "")
_every = Known(lambda key: letter(unaccented(key)))
ALIKE = 0.42  # two alinéas are one from this likeness on
FEW = 2  # words with a meaning: no more than these are told apart by all their words


class Side:
    """One alinéa of one version; what it is compared by is made when first asked for.

    Plain slots, not cached properties: there are tens of thousands of these, and those lock.
    """

    __slots__ = ("_body", "_content", "_words", "alinea", "number")

    def __init__(self, number: int, alinea: Alinea) -> None:
        self.number = number
        self.alinea = alinea
        self._body: str | None = None
        self._content = ""
        self._words: str | None = None

    def _at(self) -> int:
        """Where the words behind the marker start; a table has none."""
        return 0 if self.alinea.table else markers(self.alinea.text)[1]

    @property
    def body(self) -> str:
        """The folded text without its marker: equal bodies are the same alinéa, whatever its number."""
        if self._body is None:
            self._body = " ".join(folded(self.alinea.text[self._at() :]).split())
        return self._body

    @property
    def content(self) -> str:
        """The words with a meaning behind the marker, a letter each (``letters``)."""
        return self._content if self._words is not None else self._cut()[0]

    @property
    def words(self) -> str:
        """The words that an alinéa is compared by: those with a meaning, all of them where there are few."""
        return self._words if self._words is not None else self._cut()[1]

    @property
    def every(self) -> str:
        """All words behind the marker."""
        return "".join(map(_every.__getitem__, self._keys()))

    def _keys(self) -> list[str]:
        cut = tokens(self.alinea.text)
        return cut.keys[bisect_left(cut.starts, self._at(), 0, len(cut)) :]

    def _cut(self) -> tuple[str, str]:
        keys = self._keys()
        self._content = "".join(map(_content.__getitem__, keys))
        self._words = self._content if len(self._content) > FEW else "".join(map(_every.__getitem__, keys))
        return self._content, self._words


def alike(common: int, old: int, new: int) -> float:
    """Likeness from 0 to 1 of two texts of ``old`` and ``new`` words that keep ``common`` of them: the share of a length that
    leans to the shorter text, so that an alinéa that grew stays itself."""
    short, long = (old, new) if old < new else (new, old)
    return common / (0.75 * short + 0.25 * long) if short else 0.0


def same_marker(old: Side, new: Side) -> bool:
    """True when both stand under the same marker; a dash says nothing."""
    return old.alinea.marker not in (None, "-") and old.alinea.marker == new.alinea.marker
