"""Renvois that nobody amended and that lead elsewhere now, and renvois that moved with their alinéa to another article."""

from __future__ import annotations

import pytest

from statutes_diff import readers
from statutes_diff.compare import compare_statutes
from statutes_diff.language.citation import cite
from statutes_diff.model import LedgerRow, Source
from statutes_diff.references.ledger import ledger

FIRST = "Le préfet arrête chaque année la liste des communes concernées."
SECOND = "Un décret en Conseil d'Etat fixe le montant de la taxe annuelle."
THIRD = "Les agents assermentés constatent les infractions au présent chapitre."
NEW = "Les associations de riverains sont consultées sur tout projet d'ouvrage."


def code(**articles: str) -> str:
    """``a12="…"``: article 12; alinéas on lines of their own."""
    return "\n\n".join(f"## Article {name[1:]}\n\n{text}".replace("\n", "\n\n") for name, text in articles.items())


def rows(old: str, new: str) -> list[LedgerRow]:
    return list(ledger(compare_statutes(*(readers.read(Source("texte", text.encode())) for text in (old, new)))))


def said(row: LedgerRow) -> str:
    mention = row.new or row.old
    assert mention
    return f"{row.status}: {cite(mention.locus)} « {mention.text} » | {row.evidence}"


def told(words: str, old: str, new: str) -> list[str]:
    """What the ledger says of words in an untouched article 20, when article 12 changed."""
    return [
        said(row)
        for row in rows(code(a12=old, a20=words), code(a12=new, a20=words))
        if (row.new or row.old).locus.article == "20"
    ]  # type: ignore[union-attr]


def test_an_alinea_that_came_shifts_the_renvois_of_other_articles() -> None:
    words = "La liste et la taxe mentionnées au deuxième alinéa de l'article 12 sont publiées."
    (found,) = told(words, f"{FIRST}\n{SECOND}", f"{FIRST}\n{NEW}\n{SECOND}")
    assert found.startswith("retargeted: art. 20, al. 1 « deuxième alinéa de l'article 12 » | ")
    assert found.endswith("the same words now lead to art. 12, al. 2; what they led to is now art. 12, al. 3")


BEFORE, AFTER = f"{FIRST}\n{SECOND}", f"{FIRST}\n{NEW}\n{SECOND}"


@pytest.mark.parametrize(
    ("words", "after"),
    [
        pytest.param("le premier alinéa de l'article 12", AFTER, id="stands before what came"),
        pytest.param("l'article 12", AFTER, id="the whole article"),
        pytest.param("le dernier alinéa de l'article 12", AFTER, id="the last one is still the last"),
        pytest.param("le deuxième alinéa de l'article 12", f"{FIRST}\n{SECOND} Elle est due.\n{NEW}", id="was only amended"),
        pytest.param("le deuxième alinéa de l'article L. 12", AFTER, id="another article"),
        pytest.param("le deuxième alinéa de l'article 12 du code civil", AFTER, id="another code"),
    ],
)
def test_what_still_leads_there_is_not_told(words: str, after: str) -> None:
    assert told(f"Comme le veut {words}, la taxe est due.", BEFORE, after) == []


def test_the_last_alinea_is_another_one_now() -> None:
    words = "La taxe mentionnée au dernier alinéa de l'article 12 est due."
    (found,) = told(words, f"{FIRST}\n{SECOND}", f"{FIRST}\n{SECOND}\n{NEW}")
    assert found.endswith("the same words now lead to art. 12, al. 3; what they led to is now art. 12, al. 2")


SPLIT = f"{FIRST} {SECOND}", f"{FIRST}\n{SECOND}"


def test_an_alinea_that_was_split_leaves_its_renvois_with_one_part() -> None:
    words = "La liste et la taxe mentionnées au premier alinéa de l'article 12 sont publiées."
    (found,) = told(words, *SPLIT)
    assert found.startswith("retargeted: art. 20, al. 1 « premier alinéa de l'article 12 » | ")
    assert found.endswith("the same words now lead to art. 12, al. 1 alone; what they led to is now art. 12, al. 1, 2")
    assert told(words.replace("au premier", "à la première phrase du premier"), *SPLIT) == []
    (found,) = told(words.replace("au premier alinéa", "au dernier alinéa"), *(f"{THIRD}\n{text}" for text in SPLIT))
    assert found.endswith("the same words now lead to art. 12, al. 3 alone; what they led to is now art. 12, al. 2, 3")


