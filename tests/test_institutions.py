"""Which bodies a text names: the table both ways, the forms that vary, and what must stay silent."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff.language.institutions import Institution, _may_name, _table, institutions, mentions, names
from statutes_diff.language.tokens import tokens

ROWS = institutions()


def found(text: str) -> list[str]:
    return [f"{m.institution.label}{'!' if m.irregular else ''}: {m.words}" for m in mentions(text)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.label)
def test_every_row_is_found_in_its_example(row: Institution) -> None:
    assert row in [m.institution for m in mentions(row.example)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.label)
def test_every_form_of_a_row_names_that_row_and_no_other(row: Institution) -> None:
    forms = [row.name, *row.variants, *row.irregular, *([row.acronym] if row.acronym and not row.unsafe else [])]
    for form in forms:
        assert [(m.institution.label, m.words) for m in mentions(form)] == [(row.label, form)]


def test_every_row_cites_an_act_or_an_article_and_is_written_once() -> None:
    assert all(re.search(r"\d", row.source) or "an VIII" in row.source for row in ROWS)
    labels = [row.label for row in ROWS]
    assert len(set(labels)) == len(labels) >= 150


@pytest.mark.parametrize("row", [row for row in ROWS if row.not_before or row.not_after], ids=lambda row: row.label)
def test_words_that_make_a_name_another_body_s_silence_the_row(row: Institution) -> None:
    kind = row.name.lower()  # a row that wants a capital would be found without one behind its article
    longer = [f"le {kind} {words}" for words in row.not_before] + [f"{words} {kind}" for words in row.not_after]
    assert [text for text in longer if row in [m.institution for m in mentions(text)]] == []
    assert row in [m.institution for m in mentions(f"le {kind} est saisi")]


FOUND = [
    ("l'union régionale des caisses d'assurance maladie", ["URCAM: union régionale des caisses d'assurance maladie"]),
    ("Les unions régionales de caisses d’assurance maladie", ["URCAM: unions régionales de caisses d’assurance maladie"]),
    ("une union régionale de caisses de sécurité sociale", ["URCAM!: union régionale de caisses de sécurité sociale"]),
    ("LES TRIBUNAUX DE GRANDE INSTANCE", ["TGI: TRIBUNAUX DE GRANDE INSTANCE"]),
    ("le TGI puis l'URSSAF", ["TGI: TGI", "URSSAF: URSSAF"]),
    ("l'École nationale supérieure de sécurité sociale", ["EN3S: École nationale supérieure de sécurité sociale"]),
    ("caisse nationale d'assurance maladie des travailleurs salariés",
     ["CNAMTS: caisse nationale d'assurance maladie des travailleurs salariés"]),
    ("la Caisse nationale d'assurance maladie", ["CNAM: Caisse nationale d'assurance maladie"]),
    ("l'avis de la HAS et de l'ARS", ["HAS: HAS", "ARS: ARS"]),
    ("la cour d'appel, en cours d'appel", ["cour d'appel: cour d'appel"]),
    ("devant les cours d'appel", ["cour d'appel: cours d'appel"]),
    ("l'Urssaf Caisse nationale", ["ACOSS: Urssaf Caisse nationale"]),
    # the one body of its kind needs no capital behind its article
    ("Le directeur de la caisse nationale de l'assurance maladie statue", ["CNAM: caisse nationale de l'assurance maladie"]),
    # an assembly, whatever its territory; the same words inside another body's name are not it
    ("le conseil général de l'Essonne et le conseil régional de la région",
     ["conseil général: conseil général", "conseil régional: conseil régional"]),
    ("le conseil régional de l'ordre des médecins", ["ordre des médecins: ordre des médecins"]),
    # the longest name, whatever its row stands behind
    ("l'accord du préfet du département et du préfet de la région",
     ["préfet: préfet du département", "préfet de région: préfet de la région"]),
    ("le tribunal correctionnel pour mineurs", ["tribunal correctionnel pour mineurs: tribunal correctionnel pour mineurs"]),
    ("les directeurs régionaux des affaires sanitaires et sociales",
     ["DRASS: directeurs régionaux des affaires sanitaires et sociales"]),
    ("la Commission des Communautés européennes et la Communauté européenne",
     ["Commission européenne: Commission des Communautés européennes", "Communauté européenne: Communauté européenne"]),
    ("la Haute Autorité de l’audit, l'Ecole nationale de la magistrature, l’ÉCOLE NATIONALE DE LA MAGISTRATURE",
     ["H2A: Haute Autorité de l’audit", "ENM: Ecole nationale de la magistrature", "ENM: ÉCOLE NATIONALE DE LA MAGISTRATURE"]),
    ("le haut-commissaire de la République, la SNCF et SNCF Réseau",
     ["haut-commissaire de la République: haut-commissaire de la République", "SNCF: SNCF", "SNCF Réseau: SNCF Réseau"]),
    ("les conseils départementaux de l'ordre des médecins",
     ["ordre des médecins: conseils départementaux de l'ordre des médecins"]),
]  # fmt: skip
SILENT = [
    "au moins une autre caisse nationale d'assurance maladie",  # a kind of body, not the one that bears the name
    "les caisses nationales",
    "la caisse nationale d'assurance maladie dont il relève",
    "une caisse nationale de l'assurance maladie",
    "Le médecin conseil régional et les médecins conseils régionaux",
    "le conseil général des mines, le conseil général de l'environnement et du développement durable",
    "les conseils régionaux ou interrégionaux, le conseil régional de discipline",
    "le conseil départemental de prévention de la délinquance",
    "l'union régionale, des caisses d'assurance maladie",
    "union régionale\ndes caisses d'assurance maladie",  # two alinéas
    "union\trégionale des caisses d'assurance maladie",  # two cells
    "il has beaucoup",
    "le Conseil national des patrons (CNPF), les UPA, l'ART, le CE, la CRE et l'UE",  # acronyms that mean other things too
    "un gouvernement étranger, le gouvernement d'un Etat tiers",
    "deux représentants de l'Etat siègent au conseil",
    "le fonds commun des accidents du travail agricole",
    "le maire d'arrondissement",
    "les sous-tribunaux judiciaires",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FOUND if "\n" not in text] + [row.example for row in ROWS])
def test_the_names_of_a_cut_text_are_its_mentions(text: str) -> None:
    cut = tokens(text)
    assert [text[cut.starts[i] : cut.ends[j - 1]].strip() for i, j in names(cut)] == [m.words for m in mentions(text)]


def test_an_ordinary_text_has_no_names() -> None:
    assert names(tokens("La loi ne dispose que pour l'avenir ; elle n'a point d'effet rétroactif.")) == []


PIECES = ["caisse", "nationale", "de la", "l'", "assurance", "maladie", "Conseil", "d'Etat", "tribunal", ",", "\n", "HAS", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_mentions_never_overlap_and_are_words_of_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for mention in mentions(text):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.words
        last = mention.end


@pytest.mark.parametrize("piece", ["caisse ", "caisse de la ", "union régionale de ", "a" * 50, "é", "de l'", "-", "caisse-"])
def test_hostile_repetition_is_linear(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    mentions(text)
    assert time.process_time() - start < 2


@given(
    st.text(alphabet="éÉœ aT-'’3(«\n\u00a0", max_size=12),
    st.text(alphabet=" ,-'’3(«»*\n\u00a0", max_size=3),
    st.sampled_from(["", "s", "x"]),
)
def test_the_quick_look_overlooks_no_name(before: str, beside: str, plural: str) -> None:
    """Whatever stands around, a text whose words hold the first word of a name is read."""
    known = _table()
    for name in ("tribunal", "Préfet", "œuvre", "CNAMTS", "sous-préfet", "Etat", "État"):
        text = f"{before}{beside}{name}{plural}{beside}{before}"
        if not known.heads.isdisjoint(tokens(text).keys):
            assert _may_name(text, known), text
