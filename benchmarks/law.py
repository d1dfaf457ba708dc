"""Texts to measure on: a code of any size in the manner of the law, the same on every run, in each dialect that matters."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

_SUBJECTS = ("Le préfet;Le maire;L'exploitant;Le titulaire de l'autorisation;L'agence de l'eau;Le conseil départemental").split(
    ";"
)
_VERBS = "transmet au ministre;délivre, après enquête publique,;fixe par arrêté;contrôle chaque année;publie au recueil".split(
    ";"
)
_OBJECTS = (
    "le registre des prélèvements;les conditions de l'autorisation;la liste des communes concernées;"
    "le montant de la redevance;les prescriptions applicables aux ouvrages existants"
).split(";")
_ENDS = (
    "dans un délai de deux mois;dans les conditions prévues à l'article L. {a}-{b};"
    "sous réserve des articles L. {a}-{b} et R. {b}-{a};"
    "lorsque le volume prélevé excède {a} 000 mètres cubes par an;à peine d'une amende de {b}00 euros"
).split(";")


def sentence(chance: random.Random) -> str:
    """One sentence of about twenty words."""
    end = chance.choice(_ENDS).format(a=chance.randint(1, 9) * 100 + chance.randint(1, 9), b=chance.randint(1, 90))
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_OBJECTS)} {end}"


def alineas(chance: random.Random) -> list[str]:
    """The alinéas of one article, now and then with a list of items."""
    found = [". ".join(sentence(chance) for _ in range(chance.randint(1, 4))) + "." for _ in range(chance.randint(1, 5))]
    if chance.random() < 0.3:
        found.append(f"{sentence(chance)} :")
        count = chance.randint(2, 6)
        found += [f"{n}° {sentence(chance)}{' ;' if n < count else '.'}" for n in range(1, count + 1)]
    return found


def articles(count: int, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Numbers and alinéas of ``count`` articles."""
    chance = random.Random(seed)
    for index in range(count):
        yield f"L{100 + index // 40}-{index % 40 + 1}", alineas(chance)


def bare_code(count: int, seed: int = 1) -> str:
    """A whole code with bare headings, an alinéa a paragraph."""
    lines = ["# Code de l'eau publique"]
    for index, (number, found) in enumerate(articles(count, seed)):
        if index % 40 == 0:
            lines.append(f"Chapitre {index // 40 + 1} : Des ouvrages de la catégorie {index // 40 + 1}")
        lines += [f"Article {number}", *found]
    return "\n\n".join(lines) + "\n"


def html_code(count: int, seed: int = 1) -> str:
    """The same as Légifrance-style HTML in Markdown, with official links."""
    lines = []
    for number, found in articles(count, seed):
        link = f"<a href='/codes/{number}' title='Code de l&#39;eau publique - art. {number} (V)'>{number}</a>"
        lines.append(f"# Article {number}\n\n" + "".join(f"<p>{alinea} {link}</p>" for alinea in found))
    return "\n\n".join(lines) + "\n"


def folder(root: Path, count: int, seed: int = 1, changed: frozenset[int] = frozenset()) -> None:
    """One article a file, in folders of chapters; the articles at ``changed`` get another sentence."""
    for index, (number, found) in enumerate(articles(count, seed)):
        path = root / f"Chapitre {index // 40 + 1}" / f"Article {number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        extra = ["Cette disposition est d'ordre public."] if index in changed else []
        path.write_text(f"# Article {number}\n\n" + "\n\n".join(found + extra) + "\n", encoding="utf-8")


def versions(count: int, rounds: int, seed: int = 1) -> Iterator[str]:
    """A code with bare headings, then the same after each of some rounds of amendments (``amended``)."""
    return map(_printed, amended(count, rounds, seed))


def amended(count: int, rounds: int, seed: int = 1) -> Iterator[list[tuple[str, list[str]]]]:
    """Numbers and alinéas of a code, then those after each of some rounds of amendments.

    A round touches one article in fifteen: other words, one more alinéa or one less; and it repeals a few articles, inserts a
    few, gives a few another number.
    """
    chance = random.Random(seed + 1)
    held = list(articles(count, seed))
    yield held
    for turn in range(1, rounds + 1):
        held = [kept for number, found in held for kept in _amended(chance, turn, number, found)]
        yield held


def _amended(chance: random.Random, turn: int, number: str, found: list[str]) -> Iterator[tuple[str, list[str]]]:
    """An article after one round, with the one that is inserted behind it, if any."""
    fate = chance.random()
    if fate < 0.006:
        return
    if fate < 0.012:
        yield f"{number}-{turn}", alineas(chance)
    if fate < 0.02:
        number = f"{number}-0{turn}"
    elif fate < 0.03:
        found = [*found, f"{sentence(chance)}."]
    elif fate < 0.04:
        found = found[:-1] or found
    elif fate < 0.07:
        at = chance.randrange(len(found))
        words = found[at].split(" ")
        first = chance.randrange(len(words))
        words[first : first + chance.randint(1, 6)] = sentence(chance).split(" ")[: chance.randint(1, 6)]
        found = [*found[:at], " ".join(words), *found[at + 1 :]]
    yield number, found


def _printed(held: list[tuple[str, list[str]]]) -> str:
    lines = ["# Code de l'eau publique"]
    for number, found in held:
        lines += [f"Article {number}", *found]
    return "\n\n".join(lines) + "\n"
