"""Substitutions that recur: the edits whose words are the same once what both sides share is trimmed, without any list.

An edit as it is shown is a group of words that a reader takes in at once: "le président du tribunal de grande instance" may have
become "le président du tribunal judiciaire". So what both sides begin and end with is trimmed, unit by unit; what recurs is then
given back the words before it that it always has ("tribunal"), so that a substitution is told in words that mean something.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statutes_diff.language.tokens import bare_tokens
from statutes_diff.rules._changed import MANY_ARTICLES
from statutes_diff.rules._units import Stems, has_meaning, places_of, stems, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statutes_diff.model import Edit, Span
    from statutes_diff.rules._changed import ChangedAlineas, Changes, Side

LEAST_PLACES = 4  # with fewer it is a change in some places, which these tell by themselves
_LONGEST = 200  # code points of one side of an edit that may be a substitution
_MOST_UNITS = 10  # of one side, what precedes it always included
_BEFORE = 80  # code points in which the word before is looked for
_ALWAYS = 0.9  # of the places that must have the same word before them
_LEAST_STEM = 3  # letters that two forms of one word share
_ENDINGS = frozenset(("", "e", "t", "nt", "ent", "vent", "a", "ont", "it", "ne", "le", "te", "f", "ve", "x", "se"))
Key: TypeAlias = tuple[Stems, Stems]


class Exchanged(NamedTuple):
    """Words of one edit that other words took the place of, trimmed: their units and their ranges in the texts."""

    alineas: ChangedAlineas
    edit: Edit
    key: Key
    old: Span
    new: Span

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two sides of the alinéas.

        Raises:
            ValueError: never: an exchange has both.
        """
        if not (self.alineas.old and self.alineas.new):
            raise ValueError("words exchanged with nothing")
        return self.alineas.old, self.alineas.new

    @property
    def words(self) -> tuple[str, str]:
        """The words of both sides on one line."""
        old, new = self.sides
        return " ".join(old.text[slice(*self.old)].split()), " ".join(new.text[slice(*self.new)].split())


def replacing(changes: Changes) -> Iterator[tuple[ChangedAlineas, Side, Side, Edit]]:
    """The edits of substance that put words in the place of others, in alinéas whose words were edited one by one."""
    for article in changes.articles:
        for alineas in article.alineas:
            if alineas.edits and alineas.old and alineas.new and not alineas.note:
                for edit in alineas.edits:
                    if edit.op == "replace" and edit.channel == "substantive":
                        yield alineas, alineas.old, alineas.new, edit


def recurring(changes: Changes) -> list[list[Exchanged]]:
    """The substitutions that were made at enough places, the most frequent first."""
    groups: dict[Key, list[tuple[ChangedAlineas, Edit]]] = {}
    for alineas, old, new, edit in replacing(changes):
        if edit.old[1] - edit.old[0] <= _LONGEST and edit.new[1] - edit.new[0] <= _LONGEST:
            key = _core(stems(old.text[slice(*edit.old)]), stems(new.text[slice(*edit.new)]))
            if key:
                groups.setdefault(key, []).append((alineas, edit))
    many = ([_exchanged(key, *place) for place in group] for key, group in groups.items() if len(group) >= LEAST_PLACES)
    named = (_with_end(group) for group in many if not _is_converted(*group[0].words))
    wide = (wider for group in named for wider in _with_context(group) if is_many(wider))
    return sorted(wide, key=len, reverse=True)


def _exchanged(key: Key, alineas: ChangedAlineas, edit: Edit) -> Exchanged:
    """An edit with the ranges of its core."""
    found = Exchanged(alineas, edit, key, edit.old, edit.new)
    (old, new), sides = found.sides, []
    for side, span, core in ((old, edit.old, key[0]), (new, edit.new, key[1])):
        held = units(side.text[slice(*span)])
        at = next(places_of(core, held.stems))
        sides.append((span[0] + held.spans[at][0], span[0] + held.spans[at + len(core) - 1][1]))
    return found._replace(old=sides[0], new=sides[1])


def is_many(group: Iterable[Exchanged]) -> bool:
    """True when the places are enough, in enough articles."""
    found = list(group)
    return len(found) >= LEAST_PLACES and len({one.sides[1].article.number for one in found}) >= MANY_ARTICLES


def _core(old: Stems, new: Stems) -> Key | None:
    """What is left of an edit without the units that both sides begin and end with; None when that is no substitution."""
    old, new = _bare(old), _bare(new)
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    end = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    key = old[start : len(old) - end], new[start : len(new) - end]
    if not all(0 < len(found) <= _MOST_UNITS and any(map(has_meaning, found)) for found in key) or _agrees(*key):
        return None
    return key


def _bare(found: Stems) -> Stems:
    """The units without the punctuation that they begin and end with."""
    start, end = 0, len(found)
    while start < end and not found[start][0].isalnum():
        start += 1
    while start < end and not found[end - 1][0].isalnum():
        end -= 1
    return found[start:end]


