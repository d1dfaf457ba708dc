"""Whether years are an age: ``âgé de dix-huit ans``, ``les moins de 25 ans``, ``un mineur de quinze ans``, ``vingt ans révolus``.

Looked for in the words beside the number alone: ``les personnes âgées qui résident depuis dix ans`` have no age of ten.
"""

from __future__ import annotations

import re

from statutes_diff.language.patterns import late
from statutes_diff.language.quantities import number_value
from statutes_diff.language.typography import unaccented

_WORD = late(r"[^\W_]+")
_AFTER = late(r"s?[\s\u00a0](?:r[ée]volus?|accomplis?|d['’][âa]ge)(?!\w)", re.IGNORECASE)
_AGED = frozenset("age ages agee agees".split())
_PERSONS = frozenset(
    "enfant enfants mineur mineurs mineure mineures majeur majeurs majeure majeures jeune jeunes personne personnes gens homme "
    "hommes femme femmes garcon garcons fille filles pupille pupilles adulte adultes adolescent adolescents les".split()
)
# Between the age and its number, and between a person and the number: every other word ends the search.
_BESIDE_AGE = frozenset(
    "de d au a plus moins minimum maximum minimal maximal limite legal requis egal superieur inferieur compris comprise entre et "
    "ou est fixe fixee porte portee ramene abaisse jusqu l an ans respectivement la le reference tous".split()
)
_BESIDE_PERSON = frozenset("de d plus moins au".split())
_LOOK = 72  # code points
_MOST_WORDS = 10


def is_age(text: str, start: int, end: int) -> bool:
    """Whether the number of years at ``[start, end)``, the word "an" included, is an age."""
    return bool(_AFTER.match(text, end)) or _behind_age(text[max(0, start - _LOOK) : start])


def _behind_age(before: str) -> bool:
    """The words right before, read backwards to the first that says what the years are of."""
    clause = re.split(r"[.;:()\n]", before)[-1]
    words = [unaccented(word) for word in _WORD.findall(clause)][::-1][:_MOST_WORDS]
    person = True
    for place, word in enumerate(words):
        if word in _AGED:
            return True
        if person and place and word in _PERSONS:
            return word != "les" or words[place - 1] in ("plus", "moins")
        if number_value(word) is not None or (person and word in ("a", "et", "ou", "ans") and _is_number_next(words, place)):
            continue
        person = person and word in _BESIDE_PERSON
        if not person and word not in _BESIDE_AGE:
            return False
    return False


def _is_number_next(words: list[str], place: int) -> bool:
    """A word between two numbers: ``de seize à vingt-cinq ans``, ``de 16 ans à 25 ans``."""
    return any(number_value(word) is not None for word in words[place + 1 : place + 3])
