"""What each rule says, and where it stays silent: the tables in ``rules_*cases.txt``, read by the runner below."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import readers
from statutes_diff.api import read
from statutes_diff.compare import compare_statutes
from statutes_diff.language.citation import cite_alinea
from statutes_diff.model import Alinea, Article, ArticlePair, Comparison, Finding, Locus, Place, Source, Statute
from statutes_diff.rules import _aligned, _changed, findings, help_of, names
from tests.test_rules_beside import CASES as BESIDE
from tests.test_rules_sweep import CASES as SWEEPS

FILES = sorted(Path(__file__).parent.glob("rules_*cases.txt"))
CASES = [case for file in FILES for case in file.read_text("utf-8").split("\n== ")[1:]]
PIECES = [
    "la CNAMTS ", "l'Union nationale des caisses d'assurance maladie ", "deux mois ", "trois mois ", "quinze jours ", "francs ",
    "accords nationaux et régionaux ", "et ", ", ", "prévoient ", "\n", "à l'article L. 162-5 ",
]  # fmt: skip


FACTS = ("irregular_forms", "replaced_by", "in_place_of", "struck", "replaced", "gone")  # values that a report says by themselves


def statute(text: str, number: str = "L1") -> Statute:
    alineas = tuple(Alinea(line, None, 0, 1) for line in text.split("\n") if line.strip())
    return Statute("", "", "", "utf-8", (Article(number, number, alineas),))


def told(finding: Finding) -> str:
    old, new = (", ".join(map(cite_alinea, loci)) for loci in (finding.where_old, finding.where_new))
    values = dict(finding.message.values)
    facts = "; ".join(f"{fact}: {values[fact]}" for fact in FACTS if values.get(fact))
    said = f"{finding.message} [{facts}]" if facts else f"{finding.message}"
    return f"{said} | {old} → {new}".replace("|  →", "| →").replace("\u00a0", " ").rstrip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_case(case: str) -> None:
    title, _, body = case.partition("\n")
    old, new, expected = (part.strip("\n") for part in f"{body}\n".split("--\n"))
    rule = title.partition(":")[0]
    found = findings(compare_statutes(statute(old), statute(new)), {rule})
    assert [told(finding) for finding in found] == expected.splitlines()


def test_words_that_went_to_another_article_are_no_loss_and_no_gain() -> None:
    """The second alinéa became an article of its own, and its delay was shortened on the way: one change, told once."""
    stays = "Nul ne peut être contraint à demeurer membre d'une association de riverains, et la dissolution peut être demandée."
    went = "A la demande d'un riverain, le tribunal peut surseoir à la dissolution pendant {} mois si elle nuit aux ouvrages."
    old = "## Article 15\n\n" + f"{stays}\n\n{went.format('six')}\n"
    new = "## Article 15\n\n" + f"{stays}\n\n## Article 20\n\n{went.format('trois')}\n"
    versions = (readers.read(Source("texte", text.encode())) for text in (old, new))
    (found,) = findings(compare_statutes(*versions), {"duration"})
    assert (found.old, found.new) == ("six mois", "trois mois")
    assert [locus.article for locus in (*found.where_old, *found.where_new)] == ["15", "20"]


def test_figures_that_a_passage_carried_to_another_article_neither_went_nor_came() -> None:
    """A sentence left the middle of an alinéa for an article where other words of it stand too; its rate changed on the way."""
    stays = "Le maire arrête la liste des digues de la commune et la transmet au représentant de l'Etat."
    went = "Les riverains présentent leurs observations dans un délai de deux mois, et à hauteur de {} %, avant le 1er mai 2020."
    old = f"## Article 15\n\n{stays} {went.format(10)}\n"
    new = f"## Article 15\n\n{stays}\n\n## Article 20\n\n{stays.replace('liste', 'carte')} {went.format(15)}\n"
    versions = (readers.read(Source("texte", text.encode())) for text in (old, new))
    comparison = compare_statutes(*versions)
    assert [passage.whole for passage in comparison.passages] == [False]
    assert [str(f.message) for f in findings(comparison, {"duration", "date", "rate"})] == ["rate removed: “10 %”"]


@pytest.mark.parametrize("rule", names())
def test_every_rule_has_help_a_case_that_fires_and_one_that_is_silent(rule: str) -> None:
    assert all(part in help_of(rule) for part in ("What it finds", "Why it matters", "Example"))
    silent = {case.rstrip().endswith("\n--") for case in CASES if case.startswith(f"{rule}:")}
    silent |= {not messages for name, _, messages in BESIDE if name == rule}
    silent |= {case.rstrip().endswith("\n--") for _, case in SWEEPS if rule == "sweep"}
    assert silent == {True, False}


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(LookupError):
        help_of("no-such-rule")


def test_values_are_the_data_of_a_table() -> None:
    old, new = statute("Après avis de la CNAMTS, la somme est due."), statute("Après avis de l'UNCAM, la somme est due.")
    rows = [dict(finding.message.values) for finding in findings(compare_statutes(old, new), {"institution"})]
    assert [(row["name"], row["before"], row["after"], row["replaced_by"], row["in_place_of"]) for row in rows] == [
        ("CNAMTS", 1, 0, "UNCAM (al. 1)", ""),
        ("UNCAM", 0, 1, "", "CNAMTS (al. 1)"),
    ]


def test_bodies_of_several_articles_are_one_finding_with_whole_places() -> None:
    def code(words: str) -> Statute:
        lines = {n: f"La demande {n} est portée devant le {words} du lieu." for n in (1, 2)}
        articles = tuple(Article(f"L{n}", f"L. {n}", (Alinea(line, None, 0, n),)) for n, line in lines.items())
        return Statute("", "", "", "utf-8", articles)

    found = findings(compare_statutes(code("tribunal de grande instance"), code("tribunal judiciaire")), {"institution"})
    assert [dict(f.message.values)["name"] for f in found] == ["TGI", "TJ"]
    assert dict(found[0].message.values)["replaced_by"] == "TJ (art. L. 1, al. 1\u00a0; art. L. 2, al. 1)"


def test_findings_come_in_document_order_then_by_rule() -> None:
    old = statute("L'avis de la HAS est rendu.\nLa demande est écrite.")
    new = statute("L'avis est rendu dans un délai de deux mois.\nLa demande est écrite et remise au tribunal judiciaire.")
    assert [f.rule for f in findings(compare_statutes(old, new))] == ["duration", "institution", "institution"]


SEEDS = Path(__file__).parents[1] / "seeds"


def test_the_facts_of_the_seeds() -> None:
    old, new = (read(str(SEEDS / name)) for name in ("000_457fec360ea4ede8.txt", "004_fe876a979c001f0e.txt"))
    rows = [(f, dict(f.message.values)) for f in findings(compare_statutes(old, new))]
    bodies = {v["name"]: (v["before"], v["after"], v["replaced_by"]) for f, v in rows if f.rule == "institution"}
    assert bodies == {
        "CNAMTS": (3, 0, "UNCAM (al. 2)"),
        "URCAM": (3, 0, ""),
        "UNCAM": (0, 2, ""),
        "HAS": (0, 1, ""),
        "URML": (1, 0, ""),
        "URPS": (0, 1, ""),
    }
    assert [(v["ways"], v["irregular"]) for _, v in rows if v.get("name") == "URCAM"] == [(3, 1)]
    assert [[x.alinea for x in f.where_old] for f, v in rows if v.get("name") == "CNAMTS"] == [[1, 2, 6]]
    assert [told(f) for f, _ in rows if f.rule == "duration"] == ["duration inserted: “deux mois” | → al. 6"]
    fate = "nowhere after [struck: al. 3 (« et régionaux »); gone: al. 6] | al. 3, al. 6 →"
    assert any(told(f).endswith(fate) for f, _ in rows)


def test_only_compared_articles_that_changed_count() -> None:
    place = Place(Article("L1", "L. 1", (Alinea("La CNAMTS statue dans les deux mois.", None, 0, 1),)), ())
    empty = Statute("", "", "", "utf-8", ())
    outside = ArticlePair("not-covered", place, None, "none", 0.0)
    same = ArticlePair("unchanged", place, place, "number", 1.0)
    assert findings(Comparison(empty, empty, (outside, same))) == ()
    removed = ArticlePair("removed", place, None, "none", 0.0)
    assert [told(f) for f in findings(Comparison(empty, empty, (removed,)))] == [
        "CNAMTS (Caisse nationale de l'assurance maladie des travailleurs salariés): mentions before: 1, after: 0 | al. 1 →"
    ]


CITED = [
    ([Locus("L1", 2, ("II",))], "al. 2 (II)", "art. L. 1, al. 2 (II)"),
    ([Locus("L1", 2, ("II",)), Locus("L1", 2, ("II",)), Locus("L1", 4)], "al. 2, 4", "art. L. 1, al. 2, 4"),
    ([Locus("L1", n) for n in range(1, 9)], "al. 1, 2, 3, 4, 5 (+ 3)", "art. L. 1, al. 1, 2, 3, 4, 5 (+ 3)"),
]


@pytest.mark.parametrize(("loci", "alone", "whole"), CITED)
def test_places_are_cited_together_and_beyond_a_handful_counted(loci: list[Locus], alone: str, whole: str) -> None:
    assert _changed.cited(loci, whole=False) == alone
    assert _changed.cited(loci, whole=True) == whole


@pytest.mark.parametrize(
    ("words", "most", "shown"),
    [
        ("les personnes mentionnées à l'article L. 732-35-1 du code", 41, "les personnes mentionnées …"),
        ("les personnes mentionnées à l'article L. 732-35-1 du code", 50, "les personnes mentionnées à l'article L. 732-35-1 …"),
        ("les avis et la décision", 20, "les avis …"),
        ("il reste ici : art. L. 5, al. 2\u00a0; art. L. 300-7", 44, "il reste ici : art. L. 5, al. 2 …"),
        ("les avis et la décision", 23, "les avis et la décision"),
    ],
)
def test_words_are_cut_behind_a_word_with_a_meaning(words: str, most: int, shown: str) -> None:
    assert _aligned.shortened(words, most) == shown


TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_findings_name_places_that_exist_and_words_that_stand_there(old: str, new: str) -> None:
    comparison = compare_statutes(statute(old), statute(new))
    for finding in findings(comparison):
        for source, loci in ((comparison.old, finding.where_old), (comparison.new, finding.where_new)):
            alineas = next(source.places()).article.alineas
            assert all(1 <= locus.alinea <= len(alineas) for locus in loci)
        assert finding.where_old or finding.where_new
    assert findings(comparison) == findings(comparison)


@pytest.mark.parametrize("piece", ["deux mois ", "accords nationaux et régionaux ", "la CNAMTS ", "un deux trois quatre cinq "])
def test_hostile_repetition_is_bounded(piece: str) -> None:
    many = statute(f"La loi dispose. {piece * (60_000 // len(piece))}")
    comparison = compare_statutes(many, statute("La loi dispose. " + "trois mois la HAS " * 3000))
    start = time.process_time()
    findings(comparison)
    assert time.process_time() - start < 5


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_words_that_no_edit_touched_have_themselves_as_image(old: str, new: str) -> None:
    for article in _changed.Changes.of(compare_statutes(statute(old), statute(new))).articles:
        for alineas in article.alineas:
            if alineas.old and alineas.new:
                for start in range(0, len(alineas.old.text) - 3, 3):
                    if not alineas.editing(start, start + 3):
                        first, last = alineas.image(start, start + 3)
                        assert alineas.new.text[first:last] == alineas.old.text[start : start + 3]