def _agrees(old: Stems, new: Stems) -> bool:
    """One word in another gender or number: "versé" for "versée", "peut" for "peuvent"."""
    if len(old) > 1 or len(new) > 1:
        return False
    (one,), (other,) = old, new
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= _LEAST_STEM and {one[same:], other[same:]} <= _ENDINGS


def _is_converted(old: str, new: str) -> bool:
    """A sum in francs that became one in euros: the rule amount tells all of these together."""
    if not any(c.isdecimal() for c in old):
        return False
    from statutes_diff.language.money import amounts

    units_of = [{figure.unit for figure in amounts(words, 0, len(words))} for words in (old, new)]
    return "FRF" in units_of[0] and "EUR" in units_of[1]


def _with_end(group: list[Exchanged]) -> list[Exchanged]:
    """The group with the words behind it that the edits hold on both sides, where they are always the same: a name is not cut in
    its middle because its end stays ("Agence nationale de sécurité du médicament et des produits de santé")."""
    while True:
        longer = [_longer(one) for one in group]
        if len({one.key for one in longer}) > 1 or longer[0].key == group[0].key or max(map(len, longer[0].key)) > _MOST_UNITS:
            return group
        group = longer


def _longer(one: Exchanged) -> Exchanged:
    """An exchange with the word behind it, where its edit has that on both sides."""
    (old, new), edit = one.sides, one.edit
    behind = [units(side.text[span[1] : end]) for side, span, end in ((old, one.old, edit.old[1]), (new, one.new, edit.new[1]))]
    words = {found.stems[0] if found.stems else "" for found in behind}
    word = words.pop()
    if words or not word or not word[0].isalnum():
        return one
    ends = [span[1] + found.spans[0][1] for span, found in zip((one.old, one.new), behind, strict=True)]
    key = (*one.key[0], word), (*one.key[1], word)
    return one._replace(key=key, old=(one.old[0], ends[0]), new=(one.new[0], ends[1]))


def _with_context(group: list[Exchanged]) -> Iterator[list[Exchanged]]:
    """The group with the word before it where it always has the same; one word alone, with each that it often belongs to.

    "général → départemental" says little, and "général" stands everywhere: "conseil général → conseil départemental" is meant.
    But "accord du préfet" and "avis du préfet" are places of "préfet".
    """
    by_word: dict[str, list[tuple[Exchanged, Exchanged]]] = {}
    for one in group:
        if wider := _wider(one):
            by_word.setdefault(wider.key[0][0], []).append((one, wider))
    always = next((word for word, same in by_word.items() if len(same) >= _ALWAYS * len(group)), "")
    single = len(group[0].key[0]) == 1
    words = [always] if always else [word for word, same in by_word.items() if single and _belongs(same)]
    for word in words:
        yield from _with_context([wider for _, wider in by_word[word]])
    told = {id(one) for word in words for one, _ in by_word[word]}
    if rest := [one for one in group if id(one) not in told]:
        yield from _with_context(rest) if always else [rest]


def _belongs(same: list[tuple[Exchanged, Exchanged]]) -> bool:
    """Enough places where the word before is of one piece with the words: nothing stands between, or the edit holds it too."""
    bound = (wider.old[0] >= one.edit.old[0] or _is_adjacent(wider, one) for one, wider in same)
    return sum(bound) >= LEAST_PLACES


def _is_adjacent(wider: Exchanged, one: Exchanged) -> bool:
    return len(bare_tokens(one.sides[0].text[wider.old[0] : one.old[0]])) == 1


def _wider(one: Exchanged) -> Exchanged | None:
    """An exchange with the word before it; None where the sides do not share one that means something."""
    (old_word, old_start), (new_word, new_start) = (
        _before(side.text, span[0]) for side, span in zip(one.sides, (one.old, one.new), strict=True)
    )
    if not old_word or old_word != new_word or max(map(len, one.key)) >= _MOST_UNITS:
        return None
    key = (old_word, *one.key[0]), (new_word, *one.key[1])
    return one._replace(key=key, old=(old_start, one.old[1]), new=(new_start, one.new[1]))


def _before(text: str, at: int) -> tuple[str, int]:
    """The unit before an offset and where it begins, where at most a "de" with its article stands between; else empty."""
    start = max(0, at - _BEFORE)
    start = text.find(" ", start, at) + 1 or at if start else 0
    found = units(text[start:at])
    if not found.stems or not found.stems[-1].isalpha() or not has_meaning(found.stems[-1]):
        return "", at
    first, last = found.spans[-1]
    between = text[start + last : at]
    if "\n" in between or between.strip()[:1].lower() not in ("", "d"):
        return "", at
    return found.stems[-1], start + first


def forms(group: Iterable[Exchanged]) -> list[tuple[str, str, int]]:
    """The pairs of words of a group, the most frequent first; case at the beginning alone is no other form."""
    counted = Counter(one.words for one in group)
    return [(old, new, n) for (old, new), n in counted.most_common()]
