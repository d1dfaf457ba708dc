"""One alinéa under the grammar's eye: its lexemes, what was named before, and the small words between units."""

from __future__ import annotations

from statutes_diff.references.lexer import Lexemes
from statutes_diff.references.memory import Memory

INTRODUCING = frozenset({"au", "aux", "du", "des", "le", "les"})
"""The determiners that an item may stand behind."""

_ASIDE = frozenset({"ABOVE", "BELOW", "NAMED", "CHANGED"})


class Phrase:
    """What every rule of the grammar is given.

    ``excepts`` and ``possesses`` are told beforehand: whether it says "exception" or "exclusion", "son", "ses" or "leur"; few do.
    """

    __slots__ = ("_ends", "_kinds", "_starts", "_text", "excepts", "lex", "memory", "possesses")

    def __init__(self, lex: Lexemes, memory: Memory) -> None:
        self.lex, self.memory = lex, memory
        self._text, self._starts, self._ends, self._kinds, _values = lex  # asked for at every step
        text = lex.text
        self.excepts = "exc" in text
        self.possesses = " son " in text or " ses " in text or " leur" in text

    def kind(self, i: int) -> str:
        """The class of lexeme ``i``; before the text it is empty."""
        return self._kinds[i] if i >= 0 else ""

    def word(self, i: int) -> str:
        """Lexeme ``i`` as printed, in lower case."""
        return self._text[self._starts[i] : self._ends[i]].lower()

    def value(self, i: int) -> str:
        """The value of lexeme ``i`` as a word."""
        return str(self.lex.values[i])

    def number(self, i: int) -> int:
        """The value of an ordinal or cardinal; ``1er`` is 1, ``2°`` is 2."""
        value = self.lex.values[i]
        return value if isinstance(value, int) else int(value.removesuffix("°"))

    def span(self, i: int, after: int) -> tuple[int, int]:
        """The characters of lexemes ``i`` to ``after`` (excluded)."""
        return self.lex.starts[i], self.lex.ends[after - 1]

    def joined(self, i: int) -> int:
        """The lexeme behind a conjunction at ``i`` (",", "et", "ou", ", ainsi que"), or 0 when there is none."""
        after = i
        while after < i + 3 and self.kind(after) == "AND":
            after += 1
        if self.word(after) == "ainsi" and self.word(after + 1) in ("que", "qu'", "qu’"):
            after += 2
        return after if after > i else 0

    def determiner(self, i: int) -> tuple[int, str]:
        """The lexeme behind the determiners at ``i`` ("à la", "du", "de l'") and their family; family "" when there is none."""
        if self.kind(i) == "SAID":
            return i, self.value(i)
        if self.kind(i) != "DET":
            return i, ""
        behind = i + 1
        if self.value(i) != "the" and self.kind(behind) == "DET" and self.value(behind) == "the":
            behind += 1
        return behind, self.value(i)

    def family_before(self, i: int) -> str:
        """The family of the determiner before lexeme ``i``."""
        if self.kind(i) == "SAID":
            return self.value(i)
        if self.kind(i - 1) != "DET":
            return ""
        if self.value(i - 1) == "the" and self.kind(i - 2) == "DET":
            return self.value(i - 2)
        return self.value(i - 1)

    def introduced(self, i: int) -> bool:
        """True when an item may stand at ``i``: behind au, aux, du, des, le, les."""
        return self.kind(i - 1) == "DET" and self.word(i - 1) in INTRODUCING

    def plural_before(self, i: int) -> bool:
        """True behind aux, des, les."""
        return self.kind(i - 1) == "DET" and self.word(i - 1) in ("aux", "des", "les")

    def range_to(self, i: int) -> int:
        """The lexeme behind "à" or "au" at ``i``, or 0: the sign of a range between two numbers."""
        return i + 1 if self.kind(i) == "DET" and self.word(i) in ("à", "au") else 0

    def past_asides(self, i: int) -> int:
        """The lexeme behind "ci-dessus", "précité", "modifié", "et suivants", and the mark of a footnote, "(1)"."""
        while True:
            if self.kind(i) in _ASIDE:
                i += 1
            elif self.word(i) == "et" and self.word(i + 1) in ("suivants", "suivantes"):
                i += 2
            elif self.kind(i) == "OPEN" and self.kind(i + 1) == "NUMBER" and self.kind(i + 2) == "CLOSE":
                i += 3
            else:
                return i
