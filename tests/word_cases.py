"""Versions of a small law of our own for the Word report, and what must be read of it when all is rejected or accepted."""

from __future__ import annotations

import random

from statutes_diff import api
from statutes_diff.language.numbers import article_printed
from statutes_diff.model import Account, Alinea, Article, Statute
from statutes_diff.reports import View, load
from statutes_diff.reports._docx.markup import shown
from tests.word_reader import Articles

TABLE = "Tranche\tTaux\tPlafond\nPremière\t5,5 %\t45 000 €\nDeuxième\t10 %\t60 000 €"


def alinea(text: str) -> Alinea:
    """A table where there is a tab."""
    return Alinea(text, None, 0, 1, table="\t" in text)


def statute(*articles: tuple[str, list[str]]) -> Statute:
    children = tuple(Article(number, number, tuple(map(alinea, texts))) for number, texts in articles)
    return Statute("Code des essais", "essai.md", "consolidated", "utf-8", children)


def account(old: Statute, new: Statute) -> Account:
    return api.compare(old, new)


def one(old: list[str], new: list[str]) -> Account:
    """One article in two versions."""
    return account(statute(("L1-1", old)), statute(("L1-1", new)))


def written(of: Account, view: View | None = None) -> bytes:
    data = load("docx").compare(of, view or View())
    assert isinstance(data, bytes)
    return data


def expected(of: Account) -> tuple[Articles, Articles]:
    """The articles that changed, in the order of the report, with all of their old alinéas and with all of their new ones."""
    found: tuple[Articles, Articles] = ([], [])
    for pair in of.comparison.articles:
        if pair.status not in ("unchanged", "not-covered"):
            for side, place in zip(found, (pair.old, pair.new), strict=True):
                if place:
                    texts = [shown(alinea.text) for alinea in place.article.alineas]
                    side.append((f"Article {article_printed(place.article.number)}", texts))
    return found


LONG = (
    "Le directeur de la caisse primaire fixe le montant de la pénalité dans un délai de deux mois à compter de la notification."
)
NEXT = "La personne intéressée peut présenter des observations écrites ou orales devant la commission de recours amiable."
LAST = "Un décret en Conseil d'Etat détermine les modalités d'application du présent article et les sanctions encourues."

CASES: dict[str, tuple[list[str], list[str]]] = {
    "words": ([LONG, NEXT], [LONG.replace("deux mois", "un mois"), NEXT]),
    "typography": ([LONG, NEXT.replace(" ou ", "  ou ")], [LONG, NEXT]),
    "an alinéa inserted": ([LONG, LAST], [LONG, NEXT, LAST]),
    "the first inserted": ([LAST], [LONG, LAST]),
    "the last inserted": ([LONG], [LONG, LAST]),
    "an alinéa removed": ([LONG, NEXT, LAST], [LONG, LAST]),
    "words at the end, then an alinéa": ([LONG, LAST], [LONG + " Elle est motivée.", NEXT, LAST]),
    "a split": ([f"{LONG} {NEXT}", LAST], [LONG, NEXT, LAST]),
    "a merge": ([LONG, NEXT, LAST], [f"{LONG} {NEXT}", LAST]),
    "a move": ([LONG, NEXT, LAST], [LAST, LONG, NEXT]),
    "a move with changes": ([LONG, NEXT, LAST], [LAST.replace("Conseil d'Etat", "conseil des ministres"), LONG, NEXT]),
    "moves side by side": (
        [f"1° {LONG}", f"2° {NEXT}", f"3° {LAST}", "La loi ne dispose que pour l'avenir.", "Elle n'a point d'effet rétroactif."],
        ["La loi ne dispose que pour l'avenir.", "Elle n'a point d'effet rétroactif.", f"2° {LONG}", f"3° {NEXT}", f"4° {LAST}"],
    ),
    "a rewrite": ([LONG, "Ces dispositions cessent de produire effet.", LAST], [LONG, NEXT, LAST]),
    "a table": ([LONG, TABLE, LAST], [LONG, TABLE.replace("5,5 %", "6 %"), LAST]),
    "a row": ([LONG, TABLE, LAST], [LONG, TABLE + "\nTroisième\t20 %\t90 000 €", LAST]),
    "a row gone": ([LONG, TABLE, LAST], [LONG, TABLE.replace("\nPremière\t5,5 %\t45 000 €", ""), LAST]),
    "a column": ([LONG, TABLE], [LONG, TABLE.replace("\tTaux", "").replace("\t5,5 %", "").replace("\t10 %", "")]),
    "a table inserted at the end": ([LONG], [LONG, TABLE]),
    "a table removed before a table": ([TABLE.replace("Taux", "Part"), LONG, "a\tb"], [LONG, TABLE, "a\tb"]),
    "a table removed at the start": ([TABLE, LONG], [LONG]),
    "a table becomes words": ([LONG, "Première\t5,5 %"], [LONG, "Première : 5,5 %"]),
    "empty cells": ([LONG, "a\t\nb\tc"], [LONG, "a\td\n\tc"]),
    "markup": ([f'{LONG} <b>&amp;</b> "x"'], [f"{LONG} <i>&lt;</i> 'y' ]]>"]),
    "unsafe characters": ([f"{LONG} \x0b\u202eb\ufffe\U0001f600"], [f"{LONG} \x1b[31m\u200bc"]),
    "spaces": ([f"{LONG}  deux\u00a0espaces\u202f!"], [f" {LONG} trois\u2009espaces ! "]),
}