@pytest.mark.parametrize(
    ("before", "after", "evidence"),
    [
        ("premier alinéa", "premier alinéa", "the words now lead to alinéa 1 alone; the alinéa they led to is now al. 1, 2"),
        ("alinéa précédent", "alinéa précédent", "the words now lead to alinéa 2; the alinéa they led to is now al. 1, 2"),
        ("premier alinéa", "premier ou au deuxième alinéa", ""),
    ],
)
def test_a_split_alinea_inside_its_article(before: str, after: str, evidence: str) -> None:
    words = "Les communes mentionnées au {} sont informées sans délai."
    found = rows(*(code(a12=f"{text}\n{words.format(part)}") for text, part in zip(SPLIT, (before, after), strict=True)))
    assert [str(row.evidence) for row in found if row.status == "retargeted"] == ([evidence] if evidence else [])


def test_an_alinea_that_went_leaves_its_renvois_with_nothing() -> None:
    words = "La taxe mentionnée au troisième alinéa de l'article 12 est due."
    (found,) = told(words, f"{FIRST}\n{THIRD}\n{SECOND}", f"{FIRST}\n{SECOND}")
    assert found.startswith("dangling: art. 20, al. 1 « troisième alinéa de l'article 12 » | ")
    assert found.endswith("nothing stands where the words lead; what they led to is now art. 12, al. 2")


def test_an_item_that_took_the_number_of_another() -> None:
    items = ["les digues de protection ;", "les canaux d'irrigation ;", "les moulins fondés en titre."]
    old = "Sont soumis à déclaration :\n" + "\n".join(f"{n}° {item}" for n, item in enumerate(items, 1))
    new = "Sont soumis à déclaration :\n" + "\n".join(
        f"{n}° {item}" for n, item in enumerate([items[0], "les écluses à sas ;", *items[1:]], 1)
    )
    (found,) = told("Les ouvrages du 2° de l'article 12 sont entretenus.", old, new)
    assert found.endswith("the same words now lead to art. 12, al. 3 (2°); what they led to is now art. 12, al. 4 (3°)")


def test_what_the_words_led_to_and_lead_to_is_shown() -> None:
    words = "La taxe mentionnée au deuxième alinéa de l'article 12 est due."
    (row,) = [r for r in rows(code(a12=BEFORE, a20=words), code(a12=AFTER, a20=words)) if r.status == "retargeted"]
    assert (row.old_text, row.new_text) == (SECOND, NEW)


def test_a_renvoi_that_was_adapted_is_kept() -> None:
    old = code(a12=f"{FIRST}\n{SECOND}", a20="La taxe mentionnée au deuxième alinéa de l'article 12 est due.")
    new = code(a12=f"{FIRST}\n{NEW}\n{SECOND}", a20="La taxe mentionnée au troisième alinéa de l'article 12 est due.")
    assert [row.status for row in rows(old, new)] == ["kept"]


def test_a_renvoi_that_was_amended_beside_is_shifted_all_the_same() -> None:
    old = code(a12=f"{FIRST}\n{SECOND}", a20="La taxe mentionnée au deuxième alinéa de l'article 12 est due.")
    new = code(a12=f"{FIRST}\n{NEW}\n{SECOND}", a20="La taxe annuelle mentionnée au deuxième alinéa de l'article 12 est due.")
    assert [row.status for row in rows(old, new)] == ["retargeted"]


def test_renvois_go_along_with_an_alinea_that_went_to_another_article() -> None:
    went = "A la demande d'un riverain, le tribunal peut surseoir à la dissolution dans les conditions prévues à l'article 30."
    stays = "Nul ne peut être contraint à demeurer membre d'une association de riverains."
    found = rows(code(a15=f"{stays}\n{went}", a30=THIRD), code(a15=stays, a20=went, a30=THIRD))
    assert [(row.status, row.old and cite(row.old.locus), row.new and cite(row.new.locus)) for row in found] == [
        ("kept", "art. 15, al. 2", "art. 20, al. 1")
    ]
