"""Penalties as a text prints them: ``puni de deux ans d'emprisonnement et de 30 000 euros d'amende``.

A penalty is a row of parts that "et", "ou" and commas join: a prison term, a fine, the class of a petty offence, a renvoi behind
"puni" ("des peines prévues à l'article 441-1"), community service, the words "peines complémentaires". "amende" alone, as in "la
notification de l'amende", is no penalty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from statutes_diff.language.patterns import GAP, late
from statutes_diff.language.phrases import holds, joined
from statutes_diff.language.quantities import NUMBER, number_value
from statutes_diff.language.typography import folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

# Remarks of consolidators ("[*montant*]", "(1)") are read as white space, and "d' une" as "d'une".
_GAP = rf"{GAP}++"
_D = rf"d['’]{GAP}*+"
# Numbers roughly, for speed: what is found is read with care afterwards. A number in words takes the space behind it along.
_WORDS = (
    r"(?:(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante"
    rf"|soixante|cents?|mille|millions?)(?:[-‐‑]|{_GAP}(?:et{_GAP})?)){{1,7}}"
)
_FIGURES = rf"\d(?:[\d.]|{GAP}(?=\d)){{0,14}}(?:,\d{{1,2}})?{GAP}*+"
_NUMBER = rf"(?:{_FIGURES}|{_WORDS})"
_TIME = rf"{_NUMBER}(?:ans?|années?|mois|semaines?|jours?|heures?)(?!\w)"
_SUM = rf"{_NUMBER}(?:€|(?:{_D})?(?:euros?|francs?|ff?)(?!\w))"
_OF = rf"(?:de{_GAP}|{_D})"
# A word before "classe" may be a misprint of one of the five: "cinqième", "quatriéme".
_CLASS = (
    rf"(?:(?:première|deuxième|troisième|quatrième|cinquième|[1-5](?:re|[eèé](?:re|me)?|°))(?![\w°])(?:{_GAP}class?es?(?!\w))?"
    rf"|[^\W\d_]{{5,11}}(?={_GAP}classe(?!\w)){_GAP}classe)"
)
_NUMBERED = rf"(?:(?:lo|[lrda])\.?{GAP}?\*{{0,2}}{GAP}?)?\d{{1,5}}(?:-\d{{1,4}}){{0,5}}"
_STAY = rf"(?:emprisonnement|prison|(?:réclusion|détention)(?:{_GAP}criminelle)?)"

# Every one in small letters.
_PART = late(
    rf"""
    (?<![\w,/-])(?:
      (?P<prison>
        (?:au{_GAP}moins{_GAP})? {_TIME} {_GAP} (?:(?:à{_GAP}{_TIME}|au{_GAP}plus|au{_GAP}moins){_GAP})? {_OF}{_STAY}(?!\w)
      | (?:réclusion|détention){_GAP}(?:criminelle{_GAP})?à{_GAP}perpétuité
      | (?:une?{_GAP}peine{_GAP}{_D})? (?:emprisonnement|réclusion{_GAP}criminelle){_GAP}(?:sera{_GAP}|est{_GAP})?{_OF}
        {_TIME}(?:{_GAP}(?:(?:à|et|ou)|au{_GAP}moins,?(?:{_GAP}et)?(?:{_GAP}de)?){_GAP}{_TIME})?(?:{_GAP}au{_GAP}(?:plus|moins))?
      )
    | (?P<fine>
        {_SUM} {_GAP} (?:(?:à{_GAP}{_SUM}|au{_GAP}plus|au{_GAP}moins){_GAP})? {_OF}amende(?!\w)
      | (?:une{_GAP})?amende{_GAP}(?:prévue{_GAP}(?:pour|par)|encourue{_GAP}pour|applicable{_GAP}aux|des|de){_GAP}(?:les{_GAP})?
        (?:contraventions?{_GAP})?(?:de{_GAP})?(?:la{_GAP})?{_CLASS}
      | (?:une{_GAP})?amende(?:{_GAP}\w{{4,16}})? {_GAP}
        (?:sera{_GAP}|est{_GAP}|fixée{_GAP}à{_GAP}|pouvant{_GAP}aller{_GAP}jusqu['’]à{_GAP})?
        (?:{_D}un{_GAP}montant{_GAP}(?:maximum{_GAP}|maximal{_GAP})?)? (?:{_OF})?
        (?:dont{_GAP}le{_GAP}montant{_GAP}(?:maxim\w{{2}}{_GAP})?(?:ne{_GAP}peut{_GAP}\w{{4,9}}{_GAP}|est{_GAP}(?:de{_GAP}|fixé{_GAP}à{_GAP})))?
        (?:{_FIGURES}(?:(?:€|euros?|francs?|ff?){_GAP}(?:au{_GAP}moins,?{_GAP})?)?(?:(?:à|et){_GAP})?)?{_SUM}
        (?:{_GAP}au{_GAP}(?:plus|moins))?
      )
    | (?P<class> contraventions?{_GAP}de{_GAP}(?:la{_GAP})?{_CLASS} )
    | (?P<renvoi>
        (?:peines?|amende|sanctions?){_GAP}(?:prévues?|édictées?|portées?|énoncées?|mentionnées?|fixées?|encourues?|applicables?){_GAP}
        (?:à|aux?|par|pour){_GAP}
        (?: les{_GAP}contraventions{_GAP}de{_GAP}(?:la{_GAP})?{_CLASS}
          | [^.;:,\n]{{0,80}}?{_NUMBERED}(?:°?{_GAP}(?:du{_GAP}[ivx]{{1,6}}|de{_GAP}l['’]article{_GAP}{_NUMBERED}))?
          | [^.;:,\n]{{0,50}}?(?:alinéas?|articles?)
          | [^.;:,\n]{{1,50}}?(?={_GAP}(?:l[ea]{_GAP}|les{_GAP}|toute?{_GAP}|lorsqu|s['i])|[.;:,\n]|$) ) (?![\w-])
      )
    | (?P<service> travail{_GAP}{_D}intérêt{_GAP}général )
    | (?P<more> peines?{_GAP}complémentaires?(?:{_GAP}(?:d|suiv)(?:[^.;:,\n]|\.(?=\s?\d)){{0,90}})?(?!\w) )
    | (?P<times> portée?s?{_GAP}au{_GAP}(?:double|triple|quintuple|décuple) )
    | (?P<either>
        l['’]une{_GAP}(?:quelconque{_GAP})?(?:ou{_GAP}l['’]autre{_GAP})?de{_GAP}ces{_GAP}(?:deux{_GAP})?peines(?:{_GAP}seulement)?
      )
    )
    """,
    re.VERBOSE,
)
_HEAD = late(
    rf"(?<!\w)(?:puni(?:e?s?|t|ssent)|passibles?|encour(?:t|ent|ue?s?)|condamnée?s?){_GAP}(?:(?:également|aussi){_GAP})?(?:à{_GAP})?"
    rf"(?:de{_GAP}|{_D}|des{_GAP}|du{_GAP}|par{_GAP})?(?:la{_GAP}|les{_GAP}|l['’]|une?{_GAP}|comme{_GAP})?(?:peine{_GAP}{_OF})?$"
)
_RAISED = late(r"(?<!\w)(?:portée?s?|peines?|punie?s?|condamn\w{1,6}|encour\w{1,3}|sera|est)(?!\w)[^.;:]{0,24}$")
_LINK = late(
    r"(?:[\s,]|[dl]['’]|(?:et|ou|de|des|du|à|soit|outre|ainsi|que|la|les?|une?|peine|également|dont|montant|peut"
    r"|être|sera|seront|punie?s?|par)(?!\w))*"
)
_SIGNS = ("emprisonnement", "amende", "peine", "réclusion", "détention", "contravention", "intérêt général", " prison")
_SIGN = late("|".join(_SIGNS))
_BEFORE, _AFTER, _MOST_LINK = 120, 120, 60  # code points around a telling word, and between two parts
_VALUE = late(rf"(?<![\w.,]){NUMBER}", re.VERBOSE)
_TIMES = late(rf"(?<![\w.,])(?P<number>{NUMBER})\s*(?P<unit>an|année|mois|semaine|jour|heure)s?(?!\w)", re.VERBOSE)
_STAYS = late(r"emprisonnement|réclusion|détention|perpétuité")
_ORDINALS = {"1": "première", "2": "deuxième", "3": "troisième", "4": "quatrième", "5": "cinquième"}
_ORDINAL = late(r"([1-5])(?:re|[eèé](?:re|me)?|°)(?![\w°])|(?<!\w)([^\W\d_]{5,11})$")
_CLASSED = late(rf"{_GAP}class?es?$")
_REMARK = late(r"\[\*[^\[\]\n]{1,90}\*\]|\(\d{1,2}\)")


class Penalty(NamedTuple):
    """A penalty at ``[start, end)``; ``parts`` is what it is compared by: the kind of each part with its words, numbers as
    values. ``amounts`` are the sums of its fines, which the words of its parts leave out. ``imposed``: "puni de" or
    the like stands before it, or it has more than a prison term, which may be a mere measure ("n'excède pas cinq ans")."""

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]
    amounts: tuple[str, ...] = ()
    imposed: bool = True

    @property
    def key(self) -> str:
        """Equal for penalties that say the same."""
        return f"{self.parts} {self.amounts}"


def penalties(text: str) -> tuple[Penalty, ...]:
    """Every penalty in a text, in order; linear in the text."""
    if not may_punish(text):
        return ()
    small = _REMARK.sub(lambda remark: " " * len(remark[0]), text.lower())
    return tuple(_rows(small, list(_parts(small)))) if len(small) == len(text) else ()


def may_punish(text: str) -> bool:
    """True when a text may hold a penalty: a quick look, for which the capital of a first word is no matter."""
    return holds(text, _SIGNS) or text.startswith(("Emprisonnement", "Amende"))


def _parts(text: str) -> Iterator[re.Match[str]]:
    """The parts near a telling word."""
    for start, end in joined((sign.span() for sign in _SIGN.finditer(text)), len(text), _BEFORE, _AFTER):
        yield from _PART.finditer(text, start, end)


def _rows(text: str, parts: list[re.Match[str]]) -> Iterator[Penalty]:
    """Parts that links alone separate are one penalty."""
    row: list[re.Match[str]] = []
    for part in parts:
        if row and not _linked(text, row[-1].end(), part.start()):
            yield from _penalty(text, row)
            row = []
        row.append(part)
    yield from _penalty(text, row) if row else ()


def _linked(text: str, start: int, end: int) -> bool:
    return len(" ".join(text[start : min(end, start + 400)].split())) <= _MOST_LINK and bool(_LINK.fullmatch(text, start, end))


def _penalty(text: str, row: list[re.Match[str]]) -> Iterator[Penalty]:
    """The row as a penalty, with its "puni de"; nothing when it only names penalties."""
    head = _HEAD.search(text, max(0, row[0].start() - 40), row[0].start())
    kinds = {part.lastgroup for part in row}
    if kinds & {"prison", "fine", "more"} or (head and kinds & {"class", "renvoi", "service"}):
        values = [_value(part) for part in row]
        start = head.start() if head else row[0].start()
        imposed = bool(kinds != {"prison"} or head or _RAISED.search(text, max(0, start - 40), start))
        yield Penalty(
            start, row[-1].end(), tuple(part for part, _ in values), tuple(s for _, sums in values for s in sums), imposed
        )


def _value(part: re.Match[str]) -> tuple[tuple[str, str], tuple[str, ...]]:
    """What a part is compared by, and its sums."""
    kind = part.lastgroup or ""
    words = folded(part[0])
    if kind == "prison":
        times = [f"{number_value(found['number']):g} {found['unit'].rstrip('s')}" for found in _TIMES.finditer(words)]
        least = ["least"] if "moins" in words else []
        return (kind, " ".join([*_STAYS.findall(words), *times, *least])), ()
    if kind == "fine" and "class" not in words and "contravention" not in words:
        return (kind, "sum"), tuple(f"{number_value(found[0]):.10g}" for found in _VALUE.finditer(words) if found[0] != "une")
    if kind == "more":
        return (kind, " ".join(word.rstrip("s") for word in words.split() if not word.startswith("suiv"))), ()
    return (kind, " ".join(_ORDINAL.sub(_ordinal, _CLASSED.sub("", words)).split())), ()


def _ordinal(found: re.Match[str]) -> str:
    """The class of a petty offence as its word, whichever way it is written or misprinted."""
    if found[1]:
        return _ORDINALS[found[1]]
    named = unaccented(found[2])
    return next((word for word in _ORDINALS.values() if _misprints(named, unaccented(word))), found[0])


def _misprints(word: str, other: str) -> bool:
    """True when one letter too few, too many, another one or two in turn are all that differs."""
    first = next((i for i, both in enumerate(zip(word, other, strict=False)) if both[0] != both[1]), min(len(word), len(other)))
    one, two = word[first:], other[first:]
    return one[1:] == two[1:] or one[1:] == two or one == two[1:] or (one[1::-1] == two[:2] and one[2:] == two[2:])
