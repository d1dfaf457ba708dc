"""Who cites what changed."""

from __future__ import annotations

from statutes_diff import api, readers
from statutes_diff.language.citation import cite
from statutes_diff.model import Source, Statute
from tests.test_references_shifts import FIRST, SECOND, THIRD, code


def versions(old: str, new: str) -> list[Statute]:
    return [readers.read(Source("texte", text.encode())) for text in (old, new)]


def cited(old: str, new: str) -> list[tuple[str, str, str | None, list[str]]]:
    account = api.compare(*versions(old, new), inbound=True)
    return [(i.number, i.status, i.now, [cite(locus) for locus in i.cited]) for i in account.inbound or ()]


def test_articles_that_nobody_touched_cite_one_that_changed() -> None:
    citing = {
        "a20": "Les ouvrages mentionnés à l'article 12 sont visités.",
        "a30": f"{THIRD}\nLes articles 11 à 13 sont applicables.",
    }
    old, new = (
        code(a11=FIRST, a12=SECOND, a13=THIRD, **citing),
        code(a11=FIRST, a12=f"{SECOND} Elle est due.", a13=THIRD, **citing),
    )
    assert cited(old, new) == [("12", "modified", "12", ["art. 20, al. 1", "art. 30, al. 2"])]


def test_a_neighbour_is_cited_without_its_number() -> None:
    citing = {"a13": "La redevance est due dans les conditions du précédent article.", "a20": "L'article suivant est abrogé."}
    old, new = code(a12=SECOND, **citing), code(a12=f"{SECOND} Elle est due.", **citing)
    assert cited(old, new) == [("12", "modified", "12", ["art. 13, al. 1"])]


def test_a_renumbered_article_is_cited_by_both_its_numbers() -> None:
    old = code(a12=SECOND, a20="L'article 12 est applicable.", a30="La taxe de l'article 12 est due.")
    new = code(a14=SECOND, a20="L'article 14 est applicable.", a30="La taxe de l'article 12 est due.")
    assert cited(old, new) == [
        ("12", "renumbered", "14", ["art. 30, al. 1"]),
        ("14", "renumbered", "14", ["art. 20, al. 1"]),
    ]


def test_a_number_that_another_article_bears_now_is_its_own() -> None:
    old = code(a12=SECOND, a20="Les conditions de l'article 12 sont applicables.")
    new = code(
        a12=THIRD, a14=SECOND, a20="Les conditions de l'article 14 sont applicables.", a30="La taxe de l'article 12 est due."
    )
    assert cited(old, new) == [("14", "renumbered", "14", ["art. 20, al. 1"])]


def test_what_an_article_says_of_itself_and_of_other_texts_is_left_out() -> None:
    old = code(a12=f"{SECOND} Le présent article et l'article 12 sont cités.", a20="L'article 12 du code civil est applicable.")
    assert cited(old, old.replace("taxe annuelle", "taxe")) == []


def test_nothing_is_looked_up_unless_asked() -> None:
    text = code(a12=SECOND)
    assert api.compare(*versions(text, text)).inbound is None