_WORDS = "le la caisse directeur fixe décret arrêté délai deux mois article L. 162-5 II. 3° ; , & < é \u00a0 …".split(" ")


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(1, 14))).strip() or "x"


def _table(chance: random.Random) -> str:
    columns = chance.randint(2, 4)
    rows = [
        [_sentence(chance) if chance.random() < 0.85 else "" for _column in range(columns)]
        for _row in range(chance.randint(1, 4))
    ]
    return "\n".join(map("\t".join, rows))


def _some(chance: random.Random) -> str:
    return _table(chance) if chance.random() < 0.2 else chance.choice(["", "", "1° ", "a) ", "II. - "]) + _sentence(chance)


def _changed(chance: random.Random, old: list[str]) -> list[str]:
    new = list(old)
    for _step in range(chance.randint(1, 6)):
        at, what = chance.randrange(len(new)), chance.choice("change join cut strike insert move".split())
        if what == "change":
            new[at] = new[at].replace(chance.choice(_WORDS), chance.choice(_WORDS)) + chance.choice(["", " fin"])
        elif what == "join" and at + 1 < len(new):
            new[at : at + 2] = [f"{new[at]} {new[at + 1]}"]
        elif what == "cut" and " " in new[at].strip():
            new[at : at + 1] = new[at].strip().split(" ", 1)
        elif what == "strike" and len(new) > 1:
            del new[at]
        elif what == "insert":
            new.insert(at, _some(chance))
        elif what == "move":
            new.insert(chance.randrange(len(new)), new.pop(at))
    return new


def chance_account(seed: int) -> Account:
    """Fourteen articles changed at random; some go, come, change their number, or give an alinéa to another."""
    chance = random.Random(seed)
    old = [(f"L{number}", [_some(chance) for _alinea in range(chance.randint(1, 8))]) for number in range(1, 15)]
    new = [(number, _changed(chance, alineas)) for number, alineas in old]
    new[chance.randrange(len(new))] = ("R9", [_some(chance), _some(chance)])
    number, alineas = new.pop()
    new.insert(0, (f"D{number[1:]}", alineas))
    given = next(alineas for _number, alineas in reversed(new) if len(alineas) > 2)
    new[1][1].insert(0, given.pop())
    return account(statute(*old), statute(*new))
